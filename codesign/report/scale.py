"""What a plot of waveforms spans, and in which unit."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from codesign.measurement import Waveform

__all__ = ["Scale", "scale"]

_QUANTITY = {"A": "current", "V": "voltage"}


@dataclass(frozen=True, kw_only=True)
class Scale:
    """What a group's plot spans, in ``factor`` units; it always holds 0."""

    low: float
    high: float
    factor: float
    label: str
    unit: str
    """With its prefix."""
    cut: float | None
    """The largest absolute value, where the span leaves it out."""

    def scaled(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.clip(values / self.factor, self.low, self.high)


def scale(waveforms: Sequence[Waveform], unit: str) -> Scale:
    """The span of 99 % of the time where that is far less than all: a cell that switches draws a peak of some ten
    times its current for microseconds, beside which the levels that count could not be told apart."""
    ends = [[0.0, 0.0]]
    largest = 0.0
    for w in waveforms:
        even = np.interp(np.linspace(w.time_s[0], w.time_s[-1], 4000), w.time_s, w.values)
        ends.append([float(end) for end in np.quantile(even, (0.005, 0.995))])
        largest = max(largest, float(np.abs(w.values).max()))
    low, high = min(end[0] for end in ends), max(end[1] for end in ends)
    cut = largest > 2 * max(high, -low) > 0
    if cut:
        low, high = low - 0.15 * (high - low) * (low < 0), high + 0.15 * (high - low)
    else:
        low = min(0.0, *(float(w.values.min()) for w in waveforms))
        high = max(0.0, *(float(w.values.max()) for w in waveforms))
    prefix, factor = _prefix(max(high, -low))
    return Scale(
        low=low / factor,
        high=high / factor,
        factor=factor,
        label=f"{_QUANTITY[unit]} ({prefix}{unit})" if unit in _QUANTITY else f"{prefix}{unit}",
        unit=f"{prefix}{unit}",
        cut=largest if cut else None,
    )


def _prefix(largest: float) -> tuple[str, float]:
    for prefix, factor in (("", 1.0), ("m", 1e-3), ("µ", 1e-6), ("n", 1e-9)):
        if largest >= factor:
            return prefix, factor
    return ("p", 1e-12) if largest > 0 else ("", 1.0)
