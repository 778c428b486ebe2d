"""Which weights can matter at all: what the integers of a network say without any sample."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from codesign import cells
from codesign.network import Layer, Network

__all__ = ["Connections", "connections"]


@dataclass(frozen=True, kw_only=True)
class Connections:
    """Of one layer: units whose weights are all 0, units from which no path of weights leads to the decision, and
    inputs that it has no weight for."""

    layer: str
    reads_nothing: tuple[int, ...]
    reaches_nothing: tuple[int, ...]
    unread_inputs: tuple[int, ...]
    idle_parameters: int
    """Parameters of units that reach nothing."""


def connections(network: Network) -> tuple[Connections, ...]:
    """Of every layer, in the order of the network."""
    reached = {layer.name: np.zeros(layer.outputs, dtype=bool) for layer in network.layers}
    reached[network.layers[-1].name][:] = True
    # From the last to the first: when a layer's turn comes, all that read it have had theirs.
    for index in range(len(network.layers) - 1, -1, -1):
        layer = network.layers[index]
        if layer.skip:
            reached[layer.skip] |= reached[layer.name]
        if index > 0:
            reached[network.layers[index - 1].name] |= reading(layer)[reached[layer.name]].any(axis=0)
    return tuple(_of(layer, reached[layer.name]) for layer in network.layers)


def reading(layer: Layer) -> NDArray[np.bool_]:
    """(outputs, inputs): where any of the layer's tensors of weights is not 0."""
    shapes = cells.spec(layer.kind).tensors
    weights = [layer[name] != 0 for name, spec in shapes.items() if spec.shape == ("outputs", "inputs")]
    found: NDArray[np.bool_] = np.any(weights, axis=0)
    return found


def _of(layer: Layer, reached: NDArray[np.bool_]) -> Connections:
    found = reading(layer)
    per_unit = sum(tensor.values[0].size for tensor in layer.tensors.values())
    return Connections(
        layer=layer.name,
        reads_nothing=_indices(np.asarray(~found.any(axis=1))),
        reaches_nothing=_indices(~reached),
        unread_inputs=_indices(np.asarray(~found.any(axis=0))),
        idle_parameters=int(np.sum(~reached)) * per_unit,
    )


def _indices(chosen: NDArray[np.bool_]) -> tuple[int, ...]:
    return tuple(map(int, np.flatnonzero(chosen)))
