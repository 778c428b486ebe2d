/* The recurrence of a floating-point SRC layer (arXiv 2306.03623), forward and backward, for float and double. recurrence.py
   says what is computed; tests compare. Arrays lie as C has them: drive, i, h and hs (samples, steps, units); initial states
   (samples, units); constants (7, units), in the order of the enum. */
#include <stdint.h>

#ifndef NAME
#define JOIN(name, type) name##_##type
#define EXPAND(name, type) JOIN(name, type)
#define NAME(name) EXPAND(name, real)

enum { LEAK, RHO, FEEDBACK, SLOW_FEEDBACK, BIAS, Z_HYP, Z_DEP };

#define real float
#include "kernel.c"
#undef real
#define real double
#define DOUBLE
#include "kernel.c"
#else

#include "../activations.h"

void NAME(forward)(int64_t samples, int64_t steps, int64_t units, const real *restrict drive,
                   const real *restrict constants, const real *restrict initial_i, const real *restrict initial_h,
                   const real *restrict initial_hs, real *restrict all_i, real *restrict all_h, real *restrict all_hs)
{
    for (int64_t row = 0; row < samples * steps; row++) {
        const int64_t here = row * units, there = row % steps ? here - units : row / steps * units;
        const real *restrict given = drive + here;
        const real *i = (row % steps ? all_i : initial_i) + there;
        const real *h = (row % steps ? all_h : initial_h) + there;
        const real *hs = (row % steps ? all_hs : initial_hs) + there;
#pragma GCC ivdep
        for (int64_t n = 0; n < units; n++) {
            const real *constant = constants + n;
            const real leaked = constant[LEAK * units] * i[n] + given[n], rho = constant[RHO * units];
            const real drop = NAME(logistic)(10 * (h[n] - (real)0.5));
            const real z = constant[Z_HYP * units] + (constant[Z_DEP * units] - constant[Z_HYP * units]) * drop;
            const real sum = rho * NAME(fast_tanh)(leaked / rho) + constant[FEEDBACK * units] * h[n] +
                             constant[SLOW_FEEDBACK * units] * hs[n] + constant[BIAS * units];
            all_i[here + n] = leaked;
            all_h[here + n] = NAME(fast_tanh)(sum);
            all_hs[here + n] = h[n] + z * (hs[n] - h[n]);
        }
    }
}

/* by_...: gradients of the loss; by_all_i, by_all_h and by_all_hs (samples, steps, units) are those of the states after each
   step, or NULL: none. by_i, by_h and by_hs (samples, units) are what comes back through time, and so those of the initial
   states at the end; they and by_bias must hold 0 at the start. nothing: zeros (units). Not `through`: h and hs of before a
   step are taken as given, so that only i carries a gradient. */
void NAME(backward)(int64_t samples, int64_t steps, int64_t units, int64_t through, const real *restrict by_all_i,
                    const real *restrict by_all_h, const real *restrict by_all_hs, const real *restrict all_i,
                    const real *restrict all_h, const real *restrict all_hs, const real *restrict initial_h,
                    const real *restrict initial_hs, const real *restrict constants, const real *restrict nothing,
                    real *restrict by_drive, real *restrict by_i, real *restrict by_h, real *restrict by_hs,
                    real *restrict by_bias)
{
    const real passed = through ? 1 : 0;
    for (int64_t row = samples * steps - 1; row >= 0; row--) {
        const int64_t here = row * units, there = row % steps ? here - units : row / steps * units;
        const real *restrict h_before = (row % steps ? all_h : initial_h) + there;
        const real *restrict hs_before = (row % steps ? all_hs : initial_hs) + there;
        const real *restrict given_i = by_all_i ? by_all_i + here : nothing;
        const real *restrict given_h = by_all_h ? by_all_h + here : nothing;
        const real *restrict given_hs = by_all_hs ? by_all_hs + here : nothing;
        const int64_t back = row / steps * units;
#pragma GCC ivdep
        for (int64_t n = 0; n < units; n++) {
            const real *constant = constants + n;
            const real h = all_h[here + n], rho = constant[RHO * units];
            const real saturated = NAME(fast_tanh)(all_i[here + n] / rho);
            const real by_sum = (given_h[n] + by_h[back + n]) * (1 - h * h);
            const real by_current = by_sum * (1 - saturated * saturated) + given_i[n] + by_i[back + n];
            const real drop = NAME(logistic)(10 * (h_before[n] - (real)0.5));
            const real reach = constant[Z_DEP * units] - constant[Z_HYP * units];
            const real z = constant[Z_HYP * units] + reach * drop;
            const real by_slow = given_hs[n] + by_hs[back + n];
            const real by_z = by_slow * (hs_before[n] - h_before[n]) * reach * 10 * drop * (1 - drop);
            by_drive[here + n] = by_current;
            by_bias[n] += by_sum;
            by_i[back + n] = by_current * constant[LEAK * units];
            by_h[back + n] = passed * (by_sum * constant[FEEDBACK * units] + by_slow * (1 - z) + by_z);
            by_hs[back + n] = passed * (by_sum * constant[SLOW_FEEDBACK * units] + by_slow * z);
        }
    }
}

#endif
