"""Run a network through the vectorised model: all samples on all dies at once, layer after layer, as the twin does."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from codesign import cells, coding
from codesign.analog.decisions import variant
from codesign.analog.devices import TOP
from codesign.analog.mapper import map_network
from codesign.analog.technology import Technology
from codesign.analog.vectorised.calibration import Calibration, load, structure
from codesign.analog.vectorised.dies import Dies
from codesign.analog.vectorised.ports import Array, Lines, mirrored, settled
from codesign.analog.vectorised.stage import LayerCurrents, Stage
from codesign.network import Layer, Network

__all__ = ["Model", "Run"]

States = Mapping[str, Mapping[str, NDArray[np.bool_]]]


@dataclass(frozen=True, eq=False, kw_only=True)
class Run:
    """What the dies did. ``scores`` (dies, samples, classes) in unit currents x steps, ``decisions`` (dies, samples),
    ``states`` layer -> state -> (dies, samples, steps, units)."""

    scores: NDArray[np.float64]
    decisions: NDArray[np.int64]
    states: States


class Model:
    """A network on a technology, under its conditions, ready to be run on any dies."""

    def __init__(self, network: Network, technology: Technology, calibration: Calibration | None = None) -> None:
        """``calibration`` replaces that of the technology. Raises InputError for what cannot be mapped, for a cell that
        has no vectorised model and for conditions under which the technology is not calibrated."""
        self.network = network
        self.technology = technology
        self._calibration = calibration or load(technology)
        self._structure = structure(technology)
        self._parts = {kind: cells.part(kind, "vectorised") for kind in {layer.kind for layer in network.layers}}
        circuit = map_network(network, technology)
        self._elements = {component.parameter: component.element for component in circuit.components}
        self._dies = Dies(circuit, technology, self._calibration)
        self._charges = {layer.name: self._charge(layer) for layer in network.layers}

    @property
    def transistors(self) -> int:
        """Of the chip."""
        return self._dies.transistors

    def run(
        self, inputs: NDArray[np.integer], *, seed: int | None = None, dies: Sequence[int] = (0,), states: bool = True
    ) -> Run:
        """``inputs`` (samples, steps, inputs), as encoded, on dies number ``dies`` of the batch ``seed``.

        Without a seed it is one die without mismatch. ``states`` says whether they are wanted.
        """
        drawn = self._dies if seed is None else self._dies.drawn(seed=seed, dies=dies)
        scale = float(coding.scale(self.network.coding.kind, self.network.coding.parameters))
        signal: Array = np.ascontiguousarray(inputs.transpose(1, 0, 2)[None] * scale, dtype=np.float32)
        found: dict[str, LayerCurrents] = {}
        behind: dict[str, tuple[str, Array]] = {}
        """Layer -> the layer whose ports take its outputs, and what their second lines carry."""
        previous = ""
        for position, layer in enumerate(self.network.layers):
            lines = self._lines(layer, signal)
            behind[previous] = (layer.name, lines.positive)
            stage = self._stage(layer, lines, drawn, last=position == len(self.network.layers) - 1)
            currents: LayerCurrents = self._parts[layer.kind].run(stage)
            if layer.skip:
                currents = self._skipped(layer, currents, *behind[layer.skip], drawn)
            signal = currents.net
            found[layer.name] = currents
            previous = layer.name
        decision = variant(self.technology.choice["decision"])
        scores = decision.scores(currents.source, currents.sink, drawn, self.network, self.technology)
        return Run(
            scores=scores,
            decisions=scores.argmax(axis=2),
            states={
                name: {state: values.transpose(0, 2, 1, 3) for state, values in currents.states.items()}
                for name, currents in found.items()
                if states and currents.states
            },
        )

    def _stage(self, layer: Layer, lines: Lines, dies: Dies, *, last: bool) -> Stage:
        prefix = f"{layer.name}."
        return Stage(
            layer=layer,
            path=f"{TOP}.x{layer.name}",
            dies=dies,
            calibration=self._calibration,
            structure=self._structure,
            fingers_per_unit=self.technology.fingers_per_unit,
            lines=lines,
            ports=tuple(f"{TOP}.xport_{layer.name}_{j}" for j in range(layer.inputs)),
            elements={
                name.removeprefix(prefix): path for name, path in self._elements.items() if name.startswith(prefix)
            },
            end=self.technology.choice["decision"] if last else "port",
        )

    def _charge(self, layer: Layer) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Of the two gate lines of each of the layer's ports, by the fingers that hang on them."""
        known = self._calibration
        weight = layer["weight"]
        negative, positive = np.maximum(-weight, 0).sum(axis=0), np.maximum(weight, 0).sum(axis=0)
        first = known.charge_negative.base + known.charge_negative.per_finger * negative
        # the calibration had as many fingers on either line
        both = known.charge_positive.base + known.charge_positive.per_finger * (negative + positive) / 2
        return first, both

    def _lines(self, layer: Layer, inputs: Array) -> Lines:
        """The ports in front of ``layer``."""
        first, both = self._charges[layer.name]
        known = self._calibration
        return Lines(
            negative=settled(inputs, first, leakage=known.leakage_negative),
            positive=settled(inputs, both, leakage=known.leakage_positive),
        )

    def _skipped(self, layer: Layer, own: LayerCurrents, behind: str, lines: Array, dies: Dies) -> LayerCurrents:
        """``own`` plus what the second ``lines`` of the ports of the layer ``behind`` the skip's source add to it."""
        known = self._calibration
        units = range(layer.outputs)
        ports = [f"{TOP}.xport_{behind}_{k}" for k in units]
        blocks = [f"{TOP}.xskip_{layer.name}_{k}" for k in units]
        rectified = bool(layer.attributes.get("relu", 0))
        element, gain = ("mskip", known.skip_earlier) if rectified else ("m1", known.mirrors["port"].positive)
        added = mirrored(lines, gain) * _factor(dies, ports, [f"{block}.{element}" for block in blocks])
        if not rectified:
            return replace(own, source=own.source + added)
        load = np.full(layer.outputs, self.technology.fingers_per_unit / 2)
        charge = known.charge_positive.base + known.charge_positive.per_finger * load
        current = mirrored(settled(own.net, charge, leakage=known.leakage_positive), known.skip_own)
        rectified_current = current * _factor(dies, blocks, [f"{block}.mown" for block in blocks])
        return replace(own, source=rectified_current + added, sink=None)


def _factor(dies: Dies, ports: Sequence[str], outputs: Sequence[str]) -> Array:
    """Mismatch of ``outputs`` on the second lines of ``ports``, to be multiplied with (dies, steps, samples, lines)."""
    names = (("mdiode", -1), ("mcopy", 1), ("mload", -1))
    chain = sum((sign * dies.log([f"{port}.{name}" for port in ports]) for name, sign in names), dies.log(outputs))
    return np.exp(chain).astype(np.float32)[:, None, None, :]
