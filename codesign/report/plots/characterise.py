"""A cell over temperature, supply and unit current, and over its dies."""

from collections.abc import Iterator
from functools import partial
from math import ceil

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from codesign.report.plots.plot import Material, PaperPlot, stem, studies_of
from codesign.report.plots.style import COLOURS, column
from codesign.report.studies.characterise import Form, Reading
from codesign.report.svg import clean

__all__ = ["plots"]

_VARIED = {"temperature_c": ("temperature", "C", 1.0), "supply_v": ("supply", "V", 1.0),
           "unit_current_a": ("unit current", "nA", 1e-9)}  # fmt: skip
"""Condition -> what it is called, its unit and the unit's size."""
_COLUMNS = (
    "quantity",
    "unit",
    "setting",
    "corner",
    "temperature (C)",
    "supply (V)",
    "unit current (A)",
    "die",
    "value",
)


def plots(material: Material) -> Iterator[PaperPlot]:
    """A plot for each condition that was varied, and one of the dies, for each characterised cell."""
    for name, form in studies_of(material, "characterise"):
        typical = [reading for reading in form.readings if reading.die is None]
        for key, (title, _, _) in _VARIED.items():
            others = [other for other in _VARIED if other != key]
            readings = [r for r in typical if all(getattr(r, o) == getattr(form.typical, o) for o in others)]
            if len({getattr(reading, key) for reading in readings}) > 1:
                yield PaperPlot(
                    stem=stem(name, form.cell, title),
                    title=f"{form.title} in {form.technology} over {title}: a line per corner, mean over the settings",
                    draw=partial(_draw, form, readings, key),
                    columns=_COLUMNS,
                    rows=[_row(form, reading) for reading in readings],
                )
        dies = [reading for reading in form.readings if reading.die is not None and reading.value is not None]
        if dies:
            yield PaperPlot(
                stem=stem(name, form.cell, "dies"),
                title=f"{form.title} in {form.technology}: dies with mismatch",
                draw=partial(_draw_dies, form, dies),
                columns=_COLUMNS,
                rows=[_row(form, reading) for reading in dies],
            )


def _row(form: Form, reading: Reading) -> tuple[object, ...]:
    quantity = form.quantities.get(reading.quantity)
    return (reading.quantity, quantity.unit if quantity else "", reading.setting, reading.corner,
            float(reading.temperature_c), float(reading.supply_v), float(reading.unit_current_a), reading.die,
            None if reading.value is None else float(reading.value))  # fmt: skip


def _panels(form: Form, readings: list[Reading]) -> tuple[Figure, dict[str, list[Reading]], list[Axes]]:
    by_quantity: dict[str, list[Reading]] = {}
    for reading in readings:
        if reading.value is not None:
            by_quantity.setdefault(reading.quantity, []).append(reading)
    rows = max(1, ceil(len(by_quantity) / 2))
    figure = column(10 + 32 * rows)
    grid = figure.subplots(rows, 2, squeeze=False).ravel().tolist()
    for axes, name in zip(grid, by_quantity, strict=False):
        quantity = form.quantities.get(name)
        unit = f" ({quantity.unit})" if quantity is not None and quantity.unit else ""
        axes.set_title(clean([f"{name.replace('_', ' ')}{unit}"], 32)[0])
    for axes in grid[len(by_quantity) :]:
        axes.set_visible(False)
    return figure, by_quantity, grid


def _draw(form: Form, readings: list[Reading], key: str) -> Figure:
    title, unit, size = _VARIED[key]
    figure, panels, grid = _panels(form, readings)
    corners = list(dict.fromkeys(reading.corner for reading in readings))
    for axes, found in zip(grid, panels.values(), strict=False):
        for index, corner in enumerate(corners):
            places = sorted({getattr(r, key) for r in found if r.corner == corner})
            means = [
                float(np.mean([r.value for r in found if r.corner == corner and getattr(r, key) == place]))
                for place in places
            ]
            axes.plot([p / size for p in places], means, marker=".", color=COLOURS[index % len(COLOURS)], label=corner)
    figure.supxlabel(f"{title} ({unit})", fontsize=7)
    handles = grid[0].get_lines()
    figure.legend(handles, corners[: len(handles)], loc="outside upper center", ncols=6)
    return figure


def _draw_dies(form: Form, dies: list[Reading]) -> Figure:
    figure, panels, grid = _panels(form, dies)
    for axes, found in zip(grid, panels.values(), strict=False):
        values = [float(r.value) for r in found if r.value is not None]
        axes.hist(values, bins=min(20, max(3, len(values) // 3)), color=COLOURS[0], alpha=0.8)
    figure.supylabel("dies x settings", fontsize=7)
    return figure
