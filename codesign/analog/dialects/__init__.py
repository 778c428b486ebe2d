"""What simulators of SPICE differ in. Adding one is adding a file here.

The netlist itself, elements and subcircuits, is the same text for all (:mod:`codesign.analog.writer`); a dialect says
what stands in the test bench around it. Each is a module with the functions of :class:`Dialect`.
"""

import pkgutil
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from codesign.analog.technology import Technology
from codesign.errors import InputError, nearest

__all__ = ["DEFAULT", "Dialect", "dialect", "names"]

DEFAULT = "ngspice"


class Dialect(Protocol):
    """What a file in this folder has."""

    RUN: str
    """The command that runs the test bench."""

    def check(self, technology: Technology) -> None:
        """InputError where the technology's models cannot be read."""

    def vector(self, name: str) -> str:
        """What the simulator calls a vector that ngspice calls ``name``: a voltage, or a current of a source or of a
        transistor, wherever it is in the hierarchy."""

    def options(self, technology: Technology) -> list[str]:
        """The lines with tolerances, integration method and temperature."""

    def saved(self, vectors: Sequence[str]) -> list[str]:
        """The lines that ask for ``vectors``, which are named as in ngspice."""


@cache
def names() -> tuple[str, ...]:
    """Every dialect, in alphabetical order."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


def dialect(name: str) -> Dialect:
    """The dialect ``name``; raises InputError for an unknown one."""
    if name not in names():
        raise InputError(f"unknown dialect {name!r}; {nearest(name, names())}")
    return cast(Dialect, import_module(f"{__name__}.{name}"))
