"""Power against the number of units, measured, predicted and fitted."""

from collections.abc import Iterator
from functools import partial

import numpy as np
from matplotlib.figure import Figure

from codesign.report.plots.plot import Material, PaperPlot, studies_of
from codesign.report.plots.style import COLOURS, column
from codesign.report.studies.power import Form
from codesign.report.svg import clean, logarithmic

__all__ = ["plots"]


def plots(material: Material) -> Iterator[PaperPlot]:
    """A plot for each study of power."""
    for name, form in studies_of(material, "power"):
        yield PaperPlot(
            stem=name,
            title="Power over the units d of each layer: rings measured, crosses predicted, lines fitted to these",
            draw=partial(_draw, form),
            columns=("units", "supply", "power, measured (W)", "power, predicted (W)", "power, fitted (W)"),
            rows=[
                (units, supply, float(run.measured_w[supply]), float(run.predicted_w[supply]),
                 float(form.fit_predicted[supply](units)))
                for units, run in sorted(form.runs.items())
                for supply in form.law
            ],
        )  # fmt: skip


def _draw(form: Form) -> Figure:
    figure = column(66)
    axes = figure.add_subplot()
    units = sorted(form.runs)
    places = np.geomspace(units[0], units[-1], 60)
    for index, (supply, law) in enumerate(form.law.items()):
        colour = COLOURS[index % len(COLOURS)]
        axes.plot(places, [form.fit_predicted[supply](float(d)) * 1e9 for d in places], color=colour,
                  label=clean([law], 40)[0])  # fmt: skip
        axes.plot(units, [form.runs[d].measured_w[supply] * 1e9 for d in units], "o", color=colour, fillstyle="none")
        axes.plot(units, [form.runs[d].predicted_w[supply] * 1e9 for d in units], "x", color=colour)
    logarithmic(axes, "x")
    logarithmic(axes, "y")
    axes.set_xticks(units, [str(d) for d in units])
    axes.minorticks_off()
    axes.set_xlabel("units d of each layer")
    axes.set_ylabel("power (nW)")
    figure.legend(loc="outside upper center", ncols=1)
    return figure
