"""Recover every learned parameter from the text of a netlist alone, by following its nodes.

Names are not trusted: which input a weight belongs to is found from the gate line it hangs on, traced from the
transistor's subcircuit through the unit and the layer to the chip.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from codesign.errors import InputError

__all__ = ["read_back", "read_skips"]

_CELL = "memory_cell"
_SKIP = "skip_connection"
_SIGNS = {"positive_weight": 1, "negative_weight": -1}


@dataclass(frozen=True, kw_only=True)
class _Line:
    """An ``X`` statement as it stands in the text."""

    name: str
    nodes: tuple[str, ...]
    subcircuit: str
    parameters: Mapping[str, float]


@dataclass(frozen=True, kw_only=True)
class _Block:
    ports: tuple[str, ...]
    lines: tuple[_Line, ...]


def read_back(text: str) -> dict[str, dict[str, NDArray[np.int32]]]:
    """Layer name -> tensor name -> integers, as the transistors stand. Layers come in the order of the signal.

    Raises InputError for a text that is no netlist of this package.
    """
    blocks = _parse(text)
    top = _top(blocks)
    signal_of = _signals(top)
    found: dict[str, dict[str, NDArray[np.int32]]] = {}
    for line in top.lines:
        if line.subcircuit in blocks:  # what the text does not define is of the cell library
            found[line.subcircuit] = _layer(line, blocks, signal_of)
    return found


def read_skips(text: str) -> dict[str, str]:
    """Layer -> the earlier layer whose outputs are added to its own, followed from node to node.

    Raises InputError for a text that is no netlist of this package, and where some unit's connection differs.
    """
    blocks = _parse(text)
    top = _top(blocks)
    signal_of = _signals(top)
    driver: dict[str, tuple[str, int]] = {}
    for line in top.lines:
        if line.subcircuit in blocks:
            actual = dict(zip(blocks[line.subcircuit].ports, line.nodes, strict=True))
            driver |= {node: (line.subcircuit, int(port[1:])) for port, node in actual.items() if port[0] == "o"}
    # behind the rectifier of a skip connection the signal is still its layer's
    added = [line for line in top.lines if line.subcircuit == _SKIP]
    driver |= {line.nodes[2]: driver[line.nodes[0]] for line in added}
    ends = [(line.nodes[1], line.nodes[2]) for line in added]
    ends += [(line.nodes[0], line.nodes[1]) for line in top.lines if line.subcircuit == "positive_weight"]
    found: dict[str, str] = {}
    for gate, node in ends:
        (layer, unit), (source, source_unit) = driver[node], driver[signal_of[gate][0]]
        if unit != source_unit or found.setdefault(layer, source) != source:
            raise InputError(
                f"unit {unit} of {layer} adds unit {source_unit} of {source}; it was not written by codesign"
            )
    return found


def _top(blocks: Mapping[str, "_Block"]) -> "_Block":
    if "network" not in blocks:
        raise InputError("the netlist has no subcircuit 'network'; it was not written by codesign")
    return blocks["network"]


def _signals(top: "_Block") -> dict[str, tuple[str, int]]:
    """Gate line -> (signal, sign): an input port turns the signal on its first node into a pair of gate lines."""
    found: dict[str, tuple[str, int]] = {}
    for line in top.lines:
        if line.subcircuit == "input_port":
            found[line.nodes[0]] = (line.nodes[0], -1)
            found[line.nodes[1]] = (line.nodes[0], 1)
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
                value = sign * _whole(element, "fingers")
                if gate in ("vbn", "vbp"):
                    tensors["bias"][row] += value
                    continue
                signal, line_sign = signal_of[actual[gate]]
                if line_sign != sign:
                    raise InputError(f"{layer.name}.{unit.name}.{element.name} hangs on a gate line of the wrong sign")
                weight[row, signals.index(signal)] += value
            elif element.subcircuit == _CELL:
                for name in ("threshold", "width", "gain"):
                    tensors.setdefault(name, np.zeros(len(outputs), dtype=np.int32))[row] = _whole(element, name)
    return tensors


def _whole(line: _Line, name: str) -> int:
    value = line.parameters[name]
    if value != int(value):
        raise InputError(f"{line.name} has {value} {name}; fingers are whole")
    return int(value)


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
                    parameters={key: float(value) for key, value in parameters.items()},
                )
            )
    return blocks
