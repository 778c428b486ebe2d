"""The nets of a design: what drives each bit, how many inputs it drives, and what stores bits.

Yosys flattens the Verilog and leaves words as they are; a bit of a word-level cell stands for one LUT output. Synthesis
merges some of them and splits others: yosys maps mnist-src-55 (balanced) to 39,900 LUTs of an Artix-7, the weights
among them, and 17,400 flip-flops; here it has 24,600 bits of logic, 5,000 of read-only memories and 12,900 flip-flops.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from codesign import tools

__all__ = ["Memory", "Netlist", "flatten"]

_SCRIPT = """\
read_verilog design.v
hierarchy -check -top {top}
proc -norom
flatten
opt -full
opt_clean -purge
memory -nomap
opt_clean -purge
delete */t:$scopeinfo
rename -enumerate -pattern net_%_
write_json flat.json
write_verilog -noattr flat.v
"""
_TIME_LIMIT_S = 600.0
_SLICE = 8  # flip-flops that share an enable and a reset

Bit = tuple[str, int | None]
"""Name of a net, and the index of the bit where it has several."""


@dataclass(frozen=True, kw_only=True)
class Memory:
    """A port of a memory.

    ``width`` bits move in a cycle in which ``enable`` is 1 (None: in each), or, through a port without a clock, in one
    in which a bit of ``address`` changes.
    """

    width: int
    enable: Bit | None = None
    address: tuple[Bit, ...] | None = None


@dataclass(frozen=True, kw_only=True)
class Netlist:
    """What the energy is counted from."""

    sinks: Mapping[str, Mapping[Bit, int]]
    """Kind of the driver (``logic``, ``register``, ``memory``, ``input``) -> bit -> inputs that it drives."""
    registers: int
    """Flip-flops."""
    ports: tuple[Memory, ...]
    memory_bits: int


def flatten(verilog: Path, *, top: str, folder: Path) -> Netlist:
    """Flatten the design in ``verilog``; leaves ``flat.v``, whose nets are those of the result, in ``folder``.

    Raises ToolError where yosys fails.
    """
    (folder / "design.v").write_text(verilog.read_text())
    (folder / "flatten.ys").write_text(_SCRIPT.format(top=top))
    tools.run("yosys", ["-q", "flatten.ys"], folder=folder, time_limit_s=_TIME_LIMIT_S)
    return _netlist(json.loads((folder / "flat.json").read_text())["modules"][top])


def _netlist(module: Mapping[str, Any]) -> Netlist:
    names: dict[int, Bit] = {}
    for name, net in module["netnames"].items():
        for index, bit in enumerate(net["bits"]):
            if isinstance(bit, int):
                names.setdefault(bit, (name, index + net.get("offset", 0) if len(net["bits"]) > 1 else None))
    kinds: dict[int, str] = {
        bit: "input" for port in module["ports"].values() if port["direction"] == "input" for bit in port["bits"]
    }
    sinks: dict[int, int] = {}
    ports: list[Memory] = []
    registers = memory_bits = 0
    clocks: set[int] = set()
    for cell in module["cells"].values():
        parameters, connections = cell["parameters"], cell["connections"]
        kind = _kind(cell["type"])
        for port, bits in connections.items():
            if cell["port_directions"][port] == "output":
                kinds |= {bit: kind for bit in bits if isinstance(bit, int)}
            elif port in _CLOCKS:
                clocks |= {bit for bit in bits if isinstance(bit, int)}
            else:
                for bit in bits:
                    if isinstance(bit, int):
                        sinks[bit] = sinks.get(bit, 0) + _loads(port, connections)
        if kind == "register":
            registers += len(connections["Q"])
        if kind == "memory":
            memory_bits += int(parameters["WIDTH"], 2) * int(parameters["SIZE"], 2)
            ports += _ports(parameters, connections, names)
    found: dict[str, dict[Bit, int]] = {}
    for bit, kind in kinds.items():
        if isinstance(bit, int) and bit in names and bit not in clocks and sinks.get(bit):
            found.setdefault(kind, {})[names[bit]] = sinks[bit]
    return Netlist(sinks=found, registers=registers, ports=tuple(ports), memory_bits=memory_bits)


_CLOCKS = ("CLK", "RD_CLK", "WR_CLK")


def _kind(cell: str) -> str:
    if cell.startswith("$mem"):
        return "memory"
    return "register" if "dff" in cell else "logic"


def _loads(port: str, connections: Mapping[str, Any]) -> int:
    """Inputs behind one bit of a cell's port: a choice goes to every bit of the result, an enable to each slice."""
    if port == "S":
        return max(1, len(connections["Y"]))
    if port in ("EN", "SRST", "ARST"):
        return -(-len(connections["Q"]) // _SLICE)
    return 1


def _ports(parameters: Mapping[str, str], connections: Mapping[str, Any], names: Mapping[int, Bit]) -> list[Memory]:
    """Each read port, and each write port with one entry for each of its enables that differs."""
    width, address_bits = int(parameters["WIDTH"], 2), int(parameters["ABITS"], 2)
    clocked = parameters["RD_CLK_ENABLE"][::-1]
    found = []
    for port, enable in enumerate(connections["RD_EN"]):
        if clocked[port] == "1":
            found += _port(width, enable, names)
        else:
            bits = connections["RD_ADDR"][port * address_bits :][:address_bits]
            found.append(Memory(width=width, address=tuple(names[bit] for bit in bits if isinstance(bit, int))))
    enables = connections["WR_EN"]
    for enable in dict.fromkeys(enables):
        found += _port(enables.count(enable), enable, names)
    return found


def _port(width: int, enable: int | str, names: Mapping[int, Bit]) -> list[Memory]:
    if isinstance(enable, int):
        return [Memory(width=width, enable=names[enable])]
    return [Memory(width=width)] if enable == "1" else []
