"""The integer twin of a linear layer: exact, nothing is rounded."""

from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from codesign.network import Layer
from codesign.twin.trace import LayerTrace, weighted_sum

__all__ = ["run"]


def run(layer: Layer, inputs: NDArray[np.int64], scale: Fraction) -> LayerTrace:
    """W x + b, rectified if ``relu``; (samples, steps, inputs) to (samples, steps, outputs)."""
    drive, drive_scale = weighted_sum(layer, inputs, scale)
    outputs = np.maximum(drive, 0) if layer.attributes["relu"] else drive
    return LayerTrace(outputs=outputs, scale=drive_scale, states={}, drive=drive, drive_scale=drive_scale)
