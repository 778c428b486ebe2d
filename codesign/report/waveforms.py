"""Analog waveforms: few signals in one plot, many as rows above each other."""

from dataclasses import dataclass

import numpy as np
from markupsafe import Markup
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from numpy.typing import NDArray

from codesign.report.svg import COLOURS, SERIES, clean, figure, svg
from codesign.verify.measurement import Measurement, Waveform

__all__ = ["WaveformPlot", "waveform_plots"]

_ROWS = 24
"""At most so many signals of a group are drawn; a caption says when there are more."""
_POINTS = 800

_WRONG = {
    "input currents": "The currents that carry the sample. Wrong would be: no flat stretch before the end of a step.",
    "memory cell outputs": "Each cell gives its gain current or nothing. Wrong would be: a level in between that "
    "lasts, or a cell that never moves.",
    "readout currents": "One current per class; the largest sum wins. Wrong would be: curves that have not settled "
    "at the end of a step.",
}
_WRONG_ELSE = "Wrong would be: a signal that has not settled at the end of a step, where the states are read."


@dataclass(frozen=True, kw_only=True)
class WaveformPlot:
    """One group of waveforms."""

    title: str
    drawing: Markup
    caption: str


def waveform_plots(measured: Measurement, name: str) -> list[WaveformPlot]:
    """One plot per group, in the order of their first waveforms; ``name`` makes ids unique."""
    groups: dict[tuple[str, str], list[Waveform]] = {}
    for waveform in measured.waveforms:
        if len(waveform.time_s):
            groups.setdefault((waveform.group, waveform.unit), []).append(waveform)
    plots = []
    for index, ((group, unit), waveforms) in enumerate(groups.items()):
        shown = waveforms[:_ROWS]
        drawing = _draw(shown, unit, measured, f"{name} waveforms {index}")
        left_out = f" {len(shown)} of {len(waveforms)} signals are drawn." if len(shown) < len(waveforms) else ""
        grid = " Upright lines part the steps." if "step_s" in measured.figures else ""
        plots.append(
            WaveformPlot(title=group, drawing=drawing, caption=_WRONG.get(group.lower(), _WRONG_ELSE) + grid + left_out)
        )
    return plots


def _draw(waveforms: list[Waveform], unit: str, measured: Measurement, name: str) -> Markup:
    prefix, factor = _prefix(max(float(np.nanmax(np.abs(w.values), initial=0)) for w in waveforms))
    stacked = len(waveforms) > len(SERIES)
    with figure(7.4, 0.75 + 0.2 * len(waveforms) if stacked else 2.2) as drawing:
        axes = drawing.add_subplot()
        if stacked:
            _stack(axes, waveforms, factor, f"{prefix}{unit}")
        else:
            _overlay(drawing, axes, waveforms, factor, f"current ({prefix}A)" if unit == "A" else f"{prefix}{unit}")
        axes.set_xlabel("time (ms)")
        end = max(float(w.time_s[-1]) for w in waveforms) * 1e3
        axes.set_xlim(min(float(w.time_s[0]) for w in waveforms) * 1e3, end)
        _steps(axes, measured, end)
        label = f"{waveforms[0].group}: {len(waveforms)} signals over {end:.3g} ms"
        return svg(drawing, name=name, label=label)


def _overlay(drawing: Figure, axes: Axes, waveforms: list[Waveform], factor: float, label: str) -> None:
    names = clean([w.name for w in waveforms])
    for colour, waveform in zip(SERIES, waveforms, strict=False):
        axes.plot(*_thin(waveform.time_s * 1e3, waveform.values / factor), color=colour)
    axes.set_ylabel(label)
    drawing.legend(
        axes.get_lines(), names, loc="outside upper left", ncols=4 if max(map(len, names)) < 20 else 2, handlelength=1.2
    )


def _stack(axes: Axes, waveforms: list[Waveform], factor: float, unit: str) -> None:
    """Rows of one common scale that always holds 0, where a row's name and its shade begin."""
    high = max(float(np.nanmax(w.values, initial=0)) for w in waveforms) / factor
    low = min(float(np.nanmin(w.values, initial=0)) for w in waveforms) / factor
    span = 0.82 / ((high - low) or 1.0)
    zeros = [-row - low * span for row in range(len(waveforms))]  # a row reaches from -row to -row + 0.82
    for zero, waveform in zip(zeros, waveforms, strict=True):
        time, values = _thin(waveform.time_s * 1e3, waveform.values / factor)
        axes.fill_between(time, zero, zero + values * span, color=SERIES[0], alpha=0.18, linewidth=0)
        axes.plot(time, zero + values * span, color=SERIES[0], linewidth=1.0)
    axes.set_yticks(zeros, clean([w.name for w in waveforms], 20))
    axes.set_ylim(-len(waveforms) + 0.85, 1.0)
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    axes.set_title(f"each row spans {low:.3g} to {high:.3g} {unit}", color=COLOURS["muted"], fontsize=8)


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


def _prefix(largest: float) -> tuple[str, float]:
    for prefix, factor in (("", 1.0), ("m", 1e-3), ("µ", 1e-6), ("n", 1e-9)):
        if largest >= factor:
            return prefix, factor
    return ("p", 1e-12) if largest > 0 else ("", 1.0)
