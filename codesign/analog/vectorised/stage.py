"""What a cell's ``vectorised.py`` is given: its layer on some dies, and what its weights make of the inputs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from codesign.analog.vectorised.calibration import Calibration, Gain, Structure
from codesign.analog.vectorised.dies import Dies
from codesign.analog.vectorised.ports import Array, Lines, mirrored
from codesign.network import Layer

__all__ = ["LayerCurrents", "Sign", "Stage", "fingers"]


Sign = Literal["positive", "negative"]
_FACTOR: Mapping[Sign, int] = {"positive": 1, "negative": -1}


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
    """One layer. ``lines`` are those of its ports (None: only its parameters are asked for), ``ports`` their paths.

    ``end`` is where its outputs go: ``port`` or the name of a decision.
    """

    layer: Layer
    path: str
    dies: Dies
    calibration: Calibration
    structure: Structure
    fingers_per_unit: int
    step_s: float
    lines: Lines | None
    ports: tuple[str, ...]
    elements: dict[str, str]
    """Parameter, as in ``weight[0,1]`` -> transistor."""
    end: str

    def sums(self, node: str) -> tuple[Array, Array]:
        """What all weights and the bias of each unit source into ``node``, and what they sink from it.

        Both are (dies, steps, samples, outputs), in unit currents.
        """
        if self.lines is None:
            raise TypeError(f"layer {self.layer.name!r}: there are no sums without inputs")
        mirrors = self.calibration.mirrors[node]
        found = []
        signs: tuple[tuple[Sign, Array, Gain], ...] = (
            ("positive", self.lines.positive, mirrors.positive),
            ("negative", self.lines.negative, mirrors.negative),
        )
        for sign, lines, gain in signs:
            weights = self.weights(sign).astype(np.float32)
            signal = mirrored(lines, gain)
            flat = signal.reshape(signal.shape[0], -1, signal.shape[-1])
            sums = np.matmul(flat, weights).reshape(-1, *signal.shape[1:-1], weights.shape[-1])
            found.append(sums + self.biases(sign, node).astype(np.float32)[:, None, None, :])
        return found[0], found[1]

    def weights(self, sign: Sign) -> NDArray[np.float64]:
        """(dies, inputs, outputs): the magnitudes of the weights of one sign, in diodes' widths, with the mismatch of
        each and of its port."""
        weight = self.layer["weight"]
        units, inputs = np.nonzero(_FACTOR[sign] * weight > 0)
        matrix = np.zeros((self.dies.number, self.layer.inputs, self.layer.outputs))
        if len(units):
            log = self.dies.log([self.elements[f"weight[{u},{j}]"] for u, j in zip(units, inputs, strict=True)])
            values = np.abs(weight[units, inputs]) / self.fingers_per_unit
            matrix[:, inputs, units] = values * np.exp(log - self._chain(sign)[:, inputs])
        return matrix

    def biases(self, sign: Sign, node: str) -> NDArray[np.float64]:
        """(dies, outputs): the magnitudes of the bias currents of one sign into ``node``, in unit currents."""
        mirrors = self.calibration.mirrors[node]
        gain, line = {"positive": (mirrors.bias_positive, "vbp"), "negative": (mirrors.bias_negative, "vbn")}[sign]
        bias = self.layer["bias"]
        found = np.zeros((self.dies.number, self.layer.outputs))
        units = np.flatnonzero(_FACTOR[sign] * bias > 0)
        if len(units):
            log = self.dies.log([self.elements[f"bias[{unit}]"] for unit in units])
            values = np.abs(bias[units]) / self.fingers_per_unit
            found[:, units] = self.dies.line(line)[:, None] * gain * values * np.exp(log)
        return found

    def _chain(self, sign: Sign) -> NDArray[np.float64]:
        """(dies, inputs): mismatch of what a port's output of one sign is held against."""
        diode = self.dies.log([f"{port}.mdiode" for port in self.ports])
        if sign == "negative":
            return diode
        load = self.dies.log([f"{port}.mload" for port in self.ports])
        return np.asarray(diode + load - self.dies.log([f"{port}.mcopy" for port in self.ports]))


def fingers(layer: Layer, name: str, per_unit: int) -> NDArray[np.float64]:
    """A tensor in unit currents."""
    return np.asarray(layer[name] / per_unit)
