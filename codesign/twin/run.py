"""Run a network through its integer twin."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from codesign import cells, coding
from codesign.errors import InputError
from codesign.network import Network
from codesign.twin.scores import scores
from codesign.twin.trace import LayerTrace, NetworkTrace

__all__ = ["simulate"]


def simulate(
    network: Network, inputs: NDArray[np.integer], *, given: Mapping[str, LayerTrace] | None = None
) -> NetworkTrace:
    """All states of all layers for ``inputs`` (samples, steps, inputs), as made by :func:`codesign.coding.encode`.

    A layer that has a trace in ``given`` is not run: the trace takes the place of its own, before its skip connection.
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
    given = given or {}
    own: dict[str, LayerTrace] = {}
    traces: dict[str, LayerTrace] = {}
    for layer in network.layers:
        trace = given.get(layer.name)
        if trace is None:
            trace = cells.part(layer.kind, "twin").run(layer, signal, scale)
        own[layer.name] = trace
        if layer.skip:
            trace = trace.plus(traces[layer.skip])
        traces[layer.name] = trace
        signal, scale = trace.outputs, trace.scale
    found = scores(network, signal)
    return NetworkTrace(layers=traces, own=own, scores=found, decisions=np.argmax(found, axis=1))
