"""The operator of the FQ-BMRU."""

from typing import Any

import torch

from codesign.recurrence.implementation import chosen
from codesign.recurrence.operators.once import only_once
from codesign.recurrence.surrogate import Surrogate

__all__ = ["hysteresis"]


@torch.library.custom_op("codesign::hysteresis", mutates_args=())
def hysteresis(
    drive: torch.Tensor,
    bias: torch.Tensor,
    threshold: torch.Tensor,
    width: torch.Tensor,
    gain: torch.Tensor,
    initial: torch.Tensor,
    unit: float,
    kind: str,
    steepness: float,
    with_states: bool,
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
    """Outputs, states, kept, final.

    ``kept`` is what the backward pass needs, int8: 0 or 1 for that state, 2 where it is still the initial one, 3 for 1
    minus the initial one (which only a negative width makes). ``states`` has no steps where they are not wanted.
    """
    return chosen(drive.device).hysteresis(  # type: ignore[no-any-return]
        drive, bias, threshold, width, gain, initial, with_states
    )


@hysteresis.register_fake
def _(
    drive: torch.Tensor,
    bias: torch.Tensor,
    threshold: torch.Tensor,
    width: torch.Tensor,
    gain: torch.Tensor,
    initial: torch.Tensor,
    unit: float,
    kind: str,
    steepness: float,
    with_states: bool,
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
    return (
        torch.empty_like(drive),
        torch.empty_like(drive if with_states else drive[:, :0]),
        torch.empty_like(drive, dtype=torch.int8),
        initial.new_empty(initial.shape),
    )


@torch.library.custom_op("codesign::hysteresis_backward", mutates_args=())
def _backward(
    of_outputs: torch.Tensor,
    of_final: torch.Tensor,
    drive: torch.Tensor,
    bias: torch.Tensor,
    threshold: torch.Tensor,
    width: torch.Tensor,
    gain: torch.Tensor,
    initial: torch.Tensor,
    kept: torch.Tensor,
    unit: float,
    kind: str,
    steepness: float,
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
    """Gradients of drive, bias, threshold, width, gain and initial."""
    return chosen(drive.device).hysteresis_backward(  # type: ignore[no-any-return]
        of_outputs, of_final, drive, bias, threshold, width, gain, initial, kept, unit, Surrogate(kind, steepness)
    )


@_backward.register_fake
def _(
    of_outputs: torch.Tensor,
    of_final: torch.Tensor,
    drive: torch.Tensor,
    bias: torch.Tensor,
    threshold: torch.Tensor,
    width: torch.Tensor,
    gain: torch.Tensor,
    initial: torch.Tensor,
    kept: torch.Tensor,
    unit: float,
    kind: str,
    steepness: float,
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
    parameters = (torch.empty_like(tensor) for tensor in (bias, threshold, width, gain))
    of_bias, of_threshold, of_width, of_gain = parameters
    return torch.empty_like(drive), of_bias, of_threshold, of_width, of_gain, initial.new_empty(initial.shape)


def _setup(ctx: Any, inputs: tuple[Any, ...], output: tuple[torch.Tensor, ...]) -> None:
    tensors, ctx.settings = inputs[:6], inputs[6:9]
    _, states, kept, _ = output
    ctx.mark_non_differentiable(states, kept)
    ctx.save_for_backward(*tensors, kept)


def _apply(ctx: Any, *gradients: torch.Tensor) -> tuple[Any, ...]:
    return *_backward(gradients[0], gradients[3], *ctx.saved_tensors, *ctx.settings), *([None] * 4)


hysteresis.register_autograd(_apply, setup_context=_setup)
only_once(_backward, "hysteresis")
