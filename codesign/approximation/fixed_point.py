"""Formats of fixed-point numbers."""

from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from codesign.errors import InputError

__all__ = ["LARGEST_WIDTH", "FixedPoint"]

LARGEST_WIDTH = 16
"""Bits; every value of a format is looked at, so there must not be too many."""


@dataclass(frozen=True, kw_only=True)
class FixedPoint:
    """Numbers of ``width`` bits, ``fraction`` of them behind the point: value = integer / 2^fraction.

    ``fraction`` may be larger than ``width`` (all numbers are small) or negative (all are multiples of a power of two).
    """

    width: int
    fraction: int
    signed: bool = True

    def __post_init__(self) -> None:
        if not 2 <= self.width <= LARGEST_WIDTH:
            raise InputError(f"a fixed-point format has 2 to {LARGEST_WIDTH} bits, not {self.width}")
        if not -LARGEST_WIDTH <= self.fraction <= 2 * LARGEST_WIDTH:
            raise InputError(
                f"the fraction of a fixed-point format has {-LARGEST_WIDTH} to {2 * LARGEST_WIDTH} bits, "
                f"not {self.fraction}"
            )

    @property
    def minimum(self) -> int:
        """The lowest integer."""
        return -(1 << (self.width - 1)) if self.signed else 0

    @property
    def maximum(self) -> int:
        """The highest integer."""
        return (1 << (self.width - self.signed)) - 1

    @property
    def step(self) -> Fraction:
        """What the integer 1 stands for."""
        return Fraction(2) ** -self.fraction

    def integers(self) -> NDArray[np.int64]:
        """Every integer, in ascending order."""
        return np.arange(self.minimum, self.maximum + 1, dtype=np.int64)

    def __str__(self) -> str:
        return f"{'s' if self.signed else 'u'}{self.width - self.fraction}.{self.fraction}"
