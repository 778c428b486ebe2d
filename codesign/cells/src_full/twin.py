"""The integer twin of an SRC layer in its full form."""

from collections.abc import Mapping
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from codesign.approximation import Approximation
from codesign.cells.src.twin import spikes
from codesign.cells.src_full.functions import CellFunctions, functions
from codesign.network import Layer
from codesign.twin.trace import LayerTrace, spike_ends

__all__ = ["run", "spikes", "update"]

Integers = NDArray[np.int64]


def run(layer: Layer, inputs: NDArray[np.int64], scale: Fraction) -> LayerTrace:
    """The cell of arXiv 2306.03623 in integers; 1.0 is 1024, one step of i is 2^weight_shift, ``>>`` floors::

        i'  = i - ((i >> 4) + (i >> 5)) + sum of W[n, p] over active inputs p      (a = 0.90625 instead of 0.9)
        x   = drive(clip(i'))                 rho tanh(i' / rho)
        h'  = tanh(clip(x + 2 h - 7 hs + b))
        z   = slow(h - 512)                   z_hyp + (z_dep - z_hyp) / (1 + exp(-10 (h - 0.5)))
        hs' = clip((((hs - h) z) >> 10) + h, -1024, 1023)                          (h of before this frame)
        spike = h' >= 512

    The three functions are those of :func:`~codesign.cells.src_full.functions.functions`, arguments clipped to their
    input formats. ``inputs`` (samples, frames, inputs) are 0 or 1. The first frame is the reset, as in ``src``.
    """
    del scale  # spikes have none
    samples, frames, _ = inputs.shape
    # float64 takes the fast matrix product and is exact: sums stay far below 2**53
    weight = layer["weight"].astype(np.float64).T
    found = functions(layer.attributes)
    shape = (samples, layer.outputs)
    states = {name: np.zeros((samples, frames, layer.outputs), dtype=np.int64) for name in ("i", "h", "hs")}
    now = {
        "i": np.zeros(shape, dtype=np.int64),
        "h": np.full(shape, layer.attributes["initial_h"], dtype=np.int64),
        "hs": np.full(shape, layer.attributes["initial_hs"], dtype=np.int64),
    }
    for frame in range(frames):
        if frame > 0:
            sums = (inputs[:, frame] @ weight).astype(np.int64)
            now = update(found, layer.attributes["bias"], now, sums)
        for name, values in now.items():
            states[name][:, frame] = values
    return LayerTrace(outputs=spikes(states), scale=Fraction(1), states=states, ends=spike_ends(layer.outputs))


def update(found: CellFunctions, bias: int, states: Mapping[str, Integers], sums: Integers) -> dict[str, Integers]:
    """The states i, h, hs after one frame, from those before it and the weighted sums of its spikes."""
    i, h, hs = states["i"], states["h"], states["hs"]
    i = i - ((i >> 4) + (i >> 5)) + sums
    x = _at(found.drive, i)
    z = _at(found.slow, h - 512)
    return {
        "i": i,
        "h": _at(found.tanh, x + 2 * h - 7 * hs + bias),
        "hs": np.clip((((hs - h) * z) >> 10) + h, -1024, 1023),
    }


def _at(design: Approximation, values: Integers) -> Integers:
    return design.evaluate(np.clip(values, design.input_format.minimum, design.input_format.maximum))
