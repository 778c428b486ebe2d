# mypy: disable-error-code="no-untyped-def, untyped-decorator, import-untyped, import-not-found, assignment"
# ruff: noqa: RUF005 (the compiler of Triton knows no starred tuples)
"""The kernels over time, written once for all cells: the states of a chunk, and its gradients.

A program has one sample, UNITS units and one chunk of the steps. It goes through the chunk in blocks of BLOCK steps:
first all loads of a block, so that they are in flight together (stores between them would keep the compiler from moving
them up), then the recurrence in registers, in the time loop's own order of additions. Backwards runs
m_t = a_t (of_outputs_t gain + m_{t+1}), the gradient that leaves step t for the state before it.

With more than one chunk, the kernels of ``effects`` have found what each chunk makes of what comes in; a program goes
through those of the chunks before its own first.
"""

import triton
import triton.language as tl

from codesign.recurrence.triton.rows import SIZES, kept_row, number, place, row, through, vector, write

__all__ = ["backward", "forward"]


@triton.jit(do_not_specialize=SIZES)
def forward(
    signal0, signal1, signal2, gain, initial, outputs, states, kept, final, factors, summands, eps: tl.float64,
    samples, steps, units, chunk_steps,
    UPDATE: tl.constexpr, ENCODE: tl.constexpr, DTYPE: tl.constexpr, UNITS: tl.constexpr, BLOCK: tl.constexpr,
):  # fmt: skip
    """Outputs, states and what is kept for the backward pass, each if there is a place for it; the final states."""
    chunk, sample, unit, exists = place(samples, units, UNITS)
    vector0 = vector(signal0.vector, unit, exists, 0.0, DTYPE)
    vector1 = vector(signal1.vector, unit, exists, 0.0, DTYPE)
    vector2 = vector(signal2.vector, unit, exists, 0.0, DTYPE)
    scale = vector(gain, unit, exists, 1.0, DTYPE)
    blend = number(eps, UNITS, DTYPE)
    at = sample * units + unit
    state = vector(initial, at, exists, 0.0, DTYPE)
    factor = tl.full([UNITS], 1.0, DTYPE)
    summand = tl.zeros([UNITS], DTYPE)
    if factors is not None:
        pitch = tl.cast(samples, tl.int64) * units
        state, factor, summand = through(factors, summands, state, 0, chunk, 1, pitch, at, exists, BLOCK)
    first = chunk * chunk_steps
    last = tl.minimum(first + chunk_steps, steps)
    for start in range(first, last, BLOCK):
        row0 = ()
        row1 = ()
        row2 = ()
        for i in tl.static_range(BLOCK):
            there = exists & (start + i < last)
            row0 = row0 + (row(signal0, vector0, sample, start, i, unit, there),)
            row1 = row1 + (row(signal1, vector1, sample, start, i, unit, there),)
            row2 = row2 + (row(signal2, vector2, sample, start, i, unit, there),)
        for i in tl.static_range(BLOCK):
            inside = start + i < last
            there = exists & inside
            a, b = UPDATE(row0[i], row1[i], row2[i], blend)
            state = tl.where(inside, a * state + b, state)
            # For what is kept; where nothing is, the compiler drops them.
            summand = tl.where(inside, a * summand + b, summand)
            factor = tl.where(inside, a * factor, factor)
            write(states, sample, start, i, unit, state, there)
            write(outputs, sample, start, i, unit, state * scale, there)
            write(kept, sample, start, i, unit, ENCODE(factor, summand, state), there)
    if last == steps:
        tl.store(final + at, state, mask=exists)


