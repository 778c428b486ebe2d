"""What a layer is worth: how many decisions change where its outputs are replaced by others."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from codesign import twin
from codesign.network import Network
from codesign.twin import NetworkTrace

__all__ = ["WAYS", "changed_decisions"]

Integers = NDArray[np.int64]


def _silenced(outputs: Integers, random: np.random.Generator) -> Integers:
    return np.zeros_like(outputs)


def _averaged(outputs: Integers, random: np.random.Generator) -> Integers:
    return np.broadcast_to(np.rint(outputs.mean(axis=0)).astype(np.int64), outputs.shape)


def _exchanged(outputs: Integers, random: np.random.Generator) -> Integers:
    # One cycle through all samples: none keeps its own.
    order = random.permutation(len(outputs))
    mixed = np.empty_like(outputs)
    mixed[order] = outputs[np.roll(order, 1)]
    return mixed


WAYS: Mapping[str, Callable[[Integers, np.random.Generator], Integers]] = {
    "silenced": _silenced,
    "averaged": _averaged,
    "exchanged": _exchanged,
}
"""By what the outputs (samples, steps, units) of a layer are replaced: 0; the mean of all samples of the batch at this
step, rounded; those of another sample."""


def changed_decisions(
    network: Network, inputs: Integers, trace: NetworkTrace, random: np.random.Generator
) -> dict[str, dict[str, int]]:
    """By layer and way: of how many samples the decision is another one, where the layer's outputs (before a skip
    connection adds its own) are replaced. ``trace`` is that of ``inputs`` (samples, steps, inputs)."""
    changed: dict[str, dict[str, int]] = {}
    given: dict[str, twin.LayerTrace] = {}
    for layer in network.layers:
        own = trace.own[layer.name]
        changed[layer.name] = {}
        for way, replaced in WAYS.items():
            instead = replace(own, outputs=replaced(own.outputs, random))
            found = twin.simulate(network, inputs, given={**given, layer.name: instead})
            changed[layer.name][way] = int((found.decisions != trace.decisions).sum())
        given[layer.name] = own
    return changed
