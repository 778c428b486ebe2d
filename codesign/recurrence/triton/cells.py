# mypy: disable-error-code="no-untyped-def, untyped-decorator, import-untyped, import-not-found"
"""What the kernels compute in one step of each operator: s_t = a_t s_{t-1} + b_t, and how s_t depends on the inputs.

A cell sees three numbers per step and unit, each a tensor (samples, steps, units) plus a vector (units,), of
which one may be missing; a cell that needs fewer ignores the rest.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import triton
import triton.language as tl

__all__ = ["CELLS", "Cell"]


@dataclass(frozen=True, kw_only=True)
class Cell:
    """The device functions of one operator."""

    update: Any
    """(three numbers, eps) -> (a, b)."""
    slopes: Any
    """(three numbers, state before, gradient of the state after, eps, steepness, surrogate) -> three gradients.

    They are products with the gradient: a gradient of 0 makes them 0.
    """
    resets: bool
    """a_t is 0 at times, and what was before then never matters: a chunk need not be read further."""
    encode: Any
    """(factor, summand, state) with state = factor initial + summand -> what is kept for the backward pass."""
    missing: Any
    """initial state -> what would be kept of it."""
    decode: Any
    """(what is kept, initial state) -> state."""


@triton.jit
def _sign(values):
    return tl.where(values >= 0.0, 1.0, -1.0).to(values.dtype)


@triton.jit
def _write(candidate, threshold):
    return tl.abs(candidate) >= tl.abs(threshold)


@triton.jit
def _write_slopes(candidate, threshold, of_written, of_sign, steepness, SURROGATE: tl.constexpr):
    """Gradients of the candidate and of the signed threshold, from those of z = [|c| >= beta] and of sign(c)."""
    distance = tl.abs(candidate) - tl.abs(threshold)
    of_distance = of_written * SURROGATE(distance, steepness)
    of_candidate = of_distance * _sign(candidate) + of_sign * (2.0 * SURROGATE(candidate, steepness))
    return of_candidate, -of_distance * _sign(threshold)


@triton.jit
def _bistable(candidate, threshold, unused, eps):
    written = _write(candidate, threshold)
    return tl.where(written, eps, 1.0), tl.where(written, _sign(candidate), 0.0)


@triton.jit
def _cumulative(candidate, threshold, unused, eps):
    # A constant 1: what the candidate would have been loaded for is dropped where only a_t is asked for.
    return tl.full(candidate.shape, 1.0, candidate.dtype), tl.where(_write(candidate, threshold), _sign(candidate), 0.0)


@triton.jit
def _bistable_slopes(candidate, threshold, unused, before, gradient, eps, steepness, SURROGATE: tl.constexpr):
    of_written = gradient * (_sign(candidate) + (eps - 1.0) * before)
    of_sign = tl.where(_write(candidate, threshold), gradient, 0.0)
    of_candidate, of_threshold = _write_slopes(candidate, threshold, of_written, of_sign, steepness, SURROGATE)
    return of_candidate, of_threshold, unused


@triton.jit
def _accumulate(candidate, threshold, height, eps):
    rise = tl.where(_write(candidate, threshold), _sign(candidate), 0.0) * height
    return tl.full(candidate.shape, 1.0, candidate.dtype), rise


@triton.jit
def _accumulate_slopes(candidate, threshold, height, before, gradient, eps, steepness, SURROGATE: tl.constexpr):
    written = _write(candidate, threshold)
    by_height = gradient * height
    of_candidate, of_threshold = _write_slopes(
        candidate,
        threshold,
        by_height * _sign(candidate),
        tl.where(written, by_height, 0.0),
        steepness,
        SURROGATE,
    )
    return of_candidate, of_threshold, gradient * tl.where(written, _sign(candidate), 0.0)


@triton.jit
def _hysteresis(drive, threshold, width, eps):
    above = (drive >= threshold + width).to(drive.dtype)
    return (drive > threshold).to(drive.dtype) - above, above


@triton.jit
def _hysteresis_slopes(drive, threshold, width, before, gradient, eps, steepness, SURROGATE: tl.constexpr):
    of_kept = gradient * before
    upper = (gradient - of_kept) * SURROGATE(drive - (threshold + width), steepness)
    lower = of_kept * SURROGATE(drive - threshold, steepness)
    return upper + lower, -(upper + lower), -upper


@triton.jit
def _encode_sign(factor, summand, state):
    return summand


@triton.jit
def _missing_sign(initial):
    return initial * 0.0


@triton.jit
def _decode_sign(code, initial):
    return tl.where(code == 0.0, initial, code)


@triton.jit
def _encode_bit(factor, summand, state):
    return tl.where(factor == 0.0, summand, tl.where(factor > 0.0, 2.0, 3.0))


@triton.jit
def _missing_bit(initial):
    return initial * 0.0 + 2.0


@triton.jit
def _decode_bit(code, initial):
    return tl.where(code < 2.0, code, tl.where(code == 2.0, initial, 1.0 - initial))


@triton.jit
def _encode_state(factor, summand, state):
    return state


@triton.jit
def _missing_state(initial):
    return initial


@triton.jit
def _decode_state(state, initial):
    return state


@triton.jit
def _linear(inputs, decay, unused, eps):
    return decay, inputs


@triton.jit
def _linear_slopes(inputs, decay, unused, before, gradient, eps, steepness, SURROGATE: tl.constexpr):
    return gradient, gradient * before, unused


@triton.jit
def _hold(above, kept, unused, eps):
    return kept - above, above


@triton.jit
def _hold_slopes(above, kept, unused, before, gradient, eps, steepness, SURROGATE: tl.constexpr):
    of_kept = gradient * before
    return gradient - of_kept, of_kept, unused


_WHOLE = {"encode": _encode_state, "missing": _missing_state, "decode": _decode_state}

CELLS: Mapping[str, Cell] = MappingProxyType(
    {
        "last_write": Cell(
            update=_bistable,
            slopes=_bistable_slopes,
            resets=True,
            encode=_encode_sign,
            missing=_missing_sign,
            decode=_decode_sign,
        ),
        "cumulative": Cell(update=_cumulative, slopes=_bistable_slopes, resets=False, **_WHOLE),
        "between": Cell(update=_bistable, slopes=_bistable_slopes, resets=False, **_WHOLE),
        "accumulate": Cell(update=_accumulate, slopes=_accumulate_slopes, resets=False, **_WHOLE),
        "hysteresis": Cell(
            update=_hysteresis,
            slopes=_hysteresis_slopes,
            resets=True,
            encode=_encode_bit,
            missing=_missing_bit,
            decode=_decode_bit,
        ),
        "linear": Cell(update=_linear, slopes=_linear_slopes, resets=False, **_WHOLE),
        "hold": Cell(update=_hold, slopes=_hold_slopes, resets=False, **_WHOLE),
    }
)
"""By operator; the bistable one has three: eps = 0, eps = 1, and in between."""
