/* What the recurrences share. */

/* H'(x), area 1. */
INLINE REAL slope(int kind, REAL x, REAL k) {
    if (kind == ARCTANGENT) { REAL y = (REAL)3.14159265358979323846 * k * x; return k / (1 + y * y); }
    if (kind == FAST_SIGMOID) { REAL y = 1 + 2 * k * (x < 0 ? -x : x); return k / (y * y); }
    REAL y = 1 - k * (x < 0 ? -x : x);
    return y > 0 ? k * y : (REAL)0;
}

INLINE REAL size(REAL x) { return x < 0 ? -x : x; }
INLINE REAL sign_of(REAL x) { return x >= 0 ? (REAL)1 : (REAL)-1; }

/* The state before anything was written is the initial one. */
INLINE REAL decoded(REAL code, REAL initial) { return code == 0 ? initial : code; }

INLINE REAL *row(const struct signal *signal, int64_t sample, int64_t step, int64_t unit) {
    return (REAL *)signal->data + sample * signal->sample + step * signal->step + unit;
}

INLINE int8_t *code_row(const struct signal *signal, int64_t sample, int64_t step, int64_t unit) {
    return (int8_t *)signal->data + sample * signal->sample + step * signal->step + unit;
}

/* sums (parameters, samples, units) of one block of steps, added to the totals and cleared. */
INLINE void flush(int64_t count, REAL *restrict sums, double *restrict totals, int64_t units) {
    for (int64_t p = 0; p < count; p++)
        SIMD
        for (int64_t d = 0; d < units; d++) totals[p * units + d] += sums[p * units + d], sums[p * units + d] = 0;
}
