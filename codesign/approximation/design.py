"""A function as integers: what a design holds, what it computes, how far off it is."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from codesign.approximation.fixed_point import FixedPoint
from codesign.approximation.functions import Function
from codesign.errors import InputError

__all__ = ["Approximation", "exact"]

Integers = NDArray[np.int64]


def exact(function: Function, input_format: FixedPoint, output_format: FixedPoint, values: Integers) -> Any:
    """f of the integers ``values`` in steps of the output, not rounded, but saturated at the ends of its format."""
    x = np.asarray(values, dtype=np.float64) * float(input_format.step)
    found = function(x) * float(1 / output_format.step)
    return np.clip(found, output_format.minimum, output_format.maximum)


@dataclass(frozen=True, kw_only=True)
class Approximation:
    """A function in segments, each a constant or a line, with ``>>`` that floors::

        m    = |x| with ``reflection``, otherwise x - input_format.minimum      (0 and above)
        s    = the last segment with starts[s] <= m
        part = m mod 2^index_shift in the segments of equal width, otherwise m
        y    = (bases[s] + slopes[s] x part) >> shift
        f(x) = clip(reflection - y if x < 0 and there is a reflection, otherwise y)

    ``index_shift``: the segments are 2^index_shift wide, so that the high bits of m are the segment's number; behind
    the last of them one more constant may follow. None: the segments have any width, and comparators find them.
    """

    function: Function
    input_format: FixedPoint
    output_format: FixedPoint
    method: str
    """Name of the module of ``codesign.approximation.methods`` that made it."""
    reflection: int | None
    index_shift: int | None
    shift: int
    starts: tuple[int, ...]
    slopes: tuple[int, ...]
    bases: tuple[int, ...]

    def evaluate(self, values: NDArray[np.integer]) -> Integers:
        """f(x) as integers of the output format, for integers of the input format, in any shape.

        Raises InputError for a value outside of the input format.
        """
        x = np.asarray(values, dtype=np.int64)
        low, high = self.input_format.minimum, self.input_format.maximum
        if x.size and (x.min() < low or x.max() > high):
            raise InputError(f"{self.function.name} takes integers {low}..{high}, not {x.min()}..{x.max()}; clip them")
        mirrored = (x < 0) if self.reflection is not None else np.zeros(x.shape, dtype=bool)
        m = np.where(mirrored, -x, x) if self.reflection is not None else x - low
        segment = np.searchsorted(np.array(self.starts), m, side="right") - 1
        part = m if self.index_shift is None else m & ((1 << self.index_shift) - 1)
        y = (np.array(self.bases)[segment] + np.array(self.slopes)[segment] * part) >> self.shift
        if self.reflection is not None:
            y = np.where(mirrored, self.reflection - y, y)
        clipped: Integers = np.clip(y, self.output_format.minimum, self.output_format.maximum)
        return clipped

    @cached_property
    def errors(self) -> NDArray[np.float64]:
        """|f(x) - exact| at every input from the lowest to the highest, in steps of the output."""
        x = self.input_format.integers()
        found = np.abs(self.evaluate(x) - exact(self.function, self.input_format, self.output_format, x))
        errors = np.asarray(found, dtype=np.float64)
        errors.setflags(write=False)
        return errors

    @property
    def largest_error(self) -> float:
        """Over every input, in steps of the output; 0.5 is that of rounding. Saturation at the ends is no error."""
        return float(self.errors.max())

    @property
    def worst_input(self) -> int:
        """The lowest input with the largest error."""
        return int(self.errors.argmax()) + self.input_format.minimum

    @property
    def entries(self) -> int:
        """Segments, or lines of the table."""
        return len(self.starts)

    @property
    def magnitude_width(self) -> int:
        """Bits of m."""
        return self.input_format.width

    @property
    def part_width(self) -> int:
        """Bits of what the slope is multiplied with."""
        return self.magnitude_width if self.index_shift is None else self.index_shift

    @property
    def entry_width(self) -> int:
        """Bits of one entry, slope and base."""
        return sum(_width(min(values), max(values)) for values in (self.slopes, self.bases) if any(values))

    @property
    def is_constant(self) -> bool:
        """Whether there is no multiplication: all slopes are 0."""
        return not any(self.slopes)

    @property
    def sum_range(self) -> tuple[int, int]:
        """Lowest and highest value of bases[s] + slopes[s] x part before the shift."""
        ends = (*self.starts[1:], self._largest_magnitude + 1)
        mask = -1 if self.index_shift is None else (1 << self.index_shift) - 1
        found = []
        for start, end, slope, base in zip(self.starts, ends, self.slopes, self.bases, strict=True):
            found += [base + slope * (start & mask), base + slope * ((end - 1) & mask) if slope else base]
        return min(found), max(found)

    @property
    def _largest_magnitude(self) -> int:
        form = self.input_format
        return max(form.maximum, -form.minimum) if self.reflection is not None else form.maximum - form.minimum

    def estimated_luts(self) -> int:
        """LUTs of four inputs, roughly: what designs are compared by (``scripts/approximation_study.py`` measures)."""
        width, entry = self.magnitude_width, self.entry_width
        low, high = self.sum_range
        sum_width = _width(low, high)
        if self.index_shift is None:
            # A comparator with a constant per segment, and a choice that gets cheaper the fewer bits differ.
            find = (self.entries - 1) * (width + entry / 2)
        else:
            index_bits = self.entries.bit_length() - 1
            find = entry * max(0.5, 2.0 ** (index_bits - 4) / 2)
        slope_width = 0 if self.is_constant else _width(min(self.slopes), max(self.slopes))
        # A row of carry cells per bit of the slope, and what selects it.
        multiply = 2.4 * slope_width * sum_width
        mirror = 0 if self.reflection is None else 2 * (width + self.output_format.width)
        saturate = self.output_format.width if self._clips else 0
        return round(find + multiply + mirror + saturate)

    @property
    def _clips(self) -> bool:
        low, high = (value >> self.shift for value in self.sum_range)
        if self.reflection is not None:
            low, high = min(low, self.reflection - high), max(high, self.reflection - low)
        return low < self.output_format.minimum or high > self.output_format.maximum

    def json(self) -> dict[str, Any]:
        """What was chosen and how good it is, as plain data."""
        return {
            "function": str(self.function),
            "input": str(self.input_format),
            "output": str(self.output_format),
            "method": self.method,
            "entries": self.entries,
            "entry_bits": self.entry_width,
            "slope_shift": self.shift,
            "largest_error": round(self.largest_error, 4),
            "mean_error": round(float(self.errors.mean()), 4),
            "worst_input": self.worst_input,
            "inputs_checked": int(self.errors.size),
            "estimated_luts": self.estimated_luts(),
        }


def _width(low: int, high: int) -> int:
    """Bits of the smallest two's complement or unsigned number that holds both."""
    if low >= 0:
        return max(1, high.bit_length())
    return 1 + max((-low - 1).bit_length(), max(high, 0).bit_length())
