"""Weighted sums: one row of weights per datum, all units of the layer at once."""

from typing import Any

import numpy as np
from amaranth.hdl import Cat, Module, Mux, Signal
from amaranth.lib import data, memory, stream, wiring
from amaranth.lib.wiring import In, Out
from numpy.typing import NDArray

from codesign.digital.interval import Interval, sum_intervals
from codesign.digital.streams import Bundle, pack, step_layout

__all__ = ["WeightedSums"]


class WeightedSums(wiring.Component):
    """offset + weights x inputs of one step, one item of input per cycle.

    Ports: ``input`` (in, ``source.layout``), ``output`` (out, :func:`~codesign.digital.streams.step_layout` with one
    sum of ``range.width`` bits per unit). The weights are a ROM of one row per input, read in the cycle after an
    item was taken and added in that cycle, so the sums of a step stand at ``output`` two cycles after its last item
    was taken. Meanwhile and while they are handed over, items of the next step are taken.
    """

    def __init__(self, *, weights: NDArray[np.integer], offset: NDArray[np.integer], source: Bundle) -> None:
        self._weights, self._offset, self._source = weights, offset, source
        self.ranges: tuple[Interval, ...] = sum_intervals(weights, offset, source.ranges)
        """Of each unit, partial sums included."""
        self.range = Interval.hull((*self.ranges, Interval.of(offset))).with_zero()
        super().__init__(
            {
                "input": In(stream.Signature(source.layout)),
                "output": Out(stream.Signature(step_layout(len(weights), self.range.width))),
            }
        )

    def elaborate(self, platform: Any) -> Module:
        m = Module()
        units, inputs = self._weights.shape
        is_spike = self._source.signal == "spike"
        item = self.input.payload

        weight = Interval.of(self._weights).with_zero()
        row_shape = data.ArrayLayout(weight.shape, units)
        rows = [pack(self._weights[:, index], weight.width) for index in range(inputs)]
        # At least two rows: an address of no width is legal in Amaranth, but not in every tool behind it.
        m.submodules.weights = rom = memory.Memory(shape=units * weight.width, depth=max(inputs, 2), init=rows)
        read = rom.read_port(domain="sync")

        advance = Signal()  # nothing waits at the output, or it leaves in this cycle
        full = self.output.valid  # the sums are complete
        stage_valid = Signal()  # the row of an item stands at the ROM's output
        stage_datum = Signal()
        stage_step = Signal()
        stage_sample = Signal()

        if is_spike:
            index = item.address
        else:
            index = Signal(range(max(inputs, 1) + 1))  # stays at ``inputs`` when too many values come
            with m.If(self.input.valid & self.input.ready):
                with m.If(item.end_of_step | item.end_of_sample):
                    m.d.sync += index.eq(0)
                with m.Elif(item.present & (index < inputs)):
                    m.d.sync += index.eq(index + 1)

        m.d.comb += [
            advance.eq(~full | self.output.ready),
            self.input.ready.eq(advance),
            read.addr.eq(index),
            read.en.eq(advance),
        ]
        with m.If(advance):
            m.d.sync += [
                stage_valid.eq(self.input.valid),
                stage_datum.eq(self.input.valid & item[self._source.datum] & (index < inputs)),
                stage_step.eq(item.end_of_step),
                stage_sample.eq(item.end_of_sample),
                full.eq(stage_valid & (stage_step | stage_sample)),
                self.output.payload.step.eq(stage_step),
                self.output.payload.end_of_sample.eq(stage_sample),
            ]

        factor: Any = 1
        if not is_spike:
            factor = Signal(self._source.range.shape, name="stage_value")
            with m.If(advance):
                m.d.sync += factor.eq(item.value)

        # One register for all units: a simulator then has one process to run per cycle instead of one per unit.
        offsets = pack(self._offset, self.range.width)
        sums = Signal(units * self.range.width, init=offsets)
        base = Signal.like(sums)  # the next step starts from the offsets
        row = Signal.like(read.data)
        m.d.comb += [
            base.eq(Mux(full, offsets, sums)),
            row.eq(Mux(stage_datum, read.data, 0)),
            self.output.payload.units.eq(sums),
        ]
        old, weights = data.View(data.ArrayLayout(self.range.shape, units), base), data.View(row_shape, row)
        new = (old[unit] + (weights[unit] if is_spike else weights[unit] * factor) for unit in range(units))
        with m.If(advance & (full | stage_valid)):
            m.d.sync += sums.eq(Cat(*(value[: self.range.width] for value in new)))
        return m
