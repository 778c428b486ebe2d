"""A cell against its datasheet (``codesign characterise --json``)."""

from collections.abc import Iterable, Mapping, Sequence
from math import ceil, log10

import numpy as np
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from pydantic import BaseModel, ConfigDict, Field

from codesign.report.section import Column, Plot, Row, Section, Table
from codesign.report.study import StudyForm
from codesign.report.svg import COLOURS, SERIES, WIDE, clean, figure, logarithmic, svg

__all__ = ["Form", "section"]

_PANELS = 4
"""In a row."""
_VARIED = {
    "temperature_c": ("temperature", "°C", 1.0),
    "supply_v": ("supply", "V", 1.0),
    "unit_current_a": ("unit current", "nA", 1e-9),
}
"""Condition -> what the axis says, its unit and the unit's size."""
_DECADES = 2.0
"""What spans more is drawn on a logarithmic axis."""


class _Entry(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True, allow_inf_nan=False)


class Limit(_Entry):
    """A limit, and the value that is nearest to it or beyond it."""

    minimum: float | None = None
    maximum: float | None = None
    worst: float | None = None
    worst_at: str = ""
    passed: bool


class Quantity(_Entry):
    """A quantity over all points; None: not reached."""

    unit: str
    text: str
    minimum: float | None
    typical_minimum: float | None
    typical_maximum: float | None
    maximum: float | None
    sigma: float | None
    not_reached: int = Field(ge=0)
    passed: bool
    limits: dict[str, Limit]


class Reading(_Entry):
    """A value at a point."""

    quantity: str
    setting: str
    value: float | None
    corner: str
    temperature_c: float
    supply_v: float
    unit_current_a: float
    die: int | None = None


class Point(_Entry):
    """The typical one."""

    corner: str
    temperature_c: float
    supply_v: float
    unit_current_a: float


class Form(StudyForm):
    """The whole characterisation."""

    cell: str
    title: str
    typical: Point
    passed: bool
    failures: list[str]
    quantities: dict[str, Quantity] = Field(max_length=100)
    runs: int
    readings: list[Reading] = Field(max_length=1_000_000)


def section(found: Form, name: str) -> Section:
    """Every quantity over each condition, over the dies, and against its limits."""
    limits = [limit for quantity in found.quantities.values() for limit in quantity.limits.values()]
    met = sum(limit.passed for limit in limits)
    plots = [plot for index, key in enumerate(_VARIED) if (plot := _over(found, key, f"{name} {index}")) is not None]
    dies = _dies(found, f"{name} dies")
    return Section(
        title=f"Characterisation: {found.title} in {found.technology}",
        level=None if not limits else "good" if found.passed else "bad",
        headline=f"{met:,} of {len(limits):,} limits of the datasheet are met"
        if limits
        else "The datasheet has no limits; this is what was measured",
        facts=(
            ("Typical", _point(found.typical)),
            ("Corners", ", ".join(dict.fromkeys(reading.corner for reading in found.readings))),
            ("Measurements", f"{found.runs:,}"),
            ("Simulator", found.simulator),
        ),
        plots=tuple([*plots, dies] if dies is not None else plots),
        table=_table(found),
        command=found.command
        or f"codesign characterise --cell {found.cell} --technology {found.technology} --json FILE",
    )


def _point(point: Point) -> str:
    nanoamperes = point.unit_current_a * 1e9
    return f"{point.corner}, {point.temperature_c:g} °C, {point.supply_v:g} V, {nanoamperes:g} nA"


