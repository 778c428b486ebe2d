"""The views of a model's page: what there is to look at, in the order of the navigation.

A view is a template ``views/<name>.html.j2`` and a line here. The last part of its address is its name:
``#/digits-bmru/mapping``.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

__all__ = ["VIEWS", "View", "addresses"]


@dataclass(frozen=True, kw_only=True)
class View:
    """``title`` stands in the navigation, ``heading`` above the view; ``shown`` says of the model's content
    (what :mod:`codesign.report.page` gives the templates) whether there is anything to show."""

    name: str
    title: str
    heading: str
    shown: Callable[[Mapping[str, Any]], bool] = lambda content: True


VIEWS = (
    View(name="overview", title="Overview", heading="Does the hardware do what the software does?"),
    View(
        name="mapping",
        title="Mapping",
        heading="Mapping: one parameter, one element",
        shown=lambda content: bool(content["mapping"]),
    ),
    View(
        name="schematics",
        title="Schematics",
        heading="Schematics, drawn from the netlist and the RTL",
        shown=lambda content: bool(content["drawings"] or content["undrawn"]),
    ),
    View(
        name="waveforms",
        title="Waveforms",
        heading="Waveforms and spikes",
        shown=lambda content: any(t.waveforms or t.raster for t in content["targets"]),
    ),
    View(
        name="trace",
        title="Trace",
        heading="Trace: inside of the unit that differs first",
        shown=lambda content: bool(content["traces"]),
    ),
    View(
        name="states",
        title="States",
        heading="State by state",
        shown=lambda content: any(t.maps for t in content["targets"]),
    ),
    View(name="decisions", title="Decisions", heading="Decisions"),
    View(
        name="hysteresis",
        title="Hysteresis",
        heading="Hysteresis of the memory cells",
        shown=lambda content: any(t.hysteresis for t in content["targets"]),
    ),
    View(name="costs", title="Costs", heading="Costs and resources"),
    View(
        name="studies",
        title="Studies",
        heading="Conditions, corners, mismatch: studies of this model",
        shown=lambda content: bool(content["studies"]),
    ),
    View(name="versions", title="Versions", heading="Training record, seeds, versions"),
)


def addresses(names: list[str]) -> list[str]:
    """An address for each of the models ``names``: its name, with a number behind it where another has it already."""
    given: list[str] = []
    for name in names:
        number = sum(name == other for other in names[: len(given)]) + 1
        given.append(name if number == 1 else f"{name}-{number}")
    return given
