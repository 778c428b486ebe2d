"""Registers: which bits change together, and the clocked processes that say so."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from codesign.digital.vhdl.expressions import Expression, constant, wrapped
from codesign.digital.vhdl.netlist import Bit, Bits, Cell
from codesign.digital.vhdl.statements import clocked, indented
from codesign.digital.vhdl.wires import Place, Wires

__all__ = ["KINDS", "Control", "Register", "edge", "is_clocked", "processes", "split"]

KINDS = frozenset(("$dff", "$dffe", "$sdff", "$sdffe", "$sdffce", "$adff", "$adffe"))


@dataclass(frozen=True, kw_only=True)
class Control:
    """What makes a register change."""

    clock: Bit
    rising: bool
    enable: tuple[Bit, bool] | None
    """The bit, and the value at which it enables."""
    reset: tuple[Bit, bool] | None
    asynchronous: bool
    enable_first: bool
    """The (synchronous) reset counts only where the register is enabled."""


@dataclass(frozen=True, kw_only=True)
class Register:
    """A register, or a part of one that is one piece of a signal."""

    name: str
    control: Control
    data: Bits
    output: Bits
    reset_value: int


def _register(cell: Cell) -> Register:
    def bit(port: str, polarity: str) -> tuple[Bit, bool] | None:
        found = cell.inputs.get(port)
        return None if found is None else (found[0], cell.number(polarity, 1) == 1)

    asynchronous = cell.kind.startswith("$adff")
    control = Control(
        clock=cell.inputs["CLK"][0],
        rising=cell.number("CLK_POLARITY", 1) == 1,
        enable=bit("EN", "EN_POLARITY"),
        reset=bit("ARST", "ARST_POLARITY") if asynchronous else bit("SRST", "SRST_POLARITY"),
        asynchronous=asynchronous,
        enable_first=cell.kind == "$sdffce",
    )
    return Register(
        name=cell.name,
        control=control,
        data=cell.inputs["D"],
        output=cell.outputs["Q"],
        reset_value=cell.number("ARST_VALUE" if asynchronous else "SRST_VALUE"),
    )


def split(cells: Iterable[Cell], wires: Wires) -> list[Register]:
    """All registers, one for each piece of a signal; those without a name get a signal of their own."""
    found = []
    for cell in cells:
        register = _register(cell)
        if not any(wires.known(bit) for bit in register.output):
            wires.new(wires.names.numbered("register"), register.output)
        for start, place in wires.places(register.output):
            width = 0
            if place is None:
                while start + width < len(register.output) and not wires.known(register.output[start + width]):
                    width += 1
                wires.new(wires.names.numbered("register"), register.output[start : start + width])
            else:
                width = place.width
            found.append(
                Register(
                    name=register.name,
                    control=register.control,
                    data=register.data[start : start + width],
                    output=register.output[start : start + width],
                    reset_value=register.reset_value >> start & (1 << width) - 1,
                )
            )
    return found


def edge(clock: Expression, *, rising: bool) -> str:
    """The condition of a clocked process."""
    return f"{'rising' if rising else 'falling'}_edge({clock.text})"


def processes(
    registers: Iterable[Register], read: Callable[[Bits], Expression], place: Callable[[Bits], Place]
) -> list[list[str]]:
    """A process for all registers that change under the same condition."""
    groups: dict[Control, list[Register]] = {}
    for register in registers:
        groups.setdefault(register.control, []).append(register)
    return [_process(control, group, read, place) for control, group in groups.items()]


def _process(
    control: Control,
    group: list[Register],
    read: Callable[[Bits], Expression],
    place: Callable[[Bits], Place],
) -> list[str]:
    clock = read((control.clock,))
    sensitive = [clock.text]
    resets, updates = list[str](), list[str]()
    for register in group:
        target = place(register.output)
        resets += clocked(target, constant(register.reset_value, len(register.output)))
        updates += clocked(target, read(register.data))
    on_edge = f"if {edge(clock, rising=control.rising)} then"
    reset = _condition(control.reset, read)
    enable = _condition(control.enable, read)
    if reset and control.asynchronous:
        sensitive.append(read((control.reset[0],)).text if control.reset else "")
        body = [f"if {reset} then", *indented(resets), on_edge.replace("if ", "elsif ", 1)]
        body += [*indented(_if(enable, updates)), "end if;"]
    else:
        if reset and control.enable_first:
            inner = _if(enable, _if(reset, resets, updates))
        elif reset and enable:
            inner = [f"if {reset} then", *indented(resets), f"elsif {enable} then", *indented(updates), "end if;"]
            if not updates:
                inner = _if(reset, resets)
        elif reset:
            inner = _if(reset, resets, updates)
        else:
            inner = _if(enable, updates)
        body = [on_edge, *indented(inner), "end if;"]
    return [f"process ({', '.join(sensitive)})", "begin", *indented(body), "end process;"]


def _if(condition: str, yes: list[str], no: list[str] | None = None) -> list[str]:
    if not condition or not yes:
        return yes
    return [f"if {condition} then", *indented(yes), *(["else", *indented(no)] if no else []), "end if;"]


def _condition(found: tuple[Bit, bool] | None, read: Callable[[Bits], Expression]) -> str:
    if found is None:
        return ""
    bit, value = found
    if isinstance(bit, str):
        return "" if (bit == "1") == value else "false"
    expression = read((bit,))
    return expression.test if value else f"not {wrapped(expression, 'not')}"


def initial_values(initial: Mapping[int, str], bits: Bits) -> int:
    """The initial value of ``bits``; 0 where the netlist leaves it open."""
    return sum(1 << index for index, bit in enumerate(bits) if isinstance(bit, int) and initial.get(bit) == "1")


def is_clocked(cell: Cell) -> bool:
    """Whether what a cell gives changes with a clock alone."""
    return cell.kind in KINDS or (cell.kind == "$mem_v2" and bool(cell.number("RD_CLK_ENABLE")))
