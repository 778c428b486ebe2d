/* The recurrence of BRC and nBRC layers (arXiv 2006.05252), forward and backward, for float and double. recurrence.py says
   what is computed; tests compare. Arrays lie as C has them: drive and activations (samples, steps, 3, units), in the order
   feedback, gate, candidate; states (samples, steps, units); initial (samples, units). What feedback and gate see of the
   states: a unit's own (BRC), weights (2, units), or all (nBRC, `dense`), a matrix as each function says. */
#include <stdint.h>

#ifndef NAME
#define JOIN(name, type) name##_##type
#define EXPAND(name, type) JOIN(name, type)
#define NAME(name) EXPAND(name, real)

#define real float
#include "kernel.c"
#undef real
#define real double
#define DOUBLE
#include "kernel.c"
#else

#include "../activations.h"

/* weight of a dense layer: (units, 2 units), the row of a state first. */
void NAME(forward)(int64_t samples, int64_t steps, int64_t units, int64_t dense, const real *restrict drive,
                   const real *restrict weight, const real *restrict initial, real *restrict states,
                   real *restrict activations)
{
    for (int64_t row = 0; row < samples * steps; row++) {
        const real *restrict given = drive + 3 * row * units;
        real *restrict kept = activations + 3 * row * units;
        const real *before = row % steps ? states + (row - 1) * units : initial + row / steps * units;
        real *after = states + row * units;
        if (dense) {
            memcpy(kept, given, 2 * units * sizeof *kept);
            for (int64_t k = 0; k < units; k++) {
                const real h = before[k];
#pragma GCC ivdep
                for (int64_t n = 0; n < 2 * units; n++)
                    kept[n] += weight[2 * k * units + n] * h;
            }
        } else
#pragma GCC ivdep
            for (int64_t n = 0; n < units; n++) {
                kept[n] = given[n] + weight[n] * before[n];
                kept[units + n] = given[units + n] + weight[units + n] * before[n];
            }
#pragma GCC ivdep
        for (int64_t n = 0; n < units; n++) {
            const real h = before[n];
            const real feedback = NAME(fast_tanh)(kept[n]), gate = NAME(logistic)(kept[units + n]);
            const real candidate = NAME(fast_tanh)(given[2 * units + n] + h + feedback * h);
            kept[n] = feedback;
            kept[units + n] = gate;
            kept[2 * units + n] = candidate;
            after[n] = candidate + gate * (h - candidate);
        }
    }
}

/* weight of a dense layer: (2 units, units), the column of a state. by_...: gradients of the loss. by_initial is what comes back
   through time; it and by_weight, which only a layer that is not dense gets, must hold 0 at the start. */
void NAME(backward)(int64_t samples, int64_t steps, int64_t units, int64_t dense, const real *restrict by_states,
                    const real *restrict activations, const real *restrict states, const real *restrict initial,
                    const real *restrict weight, real *restrict by_drive, real *restrict by_initial,
                    real *restrict by_weight)
{
    for (int64_t row = samples * steps - 1; row >= 0; row--) {
        const real *restrict given = by_states + row * units;
        const real *restrict kept = activations + 3 * row * units;
        const real *restrict before = row % steps ? states + (row - 1) * units : initial + row / steps * units;
        real *restrict result = by_drive + 3 * row * units;
        real *restrict back = by_initial + row / steps * units;
#pragma GCC ivdep
        for (int64_t n = 0; n < units; n++) {
            const real h = before[n], total = given[n] + back[n];
            const real feedback = kept[n], gate = kept[units + n], candidate = kept[2 * units + n];
            const real by_candidate = total * (1 - gate) * (1 - candidate * candidate);
            result[n] = by_candidate * h * (1 - feedback * feedback);
            result[units + n] = total * (h - candidate) * gate * (1 - gate);
            result[2 * units + n] = by_candidate;
            back[n] = total * gate + by_candidate * (1 + feedback);
        }
        if (dense)
            for (int64_t k = 0; k < 2 * units; k++) {
                const real by_sum = result[k];
#pragma GCC ivdep
                for (int64_t n = 0; n < units; n++)
                    back[n] += weight[k * units + n] * by_sum;
            }
        else
#pragma GCC ivdep
            for (int64_t n = 0; n < units; n++) {
                back[n] += weight[n] * result[n] + weight[units + n] * result[units + n];
                by_weight[n] += result[n] * before[n];
                by_weight[units + n] += result[units + n] * before[n];
            }
    }
}

#endif
