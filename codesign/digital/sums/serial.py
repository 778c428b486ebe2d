"""Weighted sums of one group of units at a time, kept in memory: a cycle per item and group."""

from typing import Any

import numpy as np
from amaranth.hdl import Cat, Module, Mux, Signal
from amaranth.lib import memory, stream, wiring
from amaranth.lib.wiring import In, Out
from numpy.typing import NDArray

from codesign.digital.arithmetic import times
from codesign.digital.groups import Groups, memory_style
from codesign.digital.interval import Interval, sum_intervals
from codesign.digital.memory_ports import read_port, write_port
from codesign.digital.streams import Bundle, pack
from codesign.digital.sums.items import datum_of
from codesign.digital.sums.rows import Row, WeightBanks, add, products, register

__all__ = ["SerialSums"]


class SerialSums(wiring.Component):
    """offset + weights x inputs of one step, ``groups.lanes`` adders for all units.

    Ports: ``input`` (in, ``source.layout``), ``output`` (out, ``groups.layout(range.width)``).

    An item goes through the groups one per cycle: its weights for the group are read, masked (or multiplied by its
    value) and added to the sums of the group, which come from a memory and go back to it; the first item of a step adds
    to the offsets instead, the last one also hands the sums over. From an item's taking to its first group's sums at
    the output :attr:`latency` cycles pass. At least two groups are needed.
    """

    def __init__(
        self, *, weights: NDArray[np.integer], offset: NDArray[np.integer], source: Bundle, groups: Groups
    ) -> None:
        if groups.count < 2:
            raise ValueError(f"serial sums need at least 2 groups, not {groups.count}")
        self.weights, self.offset = weights, offset
        self._offset, self._source, self.groups = offset, source, groups
        self.banks = WeightBanks(weights, source, columns=groups.lanes)
        self.ranges: tuple[Interval, ...] = sum_intervals(weights, offset, source.ranges)
        """Of each unit, partial sums included."""
        self.range = Interval.hull((*self.ranges, Interval.of(offset))).with_zero()
        self.latency = 5 if source.signal == "current" else 4
        super().__init__(
            {
                "input": In(stream.Signature(source.layout)),
                "output": Out(stream.Signature(groups.layout(self.range.width))),
            }
        )

    def elaborate(self, platform: Any) -> Module:
        m = Module()
        groups, item = self.groups, self.input.payload
        advance = Signal(name="advance")  # nothing stands at the output, or it leaves in this cycle
        taken = Signal(name="taken")
        busy, last = (Signal(name=name) for name in ("busy", "last"))  # an item is in the groups; this is its last one
        m.d.comb += [
            advance.eq(~self.output.valid | self.output.ready),
            self.input.ready.eq(advance & (~busy | last)),
            taken.eq(self.input.valid & self.input.ready),
        ]

        # The item that goes through the groups, and where its weights lie.
        datum = datum_of(m, self._source, item, taken, self.banks)
        group = Signal(range(groups.count), name="group")
        first = Signal(init=1, name="first")  # the next item is the first one of its step
        current = _Stage("item", groups.count)
        addresses = [Signal(range(max(2, self.banks.inputs(lane) * groups.count)), name=f"address_{lane}")
                     for lane in range(self._source.lanes)]  # fmt: skip
        counts = [Signal(name=f"counts_{lane}") for lane in range(self._source.lanes)]
        value = None if datum.value is None else Signal(self._source.range.shape, name="item_value")
        m.d.comb += [last.eq(group == groups.count - 1), current.valid.eq(busy), current.group.eq(group)]
        with m.If(taken):
            m.d.sync += [
                busy.eq(1),
                # A sample's end without a step is one group that holds nothing.
                group.eq(Mux(item.end_of_sample & ~item.end_of_step, groups.count - 1, 0)),
                current.first.eq(first),
                first.eq(item.end_of_step | item.end_of_sample),
                current.step.eq(item.end_of_step),
                current.sample.eq(item.end_of_sample),
                *(register_.eq(times(row, groups.count)) for register_, row in
                  zip(addresses, datum.addresses, strict=True)),
                *(register_.eq(found) for register_, found in zip(counts, datum.counts, strict=True)),
            ]  # fmt: skip
            if value is not None:
                m.d.sync += value.eq(datum.value)
        with m.Elif(advance & busy):
            m.d.sync += [group.eq(group + 1), *(address.eq(address + 1) for address in addresses)]
            with m.If(last):
                m.d.sync += [busy.eq(0), group.eq(0)]

        # The rows at the memories' outputs, then masked, then multiplied, then added.
        rows = self.banks.place(m, advance, addresses)
        stage = current.later(m, advance, "read")
        here = [Signal(name=f"here_{lane}") for lane in range(len(rows))]
        with m.If(advance):
            m.d.sync += [signal.eq(count) for signal, count in zip(here, counts, strict=True)]
        rows = [register(m, advance, f"row_{lane}", row, count=here[lane]) for lane, row in enumerate(rows)]
        before, stage = stage, stage.later(m, advance, "masked")
        if value is not None:
            rows = [products(m, advance, rows[0], value, self._source.range)]
            before, stage = stage, stage.later(m, advance, "multiplied")
        level = 0
        while len(rows) > 1:
            rows = [add(m, f"partial_{level}_{i // 2}", rows[i : i + 2]) for i in range(0, len(rows), 2)]
            level += 1
        self._accumulate(m, advance, rows[0], before, stage)
        return m

    def _accumulate(self, m: Module, advance: Any, row: Row, before: "_Stage", stage: "_Stage") -> None:
        """Add ``row`` to the sums of its group; their address is given one stage ``before``."""
        groups, width = self.groups, self.range.width
        bits = groups.lanes * width
        m.submodules.sums = sums = memory.Memory(
            shape=bits, depth=groups.count, init=[], attrs=memory_style(groups.count)
        )
        write, read = write_port(sums), read_port(sums)
        base: Any = Signal(bits, name="base")
        offsets: Any = 0
        if np.any(self._offset):
            padded = np.zeros(groups.room, dtype=np.int64)
            padded[: groups.units] = self._offset
            init = [pack(part, width) for part in padded.reshape(groups.count, groups.lanes)]
            m.submodules.offsets = rom = memory.Memory(shape=bits, depth=groups.count, init=init)
            offset = read_port(rom, name="offset")
            m.d.comb += [offset.addr.eq(before.group), offset.en.eq(advance)]
            offsets = offset.data
        total = Signal(bits, name="total")
        m.d.comb += [
            read.addr.eq(before.group),
            read.en.eq(advance),
            base.eq(Mux(stage.first, offsets, read.data)),
            write.addr.eq(stage.group),
            write.data.eq(total),
            write.en.eq(advance & stage.valid),
        ]
        old = Row(bits=base, count=groups.lanes, range=self.range)
        m.d.comb += total.eq(Cat(*((old[lane] + row[lane])[:width] for lane in range(groups.lanes))))
        given = self.output.payload
        with m.If(advance):
            m.d.sync += [
                self.output.valid.eq(stage.valid & (stage.step | stage.sample)),
                given.units.eq(total),
                given.step.eq(stage.step),
                given.end_of_step.eq(stage.step & (stage.group == groups.count - 1)),
                given.end_of_sample.eq(stage.sample & (stage.group == groups.count - 1)),
            ]


class _Stage:
    """What goes beside a row: its group, and of its item whether it is the first of its step and what it closes."""

    def __init__(self, name: str, groups: int) -> None:
        self._groups = groups
        self.group = Signal(range(groups), name=f"{name}_group")
        self.valid, self.first, self.step, self.sample = (
            Signal(name=f"{name}_{flag}") for flag in ("valid", "first", "step", "sample")
        )

    def later(self, m: Module, advance: Any, name: str) -> "_Stage":
        """The same one cycle later."""
        stage = _Stage(name, self._groups)
        with m.If(advance):
            for field in ("group", "valid", "first", "step", "sample"):
                m.d.sync += getattr(stage, field).eq(getattr(self, field))
        return stage
