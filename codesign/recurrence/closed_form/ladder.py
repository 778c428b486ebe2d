"""alphaCMRU: a running sum of steps of learned height."""

import torch

from codesign.recurrence.closed_form.parts import final_state, gradient_of_states, running_sum, total, writes
from codesign.recurrence.surrogate import Surrogate

__all__ = ["accumulate", "accumulate_backward"]


def accumulate(
    candidate: torch.Tensor,
    bias: torch.Tensor,
    threshold: torch.Tensor | None,
    threshold_bias: torch.Tensor,
    step: torch.Tensor,
    step_bias: torch.Tensor,
    initial: torch.Tensor,
) -> tuple[torch.Tensor, torch.Tensor]:
    """Outputs and final; see ``operators/ladder.py``."""
    written = writes(candidate, bias, threshold, threshold_bias).values()
    outputs = running_sum(written * (step + step_bias), initial)
    return outputs, final_state(outputs, initial)


def accumulate_backward(
    of_outputs: torch.Tensor,
    of_final: torch.Tensor,
    candidate: torch.Tensor,
    bias: torch.Tensor,
    threshold: torch.Tensor | None,
    threshold_bias: torch.Tensor,
    step: torch.Tensor,
    step_bias: torch.Tensor,
    unit: float,
    surrogate: Surrogate,
) -> tuple[torch.Tensor, torch.Tensor | None, torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
    """Gradients of candidate, threshold (None without one), their biases, step, step_bias and initial."""
    found = writes(candidate, bias, threshold, threshold_bias)
    every, of_initial = gradient_of_states(None, of_outputs, of_final)
    of_step = every * found.values()
    by_height = every * (step + step_bias)
    of_sign = torch.where(found.written, by_height, 0.0)
    of_candidate, of_threshold = found.backward(by_height * found.sign, of_sign, unit, surrogate)
    return (
        of_candidate,
        None if threshold is None else of_threshold,
        total(of_candidate),
        total(of_threshold),
        of_step,
        total(of_step),
        of_initial,
    )
