/* One layer of integer SRC neurons over a batch, event by event. The twin says what is computed; tests compare.
   Neurons are padded to whole blocks: the sums of one block stay in registers. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK = 112, LANES = 16, VECTORS = BLOCK / LANES };
typedef int32_t whole __attribute__((vector_size(4 * LANES), aligned(4), may_alias));
typedef float real __attribute__((vector_size(4 * LANES), aligned(4), may_alias));

struct shape {
    int32_t samples, frames, pixels, values, blocks;
    int32_t z_max, z_min, initial_h, initial_hs;
    int32_t drive_half, bias;  /* of the full form, as is what `tables` points to */
    const int16_t *tables;
};

static inline int32_t clip(int32_t value, int32_t low, int32_t high)
{
    return value < low ? low : value > high ? high : value;
}

/* The states of a block of neurons after a frame, from its weighted sums. Another cell has its own in the file STEP. */
#ifdef STEP
#include STEP
#else
static inline void step(const struct shape *s, const int32_t *restrict sum, int32_t *restrict i, int32_t *restrict h,
                        int32_t *restrict hs)
{
    const int32_t z_max = s->z_max, z_min = s->z_min;
    for (int n = 0; n < BLOCK; n++) {
        i[n] += sum[n] - ((i[n] >> 4) + (i[n] >> 5));
        const int32_t v = (i[n] > 0 ? 1023 : -1024) + 2 * (h[n] - 4 * hs[n] - 3000);
        hs[n] = clip((((hs[n] - h[n]) * (h[n] < 500 ? z_max : z_min)) >> 10) + h[n], -800, 1023);
        h[n] = clip((3 * v) >> 2, -1024, 1023);
    }
}
#endif

/* How far h may lie apart after a frame with the largest and the smallest drive, a part of its range: 0 where the neuron
   cannot take notice, as after a spike. */
static inline void look(const struct shape *s, const int32_t *restrict h, const int32_t *restrict hs,
                        float *restrict sensitivity)
{
    int32_t sum[BLOCK], i[BLOCK], reached[2][BLOCK], slow[BLOCK];
    for (int end = 0; end < 2; end++) {
        for (int n = 0; n < BLOCK; n++) {
            sum[n] = end ? 1 << 20 : -(1 << 20);
            i[n] = 0;
        }
        memcpy(reached[end], h, sizeof reached[end]);
        memcpy(slow, hs, sizeof slow);
        step(s, sum, i, reached[end], slow);
    }
    for (int n = 0; n < BLOCK; n++)
        sensitivity[n] = (reached[1][n] - reached[0][n]) * (1.0f / 2048);
}

/* A pixel with a value spikes in the frames when[first[k]] .. when[first[k + 1] - 1], k = pixel x values + value. */
static inline const int32_t *events_of(const struct shape *s, const int32_t *first, const uint8_t *image, int pixel)
{
    return first + (size_t)pixel * s->values + image[pixel];
}

/* weight: (blocks, pixels, BLOCK); all_i, spikes and sensitivity, which may be NULL: (samples, blocks, frames, BLOCK).
   Returns 0 if out of memory. */
int forward(const struct shape *s, const uint8_t *images, const int32_t *first, const int16_t *when,
            const int32_t *restrict weight, int32_t *restrict all_i, float *restrict spikes,
            float *restrict sensitivity)
{
    int32_t *const start = malloc((s->frames + 1) * sizeof *start);  /* of each frame's pixels in `active` */
    int32_t *const active = malloc(((size_t)s->frames * s->pixels + 1) * sizeof *active);
    const int complete = start && active;
    for (int sample = 0; complete && sample < s->samples; sample++) {
        const uint8_t *const image = images + (size_t)sample * s->pixels;
        memset(start, 0, (s->frames + 1) * sizeof *start);
        for (int pixel = 0; pixel < s->pixels; pixel++) {
            const int32_t *const found = events_of(s, first, image, pixel);
            for (int event = found[0]; event < found[1]; event++)
                start[when[event]]++;
        }
        for (int frame = 0, sum = 0; frame <= s->frames; frame++) {
            sum += start[frame];
            start[frame] = sum;  /* the end of the frame's pixels; filling them in backwards leaves the start */
        }
        for (int pixel = s->pixels - 1; pixel >= 0; pixel--) {
            const int32_t *const found = events_of(s, first, image, pixel);
            for (int event = found[0]; event < found[1]; event++)
                active[--start[when[event]]] = pixel;
        }
        for (int block = 0; block < s->blocks; block++) {
            int32_t i[BLOCK], h[BLOCK], hs[BLOCK];
            for (int n = 0; n < BLOCK; n++) {
                i[n] = 0;
                h[n] = s->initial_h;
                hs[n] = s->initial_hs;
            }
            for (int frame = 0; frame < s->frames; frame++) {
                const size_t place = (((size_t)sample * s->blocks + block) * s->frames + frame) * BLOCK;
                whole sums[VECTORS] = {0};
                for (int event = start[frame]; event < start[frame + 1]; event++) {
                    const whole *row = (const whole *)(weight + ((size_t)block * s->pixels + active[event]) * BLOCK);
                    for (int k = 0; k < VECTORS; k++)
                        sums[k] += row[k];
                }
                int32_t sum[BLOCK];
                memcpy(sum, sums, sizeof sum);
                if (frame == 0) {  /* the reset: its inputs are not looked at */
                    memset(all_i + place, 0, BLOCK * sizeof *all_i);
                    memset(spikes + place, 0, BLOCK * sizeof *spikes);
                    continue;
                }
                if (sensitivity)
                    look(s, h, hs, sensitivity + place);
                step(s, sum, i, h, hs);
                for (int n = 0; n < BLOCK; n++) {
                    all_i[place + n] = i[n];
                    spikes[place + n] = h[n] >= 512;
                }
            }
        }
    }
    free(start);
    free(active);
    return complete;
}

