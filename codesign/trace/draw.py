"""The drawing of a trace: the unit step by step, and below it the signals of the simulator around the step meant."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from codesign.trace.found import Found, Signal
from codesign.trace.logic_panel import draw_logic, rows_of
from codesign.trace.step_panel import draw_key, draw_quantity
from codesign.trace.style import COLUMN_INCHES, SETTINGS
from codesign.trace.time_panel import draw_lines

__all__ = ["figure", "write"]

_STEP_PANEL, _LINE_PANEL, _ROW = 0.62, 1.05, 0.165  # heights in inches
_HEAD, _FOOT = 0.3, 0.55


def write(found: Found, *, title: str, step: int, steps: range, folder: Path) -> list[Path]:
    """``trace.svg`` and ``trace.pdf`` in ``folder``: the same bytes for the same data."""
    written = []
    with mpl.rc_context():
        mpl.rcdefaults()  # a user's matplotlibrc must not change the picture
        mpl.rcParams.update(SETTINGS)
        drawing = figure(found, title=title, step=step, steps=steps)
        for suffix, metadata in (("svg", {"Date": None, "Creator": None}), ("pdf", _PDF)):
            path = folder / f"trace.{suffix}"
            drawing.savefig(path, metadata=metadata)
            written.append(path)
    return written


_PDF: Any = {"CreationDate": None, "ModDate": None, "Creator": None, "Producer": None}


def figure(found: Found, *, title: str, step: int, steps: range) -> Figure:
    """A column of a page wide. ``steps`` are shown, ``step`` is shaded."""
    by_panel = _panels(found.signals)
    digital = found.axis == "cycle"
    heights = [_STEP_PANEL] * len(found.quantities)
    heights += [_ROW * rows_of(found.signals)] if digital else [_LINE_PANEL] * len(by_panel)
    total = sum(heights) + _HEAD + _FOOT + 0.16 * len(heights)
    drawing = Figure(figsize=(COLUMN_INCHES, total), layout="constrained")
    drawing.get_layout_engine().set(h_pad=0.02, w_pad=0.02, hspace=0.0)  # type: ignore[union-attr, call-arg]
    drawing.suptitle(title, fontsize=7, x=0.01, ha="left")
    grid = drawing.add_gridspec(len(heights), 1, height_ratios=heights)
    panels: list[Axes] = [drawing.add_subplot(grid[place]) for place in range(len(heights))]
    count = len(found.quantities)
    for axes, quantity in zip(panels[:count], found.quantities, strict=True):
        draw_quantity(axes, quantity, step=step, steps=steps, first_step=found.first_step)
        axes.tick_params(labelbottom=axes is panels[count - 1])
    draw_key(panels[0], margin=any(bool(quantity.allowed.any()) for quantity in found.quantities))
    panels[count - 1].set_xlabel("step", labelpad=1)
    if digital:
        draw_logic(panels[count], found.signals, shaded=found.shaded)
    else:
        extent = min(float(item.at[0]) for item in found.signals), max(float(item.at[-1]) for item in found.signals)
        edges = sorted({float(at) for item in found.signals if item.role == "expected" for at in item.at})
        for axes, signals in zip(panels[count:], by_panel.values(), strict=True):
            draw_lines(axes, signals, shaded=found.shaded, extent=extent, edges=edges)
            axes.tick_params(labelbottom=axes is panels[-1])
        panels[-1].set_xlabel("time / ms", labelpad=1)
    return drawing


def _panels(signals: Sequence[Signal]) -> dict[str, list[Signal]]:
    found: dict[str, list[Signal]] = {}
    for signal in signals:
        found.setdefault(signal.panel, []).append(signal)
    return found
