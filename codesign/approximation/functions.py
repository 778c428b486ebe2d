"""The functions that are approximated, in floating point, and what is known of their symmetry."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

__all__ = ["EXP", "FUNCTIONS", "SIGMOID", "TANH", "Function"]

Floats = NDArray[np.float64]


@dataclass(frozen=True, kw_only=True)
class Function:
    """outer x base(inner x) + offset, for a ``base`` such as tanh. It rises or falls, but does not do both.

    ``double`` is the point that ``base`` is symmetric about, times two: base(-x) = double - base(x). None: it is not.
    """

    name: str
    base: Callable[[Floats], Floats]
    double: Fraction | None = None
    inner: Fraction = Fraction(1)
    outer: Fraction = Fraction(1)
    offset: Fraction = Fraction(0)

    def scaled(self, *, inner: Fraction | int = 1, outer: Fraction | int = 1, offset: Fraction | int = 0) -> "Function":
        """outer x f(inner x) + offset."""
        return replace(
            self,
            inner=self.inner * inner,
            outer=self.outer * outer,
            offset=self.offset * outer + offset,
        )

    @property
    def reflection(self) -> Fraction | None:
        """The number c of f(-x) = c - f(x), or None."""
        return None if self.double is None else self.outer * self.double + 2 * self.offset

    def __call__(self, x: Floats) -> Floats:
        """f(x) in double precision."""
        with np.errstate(over="ignore"):
            return float(self.outer) * self.base(float(self.inner) * x) + float(self.offset)

    def __str__(self) -> str:
        inner = "x" if self.inner == 1 else f"{self.inner} x"
        outer = "" if self.outer == 1 else f"{self.outer} "
        offset = "" if self.offset == 0 else f" + {self.offset}"
        return f"{outer}{self.name}({inner}){offset}"


def _sigmoid(x: Floats) -> Floats:
    # Of the two forms the one whose exponential does not overflow.
    small = np.exp(-np.abs(x))
    return np.where(x >= 0, 1.0, small) / (1.0 + small)


TANH = Function(name="tanh", base=np.tanh, double=Fraction(0))
SIGMOID = Function(name="sigmoid", base=_sigmoid, double=Fraction(1))
EXP = Function(name="exp", base=np.exp)

FUNCTIONS: Mapping[str, Function] = {function.name: function for function in (TANH, SIGMOID, EXP)}
"""By name."""
