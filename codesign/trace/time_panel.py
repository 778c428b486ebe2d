"""Analog signals over time as lines, with what was expected, limits and the boundaries of steps."""

from collections.abc import Sequence

from matplotlib.axes import Axes

from codesign.trace.found import Signal
from codesign.trace.style import COLOURS, EXPECTED, LIMIT, SHADE, SMALL

__all__ = ["draw_lines"]

_MS = 1e3


def draw_lines(axes: Axes, signals: Sequence[Signal], *, shaded: tuple[float, float]) -> None:
    """``signals`` of one panel and unit; the step is ``shaded``."""
    axes.axvspan(shaded[0] * _MS, shaded[1] * _MS, color=SHADE, linewidth=0, zorder=0)
    parts = 0
    for signal in signals:
        time = signal.at * _MS
        if signal.role == "limit":
            axes.plot(time, signal.values, color=LIMIT, linewidth=0.6, linestyle=(0, (4, 2)), zorder=1)
            axes.annotate(
                signal.name, (time[-1], signal.values[-1]), xytext=(1, 0), textcoords="offset points", color=LIMIT,
                fontsize=SMALL, va="center", annotation_clip=False,
            )  # fmt: skip
        elif signal.role == "expected":
            axes.plot(time, signal.values, color=EXPECTED, linewidth=2.4, zorder=1.5, label=signal.name,
                      solid_capstyle="butt")  # fmt: skip
        elif signal.role == "part":
            parts += 1
            axes.plot(
                time, signal.values, color=COLOURS[parts % len(COLOURS)], linewidth=0.6, zorder=2, label=signal.name
            )
        else:
            axes.plot(time, signal.values, color=COLOURS[0], linewidth=1.0, zorder=3, label=signal.name)
    axes.set_xlim(signals[0].at[0] * _MS, signals[0].at[-1] * _MS)
    axes.margins(y=0.12)
    axes.set_ylabel(f"{signals[0].panel} / {signals[0].unit}", labelpad=2)
    axes.legend(loc="upper left", ncols=3, borderpad=0.1, handlelength=1.2, columnspacing=0.8, labelspacing=0.2)
