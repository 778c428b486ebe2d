"""Arithmetic that costs less than its operator."""

from itertools import zip_longest
from typing import Any

from amaranth.hdl import C, Cat, Mux, Value

from codesign.digital.interval import Interval

__all__ = ["clip", "partial_products", "resized", "times"]


def times(value: Any, factor: int) -> Any:
    """``value`` x ``factor`` by shifts, sums and differences (canonical signed digits), without a multiplier.

    The product is signed and no wider than both together, an unsigned ``value`` counting with its sign.
    """
    value = _signed(value)
    digits = _digits(abs(factor))
    # The most significant digit is +1, so the sum can begin with it.
    total = value << digits[-1][1] if digits else C(0)
    for digit, shift in reversed(digits[:-1]):
        total = total + (value << shift) if digit > 0 else total - (value << shift)
    product = total if factor >= 0 else -total
    return product[: len(value) + abs(factor).bit_length()].as_signed() if digits else product


def partial_products(value: Any, choose: Any, first: int, second: int) -> list[Any]:
    """Numbers whose sum is ``value`` (signed) x ``first`` where ``choose`` is 1, otherwise x ``second``.

    Both factors are at least 0. Each term of the product is a digit of either factor, chosen in the logic of the adder;
    a partial product is two terms added up, so that a register can stand behind one adder.
    """
    terms = []
    for sign in (1, -1):
        shifts = [[shift for digit, shift in _digits(factor) if digit == sign] for factor in (first, second)]
        for one, other in zip_longest(*(sorted(found, reverse=True) for found in shifts)):
            pair = (C(0) if shift is None else value << shift for shift in (one, other))
            terms.append((sign, Mux(choose, *pair)))
    parts = []
    while terms:
        sign, total = terms.pop(0)
        if terms:
            other, term = terms.pop()  # the last ones are the negative ones
            total = total + term if other == sign else total - term
        parts.append(total if sign > 0 else -total)
    return parts or [C(0)]


def clip(value: Any, interval: Interval) -> Any:
    """``value``, or the bound of ``interval`` that is nearest to it; signed."""
    value = _signed(value)
    return Mux(_below(value, interval.low), interval.low, Mux(_below(~value, ~interval.high), interval.high, value))


def resized(value: Any, width: int) -> Any:
    """``value``, which is known to fit, in ``width`` bits."""
    value = Value.cast(value)
    missing = width - len(value)
    if missing <= 0:
        return value[:width]
    return Cat(value, (value[-1] if value.shape().signed else C(0, 1)).replicate(missing))


def _signed(value: Any) -> Any:
    """``value`` as a signed number, of one bit more where it is unsigned."""
    value = Value.cast(value)
    return value if value.shape().signed else Cat(value, C(0, 1)).as_signed()


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