/* The sum over samples and frames of i x i, for each neuron: (blocks, BLOCK). */
void squares(const struct shape *s, const int32_t *restrict all_i, double *restrict sums)
{
    memset(sums, 0, (size_t)s->blocks * BLOCK * sizeof *sums);
    for (int sample = 0; sample < s->samples; sample++)
        for (int block = 0; block < s->blocks; block++) {
            const int32_t *restrict i = all_i + ((size_t)sample * s->blocks + block) * s->frames * BLOCK;
            int64_t sum[BLOCK] = {0};
            for (int frame = 0; frame < s->frames; frame++, i += BLOCK)
                for (int n = 0; n < BLOCK; n++)
                    sum[n] += (int64_t)i[n] * i[n];
            for (int n = 0; n < BLOCK; n++)
                sums[block * BLOCK + n] += sum[n];
        }
}

/* gradient: of the loss by the spikes, with its steps; sharpness: 1 / width of each neuron's surrogate (blocks, BLOCK),
   which is largest at i = centre; sensitivity: what forward gave, or NULL; by_current: room for (frames, BLOCK); result: by the weights, (blocks, pixels, BLOCK).
*/
void backward(const struct shape *s, const uint8_t *images, const int32_t *first, const int16_t *when,
              const int32_t *restrict all_i, const float *restrict gradient, int64_t sample_step, int64_t block_step,
              int64_t frame_step, int32_t centre, const float *restrict sharpness, const float *restrict sensitivity,
              float leak, float *restrict by_current, float *restrict result)
{
    memset(result, 0, (size_t)s->blocks * s->pixels * BLOCK * sizeof *result);
    memset(by_current, 0, BLOCK * sizeof *by_current);
    for (int sample = 0; sample < s->samples; sample++) {
        const uint8_t *const image = images + (size_t)sample * s->pixels;
        for (int block = 0; block < s->blocks; block++) {
            float total[BLOCK] = {0};
            for (int frame = s->frames - 1; frame > 0; frame--) {
                const size_t place = (((size_t)sample * s->blocks + block) * s->frames + frame) * BLOCK;
                const int32_t *restrict i = all_i + place;
                const float *restrict given = gradient + sample * sample_step + block * block_step + frame * frame_step;
                float local[BLOCK];
                for (int n = 0; n < BLOCK; n++) {
                    const float x = (i[n] - centre) * sharpness[block * BLOCK + n];
                    local[n] = given[n] / (1 + x * x);
                }
                if (sensitivity)
                    for (int n = 0; n < BLOCK; n++)
                        local[n] *= sensitivity[place + n];
                for (int n = 0; n < BLOCK; n++) {
                    total[n] = local[n] + leak * total[n];
                    by_current[(size_t)frame * BLOCK + n] = total[n];
                }
            }
            for (int pixel = 0; pixel < s->pixels; pixel++) {
                const int32_t *const found = events_of(s, first, image, pixel);
                if (found[0] == found[1])
                    continue;
                float *restrict row = result + ((size_t)block * s->pixels + pixel) * BLOCK;
                real sums[VECTORS];
                memcpy(sums, row, sizeof sums);
                for (int event = found[0]; event < found[1]; event++)
                    for (int k = 0; k < VECTORS; k++)
                        sums[k] += ((const real *)(by_current + (size_t)when[event] * BLOCK))[k];
                memcpy(row, sums, sizeof sums);
            }
        }
    }
}
