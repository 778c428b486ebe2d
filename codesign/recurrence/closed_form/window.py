"""FQ-BMRU: set above a window, reset below it, held within."""

import torch

from codesign.recurrence.closed_form.parts import final_state, gradient_of_states, previous, total
from codesign.recurrence.closed_form.scan import scan
from codesign.recurrence.surrogate import Surrogate

__all__ = ["hysteresis", "hysteresis_backward"]


def hysteresis(
    drive: torch.Tensor,
    bias: torch.Tensor,
    threshold: torch.Tensor,
    width: torch.Tensor,
    gain: torch.Tensor,
    initial: torch.Tensor,
    with_states: bool,
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
    """Outputs, states, kept, final; see ``operators/window.py``."""
    above, held = _steps(drive + bias, threshold, width)
    # From 2, s is 0 or 1 where it was set or reset, 2 where it is still the initial state, -1 where 1 minus that.
    code = scan(held - above, above, torch.full_like(initial, 2)).to(torch.int8)
    kept = torch.where(code < 0, 3, code)
    states = _decoded(kept, initial)
    none = torch.empty_like(states[:, :0])
    return states * gain, states if with_states else none, kept, final_state(states, initial)


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
    biased = drive + bias
    above, held = _steps(biased, threshold, width)
    states = _decoded(kept, initial)
    every, of_initial = gradient_of_states(held - above, of_outputs * gain, of_final)
    of_held = every * previous(states, initial)
    upper = (every - of_held) * (surrogate.derivative((biased - (threshold + width)) * unit) * unit)
    lower = of_held * (surrogate.derivative((biased - threshold) * unit) * unit)
    of_drive, of_width = upper + lower, -total(upper)
    of_bias = total(of_drive)
    return of_drive, of_bias, -of_bias, of_width, total(of_outputs * states), of_initial


def _steps(drive: torch.Tensor, threshold: torch.Tensor, width: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """(set, kept), each 0 or 1; kept but not set holds."""
    return (drive >= threshold + width).to(drive.dtype), (drive > threshold).to(drive.dtype)


def _decoded(kept: torch.Tensor, initial: torch.Tensor) -> torch.Tensor:
    """The states: 0, 1, 2 for the initial one, 3 for 1 minus that (which a negative width can make of it)."""
    before = initial[:, None]
    return torch.where(kept < 2, kept.to(initial.dtype), torch.where(kept == 2, before, 1 - before))
