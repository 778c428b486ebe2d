"""Power against the number of units, measured and predicted (``scripts/power_study.py``)."""

from collections.abc import Sequence

import numpy as np
from markupsafe import Markup
from matplotlib.axes import Axes
from matplotlib.ticker import NullLocator
from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from codesign.report.conditions import written
from codesign.report.section import Column, Plot, Row, Section, Table
from codesign.report.study import StudyForm
from codesign.report.svg import COLOURS, DASHED, SERIES, WIDE, clean, figure, logarithmic, svg
from codesign.report.words import count, percent, si

__all__ = ["Form", "section"]

_MARKERS = "DsP^v*"


class _Entry(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True, allow_inf_nan=False)


class Run(_Entry):
    """A network in ngspice, and what was predicted for the same steps: watts by supply."""

    transistors: int
    steps: int = Field(ge=1)
    states: int = Field(ge=1)
    states_agree: int = Field(ge=0)
    measured_w: dict[str, float]
    predicted_w: dict[str, float]


class Fit(_Entry):
    """A law: watts per power of d (``d2``, ``d1``, ``d0``), its largest relative error, the slope on log-log axes."""

    watts_per: dict[str, float]
    largest_error: float
    exponent: float

    @field_validator("watts_per")
    @classmethod
    def _powers(cls, value: dict[str, float]) -> dict[str, float]:
        if not all(name in ("d0", "d1", "d2", "d3") for name in value):
            raise ValueError(f"powers are d0 to d3, not {sorted(value)}")
        return value

    def __call__(self, d: float) -> float:
        return sum(value * d ** int(name[1:]) for name, value in self.watts_per.items())

    def __str__(self) -> str:
        terms = {"d0": "", "d1": " x d", "d2": " x d²", "d3": " x d³"}
        text = " + ".join(f"{si(value, 'W')}{terms[name]}" for name, value in self.watts_per.items())
        return text.replace("+ -", "- ")


class Trained(_Entry):
    """A trained model, predicted."""

    units: int = Field(ge=1)
    predicted_w: dict[str, float]


class Form(StudyForm):
    """The whole study; ``law`` says by supply what it feeds and how that should grow."""

    conditions: dict[str, str | float]
    law: dict[str, str] = Field(min_length=1, max_length=6)
    clips: int
    seeds: int
    runs: dict[int, Run] = Field(min_length=1)
    predicted_w: dict[int, dict[str, float]] = Field(min_length=1)
    fit_predicted: dict[str, Fit]
    fit_measured: dict[str, Fit]
    trained: dict[str, Trained] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _complete(self) -> "Form":
        for supply in self.law:
            if supply not in self.fit_predicted or supply not in self.fit_measured:
                raise ValueError(f"supply {supply!r} of 'law' has no fit")
            for units, run in self.runs.items():
                if units < 1 or not run.measured_w.get(supply, 0) > 0 or not run.predicted_w.get(supply, 0) > 0:
                    raise ValueError(f"runs.{units}: units, measured and predicted power of {supply!r} must be above 0")
        return self


def section(found: Form, name: str) -> Section:
    """Measured and predicted power of each supply over d, with the law; and how far the prediction is off."""
    supplies = list(found.law)
    worst = max(abs(_error(run, supply)) for run in found.runs.values() for supply in supplies)
    grows = ", ".join(f"{_short(found.law[s])} as d^{found.fit_measured[s].exponent:.2f}" for s in supplies)
    facts = [
        ("Conditions", ", ".join(written(key, value) for key, value in found.conditions.items())),
        ("Predicted over", f"{count(found.clips)} clips, mean of {count(found.seeds)} networks of each size"),
        *((f"Law, {_short(found.law[s])}", f"{found.fit_predicted[s]} (largest error of the fit "
           f"{100 * found.fit_predicted[s].largest_error:.1f} %); measured: {found.fit_measured[s]}")
          for s in supplies),
    ]  # fmt: skip
    return Section(
        title="Power against the number of units d",
        level=None,
        headline=f"Measured power grows: {grows}; the prediction is at most {100 * worst:.1f} % off",
        facts=tuple(facts),
        plots=(
            Plot(
                title="Power by part, and the error of the prediction",
                drawing=_draw(found, supplies, name),
                caption="Left: rings are measured in ngspice, crosses predicted for the same steps of the same "
                "network, lines the law fitted to predictions over whole clips, filled marks trained models "
                "(predicted). Right: predicted against measured. Wrong would be: a cross away from its ring, or rings "
                "that bend away from their line.",
            ),
        ),
        table=_table(found, supplies),
        command=found.command or "python scripts/power_study.py --measure",
    )


