# amaranth: UnusedElaboratable=no
"""The whole chip: layers in a chain and the decision behind them."""

from typing import Any

from amaranth.hdl import Module
from amaranth.lib import stream, wiring
from amaranth.lib.wiring import In, Out

from codesign import cells
from codesign.digital.decision import Decision
from codesign.digital.hierarchy import place
from codesign.digital.identifiers import identifier
from codesign.digital.layer import LayerDesign
from codesign.digital.options import Options
from codesign.digital.streams import link, network_input, result_layout
from codesign.network import Network

__all__ = ["NetworkDesign"]


class NetworkDesign(wiring.Component):
    """The Amaranth design of ``network``.

    Ports: ``input`` (in, :attr:`source` ``.layout``), ``output`` (out, one item of ``result_layout`` per sample),
    and the clock ``clk`` with the synchronous reset ``rst``, active high. Each layer is a submodule of its name,
    with the submodules ``sums``, ``units`` and ``sender``; the last submodule is ``decision``.

    Both streams may stall at any cycle. The states are those of no sample after a reset and after every item
    that ends a sample.
    """

    def __init__(self, network: Network, options: Options | None = None) -> None:
        self.network, self.options = network, options or Options()
        self.source = network_input(network)
        bundle, designs = self.source, {}
        for layer in network.layers:
            design: LayerDesign = cells.part(layer.kind, "rtl").build(layer, bundle, self.options)
            designs[layer.name], bundle = design, design.bundle
        self.layers: dict[str, LayerDesign] = designs
        self.decision = Decision(network, bundle, self.options)
        super().__init__(
            {
                "input": In(stream.Signature(self.source.layout)),
                "output": Out(stream.Signature(result_layout(self.decision.classes, self.decision.scores))),
            }
        )

    @property
    def name(self) -> str:
        """Name of the Verilog module."""
        return identifier(self.network.name)

    def instance(self, layer: str) -> str:
        """Name of the instance of a layer within the module."""
        return identifier(layer, taken=("clk", "rst", "decision", "advance"))

    def elaborate(self, platform: Any) -> Module:
        m = Module()
        source = wiring.flipped(self.input)
        for name, layer in self.layers.items():
            placed = place(m, platform, self.instance(name), layer)
            link(m, source, placed.input)
            source = placed.output
        decision = place(m, platform, "decision", self.decision)
        link(m, source, decision.input)
        link(m, decision.output, wiring.flipped(self.output))
        return m
