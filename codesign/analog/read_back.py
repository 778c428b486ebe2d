"""Recover every learned parameter from the text of a netlist alone, by following its nodes.

Names are not trusted: which input a weight belongs to is found from the gate line it hangs on, traced from the
transistor's subcircuit through the unit and the layer to the chip.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from codesign.errors import InputError

__all__ = ["read_back"]

_CELL = "memory_cell"
_SIGNS = {"positive_weight": 1, "negative_weight": -1}


@dataclass(frozen=True, kw_only=True)
class _Line:
    """An ``X`` statement as it stands in the text."""

    name: str
    nodes: tuple[str, ...]
    subcircuit: str
    parameters: Mapping[str, int]


@dataclass(frozen=True, kw_only=True)
class _Block:
    ports: tuple[str, ...]
    lines: tuple[_Line, ...]


def read_back(text: str) -> dict[str, dict[str, NDArray[np.int32]]]:
    """Layer name -> tensor name -> integers, as the transistors stand. Layers come in the order of the signal.

    Raises InputError for a text that is no netlist of this package.
    """
    blocks = _parse(text)
    if "network" not in blocks:
        raise InputError("the netlist has no subcircuit 'network'; it was not written by codesign")
    top = blocks["network"]
    # An input port turns the signal on its first node into the pair of gate lines (n, p).
    signal_of = {}
    for line in top.lines:
        if line.subcircuit == "input_port":
            signal_of[line.nodes[0]] = (line.nodes[0], -1)
            signal_of[line.nodes[1]] = (line.nodes[0], 1)
    found: dict[str, dict[str, NDArray[np.int32]]] = {}
    for line in top.lines:
        if line.subcircuit in blocks:  # what the text does not define is of the cell library
            found[line.subcircuit] = _layer(line, blocks, signal_of)
    return found


def _layer(
    layer: _Line, blocks: Mapping[str, _Block], signal_of: Mapping[str, tuple[str, int]]
) -> dict[str, NDArray[np.int32]]:
    block = blocks[layer.subcircuit]
    actual = dict(zip(block.ports, layer.nodes, strict=True))
    lines = [node for port, node in actual.items() if port[0] in "np"]
    signals = list(dict.fromkeys(signal_of[node][0] for node in lines))
    outputs = [port for port in block.ports if port.startswith("o")]
    weight = np.zeros((len(outputs), len(signals)), dtype=np.int32)
    tensors: dict[str, NDArray[np.int32]] = {"weight": weight, "bias": np.zeros(len(outputs), dtype=np.int32)}
    for unit in block.lines:
        inner = blocks[unit.subcircuit]
        outer = dict(zip(inner.ports, unit.nodes, strict=True))
        row = outputs.index(outer["out"] if "out" in outer else outer["source"])
        for element in inner.lines:
            if element.subcircuit in _SIGNS:
                gate = outer[element.nodes[0]]
                sign = _SIGNS[element.subcircuit]
                value = sign * element.parameters["fingers"]
                if gate in ("vbn", "vbp"):
                    tensors["bias"][row] += value
                    continue
                signal, line_sign = signal_of[actual[gate]]
                if line_sign != sign:
                    raise InputError(f"{layer.name}.{unit.name}.{element.name} hangs on a gate line of the wrong sign")
                weight[row, signals.index(signal)] += value
            elif element.subcircuit == _CELL:
                for name in ("threshold", "width", "gain"):
                    tensors.setdefault(name, np.zeros(len(outputs), dtype=np.int32))[row] = element.parameters[name]
    return tensors


def _parse(text: str) -> dict[str, _Block]:
    blocks: dict[str, _Block] = {}
    statements: list[str] = []
    for raw in text.lower().splitlines():
        if raw.startswith("+"):
            statements[-1] += " " + raw[1:]
        elif raw and not raw.startswith("*"):
            statements.append(raw)
    name = ""
    ports: tuple[str, ...] = ()
    lines: list[_Line] = []
    for statement in statements:
        words = statement.split()
        if words[0] == ".subckt":
            name, ports, lines = words[1], tuple(words[2:]), []
        elif words[0] == ".ends":
            blocks[name] = _Block(ports=ports, lines=tuple(lines))
        elif words[0].startswith("x"):
            parameters = dict(word.split("=") for word in words if "=" in word)
            plain = [word for word in words if "=" not in word]
            lines.append(
                _Line(
                    name=plain[0],
                    nodes=tuple(plain[1:-1]),
                    subcircuit=plain[-1],
                    parameters={key: int(value) for key, value in parameters.items()},
                )
            )
    return blocks
