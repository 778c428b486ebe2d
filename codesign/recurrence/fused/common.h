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

/* Codes of a row; by themselves, since a loop over bytes and REALs would have vectors of the wrong length. */
INLINE void encode(const REAL *restrict values, int8_t *restrict codes, int64_t units) {
    SIMD
    for (int64_t d = 0; d < units; d++) codes[d] = (int8_t)(int)values[d];
}

INLINE void decode(const int8_t *restrict codes, REAL *restrict values, int64_t units) {
    SIMD
    for (int64_t d = 0; d < units; d++) values[d] = codes[d];
}

/* Ask for a row that comes later, going back in time: rows come with falling addresses but each with rising ones, and
   what fetches memory ahead by itself does not see through that. */
INLINE void ahead(const REAL *row, int64_t step, int64_t t, int64_t units) {
    enum { LINE = 64 / sizeof(REAL), AHEAD = 8192 / sizeof(REAL) };
    int64_t distance = AHEAD / units + 1;
    if (t >= distance)
        for (int64_t d = 0; d < units; d += LINE) __builtin_prefetch(row - distance * step + d);
}

/* sum + value; ``lost`` (what rounding took from the sum so far) is given back to it: thousands of steps may be summed. */
INLINE REAL compensated(REAL sum, REAL value, REAL *lost) {
    REAL owed = value - *lost, next = sum + owed;
    *lost = (next - sum) - owed;
    return next;
}

/* sums (parameters, samples, units) of one block of steps, added to the totals and cleared. */
INLINE void flush(int64_t count, REAL *restrict sums, double *restrict totals, int64_t units) {
    for (int64_t p = 0; p < count; p++)
        SIMD
        for (int64_t d = 0; d < units; d++) totals[p * units + d] += sums[p * units + d], sums[p * units + d] = 0;
}
