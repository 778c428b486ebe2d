# amaranth: UnusedElaboratable=no
"""The RTL of a linear layer: the sums, rectified if ``relu``."""

from typing import Any, ClassVar

from amaranth.hdl import Cat, Module, Mux
from amaranth.lib import data, stream, wiring
from amaranth.lib.wiring import In, Out

from codesign.digital.groups import Groups
from codesign.digital.interval import Interval
from codesign.digital.layer import LayerParts
from codesign.digital.options import Options
from codesign.digital.streams import Bundle
from codesign.digital.sums import weighted_sums
from codesign.network import Layer
from codesign.twin.trace import in_units_of

__all__ = ["Rectifier", "build"]


def build(layer: Layer, source: Bundle, options: Options) -> LayerParts:
    """The parts of one layer that gets ``source``."""
    scale = layer.tensors["weight"].quantisation.scale * source.scale
    groups = Groups.of(layer.outputs, options.units_per_cycle)
    sums = weighted_sums(
        weights=layer["weight"], offset=in_units_of(scale, layer, "bias"), source=source, groups=groups, options=options
    )
    if not layer.attributes["relu"]:
        return LayerParts(source=source, sums=sums, bundle=Bundle(signal="current", ranges=sums.ranges, scale=scale))
    ranges = tuple(Interval(max(found.low, 0), max(found.high, 0)) for found in sums.ranges)
    bundle = Bundle(signal="current", ranges=ranges, scale=scale)
    return LayerParts(source=source, sums=sums, bundle=bundle, units=Rectifier(groups, sums.range, bundle))


class Rectifier(wiring.Component):
    """max(0, sum) of every unit, in no cycle.

    Ports: ``input`` (in, ``groups.layout`` of the sums), ``output`` (out, ``groups.layout`` of the outputs).
    """

    states: ClassVar[dict[str, Any]] = {}
    stages: ClassVar[int] = 0

    def __init__(self, groups: Groups, sums: Interval, bundle: Bundle) -> None:
        self.groups, self._sums, self._width = groups, sums, bundle.range.width
        super().__init__(
            {
                "input": In(stream.Signature(groups.layout(sums.width))),
                "output": Out(stream.Signature(groups.layout(self._width))),
            }
        )

    def elaborate(self, platform: Any) -> Module:
        m = Module()
        taken, given, lanes = self.input.payload, self.output.payload, self.groups.lanes
        sums = data.View(data.ArrayLayout(self._sums.shape, lanes), taken.units)
        m.d.comb += [
            given.units.eq(Cat(*(Mux(sums[lane] > 0, sums[lane], 0)[: self._width] for lane in range(lanes)))),
            given.step.eq(taken.step),
            given.end_of_step.eq(taken.end_of_step),
            given.end_of_sample.eq(taken.end_of_sample),
            self.output.valid.eq(self.input.valid),
            self.input.ready.eq(self.output.ready),
        ]
        return m
