"""A plot as three files."""

import csv
import io
from pathlib import Path

from codesign.files import write_file
from codesign.report.plots.plot import PaperPlot
from codesign.report.plots.style import settings

__all__ = ["save"]


def save(plot: PaperPlot, folder: Path) -> None:
    """Write ``<stem>.svg``, ``.pdf`` and ``.csv`` into ``folder``; no file holds a time."""
    with settings():
        drawn = plot.draw()
        pdf, svg = io.BytesIO(), io.StringIO()
        drawn.savefig(pdf, format="pdf", metadata={"CreationDate": None, "Producer": None, "Creator": None})
        if not plot.svg:
            drawn.savefig(svg, format="svg", metadata={"Date": None, "Creator": None})
    write_file(folder / f"{plot.stem}.pdf", pdf.getvalue())
    write_file(folder / f"{plot.stem}.svg", plot.svg or svg.getvalue())
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(plot.columns)
    writer.writerows(map(_plain, plot.rows))
    write_file(folder / f"{plot.stem}.csv", table.getvalue())


def _plain(row: tuple[object, ...]) -> list[object]:
    return [f"{value:.9g}" if isinstance(value, float) else "" if value is None else value for value in row]
