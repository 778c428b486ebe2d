"""Accuracy against events, cycles and bits of a weight (``scripts/mnist_study.py``)."""

from collections.abc import Callable, Sequence
from itertools import groupby
from math import sqrt
from typing import Any

from markupsafe import Markup
from matplotlib.axes import Axes
from matplotlib.ticker import NullLocator
from pydantic import BaseModel, ConfigDict, Field, model_validator

from codesign.report.section import Column, Plot, Row, Section, Table
from codesign.report.study import StudyForm
from codesign.report.svg import COLOURS, SERIES, WIDE, clean, figure, logarithmic, svg
from codesign.report.words import count

__all__ = ["Form", "section"]

_MARKERS = "Dos^v*P"
_DRAWN_ENGINE = "balanced"
_TERNARY = 2
"""Bits of ternary weights: of four values one is not used."""


class Point(BaseModel):
    """A network: input coding, frames, neurons and bits, and what it reaches; cycles per digit by engine."""

    model_config = ConfigDict(extra="ignore", frozen=True, allow_inf_nan=False)

    coding: str
    frames: int = Field(ge=1)
    hidden: int = Field(ge=1)
    weight_bits: int = Field(ge=_TERNARY, le=32)
    epochs: int = Field(ge=1)
    accuracy_validation: float = Field(ge=0, le=1)
    events: float = Field(gt=0)
    hidden_spikes: float = Field(ge=0)
    cycles: dict[str, float] = Field(min_length=1, max_length=6)

    @property
    def weights(self) -> str:
        return "ternary" if self.weight_bits == _TERNARY else f"{self.weight_bits} bit"

    @property
    def shape(self) -> tuple[str, int, int]:
        """All but the bits."""
        return self.coding, self.hidden, self.frames

    @property
    def family(self) -> str:
        return f"{self.coding.replace('_', '-')}, {count(self.hidden)} neurons"


class Form(StudyForm):
    """The whole study. Every point has the cycles of the same engines."""

    task: str
    validation_images: int = Field(ge=1)
    cycle_images: int = Field(ge=1)
    points: list[Point] = Field(min_length=1, max_length=1000)

    @model_validator(mode="after")
    def _complete(self) -> "Form":
        engines = list(self.points[0].cycles)
        for place, point in enumerate(self.points):
            if list(point.cycles) != engines or not all(value > 0 for value in point.cycles.values()):
                raise ValueError(f"points.{place}: cycles must be above 0, for the engines {engines}")
        return self


def section(found: Form, name: str) -> Section:
    """Accuracy over events, over cycles and over bits; every network in the table."""
    best = max(found.points, key=lambda point: point.accuracy_validation)
    deviation = 100 * sqrt(best.accuracy_validation * (1 - best.accuracy_validation) / found.validation_images)
    facts = [
        ("Data", f"{found.task}, {count(found.validation_images)} validation images; one network of each kind"),
        ("One deviation of such an accuracy", f"{deviation:.2f} points"),
        ("Cycles", f"mean over {count(found.cycle_images)} images, one behind the other"),
    ]
    lost = _lost_by_ternary(found.points)
    if lost:
        facts.append(
            ("Ternary weights against the most bits", f"{min(lost):+.2f} to {max(lost):+.2f} points of accuracy")
        )
    return Section(
        title="Accuracy against events, cycles and bits of a weight",
        level=None,
        headline=f"At most {100 * best.accuracy_validation:.2f} %: {_written(best)}",
        facts=tuple(facts),
        plots=(
            Plot(
                title="Validation accuracy over what a digit costs, and over the bits of a weight",
                drawing=_draw(found, name),
                caption="A mark is a network, a number on a line its frames. Short trainings, so the shipped models "
                "are better. Wrong would be: an accuracy that falls with more bits, by more than a few deviations.",
            ),
        ),
        table=_table(found),
        command=found.command or "python scripts/mnist_study.py",
    )


def _written(point: Point) -> str:
    return f"{point.family}, {count(point.frames)} frames, weights {point.weights}, {point.events:,.0f} events"


def _by(points: Sequence[Point], key: Callable[[Point], Any]) -> dict[Any, list[Point]]:
    return {value: list(group) for value, group in groupby(sorted(points, key=key), key=key)}