def _short(law: str) -> str:
    """The part a law is about: what stands in front of its colon."""
    return law.partition(":")[0]


def _error(run: Run, supply: str) -> float:
    """Predicted over measured, minus 1."""
    return run.predicted_w[supply] / run.measured_w[supply] - 1


def _draw(found: Form, supplies: Sequence[str], name: str) -> Markup:
    sizes = sorted({*found.runs, *found.predicted_w})
    with figure(WIDE, 3.9) as drawing:
        power, error = drawing.subplots(1, 2, width_ratios=(1.6, 1))
        for supply, colour in zip(supplies, SERIES, strict=False):
            _curves(power, found, supply, colour, np.geomspace(sizes[0], sizes[-1], 60))
            points = [(d, 100 * _error(run, supply)) for d, run in sorted(found.runs.items())]
            error.plot(*zip(*points, strict=True), marker="x", markersize=5, color=colour, linewidth=0.9)
        marks = [
            power.plot([], [], marker, color=COLOURS["muted"], markersize=5, linestyle="none")[0]
            for marker in _MARKERS[: len(found.trained)]
        ]
        for axes in (power, error):
            logarithmic(axes, "x")
            shown = sorted({*found.runs, sizes[-1]})
            axes.set_xticks(shown, [str(d) for d in shown])
            axes.xaxis.set_minor_locator(NullLocator())
            axes.set_xlabel("units d of each layer")
        logarithmic(power, "y")
        power.set_ylabel("power (nW)")
        error.set_ylabel("error of the prediction (%)")
        error.axhline(0, color=COLOURS["muted"], linewidth=0.8, linestyle=DASHED)
        lines = [line for line in power.get_lines() if str(line.get_label()) in found.law]
        labels = [_short(found.law[str(line.get_label())]) for line in lines]
        drawing.legend([*lines, *marks], clean([*labels, *found.trained], 40), loc="outside upper left", ncols=3)
        return svg(drawing, name=name, label=f"power of networks of {sizes[0]} to {sizes[-1]} units")


def _curves(axes: Axes, found: Form, supply: str, colour: str, d: Sequence[float] | np.ndarray) -> None:
    law = found.fit_predicted[supply]
    axes.plot(d, [law(float(x)) * 1e9 for x in d], color=colour, linewidth=1, label=supply)
    runs = sorted(found.runs.items())
    units = [size for size, _ in runs]
    for watts, marker, size in (
        ([run.measured_w[supply] for _, run in runs], "o", 8),
        ([run.predicted_w[supply] for _, run in runs], "x", 5),
    ):
        axes.plot(units, [value * 1e9 for value in watts], marker, color=colour, fillstyle="none", markersize=size)
    for model, marker in zip(found.trained.values(), _MARKERS, strict=False):
        if supply in model.predicted_w:
            axes.plot([model.units], [model.predicted_w[supply] * 1e9], marker, color=colour, markersize=5)


def _table(found: Form, supplies: Sequence[str]) -> Table:
    columns = [
        Column(title="d", number=True),
        Column(title="Transistors", number=True),
        Column(title="Steps", number=True),
        Column(title="States as in the twin", number=True),
    ]
    columns += [Column(title=_short(found.law[supply]), number=True) for supply in supplies]
    columns.append(Column(title="all supplies", number=True))
    rows = []
    for units, run in sorted(found.runs.items()):
        whole, guess = sum(run.measured_w.values()), sum(run.predicted_w.values())
        cells = [str(units), count(run.transistors), count(run.steps), percent(run.states_agree, run.states)]
        cells += [_cell(run.measured_w[supply], _error(run, supply)) for supply in supplies]
        rows.append(Row(cells=(*cells, _cell(whole, guess / whole - 1))))
    return Table(
        columns=tuple(columns),
        rows=tuple(rows),
        caption="Power measured in ngspice, in brackets the error of its prediction; all supplies: with reference "
        "and bias. Wrong would be: an error that grows with d.",
    )


def _cell(watts: float, error: float) -> str:
    return f"{si(watts, 'W')} ({100 * error:+.1f} %)"
