"""The score of every class from the outputs of the last layer."""

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from codesign.network import Network

__all__ = ["scores"]


def scores(network: Network, outputs: NDArray[np.int64]) -> NDArray[np.int64]:
    """(samples, classes) from the ``outputs`` (samples, steps, units) of the last layer; 0 where there is no step.

    The rules are described at :data:`codesign.decisions.DECISIONS`.
    """
    return _SCORES[network.decision.kind](network, outputs)


def _mean_readout(network: Network, outputs: NDArray[np.int64]) -> NDArray[np.int64]:
    total: NDArray[np.int64] = outputs.sum(axis=1)
    return total


def _last_readout(network: Network, outputs: NDArray[np.int64]) -> NDArray[np.int64]:
    # A sum of one step at most, so that no step gives 0.
    last: NDArray[np.int64] = outputs[:, -1:].sum(axis=1)
    return last


def _group_count(network: Network, outputs: NDArray[np.int64]) -> NDArray[np.int64]:
    own, other = network.decision.parameters["own"], network.decision.parameters["other"]
    classes = len(network.classes)
    votes = np.arange(outputs.shape[2])[:, None] % classes == np.arange(classes)[None, :]
    found: NDArray[np.int64] = outputs.sum(axis=1) @ np.where(votes, own, -other).astype(np.int64)
    return found


_SCORES: Mapping[str, Callable[[Network, NDArray[np.int64]], NDArray[np.int64]]] = {
    "mean_readout": _mean_readout,
    "last_readout": _last_readout,
    "group_count": _group_count,
}
