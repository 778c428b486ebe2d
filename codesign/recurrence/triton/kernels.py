# mypy: disable-error-code="no-untyped-def, untyped-decorator, misc"
"""The four kernels, written once for all cells: a chunk's effect and its states, forwards and backwards.

A program has one sample, UNITS units and one chunk of the steps. It goes through the chunk in blocks of BLOCK steps:
first all loads of a block, so that they are in flight together, then the recurrence in registers. The loop's own
order of additions is kept. Backwards runs m_t = a_t (of_output_t gain + m_{t+1}), which is the gradient that leaves step
t for the state before it.

With more than one chunk a first kernel finds what each chunk makes of the state before it, (factor, summand); the second
one goes through those of the chunks before its own. A chunk of a cell that resets is read from the end that matters,
and only until every unit has been reset.
"""

import triton
import triton.language as tl

__all__ = ["backward", "backward_effect", "forward", "forward_effect"]


@triton.jit
def _place(samples, units, UNITS: tl.constexpr):
    """This program's chunk, sample, units, and which of these exist."""
    blocks = tl.cdiv(units, UNITS)
    program = tl.program_id(0)
    unit = (program % blocks) * UNITS + tl.arange(0, UNITS)
    sample = (program // blocks) % samples
    return program // (blocks * samples), tl.cast(sample, tl.int64), unit, unit < units


@triton.jit
def _vector(values, unit, exists, missing, DTYPE: tl.constexpr):
    """(units,) in registers; ``missing`` where there is none."""
    if values is None:
        vector = tl.zeros(unit.shape, DTYPE) + missing
    else:
        vector = tl.load(values + unit, mask=exists, other=0.0).to(DTYPE)
    return vector


@triton.jit
def _row(channel, vector, sample, step, unit, exists):
    """One step of a channel: its tensor, if there is one, plus its vector."""
    if channel.values is None:
        row = vector
    else:
        offset = sample * channel.sample_stride + tl.cast(step, tl.int64) * channel.step_stride
        row = tl.load(channel.values + offset + unit * channel.unit_stride, mask=exists, other=0.0)
        row = row.to(vector.dtype) + vector
    return row


@triton.jit
def _write_row(values, offset, row, exists):
    if values is not None:
        tl.store(values + offset, row.to(values.dtype.element_ty), mask=exists)


@triton.jit
def _scalar(value, UNITS: tl.constexpr, DTYPE: tl.constexpr):
    """A number in the cell's precision. It came as a double."""
    return (tl.full([UNITS], 1.0, tl.float64) * value).to(DTYPE)


@triton.jit
def _through(factors, summands, start, first, last, sign: tl.constexpr, pitch, at, exists, BLOCK: tl.constexpr):
    """``start`` after the chunks ``first``.. ``last`` (excluded), in the direction of ``sign``."""
    state = start
    for j in range(0, (last - first) * sign, BLOCK):
        factor = ()
        summand = ()
        for i in tl.static_range(BLOCK):
            there = exists & (j + i < (last - first) * sign)
            offset = tl.cast(first + (j + i) * sign, tl.int64) * pitch + at
            factor = factor + (tl.load(factors + offset, mask=there, other=1.0),)
            summand = summand + (tl.load(summands + offset, mask=there, other=0.0),)
        for i in tl.static_range(BLOCK):
            state = factor[i] * state + summand[i]
    return state


@triton.jit
def forward_effect(
    channel0, channel1, channel2, factors, summands, eps: "fp64",
    samples, steps, units, chunk_steps,
    UPDATE: tl.constexpr, RESETS: tl.constexpr, DTYPE: tl.constexpr, UNITS: tl.constexpr, BLOCK: tl.constexpr,
):  # fmt: skip
    """What each chunk but the last makes of the state before it: factor and summand, (chunks, samples, units)."""
    chunk, sample, unit, exists = _place(samples, units, UNITS)
    vector0 = _vector(channel0.vector, unit, exists, 0.0, DTYPE)
    vector1 = _vector(channel1.vector, unit, exists, 0.0, DTYPE)
    vector2 = _vector(channel2.vector, unit, exists, 0.0, DTYPE)
    blend = _scalar(eps, UNITS, DTYPE)
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
            row0 = row0 + (_row(channel0, vector0, sample, step, unit, there),)
            row1 = row1 + (_row(channel1, vector1, sample, step, unit, there),)
            row2 = row2 + (_row(channel2, vector2, sample, step, unit, there),)
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


@triton.jit
def forward(
    channel0, channel1, channel2, gain, initial, outputs, states, factors, summands, eps: "fp64",
    samples, steps, units, chunk_steps,
    UPDATE: tl.constexpr, DTYPE: tl.constexpr, UNITS: tl.constexpr, BLOCK: tl.constexpr,
):  # fmt: skip
    """States, and outputs if there is a place for them: contiguous (samples, steps, units)."""
    chunk, sample, unit, exists = _place(samples, units, UNITS)
    vector0 = _vector(channel0.vector, unit, exists, 0.0, DTYPE)
    vector1 = _vector(channel1.vector, unit, exists, 0.0, DTYPE)
    vector2 = _vector(channel2.vector, unit, exists, 0.0, DTYPE)
    scale = _vector(gain, unit, exists, 1.0, DTYPE)
    blend = _scalar(eps, UNITS, DTYPE)
    state = tl.load(initial + sample * units + unit, mask=exists, other=0.0).to(DTYPE)
    if factors is not None:
        state = _through(
            factors,
            summands,
            state,
            0,
            chunk,
            1,
            tl.cast(samples, tl.int64) * units,
            sample * units + unit,
            exists,
            BLOCK,
        )
    first = chunk * chunk_steps
    last = tl.minimum(first + chunk_steps, steps)
    for start in range(first, last, BLOCK):
        row0 = ()
        row1 = ()
        row2 = ()
        for i in tl.static_range(BLOCK):
            there = exists & (start + i < last)
            row0 = row0 + (_row(channel0, vector0, sample, start + i, unit, there),)
            row1 = row1 + (_row(channel1, vector1, sample, start + i, unit, there),)
            row2 = row2 + (_row(channel2, vector2, sample, start + i, unit, there),)
        for i in tl.static_range(BLOCK):
            # What lies beyond the last step is computed, too; it is neither stored nor used.
            a, b = UPDATE(row0[i], row1[i], row2[i], blend)
            state = a * state + b
            there = exists & (start + i < last)
            offset = (sample * steps + start + i) * units + unit
            _write_row(states, offset, state, there)
            _write_row(outputs, offset, state * scale, there)


@triton.jit
def backward_effect(
    channel0, channel1, channel2, of_outputs, gain, factors, summands, eps: "fp64",
    samples, steps, units, chunk_steps,
    UPDATE: tl.constexpr, RESETS: tl.constexpr, DTYPE: tl.constexpr, UNITS: tl.constexpr, BLOCK: tl.constexpr,
):  # fmt: skip
    """What each chunk but the first makes of the gradient that comes from after it: factor and summand.

    (chunks, samples, units); chunk 0's are not written.
    """
    chunk, sample, unit, exists = _place(samples, units, UNITS)
    chunk += 1
    vector0 = _vector(channel0.vector, unit, exists, 0.0, DTYPE)
    vector1 = _vector(channel1.vector, unit, exists, 0.0, DTYPE)
    vector2 = _vector(channel2.vector, unit, exists, 0.0, DTYPE)
    scale = _vector(gain, unit, exists, 1.0, DTYPE)
    none = tl.zeros([UNITS], DTYPE)
    blend = _scalar(eps, UNITS, DTYPE)
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
            row0 = row0 + (_row(channel0, vector0, sample, position + i, unit, there),)
            row1 = row1 + (_row(channel1, vector1, sample, position + i, unit, there),)
            row2 = row2 + (_row(channel2, vector2, sample, position + i, unit, there),)
            coming = coming + (_row(of_outputs, none, sample, position + i, unit, there),)
        for i in tl.static_range(BLOCK):
            a, _b = UPDATE(row0[i], row1[i], row2[i], blend)
            factor = tl.where(position + i < last, factor * a, factor)
            summand = tl.where(position + i < last, factor * (coming[i] * scale) + summand, summand)
        position += BLOCK
        if RESETS:
            pending = tl.max((exists & (factor != 0.0)).to(tl.int32), 0)
    offset = (tl.cast(chunk, tl.int64) * samples + sample) * units + unit
    tl.store(factors + offset, factor, mask=exists)
    tl.store(summands + offset, summand, mask=exists)


@triton.jit
def backward(
    channel0, channel1, channel2, of_outputs, states, gain, initial, of_final, factors, summands,
    of_channel0, of_channel1, of_channel2, of_vector0, of_vector1, of_vector2, of_gain, of_initial,
    eps: "fp64", unit_scale: "fp64", steepness: "fp64",
    samples, steps, units, chunk_steps, chunks,
    UPDATE: tl.constexpr, SLOPES: tl.constexpr, SURROGATE: tl.constexpr,
    DTYPE: tl.constexpr, UNITS: tl.constexpr, BLOCK: tl.constexpr,
):  # fmt: skip
    """Gradients of the channels (samples, steps, units) and of the initial state (samples, units).

    Those of the vectors and of the gain are left as one sum per chunk and sample, (chunks, samples, units): no two
    programs add to one place, so the result is the same every time.
    """
    chunk, sample, unit, exists = _place(samples, units, UNITS)
    vector0 = _vector(channel0.vector, unit, exists, 0.0, DTYPE)
    vector1 = _vector(channel1.vector, unit, exists, 0.0, DTYPE)
    vector2 = _vector(channel2.vector, unit, exists, 0.0, DTYPE)
    scale = _vector(gain, unit, exists, 1.0, DTYPE)
    none = tl.zeros([UNITS], DTYPE)
    blend = _scalar(eps, UNITS, DTYPE)
    unit_of = _scalar(unit_scale, UNITS, DTYPE)
    slope = _scalar(steepness, UNITS, DTYPE)
    at = sample * units + unit
    beginning = tl.load(initial + at, mask=exists, other=0.0).to(DTYPE)
    later = _vector(of_final, at, exists, 0.0, DTYPE)
    if factors is not None:
        later = _through(
            factors, summands, later, chunks - 1, chunk, -1, tl.cast(samples, tl.int64) * units, at, exists, BLOCK
        )
    first = chunk * chunk_steps
    last = tl.minimum(first + chunk_steps, steps)
    after = _row(states, none, sample, last - 1, unit, exists)
    sum0 = tl.zeros([UNITS], DTYPE)
    sum1 = tl.zeros([UNITS], DTYPE)
    sum2 = tl.zeros([UNITS], DTYPE)
    sum_gain = tl.zeros([UNITS], DTYPE)
    for done in range(0, last - first, BLOCK):
        row0 = ()
        row1 = ()
        row2 = ()
        coming = ()
        before = ()
        for i in tl.static_range(BLOCK):
            step = last - 1 - done - i
            there = exists & (step >= first)
            row0 = row0 + (_row(channel0, vector0, sample, step, unit, there),)
            row1 = row1 + (_row(channel1, vector1, sample, step, unit, there),)
            row2 = row2 + (_row(channel2, vector2, sample, step, unit, there),)
            coming = coming + (_row(of_outputs, none, sample, step, unit, there),)
            before = before + (_row(states, none, sample, step - 1, unit, there & (step > 0)),)
        for i in tl.static_range(BLOCK):
            step = last - 1 - done - i
            inside = step >= first
            there = exists & inside
            earlier = tl.where(step > 0, before[i], beginning)
            gradient = coming[i] * scale + later
            sum_gain = coming[i] * after + sum_gain
            a, _b = UPDATE(row0[i], row1[i], row2[i], blend)
            of0, of1, of2 = SLOPES(row0[i], row1[i], row2[i], earlier, gradient, blend, unit_of, slope, SURROGATE)
            offset = (sample * steps + step) * units + unit
            _write_row(of_channel0, offset, of0, there)
            _write_row(of_channel1, offset, of1, there)
            _write_row(of_channel2, offset, of2, there)
            sum0 += tl.where(inside, of0, 0.0)
            sum1 += tl.where(inside, of1, 0.0)
            sum2 += tl.where(inside, of2, 0.0)
            later = tl.where(inside, a * gradient, later)
            after = earlier
    offset = tl.cast(chunk, tl.int64) * samples * units + at
    _write_row(of_vector0, offset, sum0, exists)
    _write_row(of_vector1, offset, sum1, exists)
    _write_row(of_vector2, offset, sum2, exists)
    _write_row(of_gain, offset, sum_gain, exists)
    if chunk == 0:
        tl.store(of_initial + at, later, mask=exists)
