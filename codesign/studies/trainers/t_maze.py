"""Policies for the T-maze: trained in short corridors, tested in corridors far longer (:mod:`codesign.tasks.t_maze`).

An update sees ``training.batch`` episodes. The horizon that a policy was trained for is
``task_parameters.learning.longest``.
"""

import torch
from pydantic import Field, model_validator

from codesign.errors import InputError
from codesign.studies.network import build, learned, width
from codesign.studies.outcome import Curve, Outcome
from codesign.studies.recipe import Study
from codesign.tasks import policy
from codesign.training.loop import deterministic
from codesign.training.recipe import StrictModel, checked

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
        if variant.quantised or variant.mismatch:
            raise InputError(
                f"study {study.name!r}: variant {name!r}: policies are in floating point, without mismatch"
            )
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
    return Outcome(
        units=units, parameters=learned(network.parameters()), curve=_curve(points, settings.points), test=test
    )


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
