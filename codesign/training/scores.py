"""The score of every class, with gradient, as :mod:`codesign.twin.scores` computes it."""

from collections.abc import Callable, Mapping

import torch

from codesign.network import Choice

__all__ = ["scores"]


def scores(decision: Choice, outputs: torch.Tensor, classes: int) -> torch.Tensor:
    """(samples, classes) from the ``outputs`` (samples, steps, units) of the last layer; 0 where there is no step.

    The rules are described at :data:`codesign.decisions.DECISIONS`.
    """
    return _SCORES[decision.kind](decision, outputs, classes)


def _mean_readout(decision: Choice, outputs: torch.Tensor, classes: int) -> torch.Tensor:
    return outputs.sum(dim=1)


def _last_readout(decision: Choice, outputs: torch.Tensor, classes: int) -> torch.Tensor:
    # A sum of one step at most, so that no step gives 0.
    return outputs[:, -1:].sum(dim=1)


def _group_count(decision: Choice, outputs: torch.Tensor, classes: int) -> torch.Tensor:
    own, other = decision.parameters["own"], decision.parameters["other"]
    votes = torch.arange(outputs.shape[2])[:, None] % classes == torch.arange(classes)[None, :]
    return outputs.sum(dim=1) @ torch.where(votes, own, -other).to(outputs.dtype)


_SCORES: Mapping[str, Callable[[Choice, torch.Tensor, int], torch.Tensor]] = {
    "mean_readout": _mean_readout,
    "last_readout": _last_readout,
    "group_count": _group_count,
}
