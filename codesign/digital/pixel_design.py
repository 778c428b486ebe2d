# amaranth: UnusedElaboratable=no
"""A network that takes pixels: the encoder of its coding, and the chip behind it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from amaranth.hdl import Module
from amaranth.lib import stream, wiring
from amaranth.lib.wiring import In, Out
from numpy.typing import NDArray

from codesign import coding, twin
from codesign.digital.design import NetworkDesign
from codesign.digital.encoders import PixelOptions, encoder, pixel_items, pixel_layout
from codesign.digital.export import write_top
from codesign.digital.hierarchy import place
from codesign.digital.options import Options
from codesign.digital.ports import fields, inside, ports
from codesign.digital.streams import link
from codesign.digital.timing import cycles_of_step, items_of_steps
from codesign.files import header_lines
from codesign.network import Network

__all__ = ["PixelDesign", "export_pixels"]


class PixelDesign(wiring.Component):
    """Ports: ``input`` (in, :func:`codesign.digital.encoders.pixel_layout`), ``output`` (as that of the network).

    The instances are ``encoder`` and ``network`` (:class:`NetworkDesign`). Both streams may stall at any cycle.
    Raises InputError where the coding has no encoder, and as :class:`NetworkDesign` does.
    """

    def __init__(
        self, network: Network, options: Options | None = None, pixel_options: PixelOptions | None = None
    ) -> None:
        self.pixel_options = pixel_options or PixelOptions()
        self.network = network
        self.core = NetworkDesign(network, options)
        self.encoder = encoder(
            network, source=self.core.source, left_out=self.core.folded_steps, options=self.pixel_options
        )
        self.layout = pixel_layout(self.pixel_options.pixels_per_item)
        super().__init__(
            {
                "input": In(stream.Signature(self.layout)),
                "output": Out(stream.Signature(self.core.output.payload.shape())),
            }
        )

    @property
    def name(self) -> str:
        """Name of the Verilog module."""
        return f"{self.core.name}_pixels"

    def items(self, image: NDArray[np.integer]) -> Iterator[int]:
        """The payloads that carry an ``image`` (rows, columns)."""
        for item in pixel_items(image, self.pixel_options.pixels_per_item):
            yield sum(item[name] << entry.offset for name, entry in self.layout)

    def cycles(self, image: NDArray[np.integer]) -> int:
        """From one image of this kind to the next in the long run, without pauses.

        Loading, or the sum over the steps of what the slowest takes: the encoder, or a layer
        (:func:`codesign.digital.timing.cycles_of_step`). An estimate: where now the one and now the other is the
        slowest, what stands between them makes up for some of it, and the end of a sample can cost a cycle.
        """
        coded = self.network.coding
        inputs = coding.encode(coded.kind, coded.parameters, np.asarray(image)[None])
        trace = twin.simulate(self.network, inputs)
        signals = [inputs[0, self.core.folded_steps :]]
        signals += [trace.layers[name].outputs[0, self.core.folded_steps :] for name in self.core.layers]
        bundles = [self.core.source, *(layer.bundle for layer in self.core.layers.values())]
        counts = [items_of_steps(bundle, signal) for bundle, signal in zip(bundles, signals, strict=True)]
        total = 0
        for step, taken in enumerate(self.encoder.items(image)):
            layers = enumerate(self.core.layers.values())
            total += max(taken, *(cycles_of_step(layer, counts[k][step], counts[k + 1][step]) for k, layer in layers))
        return max(total, int(self.encoder.cycles(image)))

    def elaborate(self, platform: Any) -> Module:
        m = Module()
        source = place(m, platform, "encoder", self.encoder)
        network = place(m, platform, "network", self.core)
        link(m, wiring.flipped(self.input), source.input)
        link(m, source.output, network.input)
        link(m, network.output, wiring.flipped(self.output))
        return m

    def ports(self) -> dict[str, Any]:
        """As :func:`codesign.digital.ports.ports`, with the pixels as its input."""
        described = ports(self.core)
        pixels = {
            "stream": "input",
            "signal": "pixel",
            "inputs": self.core.source.size,
            "lanes": self.pixel_options.pixels_per_item,
            "width": self.layout.size,
            "fields": fields(self.layout),
        }
        return {
            **described,
            "top": self.name,
            "pixel_options": self.pixel_options.json(),
            "input": pixels,
            "layers": inside(described["layers"], "network"),
        }


def export_pixels(
    network: Network,
    *,
    output: Path,
    options: Options | None = None,
    pixel_options: PixelOptions | None = None,
    language: str = "verilog",
) -> Path:
    """Write the design to the folder ``output`` as :func:`codesign.digital.export` does; the path of its text."""
    design = PixelDesign(network, options, pixel_options)
    described = design.ports()
    configuration = {**design.core.options.json(), **design.pixel_options.json()}
    lines = header_lines(model=network.name, model_hash=network.hash, configuration=configuration, seed=None)
    parameters = ", ".join(f"{name} {value}" for name, value in network.coding.parameters.items())
    lines += [
        "",
        f"{design.name}: clk, synchronous reset rst (active high), and two streams.",
        "An item moves at a rising edge of clk at which valid and ready are both 1.",
        f"Coding: {network.coding.kind}, {parameters}.",
        "",
        "input__payload, least significant field first: up to "
        f"{design.pixel_options.pixels_per_item} pixels, row-major; present[k] = 1: pixels[k] is there",
    ]
    for name, field in [*described["input"]["fields"].items(), *described["output"]["fields"].items()]:
        if name == "decision":
            lines += ["", "output__payload: one item per image"]
        count = f"{field['count']} x " if "count" in field else ""
        sign = "signed" if field["signed"] else "unsigned"
        lines.append(f"  {name:<14} {count}{field['width']} bits {sign}, from bit {field['offset']}")
    return write_top(design, network=network, header=lines, described=described, output=output, language=language)
