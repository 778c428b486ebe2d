"""Where each bit of a module is found: as a part of a signal, or in the expression of an operator that is used once."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from codesign.digital.vhdl.expressions import (
    Expression,
    Kind,
    atom,
    concatenation,
    constant,
    extended,
    of_kind,
    repeated,
)
from codesign.digital.vhdl.names import Names
from codesign.digital.vhdl.netlist import Bit, Bits

__all__ = ["Place", "Signal", "Wires"]


@dataclass(frozen=True, kw_only=True)
class Signal:
    """A port or signal of the VHDL."""

    name: str
    width: int
    kind: Kind
    direction: str = ""
    plain_vector: bool = False
    """Declared as std_logic_vector."""

    @property
    def type(self) -> str:
        """Its subtype indication."""
        if self.kind is Kind.BIT:
            return "std_logic"
        name = "std_logic_vector" if self.plain_vector else self.kind.value
        return f"{name}({self.width - 1} downto 0)"


@dataclass(frozen=True, kw_only=True)
class Place:
    """Bits ``low`` to ``low + width - 1`` of a signal."""

    signal: Signal
    low: int
    width: int

    @property
    def text(self) -> str:
        if self.width == self.signal.width:
            return self.signal.name
        if self.width == 1:
            return f"{self.signal.name}({self.low})"
        return f"{self.signal.name}({self.low + self.width - 1} downto {self.low})"

    def part(self, start: int, width: int) -> "Place":
        """A piece of this one."""
        return Place(signal=self.signal, low=self.low + start, width=width)

    @property
    def kind(self) -> Kind:
        return Kind.BIT if self.width == 1 else self.signal.kind

    @property
    def plain_vector(self) -> bool:
        return self.signal.plain_vector and self.width > 1

    @property
    def expression(self) -> Expression:
        """What is read there."""
        if self.plain_vector:
            found = atom(f"unsigned({self.text})", Kind.UNSIGNED, self.width)
            return replace(found, plain=self.text)
        return atom(self.text, self.kind, self.width)


@dataclass
class Wires:
    """The signals of a module and its bits."""

    names: Names
    signals: list[Signal] = field(default_factory=list)
    _places: dict[Bit, tuple[Signal, int]] = field(default_factory=dict)
    _bits: dict[Signal, Bits] = field(default_factory=dict)
    _folded: dict[Bit, tuple[Bits, Expression]] = field(default_factory=dict)

    def add(self, signal: Signal, bits: Bits) -> None:
        """A new signal, which is where those of its ``bits`` are found from now on that had no place."""
        self.signals.append(signal)
        self._bits[signal] = bits
        for index, bit in enumerate(bits):
            if isinstance(bit, int):
                self._places.setdefault(bit, (signal, index))

    def new(self, name: str, bits: Bits, kind: Kind = Kind.UNSIGNED) -> Signal:
        """A signal ``name`` for ``bits``."""
        signal = Signal(name=name, width=len(bits), kind=Kind.BIT if len(bits) == 1 else kind)
        self.add(signal, bits)
        return signal

    def fold(self, bits: Bits, expression: Expression) -> None:
        """``bits`` are found in ``expression``; all of them are read together."""
        self._folded[bits[0]] = bits, expression

    def bits(self, signal: Signal) -> Bits:
        """What a signal was added for."""
        return self._bits.get(signal, ())

    def known(self, bit: Bit) -> bool:
        """Whether the bit is in a signal."""
        return bit in self._places

    def place(self, bits: Bits) -> Place | None:
        """The part of a signal that ``bits`` are; None where they are not in one piece."""
        found = list(self.places(bits))
        return found[0][1] if len(found) == 1 else None

    def places(self, bits: Bits) -> Iterator[tuple[int, Place | None]]:
        """The pieces of ``bits``, each with the index it begins at; None for bits that are in no signal."""
        start = 0
        while start < len(bits):
            found = self._places.get(bits[start])
            end = start + 1
            if found is None:
                while end < len(bits) and bits[end] not in self._places:
                    end += 1
                yield start, None
            else:
                signal, low = found
                while end < len(bits) and self._places.get(bits[end]) == (signal, low + end - start):
                    end += 1
                yield start, Place(signal=signal, low=low, width=end - start)
            start = end

    def read(self, bits: Bits) -> Expression:
        """The value of ``bits``."""
        parts = list(self._parts(bits or ("0",)))  # no bits are the number 0; the least significant one first
        if len(parts) == 2:
            (low_bits, low), (high_bits, high) = parts
            if high.value == 0 and low.value is None:
                return extended(low, len(bits), signed=False)
            if set(high_bits) == {low_bits[-1]} and low.value is None and low.kind is not Kind.BIT:
                return extended(low, len(bits), signed=True)
        return concatenation([expression for _, expression in reversed(parts)])

    def _parts(self, bits: Bits) -> Iterator[tuple[Bits, Expression]]:
        start = 0
        while start < len(bits):
            end, expression = self._part(bits, start)
            yield bits[start:end], expression
            start = end

    def _part(self, bits: Bits, start: int) -> tuple[int, Expression]:
        first, end = bits[start], start + 1
        if self._constant(first):
            while end < len(bits) and self._constant(bits[end]):
                end += 1
            value = sum(1 << index for index, bit in enumerate(bits[start:end]) if bit == "1")
            return end, constant(value, end - start)
        if first in self._folded:
            whole, expression = self._folded[first]
            return start + len(whole), expression
        signal, low = self._places[first]
        while end < len(bits) and bits[end] == first:
            end += 1
        if end > start + 1:
            return end, repeated(Place(signal=signal, low=low, width=1).expression, end - start)
        while end < len(bits) and self._places.get(bits[end]) == (signal, low + end - start):
            end += 1
        place = Place(signal=signal, low=low, width=end - start)
        expression = place.expression
        return end, expression if place.width == signal.width else of_kind(expression, Kind.UNSIGNED)

    def _constant(self, bit: Bit) -> bool:
        # What nothing drives is 0, as everything undefined is.
        return isinstance(bit, str) or (bit not in self._places and bit not in self._folded)
