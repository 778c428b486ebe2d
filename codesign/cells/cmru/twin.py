"""The integer twin of a CMRU layer."""

from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from codesign.cells.bmru.twin import trace, writes
from codesign.network import Layer
from codesign.twin.trace import LayerTrace

__all__ = ["run"]


def run(layer: Layer, inputs: NDArray[np.int64], scale: Fraction) -> LayerTrace:
    """s = s + sign(c) where |c| >= beta, else s of the step before; the output is gain x s (arXiv 2605.11855).

    That is the cell with eps = 1; with eps = 0 it is a ``bmru``, and one in between is never exported. c and beta are
    those of :func:`codesign.cells.bmru.twin.writes`. The state (samples, steps, outputs) is a whole number, 0 before
    the first step, and no larger than the number of steps.
    """
    found = writes(layer, inputs, scale)
    samples, steps, _ = inputs.shape
    state = np.zeros((samples, steps, layer.outputs), dtype=np.int64)
    held = np.zeros((samples, layer.outputs), dtype=np.int64)
    for step in range(steps):
        held = held + np.where(found.gate[:, step], found.sign[:, step], 0)
        state[:, step] = held
    return trace(layer, found, state)
