"""The work of one chunk of dies, as a plain function that any process on any machine can run."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from codesign.analog.technology import Technology
from codesign.analog.vectorised import Model
from codesign.network import Network

__all__ = ["Work", "decided"]

_BATCH_BYTES = 16e6  # of one array of signals: few enough to stay near the processor
_BYTES = 4


@dataclass(frozen=True, eq=False, kw_only=True)
class Work:
    """What all chunks share. ``inputs`` (samples, steps, inputs)."""

    key: str
    network: Network
    technology: Technology
    inputs: NDArray[np.integer]
    seed: int


def decided(work: Work, dies: Sequence[int]) -> dict[str, Any]:
    """The job of a chunk of dies: their numbers and the decision of each on each sample."""
    return {"dies": list(dies), "decisions": _decisions(work, dies)}


def _decisions(work: Work, dies: Sequence[int]) -> list[list[int]]:
    model = _model(_Keyed(work))
    widest = max(max(layer.inputs, layer.outputs) for layer in work.network.layers)
    samples, steps, _ = work.inputs.shape
    batch = max(1, int(_BATCH_BYTES / (_BYTES * samples * steps * widest)))
    decisions: list[list[int]] = []
    for start in range(0, len(dies), batch):
        part = list(dies[start : start + batch])
        decisions += model.run(work.inputs, seed=work.seed, dies=part, states=False).decisions.tolist()
    return decisions


class _Keyed:
    """A work that is the same as another one of the same key, for the cache."""

    def __init__(self, work: Work) -> None:
        self.work = work

    def __hash__(self) -> int:
        return hash(self.work.key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Keyed) and other.work.key == self.work.key


@lru_cache(maxsize=4)
def _model(keyed: _Keyed) -> Model:
    return Model(keyed.work.network, keyed.work.technology)
