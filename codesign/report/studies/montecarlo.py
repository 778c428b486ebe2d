"""The yield of a task's decisions over many dies (``codesign montecarlo --json``)."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from markupsafe import Markup
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator
from pydantic import BaseModel, ConfigDict, Field, model_validator

from codesign.report.section import Column, Plot, Row, Section, Table
from codesign.report.study import StudyForm
from codesign.report.svg import COLOURS, DASHED, SERIES, WIDE, figure, svg, tell_column
from codesign.report.words import count, percent

__all__ = ["Form", "section"]

_MOST_DIES = 1_000_000
_STRETCHES = 100


class _Entry(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True, allow_inf_nan=False)


class Summary(_Entry):
    """Of one share over the dies."""

    mean: float
    mean_interval_95: tuple[float, float]
    minimum: float
    p1: float
    p5: float
    p50: float
    p95: float
    maximum: float


class Histogram(_Entry):
    """``dies`` per bin between neighbouring ``edges``."""

    edges: list[float] = Field(min_length=2, max_length=10_000)
    dies: list[int] = Field(max_length=10_000)

    @model_validator(mode="after")
    def _matching(self) -> "Histogram":
        if len(self.edges) != len(self.dies) + 1 or any(
            a >= b for a, b in zip(self.edges, self.edges[1:], strict=False)
        ):
            raise ValueError("there must be one edge more than bins, each above the one before it")
        return self


class Beside(_Entry):
    """The same dies at transistor level and by the vectorised model."""

    dies: int = Field(ge=1)
    samples: int = Field(ge=1)
    decisions_compared: int = Field(ge=1)
    decisions_agree: int = Field(ge=0)
    agreement_interval_95: tuple[float, float]
    decisions_agree_twin: int = Field(ge=0)
    states_compared: int = Field(ge=1)
    states_agree: int = Field(ge=0)
    score_error_rms: float
    accuracy_transistors: list[float] = Field(max_length=_MOST_DIES)
    accuracy_vectorised: list[float] = Field(max_length=_MOST_DIES)

    @model_validator(mode="after")
    def _matching(self) -> "Beside":
        if len(self.accuracy_transistors) != self.dies or len(self.accuracy_vectorised) != self.dies:
            raise ValueError("there must be an accuracy for each die, of the transistors and of the vectorised model")
        return self


class Form(StudyForm):
    """The whole study."""

    corner: str
    temperature_c: float
    supply_v: float
    choice: dict[str, str] = Field(description="block -> variant: the other texts of the JSON")
    seed: int
    runs: int = Field(ge=1)
    samples: int = Field(ge=1)
    transistors: int
    measure: str
    accuracy_twin: float
    limit: float
    dies_above_limit: int = Field(ge=0)
    yield_interval_95: tuple[float, float]
    accuracy: Summary
    agreement_with_twin: Summary
    histogram: Histogram
    accuracy_of_each_die: list[float] = Field(min_length=1, max_length=_MOST_DIES)
    transistor_level: Beside | None

    @model_validator(mode="before")
    @classmethod
    def _gather(cls, content: Any) -> Any:
        """The variants stand beside the conditions, each under its block's name."""
        if not isinstance(content, dict):
            return content
        own = (*cls.model_fields, "study")
        texts = {name: value for name, value in content.items() if isinstance(value, str) and name not in own}
        return {**content, "choice": texts}


