"""The targets that can be traced, by the names they have in a verification. Adding one is adding a file here.

Each file has ``opened(request)``: it runs the sample of a :class:`~codesign.trace.found.Request` so that the simulator
writes its waveforms to a file of its own, and gives what they show of the unit, a :class:`~codesign.trace.found.Found`.
"""

import pkgutil
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from codesign.errors import InputError, nearest
from codesign.trace.found import Found, Request

__all__ = ["Target", "names", "target"]


class Target(Protocol):
    """What a file in this folder has."""

    def opened(self, request: Request) -> Found:
        """Simulate and read."""


@cache
def names() -> tuple[str, ...]:
    """Every target, in alphabetical order."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


def target(name: str) -> Target:
    """The target ``name``; raises InputError for an unknown one."""
    if name not in names():
        raise InputError(f"unknown target {name!r}; {nearest(name, names())}")
    return cast(Target, import_module(f"{__name__}.{name}"))
