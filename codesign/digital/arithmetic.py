"""Arithmetic that costs less than its operator."""

from typing import Any

from amaranth.hdl import C, Mux

from codesign.digital.interval import Interval

__all__ = ["clip", "times"]


def times(value: Any, factor: int) -> Any:
    """``value`` (signed) x ``factor`` by shifts, sums and differences (canonical signed digits), without a multiplier.

    The product is signed and no wider than both together.
    """
    terms: list[tuple[int, Any]] = []
    shift, rest = 0, abs(factor)
    while rest:
        if rest & 1:
            digit = 2 - (rest & 3)  # 1, or -1 where a run of ones begins
            rest -= digit
            terms.append((digit, value << shift))
        rest, shift = rest >> 1, shift + 1
    # The most significant digit is +1, so the sum can begin with it.
    total = terms[-1][1] if terms else C(0)
    for digit, term in reversed(terms[:-1]):
        total = total + term if digit > 0 else total - term
    product = total if factor >= 0 else -total
    return product[: len(value) + abs(factor).bit_length()].as_signed() if terms else product


def clip(value: Any, interval: Interval) -> Any:
    """``value``, or the bound of ``interval`` that is nearest to it."""
    return Mux(value < interval.low, interval.low, Mux(value > interval.high, interval.high, value))
