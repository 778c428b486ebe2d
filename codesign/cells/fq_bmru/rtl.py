# amaranth: UnusedElaboratable=no
"""The RTL of an FQ-BMRU layer: two comparators and one flip-flop per unit."""

from typing import Any

import numpy as np
from amaranth.hdl import C, Cat, Module, Mux, Signal
from amaranth.lib import data, stream, wiring
from amaranth.lib.wiring import In, Out
from numpy.typing import NDArray

from codesign.cells.fq_bmru.twin import thresholds
from codesign.digital.hierarchy import OBSERVED
from codesign.digital.interval import Interval
from codesign.digital.layer import LayerDesign, Units
from codesign.digital.options import Options
from codesign.digital.streams import Bundle, step_layout
from codesign.digital.sums import WeightedSums
from codesign.network import Layer
from codesign.twin.trace import in_units_of

__all__ = ["BistableUnits", "build"]


def build(layer: Layer, source: Bundle, options: Options) -> LayerDesign:
    """The design of one layer that gets ``source``."""
    scale = layer.tensors["weight"].quantisation.scale * source.scale
    sums = WeightedSums(weights=layer["weight"], offset=in_units_of(scale, layer, "bias"), source=source)
    bundle = Bundle(
        signal="current",
        ranges=tuple(Interval(0, int(gain)) for gain in layer["gain"]),
        scale=layer.tensors["gain"].quantisation.scale,
    )
    lower, upper = thresholds(layer, scale)
    component = BistableUnits(sums=sums.range, lower=lower, upper=upper, gain=layer["gain"], bundle=bundle)
    return LayerDesign(
        source=source,
        sums=sums,
        bundle=bundle,
        units=Units(component=component, cycles=1, states={"state": Interval(0, 1)}),
    )


class BistableUnits(wiring.Component):
    """Set at or above ``upper``, reset at or below ``lower``, hold in between; all units in one cycle.

    Ports: ``input`` (in, ``step_layout`` of the sums), ``output`` (out, ``step_layout`` of state x gain).
    Registers to observe: ``state`` (1 bit per unit) when ``step_done`` is 1.
    """

    def __init__(
        self,
        *,
        sums: Interval,
        lower: NDArray[np.integer],
        upper: NDArray[np.integer],
        gain: NDArray[np.integer],
        bundle: Bundle,
    ) -> None:
        self._sums, self._lower, self._upper, self._gain, self._bundle = sums, lower, upper, gain, bundle
        super().__init__(
            {
                "input": In(stream.Signature(step_layout(bundle.size, sums.width))),
                "output": Out(stream.Signature(step_layout(bundle.size, bundle.range.width))),
            }
        )
        self.state = Signal(bundle.size, attrs=OBSERVED)
        self.step_done = Signal(attrs=OBSERVED)

    def elaborate(self, platform: Any) -> Module:
        m = Module()
        count, width = self._bundle.size, self._bundle.range.width
        state, step_done = self.state, self.step_done
        fresh = Signal(init=1)  # no step of this sample is done: the state counts as 0
        m.d.comb += [
            self.input.ready.eq(~self.output.valid | self.output.ready),
            self.output.payload.units.eq(
                Cat(*(Mux(state[unit], C(int(self._gain[unit]), width), C(0, width)) for unit in range(count)))
            ),
        ]
        m.d.sync += step_done.eq(0)
        with m.If(self.output.ready):
            m.d.sync += self.output.valid.eq(0)
        sums = data.View(data.ArrayLayout(self._sums.shape, count), self.input.payload.units)
        with m.If(self.input.valid & self.input.ready):
            m.d.sync += [
                self.output.valid.eq(1),
                self.output.payload.step.eq(self.input.payload.step),
                self.output.payload.end_of_sample.eq(self.input.payload.end_of_sample),
                fresh.eq(self.input.payload.end_of_sample),
            ]
            with m.If(self.input.payload.step):
                m.d.sync += step_done.eq(1)
                for unit in range(count):
                    with m.If(sums[unit] >= int(self._upper[unit])):
                        m.d.sync += state[unit].eq(1)
                    with m.Elif((sums[unit] <= int(self._lower[unit])) | fresh):
                        m.d.sync += state[unit].eq(0)
        return m
