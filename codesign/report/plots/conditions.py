"""States, decisions and power of a circuit over corners, temperature, supply and mismatch."""

from collections.abc import Iterator
from functools import partial

from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator

from codesign.report.plots.plot import Material, PaperPlot, studies_of
from codesign.report.plots.style import BAD, COLOURS, INK, MUTED, column
from codesign.report.studies.conditions import LEAST, Form, label
from codesign.report.svg import clean

__all__ = ["plots"]


def plots(material: Material) -> Iterator[PaperPlot]:
    """A plot for each study of conditions."""
    for name, form in studies_of(material, "conditions"):
        yield PaperPlot(
            stem=name,
            title=f"{form.model} in {form.technology} under other conditions: of all states, of those "
            "outside the margin and of the decisions how many agree; dashed: the least that passes, a red ring: fewer, "
            "a cross: nothing was found",
            draw=partial(_draw, form),
            columns=("condition", "corner", "temperature (C)", "supply (V)", "mismatch seed", "states compared (count)",
                     "states agree (count)", "states in the margin (count)",
                     "states that differ outside the margin (count)", "decisions compared (count)",
                     "decisions agree (count)", "power (W)"),
            rows=list(_rows(form)),
        )  # fmt: skip


def _rows(form: Form) -> Iterator[tuple[object, ...]]:
    for row in form.rows:
        found = row.found
        values: tuple[object, ...] = (None,) * 7
        if found is not None:
            values = (found.states_compared, found.states_agree, found.states_in_margin,
                      found.disagree_outside_margin, found.samples, found.decisions_agree, found.power_w)  # fmt: skip
        yield (row.name, row.corner, float(row.temperature_c), float(row.supply_v), row.mismatch_seed, *values)


def _draw(form: Form) -> Figure:
    figure = column(18 + 4.2 * len(form.rows))
    states, outside, decisions, power = figure.subplots(1, 4, sharey=True)
    for place, row in enumerate(form.rows):
        found = row.found
        if found is None:
            states.plot([100], [place], "x", color=BAD)
            continue
        for axes, share, (_, least) in zip((states, outside, decisions), found.shares, LEAST, strict=True):
            axes.plot([share], [place], "o", color=BAD if share < least else COLOURS[0],
                      markerfacecolor="none" if share < least else COLOURS[0], clip_on=False)  # fmt: skip
        power.plot([found.power_w * 1e9], [place], "o", color=INK)
    states.set_yticks(range(len(form.rows)), clean([label(row) for row in form.rows], 22))
    states.invert_yaxis()
    for axes, name, (_, least) in zip(
        (states, outside, decisions), ("states (%)", "outside (%)", "decisions (%)"), LEAST, strict=True
    ):
        axes.axvline(least, color=MUTED, linewidth=0.7, linestyle=(0, (4, 3)))
        axes.set_xlabel(name)
        axes.set_xlim(axes.get_xlim()[0], 100)
    power.set_xlabel("power (nW)")
    power.margins(x=0.15)
    for axes in (states, outside, decisions, power):
        axes.xaxis.set_major_locator(MaxNLocator(2))
        axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:g}"))
        axes.grid(visible=True, axis="y", linewidth=0.3)
    return figure
