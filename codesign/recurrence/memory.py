"""The recurrences of bistable memory cells, parallel over time.

All signals are (samples, steps, units), float tensors of any strides. float64 is computed in float64, everything else
in float32; outputs have the dtype of the first argument, states and the final state that of the computation.
Every function raises InputError for shapes or dtypes that do not fit together, and for a second derivative.
"""

import math
from collections.abc import Mapping
from typing import NamedTuple

import torch

from codesign.errors import InputError
from codesign.recurrence import operators
from codesign.recurrence.surrogate import Surrogate

__all__ = ["Memory", "accumulate", "bistable", "gated_hold", "hysteresis", "linear_recurrence"]

_PLAIN = Surrogate()
_WINDOW = Surrogate(steepness=2.0)


class Memory(NamedTuple):
    """What a recurrence did."""

    outputs: torch.Tensor
    """(samples, steps, units), with their gradient."""
    states: torch.Tensor
    """(samples, steps, units) without gradient; whole numbers if the initial ones are (and eps is 0 or 1)."""
    final: torch.Tensor
    """(samples, units): the state after the last step, with its gradient; ``initial`` of a call that goes on."""


def bistable(
    candidate: torch.Tensor,
    bias: torch.Tensor,
    threshold: torch.Tensor | None,
    threshold_bias: torch.Tensor,
    gain: torch.Tensor,
    initial: torch.Tensor,
    *,
    eps: float = 0.0,
    unit: float = 1.0,
    surrogate: Surrogate = _PLAIN,
    with_states: bool = True,
) -> Memory:
    """BMRU (eps = 0, arXiv 2601.09495), CMRU (eps = 1, arXiv 2605.11855), or in between.

    With c = candidate + bias, beta = |threshold + threshold_bias| and z = [|c| >= beta],
    s_t = z (sign(c) + eps s_{t-1}) + (1 - z) s_{t-1} and outputs = gain s, sign(0) = +1.
    Candidate and threshold are (samples, steps, units), threshold None where it is fixed; bias, threshold_bias and gain
    (units,), initial (samples, units). They are in units of ``unit``: surrogates see x unit.
    Backward: dz/dc = H'(|c| - beta) sign(c), dz/dbeta = -H', dsign/dc = 2 H'(c); the rest as the equation says.
    ``with_states`` False saves the time to write the states, which then have no steps.
    """
    if not 0 <= eps <= 1:
        raise InputError(f"bistable: eps is {eps!r}; give a number from 0 (BMRU) to 1 (CMRU)")
    dtype = _dtype(candidate, "bistable: candidate", threshold)
    candidate_, threshold_ = _to(candidate, dtype), None if threshold is None else _to(threshold, dtype)
    _check(
        "bistable",
        candidate_,
        {"threshold": threshold_},
        {"bias": bias, "threshold_bias": threshold_bias, "gain": gain},
        initial,
    )
    _check_unit("bistable", unit)
    outputs, states, kept, final = operators.bistable(
        candidate_,
        _to(bias, dtype),
        threshold_,
        _to(threshold_bias, dtype),
        _to(gain, dtype),
        _to(initial, dtype),
        float(eps),
        float(unit),
        surrogate.kind,
        surrogate.steepness,
        with_states,
    )
    return Memory(_to(outputs, candidate.dtype), states if eps in (0, 1) else kept, final)


def hysteresis(
    drive: torch.Tensor,
    bias: torch.Tensor,
    threshold: torch.Tensor,
    width: torch.Tensor,
    gain: torch.Tensor,
    initial: torch.Tensor,
    *,
    unit: float = 1.0,
    surrogate: Surrogate = _WINDOW,
    with_states: bool = True,
) -> Memory:
    """FQ-BMRU (arXiv 2605.15216): set at or above threshold + width, reset at or below threshold, held in between.

    With d = drive + bias, set = [d >= threshold + width] and kept = [d > threshold],
    s_t = set + s_{t-1} (kept - set) and outputs = gain s. The drive is (samples, steps, units); bias, threshold, width
    and gain (units,); initial (samples, units). They are in units of ``unit``: surrogates see x unit.
    Backward: the steps by H', so that the upper threshold's gradient is weighted by 1 - s_{t-1} and the lower one's by
    s_{t-1}. ``with_states`` False saves the time to write the states, which then have no steps.
    """
    dtype = _dtype(drive, "hysteresis: drive")
    drive_ = _to(drive, dtype)
    units = {"bias": bias, "threshold": threshold, "width": width, "gain": gain}
    _check("hysteresis", drive_, {}, units, initial)
    _check_unit("hysteresis", unit)
    outputs, states, _, final = operators.hysteresis(
        drive_,
        *(_to(tensor, dtype) for tensor in units.values()),
        _to(initial, dtype),
        float(unit),
        surrogate.kind,
        surrogate.steepness,
        with_states,
    )
    return Memory(_to(outputs, drive.dtype), states, final)