def _over(found: Form, key: str, name: str) -> Plot | None:
    """A panel per quantity that was measured at more than one value of ``key`` with the rest typical; or None."""
    others = [other for other in _VARIED if other != key]
    panels: dict[str, list[Reading]] = {}
    for reading in found.readings:
        if reading.die is None and all(getattr(reading, o) == getattr(found.typical, o) for o in others):
            panels.setdefault(reading.quantity, []).append(reading)
    panels = {quantity: all_ for quantity, all_ in panels.items() if len({getattr(r, key) for r in all_}) > 1}
    panels = {quantity: all_ for quantity, all_ in panels.items() if any(r.value is not None for r in all_)}
    if not panels:
        return None
    title, unit, size = _VARIED[key]
    corners = list(dict.fromkeys(reading.corner for all_ in panels.values() for reading in all_))
    colours = dict(zip(corners, [COLOURS["ink"], *SERIES[:5], *[COLOURS["muted"]] * len(corners)], strict=False))
    rows = ceil(len(panels) / _PANELS)
    with figure(WIDE, 0.5 + 1.55 * rows) as drawing:
        grid = drawing.subplots(rows, _PANELS, squeeze=False).ravel().tolist()
        for axes, (quantity, readings) in zip(grid, panels.items(), strict=False):
            _panel(axes, readings, key, size, colours)
            _frame(axes, quantity, found.quantities.get(quantity))
            if key == "unit_current_a":
                logarithmic(axes, "x")
        for axes in grid[len(panels) :]:
            axes.set_visible(False)
        drawing.supxlabel(f"{title} ({unit})", fontsize=9, color=COLOURS["muted"])
        lines = [Line2D([], [], color=colours[corner], marker=".", markersize=4) for corner in corners]
        drawing.legend(lines, clean(corners, 12), loc="outside upper left", ncols=6, handlelength=1.4)
        drawing_svg = svg(drawing, name=name, label=f"{len(panels)} quantities over {title}")
    return Plot(
        title=f"Over {title}",
        drawing=drawing_svg,
        caption="A line per corner, the mean over the settings; the shade spans all settings and corners; dotted: "
        "limits for every point. A gap: it was not reached there. Wrong would be: a line beyond a limit.",
    )


def _panel(axes: Axes, readings: Sequence[Reading], key: str, size: float, colours: Mapping[str, str]) -> None:
    places = sorted({getattr(reading, key) for reading in readings})
    x = [place / size for place in places]
    low, high = zip(*(_span(r.value for r in readings if getattr(r, key) == place) for place in places), strict=True)
    axes.fill_between(x, low, high, color=COLOURS["muted"], alpha=0.15, linewidth=0)
    for corner in dict.fromkeys(reading.corner for reading in readings):
        line = [_mean(r.value for r in readings if r.corner == corner and getattr(r, key) == place) for place in places]
        axes.plot(x, line, color=colours[corner], marker=".", markersize=4, linewidth=1.1)
    if min(low) > 0 and log10(max(high) / min(low)) > _DECADES:
        logarithmic(axes, "y")


def _span(values: Iterable[float | None]) -> tuple[float, float]:
    reached = [value for value in values if value is not None]
    return (min(reached), max(reached)) if reached else (np.nan, np.nan)


def _mean(values: Iterable[float | None]) -> float:
    """NaN, a gap in the line, where one was not reached."""
    all_ = list(values)
    reached = [value for value in all_ if value is not None]
    return float(np.mean(reached)) if reached and len(reached) == len(all_) else np.nan


def _frame(axes: Axes, name: str, quantity: Quantity | None) -> None:
    unit = f" ({quantity.unit})" if quantity is not None and quantity.unit else ""
    axes.set_title(clean([f"{name.replace('_', ' ')}{unit}"], 30)[0], fontsize=8)
    axes.tick_params(labelsize=7)
    limit = quantity.limits.get("all") if quantity is not None else None
    low, high = axes.get_ylim()
    for end in (limit.minimum, limit.maximum) if limit is not None else ():
        if end is not None:
            axes.axhline(end, color=COLOURS["bad"], linewidth=0.9, linestyle=(0, (1, 1.5)))
            # A limit that is far away is left outside: the lines are what is to be seen.
            if abs(end) < 4 * max(abs(low), abs(high)):
                low, high = min(low, _beyond(axes, end, high, low)), max(high, _beyond(axes, end, low, high))
    axes.set_ylim(low, high)


