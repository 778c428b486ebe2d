# mypy: disable-error-code="no-untyped-def, untyped-decorator, import-untyped, import-not-found, assignment"
# ruff: noqa: RUF005 (the compiler of Triton knows no starred tuples)
"""The kernels of the first pass, where time is cut into chunks: what each chunk makes of what comes into it.

That is state -> factor state + summand forwards, and the same for gradients backwards. A chunk is read from the end
that matters most, its last step forwards and its first one backwards; of a cell that resets, only until every unit of
the program has been reset, which is a small part of the chunk for cells that write often.
"""

import triton
import triton.language as tl

from codesign.recurrence.triton.rows import SIZES, number, place, row, vector

__all__ = ["backward_effect", "forward_effect"]


@triton.jit(do_not_specialize=SIZES)
def forward_effect(
    signal0, signal1, signal2, factors, summands, eps: tl.float64,
    samples, steps, units, chunk_steps,
    UPDATE: tl.constexpr, RESETS: tl.constexpr, DTYPE: tl.constexpr, UNITS: tl.constexpr, BLOCK: tl.constexpr,
):  # fmt: skip
    """Factor and summand of each chunk but the last, (chunks, samples, units)."""
    chunk, sample, unit, exists = place(samples, units, UNITS)
    vector0 = vector(signal0.vector, unit, exists, 0.0, DTYPE)
    vector1 = vector(signal1.vector, unit, exists, 0.0, DTYPE)
    vector2 = vector(signal2.vector, unit, exists, 0.0, DTYPE)
    blend = number(eps, UNITS, DTYPE)
    first = chunk * chunk_steps
    position = tl.minimum(first + chunk_steps, steps)
    factor = tl.full([UNITS], 1.0, DTYPE)
    summand = tl.zeros([UNITS], DTYPE)
    pending = 1
    while (position > first) & (pending > 0):
        row0 = ()
        row1 = ()
        row2 = ()
        for i in tl.static_range(BLOCK):
            step = position - 1 - i
            there = exists & (step >= first)
            row0 = row0 + (row(signal0, vector0, sample, position, -1 - i, unit, there),)
            row1 = row1 + (row(signal1, vector1, sample, position, -1 - i, unit, there),)
            row2 = row2 + (row(signal2, vector2, sample, position, -1 - i, unit, there),)
        for i in tl.static_range(BLOCK):
            a, b = UPDATE(row0[i], row1[i], row2[i], blend)
            inside = position - 1 - i >= first
            summand = tl.where(inside, factor * b + summand, summand)
            factor = tl.where(inside, factor * a, factor)
        position -= BLOCK
        if RESETS:
            pending = tl.max((exists & (factor != 0.0)).to(tl.int32), 0)
    offset = (tl.cast(chunk, tl.int64) * samples + sample) * units + unit
    tl.store(factors + offset, factor, mask=exists)
    tl.store(summands + offset, summand, mask=exists)


@triton.jit(do_not_specialize=SIZES)
def backward_effect(
    signal0, signal1, signal2, of_outputs, gain, factors, summands, eps: tl.float64,
    samples, steps, units, chunk_steps,
    UPDATE: tl.constexpr, RESETS: tl.constexpr, DTYPE: tl.constexpr, UNITS: tl.constexpr, BLOCK: tl.constexpr,
):  # fmt: skip
    """Factor and summand of each chunk but the first, (chunks, samples, units); chunk 0's place stays as it is."""
    chunk, sample, unit, exists = place(samples, units, UNITS)
    chunk += 1
    vector0 = vector(signal0.vector, unit, exists, 0.0, DTYPE)
    vector1 = vector(signal1.vector, unit, exists, 0.0, DTYPE)
    vector2 = vector(signal2.vector, unit, exists, 0.0, DTYPE)
    scale = vector(gain, unit, exists, 1.0, DTYPE)
    zero = tl.zeros([UNITS], DTYPE)
    blend = number(eps, UNITS, DTYPE)
    position = chunk * chunk_steps
    last = tl.minimum(position + chunk_steps, steps)
    factor = tl.full([UNITS], 1.0, DTYPE)
    summand = tl.zeros([UNITS], DTYPE)
    pending = 1
    while (position < last) & (pending > 0):
        row0 = ()
        row1 = ()
        row2 = ()
        coming = ()
        for i in tl.static_range(BLOCK):
            there = exists & (position + i < last)
            row0 = row0 + (row(signal0, vector0, sample, position, i, unit, there),)
            row1 = row1 + (row(signal1, vector1, sample, position, i, unit, there),)
            row2 = row2 + (row(signal2, vector2, sample, position, i, unit, there),)
            coming = coming + (row(of_outputs, zero, sample, position, i, unit, there),)
        for i in tl.static_range(BLOCK):
            a, _b = UPDATE(row0[i], row1[i], row2[i], blend)
            factor = tl.where(position + i < last, factor * a, factor)
            # The gradient of an output beyond the last step was read as 0.
            summand += factor * (coming[i] * scale)
        position += BLOCK
        if RESETS:
            pending = tl.max((exists & (factor != 0.0)).to(tl.int32), 0)
    offset = (tl.cast(chunk, tl.int64) * samples + sample) * units + unit
    tl.store(factors + offset, factor, mask=exists)
    tl.store(summands + offset, summand, mask=exists)
