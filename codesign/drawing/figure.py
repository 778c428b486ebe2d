"""A sheet as a matplotlib figure, of its own size, in the colours of a printed page: for PDF.

Matplotlib draws the plots of this package and embeds fonts; a converter from SVG would be a library more, and draw by
rules of its own.
"""

import io
from collections.abc import Mapping

import matplotlib as mpl
from matplotlib.figure import Figure
from matplotlib.patches import Circle as CirclePatch
from matplotlib.patches import Polygon

from codesign.drawing.sheet import SIZES, Area, Circle, Line, Sheet, Text

__all__ = ["figure", "pdf"]

_PER_INCH = 96.0
_POINTS = 72.0 / _PER_INCH
_INK, _MUTED, _BLUE = "#1b1f24", "#5c646d", "#2563a8"
_STROKES: Mapping[str, tuple[str, float]] = {
    "symbol": (_INK, 1.3),
    "wire": (_BLUE, 1.2),
    "stream": (_BLUE, 3.0),
    "frame": (_INK, 1.2),
}
_FILLS: Mapping[str, str] = {"name": _INK, "value": _MUTED, "net": _BLUE, "title": _INK}
_ALIGNED: Mapping[str, str] = {"start": "left", "middle": "center", "end": "right"}


def pdf(sheet: Sheet) -> bytes:
    """The sheet as a PDF with its fonts in it, the same bytes every time."""
    stream = io.BytesIO()
    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams.update({"pdf.fonttype": 42, "text.parse_math": False})
        figure(sheet).savefig(stream, format="pdf", metadata={"CreationDate": None, "Producer": None, "Creator": None})
    return stream.getvalue()


def figure(sheet: Sheet) -> Figure:
    """The figure, as large as the sheet; items are drawn in the order in which the SVG has them."""
    drawn = Figure(figsize=(sheet.width / _PER_INCH, sheet.height / _PER_INCH))
    axes = drawn.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, sheet.width)
    axes.set_ylim(sheet.height, 0)
    axes.axis("off")
    ordered = [item for element in ("", *sheet.elements) for item in sheet.items if item.element == element]
    for layer, item in enumerate(ordered):
        if isinstance(item, Line):
            colour, width = _STROKES[item.style]
            xs, ys = zip(*item.points, strict=True)
            axes.plot(xs, ys, color=colour, linewidth=width * _POINTS, solid_capstyle="round", solid_joinstyle="round",
                      zorder=layer)  # fmt: skip
        elif isinstance(item, Text):
            axes.text(*item.at, item.text, fontsize=SIZES[item.style] * _POINTS, color=_FILLS[item.style], zorder=layer,
                      ha=_ALIGNED[item.anchor], va="center_baseline",
                      fontweight="bold" if item.style == "title" else "normal")  # fmt: skip
        else:
            filled = item.style == "dot"
            colour, width = (_INK if isinstance(item, Area) else _BLUE, 0.0) if filled else _STROKES[item.style]
            face = colour if filled else "white"
            if isinstance(item, Circle):
                axes.add_patch(CirclePatch(item.centre, item.radius, facecolor=face, edgecolor=colour,
                                           linewidth=width * _POINTS, zorder=layer))  # fmt: skip
            else:
                axes.add_patch(Polygon(item.points, closed=True, facecolor=face, edgecolor=colour,
                                       linewidth=width * _POINTS, zorder=layer))  # fmt: skip
    return drawn
