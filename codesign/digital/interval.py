"""Intervals of whole numbers: every width in the RTL comes from one of these, none is written by hand.

An interval holds every value that a signal can take, computed from the actual parameters of the network
(worst-case sums of the actual weights), so a width is the smallest that can never overflow.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from amaranth.hdl import Shape, signed, unsigned
from numpy.typing import NDArray

__all__ = ["Interval", "sum_intervals"]


@dataclass(frozen=True)
class Interval:
    """All whole numbers from ``low`` to ``high``, both included."""

    low: int
    high: int

    def __post_init__(self) -> None:
        if self.low > self.high:
            raise ValueError(f"an interval must not be empty, not {self.low}..{self.high}")

    @classmethod
    def of(cls, values: NDArray[np.integer]) -> "Interval":
        """The smallest interval that holds all of ``values``."""
        return cls(int(values.min()), int(values.max()))

    @classmethod
    def hull(cls, intervals: Iterable["Interval"]) -> "Interval":
        """The smallest interval that holds all of ``intervals``."""
        found = list(intervals)
        return cls(min(i.low for i in found), max(i.high for i in found))

    def times(self, factor: int) -> "Interval":
        """Every product with ``factor``."""
        return Interval(min(self.low * factor, self.high * factor), max(self.low * factor, self.high * factor))

    def plus(self, other: "Interval") -> "Interval":
        """Every sum with a number of ``other``."""
        return Interval(self.low + other.low, self.high + other.high)

    def with_zero(self) -> "Interval":
        return Interval(min(self.low, 0), max(self.high, 0))

    @property
    def signed(self) -> bool:
        return self.low < 0

    @property
    def width(self) -> int:
        """Bits of the smallest representation; at least 1, for a wire of no width has no name in Verilog."""
        if self.signed:
            return 1 + max((-self.low - 1).bit_length(), max(self.high, 0).bit_length())
        return max(1, self.high.bit_length())

    @property
    def shape(self) -> Shape:
        return signed(self.width) if self.signed else unsigned(self.width)


def sum_intervals(
    weights: NDArray[np.integer], offset: NDArray[np.integer], inputs: tuple[Interval, ...]
) -> tuple[Interval, ...]:
    """Per unit all values of ``offset`` + weights x inputs, partial sums included, with inputs within ``inputs``.

    ``weights`` is (outputs, inputs), ``offset`` (outputs,). An absent input adds 0.
    """
    wide = weights.astype(np.int64)
    low = wide * np.array([i.low for i in inputs], dtype=np.int64)
    high = wide * np.array([i.high for i in inputs], dtype=np.int64)
    lowest = np.minimum(np.minimum(low, high), 0).sum(axis=1) + offset
    highest = np.maximum(np.maximum(low, high), 0).sum(axis=1) + offset
    return tuple(Interval(int(a), int(b)) for a, b in zip(lowest, highest, strict=True))
