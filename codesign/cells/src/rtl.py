# amaranth: UnusedElaboratable=no
"""The RTL of an SRC layer: a group of neurons per cycle, in the integers of the twin."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import numpy as np
from amaranth.hdl import C, Cat, Module, Mux, Signal, signed
from amaranth.lib import stream, wiring
from amaranth.lib.wiring import In, Out

from codesign.digital.arithmetic import clip, times
from codesign.digital.hierarchy import OBSERVED
from codesign.digital.interval import Interval
from codesign.digital.layer import LayerDesign, Units
from codesign.digital.options import Options
from codesign.digital.streams import Bundle, step_layout
from codesign.digital.sums import WeightedSums
from codesign.network import Layer

__all__ = ["SpikingUnits", "build", "leaky_bound"]

_H = Interval(-1024, 1023)
_HS = Interval(-800, 1023)


def build(layer: Layer, source: Bundle, options: Options) -> LayerDesign:
    """The design of one layer that gets ``source``."""
    sums = WeightedSums(weights=layer["weight"], offset=np.zeros(layer.outputs, dtype=np.int64), source=source)
    bundle = Bundle(signal="spike", ranges=(Interval(0, 1),) * layer.outputs, scale=Fraction(1))
    # With -1, so that i is signed like the others even where no weight is negative.
    current = Interval.hull([Interval(-1, 0), *(leaky_bound(found) for found in set(sums.ranges))])
    states = {"i": current, "h": _H, "hs": _HS}
    component = SpikingUnits(layer, sums=sums.range, states=states, units_per_cycle=options.units_per_cycle)
    return LayerDesign(
        source=source,
        sums=sums,
        bundle=bundle,
        units=Units(component=component, cycles=component.groups + 1, states=states),
    )


def leaky_bound(drive: Interval) -> Interval:
    """Every value that i -> i - ((i >> 4) + (i >> 5)) + d reaches from 0, for any d within ``drive`` at any time.

    The interval is the least fixpoint: it holds 0, and one more step from any of its values stays within it. The
    leak f(i) = i - (i >> 4) - (i >> 5) falls by 1 where i + 1 is a multiple of 32 and f(i + 32) = f(i) + 29,
    so over an interval its extremes lie among the first and the last 32 values.
    """
    low = high = 0
    while True:
        lowest = min(_leak(i) for i in range(low, min(low + 31, high) + 1)) + drive.low
        highest = max(_leak(i) for i in range(max(high - 31, low), high + 1)) + drive.high
        if lowest >= low and highest <= high:
            return Interval(low, high)
        low, high = min(low, lowest), max(high, highest)


def _leak(i: int) -> int:
    return i - ((i >> 4) + (i >> 5))


@dataclass(frozen=True, kw_only=True)
class _Register:
    """A state of all neurons: ``signal`` turns by one group per cycle, once round in each update."""

    signal: Any
    width: int
    initial: int

    def value(self, index: int) -> Any:
        return self.signal[index * self.width : (index + 1) * self.width].as_signed()


class SpikingUnits(wiring.Component):
    """The neurons, ``units_per_cycle`` of them at a time; the first step of a sample is the reset.

    Ports: ``input`` (in, ``step_layout`` of the sums), ``output`` (out, ``step_layout`` of 1 bit per neuron).
    Registers to observe: ``i``, ``h``, ``hs`` when ``step_done`` is 1. They have room for a whole number of groups;
    what is above the last neuron is unused.
    """

    def __init__(self, layer: Layer, *, sums: Interval, states: dict[str, Interval], units_per_cycle: int) -> None:
        self._attributes, self._count, self._sums, self._states = layer.attributes, layer.outputs, sums, states
        self.groups = -(-layer.outputs // units_per_cycle)
        self._lanes = -(-layer.outputs // self.groups)
        super().__init__(
            {
                "input": In(stream.Signature(step_layout(layer.outputs, sums.width))),
                "output": Out(stream.Signature(step_layout(layer.outputs, 1))),
            }
        )
        self._registers = {name: self._register(name) for name in states}
        self.i, self.h, self.hs = (self._registers[name].signal for name in ("i", "h", "hs"))
        self.step_done = Signal(attrs=OBSERVED)

    def _register(self, name: str) -> _Register:
        width = self._states[name].width
        initial = 0 if name == "i" else self._attributes[f"initial_{name}"]
        return _Register(
            signal=Signal(self.groups * self._lanes * width, name=name, attrs=OBSERVED), width=width, initial=initial
        )

    def elaborate(self, platform: Any) -> Module:
        m = Module()
        room = self.groups * self._lanes
        drive = Signal(room * self._sums.width)
        spikes = Signal(room)
        step_done = self.step_done
        fresh = Signal(init=1)  # no step of this sample is done: the next one is the reset
        left = Signal(range(self.groups + 1))  # groups still to be updated

        m.d.comb += [
            self.input.ready.eq((left == 0) & (~self.output.valid | self.output.ready)),
            self.output.payload.units.eq(spikes[: self._count]),
        ]
        m.d.sync += step_done.eq(0)
        with m.If(self.output.ready):
            m.d.sync += self.output.valid.eq(0)
        with m.If(self.input.valid & self.input.ready):
            m.d.sync += [
                drive.eq(self.input.payload.units),
                self.output.payload.step.eq(self.input.payload.step),
                self.output.payload.end_of_sample.eq(self.input.payload.end_of_sample),
            ]
            with m.If(self.input.payload.step):
                m.d.sync += left.eq(self.groups)
            with m.Else():
                m.d.sync += [self.output.valid.eq(1), fresh.eq(1)]

        updated = [self._neuron(m, lane, fresh, drive) for lane in range(self._lanes)]
        with m.If(left != 0):
            m.d.sync += left.eq(left - 1)
            m.d.sync += drive.eq(drive >> (self._lanes * self._sums.width))
            m.d.sync += spikes.eq(Cat(spikes[self._lanes :], *(neuron["spike"] for neuron in updated)))
            for name, register in self._registers.items():
                kept = register.signal[self._lanes * register.width :]
                m.d.sync += register.signal.eq(Cat(kept, *(neuron[name] for neuron in updated)))
            with m.If(left == 1):
                m.d.sync += [self.output.valid.eq(1), step_done.eq(1), fresh.eq(self.output.payload.end_of_sample)]
        return m

    def _neuron(self, m: Module, lane: int, fresh: Any, drive: Any) -> dict[str, Any]:
        """The next states of the neuron in ``lane``."""
        width = self._sums.width
        synaptic = drive[lane * width : (lane + 1) * width]
        if self._sums.signed:
            synaptic = synaptic.as_signed()
        i, h, hs = (self._registers[name] for name in ("i", "h", "hs"))
        i_now, h_now, hs_now = i.value(lane), h.value(lane), hs.value(lane)

        def named(name: str, value: Any) -> Any:
            signal = Signal(value.shape(), name=f"{name}_{lane}")
            m.d.comb += signal.eq(value)
            return signal

        # Two constant products and a choice: cheaper than one product with a chosen factor.
        difference = named("difference", hs_now - h_now)
        largest, smallest = times(difference, self._attributes["z_max"]), times(difference, self._attributes["z_min"])
        slow = named("slow", (Mux(h_now < 500, largest, smallest) >> 10) + h_now)
        next_i = Signal(signed(i.width), name=f"next_i_{lane}")
        m.d.comb += next_i.eq(i_now - ((i_now >> 4) + (i_now >> 5)) + synaptic)  # leaky_bound: it fits
        v = named("v", Mux(next_i > 0, C(1023), C(-1024)) + 2 * (h_now - (hs_now << 2) - 3000))
        next_h = named("next_h", clip(((v << 1) + v) >> 2, _H))
        return {
            "i": Mux(fresh, i.initial, next_i)[: i.width],
            "h": Mux(fresh, h.initial, next_h)[: h.width],
            "hs": Mux(fresh, hs.initial, clip(slow, _HS))[: hs.width],
            "spike": ~fresh & (next_h >= 512),
        }
