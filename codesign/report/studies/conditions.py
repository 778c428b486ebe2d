"""A circuit over corners, temperature, supply and mismatch (:mod:`codesign.verify.conditions`)."""

from collections.abc import Sequence

from markupsafe import Markup
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator
from pydantic import BaseModel, ConfigDict, Field

from codesign.report.section import Column, Plot, Row, Section, Table
from codesign.report.study import StudyForm
from codesign.report.svg import COLOURS, DASHED, SERIES, WIDE, clean, figure, svg, tell_row
from codesign.report.words import Level, percent, si
from codesign.verify.targets.spice import LEAST_AGREEMENT, LEAST_DECISIONS, LEAST_OUTSIDE

__all__ = ["LEAST", "Form", "label", "section"]


class Found(BaseModel):
    """What the comparison under one condition gave."""

    model_config = ConfigDict(extra="ignore", frozen=True, allow_inf_nan=False)

    samples: int = Field(ge=1)
    states_compared: int = Field(ge=1)
    states_agree: int = Field(ge=0)
    states_in_margin: int = Field(ge=0)
    disagree_outside_margin: int = Field(ge=0)
    decisions_agree: int = Field(ge=0)
    undecided: int = Field(ge=0)
    accuracy_target: float = Field(ge=0, le=1)
    passed: bool
    power_w: float

    @property
    def level(self) -> Level:
        return "bad" if not self.passed else "good" if self.states_agree == self.states_compared else "near"

    @property
    def shares(self) -> tuple[float, float, float]:
        """Of all states, of those outside the margin, and of the decisions: how many agree, in percent."""
        outside = self.states_compared - self.states_in_margin
        return (
            100 * self.states_agree / self.states_compared,
            100 * (1 - self.disagree_outside_margin / outside) if outside else 100.0,
            100 * self.decisions_agree / self.samples,
        )


class Condition(BaseModel):
    """A row: the condition, and what was found or why nothing was."""

    model_config = ConfigDict(extra="ignore", frozen=True, allow_inf_nan=False)

    name: str
    varied: str
    corner: str
    temperature_c: float
    supply_v: float
    mismatch_seed: int | None
    found: Found | None
    error: str | None


class Form(StudyForm):
    """The whole study."""

    choice: dict[str, str] = Field(default_factory=dict)
    rows: list[Condition] = Field(min_length=1, max_length=1000)


LEAST = (
    ("states agree (%)", 100 * LEAST_AGREEMENT),
    ("outside the margin (%)", 100 * LEAST_OUTSIDE),
    ("decisions agree (%)", 100 * LEAST_DECISIONS),
)
"""What is compared, and the least that passes."""


def section(found: Form, name: str) -> Section:
    """States and decisions against the twin, and power, a row per condition."""
    passed = sum(row.found is not None and row.found.passed for row in found.rows)
    whole = passed == len(found.rows)
    decided = [row.found.decisions_agree for row in found.rows if row.found]
    compared = sum(row.found.samples for row in found.rows if row.found)
    powers = [row.found.power_w for row in found.rows if row.found]
    facts = [("Model", found.model), ("Technology", found.technology)]
    facts += [
        (block.replace("_", " ").capitalize(), variant.replace("_", " ")) for block, variant in found.choice.items()
    ]
    if decided:
        facts.append(("Decisions as in the twin", f"{sum(decided):,} of {compared:,}"))
        facts.append(("Power", f"{si(min(powers), 'W')} to {si(max(powers), 'W')}"))
    facts.append(("Simulator", found.simulator))
    return Section(
        title=f"Conditions: {found.model} in {found.technology}",
        level="good" if whole else "bad",
        headline=f"The circuit agrees with the twin under {passed:,} of {len(found.rows):,} conditions",
        facts=tuple(facts),
        plots=(
            Plot(
                title="States and decisions as in the twin, and power",
                drawing=_draw(found, name),
                caption="Each row is the same samples under one condition, all else typical; a die is a chip whose "
                "every transistor has mismatch. Dashed: the least that passes in each of the three, and the typical "
                "power; a cross: nothing was found. Wrong would be: a point left of its line, which is red, or a power "
                "far from the typical one.",
                says="Point at a row for its numbers; the table below has all.",
            ),
        )
        if decided
        else (),
        table=_table(found.rows),
        command=found.command or "codesign corners",
    )


