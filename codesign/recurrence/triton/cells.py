# mypy: disable-error-code="no-untyped-def, untyped-decorator, misc"
"""What the kernels compute in one step of each operator: s_t = a_t s_{t-1} + b_t, and the slopes of a_t and b_t.

A cell sees up to three channels, numbers of the step and the unit: a tensor (samples, steps, units) plus a vector
(units,), one of which may be missing. ``update`` maps them to (a, b). ``slopes`` maps them, the state before the step and
the gradient of the state after it to the gradients of the channels; that of a vector is the sum of its channel's.
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
    """(channel 0, 1, 2, eps) -> (a, b)."""
    slopes: Any
    """(channel 0, 1, 2, state before, gradient, eps, unit, steepness, surrogate) -> gradients of the three channels."""
    resets: bool
    """a_t is 0 at times, and what was before then never matters: a chunk need not be read further."""


@triton.jit
def _sign(values):
    return tl.where(values >= 0.0, 1.0, -1.0).to(values.dtype)


@triton.jit
def _write(candidate, threshold):
    return tl.abs(candidate) >= tl.abs(threshold)


@triton.jit
def _write_slopes(candidate, threshold, of_written, of_sign, unit, steepness, SURROGATE: tl.constexpr):
    """Gradients of the candidate and of the signed threshold, from those of z = [|c| >= beta] and of sign(c)."""
    distance = tl.abs(candidate) - tl.abs(threshold)
    of_distance = of_written * (SURROGATE(distance * unit, steepness) * unit)
    of_candidate = of_distance * _sign(candidate) + of_sign * (SURROGATE(candidate * unit, steepness) * (2.0 * unit))
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
def _bistable_slopes(candidate, threshold, unused, before, gradient, eps, unit, steepness, SURROGATE: tl.constexpr):
    of_written = gradient * (_sign(candidate) + (eps - 1.0) * before)
    of_sign = tl.where(_write(candidate, threshold), gradient, 0.0)
    of_candidate, of_threshold = _write_slopes(candidate, threshold, of_written, of_sign, unit, steepness, SURROGATE)
    return of_candidate, of_threshold, unused


@triton.jit
def _accumulate(candidate, threshold, height, eps):
    rise = tl.where(_write(candidate, threshold), _sign(candidate), 0.0) * height
    return tl.full(candidate.shape, 1.0, candidate.dtype), rise


@triton.jit
def _accumulate_slopes(candidate, threshold, height, before, gradient, eps, unit, steepness, SURROGATE: tl.constexpr):
    written = _write(candidate, threshold)
    by_height = gradient * height
    of_candidate, of_threshold = _write_slopes(
        candidate,
        threshold,
        by_height * _sign(candidate),
        tl.where(written, by_height, 0.0),
        unit,
        steepness,
        SURROGATE,
    )
    return of_candidate, of_threshold, gradient * tl.where(written, _sign(candidate), 0.0)


@triton.jit
def _hysteresis(drive, threshold, width, eps):
    above = (drive >= threshold + width).to(drive.dtype)
    return (drive > threshold).to(drive.dtype) - above, above


@triton.jit
def _hysteresis_slopes(drive, threshold, width, before, gradient, eps, unit, steepness, SURROGATE: tl.constexpr):
    of_kept = gradient * before
    upper = (gradient - of_kept) * (SURROGATE((drive - (threshold + width)) * unit, steepness) * unit)
    lower = of_kept * (SURROGATE((drive - threshold) * unit, steepness) * unit)
    return upper + lower, -(upper + lower), -upper


@triton.jit
def _linear(inputs, decay, unused, eps):
    return decay, inputs


@triton.jit
def _linear_slopes(inputs, decay, unused, before, gradient, eps, unit, steepness, SURROGATE: tl.constexpr):
    return gradient, gradient * before, unused


@triton.jit
def _hold(above, kept, unused, eps):
    return kept - above, above


@triton.jit
def _hold_slopes(above, kept, unused, before, gradient, eps, unit, steepness, SURROGATE: tl.constexpr):
    of_kept = gradient * before
    return gradient - of_kept, of_kept, unused


CELLS: Mapping[str, Cell] = MappingProxyType(
    {
        "bistable": Cell(update=_bistable, slopes=_bistable_slopes, resets=True),
        "cumulative": Cell(update=_cumulative, slopes=_bistable_slopes, resets=False),
        "accumulate": Cell(update=_accumulate, slopes=_accumulate_slopes, resets=False),
        "hysteresis": Cell(update=_hysteresis, slopes=_hysteresis_slopes, resets=True),
        "linear": Cell(update=_linear, slopes=_linear_slopes, resets=False),
        "hold": Cell(update=_hold, slopes=_hold_slopes, resets=False),
    }
)
"""By operator; ``cumulative`` is ``bistable`` with eps = 1."""
