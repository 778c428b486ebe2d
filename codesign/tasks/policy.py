"""Policies for the T-maze: a recurrent network trained by advantage actor-critic on whole episodes.

A network is any torch module that is called as ``outputs, state = network(observations, state)`` with observations
(episodes, steps, 4), and the state that an earlier call gave or None for that of a reset. Its outputs (episodes, steps,
5) are the logits of the four actions and the value of the situation. Where it has ``calibrate(observations)``,
``set_progress(part)`` and ``project()``, as the modules of :mod:`codesign.nn` have, they are called as in any training.

Both forms of a cell are used: an update first runs episodes step by step without gradient, the state handed on (the
streaming form), then evaluates all they observed at once with gradient (the form that is parallel over time).
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from pydantic import Field, model_validator
from torch.nn import functional

from codesign import nn
from codesign.errors import InputError
from codesign.tasks.t_maze import ACTIONS, OBSERVATIONS, Episodes
from codesign.training.loop import rate
from codesign.training.recipe import StrictModel

__all__ = [
    "INPUTS",
    "OUTPUTS",
    "Learning",
    "Optimisation",
    "Point",
    "Rollout",
    "Success",
    "roll_out",
    "success_by_length",
    "train",
]

INPUTS = len(OBSERVATIONS)
OUTPUTS = len(ACTIONS) + 1
"""Logits of the actions, then the value."""

Progress = Callable[[int, int, str], None]


class Learning(StrictModel):
    """The corridors of the training, and the objective."""

    shortest: int = Field(default=1, ge=1, le=1000, description="length of the shortest corridor of the training")
    longest: int = Field(default=10, ge=1, le=1000, description="length of the longest; all in between are as likely")
    noise: float = Field(default=0.0, ge=0, le=1, description="standard deviation of noise on each observed number")
    discount: float = Field(default=0.98, gt=0, le=1, description="a reward a step later is worth this part of it")
    trace: float = Field(
        default=0.95, ge=0, le=1, description="lambda of the advantages; 1: rewards to the end, 0: one step"
    )
    entropy: float = Field(default=0.05, ge=0, le=1, description="weight of the policy's entropy, at the beginning")
    final_entropy: float = Field(default=0.005, ge=0, le=1, description="the same at the end; linear in between")
    value: float = Field(default=0.5, gt=0, le=10, description="weight of the value's squared error")

    @model_validator(mode="after")
    def _fit(self) -> "Learning":
        if self.shortest > self.longest:
            raise ValueError(f"shortest: it is {self.shortest}, above longest ({self.longest})")
        return self


@dataclass(frozen=True, kw_only=True)
class Optimisation:
    """AdamW without weight decay, linear warm-up, cosine decay."""

    updates: int = 300
    episodes: int = 64
    """Per update."""
    learning_rate: float = 0.01
    final_rate: float = 0.1
    """The last rate, as a part of the largest."""
    warmup_steps: int = 10
    gradient_clip: float = 1.0


@dataclass(frozen=True, kw_only=True)
class Point:
    """What one update found; actions were drawn from the policy as it was before."""

    update: int
    mean_return: float
    """Sum of the rewards of an episode, not discounted."""
    success: float
    """Part of the episodes that left by the right exit."""
    steps: float
    """Mean length of an episode."""
    entropy: float
    """Mean entropy of the policy, in nats; at most log 4."""


@dataclass(frozen=True, kw_only=True)
class Success:
    """How episodes in corridors of one length ended, as parts of all; the rest ran into the limit of steps."""

    length: int
    right: float
    wrong: float


@dataclass(frozen=True, eq=False, kw_only=True)
class Rollout:
    """Whole episodes, padded at their ends."""

    observations: NDArray[np.float32]
    """(episodes, steps, 4)."""
    actions: NDArray[np.int64]
    """(episodes, steps)."""
    rewards: NDArray[np.float32]
    """(episodes, steps); 0 in the padding."""
    valid: NDArray[np.bool_]
    """(episodes, steps): False in the padding."""
    logits: NDArray[np.float32]
    """(episodes, steps, 4), as the streaming form gave them."""


@torch.no_grad()
def roll_out(
    network: torch.nn.Module, episodes: Episodes, random: np.random.Generator | None = None, *, record: bool = True
) -> Rollout | None:
    """Run ``episodes`` to their ends, step by step; actions are drawn by ``random``, or the likeliest without it.

    Without ``record`` nothing is kept but what ``episodes`` know.
    """
    state: Any = None
    kept: list[tuple[NDArray[Any], ...]] = []
    while not episodes.over.all():
        seen, runs = episodes.observe(), ~episodes.over
        outputs, state = network(torch.from_numpy(seen)[:, None], state)
        logits = outputs[:, 0, : len(ACTIONS)].numpy()
        actions = logits.argmax(axis=1) if random is None else _drawn(logits, random)
        step = episodes.step(actions)
        if record:
            kept.append((seen, actions, step.rewards, runs, logits))
    if not record:
        return None
    observations, actions, rewards, valid, logits = (np.stack(parts, axis=1) for parts in zip(*kept, strict=True))
    return Rollout(observations=observations, actions=actions, rewards=rewards, valid=valid, logits=logits)


def train(
    network: torch.nn.Module,
    *,
    seed: int,
    learning: Learning | None = None,
    optimisation: Optimisation | None = None,
    warm_up: Mapping[str, Any] | None = None,
    progress: Progress | None = None,
) -> tuple[Point, ...]:
    """Train ``network`` in place; returns the curve, a point per update.

    Corridors, goals and actions are drawn from ``seed``; the initial parameters are the caller's. With ``warm_up``
    (options of :func:`codesign.nn.warm_up`, {} for the usual ones) they are warmed up before, with what a policy sees
    that draws all actions alike. ``progress(done, total, text)`` is called after each update. Raises InputError where
    the loss is no longer a number.
    """
    learning, optimisation = learning or Learning(), optimisation or Optimisation()
    random = np.random.Generator(np.random.PCG64(seed))
    seen = _seen_at_random(learning, optimisation.episodes, random)
    _tell(network, "calibrate", seen)
    if warm_up is not None:
        nn.warm_up(network, seen, seed=seed, **warm_up)
    optimiser = torch.optim.AdamW(
        [parameter for parameter in network.parameters() if parameter.requires_grad],
        lr=optimisation.learning_rate,
        weight_decay=0.0,
        fused=True,
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda done: rate(optimisation, done, optimisation.updates))
    network.train()
    curve = []
    for update in range(1, optimisation.updates + 1):
        part = (update - 1) / optimisation.updates
        _tell(network, "set_progress", part)
        episodes = _drawn_episodes(learning, optimisation.episodes, random)
        rollout = roll_out(network, episodes, random)
        assert rollout is not None
        loss, entropy = _loss(network, rollout, learning, part)
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        norm = torch.nn.utils.clip_grad_norm_(network.parameters(), optimisation.gradient_clip)
        if not math.isfinite(float(norm)):
            raise InputError(
                f"the policy's training diverged in update {update}; lower the learning rate "
                f"({optimisation.learning_rate})"
            )
        optimiser.step()
        schedule.step()
        _tell(network, "project")
        point = Point(
            update=update,
            mean_return=round(float(rollout.rewards.sum(axis=1, dtype=np.float64).mean()), 6),
            success=round(float(episodes.right.mean()), 6),
            steps=round(float(episodes.steps.mean()), 6),
            entropy=round(entropy, 6),
        )
        curve.append(point)
        if progress is not None:
            progress(update, optimisation.updates, f"return {point.mean_return:.2f}, success {point.success:.2f}")
    _tell(network, "set_progress", 1.0)
    network.eval()
    return tuple(curve)


def success_by_length(
    network: torch.nn.Module,
    lengths: Sequence[int],
    *,
    episodes: int = 2,
    noise: float = 0.0,
    draw: bool = False,
    seed: int = 0,
) -> tuple[Success, ...]:
    """How ``network`` does in corridors of each of ``lengths``, ``episodes`` of them, half with either goal.

    It takes the likeliest action; without noise all episodes of one length and goal are then the same, and 2 say all
    there is to say. With ``draw`` actions are drawn as in the training. Call it in evaluation mode.
    """
    if episodes < 2 or episodes % 2:
        raise InputError(f"episodes is {episodes}; give an even number of at least 2, for both goals")
    random = np.random.Generator(np.random.PCG64(seed))
    each = np.repeat(np.asarray(lengths, dtype=np.int64), episodes)
    run = Episodes(each, np.arange(len(each)) % 2, noise=noise, random=random)
    roll_out(network, run, random if draw else None, record=False)
    right, wrong = (ended.reshape(-1, episodes).mean(axis=1) for ended in (run.right, run.wrong))
    return tuple(
        Success(length=length, right=round(float(right[index]), 6), wrong=round(float(wrong[index]), 6))
        for index, length in enumerate(lengths)
    )


def _drawn(logits: NDArray[np.float32], random: np.random.Generator) -> NDArray[np.int64]:
    """One action per row."""
    likely = np.exp((logits - logits.max(axis=1, keepdims=True)).astype(np.float64))
    upper = likely.cumsum(axis=1)
    below = random.random(len(logits))[:, None] * upper[:, -1:] >= upper
    return np.asarray(below.sum(axis=1).clip(max=logits.shape[1] - 1), dtype=np.int64)


def _drawn_episodes(learning: Learning, count: int, random: np.random.Generator) -> Episodes:
    lengths = random.integers(learning.shortest, learning.longest + 1, size=count)
    return Episodes(lengths, random.integers(2, size=count), noise=learning.noise, random=random)


def _loss(network: torch.nn.Module, rollout: Rollout, learning: Learning, part: float) -> tuple[torch.Tensor, float]:
    """The loss of a batch of episodes, and the policy's mean entropy."""
    outputs, _ = network(torch.from_numpy(rollout.observations), None)
    of_actions = functional.log_softmax(outputs[..., : len(ACTIONS)], dim=-1)
    values = outputs[..., len(ACTIONS)]
    advantages = _advantages(rollout, values.detach().numpy(), learning)
    returns = torch.from_numpy(advantages).to(values.dtype) + values.detach()
    valid = torch.from_numpy(rollout.valid)
    inside = advantages[rollout.valid]
    # Not below 1: of a policy that is right all advantages are small, and normalised they would be noise alone.
    normal = torch.from_numpy((advantages - inside.mean()) / max(1.0, float(inside.std()))).to(values.dtype)
    taken = of_actions.gather(-1, torch.from_numpy(rollout.actions)[..., None])[..., 0]
    entropy = -(of_actions.exp() * of_actions).sum(dim=-1)[valid].mean()
    weight = learning.entropy + (learning.final_entropy - learning.entropy) * part
    loss = (
        -(taken * normal)[valid].mean() + learning.value * (values - returns)[valid].square().mean() - weight * entropy
    )
    return loss, float(entropy.detach())


