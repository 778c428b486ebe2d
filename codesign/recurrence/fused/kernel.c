/* Recurrences in the precision REAL (float or double, FMA its fused multiply-add), one pass over the steps forward and one
   backward; see codesign/recurrence/memory.py for the equations.

   A thread has whole samples, or blocks of the units of a sample where there are fewer samples than threads. What a unit
   of a sample computes does not depend on how the work is split, and sums over samples are taken in their order, so
   results are the same for any number of threads. */

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "pages.h"

struct shape { int64_t samples, steps, units, threads; };
struct signal { void *data; int64_t sample, step; }; /* (samples, steps, units), strides in elements; that of units is 1 */
struct surrogate { double unit, steepness; int64_t kind; };

enum { ARCTANGENT, FAST_SIGMOID, TRIANGLE };
enum { BMRU, BETWEEN, CMRU };
enum { BLOCK = 64 }; /* steps whose gradients of parameters are added up in the signals' own precision */

/* The rows of a step never overlap. */
#define SIMD _Pragma("omp simd")
#define INLINE static inline __attribute__((always_inline))

/* How many parts the units of a sample are split into: whole cache lines each. */
static int64_t parts(const struct shape *shape, int64_t least) {
    int64_t wanted = shape->samples ? (shape->threads + shape->samples - 1) / shape->samples : 1;
    int64_t most = (shape->units + least - 1) / least;
    return wanted < 1 ? 1 : wanted > most ? (most < 1 ? 1 : most) : wanted;
}

/* body for each piece of the work: sample, first unit, units; scratch has scratch_rows rows of them, of 8 bytes each. */
#define EACH(shape, least, scratch_rows, body)                                                                  \
    int64_t pieces = parts(shape, least), width = (((shape)->units + pieces - 1) / pieces + least - 1) / least * least; \
    int failed = 0;                                                                                              \
    _Pragma("omp parallel for num_threads((int)(shape)->threads) schedule(static) if ((shape)->threads > 1)")   \
    for (int64_t piece = 0; piece < (shape)->samples * pieces; piece++) {                                        \
        int64_t sample = piece / pieces, first = piece % pieces * width;                                         \
        int64_t units = (shape)->units - first < width ? (shape)->units - first : width;                         \
        if (units <= 0) continue;                                                                                \
        REAL *scratch = aligned_alloc(64, ((scratch_rows) * units * sizeof(double) + 63) / 64 * 64);             \
        if (!scratch) { failed = 1; continue; }                                                                  \
        body;                                                                                                    \
        free(scratch);                                                                                           \
    }                                                                                                            \
    return !failed;

#include "common.h"
#include "bistable.h"
#include "window.h"
#include "ladder.h"
#include "linear.h"
