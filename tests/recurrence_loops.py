"""The recurrences as plain time loops of autograd operations: the definition of right for codesign.recurrence."""

from typing import Any

import torch

from codesign.recurrence import Memory, Surrogate

BY_DEFAULT = Surrogate()
WINDOW = Surrogate(steepness=2.0)


class _Step(torch.autograd.Function):
    """H(x) (or [x > 0]) with the surrogate's derivative."""

    @staticmethod
    def forward(ctx: Any, distance: torch.Tensor, surrogate: Surrogate, at_zero: bool) -> torch.Tensor:
        ctx.save_for_backward(distance)
        ctx.surrogate = surrogate
        return (distance >= 0 if at_zero else distance > 0).to(distance.dtype)

    @staticmethod
    def backward(ctx: Any, *gradients: torch.Tensor) -> tuple[Any, ...]:
        (distance,) = ctx.saved_tensors
        return gradients[0] * ctx.surrogate.derivative(distance), None, None


def step(distance: torch.Tensor, surrogate: Surrogate, at_zero: bool = True) -> torch.Tensor:
    return _Step.apply(distance, surrogate, at_zero)


def sign(values: torch.Tensor, surrogate: Surrogate) -> torch.Tensor:
    return 2 * step(values, surrogate) - 1


def size(values: torch.Tensor) -> torch.Tensor:
    """|x| with the derivative sign(x), +1 at 0."""
    return values * torch.where(values >= 0, 1.0, -1.0).to(values.dtype)


def bistable(
    candidate: torch.Tensor,
    bias: torch.Tensor,
    threshold: torch.Tensor | None,
    threshold_bias: torch.Tensor,
    gain: torch.Tensor,
    initial: torch.Tensor,
    *,
    eps: float = 0.0,
    unit: float = 1.0,
    surrogate: Surrogate = BY_DEFAULT,
) -> Memory:
    state, states = initial, []
    thresholds = [None] * candidate.shape[1] if threshold is None else threshold.unbind(1)
    for c, beta in zip(candidate.unbind(1), thresholds, strict=True):
        c = c + bias
        beta = size(threshold_bias if beta is None else beta + threshold_bias)
        z = step((size(c) - beta) * unit, surrogate)
        state = z * (sign(c * unit, surrogate) + eps * state) + (1 - z) * state
        states.append(state)
    return _memory(states, gain, candidate, state)


def hysteresis(
    drive: torch.Tensor,
    bias: torch.Tensor,
    threshold: torch.Tensor,
    width: torch.Tensor,
    gain: torch.Tensor,
    initial: torch.Tensor,
    *,
    unit: float = 1.0,
    surrogate: Surrogate = WINDOW,
) -> Memory:
    state, states = initial, []
    for d in drive.unbind(1):
        d = d + bias
        above = step((d - (threshold + width)) * unit, surrogate)
        kept = step((d - threshold) * unit, surrogate, at_zero=False)
        state = above + state * (kept - above)
        states.append(state)
    return _memory(states, gain, drive, state)


def accumulate(
    candidate: torch.Tensor,
    bias: torch.Tensor,
    threshold: torch.Tensor | None,
    threshold_bias: torch.Tensor,
    step_height: torch.Tensor,
    step_bias: torch.Tensor,
    initial: torch.Tensor,
    *,
    unit: float = 1.0,
    surrogate: Surrogate = BY_DEFAULT,
) -> Memory:
    state, states = initial, []
    thresholds = [None] * candidate.shape[1] if threshold is None else threshold.unbind(1)
    for c, beta, height in zip(candidate.unbind(1), thresholds, step_height.unbind(1), strict=True):
        c = c + bias
        beta = size(threshold_bias if beta is None else beta + threshold_bias)
        z = step((size(c) - beta) * unit, surrogate)
        state = state + z * (height + step_bias) * sign(c * unit, surrogate)
        states.append(state)
    return _memory(states, None, candidate, state)


def linear_recurrence(decay: torch.Tensor, inputs: torch.Tensor, initial: torch.Tensor) -> torch.Tensor:
    state, states = initial, []
    for a, x in zip(decay.expand(inputs.shape).unbind(1), inputs.unbind(1), strict=True):
        state = a * state + x
        states.append(state)
    return torch.stack(states, dim=1) if states else inputs.clone()


def gated_hold(above: torch.Tensor, kept: torch.Tensor, initial: torch.Tensor) -> torch.Tensor:
    state, states = initial, []
    for a, k in zip(above.unbind(1), kept.unbind(1), strict=True):
        state = a + state * (k - a)
        states.append(state)
    return torch.stack(states, dim=1) if states else above.clone()


def _memory(states: list[torch.Tensor], gain: torch.Tensor | None, first: torch.Tensor, final: torch.Tensor) -> Memory:
    every = torch.stack(states, dim=1) if states else first.clone()
    return Memory(every if gain is None else every * gain, every.detach(), final)
