"""Ways to divide a function into segments. Adding one is adding a file.

Each module has ``designs(bounds, shifts, most_entries)``, which yields :class:`Segments` that keep within the bounds:
with no more than ``most_entries``, and with slopes in steps of 2^-shift for the given shifts.
"""

import pkgutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from codesign.approximation.bounds import Bounds

__all__ = ["Designs", "Segments", "methods"]


@dataclass(frozen=True, kw_only=True)
class Segments:
    """The integers of a design; see :class:`~codesign.approximation.design.Approximation`."""

    index_shift: int | None
    shift: int
    starts: tuple[int, ...]
    slopes: tuple[int, ...]
    bases: tuple[int, ...]


Designs = Callable[[Bounds, range, int], Iterator[Segments]]


@cache
def methods() -> Mapping[str, Designs]:
    """All ways, by name."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return {name: import_module(f"{__name__}.{name}").designs for name in names}
