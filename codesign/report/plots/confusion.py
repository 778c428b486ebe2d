"""Confusion matrices of the twin and of each target."""

from collections.abc import Iterator
from functools import partial

import numpy as np
from matplotlib.figure import Figure

from codesign.report.confusion import Confusion, confusions
from codesign.report.plots.plot import Material, PaperPlot, stem
from codesign.report.plots.style import column
from codesign.report.svg import clean

__all__ = ["plots"]


def plots(material: Material) -> Iterator[PaperPlot]:
    """A matrix for the twin and for each target."""
    for name, matrix in zip(("twin", *material.result.targets), confusions(material.result), strict=False):
        yield PaperPlot(
            stem=stem("confusion", name),
            title=f"{matrix.title}: true class against decision, {matrix.right} of {matrix.samples} right",
            draw=partial(_draw, matrix),
            columns=("true class", "decision", "samples (count)"),
            rows=[
                (label, decided, number)
                for label, cells in matrix.rows
                for decided, (number, _) in zip(matrix.columns, cells, strict=True)
            ],
        )


def _draw(matrix: Confusion) -> Figure:
    shares = np.array([[share for _, share in cells] for _, cells in matrix.rows], dtype=float)
    figure = column(78)
    axes = figure.add_subplot()
    axes.imshow(shares, cmap="Blues", vmin=0, vmax=max(1.0, float(shares.max(initial=0))), interpolation="none")
    if shares.size <= 400:
        half = max(1.0, float(shares.max(initial=0))) / 2
        for row, (_, cells) in enumerate(matrix.rows):
            for place, (number, share) in enumerate(cells):
                if number:
                    axes.text(place, row, str(number), ha="center", va="center", fontsize=6,
                              color="white" if share > half else "black")  # fmt: skip
    axes.set_xticks(
        range(len(matrix.columns)), clean(matrix.columns, 10), rotation=90 if len(matrix.columns) > 10 else 0
    )
    axes.set_yticks(range(len(matrix.rows)), clean([label for label, _ in matrix.rows], 10))
    axes.set_xlabel("decided")
    axes.set_ylabel("true class")
    return figure