def _draw(found: Form, name: str) -> Markup:
    rows = found.rows
    with figure(WIDE, 0.9 + 0.24 * len(rows)) as drawing:
        *compared, power = drawing.subplots(1, 4, sharey=True, width_ratios=(1, 1, 1, 1.2))
        states = compared[0]
        for index, (axes, (title, least)) in enumerate(zip(compared, LEAST, strict=True)):
            _points(axes, [row.found.shares[index] if row.found else None for row in rows], least)
            axes.axvline(least, color=COLOURS["muted"], linestyle=DASHED, linewidth=0.9)
            axes.set_xlabel(title)
        unit, factor = _unit(max(r.found.power_w for r in rows if r.found))
        for place, row in enumerate(rows):
            if row.found:
                power.barh(place, row.found.power_w / factor, height=0.62, color=SERIES[0], alpha=0.75)
        typical = next((r.found.power_w for r in rows if r.found and r.varied == "typical"), None)
        if typical is not None:
            power.axvline(typical / factor, color=COLOURS["muted"], linestyle=DASHED, linewidth=0.9)
        power.set_xlabel(f"power ({unit})")
        power.set_xlim(left=0)
        states.set_yticks(range(len(rows)), clean([label(row) for row in rows], 22))
        states.set_ylim(len(rows) - 0.5, -0.5)
        for axes in (*compared, power):
            for place, row in enumerate(rows):
                tell_row(axes, place, _words(row))
            axes.tick_params(axis="y", length=0)
            axes.xaxis.set_major_locator(MaxNLocator(4))
            axes.grid(visible=True, axis="y", linewidth=0.5)
            axes.set_axisbelow(True)
        return svg(drawing, name=name, label=f"{len(rows)} conditions: states and decisions that agree, power")


def _points(axes: Axes, values: Sequence[float | None], least: float) -> None:
    """A dot where something was found, red below ``least``; a cross at the left edge where nothing was."""
    left = 100 - 1.3 * (100 - min(*(value for value in values if value is not None), least))
    for place, value in enumerate(values):
        level = "bad" if value is None or value < least else "good" if value == 100 else "near"
        marker = "x" if value is None else "o"
        at = left if value is None else value
        axes.plot([at], [place], marker, markersize=5, color=COLOURS[level], clip_on=False)
    axes.set_xlim(left, 100 + 0.07 * (100 - left))


def _words(row: Condition) -> str:
    """A row in a line."""
    f = row.found
    if f is None:
        return f"{label(row)}: {row.error}"
    states, outside, _ = f.shares
    return (
        f"{label(row)}: {states:.2f} % of the states, {outside:.2f} % of those outside the margin, "
        f"{f.decisions_agree:,} of {f.samples:,} decisions, {si(f.power_w, 'W')}"
    )


def label(row: Condition) -> str:
    """What a row is called: what its condition differs in from the typical one."""
    written = {
        "typical": "typical",
        "corner": f"corner {row.corner}",
        "temperature": f"{row.temperature_c:g} °C",
        "supply": f"{row.supply_v:g} V",
        "mismatch": f"die {row.mismatch_seed}",
    }
    return written.get(row.varied, row.name)


def _unit(largest: float) -> tuple[str, float]:
    for unit, factor in (("W", 1.0), ("mW", 1e-3), ("µW", 1e-6)):
        if largest >= factor:
            return unit, factor
    return "nW", 1e-9


def _table(rows: Sequence[Condition]) -> Table:
    columns = (
        Column(title="Condition"),
        Column(title="Corner"),
        Column(title="Temperature", number=True),
        Column(title="Supply", number=True),
        Column(title="States agree", number=True),
        Column(title="Outside margin", number=True),
        Column(title="Decisions agree", number=True),
        Column(title="Undecided", number=True),
        Column(title="Accuracy", number=True),
        Column(title="Power", number=True),
    )
    return Table(
        columns=columns,
        rows=tuple(_row(row) for row in rows),
        caption="Wrong would be: any ✗, or a decision that is left undecided. Rows without figures are conditions "
        "that a design rule refuses or that the simulator failed under, with its reason.",
    )


def _row(row: Condition) -> Row:
    conditions = (label(row), row.corner, f"{row.temperature_c:g} °C", f"{row.supply_v:g} V")
    f = row.found
    if f is None:
        return Row(cells=(f"{conditions[0]}: {row.error}", *conditions[1:], *["-"] * 6), level="bad")
    return Row(
        cells=(
            *conditions,
            percent(f.states_agree, f.states_compared),
            f"{f.disagree_outside_margin:,}",
            f"{f.decisions_agree:,} of {f.samples:,}",
            f"{f.undecided:,}",
            f"{100 * f.accuracy_target:.1f} %",
            si(f.power_w, "W"),
        ),
        level=f.level,
    )
