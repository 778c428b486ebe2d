# amaranth: UnusedElaboratable=no
"""The whole chip: layers in a chain, skip connections past them, and the decision behind them."""

from typing import Any

from amaranth.hdl import Module
from amaranth.lib import stream, wiring
from amaranth.lib.wiring import In, Out

from codesign import cells
from codesign.digital.decision import Decision, takes_groups
from codesign.digital.fold import folded
from codesign.digital.hierarchy import place
from codesign.digital.identifiers import identifier
from codesign.digital.layer import LayerDesign
from codesign.digital.options import Options
from codesign.digital.skip import SkipConnection, items_in_flight
from codesign.digital.streams import Bundle, link, network_input, result_layout
from codesign.network import Network

__all__ = ["NetworkDesign"]


class NetworkDesign(wiring.Component):
    """The Amaranth design of ``network``.

    Ports: ``input`` (in, :attr:`source` ``.layout``), ``output`` (out, one item of ``result_layout`` per sample),
    and the clock ``clk`` with the synchronous reset ``rst``, active high. Each layer is a submodule of its name,
    with the submodules ``sums``, ``units`` and ``sender``; a layer with a skip connection has a submodule
    ``skip_<layer>`` behind it; the last submodule is ``decision``.

    Both streams may stall at any cycle. The states are those of no sample after a reset and after every item
    that ends a sample.
    """

    def __init__(self, network: Network, options: Options | None = None) -> None:
        self.network, self.options = network, (options or Options()).resolved(network)
        built, self.folded_steps = folded(network) if self.options.fold_black_frames else (network, 0)
        """Steps at the beginning of every sample that the chip leaves out: its reset states stand for them."""
        self.source = network_input(network, self.options.events_per_cycle)
        self.layers: dict[str, LayerDesign] = {}
        self.skips: dict[str, SkipConnection] = {}
        """By the layer that the connection ends at."""
        bundle = self.source
        given: dict[str, Bundle] = {}  # what leaves a layer, its skip connection included
        for layer in built.layers:
            sends = layer is not built.layers[-1] or not takes_groups(network.decision.kind)
            design = LayerDesign(cells.part(layer.kind, "rtl").build(layer, bundle, self.options), sends=sends)
            self.layers[layer.name], bundle = design, design.bundle
            if layer.skip:
                between = list(self.layers.values())[list(self.layers).index(layer.skip) + 1 :]
                depth = items_in_flight(between, bundle.size)
                skip = SkipConnection(earlier=given[layer.skip], own=bundle, depth=depth)
                self.skips[layer.name], bundle = skip, skip.bundle
            given[layer.name] = bundle
        self.decision = Decision(network, bundle, design.groups, self.options)
        self._instances = self._named()
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
        return self._instances[layer]

    def skip_instance(self, layer: str) -> str:
        """Name of the instance of the skip connection that ends at ``layer``."""
        return f"skip_{layer}"

    def _named(self) -> dict[str, str]:
        """A name for the instance of each layer, different from all others in the module."""
        taken = {"clk", "rst", "decision", "advance", *map(self.skip_instance, self.skips)}
        named: dict[str, str] = {}
        for layer in self.layers:
            named[layer] = identifier(layer, taken=taken)
            while named[layer] in taken:
                named[layer] += "_"
            taken.add(named[layer])
        return named

    def elaborate(self, platform: Any) -> Module:
        m = Module()
        source = wiring.flipped(self.input)
        skips: dict[str, Any] = {}
        for layer in self.network.layers:
            placed = place(m, platform, self.instance(layer.name), self.layers[layer.name])
            link(m, source, placed.input)
            source = placed.output
            if layer.name in skips:
                link(m, source, skips[layer.name].input)
                source = skips[layer.name].output
            for name in (later.name for later in self.network.layers if later.skip == layer.name):
                skips[name] = place(m, platform, self.skip_instance(name), self.skips[name])
                link(m, source, skips[name].earlier)
                source = skips[name].onward
        decision = place(m, platform, "decision", self.decision)
        link(m, source, decision.input)
        link(m, decision.output, wiring.flipped(self.output))
        return m
