"""Memories: an array with its contents, and the processes of its ports."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from codesign.digital.vhdl.expressions import (
    Expression,
    Kind,
    call,
    constant,
    extended,
    of_kind,
    typed,
    vector,
    wrapped,
)
from codesign.digital.vhdl.netlist import Bits, Cell
from codesign.digital.vhdl.statements import indented
from codesign.digital.vhdl.wires import Place
from codesign.errors import ToolError

__all__ = ["Memory", "ReadPort", "WritePort", "memory"]


@dataclass(frozen=True, kw_only=True)
class ReadPort:
    """A read port; ``clock`` is None where it is combinational."""

    address: Bits
    data: Bits
    enable: Bits
    clock: Bits | None
    rising: bool
    sees: tuple[int, ...]
    """The write ports whose data it gives in the cycle in which they write to its address."""


@dataclass(frozen=True, kw_only=True)
class WritePort:
    """A clocked write port with an enable for each bit."""

    address: Bits
    data: Bits
    enable: Bits
    clock: Bits
    rising: bool

    def pieces(self) -> Iterator[tuple[int, int]]:
        """Where runs of bits of the same enable begin and end."""
        start = 0
        for end in range(1, len(self.enable) + 1):
            if end == len(self.enable) or self.enable[end] != self.enable[start]:
                yield start, end
                start = end


@dataclass(frozen=True, kw_only=True)
class Memory:
    """``rows`` are the initial contents, first address first."""

    name: str
    width: int
    rows: tuple[int, ...]
    reads: tuple[ReadPort, ...]
    writes: tuple[WritePort, ...]

    @property
    def depth(self) -> int:
        """Rows that can be addressed. Rows beyond those of the design hold 0."""
        addresses = [port.address for port in self.reads] + [port.address for port in self.writes]
        widest = max((len(_significant(address)) for address in addresses), default=0)
        return max(1 << widest, len(self.rows))

    def declaration(self, name: str, rows_type: str, row: str) -> list[str]:
        """The array's type and the array: a constant, or a signal where something writes to it."""
        shown = [constant(value, self.width).text for value in self.rows]
        digits = len(str(len(shown) - 1))
        what = "signal" if self.writes else "constant"
        lines = [
            f"-- {name}: {len(shown)} rows of {self.width} bits",
            f"type {rows_type} is array (0 to {self.depth - 1}) of {row};",
        ]
        rest = "(others => '0')" if self.width > 1 else "'0'"
        if not any(self.rows):
            return [*lines, f"{what} {name} : {rows_type} := (others => {rest});"]
        entries = [f"{index:>{digits}} => {text}" for index, text in enumerate(shown)]
        if self.depth > len(shown):
            entries.append(f"others => {rest}")
        return [
            *lines,
            f"{what} {name} : {rows_type} := (",
            *indented([f"{entry}," for entry in entries[:-1]]),
            f"  {entries[-1]}",
            ");",
        ]

    def index(self, address: Bits, read: Callable[[Bits], Expression]) -> str:
        """An address as the index of a row."""
        used = _significant(address)
        if not used:
            return "0"
        return call("to_integer", typed(of_kind(vector(read(used)), Kind.UNSIGNED)), kind=Kind.BIT, width=1).text

    def written(self, name: str, port: WritePort, read: Callable[[Bits], Expression]) -> list[str]:
        """What a write port does at its clock."""
        lines = list[str]()
        at = f"{name}({self.index(port.address, read)})"
        for start, end in port.pieces():
            if port.enable[start] == "0":
                continue
            target = at if end - start == self.width else f"{at}({_range(start, end)})"
            update = [f"{target} <= {of_kind(read(port.data[start:end]), Kind.UNSIGNED).text};"]
            enable = None if port.enable[start] == "1" else read(port.enable[start : start + 1]).test
            lines += update if enable is None else [f"if {enable} then", *indented(update), "end if;"]
        if self.depth > len(self.rows):  # rows that the design does not have keep their 0
            address = of_kind(vector(read(_significant(port.address))), Kind.UNSIGNED)
            return [f"if {address.text} < {len(self.rows)} then", *indented(lines), "end if;"]
        return lines

    def taken(self, name: str, port: ReadPort, target: Place, read: Callable[[Bits], Expression]) -> list[str]:
        """What a clocked read port does at its clock."""
        value = f"{name}({self.index(port.address, read)})"
        lines = [f"{target.text} <= {value};"]
        for number in port.sees:
            write = self.writes[number]
            equal = _equal(port.address, write.address, read)
            for start, end in write.pieces():
                if write.enable[start] == "0" or equal is None:
                    continue
                enable = (
                    () if write.enable[start] == "1" else (f"{wrapped(read(write.enable[start : start + 1]))} = '1'",)
                )
                update = f"{target.part(start, end - start).text} <= {_unsigned(read(write.data[start:end])).text};"
                condition = " and ".join((*enable, *equal))
                lines += [f"if {condition} then", f"  {update}", "end if;"] if condition else [update]
        if port.enable == ("1",):
            return lines
        return [f"if {read(port.enable).test} then", *indented(lines), "end if;"]


