/* The step of the full form for kernel.c. tables: rho tanh(i / rho) for i = -drive_half .. drive_half - 1, tanh(v) for
   v = -8192 .. 8191, and z for h = -1024 .. 1023. */
static inline void step(const struct shape *s, const int32_t *restrict sum, int32_t *restrict i, int32_t *restrict h,
                        int32_t *restrict hs)
{
    const int32_t half = s->drive_half, bias = s->bias;
    const int16_t *restrict const drive = s->tables + half;
    const int16_t *restrict const outer = drive + half + 8192;
    const int16_t *restrict const slow = outer + 8192 + 1024;
    for (int n = 0; n < BLOCK; n++) {
        i[n] += sum[n] - ((i[n] >> 4) + (i[n] >> 5));
        const int32_t v = drive[clip(i[n], -half, half - 1)] + 2 * h[n] - 7 * hs[n] + bias;
        hs[n] = clip((((hs[n] - h[n]) * slow[h[n]]) >> 10) + h[n], -1024, 1023);
        h[n] = outer[clip(v, -8192, 8191)];
    }
}
