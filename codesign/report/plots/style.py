"""How plots for papers look: one column of 88 mm, letters of 7 points, colours that also differ in grey."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import matplotlib as mpl
from matplotlib.figure import Figure

__all__ = ["BAD", "COLOURS", "GOOD", "INK", "MUTED", "WIDTH_MM", "column", "settings"]

WIDTH_MM = 88.0
_INCH_MM = 25.4
INK, MUTED, GOOD, BAD = "#1b1f24", "#5c646d", "#17735a", "#b92f19"
COLOURS = ("#1f4e96", "#d55e00", "#56b4e9", "#5b1a52", "#cc79a7", "#1b7f5c")
"""Apart with red-green blindness of either kind, and in grey."""

_SETTINGS: Mapping[Any, Any] = {
    "svg.fonttype": "path",  # letters as outlines: the file needs no font
    "pdf.fonttype": 42,  # TrueType, embedded; some publishers refuse Type 3
    "svg.hashsalt": "codesign",
    "text.parse_math": False,  # a "$" in a name is a "$"
    "font.size": 7.0,
    "axes.labelsize": 7.0,
    "axes.titlesize": 7.0,
    "xtick.labelsize": 6.5,
    "ytick.labelsize": 6.5,
    "legend.fontsize": 6.5,
    "legend.frameon": False,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.linewidth": 0.6,
    "xtick.major.width": 0.6,
    "ytick.major.width": 0.6,
    "lines.linewidth": 0.9,
    "lines.markersize": 3.0,
}


@contextmanager
def settings() -> Iterator[None]:
    """Matplotlib's own settings with ours, whatever a user's matplotlibrc says."""
    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams.update(_SETTINGS)
        yield


def column(height_mm: float) -> Figure:
    """A figure as wide as a column."""
    return Figure(figsize=(WIDTH_MM / _INCH_MM, height_mm / _INCH_MM), layout="constrained")
