/* Products of many rows with a small matrix, in the precision REAL: rows (m, k) x (k, n), and its gradients.

   The matrix is packed into panels of PANEL columns, filled up with zeros, that stay in the cache while the rows pass by;
   TILE rows of a panel are summed in registers. An entry's sum runs over k in order, whatever the number of threads. */

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "pages.h"

#if defined(__AVX512F__)
enum { BYTES = 64, VECTORS = 4 };
#elif defined(__AVX2__)
enum { BYTES = 32, VECTORS = 2 };
#else
enum { BYTES = 16, VECTORS = 2 };
#endif
enum { LANES = BYTES / sizeof(REAL), PANEL = LANES * VECTORS, TILE = 6, ROWS = 96, SUMMED = 240 };

typedef REAL vector __attribute__((vector_size(BYTES), aligned(sizeof(REAL)), may_alias));

struct rows { REAL *data; int64_t step; }; /* stride between rows in elements; columns lie side by side */

/* c (rows, columns) = or += a (rows, length) x panel (length, PANEL); a has strides of its own. */
static inline __attribute__((always_inline)) void tile(
    const int rows, int64_t length, const REAL *a, int64_t a_row, int64_t a_column, const REAL *panel, int64_t panel_step,
    REAL *c, int64_t c_step, int64_t columns, int add) {
    vector sums[TILE][VECTORS];
    for (int r = 0; r < rows; r++)
        for (int v = 0; v < VECTORS; v++) sums[r][v] = (vector){0};
    for (int64_t i = 0; i < length; i++) {
        vector b[VECTORS];
        for (int v = 0; v < VECTORS; v++) b[v] = *(const vector *)(panel + i * panel_step + v * LANES);
        for (int r = 0; r < rows; r++) {
            REAL value = a[r * a_row + i * a_column];
            for (int v = 0; v < VECTORS; v++) sums[r][v] += value * b[v];
        }
    }
    for (int r = 0; r < rows; r++) {
        if (columns == PANEL) {
            for (int v = 0; v < VECTORS; v++) {
                vector *to = (vector *)(c + r * c_step + v * LANES);
                if (add) sums[r][v] += *to;
                *to = sums[r][v];
            }
        } else {
            REAL row[PANEL];
            memcpy(row, sums[r], sizeof row);
            for (int64_t n = 0; n < columns; n++) c[r * c_step + n] = add ? c[r * c_step + n] + row[n] : row[n];
        }
    }
}

static void tiles(int64_t rows, int64_t length, const REAL *a, int64_t a_row, int64_t a_column, const REAL *panel,
                  int64_t panel_step, REAL *c, int64_t c_step, int64_t columns, int add) {
    int64_t r = 0;
#define CALL(count) \
    tile(count, length, a + r * a_row, a_row, a_column, panel, panel_step, c + r * c_step, c_step, columns, add)
    for (; r + TILE <= rows; r += TILE) CALL(TILE);
    switch (rows - r) {
    case 5: CALL(5); break;
    case 4: CALL(4); break;
    case 3: CALL(3); break;
    case 2: CALL(2); break;
    case 1: CALL(1); break;
    }
#undef CALL
}

static REAL *memory(int64_t count) { return aligned_alloc(64, (count * sizeof(REAL) + 63) / 64 * 64); }

static int64_t least(int64_t a, int64_t b) { return a < b ? a : b; }

/* outputs (m, n) = inputs (m, k) x matrix (k, n), whose strides are given. */
int project(int64_t m, int64_t k, int64_t n, const struct rows *inputs, const REAL *matrix, int64_t step, int64_t column_step,
            const struct rows *outputs, int64_t threads) {
    int64_t panels = (n + PANEL - 1) / PANEL;
    REAL *packed = memory(panels * k * PANEL + 1);
    if (!packed) return 0;
    for (int64_t p = 0; p < panels; p++)
        for (int64_t i = 0; i < k; i++)
            for (int64_t j = 0; j < PANEL; j++) {
                int64_t column = p * PANEL + j;
                packed[(p * k + i) * PANEL + j] = column < n ? matrix[i * step + column * column_step] : 0;
            }
    expect(outputs->data, m * n * sizeof(REAL));
#pragma omp parallel for num_threads((int)threads) schedule(static) if (threads > 1)
    for (int64_t first = 0; first < m; first += ROWS)
        for (int64_t p = 0; p < panels; p++)
            tiles(least(ROWS, m - first), k, inputs->data + first * inputs->step, inputs->step, 1, packed + p * k * PANEL, PANEL,
                  outputs->data + first * outputs->step + p * PANEL, outputs->step, least(PANEL, n - p * PANEL), 0);
    free(packed);
    return 1;
}

/* result (k, n) = the sum over m of left (m, k) x right (m, n). The rows are cut into `parts` whose sums are added in order. */
int outer(int64_t m, int64_t k, int64_t n, const struct rows *left, const struct rows *right, REAL *result, int64_t parts,
          int64_t threads) {
    int64_t panels = (n + PANEL - 1) / PANEL, size = k * n, length = (m + parts - 1) / parts;
    REAL *sums = memory(parts * size + 1);
    int failed = !sums;
    if (failed) return 0;
    memset(sums, 0, parts * size * sizeof(REAL));
#pragma omp parallel for num_threads((int)threads) schedule(static) if (threads > 1)
    for (int64_t part = 0; part < parts; part++) {
        REAL *panel = memory(SUMMED * PANEL);
        if (!panel) { failed = 1; continue; }
        int64_t last = least(m, (part + 1) * length);
        for (int64_t first = part * length; first < last; first += SUMMED) {
            int64_t count = least(SUMMED, last - first);
            for (int64_t p = 0; p < panels; p++) {
                int64_t columns = least(PANEL, n - p * PANEL), step = right->step;
                const REAL *from = right->data + first * step + p * PANEL;
                if (columns < PANEL) { /* rows end here, and what lies behind may not be read */
                    memset(panel, 0, count * PANEL * sizeof(REAL));
                    for (int64_t i = 0; i < count; i++) memcpy(panel + i * PANEL, from + i * step, columns * sizeof(REAL));
                    from = panel, step = PANEL;
                }
                tiles(k, count, left->data + first * left->step, 1, left->step, from, step,
                      sums + part * size + p * PANEL, n, columns, 1);
            }
        }
        free(panel);
    }
    memcpy(result, sums, size * sizeof(REAL));
    for (int64_t part = 1; part < parts; part++)
        for (int64_t i = 0; i < size; i++) result[i] += sums[part * size + i];
    free(sums);
    return !failed;
}
