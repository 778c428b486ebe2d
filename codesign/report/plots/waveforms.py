"""Waveforms: one group of signals in a plot, one row per signal."""

from collections.abc import Iterator, Sequence
from functools import partial

import numpy as np
from matplotlib.figure import Figure

from codesign.measurement import Waveform
from codesign.report.plots.plot import Material, PaperPlot, stem
from codesign.report.plots.style import COLOURS, column
from codesign.report.scale import Scale, scale
from codesign.report.svg import clean
from codesign.report.titles import target_title

__all__ = ["plots"]

_ROWS = 16
"""At most so many signals are drawn in a column; the CSV has all."""


def plots(material: Material) -> Iterator[PaperPlot]:
    """A plot for each group of each target, of sample 0."""
    for name, target in material.result.targets.items():
        groups: dict[tuple[str, str], list[Waveform]] = {}
        for waveform in target.measurement.waveforms:
            if len(waveform.time_s):
                groups.setdefault((waveform.group, waveform.unit), []).append(waveform)
        for (group, unit), found in groups.items():
            yield PaperPlot(
                stem=stem("waveforms", name, group),
                title=f"{target_title(name)}: {group} in sample 0, {min(len(found), _ROWS)} of {len(found)} drawn",
                draw=partial(_draw, found[:_ROWS], unit),
                columns=("signal", "time (s)", f"value ({unit})"),
                rows=_rows(found),
            )


def _rows(waveforms: Sequence[Waveform]) -> Iterator[tuple[object, ...]]:
    for waveform in waveforms:
        for time, value in zip(waveform.time_s, waveform.values, strict=True):
            yield waveform.name, float(time), float(value)


def _draw(waveforms: Sequence[Waveform], unit: str) -> Figure:
    span = scale(waveforms, unit)
    if unit == "V":
        return _together(waveforms, span)
    figure = column(14 + 7 * len(waveforms))
    rows = np.atleast_1d(figure.subplots(len(waveforms), 1, sharex=True, sharey=True))
    for axes, waveform, name in zip(rows, waveforms, clean([w.name for w in waveforms], 14), strict=True):
        axes.plot(waveform.time_s * 1e3, span.scaled(waveform.values), color=COLOURS[0], linewidth=0.7)
        axes.set_ylabel(name, rotation=0, ha="right", va="center")
        axes.set_ylim(span.low - 0.05 * (span.high - span.low), span.high + 0.05 * (span.high - span.low or 1))
    rows[0].set_title(span.label, loc="left")
    rows[-1].set_xlabel("time (ms)")
    return figure


def _together(waveforms: Sequence[Waveform], span: Scale) -> Figure:
    """Voltages, which are compared with each other, in one panel that spans no more than they do."""
    figure = column(52)
    axes = figure.add_subplot()
    for index, (waveform, name) in enumerate(zip(waveforms, clean([w.name for w in waveforms], 14), strict=True)):
        axes.plot(waveform.time_s * 1e3, waveform.values / span.factor, color=COLOURS[index % len(COLOURS)],
                  linestyle=("-", (0, (4, 2)), (0, (1, 1)))[index // len(COLOURS) % 3], label=name)  # fmt: skip
    axes.set_xlabel("time (ms)")
    axes.set_ylabel(span.label)
    figure.legend(loc="outside upper center", ncols=5)
    return figure
