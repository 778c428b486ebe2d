/* alphaCMRU. */

struct accumulate {
    struct signal candidate, threshold, height, outputs, of_outputs, of_candidate, of_threshold, of_height;
    const REAL *bias, *threshold_bias, *height_bias, *initial, *of_final;
    REAL *final, *of_initial;
    double *totals; /* (samples, 3, units): gradients of bias, threshold_bias, height_bias */
    struct surrogate surrogate;
};

INLINE void accumulate_steps(const struct accumulate *a, int fixed, int64_t sample, int64_t steps,
                                   int64_t all, int64_t first, int64_t units) {
    REAL *restrict state = a->final + sample * all + first;
    const REAL *restrict bias = a->bias + first, *restrict threshold_bias = a->threshold_bias + first;
    const REAL *restrict height_bias = a->height_bias + first;
    memcpy(state, a->initial + sample * all + first, units * sizeof(REAL));
    for (int64_t t = 0; t < steps; t++) {
        const REAL *restrict candidate = row(&a->candidate, sample, t, first);
        const REAL *restrict threshold = fixed ? NULL : row(&a->threshold, sample, t, first);
        const REAL *restrict height = row(&a->height, sample, t, first);
        REAL *restrict outputs = row(&a->outputs, sample, t, first);
        SIMD
        for (int64_t d = 0; d < units; d++) {
            REAL c = candidate[d] + bias[d], b = fixed ? threshold_bias[d] : threshold[d] + threshold_bias[d];
            REAL climb = (height[d] + height_bias[d]) * sign_of(c);
            REAL s = state[d] + (size(c) >= size(b) ? climb : (REAL)0);
            state[d] = s;
            outputs[d] = s;
        }
    }
}

INLINE void accumulate_gradients(const struct accumulate *a, int fixed, int kind, int64_t sample,
                                       int64_t steps, int64_t all, int64_t first, int64_t units,
                                       REAL *restrict scratch) {
    REAL *restrict total = a->of_initial + sample * all + first, *restrict lost = scratch, *restrict sums = scratch + units;
    REAL *restrict of_bias = sums, *restrict of_beta = sums + units, *restrict of_base = sums + 2 * units;
    const REAL *restrict bias = a->bias + first, *restrict threshold_bias = a->threshold_bias + first;
    const REAL *restrict height_bias = a->height_bias + first;
    const REAL unit = (REAL)a->surrogate.unit, k = (REAL)a->surrogate.steepness;
    double *restrict totals = (double *)(scratch + 4 * units);
    memset(totals, 0, 3 * units * sizeof(double));
    memset(lost, 0, 4 * units * sizeof(REAL)); /* and the sums behind it */
    memcpy(total, a->of_final + sample * all + first, units * sizeof(REAL));
    for (int64_t t = steps - 1; t >= 0; t--) {
        const REAL *restrict candidate = row(&a->candidate, sample, t, first);
        const REAL *restrict threshold = fixed ? NULL : row(&a->threshold, sample, t, first);
        const REAL *restrict height = row(&a->height, sample, t, first);
        const REAL *restrict of_outputs = row(&a->of_outputs, sample, t, first);
        REAL *restrict of_candidate = row(&a->of_candidate, sample, t, first);
        REAL *restrict of_threshold = fixed ? NULL : row(&a->of_threshold, sample, t, first);
        REAL *restrict of_height = row(&a->of_height, sample, t, first);
        ahead(candidate, a->candidate.step, t, units);
        ahead(height, a->height.step, t, units);
        ahead(of_outputs, a->of_outputs.step, t, units);
        if (!fixed) ahead(threshold, a->threshold.step, t, units);
        SIMD
        for (int64_t d = 0; d < units; d++) {
            REAL c = candidate[d] + bias[d], b = fixed ? threshold_bias[d] : threshold[d] + threshold_bias[d];
            REAL distance = size(c) - size(b), sign = sign_of(c);
            int written = size(c) >= size(b);
            REAL g = compensated(total[d], of_outputs[d], &lost[d]), by_height = g * (height[d] + height_bias[d]);
            REAL gate = by_height * sign * (unit * slope(kind, distance * unit, k));
            REAL into = gate * sign + (written ? by_height : (REAL)0) * (2 * unit * slope(kind, c * unit, k));
            REAL over = gate * -sign_of(b), up = written ? g * sign : (REAL)0;
            of_candidate[d] = into;
            if (!fixed) of_threshold[d] = over;
            of_height[d] = up;
            of_bias[d] += into, of_beta[d] += over, of_base[d] += up;
            total[d] = g;
        }
        if (t % BLOCK == 0) flush(3, sums, totals, units);
    }
    for (int p = 0; p < 3; p++) memcpy(a->totals + (sample * 3 + p) * all + first, totals + p * units, units * sizeof(double));
}

int accumulate_forward(const struct shape *shape, const struct accumulate *a) {
    expect(a->outputs.data, shape->samples * shape->steps * shape->units * sizeof(REAL));
    EACH(shape, 64, 1, {
        if (a->threshold.data) accumulate_steps(a, 0, sample, shape->steps, shape->units, first, units);
        else accumulate_steps(a, 1, sample, shape->steps, shape->units, first, units);
    })
}

int accumulate_backward(const struct shape *shape, const struct accumulate *a) {
    int fixed = !a->threshold.data, kind = (int)a->surrogate.kind;
    int64_t bytes = shape->samples * shape->steps * shape->units * sizeof(REAL);
    expect(a->of_candidate.data, bytes);
    expect(a->of_height.data, bytes);
    if (!fixed) expect(a->of_threshold.data, bytes);
#define BACKWARD(kind)                                                                                                \
    if (fixed) accumulate_gradients(a, 1, kind, sample, shape->steps, shape->units, first, units, scratch);      \
    else accumulate_gradients(a, 0, kind, sample, shape->steps, shape->units, first, units, scratch);
    EACH(shape, 64, 7, {
        if (kind == ARCTANGENT) { BACKWARD(ARCTANGENT) }
        else if (kind == FAST_SIGMOID) { BACKWARD(FAST_SIGMOID) }
        else { BACKWARD(TRIANGLE) }
    })
#undef BACKWARD
}