def _advantages(rollout: Rollout, values: NDArray[np.float32], learning: Learning) -> NDArray[np.float32]:
    """Generalised advantages (arXiv 1506.02438), (episodes, steps). Nothing follows an episode's last step, the one
    that meets the limit of steps included."""
    found = np.zeros_like(values)
    ahead = np.zeros(len(values), dtype=values.dtype)
    next_value = np.zeros(len(values), dtype=values.dtype)
    for step in range(values.shape[1] - 1, -1, -1):
        error = rollout.rewards[:, step] + learning.discount * next_value - values[:, step]
        ahead = np.where(rollout.valid[:, step], error + learning.discount * learning.trace * ahead, 0)
        next_value = np.where(rollout.valid[:, step], values[:, step], 0)
        found[:, step] = ahead
    return found


def _seen_at_random(learning: Learning, count: int, random: np.random.Generator) -> torch.Tensor:
    """What a policy sees that draws all actions alike, (count, steps, 4): examples for the initial parameters."""
    episodes = _drawn_episodes(learning, count, random)
    seen = []
    while not episodes.over.all():
        seen.append(episodes.observe())
        episodes.step(random.integers(len(ACTIONS), size=count))
    return torch.from_numpy(np.stack(seen, axis=1))


def _tell(network: torch.nn.Module, name: str, *arguments: Any) -> None:
    """Call a method that a network may have."""
    method = getattr(network, name, None)
    if method is not None:
        method(*arguments)
