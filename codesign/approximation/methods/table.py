"""A table of constants, read at the high bits of the input."""

from collections.abc import Iterator

import numpy as np

from codesign.approximation.bounds import Bounds
from codesign.approximation.methods import Segments
from codesign.approximation.methods.uniform import Domain, domains

__all__ = ["designs"]


def designs(bounds: Bounds, shifts: range, most_entries: int) -> Iterator[Segments]:
    """The smallest tables; ``shifts`` are of no meaning for them."""
    del shifts
    for domain in domains(bounds):
        found = _smallest(bounds, domain, most_entries)
        if found is not None:
            yield found


def _smallest(bounds: Bounds, domain: Domain, most_entries: int) -> Segments | None:
    for index_shift in range(domain.bits, -1, -1):
        if domain.entries(index_shift) > most_entries:
            return None
        inside = slice(0, 1 << domain.bits)
        starts = np.arange(0, min(1 << domain.bits, bounds.count), 1 << index_shift)
        least = np.maximum.reduceat(bounds.low[inside], starts)
        most = np.minimum.reduceat(bounds.high[inside], starts)
        if np.all(least <= most):
            return domain.segments(index_shift, 0, [(0, int(value)) for value in (least + most) // 2])
    return None
