"""Rows of numbers, one per unit: how weights are stored in banks, and how rows are masked, added and multiplied."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from amaranth.hdl import Cat, Module, Mux, Signal
from amaranth.lib import data, memory
from numpy.typing import NDArray

from codesign.digital.interval import Interval
from codesign.digital.memory_ports import read_port
from codesign.digital.streams import Bundle, pack

__all__ = ["Row", "WeightBanks", "add", "products", "register", "tree"]


@dataclass(frozen=True, kw_only=True)
class Row:
    """``count`` numbers within ``range``, packed into ``bits``, the first in the lowest bits."""

    bits: Any
    count: int
    range: Interval

    def __getitem__(self, index: int) -> Any:
        return data.View(data.ArrayLayout(self.range.shape, self.count), self.bits)[index]


class WeightBanks:
    """The weights in read-only memories, one for each lane of an item, ``groups`` rows for each input.

    Rows of lane b are those of the inputs b, b + lanes, ...; a row has the weights of one group of units, ``columns``
    of them. ``weights`` is (outputs, inputs).
    """

    def __init__(self, weights: NDArray[np.integer], source: Bundle, *, columns: int) -> None:
        self.range = Interval.of(weights).with_zero()
        self.groups = -(-len(weights) // columns)
        self.columns, self.lanes = columns, source.lanes
        padded = np.zeros((self.groups * columns, weights.shape[1]), dtype=np.int64)
        padded[: len(weights)] = weights
        self._rows = [padded[:, lane :: source.lanes].T.reshape(-1, columns) for lane in range(source.lanes)]

    def inputs(self, lane: int) -> int:
        """Inputs of a lane."""
        return len(self._rows[lane]) // self.groups

    def memory(self, lane: int) -> str:
        """Name of the memory of a lane."""
        return "weights" if self.lanes == 1 else f"weights_{lane}"

    def place(self, m: Module, enable: Any, addresses: Sequence[Any]) -> list[Row]:
        """Put the memories into ``m``; the rows that stand at their outputs in the cycle after ``addresses``."""
        found = []
        for lane, (rows, address) in enumerate(zip(self._rows, addresses, strict=True)):
            init = [pack(row, self.range.width) for row in rows]
            # At least two rows: an address of no width is legal in Amaranth, but not in every tool behind it.
            rom = memory.Memory(shape=self.columns * self.range.width, depth=max(len(init), 2), init=init)
            m.submodules[self.memory(lane)] = rom
            read = read_port(rom)
            m.d.comb += [read.addr.eq(address), read.en.eq(enable)]
            found.append(Row(bits=read.data, count=self.columns, range=self.range))
        return found


def register(m: Module, enable: Any, name: str, row: Row, *, count: Any = None) -> Row:
    """``row`` one cycle later, or zeros where ``count`` is 0."""
    kept = Signal(row.count * row.range.width, name=name)
    with m.If(enable):
        m.d.sync += kept.eq(row.bits if count is None else Mux(count, row.bits, 0))
    return Row(bits=kept, count=row.count, range=row.range.with_zero())


def add(m: Module, name: str, rows: Sequence[Row]) -> Row:
    """The sum of one or two rows, number by number, under a name of its own.

    Without a name, Amaranth would write down all sums of a row again for each number that is taken out of it.
    """
    if len(rows) == 1:
        return rows[0]
    first, second = rows
    total = first.range.plus(second.range)
    sums = Signal(first.count * total.width, name=name)
    m.d.comb += sums.eq(Cat(*((first[index] + second[index])[: total.width] for index in range(first.count))))
    return Row(bits=sums, count=first.count, range=total)


def products(m: Module, enable: Any, row: Row, value: Any, values: Interval) -> Row:
    """``row`` x ``value`` one cycle later; ``value``, within ``values``, is that of two cycles before ``row``."""
    early = Signal(values.shape, name="early")
    factor = Signal(values.shape, name="factor")
    with m.If(enable):
        m.d.sync += [early.eq(value), factor.eq(early)]
    found = Interval.hull(row.range.times(end) for end in (values.low, values.high)).with_zero()
    bits = Cat(*((row[index] * factor)[: found.width] for index in range(row.count)))
    return register(m, enable, "products", Row(bits=bits, count=row.count, range=found))


def tree(m: Module, enable: Any, rows: list[Row]) -> tuple[list[Row], int]:
    """Rows added up until at most two are left, and the cycles that takes: four become one in a cycle.

    Two more levels of adders fit between two registers at 100 MHz on an ECP5; the last one is the accumulator's.
    """
    cycles = 0
    while len(rows) > 2:
        pairs = [add(m, f"pair_{cycles}_{i // 2}", rows[i : i + 2]) for i in range(0, len(rows), 2)]
        fours = [add(m, f"four_{cycles}_{i // 2}", pairs[i : i + 2]) for i in range(0, len(pairs), 2)]
        rows = [register(m, enable, f"partial_{cycles}_{index}", row) for index, row in enumerate(fours)]
        cycles += 1
    return rows, cycles
