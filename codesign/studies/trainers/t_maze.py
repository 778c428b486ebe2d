"""Policies for the T-maze: trained in short corridors, tested in corridors far longer (:mod:`codesign.tasks.t_maze`).

An update sees ``training.batch`` episodes. The horizon that a policy was trained for is
``task_parameters.learning.longest``.
"""

from collections.abc import Sequence

import numpy as np
import torch
from pydantic import Field, model_validator

from codesign import nn
from codesign.errors import InputError
from codesign.network import Choice, Network
from codesign.studies.network import StudyNetwork, build, learned, width
from codesign.studies.outcome import Curve, Integer, Outcome
from codesign.studies.quantised import truncated
from codesign.studies.recipe import Study
from codesign.tasks import policy
from codesign.tasks.t_maze import ACTIONS, ways
from codesign.training.loop import deterministic
from codesign.training.recipe import StrictModel, checked
from codesign.twin import simulate

__all__ = ["CURVE", "SCORE", "Parameters", "run", "shape"]

SCORE = "corridors left by the right exit"
CURVE = "episodes of the training that left by the right exit"

_BELOW = (1.0, 0.95, 0.9, 0.85, 0.8)
"""Parts of a tested length that are tested for it, too: with one length alone a seed has two episodes to tell."""


class Parameters(StrictModel):
    """What a policy is trained and tested in."""

    learning: policy.Learning = Field(default=policy.Learning(), description="corridors and objective of the training")
    tested: tuple[int, ...] = Field(
        default=(1000, 100, 10), strict=False, description="lengths of corridors; the first is the score of the table"
    )

    @model_validator(mode="after")
    def _fit(self) -> "Parameters":
        if not self.tested or min(self.tested) < 1 or len(set(self.tested)) != len(self.tested):
            raise ValueError(f"tested: lengths are different whole numbers of at least 1, not {list(self.tested)}")
        return self


def shape(study: Study) -> tuple[int, int]:
    """Observed numbers, and logits of actions with the value."""
    if study.task != "t_maze":
        raise InputError(
            f"study {study.name!r}: the trainer 't_maze' knows the task 't_maze' alone, not {study.task!r}"
        )
    if study.training.device != "cpu":
        raise InputError(
            f"study {study.name!r}: episodes run step by step on the processor; set training.device to cpu"
        )
    for name, variant in study.variants.items():
        if variant.mismatch:
            raise InputError(f"study {study.name!r}: variant {name!r}: policies are not scored with mismatch")
    return policy.INPUTS, policy.OUTPUTS


def run(study: Study, name: str, seed: int) -> Outcome:
    """Train the variant ``name``, then test it. The same arguments give the same outcome on the same machine."""
    variant, settings = study.variants[name], study.training
    parameters = checked(Parameters, dict(study.task_parameters), f"study {study.name!r}: task_parameters")
    units = width(study, variant, inputs=policy.INPUTS, outputs=policy.OUTPUTS)
    with deterministic(seed):
        network = build(study, variant, inputs=policy.INPUTS, outputs=policy.OUTPUTS, units=units)
        points = policy.train(
            network,
            seed=seed,
            learning=parameters.learning,
            optimisation=policy.Optimisation(
                updates=settings.updates,
                episodes=settings.batch,
                learning_rate=variant.learning_rate or settings.learning_rate,
                final_rate=settings.final_rate,
                warmup_steps=settings.warmup_steps,
                gradient_clip=settings.gradient_clip,
            ),
            warm_up=variant.warm_up,
        )
        test = {f"{length} steps": _right(network, length) for length in parameters.tested}
        exported = None
        if variant.quantised:
            exported = _integer(network, f"{study.name}-{name}-{seed}", parameters.tested)
    return Outcome(
        units=units,
        parameters=learned(network.parameters()),
        curve=_curve(points, settings.points),
        test=test,
        integer=exported[1] if exported else None,
        network=exported[0] if exported else None,
    )


@torch.no_grad()
def _integer(network: StudyNetwork, name: str, tested: Sequence[int]) -> tuple[Network, Integer]:
    """The policy to export, without the value, and its integer twin on the ways that need no detour.

    A way of any of ``tested`` lengths is right where every action is. The exported task is the first length.
    """
    whole = nn.to_network(
        network.layers(),
        name=name,
        task=f"t_maze_{tested[0]}",
        classes=(*ACTIONS, "value"),
        coding=Choice(kind="current_rows", parameters={"levels": 1, "steps_per_unit": 1}),
        decision="last_readout",
    )
    exported = truncated(whole, ACTIONS)
    right, differ = [], 0
    for length in tested:
        observations, wanted = ways(length)
        trace = simulate(exported, observations)
        chosen = np.argmax(trace.layers[exported.layers[-1].name].outputs, axis=2)
        outputs, _ = network(torch.from_numpy(observations).float(), None)
        right.extend((chosen == wanted).all(axis=1).tolist())
        differ += int(np.count_nonzero(chosen != outputs[..., : len(ACTIONS)].argmax(dim=-1).numpy()))
    return exported, Integer(test=round(float(np.mean(right)), 6), differ=differ, samples=len(right))


def _right(network: torch.nn.Module, length: int) -> float:
    """Part of the episodes in corridors of about that length that leave by the right exit."""
    lengths = sorted({max(1, round(part * length)) for part in _BELOW})
    found = policy.success_by_length(network, lengths)
    return round(sum(part.right for part in found) / len(found), 6)


def _curve(points: tuple[policy.Point, ...], wanted: int) -> Curve:
    """Means over so many parts of the training."""
    ends = sorted({round(len(points) * (index + 1) / wanted) for index in range(wanted)} - {0})
    parts = [points[begin:end] for begin, end in zip([0, *ends], ends, strict=False)]
    return Curve(
        updates=tuple(ends),
        loss=(),
        validation=tuple(round(sum(point.success for point in part) / len(part), 6) for part in parts),
    )
