"""Schematics and block diagrams, in their own size; the data are the netlist, or what each module holds."""

from collections.abc import Iterator
from functools import partial

from codesign.drawing.figure import figure
from codesign.drawing.svg import svg
from codesign.report.drawings import hierarchy, schematics
from codesign.report.plots.plot import Material, PaperPlot, stem

__all__ = ["plots"]


def plots(material: Material) -> Iterator[PaperPlot]:
    """A file for each drawing of the report."""
    for drawing in (*schematics(material.result), *hierarchy(material.result)):
        yield PaperPlot(
            stem=stem(drawing.name),
            title=drawing.title,
            draw=partial(figure, drawing.sheet),
            columns=("element", "as in the netlist"),
            rows=[tuple(note) for note in drawing.sheet.notes],
            svg=svg(drawing.sheet, name=drawing.name, label=drawing.title, standalone=True) + "\n",
        )
