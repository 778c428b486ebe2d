# mypy: disable-error-code="no-untyped-def, untyped-decorator, import-untyped, import-not-found, assignment"
# ruff: noqa: RUF005 (the compiler of Triton knows no starred tuples)
"""Device functions that the kernels share: where a program works, loads and stores of one step, effects of chunks.

A signal is a :class:`codesign.recurrence.triton.launch.Signal`: a tensor (samples, steps, units) with its strides and a
vector (units,) that is added to it; each may be missing. Neighbouring threads have neighbouring units, so that a warp's
load of one step is one cache line if the units lie side by side; other strides are right, too, only slower.
"""

import triton
import triton.language as tl

__all__ = ["SIZES", "kept_row", "number", "place", "row", "through", "vector", "write"]

SIZES = ("samples", "steps", "units", "chunk_steps", "chunks")
"""Arguments whose values kernels are not specialised for, so that nothing is compiled anew for another length."""


@triton.jit
def place(samples, units, UNITS: tl.constexpr):
    """This program's chunk, sample, units, and which of these exist."""
    blocks = tl.cdiv(units, UNITS)
    program = tl.program_id(0)
    unit = (program % blocks) * UNITS + tl.arange(0, UNITS)
    sample = (program // blocks) % samples
    return program // (blocks * samples), tl.cast(sample, tl.int64), unit, unit < units


@triton.jit
def vector(values, unit, exists, missing, DTYPE: tl.constexpr):
    """(UNITS,) in registers; ``missing`` where there is none."""
    if values is None:
        loaded = tl.full(unit.shape, missing, DTYPE)
    else:
        loaded = tl.load(values + unit, mask=exists, other=0.0).to(DTYPE)
    return loaded


@triton.jit
def number(value, UNITS: tl.constexpr, DTYPE: tl.constexpr):
    """A number, which came as a double, in the cell's precision, (UNITS,)."""
    return (tl.full([UNITS], 1.0, tl.float64) * value).to(DTYPE)


@triton.jit
def _address(signal, sample, start, i, unit):
    # In this order: the first sum stays the same over all steps and the second one over a block of them, so that the
    # compiler computes them once.
    at = signal.tensor + (sample * signal.sample_stride + unit * signal.unit_stride)
    return at + tl.cast(start, tl.int64) * signal.step_stride + i * signal.step_stride


@triton.jit
def row(signal, vector, sample, start, i, unit, exists):
    """Step ``start + i`` of a signal: its tensor, if there is one, plus its vector."""
    if signal.tensor is None:
        loaded = vector
    else:
        loaded = tl.load(_address(signal, sample, start, i, unit), mask=exists, other=0.0).to(vector.dtype) + vector
    return loaded


@triton.jit
def kept_row(signal, missing, sample, start, i, unit, exists):
    """Step ``start + i`` of what the forward pass kept, ``missing`` before the first one."""
    if signal.tensor is None:
        loaded = missing
    else:
        loaded = tl.load(
            _address(signal, sample, start, i, unit), mask=exists, other=missing.to(signal.tensor.dtype.element_ty)
        )
        loaded = loaded.to(missing.dtype)
    return loaded


@triton.jit
def write(signal, sample, start, i, unit, values, exists):
    """Step ``start + i`` of a signal, if there is a place for it."""
    if signal.tensor is not None:
        tl.store(_address(signal, sample, start, i, unit), values.to(signal.tensor.dtype.element_ty), mask=exists)


@triton.jit
def through(factors, summands, state, first, last, DIRECTION: tl.constexpr, pitch, at, exists, BLOCK: tl.constexpr):
    """``state`` after the chunks ``first`` to ``last`` (which is not one of them), and these chunks' joint effect."""
    factor = tl.full(state.shape, 1.0, state.dtype)
    summand = tl.zeros(state.shape, state.dtype)
    for passed in range(0, (last - first) * DIRECTION, BLOCK):
        factor_of = ()
        summand_of = ()
        for i in tl.static_range(BLOCK):
            there = exists & (passed + i < (last - first) * DIRECTION)
            offset = tl.cast(first + (passed + i) * DIRECTION, tl.int64) * pitch + at
            factor_of = factor_of + (tl.load(factors + offset, mask=there, other=1.0),)
            summand_of = summand_of + (tl.load(summands + offset, mask=there, other=0.0),)
        for i in tl.static_range(BLOCK):
            state = factor_of[i] * state + summand_of[i]
            summand = factor_of[i] * summand + summand_of[i]
            factor = factor_of[i] * factor
    return state, factor, summand
