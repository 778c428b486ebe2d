"""What of an operator's result is looked at, and how often: which low bits need to be computed, what needs a name."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from codesign.digital.vhdl.cells import LOW_BITS, OPERATORS
from codesign.digital.vhdl.netlist import Bit, Bits, Cell
from codesign.errors import ToolError

__all__ = ["count", "in_order", "narrowed"]


def in_order(cells: Iterable[Cell]) -> list[Cell]:
    """Operators, each behind those whose results it takes; among equals the order is that of ``cells``.

    Raises ToolError for a loop.
    """
    cells = list(cells)
    driver = {bit: index for index, cell in enumerate(cells) for bit in cell.outputs["Y"]}
    ordered: list[Cell] = []
    state = [0] * len(cells)  # 1: on the way, 2: done
    for start in range(len(cells)):
        waiting = [start]
        while waiting:
            index = waiting[-1]
            if state[index] == 2:
                waiting.pop()
                continue
            before = dict.fromkeys(
                driver[bit] for bits in cells[index].inputs.values() for bit in bits if bit in driver
            )
            missing = [other for other in before if state[other] != 2]
            if not missing:
                state[index] = 2
                ordered.append(cells[index])
                waiting.pop()
            elif any(state[other] == 1 for other in missing):
                raise ToolError(f"no VHDL for the operator {cells[index].name!r}: its result depends on itself")
            else:
                state[index] = 1
                waiting += reversed(missing)
    return ordered


def narrowed(ordered: list[Cell], others: Iterable[Bits]) -> list[Cell]:
    """The operators in the same order, with as few bits as ``others`` (whatever else reads bits) and they need."""
    used = {bit for bits in others for bit in bits}
    found = []
    for cell in reversed(ordered):
        result = cell.outputs["Y"]
        if cell.kind in OPERATORS and cell.kind in LOW_BITS:
            width = max((index + 1 for index, bit in enumerate(result) if bit in used), default=0)
            if width == 0:
                continue
            ports = ("B",) if cell.kind in ("$shl", "$sshl") else ("S",)
            cell = replace(
                cell,
                outputs={"Y": result[:width]},
                inputs={port: bits if port in ports else bits[:width] for port, bits in cell.inputs.items()},
            )
        elif not used.intersection(result):
            continue
        for bits in cell.inputs.values():
            used.update(bits)
        found.append(cell)
    return found[::-1]


def count(bits: Bits, hidden: Mapping[Bit, Bits], owner: Mapping[Bit, Bit], uses: Counter[Bit]) -> None:
    """Count where a result is read as a whole; where only a part of it is, it needs to be a signal."""
    start = 0
    while start < len(bits):
        bit = bits[start]
        result = hidden.get(bit)
        if result is not None and bits[start : start + len(result)] == result:
            uses[bit] += 1
            start += len(result)
            continue
        if bit in owner:
            uses[owner[bit]] += 2
        start += 1
