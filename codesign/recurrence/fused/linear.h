/* h_t = decay_t h_{t-1} + inputs_t, real and complex, and s_t = above_t + s_{t-1} (kept_t - above_t).

   Complex numbers are pairs of REAL; strides count numbers. A stride of 0 means the same decay for all steps or samples;
   where it is the same for all steps its gradient is summed over them here. */

struct linear {
    struct signal decay, inputs, states, of_states, of_inputs, of_decay;
    const REAL *initial;
    REAL *of_initial;
    double *totals; /* (samples, units): gradient of a decay that is the same for all steps; NULL where it is not */
};

INLINE void linear_steps(const struct linear *a, int64_t sample, int64_t steps, int64_t all, int64_t first,
                               int64_t units) {
    const REAL *restrict before = a->initial + sample * all + first;
    for (int64_t t = 0; t < steps; t++) {
        const REAL *restrict decay = row(&a->decay, sample, t, first);
        const REAL *restrict inputs = row(&a->inputs, sample, t, first);
        REAL *restrict states = row(&a->states, sample, t, first);
        SIMD
        for (int64_t d = 0; d < units; d++) states[d] = decay[d] * before[d] + inputs[d];
        before = states;
    }
}

INLINE void linear_gradients(const struct linear *a, int summed, int64_t sample, int64_t steps, int64_t all,
                                   int64_t first, int64_t units, REAL *restrict scratch) {
    REAL *restrict total = a->of_initial + sample * all + first, *restrict sums = scratch;
    double *restrict totals = summed ? a->totals + sample * all + first : NULL;
    memset(total, 0, units * sizeof(REAL));
    memset(sums, 0, units * sizeof(REAL));
    if (summed) memset(totals, 0, units * sizeof(double));
    for (int64_t t = steps - 1; t >= 0; t--) {
        const REAL *restrict decay = row(&a->decay, sample, t, first);
        const REAL *restrict of_states = row(&a->of_states, sample, t, first);
        const REAL *restrict before = t > 0 ? row(&a->states, sample, t - 1, first)
                                            : a->initial + sample * all + first;
        REAL *restrict of_inputs = row(&a->of_inputs, sample, t, first);
        REAL *restrict of_decay = summed ? sums : row(&a->of_decay, sample, t, first);
        ahead(of_states, a->of_states.step, t, units);
        ahead(before, a->states.step, t, units);
        ahead(decay, a->decay.step, t, units);
        SIMD
        for (int64_t d = 0; d < units; d++) {
            REAL g = total[d] + of_states[d], up = g * before[d];
            of_inputs[d] = g;
            of_decay[d] = summed ? of_decay[d] + up : up;
            total[d] = decay[d] * g;
        }
        if (summed && t % BLOCK == 0) flush(1, sums, totals, units);
    }
}

INLINE void complex_steps(const struct linear *a, int64_t sample, int64_t steps, int64_t all, int64_t first,
                                int64_t units) {
    const REAL *restrict before = a->initial + 2 * (sample * all + first);
    for (int64_t t = 0; t < steps; t++) {
        const REAL *restrict decay = (REAL *)a->decay.data + 2 * (sample * a->decay.sample + t * a->decay.step + first);
        const REAL *restrict inputs = (REAL *)a->inputs.data + 2 * (sample * a->inputs.sample + t * a->inputs.step + first);
        REAL *restrict states = (REAL *)a->states.data + 2 * (sample * a->states.sample + t * a->states.step + first);
        SIMD
        for (int64_t d = 0; d < units; d++) {
            REAL re = before[2 * d], im = before[2 * d + 1];
            states[2 * d] = decay[2 * d] * re - decay[2 * d + 1] * im + inputs[2 * d];
            states[2 * d + 1] = decay[2 * d] * im + decay[2 * d + 1] * re + inputs[2 * d + 1];
        }
        before = states;
    }
}

INLINE void complex_gradients(const struct linear *a, int summed, int64_t sample, int64_t steps, int64_t all,
                                    int64_t first, int64_t units, REAL *restrict scratch) {
    REAL *restrict total = a->of_initial + 2 * (sample * all + first), *restrict sums = scratch;
    double *restrict totals = summed ? a->totals + 2 * (sample * all + first) : NULL;
    memset(total, 0, 2 * units * sizeof(REAL));
    memset(sums, 0, 2 * units * sizeof(REAL));
    if (summed) memset(totals, 0, 2 * units * sizeof(double));
    for (int64_t t = steps - 1; t >= 0; t--) {
        const REAL *restrict decay = (REAL *)a->decay.data + 2 * (sample * a->decay.sample + t * a->decay.step + first);
        const REAL *restrict of_states =
            (REAL *)a->of_states.data + 2 * (sample * a->of_states.sample + t * a->of_states.step + first);
        const REAL *restrict before =
            t > 0 ? (REAL *)a->states.data + 2 * (sample * a->states.sample + (t - 1) * a->states.step + first)
                  : a->initial + 2 * (sample * all + first);
        REAL *restrict of_inputs =
            (REAL *)a->of_inputs.data + 2 * (sample * a->of_inputs.sample + t * a->of_inputs.step + first);
        REAL *restrict of_decay =
            summed ? sums : (REAL *)a->of_decay.data + 2 * (sample * a->of_decay.sample + t * a->of_decay.step + first);
        ahead(of_states, 2 * a->of_states.step, t, 2 * units);
        ahead(before, 2 * a->states.step, t, 2 * units);
        ahead(decay, 2 * a->decay.step, t, 2 * units);
        SIMD
        for (int64_t d = 0; d < units; d++) { /* the conjugates of decay and state before */
            REAL re = total[2 * d] + of_states[2 * d], im = total[2 * d + 1] + of_states[2 * d + 1];
            REAL up = re * before[2 * d] + im * before[2 * d + 1], side = im * before[2 * d] - re * before[2 * d + 1];
            of_inputs[2 * d] = re, of_inputs[2 * d + 1] = im;
            of_decay[2 * d] = summed ? of_decay[2 * d] + up : up;
            of_decay[2 * d + 1] = summed ? of_decay[2 * d + 1] + side : side;
            total[2 * d] = decay[2 * d] * re + decay[2 * d + 1] * im;
            total[2 * d + 1] = decay[2 * d] * im - decay[2 * d + 1] * re;
        }
        if (summed && t % BLOCK == 0) flush(1, sums, totals, 2 * units);
    }
}

