"""h_t = decay_t h_{t-1} + inputs_t, and the gated form s_t = above_t + s_{t-1} (kept_t - above_t)."""

import torch

from codesign.recurrence.closed_form.parts import gradient_of_states, previous
from codesign.recurrence.closed_form.scan import scan

__all__ = ["hold", "hold_backward", "linear", "linear_backward"]


def linear(decay: torch.Tensor, inputs: torch.Tensor, initial: torch.Tensor) -> torch.Tensor:
    """States (samples, steps, units); ``decay`` has one sample, step or unit where it is the same for all."""
    return scan(decay.expand(inputs.shape), inputs, initial)


def linear_backward(
    gradient: torch.Tensor, decay: torch.Tensor, initial: torch.Tensor, states: torch.Tensor
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Gradients of decay, inputs and initial."""
    full = decay.expand(states.shape)
    every, of_initial = gradient_of_states(full, gradient, torch.zeros_like(initial))
    of_decay = (every * previous(states, initial).conj()).sum_to_size(decay.shape)
    return of_decay, every, of_initial


def hold(above: torch.Tensor, kept: torch.Tensor, initial: torch.Tensor) -> torch.Tensor:
    """States (samples, steps, units)."""
    return scan(kept - above, above, initial)


def hold_backward(
    gradient: torch.Tensor, above: torch.Tensor, kept: torch.Tensor, initial: torch.Tensor, states: torch.Tensor
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Gradients of above, kept and initial."""
    every, of_initial = gradient_of_states(kept - above, gradient, torch.zeros_like(initial))
    of_kept = every * previous(states, initial)
    return every - of_kept, of_kept, of_initial
