"""A function in fixed point as logic: the integers of an :class:`~codesign.approximation.Approximation`."""

from collections.abc import Callable
from typing import Any

from amaranth.hdl import C, Cat, Module, Mux, Signal, Value, signed, unsigned
from amaranth.lib import wiring
from amaranth.lib.wiring import In, Out

from codesign.approximation import Approximation, FixedPoint
from codesign.digital.arithmetic import clip
from codesign.digital.interval import Interval
from codesign.errors import InputError

__all__ = ["CUTS", "ApproximationCore", "Cut", "approximated", "saturated", "shape_of"]

Cut = Callable[[str, Any], Any]
"""(name, value) -> the value one clock cycle later, or the same where there is no register."""

CUTS = 2
"""Places for registers: before the multiplication and behind it."""

_LARGEST_CONSTANT = 4096
"""Bits. Amaranth's simulator writes constants in decimal digits, and Python refuses to read many of them."""


def shape_of(form: FixedPoint) -> Any:
    """The shape of the integers of ``form``."""
    return signed(form.width) if form.signed else unsigned(form.width)


def saturated(value: Any, form: FixedPoint) -> Any:
    """``value`` clipped to the integers of ``form``."""
    found = clip(value, Interval(form.minimum, form.maximum))[: form.width]
    return found.as_signed() if form.signed else found


def approximated(value: Any, design: Approximation, *, cuts: tuple[Cut, Cut] | None = None) -> Any:
    """f(``value``), in the shape of the output's format; ``value`` must lie within the input's.

    ``cuts`` are put at the two places for registers, into every path. Without them all is combinational.
    """
    first, second = cuts or (_none, _none)
    width = design.magnitude_width
    mirrored: Any = C(0, 1)
    if design.reflection is not None:
        mirrored = value < 0
        magnitude = Mux(mirrored, -value, value)[:width]
    elif design.input_format.signed:
        magnitude = Cat(value[: width - 1], ~value[width - 1])  # minus the lowest number
    else:
        magnitude = value[:width]

    slope, base = _entry(design, magnitude)
    part = magnitude[: design.part_width]
    base = first("base", base)
    if not design.is_constant:
        base = first("slope", slope) * first("part", part) + base
    if design.reflection is not None:
        mirrored = first("mirrored", mirrored)

    total = Interval(*design.sum_range)
    y = base[: total.width]
    y = second("y", (y.as_signed() if total.signed else y) >> design.shift)
    if design.reflection is not None:
        y = Mux(second("mirrored_y", mirrored), C(design.reflection) - y, y)
    return saturated(y, design.output_format)


def _entry(design: Approximation, magnitude: Any) -> tuple[Any, Any]:
    """(slope, base) of the segment that ``magnitude`` lies in."""
    slopes, bases = (Interval(min(v), max(v)) for v in (design.slopes, design.bases))
    slope_width = 0 if design.is_constant else slopes.width
    width = bases.width + slope_width
    words = [
        base & ((1 << bases.width) - 1) | (slope & ((1 << slope_width) - 1)) << bases.width
        for slope, base in zip(design.slopes, design.bases, strict=True)
    ]
    if design.index_shift is None:
        found: Any = C(words[0], width)
        for start, word in zip(design.starts[1:], words[1:], strict=True):
            found = Mux(magnitude >= start, C(word, width), found)
    else:
        found = _read(words, width, magnitude >> design.index_shift)
    base, slope = found[: bases.width], found[bases.width :]
    return slope.as_signed() if slopes.signed else slope, base.as_signed() if bases.signed else base


def _read(words: list[int], width: int, index: Any) -> Any:
    """The word of that number; past the end, the last one."""
    bits = len(words).bit_length() - 1
    found = _choice(words[: 1 << bits], width, index[:bits])
    # Designs of equal segments have at most one more than a power of two.
    return Mux(index[bits:].any(), C(words[-1], width), found) if len(words) > 1 << bits else found


def _choice(words: list[int], width: int, index: Any) -> Any:
    """One of a power of two of words.

    They are slices of a constant: synthesis makes half of the logic of it that it makes of a choice among constants.
    """
    if len(words) == 1:
        return C(words[0], width)
    stride = (width - 1).bit_length()
    if len(words) << stride > _LARGEST_CONSTANT:
        half = len(words) // 2
        low, high = (_choice(part, width, index[:-1]) for part in (words[:half], words[half:]))
        return Mux(index[-1], high, low)
    table = sum(word << (number << stride) for number, word in enumerate(words))
    return C(table, len(words) << stride).bit_select(Cat(C(0, stride), index), width)


def _none(name: str, value: Any) -> Any:
    return value


class ApproximationCore(wiring.Component):
    """A function as a component of its own.

    Ports: ``x`` (in, the input's format), ``y`` (out, the output's), ``registers`` cycles later (0, 1 or 2). A new x is
    taken in every cycle.
    """

    def __init__(self, design: Approximation, *, registers: int = 0) -> None:
        if not 0 <= registers <= CUTS:
            raise InputError(f"registers must be 0..{CUTS}, not {registers!r}")
        self._design, self.registers = design, registers
        super().__init__({"x": In(shape_of(design.input_format)), "y": Out(shape_of(design.output_format))})

    def elaborate(self, platform: Any) -> Module:
        m = Module()

        def later(name: str, value: Any) -> Any:
            signal = Signal(Value.cast(value).shape(), name=name)
            m.d.sync += signal.eq(value)
            return signal

        # One register is worth most in front of the multiplier.
        cuts = (later if self.registers > 0 else _none, later if self.registers > 1 else _none)
        m.d.comb += self.y.eq(approximated(self.x, self._design, cuts=cuts))
        return m