def _beyond(axes: Axes, end: float, start: float, outer: float) -> float:
    """A little farther out than ``end``, seen from ``start``, if it is not well inside ``outer`` anyway."""
    if axes.get_yscale() == "log":
        return end * (end / start) ** 0.06 if end > 0 else outer
    return end + 0.06 * (end - start)


def _dies(found: Form, name: str) -> Plot | None:
    """A histogram per quantity over the dies; or None without dies."""
    panels: dict[str, dict[str, list[float]]] = {}
    dies: set[int] = set()
    for reading in found.readings:
        if reading.die is not None and reading.value is not None:
            panels.setdefault(reading.quantity, {}).setdefault(reading.setting, []).append(reading.value)
            dies.add(reading.die)
    if not panels:
        return None
    rows = ceil(len(panels) / _PANELS)
    with figure(WIDE, 0.3 + 1.55 * rows) as drawing:
        grid = drawing.subplots(rows, _PANELS, squeeze=False).ravel().tolist()
        for axes, (quantity, values) in zip(grid, panels.items(), strict=False):
            colours = [SERIES[index % len(SERIES)] for index in range(len(values))]
            axes.hist(list(values.values()), bins=24, stacked=True, color=colours, alpha=0.85)
            summary = found.quantities.get(quantity)
            unit = f" ({summary.unit})" if summary is not None and summary.unit else ""
            axes.set_title(clean([f"{quantity.replace('_', ' ')}{unit}"], 30)[0], fontsize=8)
            axes.tick_params(labelsize=7)
        for axes in grid[len(panels) :]:
            axes.set_visible(False)
        drawing_svg = svg(drawing, name=name, label=f"histograms of {len(panels)} quantities over {len(dies)} dies")
    return Plot(
        title=f"Over {len(dies):,} dies with mismatch",
        drawing=drawing_svg,
        caption="At the typical point; a colour per setting of the cell. Wrong would be: a setting with two humps, "
        "or with a tail beyond a limit.",
    )


def _table(found: Form) -> Table:
    columns = (
        Column(title="Quantity"),
        Column(title="What it is"),
        Column(title="Unit"),
        Column(title="Typical", number=True),
        Column(title="All points", number=True),
        Column(title="Sigma", number=True),
        Column(title="Limits"),
    )
    rows = tuple(
        Row(
            cells=(
                name.replace("_", " "),
                f"{quantity.text}{_missing(quantity)}{_worst(quantity)}",
                quantity.unit,
                _range(quantity.typical_minimum, quantity.typical_maximum),
                _range(quantity.minimum, quantity.maximum),
                "" if quantity.sigma is None else f"{quantity.sigma:.3g}",
                "; ".join(f"{scope} {_bounds(limit)}" for scope, limit in quantity.limits.items()),
            ),
            level=None if not quantity.limits else "good" if quantity.passed else "bad",
        )
        for name, quantity in found.quantities.items()
    )
    return Table(
        columns=columns,
        rows=rows,
        caption="Typical: over the settings at the typical point; all points: extremes over every condition; sigma: "
        "over the dies, of the setting that spreads most. Wrong would be: any ✗. What has no limit is only reported.",
    )


def _worst(quantity: Quantity) -> str:
    """Where the limits that are not met fail."""
    return "".join(
        f"; {scope} limit not met: {'not reached' if limit.worst is None else f'{limit.worst:.3g}'} at {limit.worst_at}"
        for scope, limit in quantity.limits.items()
        if not limit.passed
    )


def _missing(quantity: Quantity) -> str:
    return f"; not reached {quantity.not_reached:,} times" if quantity.not_reached else ""


def _range(low: float | None, high: float | None) -> str:
    if low is None or high is None:
        return "not reached"
    first, last = f"{low:.3g}", f"{high:.3g}"
    return first if first == last else f"{first} … {last}"


def _bounds(limit: Limit) -> str:
    if limit.minimum is None:
        return f"≤ {limit.maximum:g}" if limit.maximum is not None else "any"
    return f"≥ {limit.minimum:g}" if limit.maximum is None else f"{limit.minimum:g} … {limit.maximum:g}"
