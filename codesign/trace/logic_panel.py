"""Digital signals over clock cycles: logic levels and buses with their values, as a timing diagram."""

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Polygon

from codesign.trace.found import Signal
from codesign.trace.style import BUS, BUS_WRONG, COLUMN_INCHES, EDGE, FOUND, GAP, PAPER, SHADE, SMALL, WRONG

__all__ = ["draw_logic", "rows_of"]

_HEIGHT = 0.56  # of a row
_SLANT = 0.12  # cycles that an edge of a bus takes
_CHARACTER_INCHES = 0.6 * SMALL / 72
_LABELS_INCHES = 0.75
_LINE = 0.7
_GAP = 0.14  # half of one, in cycles
_MOST_TICKS = 9


def rows_of(signals: Sequence[Signal]) -> int:
    """How many rows :func:`draw_logic` needs, that of the cycles included."""
    return len(signals) + len({signal.panel for signal in signals}) + 1


def draw_logic(axes: Axes, signals: Sequence[Signal], *, shaded: tuple[float, float]) -> None:
    """``signals`` below each other, those of a panel under its name; the cycles of the step are ``shaded``.

    All have the same cycles, each as wide as any other; where some are left out there is a gap in the axis.
    """
    cycles = signals[0].at
    count = len(cycles)
    room = (COLUMN_INCHES - _LABELS_INCHES) / count / _CHARACTER_INCHES  # characters per cycle
    own = np.flatnonzero((cycles >= shaded[0]) & (cycles < shaded[1]))
    axes.axvspan(float(own[0]), float(own[-1]) + 1, color=SHADE, linewidth=0, zorder=0)
    for place in range(count + 1):
        axes.axvline(place, color=EDGE, linewidth=0.3, zorder=0.5)
    row, panel = 0, ""
    ticks, labels = [], []
    for signal in signals:
        if signal.panel != panel:
            panel = signal.panel
            axes.annotate(
                panel, (0, row), xycoords=("axes fraction", "data"), xytext=(-6, 0), textcoords="offset points",
                ha="right", va="center", fontsize=SMALL, fontweight="bold", annotation_clip=False,
            )  # fmt: skip
            row -= 1
        ticks.append(row)
        labels.append(signal.name)
        (_logic if signal.kind == "logic" else _bus)(axes, signal, row, room)
        row -= 1
    for place in map(int, np.flatnonzero(np.diff(cycles) > 1) + 1):
        axes.axvspan(place - _GAP, place + _GAP, color=PAPER, linewidth=0, zorder=6)
        for side in (-_GAP, _GAP):
            axes.axvline(place + side, color=GAP, linewidth=0.5, linestyle=(0, (1, 1)), zorder=6)
    axes.set_xlim(0, count)
    axes.set_ylim(row + 0.3, 0.5)
    axes.set_yticks(ticks, labels)
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    shown = range(0, count, max(1, -(-count // _MOST_TICKS)))
    axes.set_xticks([place + 0.5 for place in shown], [f"{cycles[place]:g}" for place in shown])
    axes.set_xlabel("clock cycle", labelpad=1)


def _logic(axes: Axes, signal: Signal, row: int, room: float) -> None:
    del room
    xs, ys = [], []
    for place, value in enumerate(signal.values):
        level = row + (_HEIGHT * (value - 0.5) if not np.isnan(value) else 0.0)
        xs += [place, place + 1]
        ys += [level, level]
    axes.plot(xs, ys, color=FOUND, linewidth=_LINE, solid_joinstyle="miter", zorder=2)


def _bus(axes: Axes, signal: Signal, row: int, room: float) -> None:
    half = _HEIGHT / 2
    axes.plot([0, len(signal.at)], [row, row], color=EDGE, linewidth=0.4, zorder=1)
    for place in map(int, np.flatnonzero(~np.isnan(signal.values))):
        begin, end = place, place + 1
        wrong = signal.wrong is not None and bool(signal.wrong[place])
        faint = signal.faint is not None and bool(signal.faint[place])
        corners = [
            (begin, row), (begin + _SLANT, row + half), (end - _SLANT, row + half),
            (end, row), (end - _SLANT, row - half), (begin + _SLANT, row - half),
        ]  # fmt: skip
        axes.add_patch(
            Polygon(
                corners, closed=True, linewidth=_LINE, zorder=2,
                facecolor=PAPER if faint else BUS_WRONG if wrong else BUS,
                edgecolor=WRONG if wrong else FOUND,
            )
        )  # fmt: skip
        text = signal.texts[place] if signal.texts else f"{signal.values[place]:.10g}"
        if wrong:
            _wrong(axes, signal, row, begin, text, place)
        elif len(text) <= room:
            axes.text(begin + 0.5, row, text, ha="center", va="center", fontsize=SMALL, zorder=3)
        elif signal.texts:
            axes.text(
                begin + 0.5, row, f"({signal.values[place]:g})", ha="center", va="center", fontsize=SMALL, zorder=3
            )
        elif faint:
            continue  # only the step meant is worth the room beside
        elif len(text) + 1 <= room * (_next(signal, place) - end):
            axes.text(end + 0.1, row, text, ha="left", va="center", fontsize=SMALL, zorder=3)
        elif len(text) + 1 <= room * (begin - _last(signal, place)):
            axes.text(begin - 0.1, row, text, ha="right", va="center", fontsize=SMALL, zorder=3)


def _wrong(axes: Axes, signal: Signal, row: int, begin: int, text: str, place: int) -> None:
    """To the left of the value, where there is room for what it should have been."""
    axes.annotate(
        f"{text} instead of {signal.marks[place]}",
        (begin, row),
        xytext=(-2, 0),
        textcoords="offset points",
        ha="right",
        va="center",
        fontsize=SMALL,
        color=WRONG,
        zorder=7,
        bbox={"boxstyle": "square,pad=0.1", "facecolor": PAPER, "edgecolor": "none", "alpha": 0.8},
    )


def _last(signal: Signal, place: int) -> int:
    """Where the value before ends, or the diagram begins."""
    earlier = np.flatnonzero(~np.isnan(signal.values[:place]))
    return int(earlier[-1]) + 1 if len(earlier) else 0


def _next(signal: Signal, place: int) -> int:
    """Where the next value begins, or the diagram ends."""
    later = np.flatnonzero(~np.isnan(signal.values[place + 1 :]))
    return place + 1 + int(later[0]) if len(later) else len(signal.values)
