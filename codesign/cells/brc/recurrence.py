"""The recurrence of BRC and nBRC over all steps: in C where that works, else a loop of PyTorch operators."""

from pathlib import Path
from typing import Any

import torch

from codesign.cells.fused import call, first_derivative_only, fresh, usable
from codesign.training.software import wide

__all__ = ["loop", "recurrence"]

_SOURCE = Path(__file__).with_name("kernel.c")


def recurrence(drive: torch.Tensor, state_weight: torch.Tensor, initial: torch.Tensor) -> torch.Tensor:
    """The states after each step, (samples, steps, units), with gradients to all arguments (arXiv 2006.05252):

        a_t = 1 + tanh(drive_t[0] + (w_a h_{t-1})),  c_t = sigmoid(drive_t[1] + (w_c h_{t-1})),
        h_t = c_t h_{t-1} + (1 - c_t) tanh(drive_t[2] + a_t h_{t-1})

    ``drive`` (samples, steps, 3 units): W x + b of feedback a, gate c and candidate. ``state_weight``: w_a and w_c, one
    number per unit, (2, units), as in the BRC, or matrices, (2 units, units), as in the nBRC. ``initial``: (samples,
    units). float64 is computed in float64, everything else in float32.
    """
    drive = wide(drive)
    state_weight, initial = state_weight.to(drive.dtype), initial.to(drive.dtype)
    if not usable(drive):
        return loop(drive, state_weight, initial)
    states: torch.Tensor = _fused(drive, state_weight, initial)[0]
    return states


def loop(drive: torch.Tensor, state_weight: torch.Tensor, initial: torch.Tensor) -> torch.Tensor:
    """The same, step by step in PyTorch: wherever it runs, and what the tests compare with."""
    units = initial.shape[1]
    dense = len(state_weight) != 2
    h, states = initial, []
    for given in drive.unbind(1):
        seen = h @ state_weight.T if dense else (h[:, None] * state_weight).flatten(1)
        feedback, gate, candidate = given.chunk(3, dim=1)
        of_feedback, of_gate = seen.chunk(2, dim=1)
        gate = torch.sigmoid(gate + of_gate)
        candidate = torch.tanh(candidate + (1 + torch.tanh(feedback + of_feedback)) * h)
        h = gate * h + (1 - gate) * candidate
        states.append(h)
    return torch.stack(states, dim=1) if states else drive[..., :units]


@torch.library.custom_op("codesign::brc", mutates_args=())
def _fused(drive: torch.Tensor, state_weight: torch.Tensor, initial: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """States, and activations (samples, steps, 3 units): tanh of the feedback, gate and candidate."""
    samples, steps, _ = drive.shape
    units = initial.shape[1]
    dense = len(state_weight) != 2
    states, activations = fresh(drive, samples, steps, units), fresh(drive, *drive.shape)
    by_state = state_weight.T if dense else state_weight
    call(_SOURCE, "forward", samples, steps, units, dense, drive, by_state, initial, states, activations)
    return states, activations


@_fused.register_fake
def _(drive: torch.Tensor, state_weight: torch.Tensor, initial: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    return drive.new_empty(*drive.shape[:2], initial.shape[1]), drive.new_empty(drive.shape)


@torch.library.custom_op("codesign::brc_backward", mutates_args=())
def _backward(
    by_states: torch.Tensor,
    activations: torch.Tensor,
    states: torch.Tensor,
    state_weight: torch.Tensor,
    initial: torch.Tensor,
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Gradients of drive, state_weight and initial."""
    samples, steps, units = states.shape
    dense = len(state_weight) != 2
    by_drive = fresh(activations, *activations.shape)
    by_initial, by_weight = initial.new_zeros(initial.shape), state_weight.new_zeros(state_weight.shape)
    call(
        _SOURCE, "backward", samples, steps, units, dense, by_states, activations, states, initial, state_weight,
        by_drive, by_initial, by_weight,
    )  # fmt: skip
    if dense:
        before = torch.cat((initial[:, None], states), dim=1)[:, :steps]
        by_weight = by_drive[..., : 2 * units].flatten(0, 1).T @ before.flatten(0, 1)
    return by_drive, by_weight, by_initial


@_backward.register_fake
def _(
    by_states: torch.Tensor,
    activations: torch.Tensor,
    states: torch.Tensor,
    state_weight: torch.Tensor,
    initial: torch.Tensor,
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    return (
        activations.new_empty(activations.shape),
        state_weight.new_empty(state_weight.shape),
        initial.new_empty(initial.shape),
    )


def _setup(ctx: Any, inputs: tuple[torch.Tensor, ...], output: tuple[torch.Tensor, ...]) -> None:
    _, state_weight, initial = inputs
    states, activations = output
    ctx.mark_non_differentiable(activations)
    ctx.save_for_backward(activations, states, state_weight, initial)


def _apply(ctx: Any, by_states: torch.Tensor, _: Any) -> tuple[torch.Tensor, ...]:
    return tuple(_backward(by_states, *ctx.saved_tensors))


_fused.register_autograd(_apply, setup_context=_setup)
first_derivative_only(_backward, "BRC and nBRC")
