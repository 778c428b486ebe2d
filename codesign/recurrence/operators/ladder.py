"""The operator of the alphaCMRU."""

from typing import Any

import torch

from codesign.recurrence.implementation import chosen
from codesign.recurrence.operators.once import only_once
from codesign.recurrence.surrogate import Surrogate

__all__ = ["accumulate"]

Seven = tuple[
    torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor
]  # fmt: skip


@torch.library.custom_op("codesign::accumulate", mutates_args=())
def accumulate(
    candidate: torch.Tensor,
    bias: torch.Tensor,
    threshold: torch.Tensor | None,
    threshold_bias: torch.Tensor,
    step: torch.Tensor,
    step_bias: torch.Tensor,
    initial: torch.Tensor,
    unit: float,
    kind: str,
    steepness: float,
) -> tuple[torch.Tensor, torch.Tensor]:
    """Outputs and final."""
    return chosen(candidate.device).accumulate(  # type: ignore[no-any-return]
        candidate, bias, threshold, threshold_bias, step, step_bias, initial
    )


@accumulate.register_fake
def _(
    candidate: torch.Tensor,
    bias: torch.Tensor,
    threshold: torch.Tensor | None,
    threshold_bias: torch.Tensor,
    step: torch.Tensor,
    step_bias: torch.Tensor,
    initial: torch.Tensor,
    unit: float,
    kind: str,
    steepness: float,
) -> tuple[torch.Tensor, torch.Tensor]:
    return torch.empty_like(candidate), initial.new_empty(initial.shape)


@torch.library.custom_op("codesign::accumulate_backward", mutates_args=())
def _backward(
    of_outputs: torch.Tensor,
    of_final: torch.Tensor,
    candidate: torch.Tensor,
    bias: torch.Tensor,
    threshold: torch.Tensor | None,
    threshold_bias: torch.Tensor,
    step: torch.Tensor,
    step_bias: torch.Tensor,
    initial: torch.Tensor,
    unit: float,
    kind: str,
    steepness: float,
) -> Seven:
    """Gradients of candidate, threshold (no steps without one), bias, threshold_bias, step, step_bias, initial."""
    of_candidate, of_threshold, *others = chosen(candidate.device).accumulate_backward(
        of_outputs, of_final, candidate, bias, threshold, threshold_bias, step, step_bias, unit,
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
    step: torch.Tensor,
    step_bias: torch.Tensor,
    initial: torch.Tensor,
    unit: float,
    kind: str,
    steepness: float,
) -> Seven:
    return (
        torch.empty_like(candidate),
        torch.empty_like(candidate[:, :0] if threshold is None else candidate),
        torch.empty_like(bias),
        torch.empty_like(threshold_bias),
        torch.empty_like(step),
        torch.empty_like(step_bias),
        initial.new_empty(initial.shape),
    )


def _setup(ctx: Any, inputs: tuple[Any, ...], output: tuple[torch.Tensor, ...]) -> None:
    tensors, ctx.settings = inputs[:7], inputs[7:]
    ctx.save_for_backward(*tensors)


def _apply(ctx: Any, *gradients: torch.Tensor) -> tuple[Any, ...]:
    saved = ctx.saved_tensors
    of_candidate, of_threshold, of_bias, *others = _backward(*gradients, *saved, *ctx.settings)
    return of_candidate, of_bias, None if saved[2] is None else of_threshold, *others, *([None] * 3)


accumulate.register_autograd(_apply, setup_context=_setup)
only_once(_backward, "accumulate")
