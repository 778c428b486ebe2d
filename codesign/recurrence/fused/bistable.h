/* BMRU and CMRU. */

struct bistable {
    struct signal candidate, threshold, outputs, states, kept, of_outputs, of_candidate, of_threshold;
    const REAL *bias, *threshold_bias, *gain, *initial, *of_final;
    REAL *final, *of_initial;
    double *totals; /* (samples, 3, units): gradients of bias, threshold_bias, gain */
    double eps;
    struct surrogate surrogate;
};

INLINE void bistable_steps(const struct bistable *a, int mode, int fixed, int64_t sample, int64_t steps,
                                 int64_t all, int64_t first, int64_t units, REAL *restrict scratch) {
    REAL *restrict state = scratch, *restrict beta = scratch + units, *restrict before = scratch + 2 * units;
    const REAL *restrict bias = a->bias + first, *restrict gain = a->gain + first;
    const REAL eps = (REAL)a->eps;
    memcpy(before, a->initial + sample * all + first, units * sizeof(REAL));
    SIMD
    for (int64_t d = 0; d < units; d++) {
        beta[d] = fixed ? size(a->threshold_bias[first + d]) : a->threshold_bias[first + d];
        state[d] = mode == BMRU ? 0 : before[d];
    }
    for (int64_t t = 0; t < steps; t++) {
        const REAL *restrict candidate = row(&a->candidate, sample, t, first);
        const REAL *restrict threshold = fixed ? NULL : row(&a->threshold, sample, t, first);
        REAL *restrict outputs = row(&a->outputs, sample, t, first);
        int8_t *restrict codes = code_row(&a->kept, sample, t, first);
        REAL *restrict kept = row(&a->kept, sample, t, first);
        SIMD
        for (int64_t d = 0; d < units; d++) {
            REAL c = candidate[d] + bias[d], s = state[d];
            int written = size(c) >= (fixed ? beta[d] : size(threshold[d] + beta[d]));
            REAL to = mode == BMRU ? sign_of(c) : mode == CMRU ? sign_of(c) + s : sign_of(c) + eps * s;
            s = written ? to : s;
            state[d] = s;
            outputs[d] = (mode == BMRU ? decoded(s, before[d]) : s) * gain[d];
            if (mode == BETWEEN) kept[d] = s;
        }
        if (mode == BMRU) encode(state, codes, units);
        if (mode != BETWEEN && a->states.data) {
            REAL *restrict states = row(&a->states, sample, t, first);
            SIMD
            for (int64_t d = 0; d < units; d++) states[d] = mode == BMRU ? decoded(state[d], before[d]) : state[d];
        }
    }
    REAL *restrict final = a->final + sample * all + first;
    SIMD
    for (int64_t d = 0; d < units; d++) final[d] = mode == BMRU ? decoded(state[d], before[d]) : state[d];
}

