"""The operator of BMRU and CMRU."""

from typing import Any

import torch

from codesign.recurrence.implementation import chosen
from codesign.recurrence.operators.once import only_once
from codesign.recurrence.surrogate import Surrogate

__all__ = ["bistable"]


@torch.library.custom_op("codesign::bistable", mutates_args=())
def bistable(
    candidate: torch.Tensor,
    bias: torch.Tensor,
    threshold: torch.Tensor | None,
    threshold_bias: torch.Tensor,
    gain: torch.Tensor,
    initial: torch.Tensor,
    eps: float,
    unit: float,
    kind: str,
    steepness: float,
    with_states: bool,
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
    """Outputs, states, kept, final.

    ``kept`` is what the backward pass needs: for eps = 0 int8 with the sign written last (0 before the first write),
    for eps = 1 nothing (no steps), in between the states themselves. ``states`` has no steps where they are not wanted
    or are ``kept`` already.
    """
    return chosen(candidate.device).bistable(  # type: ignore[no-any-return]
        candidate, bias, threshold, threshold_bias, gain, initial, eps, with_states
    )


@bistable.register_fake
def _(
    candidate: torch.Tensor,
    bias: torch.Tensor,
    threshold: torch.Tensor | None,
    threshold_bias: torch.Tensor,
    gain: torch.Tensor,
    initial: torch.Tensor,
    eps: float,
    unit: float,
    kind: str,
    steepness: float,
    with_states: bool,
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
    none = candidate[:, :0]
    ends = eps in (0, 1)
    kept = none if eps == 1 else candidate
    return (
        torch.empty_like(candidate),
        torch.empty_like(candidate if with_states and ends else none),
        torch.empty_like(kept, dtype=torch.int8 if ends else candidate.dtype),
        initial.new_empty(initial.shape),
    )


@torch.library.custom_op("codesign::bistable_backward", mutates_args=())
def _backward(
    of_outputs: torch.Tensor,
    of_final: torch.Tensor,
    candidate: torch.Tensor,
    bias: torch.Tensor,
    threshold: torch.Tensor | None,
    threshold_bias: torch.Tensor,
    gain: torch.Tensor,
    initial: torch.Tensor,
    kept: torch.Tensor,
    final: torch.Tensor,
    eps: float,
    unit: float,
    kind: str,
    steepness: float,
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
    """Gradients of candidate, threshold (no steps without one), bias, threshold_bias, gain, initial."""
    of_candidate, of_threshold, *others = chosen(candidate.device).bistable_backward(
        of_outputs, of_final, candidate, bias, threshold, threshold_bias, gain, initial, kept, final, eps, unit,
        Surrogate(kind, steepness),
    )  # fmt: skip
    of_threshold = torch.empty_like(candidate[:, :0]) if of_threshold is None else of_threshold
    return of_candidate, of_threshold, *others


@_backward.register_fake
def _(
    of_outputs: torch.Tensor,
    of_final: torch.Tensor,
    candidate: torch.Tensor,
    bias: torch.Tensor,
    threshold: torch.Tensor | None,
    threshold_bias: torch.Tensor,
    gain: torch.Tensor,
    initial: torch.Tensor,
    kept: torch.Tensor,
    final: torch.Tensor,
    eps: float,
    unit: float,
    kind: str,
    steepness: float,
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
    return (
        torch.empty_like(candidate),
        torch.empty_like(candidate[:, :0] if threshold is None else candidate),
        torch.empty_like(bias),
        torch.empty_like(threshold_bias),
        torch.empty_like(gain),
        initial.new_empty(initial.shape),
    )


def _setup(ctx: Any, inputs: tuple[Any, ...], output: tuple[torch.Tensor, ...]) -> None:
    tensors, ctx.settings = inputs[:6], inputs[6:10]
    _, states, kept, final = output
    ctx.mark_non_differentiable(states, kept)
    ctx.save_for_backward(*tensors, kept, final)


def _apply(ctx: Any, *gradients: torch.Tensor) -> tuple[Any, ...]:
    saved = ctx.saved_tensors
    of_candidate, of_threshold, of_bias, of_threshold_bias, of_gain, of_initial = _backward(
        gradients[0], gradients[3], *saved, *ctx.settings
    )
    given = None if saved[2] is None else of_threshold
    return of_candidate, of_bias, given, of_threshold_bias, of_gain, of_initial, *([None] * 5)


bistable.register_autograd(_apply, setup_context=_setup)
only_once(_backward, "bistable")
