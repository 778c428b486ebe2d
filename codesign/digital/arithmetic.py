"""Arithmetic that costs less than its operator."""

from itertools import zip_longest
from typing import Any

from amaranth.hdl import C, Mux

from codesign.digital.interval import Interval

__all__ = ["clip", "times", "times_either"]


def times(value: Any, factor: int) -> Any:
    """``value`` (signed) x ``factor`` by shifts, sums and differences (canonical signed digits), without a multiplier.

    The product is signed and no wider than both together.
    """
    digits = _digits(abs(factor))
    # The most significant digit is +1, so the sum can begin with it.
    total = value << digits[-1][1] if digits else C(0)
    for digit, shift in reversed(digits[:-1]):
        total = total + (value << shift) if digit > 0 else total - (value << shift)
    product = total if factor >= 0 else -total
    return product[: len(value) + abs(factor).bit_length()].as_signed() if digits else product


def times_either(value: Any, choose: Any, first: int, second: int) -> Any:
    """``value`` (signed) x ``first`` where ``choose`` is 1, otherwise x ``second``; both factors are at least 0.

    One sum for both: each of its terms is a digit of either factor, chosen in the logic of the adder.
    """
    terms = []
    for sign in (1, -1):
        shifts = [[shift for digit, shift in _digits(factor) if digit == sign] for factor in (first, second)]
        for one, other in zip_longest(*(sorted(found, reverse=True) for found in shifts)):
            pair = (C(0) if shift is None else value << shift for shift in (one, other))
            terms.append((sign, Mux(choose, *pair)))
    total = terms[0][1] if terms else C(0)
    for sign, term in terms[1:]:
        total = total + term if sign > 0 else total - term
    return total[: len(value) + max(first, second).bit_length()].as_signed() if terms else total


def clip(value: Any, interval: Interval) -> Any:
    """``value`` (signed), or the bound of ``interval`` that is nearest to it."""
    return Mux(_below(value, interval.low), interval.low, Mux(_below(~value, ~interval.high), interval.high, value))


def _below(value: Any, bound: int) -> Any:
    """value < bound; a negative power of two needs no comparator: some of the upper bits differ from the sign."""
    power = (-bound).bit_length() - 1 if bound < 0 else 0
    if bound < 0 and -bound == 1 << power and len(value) > power + 1:
        return value[-1] & ~value[power:-1].all()
    return value < bound


def _digits(factor: int) -> list[tuple[int, int]]:
    """The canonical signed digits of ``factor`` >= 0 that are not 0, as (1 or -1, place), the lowest place first."""
    digits, shift = [], 0
    while factor:
        if factor & 1:
            digit = 2 - (factor & 3)  # 1, or -1 where a run of ones begins
            factor -= digit
            digits.append((digit, shift))
        factor, shift = factor >> 1, shift + 1
    return digits
