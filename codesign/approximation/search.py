"""The choice of a design: the smallest within an error, or the best of a size."""

from collections.abc import Iterator
from functools import cache

from codesign.approximation.bounds import Bounds, bounds_of
from codesign.approximation.design import Approximation
from codesign.approximation.fixed_point import FixedPoint
from codesign.approximation.functions import Function
from codesign.approximation.methods import methods
from codesign.errors import InputError, nearest

__all__ = ["approximate"]

_FINEST = 1 / 64
"""Steps of the output: how closely the least error of a size is found."""


def approximate(
    function: Function,
    input_format: FixedPoint,
    output_format: FixedPoint,
    *,
    error_bound: float | None = None,
    cost: int | None = None,
    method: str | None = None,
) -> Approximation:
    """``function`` from integers of one format to integers of the other.

    With ``error_bound`` (in steps of the output, 0.5 is exact rounding) the design of the fewest LUTs, by estimate,
    that is nowhere further off; with ``cost`` (segments, or lines of a table) the one of the least error that has no
    more. ``method``: only designs of this module of :mod:`codesign.approximation.methods`. A function that is symmetric
    about a point is computed for |x| only. Every input is looked at, so that ``largest_error`` of the result is true.

    Raises InputError for other arguments, and where there is no such design.
    """
    if (error_bound is None) == (cost is None):
        raise InputError("an approximation is chosen by either error_bound or cost; give exactly one of them")
    if error_bound is not None and not 0 < error_bound < float("inf"):
        raise InputError(f"error_bound must be above 0 steps of the output, not {error_bound!r}")
    if cost is not None and (isinstance(cost, bool) or not isinstance(cost, int) or cost < 1):
        raise InputError(f"cost must be at least 1 segment or line of a table, not {cost!r}")
    if method is not None and method not in methods():
        raise InputError(f"unknown method {method!r}; {nearest(str(method), methods())}")
    return _approximate(function, input_format, output_format, error_bound, cost, method)


@cache
def _approximate(
    function: Function,
    input_format: FixedPoint,
    output_format: FixedPoint,
    error_bound: float | None,
    cost: int | None,
    method: str | None,
) -> Approximation:
    search = _Search(function, input_format, output_format)
    names = list(methods()) if method is None else [method]
    if cost is None:
        assert error_bound is not None
        found = [design for name in names for design in search.designs(name, error_bound, search.everything)]
        if not found:
            raise InputError(
                f"no design of {function} from {input_format} to {output_format} is within {error_bound:g} steps of "
                "the output at every input; rounding alone errs by 0.5: allow more, or give the output more bits"
            )
        return min(found, key=lambda design: (design.estimated_luts(), design.entries, design.largest_error))
    best = [search.best(name, cost) for name in names]
    return min(
        (design for design in best if design is not None),
        key=lambda design: (round(design.largest_error, 2), design.estimated_luts()),
    )


class _Search:
    """Designs of one function between two formats."""

    def __init__(self, function: Function, input_format: FixedPoint, output_format: FixedPoint) -> None:
        self._function, self._input, self._output = function, input_format, output_format
        self._reflections: list[int | None] = [None]
        if function.reflection is not None and input_format.signed:
            steps = function.reflection / output_format.step
            # Rounded where it is no whole number. The bounds take care of that, but to exact rounding it does not lead.
            self._reflections = [round(steps)] if steps.denominator == 1 else [round(steps), None]
        self.everything = 1 << input_format.width
        # So fine that a slope is off by an eighth of an output step at the far end.
        self._shifts = range(input_format.width + 4)

    def _bounds(self, error: float) -> Iterator[tuple[int | None, Bounds]]:
        for reflection in self._reflections:
            yield reflection, bounds_of(self._function, self._input, self._output, reflection, error)

    def designs(self, name: str, error: float, most_entries: int) -> Iterator[Approximation]:
        """All that a method offers within ``error``."""
        for reflection, bounds in self._bounds(error):
            for found in methods()[name](bounds, self._shifts, most_entries):
                yield Approximation(
                    function=self._function,
                    input_format=self._input,
                    output_format=self._output,
                    method=name,
                    reflection=reflection,
                    index_shift=found.index_shift,
                    shift=found.shift,
                    starts=found.starts,
                    slopes=found.slopes,
                    bases=found.bases,
                )

    def best(self, name: str, most_entries: int) -> Approximation | None:
        """The least error with ``most_entries``, and of that the fewest LUTs."""
        # What a coarse slope can do, a fine one can, too.
        finest = range(self._shifts[-1], self._shifts[-1] + 1)

        def possible(error: float) -> bool:
            return any(
                next(methods()[name](bounds, finest, most_entries), None) is not None
                for _, bounds in self._bounds(error)
            )

        low, high = 0.0, 1.0
        most = 2.0 * (self._output.maximum - self._output.minimum + 1)
        while not possible(high):
            if high > most:
                return None
            low, high = high, 2 * high
        while high - low > max(_FINEST, 0.002 * high):
            middle = (low + high) / 2
            low, high = (low, middle) if possible(middle) else (middle, high)
        return min(
            self.designs(name, high, most_entries),
            key=lambda design: (design.estimated_luts(), design.entries, design.largest_error),
        )
