# amaranth: UnusedElaboratable=no
"""The RTL of a linear layer: the sums, rectified if ``relu``."""

from typing import Any

from amaranth.hdl import Cat, Module, Mux
from amaranth.lib import data, stream, wiring
from amaranth.lib.wiring import In, Out

from codesign.digital.interval import Interval
from codesign.digital.layer import LayerDesign, Units
from codesign.digital.options import Options
from codesign.digital.streams import Bundle, step_layout
from codesign.digital.sums import WeightedSums
from codesign.network import Layer
from codesign.twin.trace import in_units_of

__all__ = ["Rectifier", "build"]


def build(layer: Layer, source: Bundle, options: Options) -> LayerDesign:
    """The design of one layer that gets ``source``."""
    scale = layer.tensors["weight"].quantisation.scale * source.scale
    sums = WeightedSums(weights=layer["weight"], offset=in_units_of(scale, layer, "bias"), source=source)
    if not layer.attributes["relu"]:
        return LayerDesign(
            source=source, sums=sums, bundle=Bundle(signal="current", ranges=sums.ranges, scale=scale), units=None
        )
    ranges = tuple(Interval(max(found.low, 0), max(found.high, 0)) for found in sums.ranges)
    bundle = Bundle(signal="current", ranges=ranges, scale=scale)
    return LayerDesign(
        source=source, sums=sums, bundle=bundle, units=Units(component=Rectifier(sums.range, bundle), cycles=0)
    )


class Rectifier(wiring.Component):
    """max(0, sum) of every unit, in no cycle.

    Ports: ``input`` (in, ``step_layout`` of the sums), ``output`` (out, ``step_layout`` of the outputs).
    """

    def __init__(self, sums: Interval, bundle: Bundle) -> None:
        self._sums, self._bundle = sums, bundle
        super().__init__(
            {
                "input": In(stream.Signature(step_layout(bundle.size, sums.width))),
                "output": Out(stream.Signature(step_layout(bundle.size, bundle.range.width))),
            }
        )

    def elaborate(self, platform: Any) -> Module:
        m = Module()
        taken, given, width = self.input.payload, self.output.payload, self._bundle.range.width
        sums = data.View(data.ArrayLayout(self._sums.shape, self._bundle.size), taken.units)
        m.d.comb += [
            given.units.eq(Cat(*(Mux(sums[unit] > 0, sums[unit], 0)[:width] for unit in range(self._bundle.size)))),
            given.step.eq(taken.step),
            given.end_of_sample.eq(taken.end_of_sample),
            self.output.valid.eq(self.input.valid),
            self.input.ready.eq(self.output.ready),
        ]
        return m
