"""Memory cells: tensors in, one call of C, tensors out."""

import ctypes
from typing import Any

import torch

from codesign.recurrence.fused import library
from codesign.recurrence.fused.library import rows, signal
from codesign.recurrence.surrogate import Surrogate

__all__ = [
    "accumulate",
    "accumulate_backward",
    "bistable",
    "bistable_backward",
    "hysteresis",
    "hysteresis_backward",
]


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
    ends, none = eps in (0, 1), candidate[:, :0]
    outputs = torch.empty_like(candidate)
    states = torch.empty_like(candidate if with_states and ends else none)
    kept = torch.empty_like(none if eps == 1 else candidate, dtype=torch.int8 if ends else candidate.dtype)
    final = torch.empty_like(initial, memory_format=torch.contiguous_format)
    _run(
        "bistable_forward",
        library.Bistable,
        candidate,
        signals={"candidate": candidate, "threshold": threshold},
        made={"outputs": outputs, "states": states if with_states and ends else None, "kept": kept},
        vectors={"bias": bias, "threshold_bias": threshold_bias, "gain": gain, "initial": initial},
        results={"final": final},
        eps=eps,
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
    of_candidate = torch.empty_like(candidate)
    of_threshold = None if threshold is None else torch.empty_like(candidate)
    of_initial, totals = _results(initial)
    _run(
        "bistable_backward",
        library.Bistable,
        candidate,
        signals={"candidate": candidate, "threshold": threshold, "kept": kept, "of_outputs": of_outputs},
        made={"of_candidate": of_candidate, "of_threshold": of_threshold},
        vectors={"bias": bias, "threshold_bias": threshold_bias, "gain": gain, "initial": initial}
        | {"of_final": of_final, "final": final},
        results={"of_initial": of_initial, "totals": totals},
        eps=eps,
        surrogate=library.compiled_surrogate(surrogate, unit),
    )
    of_bias, of_threshold_bias, of_gain = _sums(totals, candidate.dtype)
    return of_candidate, of_threshold, of_bias, of_threshold_bias, of_gain, of_initial


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
    outputs = torch.empty_like(drive)
    states = torch.empty_like(drive if with_states else drive[:, :0])
    kept = torch.empty_like(drive, dtype=torch.int8)
    final = torch.empty_like(initial, memory_format=torch.contiguous_format)
    _run(
        "hysteresis_forward",
        library.Hysteresis,
        drive,
        signals={"drive": drive},
        made={"outputs": outputs, "states": states if with_states else None, "kept": kept},
        vectors={"bias": bias, "threshold": threshold, "width": width, "gain": gain, "initial": initial},
        results={"final": final},
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
    of_drive = torch.empty_like(drive)
    of_initial, totals = _results(initial)
    _run(
        "hysteresis_backward",
        library.Hysteresis,
        drive,
        signals={"drive": drive, "kept": kept, "of_outputs": of_outputs},
        made={"of_drive": of_drive},
        vectors={"bias": bias, "threshold": threshold, "width": width, "gain": gain, "initial": initial}
        | {"of_final": of_final},
        results={"of_initial": of_initial, "totals": totals},
        surrogate=library.compiled_surrogate(surrogate, unit),
    )
    of_bias, of_width, of_gain = _sums(totals, drive.dtype)
    return of_drive, of_bias, -of_bias, of_width, of_gain, of_initial


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
    outputs = torch.empty_like(candidate)
    final = torch.empty_like(initial, memory_format=torch.contiguous_format)
    _run(
        "accumulate_forward",
        library.Accumulate,
        candidate,
        signals={"candidate": candidate, "threshold": threshold, "height": step},
        made={"outputs": outputs},
        vectors={"bias": bias, "threshold_bias": threshold_bias, "height_bias": step_bias, "initial": initial},
        results={"final": final},
    )
    return outputs, final


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
    of_candidate, of_step = torch.empty_like(candidate), torch.empty_like(step)
    of_threshold = None if threshold is None else torch.empty_like(threshold)
    of_initial, totals = _results(of_final)
    _run(
        "accumulate_backward",
        library.Accumulate,
        candidate,
        signals={"candidate": candidate, "threshold": threshold, "height": step, "of_outputs": of_outputs},
        made={"of_candidate": of_candidate, "of_threshold": of_threshold, "of_height": of_step},
        vectors={"bias": bias, "threshold_bias": threshold_bias, "height_bias": step_bias, "of_final": of_final},
        results={"of_initial": of_initial, "totals": totals},
        surrogate=library.compiled_surrogate(surrogate, unit),
    )
    of_bias, of_threshold_bias, of_step_bias = _sums(totals, candidate.dtype)
    return of_candidate, of_threshold, of_bias, of_threshold_bias, of_step, of_step_bias, of_initial


def _run(
    function: str,
    structure: type[ctypes.Structure],
    first: torch.Tensor,
    *,
    signals: dict[str, torch.Tensor | None],
    made: dict[str, torch.Tensor | None],
    vectors: dict[str, torch.Tensor],
    results: dict[str, torch.Tensor],
    **settings: Any,
) -> None:
    """Call ``function``; ``signals`` and ``vectors`` are read, ``made`` and ``results`` are written."""
    # Copies must live until the call has come back.
    read = {name: None if tensor is None else rows(tensor) for name, tensor in signals.items()}
    contiguous = {name: tensor.contiguous() for name, tensor in vectors.items()}
    arguments = {name: signal(tensor) for name, tensor in (read | made).items()}
    pointers = {name: tensor.data_ptr() for name, tensor in (contiguous | results).items()}
    library.run(function, first.shape, first.dtype, structure(**arguments, **pointers, **settings))


def _results(initial: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """For the gradient of the initial state, and for those of three parameters (samples, 3, units)."""
    samples, units = initial.shape
    return (
        torch.empty_like(initial, memory_format=torch.contiguous_format),
        initial.new_empty((samples, 3, units), dtype=torch.float64),
    )


def _sums(totals: torch.Tensor, dtype: torch.dtype) -> tuple[torch.Tensor, ...]:
    return tuple(row.to(dtype, copy=True) for row in totals.sum(dim=0))
