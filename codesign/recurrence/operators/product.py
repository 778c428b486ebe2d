"""The operators of products of a sequence with a weight, and of their gradients: each is the other's derivative."""

from typing import Any

import torch

from codesign.recurrence import fused
from codesign.recurrence.implementation import chosen

__all__ = ["outer", "project"]


@torch.library.custom_op("codesign::project", mutates_args=())
def project(inputs: torch.Tensor, weight: torch.Tensor) -> torch.Tensor:
    """(samples, steps, inputs) x (outputs, inputs) transposed, in the order of the inputs in memory."""
    rows = _rows(inputs, _steps_first(inputs))
    found = fused.project(rows, weight) if chosen(inputs.device) is fused else rows @ weight.T
    return _shaped(found, inputs)


@project.register_fake
def _(inputs: torch.Tensor, weight: torch.Tensor) -> torch.Tensor:
    samples, steps, _ = inputs.shape
    return _shaped(inputs.new_empty(samples * steps, weight.shape[0]), inputs)


@torch.library.custom_op("codesign::outer", mutates_args=())
def outer(left: torch.Tensor, right: torch.Tensor) -> torch.Tensor:
    """(samples, steps, outputs) and (samples, steps, inputs), summed over samples and steps: (outputs, inputs)."""
    steps_first = _steps_first(right)
    one, other = _rows(left, steps_first), _rows(right, steps_first)
    return fused.outer(one, other) if chosen(left.device) is fused else one.T @ other


@outer.register_fake
def _(left: torch.Tensor, right: torch.Tensor) -> torch.Tensor:
    return left.new_empty(left.shape[2], right.shape[2])


def _steps_first(tensor: torch.Tensor) -> bool:
    return tensor.stride(0) < tensor.stride(1)


def _rows(tensor: torch.Tensor, steps_first: bool) -> torch.Tensor:
    """(samples x steps, ...), or (steps x samples, ...), so that one of them costs no copy."""
    return (tensor.transpose(0, 1) if steps_first else tensor).reshape(-1, tensor.shape[2])


def _shaped(rows: torch.Tensor, inputs: torch.Tensor) -> torch.Tensor:
    samples, steps, _ = inputs.shape
    if _steps_first(inputs):
        return rows.reshape(steps, samples, rows.shape[1]).transpose(0, 1)
    return rows.reshape(samples, steps, rows.shape[1])


def _setup(ctx: Any, inputs: tuple[torch.Tensor, ...], output: torch.Tensor) -> None:
    ctx.save_for_backward(*inputs)


def _project_backward(ctx: Any, gradient: torch.Tensor) -> tuple[torch.Tensor | None, ...]:
    inputs, weight = ctx.saved_tensors
    return (
        project(gradient, weight.T) if ctx.needs_input_grad[0] else None,
        outer(gradient, inputs) if ctx.needs_input_grad[1] else None,
    )


def _outer_backward(ctx: Any, gradient: torch.Tensor) -> tuple[torch.Tensor | None, ...]:
    left, right = ctx.saved_tensors
    return (
        project(right, gradient) if ctx.needs_input_grad[0] else None,
        project(left, gradient.T) if ctx.needs_input_grad[1] else None,
    )


project.register_autograd(_project_backward, setup_context=_setup)
outer.register_autograd(_outer_backward, setup_context=_setup)
