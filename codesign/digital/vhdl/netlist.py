"""The netlist that yosys writes as JSON: modules of nets and cells, bit by bit."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

__all__ = ["Bit", "Bits", "Cell", "Module", "Net", "modules"]

Bit = int | str
"""The number of a wire's bit, or one of the constants '0' and '1'."""
Bits = tuple[Bit, ...]
"""The least significant bit first."""


@dataclass(frozen=True, kw_only=True)
class Net:
    """A name for bits. A bit can have several names."""

    name: str
    bits: Bits
    signed: bool = False
    direction: str = ""
    """'input' or 'output' of the module, or ''."""


@dataclass(frozen=True, kw_only=True)
class Cell:
    """An operator, register, memory or instance of a module."""

    name: str
    kind: str
    parameters: Mapping[str, str]
    inputs: Mapping[str, Bits]
    outputs: Mapping[str, Bits]

    def number(self, parameter: str, default: int = 0) -> int:
        """A parameter that is a number, in any base that yosys writes."""
        text = self.parameters.get(parameter)
        return default if text is None else int(text.replace("x", "0") or "0", 2)

    @property
    def signed(self) -> bool:
        """Whether the operands are signed; an operator with two takes both alike."""
        return bool(self.number("A_SIGNED")) and ("B_SIGNED" not in self.parameters or bool(self.number("B_SIGNED")))


@dataclass(frozen=True, kw_only=True)
class Module:
    """Ports are the nets with a direction; they come first. Nets without a name of the designer's are left out."""

    name: str
    nets: tuple[Net, ...]
    cells: tuple[Cell, ...]
    initial: Mapping[int, str]
    """'0' or '1' for each bit of a register that has an initial value."""


def modules(text: str) -> dict[str, Module]:
    """The modules in the JSON ``text``, by name."""
    return {name: _module(name, found) for name, found in json.loads(text)["modules"].items()}


def _module(name: str, found: Mapping[str, Any]) -> Module:
    names = found["netnames"]
    nets = [
        Net(name=port, bits=_bits(at["bits"]), signed=bool(names[port].get("signed", 0)), direction=at["direction"])
        for port, at in found["ports"].items()
    ]
    nets += [
        Net(name=net, bits=_bits(at["bits"]), signed=bool(at.get("signed", 0)))
        for net, at in names.items()
        if not at["hide_name"] and net not in found["ports"]
    ]
    initial: dict[int, str] = {}
    for at in names.values():
        values = at["attributes"].get("init", "")
        initial.update(
            (bit, value)
            for bit, value in zip(at["bits"], reversed(values), strict=False)
            if isinstance(bit, int) and value in "01"
        )
    cells = tuple(_cell(cell, at) for cell, at in found["cells"].items())
    return Module(name=name, nets=tuple(nets), cells=cells, initial=initial)


def _cell(name: str, at: Mapping[str, Any]) -> Cell:
    ports = {port: _bits(bits) for port, bits in at["connections"].items()}
    directions = at["port_directions"]
    return Cell(
        name=name,
        kind=at["type"],
        parameters={key: str(value) for key, value in at["parameters"].items()},
        inputs={port: bits for port, bits in ports.items() if directions[port] == "input"},
        outputs={port: bits for port, bits in ports.items() if directions[port] == "output"},
    )


def _bits(bits: list[Any]) -> Bits:
    # What is undefined is 0, in every simulator alike.
    return tuple(bit if isinstance(bit, int) or bit == "1" else "0" for bit in bits)