int linear_forward(const struct shape *shape, const struct linear *a) {
    expect(a->states.data, shape->samples * shape->steps * shape->units * sizeof(REAL));
    EACH(shape, 64, 1, linear_steps(a, sample, shape->steps, shape->units, first, units))
}

int complex_forward(const struct shape *shape, const struct linear *a) {
    expect(a->states.data, 2 * shape->samples * shape->steps * shape->units * sizeof(REAL));
    EACH(shape, 64, 1, complex_steps(a, sample, shape->steps, shape->units, first, units))
}

int linear_backward(const struct shape *shape, const struct linear *a) {
    int64_t bytes = shape->samples * shape->steps * shape->units * sizeof(REAL);
    expect(a->of_inputs.data, bytes);
    if (!a->totals) expect(a->of_decay.data, bytes);
    EACH(shape, 64, 1, {
        if (a->totals) linear_gradients(a, 1, sample, shape->steps, shape->units, first, units, scratch);
        else linear_gradients(a, 0, sample, shape->steps, shape->units, first, units, scratch);
    })
}

int complex_backward(const struct shape *shape, const struct linear *a) {
    int64_t bytes = 2 * shape->samples * shape->steps * shape->units * sizeof(REAL);
    expect(a->of_inputs.data, bytes);
    if (!a->totals) expect(a->of_decay.data, bytes);
    EACH(shape, 64, 2, {
        if (a->totals) complex_gradients(a, 1, sample, shape->steps, shape->units, first, units, scratch);
        else complex_gradients(a, 0, sample, shape->steps, shape->units, first, units, scratch);
    })
}

/* ---- the gated form: decay is kept, inputs is above. Fused multiply-adds, as torch.addcmul has them. ---- */

INLINE void hold_steps(const struct linear *a, int64_t sample, int64_t steps, int64_t all, int64_t first,
                             int64_t units) {
    const REAL *restrict before = a->initial + sample * all + first;
    for (int64_t t = 0; t < steps; t++) {
        const REAL *restrict kept = row(&a->decay, sample, t, first);
        const REAL *restrict above = row(&a->inputs, sample, t, first);
        REAL *restrict states = row(&a->states, sample, t, first);
        SIMD
        for (int64_t d = 0; d < units; d++) states[d] = FMA(before[d], kept[d] - above[d], above[d]);
        before = states;
    }
}

INLINE void hold_gradients(const struct linear *a, int64_t sample, int64_t steps, int64_t all,
                                 int64_t first, int64_t units, REAL *restrict scratch) {
    REAL *restrict total = scratch, *restrict slope = scratch + units;
    memset(total, 0, 2 * units * sizeof(REAL));
    for (int64_t t = steps - 1; t >= 0; t--) {
        const REAL *restrict kept = row(&a->decay, sample, t, first);
        const REAL *restrict above = row(&a->inputs, sample, t, first);
        const REAL *restrict of_states = row(&a->of_states, sample, t, first);
        const REAL *restrict before = t > 0 ? row(&a->states, sample, t - 1, first)
                                            : a->initial + sample * all + first;
        REAL *restrict of_above = row(&a->of_inputs, sample, t, first);
        REAL *restrict of_kept = row(&a->of_decay, sample, t, first);
        ahead(kept, a->decay.step, t, units);
        ahead(above, a->inputs.step, t, units);
        ahead(of_states, a->of_states.step, t, units);
        ahead(before, a->states.step, t, units);
        SIMD
        for (int64_t d = 0; d < units; d++) {
            REAL g = FMA(total[d], slope[d], of_states[d]), up = g * before[d];
            of_kept[d] = up;
            of_above[d] = g - up;
            total[d] = g;
            slope[d] = kept[d] - above[d];
        }
    }
    REAL *restrict of_initial = a->of_initial + sample * all + first;
    SIMD
    for (int64_t d = 0; d < units; d++) of_initial[d] = total[d] * slope[d];
}

int hold_forward(const struct shape *shape, const struct linear *a) {
    expect(a->states.data, shape->samples * shape->steps * shape->units * sizeof(REAL));
    EACH(shape, 64, 1, hold_steps(a, sample, shape->steps, shape->units, first, units))
}

int hold_backward(const struct shape *shape, const struct linear *a) {
    int64_t bytes = shape->samples * shape->steps * shape->units * sizeof(REAL);
    expect(a->of_inputs.data, bytes);
    expect(a->of_decay.data, bytes);
    EACH(shape, 64, 2, hold_gradients(a, sample, shape->steps, shape->units, first, units, scratch))
}
