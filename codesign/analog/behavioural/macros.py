"""The macro-models as lines of SPICE. A node's voltage is a current in unit currents; 1 A is one, too."""

from collections.abc import Iterator

import numpy as np

from codesign.analog import writer
from codesign.analog.vectorised.calibration import Gain
from codesign.analog.vectorised.stage import Sign, Stage

__all__ = ["RESET", "Nodes", "factor", "fan", "port_line", "sum_node"]

RESET = "rst"
"""This node is at 1 V during the reset."""

_SMALLEST = 1e-4  # unit currents: what a gate line carries when its port gets nothing, about its leakage
_SIGNS: tuple[tuple[Sign, int], ...] = (("positive", 1), ("negative", -1))


class Nodes:
    """The names of the nodes of the layer ``name``."""

    def __init__(self, name: str) -> None:
        self._name = writer.word(name)

    def input(self, index: int) -> str:
        """Where the current into a port adds up."""
        return f"{self._name}_i{index}"

    def line(self, sign: Sign, index: int) -> str:
        """A gate line of a port."""
        return f"{self._name}_{sign[0]}{index}"

    def own(self, unit: int) -> str:
        """Where a rectified layer's own current adds up before a skip connection."""
        return f"{self._name}_r{unit}"

    def decides(self, unit: int) -> str:
        """The node of a memory cell that its net current charges."""
        return f"{self._name}_x{unit}"

    def state(self, unit: int) -> str:
        """Near 1 V while a memory cell is high, near 0 V while it is low."""
        return f"{self._name}_y{unit}"


def sum_node(name: str) -> str:
    """What makes the voltage of a node the sum of the currents into it."""
    return f"R{writer.word(name)} {name} 0 1"


def port_line(source: str, line: str, gain: Gain, *, lag_s: float) -> list[str]:
    """A gate line that follows the rectified current of the node ``source`` through a mirror of ``gain``."""
    number, word = writer.number, writer.word
    start, power = number(float(np.exp(gain.offset))), number(1 + gain.slope)
    return [
        f"B{word(line)} 0 {line} I={start}*pow(max(V({word(source)}),{number(_SMALLEST)}),{power})",
        f"R{line} {line} 0 1",
        f"C{line} {line} 0 {number(lag_s)}",
    ]


def factor(line: str, end: str, value: float, *, sign: int = 1) -> str:
    """``value`` times what the gate line carries, into the node ``end``; out of it for a ``sign`` of -1."""
    ends = f"0 {writer.word(end)}" if sign > 0 else f"{writer.word(end)} 0"
    return f"G{end}_{writer.word(line)} {ends} {line} 0 {writer.number(value)}"


def fan(
    stage: Stage, nodes: Nodes, unit: int, ends: tuple[str, str], kind: str, *, negative: float = 1.0
) -> Iterator[str]:
    """All weights and the bias of ``unit`` into the nodes ``ends``, positive and negative ones.

    Where these are one node, negative ones are taken out of it. ``kind`` names a mirror of the calibration;
    ``negative`` multiplies what is sunk.
    """
    for (sign, direction), end, times in zip(_SIGNS, ends, (1.0, negative), strict=True):
        way = direction if ends[0] == ends[1] else 1
        weights = stage.weights(sign)[0, :, unit]
        for index in np.flatnonzero(weights):
            yield factor(nodes.line(sign, int(index)), end, times * float(weights[index]), sign=way)
        bias = way * times * float(stage.biases(sign, kind)[0, unit])
        if bias:
            yield f"I{writer.word(end)}_bias{sign[0]} 0 {end} {writer.number(bias)}"