def section(found: Form, name: str) -> Section:
    """Histogram of the dies' accuracy, yield against the limit, and the transistor level beside it."""
    share = percent(found.dies_above_limit, found.runs)
    facts = [
        ("Model", found.model),
        ("Technology", ", ".join([found.technology, *(v.replace("_", " ") for v in found.choice.values())])),
        ("Conditions", f"{found.corner}, {found.temperature_c:g} °C, {found.supply_v:g} V"),
        ("Dies", f"{count(found.runs)} of batch {found.seed}, {count(found.transistors)} transistors each"),
        ("Samples", f"{count(found.samples)} of the test set on every die, by the vectorised model of the circuit"),
    ]
    plots = [
        Plot(
            title="Accuracy of the dies",
            drawing=_draw(found, f"{name} dies"),
            caption="Left: dies by their accuracy; right: the share of dies that is at least so good, with the 95 % "
            "interval at the limit. Wrong would be: dies far below the others, or a curve that falls before the limit.",
            says="Point at a bar or at the curve for its numbers.",
        )
    ]
    beside = found.transistor_level
    if beside is not None:
        facts += _beside(beside)
        plots.append(
            Plot(
                title=f"At transistor level beside it: {count(beside.dies)} dies, {count(beside.samples)} samples",
                drawing=_draw_beside(beside, found.measure, f"{name} beside"),
                caption="The same dies and samples in ngspice. Wrong would be: a cross away from its ring; the "
                "vectorised model would then not be believed.",
                says="Point at a die for its numbers.",
            )
        )
    return Section(
        title=f"Monte Carlo: {found.model} in {found.technology}",
        level=None,
        headline=f"{count(found.dies_above_limit)} of {count(found.runs)} dies ({share}) reach a {found.measure} of "
        f"{_share(found.limit)}; 95 % interval: {_interval(found.yield_interval_95)}",
        facts=tuple(facts),
        plots=tuple(plots),
        table=_table(found),
        command=found.command or _command(found),
    )


def _share(value: float) -> str:
    return f"{100 * value:.2f} %"


def _interval(ends: tuple[float, float]) -> str:
    return f"{100 * ends[0]:.2f} to {100 * ends[1]:.2f} %"


def _beside(beside: Beside) -> list[tuple[str, str]]:
    agree, compared = beside.decisions_agree, beside.decisions_compared
    return [
        (
            "Decisions at transistor level",
            f"{count(agree)} of {count(compared)} as the vectorised model (95 %: "
            f"{_interval(beside.agreement_interval_95)}), {count(beside.decisions_agree_twin)} as the twin",
        ),
        (
            "States at transistor level",
            f"{percent(beside.states_agree, beside.states_compared)} of {count(beside.states_compared)} as the "
            f"vectorised model; scores differ by {beside.score_error_rms:.3g} unit currents per step (rms)",
        ),
    ]


def _draw(found: Form, name: str) -> Markup:
    with figure(WIDE, 2.9) as drawing:
        dies, reached = drawing.subplots(1, 2)
        edges = np.array(found.histogram.edges) * 100
        dies.stairs(found.histogram.dies, edges, fill=True, color=SERIES[0], alpha=0.75)
        dies.set_ylabel("dies")
        dies.yaxis.set_major_locator(MaxNLocator(5, integer=True))
        for low, high, number in zip(edges, edges[1:], found.histogram.dies, strict=False):
            if number:
                tell_column(dies, low, high, f"{low:.2f} to {high:.2f} %: {count(number)} of {count(found.runs)} dies")
        ordered = np.sort(np.array(found.accuracy_of_each_die)) * 100
        share = 100 * (1 - np.arange(len(ordered)) / len(ordered))
        x, y = _corners(ordered, share)
        reached.plot(x, y, color=SERIES[0])
        for low, high, part in _stretches(x, y):
            reach = f"{part:.1f} % of the dies reach an accuracy of {high:.2f} %"
            tell_column(reached, low, high, reach)
        got = 100 * found.dies_above_limit / found.runs
        low, high = (100 * end for end in found.yield_interval_95)
        reached.errorbar(
            [found.limit * 100], [got], yerr=[[max(got - low, 0)], [max(high - got, 0)]], color=COLOURS["bad"],
            marker="o", markersize=4, capsize=3, linewidth=1,
        )  # fmt: skip
        reached.set_ylabel("dies at least so good (%)")
        reached.set_ylim(0, 104)
        lines = [_mark(dies, found.limit, COLOURS["bad"]), _mark(dies, found.accuracy_twin, COLOURS["ink"])]
        _mark(reached, found.limit, COLOURS["bad"])
        _mark(reached, found.accuracy_twin, COLOURS["ink"])
        for axes in (dies, reached):
            axes.set_xlabel(f"{found.measure} (%)")
        drawing.legend(lines, ["limit", "twin"], loc="outside upper left", ncols=2, handlelength=1.6)
        return svg(drawing, name=name, label=f"accuracy of {found.runs} dies, and their yield")


