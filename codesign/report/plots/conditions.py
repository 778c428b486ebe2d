"""States, decisions and power of a circuit over corners, temperature, supply and mismatch."""

from collections.abc import Iterator
from functools import partial

from matplotlib.figure import Figure

from codesign.report.plots.plot import Material, PaperPlot, studies_of
from codesign.report.plots.style import BAD, COLOURS, column
from codesign.report.studies.conditions import Form
from codesign.report.svg import clean

__all__ = ["plots"]


def plots(material: Material) -> Iterator[PaperPlot]:
    """A plot for each study of conditions."""
    for name, form in studies_of(material, "conditions"):
        yield PaperPlot(
            stem=name,
            title=f"{form.model} in {form.technology} under other conditions; a cross: nothing was found",
            draw=partial(_draw, form),
            columns=("condition", "corner", "temperature (C)", "supply (V)", "mismatch seed", "states compared (count)",
                     "states agree (count)", "decisions compared (count)", "decisions agree (count)", "power (W)"),
            rows=list(_rows(form)),
        )  # fmt: skip


def _rows(form: Form) -> Iterator[tuple[object, ...]]:
    for row in form.rows:
        found = row.found
        values: tuple[object, ...] = (None,) * 5
        if found is not None:
            values = (found.states_compared, found.states_agree, found.samples, found.decisions_agree, found.power_w)
        yield (row.name, row.corner, float(row.temperature_c), float(row.supply_v), row.mismatch_seed, *values)


def _draw(form: Form) -> Figure:
    figure = column(18 + 4.2 * len(form.rows))
    states, decisions, power = figure.subplots(1, 3, sharey=True)
    for place, row in enumerate(form.rows):
        found = row.found
        if found is None:
            states.plot([100], [place], "x", color=BAD)
            continue
        states.plot([100 * found.states_agree / found.states_compared], [place], "o", color=COLOURS[0])
        decisions.plot([100 * found.decisions_agree / found.samples], [place], "o", color=COLOURS[1])
        power.plot([found.power_w * 1e9], [place], "o", color=COLOURS[2])
    states.set_yticks(range(len(form.rows)), clean([row.name for row in form.rows], 22))
    states.invert_yaxis()
    for axes, label in ((states, "states (%)"), (decisions, "decisions (%)"), (power, "power (nW)")):
        axes.set_xlabel(label)
        axes.grid(visible=True, axis="y", linewidth=0.3)
        axes.margins(x=0.15)
    return figure
