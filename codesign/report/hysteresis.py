"""The memory cell's hysteresis as measured, with the thresholds that its fingers programme."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from markupsafe import Markup

from codesign.report.embedded import embedded, packed
from codesign.report.svg import DASHED, SERIES, clean, figure, svg
from codesign.report.words import si

__all__ = ["HysteresisPlot", "hysteresis_plots"]

_MOST = 8
"""So many cells are drawn."""


@dataclass(frozen=True, kw_only=True)
class HysteresisPlot:
    """One cell. ``rows`` are (threshold, programmed, measured, error); ``data`` is JSON with the ``id`` of its element:
    the curves in nA, and the programmed thresholds."""

    id: str
    unit: str
    drawing: Markup
    data: Markup
    rows: tuple[tuple[str, str, str, str], ...]


def hysteresis_plots(curves: object, name: str) -> list[HysteresisPlot]:
    """One plot per unit named in ``Measurement.figures["hysteresis"]``; curves of another form are left out."""
    units: dict[str, list[Mapping[str, Any]]] = {}
    for curve in curves if isinstance(curves, Sequence) else ():
        if isinstance(curve, Mapping) and len(curve.get("input_a", ())) == len(curve.get("output_a", ())) > 1:
            units.setdefault(str(curve.get("unit", "cell")), []).append(curve)
    return [
        _plot(unit, found, f"{name} hysteresis {index}")
        for index, (unit, found) in enumerate(list(units.items())[:_MOST])
    ]


def _plot(unit: str, curves: list[Mapping[str, Any]], name: str) -> HysteresisPlot:
    programmed = {
        direction: next((float(c[key]) for c in curves if c.get(key) is not None), None)
        for direction, key in (("up", "threshold_up_a"), ("down", "threshold_down_a"))
    }
    rows = []
    with figure(3.3, 2.5) as drawing:
        axes = drawing.add_subplot()
        for direction, colour in (("up", SERIES[0]), ("down", SERIES[1])):
            for curve in (c for c in curves if c.get("direction") == direction):
                given, taken = np.asarray(curve["input_a"], float), np.asarray(curve["output_a"], float)
                arrow = "input rising" if direction == "up" else "input falling"
                axes.plot(given * 1e9, taken * 1e9, color=colour, label=arrow)
                rows.append(_row(direction, programmed[direction], _switch(curve)))
            limit = programmed[direction]
            if limit is not None:
                axes.axvline(limit * 1e9, color=colour, linewidth=0.9, linestyle=DASHED)
        axes.set_xlabel("input current (nA)")
        axes.set_ylabel("output current (nA)")
        axes.margins(y=0.12)
        settled = max(float(np.quantile(np.asarray(c["output_a"], float), 0.97)) for c in curves) * 1e9
        if settled > 0 and axes.get_ylim()[1] > 1.6 * settled:  # the peak as the cell switches hides the levels
            axes.set_ylim(-0.12 * settled, 1.45 * settled)
        drawing.legend(loc="outside upper left", ncols=2, handlelength=1.4)
        label = f"hysteresis of {clean([unit])[0]}"
        return HysteresisPlot(
            id=re.sub(r"[^a-z0-9]+", "-", name.lower()),
            unit=unit,
            drawing=svg(drawing, name=name, label=label),
            data=_data(curves, programmed, axes.get_ylim()),
            rows=tuple(rows),
        )


def _data(
    curves: Sequence[Mapping[str, Any]], programmed: Mapping[str, float | None], span: tuple[float, float]
) -> Markup:
    """Curves with rising inputs, whichever way they were swept; ``span`` is that of the output as it is drawn first."""
    found = []
    for curve in curves:
        given, taken = (np.asarray(curve[key], float) * 1e9 for key in ("input_a", "output_a"))
        order = np.argsort(given, kind="stable")
        found.append(
            {
                "direction": str(curve.get("direction", "")),
                "input": packed(given[order], "f8"),
                "output": packed(taken[order], "f4"),
            }
        )
    thresholds = {direction: None if value is None else value * 1e9 for direction, value in programmed.items()}
    return embedded({"unit": "nA", "low": span[0], "high": span[1], "curves": found, "thresholds": thresholds})


def _switch(curve: Mapping[str, Any]) -> float | None:
    """The measured threshold if given, else the input at which the output crosses half of its span, or None."""
    if "measured_threshold_a" in curve:
        return None if curve["measured_threshold_a"] is None else float(curve["measured_threshold_a"])
    given, taken = np.asarray(curve["input_a"], float), np.asarray(curve["output_a"], float)
    low, high = float(taken.min()), float(taken.max())
    above = taken > (low + high) / 2
    crossings = np.nonzero(above[1:] != above[:-1])[0]
    # Below a picoampere of span there is only leakage: the cell did not switch.
    if high - low < 1e-12 or len(crossings) == 0:
        return None
    at = int(crossings[0])
    part = ((low + high) / 2 - taken[at]) / (taken[at + 1] - taken[at])
    return float(given[at] + part * (given[at + 1] - given[at]))


def _row(direction: str, programmed: float | None, measured: float | None) -> tuple[str, str, str, str]:
    error = "-"
    if programmed and measured is not None:
        error = f"{100 * (measured - programmed) / programmed:+.1f} %"
    return (
        "set" if direction == "up" else "reset",
        "-" if programmed is None else si(programmed, "A"),
        "does not switch" if measured is None else si(measured, "A"),
        error,
    )
