"""Analog signals over time as lines, with what was expected, limits and the boundaries of steps."""

from collections.abc import Sequence

from matplotlib.axes import Axes

from codesign.trace.found import Signal
from codesign.trace.style import COLOURS, EDGE, EXPECTED, LIMIT, SHADE, SMALL

__all__ = ["draw_lines"]

_MS = 1e3


def draw_lines(
    axes: Axes,
    signals: Sequence[Signal],
    *,
    shaded: tuple[float, float],
    extent: tuple[float, float],
    edges: Sequence[float],
) -> None:
    """``signals`` of one panel over ``extent``; the step is ``shaded``, others begin at ``edges``. All in seconds."""
    axes.axvspan(shaded[0] * _MS, shaded[1] * _MS, color=SHADE, linewidth=0, zorder=0)
    for edge in edges:
        axes.axvline(edge * _MS, color=EDGE, linewidth=0.4, zorder=0.5)
    limits = sorted((item for item in signals if item.role == "limit"), key=lambda item: float(item.values[0]))
    for place, signal in enumerate(limits):
        axes.plot(signal.at * _MS, signal.values, color=LIMIT, linewidth=0.6, linestyle=(0, (4, 2)), zorder=1)
        axes.annotate(
            signal.name, (extent[1] * _MS, signal.values[-1]), xytext=(1, 0), textcoords="offset points", color=LIMIT,
            fontsize=SMALL, va="bottom" if place else "top", annotation_clip=False,
        )  # fmt: skip
    parts = 0
    for signal in signals:
        time = signal.at * _MS
        if signal.role == "expected":
            axes.plot(time, signal.values, color=EXPECTED, linewidth=2.4, zorder=1.5, label=signal.name,
                      solid_capstyle="butt")  # fmt: skip
        elif signal.role == "part":
            parts += 1
            axes.plot(
                time, signal.values, color=COLOURS[parts % len(COLOURS)], linewidth=0.7, zorder=2, label=signal.name
            )
        elif signal.role == "found":
            axes.plot(time, signal.values, color=COLOURS[0], linewidth=1.0, zorder=3, label=signal.name)
    axes.set_xlim(extent[0] * _MS, extent[1] * _MS)
    axes.set_ylim(*_range(signals))
    axes.set_ylabel(f"{signals[0].panel}\n/ {signals[0].unit}", labelpad=2)
    axes.legend(loc="lower left", bbox_to_anchor=(0.0, 0.96), ncols=5, borderpad=0.1, handlelength=1.0,
                columnspacing=0.7, handletextpad=0.3)  # fmt: skip


def _range(signals: Sequence[Signal]) -> tuple[float, float]:
    """Of the values; a spike where a cell switches is cut off, so that one sees what it switches between."""
    level = [item for item in signals if item.role in ("expected", "limit")] or signals
    low, high = (end(float(end(item.values)) for item in level) for end in (min, max))
    reach = (high - low) or 1.0
    for item in signals:
        low = min(low, max(float(item.values.min()), low - reach))
        high = max(high, min(float(item.values.max()), high + reach))
    room = 0.08 * (high - low) or 0.5
    return low - room, high + room
