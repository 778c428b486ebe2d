"""Arithmetic that costs less than its operator."""

from typing import Any

from amaranth.hdl import C, Mux

from codesign.digital.interval import Interval

__all__ = ["clip", "times"]


def times(value: Any, factor: int) -> Any:
    """``value`` x ``factor`` by shifts, sums and differences (canonical signed digits), so without a multiplier."""
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
    return total if factor >= 0 else -total


def clip(value: Any, interval: Interval) -> Any:
    """``value``, or the bound of ``interval`` that is nearest to it."""
    return Mux(value < interval.low, interval.low, Mux(value > interval.high, interval.high, value))
