/* tanh and the logistic function of a kernel's `real`, in a form that compilers turn into vector instructions. Relative error
   of tanh: a few units in the last place, near 0, too. A kernel includes this once with `real` float, and once with
   `real` double and the macro DOUBLE; NAME(f) is the name of f for that type. */
#include <string.h>

/* GCC would give the clamped case of tanh, whose result is constant, a branch of its own, and leave a loop with a branch
   in it as it is. */
#if defined __GNUC__ && !defined __clang__
#pragma GCC optimize("no-tree-pre")
#endif

#undef BITS
#undef EXPONENT_BIAS
#undef MANTISSA_BITS
#undef LN2_HIGH
#undef LN2_LOW
#undef ABSOLUTE
#undef WITH_SIGN
#ifdef DOUBLE
#define BITS int64_t
#define ABSOLUTE __builtin_fabs
#define WITH_SIGN __builtin_copysign
#define EXPONENT_BIAS 1023
#define MANTISSA_BITS 52
#define LN2_HIGH 6.93147180369123816490e-01 /* its last bits are 0, so that n times it is exact */
#define LN2_LOW 1.90821492927058770002e-10
#else
#define BITS int32_t
#define ABSOLUTE __builtin_fabsf
#define WITH_SIGN __builtin_copysignf
#define EXPONENT_BIAS 127
#define MANTISSA_BITS 23
#define LN2_HIGH 0.693359375f
#define LN2_LOW -2.12194440e-4f
#endif

/* e^v - 1 for 0 <= v <= 40: v = n ln 2 + f with |f| <= ln 2 / 2, and a Taylor polynomial of e^f - 1. */
static inline real NAME(expm1_positive)(real v)
{
    const int n = (int)(v * (real)1.4426950408889634 + (real)0.5);
    const real f = (v - n * LN2_HIGH) - n * LN2_LOW;
#ifdef DOUBLE
    real p = (real)(1.0 / 87178291200.0);
    p = p * f + (real)(1.0 / 6227020800.0);
    p = p * f + (real)(1.0 / 479001600.0);
    p = p * f + (real)(1.0 / 39916800.0);
    p = p * f + (real)(1.0 / 3628800.0);
    p = p * f + (real)(1.0 / 362880.0);
    p = p * f + (real)(1.0 / 40320.0);
    p = p * f + (real)(1.0 / 5040.0);
#else
    real p = (real)(1.0 / 5040.0);
#endif
    p = p * f + (real)(1.0 / 720.0);
    p = p * f + (real)(1.0 / 120.0);
    p = p * f + (real)(1.0 / 24.0);
    p = p * f + (real)(1.0 / 6.0);
    p = p * f + (real)0.5;
    p = p * f * f + f;
    const BITS exponent = ((BITS)n + EXPONENT_BIAS) << MANTISSA_BITS;
    real power;
    memcpy(&power, &exponent, sizeof power);
    return power * p + (power - 1);
}

static inline real NAME(fast_tanh)(real v)
{
    const real size = ABSOLUTE(v);
    const real e = NAME(expm1_positive)(2 * (size > 20 ? 20 : size));
    return WITH_SIGN(e / (e + 2), v);
}

static inline real NAME(logistic)(real v)
{
    return (real)0.5 + (real)0.5 * NAME(fast_tanh)((real)0.5 * v);
}
