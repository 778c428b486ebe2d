"""The integer twin of an SRC layer."""

from collections.abc import Mapping
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from codesign.network import Layer
from codesign.twin.trace import LayerTrace, spike_ends

__all__ = ["run", "spikes"]

_SPIKE_LEVEL = 512


def run(layer: Layer, inputs: NDArray[np.int64], scale: Fraction) -> LayerTrace:
    """The integer cell of arXiv 2605.10679; 1.0 is 1024 and ``>>`` floors.

    ``inputs`` (samples, frames, inputs) are 0 or 1. The first frame of a sample is the reset: i = 0, h and hs
    take their initial values, nothing spikes and its inputs are not looked at. The states i, h, hs are those at
    the end of each frame; outputs are spikes, (samples, frames, outputs).
    """
    del scale  # spikes have none
    samples, frames, _ = inputs.shape
    # float64 takes the fast matrix product and is exact: sums stay far below 2**53
    weight = layer["weight"].astype(np.float64).T
    shape = (samples, layer.outputs)
    states = {name: np.zeros((samples, frames, layer.outputs), dtype=np.int64) for name in ("i", "h", "hs")}
    i = np.zeros(shape, dtype=np.int64)
    h = np.full(shape, layer.attributes["initial_h"], dtype=np.int64)
    hs = np.full(shape, layer.attributes["initial_hs"], dtype=np.int64)
    for frame in range(frames):
        if frame > 0:
            i = i - ((i >> 4) + (i >> 5)) + (inputs[:, frame] @ weight).astype(np.int64)
            u = np.where(i > 0, 1023, -1024)
            z = np.where(h < 500, layer.attributes["z_max"], layer.attributes["z_min"])
            v = u + 2 * (h - 4 * hs - 3000)
            hs = np.clip((((hs - h) * z) >> 10) + h, -800, 1023)  # uses the h of before this frame
            h = np.clip((3 * v) >> 2, -1024, 1023)
        states["i"][:, frame], states["h"][:, frame], states["hs"][:, frame] = i, h, hs
    return LayerTrace(outputs=spikes(states), scale=Fraction(1), states=states, ends=spike_ends(layer.outputs))


def spikes(states: Mapping[str, NDArray[np.int64]]) -> NDArray[np.int64]:
    """A neuron spikes where h reaches 512, but not in the first frame; (samples, frames, outputs) of 0 or 1."""
    fired = (states["h"] >= _SPIKE_LEVEL).astype(np.int64)
    fired[:, :1] = 0
    return fired
