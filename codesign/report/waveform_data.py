"""Waveforms and sweeps as numbers, for the plots that one can zoom."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from codesign.measurement import Measurement, Waveform
from codesign.report.embedded import packed
from codesign.report.scale import Scale
from codesign.report.simplify import kept_points
from codesign.report.svg import clean

__all__ = ["group_data", "target_data"]

_WITHIN = 1e-3
"""Largest error of a curve, as a part of what its plot spans; a tenth of a pixel."""
_POINTS, _VALUES = 12_000, 240_000
"""At most so many points in time, and values in all, of a group: some 1.3 MB of the page."""


def group_data(waveforms: Sequence[Waveform], span: Scale, *, rows: bool, winner: int | None) -> dict[str, Any]:
    """One plot as JSON: ``time_s`` (float64) and each signal's ``values`` (float32) in the ``unit`` of its plot, all
    base64; ``error`` is the largest deviation of the lines between these points from what was simulated."""
    height = (span.high - span.low) or 1.0
    found: dict[str, Any] = {
        "title": waveforms[0].group,
        "unit": span.unit,
        "label": span.label,
        "low": span.low,
        "high": span.high,
        "rows": rows,
        "winner": winner,
        "times": [],
        "signals": [],
        "error": 0.0,
    }
    by_time: list[tuple[NDArray[np.float64], list[int]]] = []
    for index, waveform in enumerate(waveforms):
        known = next((members for time, members in by_time if np.array_equal(time, waveform.time_s)), None)
        if known is None:
            by_time.append((waveform.time_s, [index]))
        else:
            known.append(index)
    most = min(_POINTS, max(200, _VALUES // len(waveforms)))
    packs: dict[int, tuple[int, str]] = {}
    for number, (time, members) in enumerate(by_time):
        curves = [waveforms[index].values / span.factor for index in members]
        kept, error = kept_points(time, curves, within=_WITHIN * height, most=most)
        found["error"] = max(found["error"], error)
        found["times"].append(packed(time[kept], "f8"))
        packs.update({index: (number, packed(curve[kept], "f4")) for index, curve in zip(members, curves, strict=True)})
    for index, name in enumerate(clean([w.name for w in waveforms], 40)):
        number, values = packs[index]
        found["signals"].append({"name": name, "time": number, "values": values})
    return found


def target_data(measured: Measurement, groups: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """All plots of a target, and its steps: ``start_s`` of the first one, ``step_s`` long; 0 where that is unknown."""
    step, start = measured.figures.get("step_s"), measured.figures.get("start_s", 0.0)
    known = isinstance(step, int | float) and step > 0 and isinstance(start, int | float)
    return {"step_s": float(step) if known and step else 0.0, "start_s": float(start) if known else 0.0,
            "groups": list(groups)}  # fmt: skip