@triton.jit(do_not_specialize=SIZES)
def backward(
    signal0, signal1, signal2, of_outputs, kept, gain, initial, of_final, factors, summands,
    of_signal0, of_signal1, of_signal2, of_vector0, of_vector1, of_vector2, of_gain, of_offset, rise, of_initial,
    eps: tl.float64, steepness: tl.float64,
    samples, steps, units, chunk_steps, chunks,
    UPDATE: tl.constexpr, SLOPES: tl.constexpr, MISSING: tl.constexpr, DECODE: tl.constexpr, SURROGATE: tl.constexpr,
    DTYPE: tl.constexpr, UNITS: tl.constexpr, BLOCK: tl.constexpr,
):  # fmt: skip
    """Gradients of the signals (samples, steps, units) and of the initial state (samples, units).

    Those of the vectors and of the gain are left as one sum per chunk and sample, (chunks, samples, units): no two
    programs add to one place, so the result is the same every time. Where nothing is kept (a_t = 1), states are counted
    from the chunk's end: ``of_gain`` lacks that end's state times ``of_offset``, the sum of the outputs' gradients, and
    ``rise`` is by how much the state rises in the chunk.
    """
    chunk, sample, unit, exists = place(samples, units, UNITS)
    vector0 = vector(signal0.vector, unit, exists, 0.0, DTYPE)
    vector1 = vector(signal1.vector, unit, exists, 0.0, DTYPE)
    vector2 = vector(signal2.vector, unit, exists, 0.0, DTYPE)
    scale = vector(gain, unit, exists, 1.0, DTYPE)
    zero = tl.zeros([UNITS], DTYPE)
    blend = number(eps, UNITS, DTYPE)
    slope = number(steepness, UNITS, DTYPE)
    at = sample * units + unit
    beginning = vector(initial, at, exists, 0.0, DTYPE)
    later = vector(of_final, at, exists, 0.0, DTYPE)
    if factors is not None:
        pitch = tl.cast(samples, tl.int64) * units
        later, _factor, _summand = through(factors, summands, later, chunks - 1, chunk, -1, pitch, at, exists, BLOCK)
    first = chunk * chunk_steps
    last = tl.minimum(first + chunk_steps, steps)
    # In the place of what would have been kept before the first step.
    missing = MISSING(beginning)
    after = zero
    if kept.tensor is not None:
        after = DECODE(kept_row(kept, missing, sample, last, -1, unit, exists), beginning)
    sum0 = tl.zeros([UNITS], DTYPE)
    sum1 = tl.zeros([UNITS], DTYPE)
    sum2 = tl.zeros([UNITS], DTYPE)
    sum_gain = tl.zeros([UNITS], DTYPE)
    sum_offset = tl.zeros([UNITS], DTYPE)
    for done in range(0, last - first, BLOCK):
        row0 = ()
        row1 = ()
        row2 = ()
        coming = ()
        before = ()
        for i in tl.static_range(BLOCK):
            step = last - 1 - done - i
            there = exists & (step >= first)
            row0 = row0 + (row(signal0, vector0, sample, last - done, -1 - i, unit, there),)
            row1 = row1 + (row(signal1, vector1, sample, last - done, -1 - i, unit, there),)
            row2 = row2 + (row(signal2, vector2, sample, last - done, -1 - i, unit, there),)
            coming = coming + (row(of_outputs, zero, sample, last - done, -1 - i, unit, there),)
            before = before + (kept_row(kept, missing, sample, last - done, -2 - i, unit, there & (step > 0)),)
        for i in tl.static_range(BLOCK):
            step = last - 1 - done - i
            inside = step >= first
            there = exists & inside
            a, b = UPDATE(row0[i], row1[i], row2[i], blend)
            earlier = after - b if kept.tensor is None else DECODE(before[i], beginning)
            # 0 for steps before the chunk's first, and so are then all slopes.
            gradient = tl.where(inside, coming[i] * scale + later, 0.0)
            of0, of1, of2 = SLOPES(row0[i], row1[i], row2[i], earlier, gradient, blend, slope, SURROGATE)
            write(of_signal0, sample, last - done, -1 - i, unit, of0, there)
            write(of_signal1, sample, last - done, -1 - i, unit, of1, there)
            write(of_signal2, sample, last - done, -1 - i, unit, of2, there)
            sum0 += of0
            sum1 += of1
            sum2 += of2
            sum_gain += coming[i] * after
            sum_offset += coming[i]
            later = tl.where(inside, a * gradient, later)
            after = tl.where(inside, earlier, after)
    offset = tl.cast(chunk, tl.int64) * samples * units + at
    if of_vector0 is not None:
        tl.store(of_vector0 + offset, sum0, mask=exists)
    if of_vector1 is not None:
        tl.store(of_vector1 + offset, sum1, mask=exists)
    if of_vector2 is not None:
        tl.store(of_vector2 + offset, sum2, mask=exists)
    if of_gain is not None:
        tl.store(of_gain + offset, sum_gain, mask=exists)
    if of_offset is not None:
        tl.store(of_offset + offset, sum_offset, mask=exists)
        tl.store(rise + offset, -after, mask=exists)
    if chunk == 0:
        tl.store(of_initial + at, later, mask=exists)