INLINE void bistable_gradients(const struct bistable *a, int mode, int fixed, int kind, int64_t sample,
                                     int64_t steps, int64_t all, int64_t first, int64_t units, REAL *restrict scratch) {
    REAL *restrict total = scratch, *restrict beta = scratch + units, *restrict before = scratch + 2 * units;
    REAL *restrict state = scratch + 3 * units, *restrict code = scratch + 4 * units, *restrict lost = scratch + 5 * units;
    REAL *restrict sums = scratch + 6 * units;
    REAL *restrict of_bias = sums, *restrict of_beta = sums + units, *restrict of_gain = sums + 2 * units;
    const REAL *restrict bias = a->bias + first, *restrict gain = a->gain + first;
    const REAL eps = (REAL)a->eps, unit = (REAL)a->surrogate.unit, k = (REAL)a->surrogate.steepness;
    double *restrict totals = (double *)(scratch + 10 * units);
    memset(totals, 0, 3 * units * sizeof(double));
    memset(lost, 0, 4 * units * sizeof(REAL)); /* and the sums behind it */
    memcpy(beta, a->threshold_bias + first, units * sizeof(REAL));
    memcpy(before, a->initial + sample * all + first, units * sizeof(REAL));
    memcpy(total, a->of_final + sample * all + first, units * sizeof(REAL));
    memcpy(state, a->final + sample * all + first, units * sizeof(REAL));
    for (int64_t t = steps - 1; t >= 0; t--) {
        const REAL *restrict candidate = row(&a->candidate, sample, t, first);
        const REAL *restrict threshold = fixed ? NULL : row(&a->threshold, sample, t, first);
        const REAL *restrict of_outputs = row(&a->of_outputs, sample, t, first);
        const int64_t earlier = t > 0 ? t - 1 : 0; /* step 0 has the initial state before it: there what is read is not used */
        const int8_t *restrict codes = code_row(&a->kept, sample, earlier, first);
        const REAL *restrict kept = row(&a->kept, sample, earlier, first);
        REAL *restrict of_candidate = row(&a->of_candidate, sample, t, first);
        REAL *restrict of_threshold = fixed ? NULL : row(&a->of_threshold, sample, t, first);
        ahead(candidate, a->candidate.step, t, units);
        ahead(of_outputs, a->of_outputs.step, t, units);
        if (!fixed) ahead(threshold, a->threshold.step, t, units);
        if (mode == BETWEEN) ahead(kept, a->kept.step, earlier, units);
        if (mode == BMRU) decode(codes, code, units);
        SIMD
        for (int64_t d = 0; d < units; d++) {
            REAL c = candidate[d] + bias[d], b = fixed ? beta[d] : threshold[d] + beta[d];
            REAL distance = size(c) - size(b), sign = sign_of(c), s = state[d], previous;
            int written = size(c) >= size(b);
            REAL own = of_outputs[d] * gain[d], g = mode == CMRU ? compensated(total[d], own, &lost[d]) : total[d] + own;
            REAL gate;
            if (mode == CMRU) {
                previous = s - (written ? sign : 0);
                gate = g * sign;
            } else {
                REAL found = mode == BMRU ? decoded(code[d], before[d]) : kept[d];
                previous = t > 0 ? found : before[d];
                gate = g * (sign + (eps - 1) * previous);
            }
            gate *= unit * slope(kind, distance * unit, k);
            REAL into = gate * sign + (written ? g : (REAL)0) * (2 * unit * slope(kind, c * unit, k));
            REAL over = gate * -sign_of(b);
            of_candidate[d] = into;
            if (!fixed) of_threshold[d] = over;
            of_bias[d] += into, of_beta[d] += over, of_gain[d] += of_outputs[d] * s;
            state[d] = previous;
            if (mode == BMRU) total[d] = written ? (REAL)0 : g;
            else total[d] = mode == CMRU ? g : written ? eps * g : g;
        }
        if (t % BLOCK == 0) flush(3, sums, totals, units);
    }
    memcpy(a->of_initial + sample * all + first, total, units * sizeof(REAL));
    for (int p = 0; p < 3; p++) memcpy(a->totals + (sample * 3 + p) * all + first, totals + p * units, units * sizeof(double));
}

#define FORWARD(mode, fixed) \
    bistable_steps(a, mode, fixed, sample, shape->steps, shape->units, first, units, scratch)

int bistable_forward(const struct shape *shape, const struct bistable *a) {
    int mode = a->eps == 0 ? BMRU : a->eps == 1 ? CMRU : BETWEEN, fixed = !a->threshold.data;
    int64_t bytes = shape->samples * shape->steps * shape->units * sizeof(REAL);
    expect(a->outputs.data, bytes);
    if (a->states.data) expect(a->states.data, bytes);
    if (mode == BETWEEN) expect(a->kept.data, bytes);
    if (mode == BMRU) expect(a->kept.data, bytes / sizeof(REAL));
    EACH(shape, 64, 3, {
        if (mode == BMRU && fixed) FORWARD(BMRU, 1);
        else if (mode == BMRU) FORWARD(BMRU, 0);
        else if (mode == CMRU && fixed) FORWARD(CMRU, 1);
        else if (mode == CMRU) FORWARD(CMRU, 0);
        else if (fixed) FORWARD(BETWEEN, 1);
        else FORWARD(BETWEEN, 0);
    })
}

#define BACKWARD(mode, fixed, kind) \
    bistable_gradients(a, mode, fixed, kind, sample, shape->steps, shape->units, first, units, scratch)
#define BACKWARD_OF(kind)                                          \
    if (mode == BMRU && fixed) BACKWARD(BMRU, 1, kind);            \
    else if (mode == BMRU) BACKWARD(BMRU, 0, kind);                \
    else if (mode == CMRU && fixed) BACKWARD(CMRU, 1, kind);       \
    else if (mode == CMRU) BACKWARD(CMRU, 0, kind);                \
    else if (fixed) BACKWARD(BETWEEN, 1, kind);                    \
    else BACKWARD(BETWEEN, 0, kind);

int bistable_backward(const struct shape *shape, const struct bistable *a) {
    int mode = a->eps == 0 ? BMRU : a->eps == 1 ? CMRU : BETWEEN, fixed = !a->threshold.data, kind = (int)a->surrogate.kind;
    int64_t bytes = shape->samples * shape->steps * shape->units * sizeof(REAL);
    expect(a->of_candidate.data, bytes);
    if (!fixed) expect(a->of_threshold.data, bytes);
    EACH(shape, 64, 13, {
        if (kind == ARCTANGENT) { BACKWARD_OF(ARCTANGENT) }
        else if (kind == FAST_SIGMOID) { BACKWARD_OF(FAST_SIGMOID) }
        else { BACKWARD_OF(TRIANGLE) }
    })
}

#undef FORWARD
#undef BACKWARD
#undef BACKWARD_OF
