"""Lines of any length, found by comparators: the fewest segments there can be."""

from collections.abc import Iterator

from codesign.approximation.bounds import Bounds, line
from codesign.approximation.methods import Segments

__all__ = ["designs"]


def designs(bounds: Bounds, shifts: range, most_entries: int) -> Iterator[Segments]:
    """One design per shift. Each segment is as long as it can be, so there are no fewer for these bounds and shift."""
    for shift in shifts:
        found = _greedy(bounds, shift, most_entries)
        if found is not None:
            yield found


def _greedy(bounds: Bounds, shift: int, most_entries: int) -> Segments | None:
    starts: list[int] = []
    lines: list[tuple[int, int]] = []
    start = 0
    while start < bounds.count:
        if len(starts) == most_entries:
            return None
        end, found = _longest(bounds, start, shift)
        if found is None:
            return None
        starts.append(start)
        lines.append(found)
        start = end
    return Segments(
        index_shift=None,
        shift=shift,
        starts=tuple(starts),
        slopes=tuple(slope for slope, _ in lines),
        bases=tuple(base for _, base in lines),
    )


def _longest(bounds: Bounds, start: int, shift: int) -> tuple[int, tuple[int, int] | None]:
    """(end, line) of the longest segment from ``start`` on: what a part of a segment violates, the whole does."""

    def fitted(end: int) -> tuple[int, int] | None:
        return line(bounds.low[start:end], bounds.high[start:end], start, shift)

    good, found, length = start, None, 1
    bad = bounds.count + 1
    while good < bounds.count:  # doubling
        end = min(start + length, bounds.count)
        tried = fitted(end)
        if tried is None:
            bad = end
            break
        good, found, length = end, tried, 2 * length
    while bad - good > 1 and good < bounds.count:  # halving
        middle = (good + bad) // 2
        tried = fitted(middle)
        if tried is None:
            bad = middle
        else:
            good, found = middle, tried
    return good, found
