"""Dies with mismatch: how many reach which accuracy."""

from collections.abc import Iterator
from functools import partial

import numpy as np
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from codesign.report.plots.plot import Material, PaperPlot, studies_of
from codesign.report.plots.style import COLOURS, MUTED, column
from codesign.report.studies.montecarlo import Form

__all__ = ["plots"]


def plots(material: Material) -> Iterator[PaperPlot]:
    """A histogram for each Monte Carlo study, and the transistor level beside the model where it was run."""
    for name, form in studies_of(material, "montecarlo"):
        yield PaperPlot(
            stem=name,
            title=f"{form.runs} dies of {form.model} in {form.technology} by their {form.measure}; dotted: the twin, "
            "dashed: the limit",
            draw=partial(_draw, form),
            columns=("die", f"{form.measure} (1)"),
            rows=list(enumerate(map(float, form.accuracy_of_each_die))),
        )
        beside = form.transistor_level
        if beside is not None:
            yield PaperPlot(
                stem=f"{name}-transistors",
                title=f"{beside.dies} dies at transistor level against the vectorised model, {beside.samples} samples",
                draw=partial(_draw_beside, form),
                columns=("die", f"{form.measure}, transistors (1)", f"{form.measure}, vectorised model (1)"),
                rows=[
                    (die, float(a), float(b))
                    for die, (a, b) in enumerate(
                        zip(beside.accuracy_transistors, beside.accuracy_vectorised, strict=True)
                    )
                ],
            )


def _draw(form: Form) -> Figure:
    figure = column(52)
    axes = figure.add_subplot()
    axes.stairs(form.histogram.dies, np.array(form.histogram.edges) * 100, fill=True, color=COLOURS[0], alpha=0.8)
    axes.axvline(100 * form.accuracy_twin, color=MUTED, linewidth=0.8, linestyle=(0, (1, 1.5)))
    axes.axvline(100 * form.limit, color=MUTED, linewidth=0.8, linestyle=(0, (4, 3)))
    axes.yaxis.set_major_locator(MaxNLocator(5, integer=True))
    axes.set_xlabel(f"{form.measure} (%)")
    axes.set_ylabel("dies")
    return figure


def _draw_beside(form: Form) -> Figure:
    beside = form.transistor_level
    assert beside is not None
    figure = column(60)
    axes = figure.add_subplot()
    x, y = (100 * np.array(values) for values in (beside.accuracy_vectorised, beside.accuracy_transistors))
    ends = [float(min(x.min(), y.min())), float(max(x.max(), y.max()))]
    axes.plot(ends, ends, color=MUTED, linewidth=0.7, linestyle=(0, (4, 3)))
    axes.plot(x, y, "o", color=COLOURS[0], markerfacecolor="none")
    axes.set_xlabel(f"{form.measure}, vectorised model (%)")
    axes.set_ylabel("transistors (%)")
    return figure
