"""Matplotlib figures as inline SVG: the same bytes every time, in the page's colours, light and dark.

A figure is drawn in stand-in colours, one per role; in the SVG's text each is replaced by a CSS variable, so that
one drawing serves both colour schemes. Text stays text: it takes the page's font and can be found and copied.
"""

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import MappingProxyType
from typing import Any, Literal

import matplotlib as mpl
import numpy as np
from markupsafe import Markup, escape
from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path
from matplotlib.ticker import FuncFormatter, NullFormatter
from matplotlib.transforms import Transform
from numpy.typing import NDArray

from codesign.report.words import si

__all__ = [
    "COLOURS",
    "DASHED",
    "PAGE_COLOURS",
    "SERIES",
    "WIDE",
    "clean",
    "figure",
    "logarithmic",
    "svg",
    "tell_column",
    "tell_row",
    "ticks",
]

COLOURS = {
    "ink": "#010101",
    "muted": "#020202",
    "grid": "#030303",
    "surface": "#040404",
    "good": "#050505",
    "near": "#060606",
    "bad": "#070707",
    "s1": "#110101",
    "s2": "#120101",
    "s3": "#130101",
    "s4": "#140101",
    "s5": "#150101",
    "s6": "#160101",
}
"""Role -> stand-in; ``style.css`` gives ``--<role>`` its two colours."""

WIDE = 8.4
"""Inches of a figure as wide as the page."""

DASHED = (0, (4, 3))
"""Line style of what is not measured: a limit, a programmed value."""

SERIES = tuple(COLOURS[f"s{index}"] for index in range(1, 7))

PAGE_COLOURS: Mapping[Any, Any] = {
    "axes.edgecolor": COLOURS["muted"],
    "axes.labelcolor": COLOURS["muted"],
    "axes.titlecolor": COLOURS["ink"],
    "text.color": COLOURS["ink"],
    "xtick.color": COLOURS["muted"],
    "ytick.color": COLOURS["muted"],
    "grid.color": COLOURS["grid"],
    "figure.facecolor": "none",
    "axes.facecolor": "none",
    "savefig.facecolor": "none",
}
"""Of matplotlib's settings those that are colours."""

_SETTINGS: Mapping[Any, Any] = {
    "svg.fonttype": "none",
    "text.parse_math": False,  # a "$" in a name is a "$"
    "font.size": 9.0,
    "axes.labelsize": 9.0,
    "axes.titlesize": 9.0,
    "axes.titlelocation": "left",
    "xtick.labelsize": 8.0,
    "ytick.labelsize": 8.0,
    "legend.fontsize": 8.0,
    "legend.frameon": False,
    **PAGE_COLOURS,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.linewidth": 0.7,
    "xtick.major.width": 0.7,
    "ytick.major.width": 0.7,
    "lines.linewidth": 1.3,
    "path.simplify": True,
    "path.simplify_threshold": 0.2,
}


@contextmanager
def figure(width: float, height: float) -> Iterator[Figure]:
    """A new figure of that many inches, drawn without pyplot's global state; call :func:`svg` inside the block."""
    with mpl.rc_context():
        mpl.rcdefaults()  # a user's matplotlibrc must not change the page
        mpl.rcParams.update(_SETTINGS)
        yield Figure(figsize=(width, height), layout="constrained")


