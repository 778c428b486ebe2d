"""BMRU (eps = 0: the last write wins), CMRU (eps = 1: a running sum of the writes) and what lies between."""

import torch

from codesign.recurrence.closed_form.parts import (
    Writes,
    final_state,
    gradient_of_states,
    previous,
    running_sum,
    total,
    writes,
)
from codesign.recurrence.closed_form.scan import scan
from codesign.recurrence.surrogate import Surrogate

__all__ = ["bistable", "bistable_backward"]


def bistable(
    candidate: torch.Tensor,
    bias: torch.Tensor,
    threshold: torch.Tensor | None,
    threshold_bias: torch.Tensor,
    gain: torch.Tensor,
    initial: torch.Tensor,
    eps: float,
    with_states: bool,
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
    """Outputs, states, kept, final; see ``operators/bistable.py``."""
    found = writes(candidate, bias, threshold, threshold_bias)
    decay, values = _decay(found, eps), found.values()
    none = candidate[:, :0]
    if decay is None:
        states, kept = running_sum(values, initial), torch.empty_like(none, dtype=torch.int8)
    elif eps == 0:
        kept = scan(decay, values, torch.zeros_like(initial)).to(torch.int8)
        states = _decoded(kept, initial)
    else:
        states = kept = scan(decay, values, initial)
    shown = states if with_states and kept is not states else torch.empty_like(none)
    return states * gain, shown, kept, final_state(states, initial)


def bistable_backward(
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
    surrogate: Surrogate,
) -> tuple[torch.Tensor, torch.Tensor | None, torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
    """Gradients of candidate, threshold (None without one), their biases, gain and initial."""
    found = writes(candidate, bias, threshold, threshold_bias)
    every, of_initial = gradient_of_states(_decay(found, eps), of_outputs * gain, of_final)
    if eps == 1:
        states, of_written = running_sum(found.values(), initial), every * found.sign
    else:
        states = _decoded(kept, initial) if eps == 0 else kept
        of_written = every * (found.sign + (eps - 1) * previous(states, initial))
    of_sign = torch.where(found.written, every, 0.0)
    of_candidate, of_threshold = found.backward(of_written, of_sign, unit, surrogate)
    return (
        of_candidate,
        None if threshold is None else of_threshold,
        total(of_candidate),
        total(of_threshold),
        total(of_outputs * states),
        of_initial,
    )


def _decay(found: Writes, eps: float) -> torch.Tensor | None:
    """d s_t / d s_{t-1}; None: always 1."""
    if eps == 1:
        return None
    one = torch.ones((), dtype=found.sign.dtype, device=found.sign.device)
    return torch.where(found.written, one * eps, one)


def _decoded(kept: torch.Tensor, initial: torch.Tensor) -> torch.Tensor:
    """The states, of the sign that was written last: 0 before the first write."""
    return torch.where(kept == 0, initial[:, None], kept.to(initial.dtype))
