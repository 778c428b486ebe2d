"""Run a network through its integer twin."""

import numpy as np
from numpy.typing import NDArray

from codesign import cells, coding
from codesign.errors import InputError
from codesign.network import Network
from codesign.twin.scores import scores
from codesign.twin.trace import LayerTrace, NetworkTrace

__all__ = ["simulate"]


def simulate(network: Network, inputs: NDArray[np.integer]) -> NetworkTrace:
    """All states of all layers for ``inputs`` (samples, steps, inputs), as made by :func:`codesign.coding.encode`.

    0 samples and 0 steps are allowed; without a step all scores are 0 and the decision is class 0.
    Raises InputError for a wrong shape or values that the input coding cannot give.
    """
    inputs = np.asarray(inputs)
    if inputs.ndim != 3 or inputs.shape[2] != network.inputs:
        raise InputError(f"inputs must have the shape (samples, steps, {network.inputs}), not {inputs.shape}")
    largest = coding.largest_value(network.coding.kind, network.coding.parameters)
    if inputs.size and (inputs.min() < 0 or inputs.max() > largest):
        raise InputError(f"inputs must be 0..{largest}, not {inputs.min()}..{inputs.max()}")
    signal = inputs.astype(np.int64)
    scale = coding.scale(network.coding.kind, network.coding.parameters)
    traces: dict[str, LayerTrace] = {}
    for layer in network.layers:
        trace: LayerTrace = cells.part(layer.kind, "twin").run(layer, signal, scale)
        if layer.skip:
            trace = trace.plus(traces[layer.skip])
        traces[layer.name] = trace
        signal, scale = trace.outputs, trace.scale
    found = scores(network, signal)
    return NetworkTrace(layers=traces, scores=found, decisions=np.argmax(found, axis=1))
