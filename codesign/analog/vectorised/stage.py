"""What a cell's ``vectorised.py`` is given: its layer on some dies, and what its weights make of the inputs."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from codesign.analog.vectorised.calibration import Calibration, Structure
from codesign.analog.vectorised.dies import Dies
from codesign.analog.vectorised.ports import Array, Lines, mirrored
from codesign.network import Layer

__all__ = ["LayerCurrents", "Stage", "fingers"]


@dataclass(frozen=True, eq=False, kw_only=True)
class LayerCurrents:
    """What the outputs source and what they sink, and the states at the end of each step.

    All are (dies, steps, samples, outputs); currents in unit currents.
    """

    source: Array
    sink: Array | None = None
    states: dict[str, NDArray[np.bool_]] = field(default_factory=dict)

    @property
    def net(self) -> Array:
        """What flows out of them in all."""
        return self.source if self.sink is None else np.asarray(self.source - self.sink)


@dataclass(frozen=True, eq=False, kw_only=True)
class Stage:
    """One layer. ``lines`` are those of its ports, ``ports`` their paths, ``end`` is where its outputs go: ``port``
    or the name of a decision."""

    layer: Layer
    path: str
    dies: Dies
    calibration: Calibration
    structure: Structure
    fingers_per_unit: int
    lines: Lines
    ports: tuple[str, ...]
    elements: dict[str, str]
    """Parameter, as in ``weight[0,1]`` -> transistor."""
    end: str

    def sums(self, node: str) -> tuple[Array, Array]:
        """What all weights and the bias of each unit source into ``node``, and what they sink from it.

        Both are (dies, steps, samples, outputs), in unit currents.
        """
        mirrors = self.calibration.mirrors[node]
        bias = self.layer["bias"]
        diode = self.dies.log([f"{port}.mdiode" for port in self.ports])
        second = diode + self.dies.log([f"{port}.mload" for port in self.ports])
        second -= self.dies.log([f"{port}.mcopy" for port in self.ports])
        found = []
        for sign, lines, gain, chain, line, at_bias in (
            (1, self.lines.positive, mirrors.positive, second, "vbp", mirrors.bias_positive),
            (-1, self.lines.negative, mirrors.negative, diode, "vbn", mirrors.bias_negative),
        ):
            weights = self._matrix(sign, chain)
            signal = mirrored(lines, gain)
            flat = signal.reshape(signal.shape[0], -1, signal.shape[-1])
            sums = np.matmul(flat, weights).reshape(-1, *signal.shape[1:-1], weights.shape[-1])
            constant = np.zeros((self.dies.number, self.layer.outputs), dtype=np.float32)
            units = np.flatnonzero(sign * bias > 0)
            if len(units):
                log = self.dies.log([self.elements[f"bias[{unit}]"] for unit in units])
                fingers = np.abs(bias[units]) / self.fingers_per_unit
                constant[:, units] = self.dies.line(line)[:, None] * at_bias * fingers * np.exp(log)
            found.append(sums + constant[:, None, None, :])
        return found[0], found[1]

    def _matrix(self, sign: int, chain: NDArray[np.float64]) -> Array:
        """(dies, inputs, outputs): the weights of one sign, with the mismatch of each and of its port."""
        weight = self.layer["weight"]
        units, inputs = np.nonzero(sign * weight > 0)
        matrix = np.zeros((self.dies.number, self.layer.inputs, self.layer.outputs), dtype=np.float32)
        if len(units):
            log = self.dies.log([self.elements[f"weight[{u},{j}]"] for u, j in zip(units, inputs, strict=True)])
            values = np.abs(weight[units, inputs]) / self.fingers_per_unit
            matrix[:, inputs, units] = values * np.exp(log - chain[:, inputs])
        return matrix


def fingers(layer: Layer, name: str, per_unit: int) -> NDArray[np.float64]:
    """A tensor in unit currents."""
    return np.asarray(layer[name] / per_unit)
