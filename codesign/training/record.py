"""What a network that has been trained is worth: the record in its checkpoint, and the scale of its decision.

Integer accuracies come from the twin, the definition of right; the test split is looked at here only.
"""

import math
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import torch
from numpy.typing import NDArray

from codesign import coding, data
from codesign.data import Examples
from codesign.decisions import DECISIONS
from codesign.network import Choice, Network
from codesign.training.model import Model
from codesign.twin import simulate

__all__ = [
    "MISMATCHES",
    "accuracy",
    "balanced_accuracy",
    "encoded",
    "float_scores",
    "full_scale",
    "margin_fraction",
    "mismatch_scores",
    "recorded",
    "twin_scores",
    "with_full_scale",
]

MISMATCHES = (0.02, 0.05, 0.10)
"""Relative deviations of all parameters with which a network is scored where the recipe wants that."""

_FEW = 2000
"""Examples that are enough for figures that decide nothing."""

_MISMATCH_SEED = 5

Scores = NDArray[np.int64] | NDArray[np.float32]


def recorded(model: Model, examples: Examples, reference: Model | None = None) -> Network:
    """The network of a trained model with its record and the full scale of its decision.

    ``examples`` are those it was trained with; ``reference`` is the same recipe trained without rounding.
    """
    settings = model.recipe.training
    network = with_full_scale(model.network(), examples.images)
    record: dict[str, object] = {
        "epochs": settings.epochs,
        "seed": settings.seed,
        "torch": torch.__version__.split("+")[0],
        "accuracy_float": "none",
    }
    test = data.load(network.task, "test")
    if reference is not None:
        unrounded = float_scores(reference, encoded(reference, test.images))
        record |= _accuracies("float", unrounded, test.labels, balanced=settings.balanced)
    validation = data.load(network.task, "validation")
    for split, scored in (("train", _first(examples, _FEW)), ("validation", validation), ("test", test)):
        scores = twin_scores(network, scored.images)
        record |= _accuracies(split, scores, scored.labels, balanced=settings.balanced)
    if settings.mismatch_draws > 0:
        measure = balanced_accuracy if settings.balanced else accuracy
        for deviation in MISMATCHES:
            drawn = mismatch_scores(model, encoded(model, test.images), deviation, settings.mismatch_draws)
            found = [measure(scores, test.labels) for scores in drawn]
            name = f"{'balanced_' if settings.balanced else ''}accuracy_mismatch_{round(100 * deviation)}_percent"
            record[name] = round(float(np.mean(found)), 6)
    fraction = margin_fraction(model, encoded(model, validation.images[: _FEW // 4]))
    if fraction is not None:
        record["states_in_margin_validation"] = fraction
    return replace(network, training=record)


def encoded(model: Model, images: NDArray[np.int64]) -> torch.Tensor:
    """Images as the model's coding gives them, in single precision (samples, steps, inputs)."""
    return torch.from_numpy(coding.encode(model.coding.kind, model.coding.parameters, images)).float()


def twin_scores(network: Network, images: NDArray[np.int64], batch: int = 500) -> NDArray[np.int64]:
    """Scores (samples, classes) by the integer twin; ``batch`` images at a time, for its trace is large."""
    kind, parameters = network.coding.kind, network.coding.parameters
    parts = [images[start : start + batch] for start in range(0, len(images), batch)]
    return np.concatenate([simulate(network, coding.encode(kind, parameters, part)).scores for part in parts])


def full_scale(network: Network, images: NDArray[np.int64], batch: int = 500) -> int:
    """Largest magnitude of a running score over ``images``, their classes and steps, in unit currents x steps,
    rounded up. Only for a decision by the mean readout."""
    kind, parameters = network.coding.kind, network.coding.parameters
    largest = 0.0
    for start in range(0, len(images), batch):
        trace = simulate(network, coding.encode(kind, parameters, images[start : start + batch]))
        last = trace.layers[network.layers[-1].name]
        running = np.abs(last.outputs.cumsum(axis=1))
        largest = max(largest, float(running.max(initial=0) * last.scale))
    return math.ceil(largest)


def accuracy(scores: Scores, labels: NDArray[np.int64]) -> float:
    """Part of the examples whose largest score is that of their label; ties go to the lowest index."""
    return round(float(np.mean(np.argmax(scores, axis=1) == labels)), 6)


def balanced_accuracy(scores: Scores, labels: NDArray[np.int64]) -> float:
    """The mean over the classes of each one's accuracy: what always saying the most frequent class does not raise."""
    right = np.argmax(scores, axis=1) == labels
    return round(float(np.mean([np.mean(right[labels == label]) for label in np.unique(labels)])), 6)


@torch.no_grad()
def float_scores(model: Model, inputs: torch.Tensor) -> NDArray[np.float32]:
    """Scores (samples, classes) as the model computes them, rounded or not."""
    model.eval()
    scores: NDArray[np.float32] = model(inputs).scores.numpy()
    return scores


def mismatch_scores(
    model: Model, inputs: torch.Tensor, deviation: float, draws: int, seed: int = _MISMATCH_SEED
) -> Iterator[NDArray[np.float32]]:
    """Scores (samples, classes) of ``draws`` chips whose every parameter (weights, biases, thresholds, widths, gains)
    is off by a normal factor of mean 1 and standard deviation ``deviation``; one chip does all samples."""
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        model.set_mismatch(deviation)
        try:
            for _ in range(draws):
                yield float_scores(model, inputs)
        finally:
            model.set_mismatch(0.0)


@torch.no_grad()
def margin_fraction(model: Model, inputs: torch.Tensor) -> float | None:
    """Part of all states whose drive is in the margin; None where no layer has thresholds."""
    model.eval()
    near = [activity.in_margin for activity in model(inputs).layers.values() if activity.in_margin is not None]
    if not near:
        return None
    return round(float(torch.cat([part.flatten() for part in near]).double().mean()), 6)


def _accuracies(name: str, scores: Scores, labels: NDArray[np.int64], *, balanced: bool) -> dict[str, float]:
    found = {f"accuracy_{name}": accuracy(scores, labels)}
    if balanced:
        found[f"balanced_accuracy_{name}"] = balanced_accuracy(scores, labels)
    return found


def _first(examples: Examples, most: int) -> Examples:
    return Examples(images=examples.images[:most], labels=examples.labels[:most])


def with_full_scale(network: Network, images: NDArray[np.int64]) -> Network:
    """With the full scale of the decision, where it has one and the recipe does not say it."""
    decision = network.decision
    if decision.parameters.get("full_scale") != 0:
        return network
    # What no integrator could be told stays 0, "unknown".
    scale = full_scale(network, images)
    if scale > DECISIONS[decision.kind].parameters["full_scale"].maximum:
        return network
    return replace(
        network, decision=Choice(kind=decision.kind, parameters={**decision.parameters, "full_scale": scale})
    )
