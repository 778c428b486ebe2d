"""Weighted sums of all units at once: an item per cycle."""

from typing import Any

import numpy as np
from amaranth.hdl import Cat, Module, Mux, Signal
from amaranth.lib import stream, wiring
from amaranth.lib.wiring import In, Out
from numpy.typing import NDArray

from codesign.digital.groups import Groups
from codesign.digital.interval import Interval, sum_intervals
from codesign.digital.streams import Bundle, pack
from codesign.digital.sums.items import datum_of
from codesign.digital.sums.rows import Row, WeightBanks, products, register, tree

__all__ = ["ParallelSums"]


class ParallelSums(wiring.Component):
    """offset + weights x inputs of one step, one item of input per cycle.

    Ports: ``input`` (in, ``source.layout``), ``output`` (out, ``groups.layout(range.width)``).

    An item's rows of weights are read in the cycle after it was taken, then masked (or multiplied by its value), then
    added up in a tree, then accumulated: the sums of a step are complete :attr:`latency` cycles after its last item was
    taken. Meanwhile items of the next step are taken. Complete sums move on into a shift register that hands them over
    group by group.
    """

    def __init__(
        self, *, weights: NDArray[np.integer], offset: NDArray[np.integer], source: Bundle, groups: Groups
    ) -> None:
        self.weights, self.offset = weights, offset
        self._offset, self._source, self.groups = offset, source, groups
        self._units = len(weights)
        self.banks = WeightBanks(weights, source, columns=self._units)
        self.ranges: tuple[Interval, ...] = sum_intervals(weights, offset, source.ranges)
        """Of each unit, partial sums included."""
        self.range = Interval.hull((*self.ranges, Interval.of(offset))).with_zero()
        self.latency = 4 if source.signal == "current" else 3 + _tree_cycles(source.lanes)
        """Cycles from taking the last item of a step to its complete sums."""
        super().__init__(
            {
                "input": In(stream.Signature(source.layout)),
                "output": Out(stream.Signature(groups.layout(self.range.width))),
            }
        )

    def elaborate(self, platform: Any) -> Module:
        m = Module()
        item = self.input.payload
        advance = Signal(name="advance")  # no complete sums, or they move on in this cycle
        full = Signal(name="full")  # the sums are complete
        taken = Signal(name="taken")
        m.d.comb += [self.input.ready.eq(advance), taken.eq(self.input.valid & advance)]

        # Stage 1: the rows stand at the memories' outputs.
        datum = datum_of(m, self._source, item, taken, self.banks)
        rows = self.banks.place(m, advance, datum.addresses)
        flags = _Flags(m, advance, taken, item)
        counts = [Signal(name=f"counts_{lane}") for lane in range(len(rows))]
        with m.If(advance):
            m.d.sync += [count.eq(taken & found) for count, found in zip(counts, datum.counts, strict=True)]

        # Stage 2: masked. A block RAM is slow to answer, so nothing else happens in its cycle.
        rows = [register(m, advance, f"row_{lane}", row, count=counts[lane]) for lane, row in enumerate(rows)]
        flags.later()
        if datum.value is not None:
            rows = [products(m, advance, rows[0], datum.value, self._source.range)]
            flags.later()
        rows, cycles = tree(m, advance, rows)
        for _ in range(cycles):
            flags.later()
        self._accumulate(m, advance, full, rows, flags)
        return m

    def _accumulate(self, m: Module, advance: Any, full: Any, rows: list[Row], flags: "_Flags") -> None:
        # One register for all units: a simulator then has one process to run per cycle instead of one per unit.
        width = self.range.width
        offsets = pack(self._offset, width)
        sums = Signal(self._units * width, init=offsets, name="sums")
        base = Signal.like(sums, name="base")  # the next step starts from the offsets
        m.d.comb += base.eq(Mux(full, offsets, sums))
        old = Row(bits=base, count=self._units, range=self.range)
        new = (sum((row[unit] for row in rows), old[unit]) for unit in range(self._units))
        step, sample = (Signal(name=name) for name in ("step", "sample"))  # of the complete sums
        with m.If(advance & (full | flags.valid)):
            m.d.sync += sums.eq(Cat(*(value[:width] for value in new)))
        with m.If(advance):
            m.d.sync += [
                full.eq(flags.valid & (flags.step | flags.sample)),
                step.eq(flags.step),
                sample.eq(flags.sample),
            ]
        # From here the groups go. It is loaded only when it is empty, so that what stops the rows, and their memories
        # far away, comes from registers beside it and not from whoever takes the groups.
        given, part = self.output.payload, self.groups.lanes * width
        waiting = Signal.like(sums, name="waiting", init=0)  # moves down by one group for each that was taken
        left = Signal(range(self.groups.count + 1), name="left")
        waiting_step = Signal(name="waiting_step")
        waiting_sample = Signal(name="waiting_sample")
        m.d.comb += [
            advance.eq(~full | (left == 0)),
            self.output.valid.eq(left != 0),
            given.units.eq(waiting[:part]),
            given.step.eq(waiting_step),
            given.end_of_step.eq(waiting_step & (left == 1)),
            given.end_of_sample.eq(waiting_sample & (left == 1)),
        ]
        with m.If(full & (left == 0)):
            m.d.sync += [
                waiting.eq(sums),
                left.eq(Mux(step, self.groups.count, 1)),
                waiting_step.eq(step),
                waiting_sample.eq(sample),
            ]
        with m.Elif(self.output.valid & self.output.ready):
            m.d.sync += [waiting.eq(waiting >> part), left.eq(left - 1)]


class _Flags:
    """What goes beside the rows from stage to stage: an item is there, it closes the step, it closes the sample."""

    def __init__(self, m: Module, advance: Any, taken: Any, item: Any) -> None:
        self._m, self._advance, self._stage = m, advance, 0
        self.valid, self.step, self.sample = taken, item.end_of_step, item.end_of_sample
        self.later()

    def later(self) -> None:
        """One stage on."""
        self._stage += 1
        before = self.valid, self.step, self.sample
        self.valid, self.step, self.sample = (
            Signal(name=f"{name}_{self._stage}") for name in ("valid", "closes_step", "closes_sample")
        )
        with self._m.If(self._advance):
            self._m.d.sync += [
                signal.eq(value) for signal, value in zip((self.valid, self.step, self.sample), before, strict=True)
            ]


def _tree_cycles(lanes: int) -> int:
    """Cycles that :func:`~codesign.digital.sums.rows.tree` takes."""
    cycles = 0
    while lanes > 2:
        lanes, cycles = -(-lanes // 4), cycles + 1
    return cycles
