"""What a design may give: for every magnitude the lowest and the highest integer within the error that is allowed."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from codesign.approximation.design import exact
from codesign.approximation.fixed_point import FixedPoint
from codesign.approximation.functions import Function

__all__ = ["Bounds", "bounds_of", "constant", "line"]

Integers = NDArray[np.int64]


@dataclass(frozen=True, eq=False, kw_only=True)
class Bounds:
    """``low[m]`` <= y(m) <= ``high[m]`` for every magnitude m of :class:`~codesign.approximation.design.Approximation`.

    Where saturation takes care of what is above or below, the bound is far outside of the format.
    """

    low: Integers
    high: Integers

    @property
    def count(self) -> int:
        """Magnitudes."""
        return len(self.low)


def bounds_of(
    function: Function, input_format: FixedPoint, output_format: FixedPoint, reflection: int | None, error: float
) -> Bounds:
    """The bounds for an ``error`` in steps of the output."""
    x = input_format.integers()
    value = exact(function, input_format, output_format, x)
    low = np.ceil(value - error).astype(np.int64)
    high = np.floor(value + error).astype(np.int64)
    # One bit of room: what overshoots further would only widen the sums.
    room = 2 * (output_format.maximum - output_format.minimum + 1)
    low[low <= output_format.minimum] = output_format.minimum - room
    high[high >= output_format.maximum] = output_format.maximum + room
    if reflection is None:
        return Bounds(low=low, high=high)
    zero = -input_format.minimum
    count = max(input_format.maximum, zero) + 1
    both_low = np.full(count, output_format.minimum - 2 * room)
    both_high = np.full(count, output_format.maximum + 2 * room)
    both_low[: len(x) - zero], both_high[: len(x) - zero] = low[zero:], high[zero:]
    mirrored = slice(1, zero + 1)  # magnitudes that a negative number has
    both_low[mirrored] = np.maximum(both_low[mirrored], reflection - high[:zero][::-1])
    both_high[mirrored] = np.minimum(both_high[mirrored], reflection - low[:zero][::-1])
    return Bounds(low=both_low, high=both_high)


def constant(low: Integers, high: Integers) -> int | None:
    """An integer within all bounds, or None."""
    least, most = int(low.max()), int(high.min())
    return (least + most) // 2 if least <= most else None


def line(low: Integers, high: Integers, first: int, shift: int) -> tuple[int, int] | None:
    """(slope, base) with low[k] <= (base + slope x (first + k)) >> shift <= high[k] for every k, or None.

    Exact: where it returns None, no whole numbers do. For a slope p the bases that fit are those of an interval, whose
    length is concave in p; the two bounds that leave it empty also say which slopes are no better.
    """
    at = first + np.arange(len(low), dtype=np.int64)
    least = low << shift
    most = ((high + 1) << shift) - 1
    if len(low) == 1:
        return (0, int(least[0] + most[0]) // 2) if least[0] <= most[0] else None
    span = len(low) - 1
    lowest = -((int(most[0]) - int(least[-1])) // span)  # ceil((least[-1] - most[0]) / span)
    highest = (int(most[-1]) - int(least[0])) // span
    while lowest <= highest:
        slope = (lowest + highest) // 2
        lower, upper = least - slope * at, most - slope * at
        a, b = int(lower.argmax()), int(upper.argmin())
        if lower[a] <= upper[b]:
            return slope, int(lower[a] + upper[b]) // 2
        if a == b:
            return None
        needed, distance = int(least[a] - most[b]), a - b  # slope x distance must be at least `needed`
        if distance > 0:
            lowest = max(slope + 1, -(-needed // distance))
        else:
            highest = min(slope - 1, needed // distance)
    return None