def accumulate(
    candidate: torch.Tensor,
    bias: torch.Tensor,
    threshold: torch.Tensor | None,
    threshold_bias: torch.Tensor,
    step: torch.Tensor,
    step_bias: torch.Tensor,
    initial: torch.Tensor,
    *,
    unit: float = 1.0,
    surrogate: Surrogate = _PLAIN,
) -> Memory:
    """alphaCMRU (arXiv 2605.11855): h_t = h_{t-1} + z_t alpha_t sign(c_t), alpha_t = step_t + step_bias.

    Candidate, threshold (None: fixed) and step are (samples, steps, units), their biases (units,), initial (samples,
    units); z and c as in :func:`bistable`. The states are the outputs. The paper's exact equation was not at hand.
    """
    dtype = _dtype(candidate, "accumulate: candidate", threshold, step)
    candidate_, step_ = _to(candidate, dtype), _to(step, dtype)
    threshold_ = None if threshold is None else _to(threshold, dtype)
    biases = {"bias": bias, "threshold_bias": threshold_bias, "step_bias": step_bias}
    _check("accumulate", candidate_, {"threshold": threshold_, "step": step_}, biases, initial)
    _check_unit("accumulate", unit)
    outputs, final = operators.accumulate(
        candidate_,
        _to(bias, dtype),
        threshold_,
        _to(threshold_bias, dtype),
        step_,
        _to(step_bias, dtype),
        _to(initial, dtype),
        float(unit),
        surrogate.kind,
        surrogate.steepness,
    )
    return Memory(_to(outputs, candidate.dtype), outputs.detach(), final)


def linear_recurrence(decay: torch.Tensor, inputs: torch.Tensor, initial: torch.Tensor) -> torch.Tensor:
    """h_t = decay_t h_{t-1} + inputs_t after each step, (samples, steps, units); real or complex.

    ``inputs`` (samples, steps, units), ``initial`` (samples, units), ``decay`` anything that broadcasts to the inputs:
    one of (units,) costs no memory. If one of them is complex, all are computed as complex numbers.
    """
    if inputs.dim() != 3:
        raise InputError(f"linear_recurrence: inputs are {tuple(inputs.shape)}; give (samples, steps, units)")
    samples, _, units = inputs.shape
    if tuple(initial.shape) != (samples, units):
        raise InputError(f"linear_recurrence: initial is {tuple(initial.shape)}; give {(samples, units)}")
    shape = (1,) * (3 - decay.dim()) + tuple(decay.shape)
    if len(shape) != 3 or any(own not in (1, whole) for own, whole in zip(shape, inputs.shape, strict=True)):
        raise InputError(
            f"linear_recurrence: decay is {tuple(decay.shape)}; give what broadcasts to {tuple(inputs.shape)}"
        )
    dtype = torch.promote_types(torch.promote_types(decay.dtype, inputs.dtype), initial.dtype)
    if dtype in (torch.float16, torch.bfloat16):
        dtype = torch.float32
    if dtype not in (torch.float32, torch.float64, torch.complex64, torch.complex128):
        raise InputError(f"linear_recurrence: dtype {dtype}; give floating-point or complex tensors")
    shown = torch.promote_types(inputs.dtype, decay.dtype)
    return _to(operators.linear(_to(decay, dtype).reshape(shape), _to(inputs, dtype), _to(initial, dtype)), shown)


def gated_hold(above: torch.Tensor, kept: torch.Tensor, initial: torch.Tensor) -> torch.Tensor:
    """s_t = above_t + s_{t-1} (kept_t - above_t) after each step, with gradients to all three: a soft window.

    ``above`` and ``kept`` (samples, steps, units), from 0 to 1, ``initial`` (samples, units).
    """
    dtype = _dtype(above, "gated_hold: above", kept)
    above_, kept_ = _to(above, dtype), _to(kept, dtype)
    _check("gated_hold", above_, {"kept": kept_}, {}, initial)
    return _to(operators.hold(above_, kept_, _to(initial, dtype)), above.dtype)


def _dtype(first: torch.Tensor, what: str, *others: torch.Tensor | None) -> torch.dtype:
    """That of the computation."""
    dtypes = {tensor.dtype for tensor in (first, *others) if tensor is not None}
    for dtype in dtypes:
        if not dtype.is_floating_point:
            raise InputError(f"{what}: dtype {dtype}; give a floating-point tensor")
    return torch.float64 if torch.float64 in dtypes else torch.float32


def _to(tensor: torch.Tensor, dtype: torch.dtype) -> torch.Tensor:
    return tensor if tensor.dtype == dtype else tensor.to(dtype)


def _check(
    name: str,
    first: torch.Tensor,
    signals: Mapping[str, torch.Tensor | None],
    units: Mapping[str, torch.Tensor],
    initial: torch.Tensor,
) -> None:
    if first.dim() != 3:
        raise InputError(f"{name}: the first argument is {tuple(first.shape)}; give (samples, steps, units)")
    samples, _, width = first.shape
    wanted = {
        **{key: (tensor, first.shape) for key, tensor in signals.items() if tensor is not None},
        **{key: (tensor, (width,)) for key, tensor in units.items()},
        "initial": (initial, (samples, width)),
    }
    for key, (tensor, shape) in wanted.items():
        if tuple(tensor.shape) != tuple(shape):
            raise InputError(f"{name}: {key} is {tuple(tensor.shape)}; give {tuple(shape)}")


def _check_unit(name: str, unit: float) -> None:
    if not (0 < unit < math.inf):
        raise InputError(f"{name}: unit is {unit!r}; give a positive number")
