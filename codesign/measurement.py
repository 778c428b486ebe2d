"""What every target (circuit, RTL) hands to the comparison and to the report."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["Measurement", "Waveform"]


@dataclass(frozen=True, eq=False, kw_only=True)
class Waveform:
    """One signal over time, for the report. ``group`` puts signals that belong together into one plot."""

    name: str
    group: str
    unit: str
    time_s: NDArray[np.float64]
    values: NDArray[np.float64]


@dataclass(frozen=True, eq=False, kw_only=True)
class Measurement:
    """What a target did with the samples, in the twin's terms."""

    states: Mapping[str, Mapping[str, NDArray[np.int64]]]
    """Layer name -> state name -> (samples, steps, units), named as in the twin's trace, from ``first_step`` on."""
    decisions: NDArray[np.int64]
    """(samples,)"""
    scores: NDArray[np.int64] | None = None
    """(samples, classes), in the twin's integers; None: not measured, or not in these."""
    in_margin: Mapping[str, Mapping[str, NDArray[np.bool_]]] | None = None
    """Analog only, shaped like ``states``: True where the twin itself is too close to a threshold to tell."""
    figures: Mapping[str, Any] = field(default_factory=dict)
    """Plain JSON beside the comparison: ``power_w``, ``cycles_per_sample``, ``devices``, tool versions..."""
    waveforms: tuple[Waveform, ...] = ()
    first_step: int = 0
    """The steps before it were not run: the target starts from the states after them."""
