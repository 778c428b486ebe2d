"""Accuracy against cycles, a mark for each network."""

from collections.abc import Iterator
from functools import partial

from matplotlib.figure import Figure

from codesign.report.plots.plot import Material, PaperPlot, studies_of
from codesign.report.plots.style import COLOURS, column
from codesign.report.studies.accuracy import Form
from codesign.report.svg import clean, logarithmic

__all__ = ["plots"]

_MARKERS = "Dos^v*P"


def plots(material: Material) -> Iterator[PaperPlot]:
    """A plot for each study of accuracy against cost."""
    for name, form in studies_of(material, "accuracy"):
        engines = tuple(form.points[0].cycles)
        yield PaperPlot(
            stem=name,
            title=f"Validation accuracy over cycles per digit ({engines[0]}): colours for codings, marks for weights",
            draw=partial(_draw, form, engines[0]),
            columns=("coding", "neurons (count)", "frames (count)", "weights (bit)", "validation accuracy (1)",
                     "events (count)", *(f"cycles, {engine} (count)" for engine in engines)),
            rows=[
                (p.coding, p.hidden, p.frames, p.weight_bits, float(p.accuracy_validation), float(p.events),
                 *(float(p.cycles[engine]) for engine in engines))
                for p in form.points
            ],
        )  # fmt: skip


def _draw(form: Form, engine: str) -> Figure:
    figure = column(75)
    axes = figure.add_subplot()
    families = list(dict.fromkeys(point.family for point in form.points))
    bits = sorted({point.weight_bits for point in form.points})
    for point in form.points:
        marker = _MARKERS[bits.index(point.weight_bits) % len(_MARKERS)]
        axes.plot([point.cycles[engine]], [100 * point.accuracy_validation], marker,
                  color=COLOURS[families.index(point.family) % len(COLOURS)], fillstyle="none")  # fmt: skip
    logarithmic(axes, "x")
    axes.set_xlabel(f"cycles per digit, engine {engine}")
    axes.set_ylabel("validation accuracy (%)")
    shown = [axes.plot([], [], color=COLOURS[i % len(COLOURS)])[0] for i in range(len(families))]
    marks = _MARKERS[: len(bits)]
    shown += [axes.plot([], [], mark, color="black", fillstyle="none", linestyle="none")[0] for mark in marks]
    labels = [*families, *(f"{value} bit" for value in bits)]
    figure.legend(shown, clean(labels, 30), loc="outside upper center", ncols=3)
    return figure
