"""Decide among classes: cross-entropy of the scores, examples from a data set of :mod:`codesign.data`."""

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional

from codesign import coding, data
from codesign.data import Examples, Split
from codesign.errors import InputError
from codesign.network import Choice
from codesign.nn import penalty
from codesign.nn.warm_up import warm_up
from codesign.studies.network import StudyNetwork, build, device, learned, width
from codesign.studies.outcome import Curve, Outcome
from codesign.studies.quantised import integer
from codesign.studies.recipe import Study, Variant
from codesign.training.loop import deterministic, rate
from codesign.training.recipe import StrictModel
from codesign.training.record import accuracy

__all__ = ["CURVE", "SCORE", "Parameters", "run", "shape"]

SCORE = "test accuracy"
CURVE = "validation accuracy"

_CALIBRATION = 256
"""Examples that initial parameters are fitted to."""
_WARM_UP = 512
"""Examples that a warm-up draws from."""
_AT_A_TIME = 500
"""Examples that are scored at a time."""
_MISMATCH_SEED = 5
"""The networks that are drawn are the same whatever trained them."""


class Parameters(StrictModel):
    """The task is all in its name."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Part:
    """The first examples of a split: whole numbers as images, and what the first layer takes of them."""

    examples: Examples
    inputs: torch.Tensor
    """(samples, steps, inputs) unit currents."""
    labels: torch.Tensor


def shape(study: Study) -> tuple[int, int]:
    """Inputs per step, and classes."""
    part = _part(study, "validation", 1)
    return part.inputs.shape[2], len(data.classes(study.task))


def run(study: Study, name: str, seed: int) -> Outcome:
    """Train the variant ``name``, then score it. The same arguments give the same outcome on the same machine."""
    variant, settings = study.variants[name], study.training
    inputs, classes = shape(study)
    units = width(study, variant, inputs=inputs, outputs=classes)
    test = _part(study, "test", settings.test_samples)
    with deterministic(seed):
        network = build(study, variant, inputs=inputs, outputs=classes, units=units).to(device(settings))
        train = _part(study, "train", settings.train_samples)
        network.calibrate(train.inputs[:_CALIBRATION].to(device(settings)))
        notes = _warmed_up(network, train.inputs[:_WARM_UP], variant, seed)
        curve = _fit(network, study, variant, seed)
        scores = _scores(network, test.inputs, study.decision)
        found = accuracy(scores, test.examples.labels)
        mismatch = _with_mismatch(network, study, test) if variant.mismatch else {}
        exported = None
        if variant.quantised:
            exported = integer(
                network,
                study,
                name=f"{study.name}-{name}-{seed}",
                train=train.examples,
                test=test.examples,
                scores=scores,
            )
    return Outcome(
        units=units,
        parameters=learned(network.parameters()),
        curve=curve,
        test={"test": found},
        mismatch=mismatch,
        integer=exported[1] if exported else None,
        network=exported[0] if exported else None,
        notes=notes,
    )


def _warmed_up(network: StudyNetwork, inputs: torch.Tensor, variant: Variant, seed: int) -> dict[str, Any]:
    """Warm up, if the variant wants it; what that did, means over the layers."""
    if variant.warm_up is None:
        return {}
    place = next(network.parameters()).device
    done = warm_up(network, inputs.to(place), seed=seed, **variant.warm_up)
    before, after = (round(float(np.mean(list(vaa.values()))), 6) for vaa in (done.vaa_before, done.vaa_after))
    return {"vaa_before": before, "vaa_after": after, "warm_up_updates": done.updates}


def _fit(network: StudyNetwork, study: Study, variant: Variant, seed: int) -> Curve:
    settings = study.training
    train = _part(study, "train", settings.train_samples)
    validation = _part(study, "validation", settings.validation_samples)
    place = device(settings)
    optimiser = torch.optim.AdamW(
        [parameter for parameter in network.parameters() if parameter.requires_grad],
        lr=variant.learning_rate or settings.learning_rate,
        weight_decay=0.0,
        fused=True,
    )
    updates = settings.updates
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda done: rate(settings, done, updates))
    random = np.random.Generator(np.random.PCG64(seed))
    order: NDArray[np.int64] = np.empty(0, dtype=np.int64)
    points = {round(updates * (point + 1) / settings.points) for point in range(settings.points)} - {0}
    at: list[int] = []
    losses: list[float | None] = []
    accuracies: list[float] = []
    since: list[float] = []
    network.train()
    for update in range(1, updates + 1):
        if len(order) < settings.batch:
            order = np.concatenate([order, random.permutation(len(train.labels))])
        chosen, order = order[: settings.batch], order[settings.batch :]
        network.set_progress((update - 1) / updates)
        scores = network.scores(train.inputs[chosen].to(place), study.decision)
        loss = functional.cross_entropy(scores * settings.logit_scale, train.labels[chosen].to(place))
        loss = loss + penalty(network)
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(network.parameters(), settings.gradient_clip)
        optimiser.step()
        schedule.step()
        network.project()
        since.append(float(loss.detach()))
        if update in points:
            at.append(update)
            mean = sum(since) / len(since)
            losses.append(round(mean, 6) if math.isfinite(mean) else None)
            accuracies.append(accuracy(_scores(network, validation.inputs, study.decision), validation.examples.labels))
            since.clear()
            network.train()
    network.eval()
    return Curve(updates=tuple(at), loss=tuple(losses), validation=tuple(accuracies))


@torch.no_grad()
def _scores(network: StudyNetwork, inputs: torch.Tensor, decision: str) -> NDArray[np.float32]:
    """(samples, classes), in evaluation mode."""
    network.eval()
    place = next(network.parameters()).device
    parts = [network.scores(part.to(place), decision).cpu() for part in torch.split(inputs, _AT_A_TIME)]
    found: NDArray[np.float32] = torch.cat(parts).numpy()
    return found


def _with_mismatch(network: StudyNetwork, study: Study, test: Part) -> dict[str, float]:
    """Mean accuracy of networks whose parameters are all off; each is shown all samples in one call."""
    settings = study.mismatch
    inputs = test.inputs[: settings.samples].to(device(study.training))
    labels = test.examples.labels[: settings.samples]
    network.eval()
    found = {}
    with torch.random.fork_rng(devices=[]), torch.no_grad():
        torch.manual_seed(_MISMATCH_SEED)
        for deviation in settings.deviations:
            network.set_mismatch(deviation)
            drawn = [network.scores(inputs, study.decision).cpu().numpy() for _ in range(settings.draws)]
            right = [accuracy(scores, labels) for scores in drawn]
            found[f"{100 * deviation:g}"] = round(float(np.mean(right)), 6)
        network.set_mismatch(0.0)
    return found


def _part(study: Study, split: Split, most: int | None) -> Part:
    if study.coding is None:
        raise InputError(f"study {study.name!r}: the trainer 'classification' needs a coding")
    choice = study.coding.choice()
    return _encoded(study.task, split, most, choice.kind, tuple(sorted(choice.parameters.items())))


@lru_cache(maxsize=8)
def _encoded(task: str, split: Split, most: int | None, kind: str, parameters: tuple[tuple[str, int], ...]) -> Part:
    loaded = data.load(task, split)
    examples = Examples(images=loaded.images[:most], labels=loaded.labels[:most])
    choice = Choice(kind=kind, parameters=dict(parameters))
    encoded = torch.from_numpy(coding.encode(kind, choice.parameters, examples.images)).float()
    unit = float(coding.scale(kind, choice.parameters))
    return Part(examples=examples, inputs=encoded * unit, labels=torch.from_numpy(examples.labels))
