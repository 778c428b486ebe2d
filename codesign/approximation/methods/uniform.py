"""Lines of equal width: the high bits of the input say which, the low bits are multiplied."""

from collections.abc import Iterator
from dataclasses import dataclass

from codesign.approximation.bounds import Bounds, constant, line
from codesign.approximation.methods import Segments

__all__ = ["Domain", "designs", "domains"]

_MOST_LINES = 256
"""More lines than that are no gain over a table, and take long to find."""


@dataclass(frozen=True, kw_only=True)
class Domain:
    """The magnitudes below 2^bits; behind them the constant ``above`` will do. None: there are none behind them."""

    bits: int
    above: int | None

    def entries(self, index_shift: int) -> int:
        """Segments of the width 2^index_shift, and the constant."""
        return (1 << max(self.bits - index_shift, 0)) + (self.above is not None)

    def segments(self, index_shift: int, shift: int, lines: list[tuple[int, int]]) -> Segments:
        """``lines`` (slope, base) of equal width, and the constant."""
        starts = [number << index_shift for number in range(len(lines))]
        if self.above is not None:
            starts.append(1 << self.bits)
            lines = [*lines, (0, self.above << shift)]
        return Segments(
            index_shift=index_shift,
            shift=shift,
            starts=tuple(starts),
            slopes=tuple(slope for slope, _ in lines),
            bases=tuple(base for _, base in lines),
        )


def domains(bounds: Bounds) -> list[Domain]:
    """All magnitudes, and the fewest behind which a constant will do."""
    everything = (bounds.count - 1).bit_length()
    found = [Domain(bits=everything, above=None)]
    for bits in range(everything):
        above = constant(bounds.low[1 << bits :], bounds.high[1 << bits :])
        if above is not None:
            found.append(Domain(bits=bits, above=above))
            break
    return found


def designs(bounds: Bounds, shifts: range, most_entries: int) -> Iterator[Segments]:
    """For each shift all widths that keep within the bounds, the widest first."""
    for domain in domains(bounds):
        for shift in shifts:
            for index_shift in range(domain.bits, 0, -1):
                if domain.entries(index_shift) > min(most_entries, _MOST_LINES):
                    break
                found = _lines(bounds, domain, index_shift, shift)
                if found is not None:
                    yield domain.segments(index_shift, shift, found)


def _lines(bounds: Bounds, domain: Domain, index_shift: int, shift: int) -> list[tuple[int, int]] | None:
    lines = []
    for start in range(0, min(1 << domain.bits, bounds.count), 1 << index_shift):
        end = start + (1 << index_shift)
        found = line(bounds.low[start:end], bounds.high[start:end], 0, shift)
        if found is None:
            return None
        lines.append(found)
    return lines
