"""The operators on Triton kernels, as ``codesign.recurrence.operators`` calls them."""

import torch

from codesign.recurrence import closed_form
from codesign.recurrence.surrogate import Surrogate
from codesign.recurrence.triton.launch import Gradients, backward, forward, signal

__all__ = [
    "accumulate",
    "accumulate_backward",
    "bistable",
    "bistable_backward",
    "hold",
    "hold_backward",
    "hysteresis",
    "hysteresis_backward",
    "linear",
    "linear_backward",
]

_NONE = signal()


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
    """Outputs, states, what is kept for the backward pass (as the operator has it), final."""
    outputs, none, ends = torch.empty_like(candidate), candidate[:, :0], eps in (0, 1)
    states = torch.empty_like(candidate if with_states and ends else none)
    kept = torch.empty_like(none if eps == 1 else candidate, dtype=torch.int8 if ends else candidate.dtype)
    final = forward(
        _bistable_cell(eps),
        (signal(candidate, bias), signal(threshold, threshold_bias), _NONE),
        initial,
        like=candidate,
        gain=gain,
        eps=eps,
        outputs=outputs,
        states=states if with_states and ends else None,
        kept=None if eps == 1 else kept,
    )
    return outputs, states, kept, final


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
    found = backward(
        _bistable_cell(eps),
        (signal(candidate, bias), signal(threshold, threshold_bias), _NONE),
        of_outputs,
        of_final,
        initial,
        kept=None if eps == 1 else kept,
        final=final,
        gain=gain,
        eps=eps,
        unit=unit,
        surrogate=surrogate,
        of_signals=(True, threshold is not None, False),
        of_vectors=(True, True, False),
    )
    of_candidate, of_threshold, _ = found.signals
    of_bias, of_threshold_bias = _sums(found, 2)
    return _there(of_candidate), of_threshold, of_bias, of_threshold_bias, _there(found.gain), found.initial


def hysteresis(
    drive: torch.Tensor,
    bias: torch.Tensor,
    threshold: torch.Tensor,
    width: torch.Tensor,
    gain: torch.Tensor,
    initial: torch.Tensor,
    with_states: bool,
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
    """Outputs, states, what is kept for the backward pass (as the operator has it), final."""
    outputs, kept = torch.empty_like(drive), torch.empty_like(drive, dtype=torch.int8)
    states = torch.empty_like(drive if with_states else drive[:, :0])
    final = forward(
        "hysteresis",
        (signal(drive, bias), signal(None, threshold), signal(None, width)),
        initial,
        like=drive,
        gain=gain,
        outputs=outputs,
        states=states if with_states else None,
        kept=kept,
    )
    return outputs, states, kept, final


def hysteresis_backward(
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
    surrogate: Surrogate,
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
    """Gradients of drive, bias, threshold, width, gain and initial."""
    found = backward(
        "hysteresis",
        (signal(drive, bias), signal(None, threshold), signal(None, width)),
        of_outputs,
        of_final,
        initial,
        kept=kept,
        gain=gain,
        unit=unit,
        surrogate=surrogate,
        of_signals=(True, False, False),
        of_vectors=(True, True, True),
    )
    of_bias, of_threshold, of_width = _sums(found, 3)
    return _there(found.signals[0]), of_bias, of_threshold, of_width, _there(found.gain), found.initial


def accumulate(
    candidate: torch.Tensor,
    bias: torch.Tensor,
    threshold: torch.Tensor | None,
    threshold_bias: torch.Tensor,
    step: torch.Tensor,
    step_bias: torch.Tensor,
    initial: torch.Tensor,
) -> tuple[torch.Tensor, torch.Tensor]:
    """Outputs (which are the states) and final."""
    outputs = torch.empty_like(candidate)
    signals = (signal(candidate, bias), signal(threshold, threshold_bias), signal(step, step_bias))
    return outputs, forward("accumulate", signals, initial, like=candidate, states=outputs)


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
    found = backward(
        "accumulate",
        (signal(candidate, bias), signal(threshold, threshold_bias), signal(step, step_bias)),
        of_outputs,
        of_final,
        of_final,  # the gradients do not depend on the states
        unit=unit,
        surrogate=surrogate,
        of_signals=(True, threshold is not None, True),
        of_vectors=(True, True, True),
    )
    of_candidate, of_threshold, of_step = found.signals
    of_bias, of_threshold_bias, of_step_bias = _sums(found, 3)
    return (
        _there(of_candidate),
        of_threshold,
        of_bias,
        of_threshold_bias,
        _there(of_step),
        of_step_bias,
        found.initial,
    )


def linear(decay: torch.Tensor, inputs: torch.Tensor, initial: torch.Tensor) -> torch.Tensor:
    """States (samples, steps, units); complex ones in closed form.

    ``decay`` has one sample, step or unit where it is the same for all; it is not expanded in memory.
    """
    if inputs.is_complex():
        return closed_form.linear(decay, inputs, initial)
    states = torch.empty_like(inputs)
    forward("linear", (signal(inputs), signal(decay.expand(inputs.shape)), _NONE), initial, like=inputs, states=states)
    return states


def linear_backward(
    gradient: torch.Tensor, decay: torch.Tensor, initial: torch.Tensor, states: torch.Tensor
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Gradients of decay, inputs and initial; of a decay that is the same for all steps only sums are written."""
    if states.is_complex():
        return closed_form.linear_backward(gradient, decay, initial, states)
    constant = decay.shape[1] == 1
    # The inputs do not matter backwards; their gradient is that of the states, of the same shape.
    found = backward(
        "linear",
        (signal(states), signal(decay.expand(states.shape)), _NONE),
        gradient,
        None,
        initial,
        kept=states,
        of_signals=(True, not constant, False),
        of_vectors=(False, constant, False),
    )
    of_inputs, of_decay, _ = found.signals
    of_decay = _there(found.vectors[1])[:, None] if constant else _there(of_decay)
    return of_decay.sum_to_size(decay.shape), _there(of_inputs), found.initial


def hold(above: torch.Tensor, kept: torch.Tensor, initial: torch.Tensor) -> torch.Tensor:
    """States (samples, steps, units)."""
    states = torch.empty_like(above)
    forward("hold", (signal(above), signal(kept), _NONE), initial, like=above, states=states)
    return states


def hold_backward(
    gradient: torch.Tensor, above: torch.Tensor, kept: torch.Tensor, initial: torch.Tensor, states: torch.Tensor
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Gradients of above, kept and initial."""
    found = backward(
        "hold",
        (signal(above), signal(kept), _NONE),
        gradient,
        None,
        initial,
        kept=states,
        of_signals=(True, True, False),
        of_vectors=(False, False, False),
    )
    return _there(found.signals[0]), _there(found.signals[1]), found.initial


def _bistable_cell(eps: float) -> str:
    return {0.0: "last_write", 1.0: "cumulative"}.get(eps, "between")


def _sums(found: Gradients, count: int) -> tuple[torch.Tensor, ...]:
    """(units,) for each of the first vectors."""
    return tuple(_there(vector).sum(0) for vector in found.vectors[:count])


def _there(tensor: torch.Tensor | None) -> torch.Tensor:
    """What was asked for."""
    assert tensor is not None
    return tensor
