/* FQ-BMRU. Codes: 0 and 1 are that state, 2 the initial one, 3 is 1 minus that (only a negative width makes it). */

struct hysteresis {
    struct signal drive, outputs, states, kept, of_outputs, of_drive;
    const REAL *bias, *threshold, *width, *gain, *initial, *of_final;
    REAL *final, *of_initial;
    double *totals; /* (samples, 3, units): gradients of bias, width, gain; that of the threshold is minus the first */
    struct surrogate surrogate;
};

INLINE REAL uncoded(REAL code, REAL initial) {
    return code < 2 ? code : code == 2 ? initial : 1 - initial;
}

INLINE void hysteresis_steps(const struct hysteresis *a, int64_t sample, int64_t steps, int64_t all,
                                   int64_t first, int64_t units, REAL *restrict scratch) {
    REAL *restrict state = scratch, *restrict upper = scratch + units;
    const REAL *restrict bias = a->bias + first, *restrict lower = a->threshold + first;
    const REAL *restrict gain = a->gain + first, *restrict before = a->initial + sample * all + first;
    SIMD
    for (int64_t d = 0; d < units; d++) {
        upper[d] = lower[d] + a->width[first + d];
        state[d] = 2;
    }
    for (int64_t t = 0; t < steps; t++) {
        const REAL *restrict drive = row(&a->drive, sample, t, first);
        REAL *restrict outputs = row(&a->outputs, sample, t, first);
        int8_t *restrict codes = code_row(&a->kept, sample, t, first);
        SIMD
        for (int64_t d = 0; d < units; d++) {
            REAL x = drive[d] + bias[d], s = state[d];
            int above = x >= upper[d], held = x > lower[d];
            REAL turned = s < 2 ? 1 - s : 5 - s;
            s = above ? (held ? (REAL)1 : turned) : (held ? s : (REAL)0);
            state[d] = s;
            outputs[d] = uncoded(s, before[d]) * gain[d];
        }
        encode(state, codes, units);
        if (a->states.data) {
            REAL *restrict states = row(&a->states, sample, t, first);
            SIMD
            for (int64_t d = 0; d < units; d++) states[d] = uncoded(state[d], before[d]);
        }
    }
    REAL *restrict final = a->final + sample * all + first;
    SIMD
    for (int64_t d = 0; d < units; d++) final[d] = uncoded(state[d], before[d]);
}

INLINE void hysteresis_gradients(const struct hysteresis *a, int kind, int64_t sample, int64_t steps,
                                       int64_t all, int64_t first, int64_t units, REAL *restrict scratch) {
    REAL *restrict total = scratch, *restrict upper = scratch + units, *restrict state = scratch + 2 * units;
    REAL *restrict code = scratch + 3 * units, *restrict sums = scratch + 4 * units;
    REAL *restrict of_bias = sums, *restrict of_width = sums + units, *restrict of_gain = sums + 2 * units;
    const REAL *restrict bias = a->bias + first, *restrict lower = a->threshold + first;
    const REAL *restrict gain = a->gain + first, *restrict before = a->initial + sample * all + first;
    const REAL unit = (REAL)a->surrogate.unit, k = (REAL)a->surrogate.steepness;
    double *restrict totals = (double *)(scratch + 8 * units);
    memset(totals, 0, 3 * units * sizeof(double));
    memset(sums, 0, 3 * units * sizeof(REAL));
    memcpy(total, a->of_final + sample * all + first, units * sizeof(REAL));
    const int8_t *restrict last = code_row(&a->kept, sample, steps ? steps - 1 : 0, first);
    SIMD
    for (int64_t d = 0; d < units; d++) {
        upper[d] = lower[d] + a->width[first + d];
        state[d] = steps ? uncoded((REAL)last[d], before[d]) : 0;
    }
    for (int64_t t = steps - 1; t >= 0; t--) {
        const REAL *restrict drive = row(&a->drive, sample, t, first);
        const REAL *restrict of_outputs = row(&a->of_outputs, sample, t, first);
        const int8_t *restrict codes = code_row(&a->kept, sample, t > 0 ? t - 1 : 0, first);
        REAL *restrict of_drive = row(&a->of_drive, sample, t, first);
        ahead(drive, a->drive.step, t, units);
        ahead(of_outputs, a->of_outputs.step, t, units);
        decode(codes, code, units);
        SIMD
        for (int64_t d = 0; d < units; d++) {
            REAL x = drive[d] + bias[d];
            REAL above = x >= upper[d] ? 1 : 0, held = x > lower[d] ? 1 : 0;
            REAL previous = t > 0 ? uncoded(code[d], before[d]) : before[d];
            REAL g = total[d] + of_outputs[d] * gain[d], of_held = g * previous;
            REAL over = (g - of_held) * (unit * slope(kind, (x - upper[d]) * unit, k));
            REAL into = over + of_held * (unit * slope(kind, (x - lower[d]) * unit, k));
            of_drive[d] = into;
            of_bias[d] += into, of_width[d] -= over, of_gain[d] += of_outputs[d] * state[d];
            state[d] = previous;
            total[d] = g * (held - above);
        }
        if (t % BLOCK == 0) flush(3, sums, totals, units);
    }
    memcpy(a->of_initial + sample * all + first, total, units * sizeof(REAL));
    for (int p = 0; p < 3; p++) memcpy(a->totals + (sample * 3 + p) * all + first, totals + p * units, units * sizeof(double));
}

int hysteresis_forward(const struct shape *shape, const struct hysteresis *a) {
    int64_t bytes = shape->samples * shape->steps * shape->units * sizeof(REAL);
    expect(a->outputs.data, bytes);
    expect(a->kept.data, bytes / sizeof(REAL));
    if (a->states.data) expect(a->states.data, bytes);
    EACH(shape, 64, 2, hysteresis_steps(a, sample, shape->steps, shape->units, first, units, scratch))
}

int hysteresis_backward(const struct shape *shape, const struct hysteresis *a) {
    int kind = (int)a->surrogate.kind;
    expect(a->of_drive.data, shape->samples * shape->steps * shape->units * sizeof(REAL));
#define BACKWARD(kind) hysteresis_gradients(a, kind, sample, shape->steps, shape->units, first, units, scratch)
    EACH(shape, 64, 11, {
        if (kind == ARCTANGENT) BACKWARD(ARCTANGENT);
        else if (kind == FAST_SIGMOID) BACKWARD(FAST_SIGMOID);
        else BACKWARD(TRIANGLE);
    })
#undef BACKWARD
}
