"""The integer twin of an FQ-BMRU layer."""

from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from codesign.network import Layer
from codesign.twin.trace import LayerTrace, in_units_of, weighted_sum

__all__ = ["run", "thresholds"]


def run(layer: Layer, inputs: NDArray[np.int64], scale: Fraction) -> LayerTrace:
    """Set at or above threshold + width, reset at or below threshold, hold in between (arXiv 2605.15216).

    ``inputs`` (samples, steps, inputs) in units of ``scale`` unit currents, all >= 0. The state (samples, steps,
    outputs) is 0 or 1 after each step and 0 before the first; the output is state x gain. The rectifier of the
    paper, ReLU(W x + b), changes nothing here: thresholds are above 0, so a negative drive resets like a zero one.
    ``drive`` is W x + b in units of ``drive_scale``; ``lower`` and ``upper`` are the thresholds in the same unit.
    """
    drive, drive_scale = weighted_sum(layer, inputs, scale)
    lower, upper = thresholds(layer, drive_scale)
    state = np.zeros(drive.shape, dtype=np.int64)
    held = np.zeros((drive.shape[0], drive.shape[2]), dtype=np.int64)
    for step in range(drive.shape[1]):
        now = drive[:, step]
        held = np.where(now >= upper, 1, np.where(now <= lower, 0, held))
        state[:, step] = held
    return LayerTrace(
        outputs=state * layer["gain"],
        scale=layer.tensors["gain"].quantisation.scale,
        states={"state": state},
        drive=drive,
        drive_scale=drive_scale,
        thresholds=(lower, upper),
        ends=(np.zeros(layer.outputs, dtype=np.int64), layer["gain"].astype(np.int64)),
    )


def thresholds(layer: Layer, drive_scale: Fraction) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Lower and upper threshold (outputs,) in units of ``drive_scale``; raises InputError where they are not whole."""
    lower = in_units_of(drive_scale, layer, "threshold")
    return lower, lower + in_units_of(drive_scale, layer, "width")
