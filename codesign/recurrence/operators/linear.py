"""The operators of linear recurrences."""

from typing import Any

import torch

from codesign.recurrence.implementation import chosen
from codesign.recurrence.operators.once import only_once

__all__ = ["hold", "linear"]


@torch.library.custom_op("codesign::linear_recurrence", mutates_args=())
def linear(decay: torch.Tensor, inputs: torch.Tensor, initial: torch.Tensor) -> torch.Tensor:
    """States after each step; ``decay`` has one sample, step or unit where it is the same for all."""
    return chosen(inputs.device).linear(decay, inputs, initial)  # type: ignore[no-any-return]


@linear.register_fake
def _(decay: torch.Tensor, inputs: torch.Tensor, initial: torch.Tensor) -> torch.Tensor:
    return torch.empty_like(inputs)


@torch.library.custom_op("codesign::linear_recurrence_backward", mutates_args=())
def _linear_backward(
    gradient: torch.Tensor, decay: torch.Tensor, initial: torch.Tensor, states: torch.Tensor
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Gradients of decay, inputs and initial."""
    return chosen(states.device).linear_backward(  # type: ignore[no-any-return]
        gradient, decay, initial, states
    )


@_linear_backward.register_fake
def _(
    gradient: torch.Tensor, decay: torch.Tensor, initial: torch.Tensor, states: torch.Tensor
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    return torch.empty_like(decay), torch.empty_like(states), initial.new_empty(initial.shape)


def _setup_linear(ctx: Any, inputs: tuple[torch.Tensor, ...], output: torch.Tensor) -> None:
    decay, _, initial = inputs
    ctx.save_for_backward(decay, initial, output)


def _apply_linear(ctx: Any, gradient: torch.Tensor) -> tuple[torch.Tensor, ...]:
    return tuple(_linear_backward(gradient, *ctx.saved_tensors))


def _in_terms_of_itself(
    gradient: torch.Tensor, decay: torch.Tensor, initial: torch.Tensor, states: torch.Tensor
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """The backward pass as a recurrence that runs back in time: slower, but with a derivative of every order."""
    full = decay.expand(states.shape)
    later = torch.cat([full[:, 1:], torch.zeros_like(full[:, :1])], dim=1)[:, : states.shape[1]]
    of_inputs = linear(later.conj().flip(1), gradient.flip(1), torch.zeros_like(initial)).flip(1)
    before = torch.cat([initial[:, None], states[:, :-1]], dim=1)[:, : states.shape[1]]
    of_initial = (full[:, :1].conj() * of_inputs[:, :1]).sum(dim=1)
    return (of_inputs * before.conj()).sum_to_size(decay.shape), of_inputs, of_initial


def _setup_twice(ctx: Any, inputs: tuple[torch.Tensor, ...], output: tuple[torch.Tensor, ...]) -> None:
    ctx.save_for_backward(*inputs)


def _apply_twice(ctx: Any, *gradients: torch.Tensor) -> tuple[torch.Tensor, ...]:
    again = torch.is_grad_enabled()
    with torch.enable_grad():
        # Views: the states depend on decay and initial, which is not what is asked for here.
        tensors = [t.view_as(t) if t.requires_grad else t.detach().requires_grad_() for t in ctx.saved_tensors]
        found = _in_terms_of_itself(*tensors)
        return torch.autograd.grad(found, tensors, gradients, create_graph=again)


linear.register_autograd(_apply_linear, setup_context=_setup_linear)
_linear_backward.register_autograd(_apply_twice, setup_context=_setup_twice)


@torch.library.custom_op("codesign::hold", mutates_args=())
def hold(above: torch.Tensor, kept: torch.Tensor, initial: torch.Tensor) -> torch.Tensor:
    """s_t = above_t + s_{t-1} (kept_t - above_t), after each step."""
    return chosen(above.device).hold(above, kept, initial)  # type: ignore[no-any-return]


@hold.register_fake
def _(above: torch.Tensor, kept: torch.Tensor, initial: torch.Tensor) -> torch.Tensor:
    return torch.empty_like(above)


@torch.library.custom_op("codesign::hold_backward", mutates_args=())
def _hold_backward(
    gradient: torch.Tensor, above: torch.Tensor, kept: torch.Tensor, initial: torch.Tensor, states: torch.Tensor
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Gradients of above, kept and initial."""
    return chosen(states.device).hold_backward(  # type: ignore[no-any-return]
        gradient, above, kept, initial, states
    )


@_hold_backward.register_fake
def _(
    gradient: torch.Tensor, above: torch.Tensor, kept: torch.Tensor, initial: torch.Tensor, states: torch.Tensor
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    return torch.empty_like(above), torch.empty_like(kept), initial.new_empty(initial.shape)


def _setup_hold(ctx: Any, inputs: tuple[torch.Tensor, ...], output: torch.Tensor) -> None:
    ctx.save_for_backward(*inputs, output)


def _apply_hold(ctx: Any, gradient: torch.Tensor) -> tuple[torch.Tensor, ...]:
    return tuple(_hold_backward(gradient, *ctx.saved_tensors))


hold.register_autograd(_apply_hold, setup_context=_setup_hold)
only_once(_hold_backward, "gated_hold")