def _corners(ordered: Any, share: Any) -> tuple[Any, Any]:
    """Every value once, so that a thousand dies of a few different accuracies are a few points of a staircase."""
    values, first = np.unique(ordered, return_index=True)
    return np.repeat(values, 2)[:-1], np.repeat(share[first], 2)[1:]


def _stretches(x: Any, y: Any) -> Iterator[tuple[float, float, float]]:
    """From which accuracy to which, and what part of the dies reaches the latter: at most some hundred."""
    values, share = x[::2], y[::2]
    kept = np.unique(np.linspace(0, len(values) - 1, min(len(values), _STRETCHES)).astype(int))
    for before, at in pairwise(kept):
        yield float(values[before]), float(values[at]), float(share[at])


def _mark(axes: Axes, value: float, colour: str) -> Any:
    return axes.axvline(100 * value, color=colour, linewidth=1, linestyle=DASHED)


def _draw_beside(beside: Beside, measure: str, name: str) -> Markup:
    dies = range(beside.dies)
    with figure(WIDE, 2.1) as drawing:
        axes = drawing.add_subplot()
        rings: Sequence[float] = [100 * value for value in beside.accuracy_vectorised]
        crosses = [100 * value for value in beside.accuracy_transistors]
        ring = axes.plot(dies, rings, "o", fillstyle="none", markersize=8, color=SERIES[0])
        cross = axes.plot(dies, crosses, "x", markersize=5, color=SERIES[1])
        for die, (model, transistors) in list(enumerate(zip(rings, crosses, strict=True)))[:_STRETCHES]:
            text = f"die {die}: vectorised model {model:.2f} %, transistors {transistors:.2f} %"
            tell_column(axes, die - 0.5, die + 0.5, text)
        axes.set_xlabel("die")
        axes.set_ylabel(f"{measure} (%)")
        axes.set_xlim(-0.6, beside.dies - 0.4)
        low, high = min(*rings, *crosses), max(*rings, *crosses)
        axes.set_ylim(low - 5 - 0.1 * (high - low), min(high + 5, 103))
        axes.xaxis.set_major_locator(MaxNLocator(20, integer=True))
        drawing.legend(
            [*ring, *cross], ["vectorised model", "transistors (ngspice)"], loc="outside upper left", ncols=2
        )
        return svg(drawing, name=name, label=f"{measure} of {beside.dies} dies, vectorised and at transistor level")


def _table(found: Form) -> Table:
    names = ("mean", "95 % interval of the mean", "worst die", "1st percentile", "5th", "median", "95th", "best die")
    rows = []
    for what, s in ((found.measure, found.accuracy), ("decisions as the twin", found.agreement_with_twin)):
        values = (s.minimum, s.p1, s.p5, s.p50, s.p95, s.maximum)
        cells = (what, _share(s.mean), _interval(s.mean_interval_95), *(_share(value) for value in values))
        rows.append(Row(cells=cells))
    return Table(
        columns=(Column(title="Over the dies"), *(Column(title=name, number=True) for name in names)),
        rows=tuple(rows),
        caption=f"The twin itself: {_share(found.accuracy_twin)} {found.measure}. Wrong would be: a mean far below it, "
        "or percentiles that fall off.",
    )


def _command(found: Form) -> str:
    parts = [
        f"codesign montecarlo models/{found.model} --technology {found.technology} --corner {found.corner}",
        f"--temperature {found.temperature_c:g} --supply {found.supply_v:g}",
        *(f"--use {block}={variant}" for block, variant in found.choice.items()),
        f"--runs {found.runs} --samples {found.samples} --seed {found.seed} --limit {found.limit:.6g}",
    ]
    if found.transistor_level is not None:
        parts.append(f"--spice-runs {found.transistor_level.dies} --spice-samples {found.transistor_level.samples}")
    return " ".join([*parts, "--json FILE"])
