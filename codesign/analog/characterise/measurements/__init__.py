"""The measurements. Adding one is adding a file here; nothing else lists them.

Each file has

* ``QUANTITIES``: what it measures, by name; a name belongs to one measurement only;
* ``Stimulus``: a pydantic model of what a datasheet can tell it, every field with a description;
* ``measure(bench, stimulus)``: the :class:`Reading` of every quantity and every setting at the bench's one point.
"""

import pkgutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any, Protocol, cast

from pydantic import BaseModel

from codesign.analog.characterise.bench import Bench

__all__ = ["Measurement", "Quantity", "Reading", "measurement", "names"]


@dataclass(frozen=True, kw_only=True)
class Quantity:
    """Something that is measured: its unit and its definition."""

    unit: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Reading:
    """One value. ``setting`` says what the cell was set to; None stands for what did not happen at all (a cell that
    did not switch) and meets no limit."""

    quantity: str
    setting: str
    value: float | None


class Measurement(Protocol):
    """What a file in this folder has."""

    QUANTITIES: Mapping[str, Quantity]
    Stimulus: type[BaseModel]

    def measure(self, bench: Bench, stimulus: Any) -> Sequence[Reading]:
        """Measure at one point; raises ToolError when ngspice fails."""


@cache
def names() -> tuple[str, ...]:
    """All measurements, in alphabetical order."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


def measurement(name: str) -> Measurement:
    """The measurement ``name``, which must be one of :func:`names`."""
    return cast(Measurement, import_module(f"{__name__}.{name}"))
