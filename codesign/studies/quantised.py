"""From a trained quantised network of a study to its integer twin and its RTL."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from codesign import data, nn
from codesign.data import Examples
from codesign.network import Network, Tensor
from codesign.studies.network import StudyNetwork
from codesign.studies.outcome import Integer
from codesign.studies.recipe import Study
from codesign.training.record import accuracy, twin_scores
from codesign.verify import verify

__all__ = ["integer", "truncated", "verified"]

_FEW = 500


def integer(
    network: StudyNetwork,
    study: Study,
    *,
    name: str,
    train: Examples,
    test: Examples,
    scores: NDArray[np.float32],
) -> tuple[Network, Integer]:
    """The network to export, and its twin on ``test``; ``scores`` are the PyTorch network's on the same examples.

    The range of an integrator is measured on some of ``train``.
    """
    assert study.coding is not None
    exported = nn.to_network(
        network.layers(),
        name=name,
        task=study.task,
        classes=data.classes(study.task),
        coding=study.coding.choice(),
        decision=study.decision,
        examples=Examples(images=train.images[:_FEW], labels=train.labels[:_FEW]),
    )
    found = twin_scores(exported, test.images)
    return exported, Integer(
        test=accuracy(found, test.labels),
        differ=int(np.count_nonzero(np.argmax(found, axis=1) != np.argmax(scores, axis=1))),
        samples=len(test.labels),
    )


def truncated(network: Network, classes: Sequence[str]) -> Network:
    """``network`` with the first outputs of its last layer alone, one for each of ``classes``."""
    *earlier, last = network.layers
    tensors = {
        name: Tensor(tensor.values[: len(classes)], tensor.quantisation) for name, tensor in last.tensors.items()
    }
    return replace(network, classes=tuple(classes), layers=(*earlier, replace(last, tensors=tensors)))


def verified(network: Network, study: Study) -> dict[str, Any]:
    """``codesign verify`` of the RTL: what agrees with the twin, and the verdict."""
    settings = study.verification
    assert settings is not None
    result = verify(network, targets=[settings.target], samples=settings.samples, jobs=1)
    target = result.targets[settings.target]
    found = target.comparison
    return {
        "target": settings.target,
        "samples": settings.samples,
        "states": found.states_compared,
        "states_agree": found.states_agree,
        "decisions_agree": found.decisions_agree,
        "passed": target.passed,
    }