def _lost_by_ternary(points: Sequence[Point]) -> list[float]:
    """Accuracy with ternary weights less that with the most bits, in points, for each shape that has both."""
    lost = []
    for same in _by(points, lambda point: point.shape).values():
        by_bits = {point.weight_bits: point.accuracy_validation for point in same}
        if _TERNARY in by_bits and len(by_bits) > 1:
            lost.append(100 * (by_bits[_TERNARY] - by_bits[max(by_bits)]))
    return lost


def _draw(found: Form, name: str) -> Markup:
    engines = list(found.points[0].cycles)
    engine = _DRAWN_ENGINE if _DRAWN_ENGINE in engines else engines[0]
    bits = sorted({point.weight_bits for point in found.points})
    families = list(dict.fromkeys(point.family for point in found.points))
    colours = {family: SERIES[place % len(SERIES)] for place, family in enumerate(families)}
    with figure(WIDE, 3.9) as drawing:
        events, cycles, by_bits = drawing.subplots(1, 3, sharey=True, width_ratios=(1, 1.3, 1))
        for point in found.points:
            marker = _MARKERS[bits.index(point.weight_bits) % len(_MARKERS)]
            for axes, at in ((events, point.events), (cycles, point.cycles[engine])):
                axes.plot([at], [100 * point.accuracy_validation], marker, color=colours[point.family],
                          fillstyle="none", markersize=5)  # fmt: skip
        for same in _by(found.points, lambda point: point.shape).values():
            _line(by_bits, same, colours[same[0].family])
        for axes, label in ((events, "events per digit"), (cycles, f"cycles per digit, engine {engine}")):
            logarithmic(axes, "x")
            axes.set_xlabel(clean([label], 40)[0])
        events.set_ylabel("validation accuracy (%)")
        by_bits.set_xlabel("bits of a weight")
        by_bits.set_xticks(bits, ["ternary" if value == _TERNARY else str(value) for value in bits])
        by_bits.xaxis.set_minor_locator(NullLocator())
        by_bits.set_xlim(bits[0] - 0.3, bits[-1] + 0.7)
        for axes in (events, cycles, by_bits):
            axes.grid(visible=True, axis="y", linewidth=0.5)
            axes.set_axisbelow(True)
        shown = [events.plot([], [], color=colours[family], linewidth=1.5)[0] for family in families]
        shown += [
            events.plot([], [], _MARKERS[place % len(_MARKERS)], color=COLOURS["muted"], fillstyle="none",
                        linestyle="none", markersize=5)[0] for place in range(len(bits))
        ]  # fmt: skip
        labels = [*families, *("ternary" if value == _TERNARY else f"{value} bit" for value in bits)]
        drawing.legend(shown, clean(labels, 40), loc="outside upper left", ncols=4)
        return svg(drawing, name=name, label=f"validation accuracy of {len(found.points)} networks")


def _line(axes: Axes, same: Sequence[Point], colour: str) -> None:
    """One shape of network over its bits, its frames written at the end."""
    points = sorted((point.weight_bits, 100 * point.accuracy_validation) for point in same)
    axes.plot(*zip(*points, strict=True), marker=".", color=colour, linewidth=0.9)
    axes.annotate(str(same[0].frames), points[-1], xytext=(4, 0), textcoords="offset points", fontsize=7, va="center")


def _table(found: Form) -> Table:
    numbers = ("Neurons", "Frames", "Weights", "Validation", "Events", "Hidden spikes")
    engines = [f"Cycles, {engine}" for engine in found.points[0].cycles]
    rows = [
        Row(
            cells=(
                point.coding.replace("_", "-"),
                count(point.hidden),
                count(point.frames),
                point.weights,
                f"{100 * point.accuracy_validation:.2f} %",
                f"{point.events:,.0f}",
                f"{point.hidden_spikes:,.0f}",
                *(f"{value:,.0f}" for value in point.cycles.values()),
            )
        )
        for point in found.points
    ]
    return Table(
        columns=(Column(title="Coding"), *(Column(title=title, number=True) for title in (*numbers, *engines))),
        rows=tuple(rows),
        caption="Means per digit. Wrong would be: more cycles for fewer events at the same number of frames.",
    )
