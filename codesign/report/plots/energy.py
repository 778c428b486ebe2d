"""Dynamic energy of RTL by its parts, each with its range."""

from collections.abc import Iterator
from functools import partial

from matplotlib.figure import Figure

from codesign.report.plots.plot import Material, PaperPlot, studies_of
from codesign.report.plots.style import COLOURS, INK, column
from codesign.report.studies.energy import Form
from codesign.report.svg import clean

__all__ = ["plots"]


def plots(material: Material) -> Iterator[PaperPlot]:
    """A plot for each estimate of energy."""
    for name, form in studies_of(material, "energy"):
        every = {**form.parts_j_per_sample, "all": form.energy_j_per_sample}
        yield PaperPlot(
            stem=name,
            title=f"Energy per sample of {form.model}, estimated for {form.device}: nominal, and the range",
            draw=partial(_draw, form),
            columns=("part", "low (J)", "nominal (J)", "high (J)"),
            rows=[(part, float(b.low), float(b.nominal), float(b.high)) for part, b in every.items()],
        )


def _draw(form: Form) -> Figure:
    parts = {**form.parts_j_per_sample, "all": form.energy_j_per_sample}
    figure = column(16 + 6 * len(parts))
    axes = figure.add_subplot()
    for place, bounds in enumerate(parts.values()):
        axes.barh(place, bounds.nominal * 1e9, height=0.6, color=COLOURS[0])
        axes.plot([bounds.low * 1e9, bounds.high * 1e9], [place, place], color=INK, linewidth=0.9, marker="|")
    axes.set_yticks(range(len(parts)), clean(list(parts), 20))
    axes.invert_yaxis()
    axes.set_xlabel("energy per sample (nJ)")
    return figure