def _equal(a: Bits, b: Bits, read: Callable[[Bits], Expression]) -> tuple[str, ...] | None:
    """The condition under which two addresses are equal; () where they always are, None where they never are."""
    a, b = _significant(a), _significant(b)
    if a == b:
        return ()
    if all(isinstance(bit, str) for bit in (*a, *b)):
        return None
    width = max(len(a), len(b))
    left, right = (typed(extended(read(bits or ("0",)), width, signed=False)) for bits in (a, b))
    return (f"{wrapped(left)} = {wrapped(right)}",)


def _unsigned(expression: Expression) -> Expression:
    return of_kind(expression, Kind.UNSIGNED)


def _range(start: int, end: int) -> str:
    return str(start) if end == start + 1 else f"{end - 1} downto {start}"


def _significant(address: Bits) -> Bits:
    """Without leading zeros."""
    width = len(address)
    while width and address[width - 1] == "0":
        width -= 1
    return address[:width]


def memory(cell: Cell) -> Memory:
    """The memory in a ``$mem_v2`` cell; ToolError for ports that Amaranth does not make."""
    width, size, bits = cell.number("WIDTH"), cell.number("SIZE"), cell.number("ABITS")
    reads, writes = cell.number("RD_PORTS"), cell.number("WR_PORTS")

    def refuse(what: str) -> ToolError:
        return ToolError(f"no VHDL for the memory {cell.name!r}: {what}")

    if cell.number("OFFSET"):
        raise refuse("its first address is not 0")
    if cell.number("RD_WIDE_CONTINUATION") or cell.number("WR_WIDE_CONTINUATION"):
        raise refuse("a port is wider than a row")
    if any(bit != "0" for port in ("RD_ARST", "RD_SRST") for bit in cell.inputs[port]):
        raise refuse("a read port has a reset")
    init = cell.parameters.get("INIT", "").replace("x", "0").rjust(width * size, "0")
    rows = tuple(int(init[(size - row - 1) * width :][:width], 2) for row in range(size))
    clocked, rising = cell.number("RD_CLK_ENABLE"), cell.number("RD_CLK_POLARITY")
    write_clocked, write_rising = cell.number("WR_CLK_ENABLE"), cell.number("WR_CLK_POLARITY")
    transparent = cell.number("RD_TRANSPARENCY_MASK")
    if writes and write_clocked != (1 << writes) - 1:
        raise refuse("a write port has no clock")

    def part(port: str, index: int, size: int) -> Bits:
        return (cell.inputs.get(port) or cell.outputs[port])[index * size :][:size]

    return Memory(
        name=cell.name,
        width=width,
        rows=rows,
        reads=tuple(
            ReadPort(
                address=part("RD_ADDR", index, bits),
                data=part("RD_DATA", index, width),
                enable=part("RD_EN", index, 1),
                clock=part("RD_CLK", index, 1) if clocked >> index & 1 else None,
                rising=bool(rising >> index & 1),
                sees=tuple(other for other in range(writes) if transparent >> (index * writes + other) & 1),
            )
            for index in range(reads)
        ),
        writes=tuple(
            WritePort(
                address=part("WR_ADDR", index, bits),
                data=part("WR_DATA", index, width),
                enable=part("WR_EN", index, width),
                clock=part("WR_CLK", index, 1),
                rising=bool(write_rising >> index & 1),
            )
            for index in range(writes)
        ),
    )
