"""Linear recurrences: tensors in, one call of C, tensors out."""

import torch

from codesign.recurrence.fused import library
from codesign.recurrence.fused.library import rows, signal

__all__ = ["hold", "hold_backward", "linear", "linear_backward"]


def linear(decay: torch.Tensor, inputs: torch.Tensor, initial: torch.Tensor) -> torch.Tensor:
    """States (samples, steps, units); ``decay`` has one sample, step or unit where it is the same for all."""
    return _forward("complex" if inputs.is_complex() else "linear", decay, inputs, initial)


def linear_backward(
    gradient: torch.Tensor, decay: torch.Tensor, initial: torch.Tensor, states: torch.Tensor
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Gradients of decay, inputs and initial."""
    summed = decay.shape[1] == 1 and states.shape[1] != 1
    of_inputs, of_decay = torch.empty_like(states), None if summed else torch.empty_like(states)
    precise = torch.complex128 if states.is_complex() else torch.float64
    totals = initial.new_empty(initial.shape, dtype=precise) if summed else None
    of_initial = torch.empty_like(initial, memory_format=torch.contiguous_format)
    _run(
        "complex_backward" if states.is_complex() else "linear_backward",
        read={"decay": _all_units(decay, states), "states": states, "of_states": gradient},
        made={"of_inputs": of_inputs, "of_decay": of_decay},
        initial=initial,
        results={"of_initial": of_initial, "totals": totals},
    )
    found = of_decay if totals is None else totals[:, None]
    assert found is not None
    return found.sum_to_size(decay.shape).to(decay.dtype), of_inputs, of_initial


def hold(above: torch.Tensor, kept: torch.Tensor, initial: torch.Tensor) -> torch.Tensor:
    """States (samples, steps, units)."""
    return _forward("hold", kept, above, initial)


def hold_backward(
    gradient: torch.Tensor, above: torch.Tensor, kept: torch.Tensor, initial: torch.Tensor, states: torch.Tensor
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Gradients of above, kept and initial."""
    of_above, of_kept = torch.empty_like(above), torch.empty_like(kept)
    of_initial = torch.empty_like(initial, memory_format=torch.contiguous_format)
    _run(
        "hold_backward",
        read={"decay": kept, "inputs": above, "states": states, "of_states": gradient},
        made={"of_inputs": of_above, "of_decay": of_kept},
        initial=initial,
        results={"of_initial": of_initial},
    )
    return of_above, of_kept, of_initial


def _forward(name: str, decay: torch.Tensor, inputs: torch.Tensor, initial: torch.Tensor) -> torch.Tensor:
    states = torch.empty_like(inputs)
    read = {"decay": _all_units(decay, inputs), "inputs": inputs}
    _run(f"{name}_forward", read=read, made={"states": states}, initial=initial, results={})
    return states


def _all_units(decay: torch.Tensor, inputs: torch.Tensor) -> torch.Tensor:
    """``decay`` as large as the inputs; for samples and steps without a copy."""
    units = inputs.shape[2]
    if decay.shape[2] != units:
        decay = decay.expand(-1, -1, units).contiguous()
    return rows(decay).expand(inputs.shape)


def _run(
    function: str,
    *,
    read: dict[str, torch.Tensor],
    made: dict[str, torch.Tensor | None],
    initial: torch.Tensor,
    results: dict[str, torch.Tensor | None],
) -> None:
    """Call ``function``; ``read`` is read, ``made`` and ``results`` are written."""
    kept = {name: rows(tensor.resolve_conj()) for name, tensor in read.items()}  # lives until the call has come back
    first = initial.contiguous().resolve_conj()
    arguments = {name: signal(tensor) for name, tensor in (kept | made).items()}
    pointers = {name: tensor.data_ptr() for name, tensor in results.items() if tensor is not None}
    shape = next(iter(kept.values())).shape
    real = torch.float64 if first.dtype in (torch.float64, torch.complex128) else torch.float32
    library.run(function, shape, real, library.Linear(**arguments, initial=first.data_ptr(), **pointers))