def svg(drawing: Figure, *, name: str, label: str, more: Mapping[str, str] = MappingProxyType({})) -> Markup:
    """The figure's ``<svg>`` element. ``name`` makes its ids unique in the page, ``label`` is read aloud; ``more`` are
    colours that it has beside the stand-ins -> the role of each."""
    stream = io.StringIO()
    with mpl.rc_context({"svg.hashsalt": f"codesign {name}", "svg.id": None}):
        drawing.savefig(stream, format="svg", metadata={"Date": None, "Creator": None, "Format": None, "Type": None})
    text = stream.getvalue()
    text = text[text.index("<svg") :].strip()
    text = re.sub(r"<metadata>.*?</metadata>", "", text, flags=re.DOTALL)
    text = re.sub(r"<!--.*?-->\n?", "", text, flags=re.DOTALL)
    text = re.sub(rf'<g id="{_SAYS}([^"]*)">', r'<g class="says" data-says="\1"><title>\1</title>', text)
    text = re.sub(r'(<g) id="[^"]*"', r"\1", text)  # figure_1, axes_1...: the same in every figure
    # A hundredth of a point is enough; what stands between tags is a label and stays as it is.
    text = re.sub(r"<[^>]*>", lambda tag: re.sub(r"(\.\d\d)\d+", r"\1", tag.group()), text)
    for role, colour in COLOURS.items():
        text = text.replace(colour, f"var(--{role})")
    for colour, role in more.items():
        text = text.replace(colour, f"var(--{role})")
    width = float(drawing.get_figwidth()) * 96
    opening = re.search(r'viewBox="([^"]*)"', text)
    assert opening is not None
    body = text[text.index(">") + 1 :]
    return Markup(
        f'<svg viewBox="{opening.group(1)}" style="width:{width:.0f}px" role="img" aria-label="{escape(label)}">{body}'
    )


_SAYS = "says: "


def tell_row(axes: Axes, place: float, text: str) -> None:
    """Of the row at ``place``, one high: what is said where a pointer is over it."""
    axes.add_artist(_told(text, (0.0, place - 0.5), 1.0, 1.0, axes.get_yaxis_transform()))


def tell_column(axes: Axes, low: float, high: float, text: str) -> None:
    """Of all between ``low`` and ``high``: what is said where a pointer is over it."""
    axes.add_artist(_told(text, (low, 0.0), high - low, 1.0, axes.get_xaxis_transform()))


def _told(text: str, corner: tuple[float, float], width: float, height: float, transform: Transform) -> Rectangle:
    (line,) = clean([text], 200)
    return Rectangle(
        corner, width, height, transform=transform, facecolor="none", edgecolor="none", zorder=10, gid=f"{_SAYS}{line}"
    )


def logarithmic(axes: Axes, which: Literal["x", "y"], *, unit: str = "") -> None:
    """Make an axis logarithmic, with labels in plain text: matplotlib's own would be mathematics. With a ``unit`` they
    are quantities, as in 10 µs."""
    axes.set(**{f"{which}scale": "log"})
    axis: Axis = {"x": axes.xaxis, "y": axes.yaxis}[which]
    axis.set_major_formatter(FuncFormatter((lambda value, _: si(value, unit)) if unit else _power_of_ten))
    axis.set_minor_formatter(NullFormatter())


def _power_of_ten(value: float, position: int | None = None) -> str:
    if 1e-3 <= abs(value) < 1e4:
        return f"{value:g}"
    mantissa, exponent = f"{value:.0e}".split("e")
    raised = str(int(exponent)).translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))
    return f"10{raised}" if mantissa == "1" else f"{mantissa}·10{raised}"


def ticks(
    axes: Axes, x: NDArray[np.int64], y: NDArray[np.int64], *, length: float, colour: str, width: float = 1.0
) -> None:
    """Short upright lines at (x, y) as one path: some thousand spikes would else be some thousand elements."""
    if not len(x):
        return
    points = np.empty((2 * len(x), 2))
    points[0::2, 0] = points[1::2, 0] = x
    points[0::2, 1], points[1::2, 1] = y - length / 2, y + length / 2
    codes = np.tile([Path.MOVETO, Path.LINETO], len(x))
    axes.add_patch(PathPatch(Path(points, codes), facecolor="none", edgecolor=colour, linewidth=width))


def clean(names: Sequence[str], longest: int = 28) -> list[str]:
    """Names fit to label an axis: one line, printable, not too long."""
    printable = ["".join(c if c.isprintable() else "�" for c in str(name)) for name in names]
    return [name if len(name) <= longest else name[: longest - 1] + "…" for name in printable]
