"""The recurrence of the floating-point SRC over all steps: in C where that works, else a loop of PyTorch operators."""

from pathlib import Path
from typing import Any, NamedTuple

import torch

from codesign.cells.fused import call, first_derivative_only, fresh, usable
from codesign.training.software import wide

__all__ = ["CONSTANTS", "Before", "States", "loop", "recurrence"]

_SOURCE = Path(__file__).with_name("kernel.c")

CONSTANTS = ("leak", "rho", "feedback", "slow_feedback", "bias", "z_hyp", "z_dep")
"""The rows of ``constants``, in the order of the kernel: a, rho, r, r_s, b, z_hyp and z_dep."""

_STEEPNESS, _HALF = 10, 0.5  # of z as a function of h


class States(NamedTuple):
    """(samples, steps, units) each."""

    i: torch.Tensor
    h: torch.Tensor
    hs: torch.Tensor


class Before(NamedTuple):
    """(samples, units) each: the states before the first step."""

    i: torch.Tensor
    h: torch.Tensor
    hs: torch.Tensor


def recurrence(drive: torch.Tensor, constants: torch.Tensor, before: Before, *, through: bool) -> States:
    """The states after each step (arXiv 2306.03623):

        i_t  = a i_{t-1} + drive_t
        h_t  = tanh(rho tanh(i_t / rho) + r h_{t-1} + r_s hs_{t-1} + b)
        z_t  = z_hyp + (z_dep - z_hyp) / (1 + exp(-10 (h_{t-1} - 0.5)))
        hs_t = z_t hs_{t-1} + (1 - z_t) h_{t-1}

    ``drive`` (samples, steps, units), ``constants`` (7, units) as in :data:`CONSTANTS`. Gradients go to drive, to the
    states before, and to the row b of the constants. Unless ``through``, h_{t-1} and hs_{t-1} are taken as given, so
    that only i carries gradients through time. float64 is computed in float64, everything else in float32.
    """
    drive = wide(drive)
    constants, before = constants.to(drive.dtype), Before(*(state.to(drive.dtype) for state in before))
    if not usable(drive):
        return loop(drive, constants, before, through=through)
    return States(*_fused(drive, constants, *before, through))


def loop(drive: torch.Tensor, constants: torch.Tensor, before: Before, *, through: bool) -> States:
    """The same, step by step in PyTorch: wherever it runs, and what the tests compare with."""
    fixed = dict(zip(CONSTANTS, constants.detach(), strict=True)) | {"bias": constants[CONSTANTS.index("bias")]}
    i, h, hs = before
    kept: tuple[list[torch.Tensor], ...] = ([], [], [])
    for given in drive.unbind(1):
        if not through:
            h, hs = h.detach(), hs.detach()
        i = fixed["leak"] * i + given
        z = fixed["z_hyp"] + (fixed["z_dep"] - fixed["z_hyp"]) * torch.sigmoid(_STEEPNESS * (h - _HALF))
        current = fixed["rho"] * torch.tanh(i / fixed["rho"])
        after = torch.tanh(current + fixed["feedback"] * h + fixed["slow_feedback"] * hs + fixed["bias"])
        hs = z * hs + (1 - z) * h
        h = after
        for states, state in zip(kept, (i, h, hs), strict=True):
            states.append(state)
    return States(*(torch.stack(states, dim=1) if states else drive for states in kept))


Three = tuple[torch.Tensor, torch.Tensor, torch.Tensor]


@torch.library.custom_op("codesign::src", mutates_args=())
def _fused(
    drive: torch.Tensor, constants: torch.Tensor, i: torch.Tensor, h: torch.Tensor, hs: torch.Tensor, through: bool
) -> Three:
    """i, h and hs after each step."""
    states = fresh(drive, *drive.shape), fresh(drive, *drive.shape), fresh(drive, *drive.shape)
    call(_SOURCE, "forward", *drive.shape, drive, constants, i, h, hs, *states)
    return states


@_fused.register_fake
def _(
    drive: torch.Tensor, constants: torch.Tensor, i: torch.Tensor, h: torch.Tensor, hs: torch.Tensor, through: bool
) -> Three:
    return drive.new_empty(drive.shape), drive.new_empty(drive.shape), drive.new_empty(drive.shape)


@torch.library.custom_op("codesign::src_backward", mutates_args=())
def _backward(
    by_i: torch.Tensor | None,
    by_h: torch.Tensor | None,
    by_hs: torch.Tensor | None,
    constants: torch.Tensor,
    h: torch.Tensor,
    hs: torch.Tensor,
    all_i: torch.Tensor,
    all_h: torch.Tensor,
    all_hs: torch.Tensor,
    through: bool,
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
    """Gradients of drive, constants (of b; 0 of the others), i, h and hs."""
    by_drive, by_constants = fresh(all_i, *all_i.shape), constants.new_zeros(constants.shape)
    back = h.new_zeros(h.shape), h.new_zeros(h.shape), h.new_zeros(h.shape)
    call(
        _SOURCE, "backward", *all_i.shape, through, by_i, by_h, by_hs, all_i, all_h, all_hs, h, hs, constants,
        constants.new_zeros(constants.shape[1]), by_drive, *back, by_constants[CONSTANTS.index("bias")],
    )  # fmt: skip
    return by_drive, by_constants, *back


@_backward.register_fake
def _(
    by_i: torch.Tensor | None,
    by_h: torch.Tensor | None,
    by_hs: torch.Tensor | None,
    constants: torch.Tensor,
    h: torch.Tensor,
    hs: torch.Tensor,
    all_i: torch.Tensor,
    all_h: torch.Tensor,
    all_hs: torch.Tensor,
    through: bool,
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
    return (
        all_i.new_empty(all_i.shape),
        constants.new_empty(constants.shape),
        h.new_empty(h.shape),
        h.new_empty(h.shape),
        h.new_empty(h.shape),
    )


def _setup(ctx: Any, inputs: tuple[Any, ...], output: tuple[torch.Tensor, ...]) -> None:
    _, constants, _, h, hs, ctx.through = inputs
    ctx.set_materialize_grads(False)  # most often only h has one
    ctx.save_for_backward(constants, h, hs, *output)


def _apply(ctx: Any, *by_states: torch.Tensor | None) -> tuple[torch.Tensor | None, ...]:
    return *_backward(*by_states, *ctx.saved_tensors, ctx.through), None


_fused.register_autograd(_apply, setup_context=_setup)
first_derivative_only(_backward, "the floating-point SRC")
