"""The lines of an entity's head and of its declarations, in an order that a reader expects."""

import re
from collections.abc import Iterable

from codesign.digital.vhdl.netlist import Net
from codesign.digital.vhdl.statements import WIDTH, indented
from codesign.digital.vhdl.wires import Signal

__all__ = ["head", "joined", "natural", "port_order"]

_DIRECTIONS = {"input": "in ", "output": "out"}


def head(name: str, package: str, ports: Iterable[Signal]) -> list[str]:
    """The entity ``name`` and the first line of its architecture."""
    ports = list(ports)
    widest = max((len(port.name) for port in ports), default=0)
    rows = [f"{port.name:<{widest}} : {_DIRECTIONS[port.direction]} {port.type}" for port in ports]
    return [
        "library ieee;",
        "use ieee.std_logic_1164.all;",
        "use ieee.numeric_std.all;",
        f"use work.{package}.all;",
        "",
        f"entity {name} is",
        "  port (",
        *indented([f"{row};" for row in rows[:-1]] + rows[-1:], 2),
        "  );",
        "end entity;",
        "",
        f"architecture rtl of {name} is",
    ]


def joined(declarations: list[tuple[str, str]]) -> list[str]:
    """Numbered signals of a family and of one type in one declaration."""
    groups: dict[tuple[str, str], list[str]] = {}
    for name, subtype in declarations:
        stem = re.sub(r"\d+", "", name) if re.search(r"_\d+$", name) else name
        groups.setdefault((stem, subtype), []).append(name)
    lines: list[str] = []
    for (_, subtype), names in groups.items():
        row = "signal"
        for index, name in enumerate(names):
            piece = f" {name}" + ("," if index + 1 < len(names) else f" : {subtype};")
            if len(row) + len(piece) > WIDTH and row.strip() not in ("", "signal"):
                lines.append(row)
                row = "  "
            row += piece
        lines.append(row)
    return lines


def natural(name: str) -> list[tuple[int, str]]:
    """A key that puts ``a_10`` behind ``a_9``."""
    return [(int(part), "") if part.isdigit() else (-1, part) for part in re.split(r"(\d+)", name) if part]


def port_order(net: Net) -> tuple[int, list[tuple[int, str]]]:
    """A key that puts clock and reset before the streams."""
    """What ports are sorted by: clock, reset, then the rest by name."""
    return ({"clk": 0, "rst": 1}.get(net.name, 2), natural(net.name))
