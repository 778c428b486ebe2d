"""Analog waveforms: few signals in one plot, many as rows above each other."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from markupsafe import Markup
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from numpy.typing import NDArray

from codesign.measurement import Measurement, Waveform
from codesign.report.scale import Scale, scale
from codesign.report.svg import COLOURS, SERIES, WIDE, clean, figure, svg
from codesign.report.waveform_data import group_data
from codesign.report.words import si

__all__ = ["WaveformPlot", "waveform_plots"]

_ROWS = 24
"""At most so many signals of a group are drawn; a caption says when there are more."""
_OVERLAID = 3
"""More currents than these are drawn as rows above each other; voltages are for comparing and share one plot."""
_POINTS = 800

_WRONG = {
    "input currents": "The currents that carry the sample. Wrong would be: no flat stretch before the end of a step.",
    "memory cell outputs": "Each cell gives its gain current or nothing. Wrong would be: a level in between that "
    "lasts, or a cell that never moves.",
    "readout currents": "One current per class; the largest sum wins. Wrong would be: curves that have not settled "
    "at the end of a step.",
    "integrator voltages": "One integrator per class: a positive score lowers its voltage, and the lowest one at the "
    "end of the last step wins. Wrong would be: another one decided, two that end together, or a voltage that runs "
    "into the supply or into ground.",
}
_WRONG_ELSE = "Wrong would be: a signal that has not settled at the end of a step, where the states are read."


@dataclass(frozen=True, kw_only=True)
class WaveformPlot:
    """One group of waveforms."""

    title: str
    drawing: Markup
    """What is printed, and shown where no script runs."""
    caption: str
    data: dict[str, Any]
    """The same as numbers, for the plot one can zoom: :func:`codesign.report.waveform_data.group_data`."""


def waveform_plots(measured: Measurement, name: str, classes: Sequence[str] = ()) -> list[WaveformPlot]:
    """One plot per group, in the order of their first waveforms; ``name`` makes ids unique. In a group that has a
    signal for each of ``classes`` the one that was decided for is marked; waveforms are those of sample 0."""
    groups: dict[tuple[str, str], list[Waveform]] = {}
    for waveform in measured.waveforms:
        if len(waveform.time_s):
            groups.setdefault((waveform.group, waveform.unit), []).append(waveform)
    plots = []
    for index, ((group, unit), waveforms) in enumerate(groups.items()):
        shown = waveforms[:_ROWS]
        span = scale(shown, unit)
        caption = _WRONG.get(group.lower(), _WRONG_ELSE)
        if "step_s" in measured.figures:
            caption += " Upright lines part the steps."
        if span.cut is not None:
            caption += f" Short peaks, up to {si(span.cut, unit)}, are cut off at the plot's edge."
        if len(shown) < len(waveforms):
            caption += f" {len(shown)} of {len(waveforms)} signals are drawn."
        rows = len(shown) > _OVERLAID and unit != "V"
        winner = None
        if [w.name for w in waveforms] == list(classes):
            decision = int(measured.decisions[0])
            winner = decision if 0 <= decision < len(classes) else None
            caption += " The thick line was decided for." if winner is not None else " The sample was left undecided."
        drawing = _draw(shown, span, measured, f"{name} waveforms {index}", winner, rows)
        data = group_data(shown, span, rows=rows, winner=winner)
        plots.append(WaveformPlot(title=group, drawing=drawing, caption=caption, data=data))
    return plots


def _draw(
    waveforms: list[Waveform], scale: Scale, measured: Measurement, name: str, winner: int | None, stacked: bool
) -> Markup:
    count = len(waveforms)
    with figure(WIDE, 0.75 + (0.32 if count <= 12 else 0.2) * count if stacked else 2.4) as drawing:
        axes = drawing.add_subplot()
        if stacked:
            _stack(axes, waveforms, scale, winner)
        else:
            _overlay(drawing, axes, waveforms, scale, winner)
        axes.set_xlabel("time (ms)")
        end = max(float(w.time_s[-1]) for w in waveforms) * 1e3
        axes.set_xlim(min(float(w.time_s[0]) for w in waveforms) * 1e3, end)
        _steps(axes, measured, end)
        return svg(drawing, name=name, label=f"{waveforms[0].group}: {count} signals over {end:.3g} ms")


def _overlay(drawing: Figure, axes: Axes, waveforms: list[Waveform], scale: Scale, winner: int | None) -> None:
    styles = itertools.cycle(itertools.product(("-", (0, (4, 2)), (0, (1, 1))), SERIES))
    for index, ((style, colour), waveform) in enumerate(zip(styles, waveforms, strict=False)):
        time, values = _thin(waveform.time_s * 1e3, scale.scaled(waveform.values))
        axes.plot(time, values, color=colour, linestyle=style, linewidth=2.4 if index == winner else 1.2)
    axes.set_ylabel(scale.label)
    names = _names(waveforms, 28, winner)
    drawing.legend(axes.get_lines(), names, loc="outside upper left", ncols=6, handlelength=1.4, columnspacing=1.4)


def _names(waveforms: list[Waveform], longest: int, winner: int | None) -> list[str]:
    names = clean([w.name for w in waveforms], longest)
    return [f"{name} (decided)" if index == winner else name for index, name in enumerate(names)]


def _stack(axes: Axes, waveforms: list[Waveform], scale: Scale, winner: int | None) -> None:
    """Rows of one common scale. A row's name stands, and its shade begins, at 0."""
    span = 0.82 / ((scale.high - scale.low) or 1.0)
    zeros = [-row - scale.low * span for row in range(len(waveforms))]  # a row reaches from -row to -row + 0.82
    for index, (zero, waveform) in enumerate(zip(zeros, waveforms, strict=True)):
        time, values = _thin(waveform.time_s * 1e3, scale.scaled(waveform.values))
        axes.fill_between(time, zero, zero + values * span, color=SERIES[0], alpha=0.18, linewidth=0)
        axes.plot(time, zero + values * span, color=SERIES[0], linewidth=2.0 if index == winner else 1.0)
    axes.set_yticks(zeros, _names(waveforms, 20, winner))
    axes.set_ylim(-len(waveforms) + 0.85, 1.0)
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    title = f"each row spans {scale.low:.3g} to {scale.high:.3g} {scale.unit}"
    axes.set_title(title, color=COLOURS["muted"], fontsize=8)


def _steps(axes: Axes, measured: Measurement, end_ms: float) -> None:
    step = measured.figures.get("step_s")
    if not isinstance(step, int | float) or not step > 0 or end_ms / (step * 1e3) > 400:
        return
    start = float(measured.figures.get("start_s", 0.0)) * 1e3
    for time in np.arange(start, end_ms + 1e-9, step * 1e3):
        axes.axvline(float(time), color=COLOURS["grid"], linewidth=0.6, zorder=0)


def _thin(time: NDArray[np.float64], values: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """At most some 800 points that keep every stretch's extremes, so that no glitch is lost."""
    if len(time) <= _POINTS:
        return time, values
    stretches = np.array_split(np.arange(len(time)), _POINTS // 2)
    kept = sorted({int(s[np.argmin(values[s])]) for s in stretches} | {int(s[np.argmax(values[s])]) for s in stretches})
    return time[kept], values[kept]
