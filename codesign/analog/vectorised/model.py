"""Run a network through the vectorised model: all samples on all dies at once, layer after layer, as the twin does."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController

from codesign import cells, coding
from codesign.analog import rules
from codesign.analog.decisions import variant
from codesign.analog.devices import TOP
from codesign.analog.technology import Technology
from codesign.analog.vectorised.calibration import Calibration, Gain, load, structure
from codesign.analog.vectorised.dies import Dies
from codesign.analog.vectorised.ports import Array, Lines, mirrored, settled
from codesign.analog.vectorised.stage import LayerCurrents, Sign, Stage
from codesign.network import Layer, Network

__all__ = ["Model", "Run", "Skip"]

States = Mapping[str, Mapping[str, NDArray[np.bool_]]]


@dataclass(frozen=True, eq=False, kw_only=True)
class Run:
    """What the dies did. ``scores`` (dies, samples, classes) in unit currents x steps, ``decisions`` (dies, samples),
    ``states`` layer -> state -> (dies, samples, steps, units)."""

    scores: NDArray[np.float64]
    decisions: NDArray[np.int64]
    states: States


@dataclass(frozen=True, eq=False, kw_only=True)
class Skip:
    """A skip connection on some dies: factors (dies, outputs) of mismatch, and the mirrors' gains.

    ``own`` is that of the port which rectifies the layer's own currents; None where it has none.
    """

    earlier: NDArray[np.float64]
    earlier_gain: Gain
    own: NDArray[np.float64] | None = None
    own_gain: Gain | None = None


class Model:
    """A network on a technology, under its conditions, ready to be run on any dies."""

    def __init__(self, network: Network, technology: Technology, calibration: Calibration | None = None) -> None:
        """``calibration`` replaces that of the technology. Raises InputError for what cannot be mapped, for a cell that
        has no vectorised model and for conditions under which the technology is not calibrated."""
        self.network = network
        self.technology = technology
        self.calibration = calibration or load(technology)
        self.structure = structure(technology)
        self._parts = {kind: cells.part(kind, "vectorised") for kind in {layer.kind for layer in network.layers}}
        circuit = rules.require(network, technology)
        self._elements = {component.parameter: component.element for component in circuit.components}
        self._dies = Dies(circuit, technology, self.calibration)
        self._charges = {layer.name: self.charges(layer) for layer in network.layers}

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
        # The products are many and small: threads cost four times what they save.
        with _blas().limit(limits=1):
            return self._run(inputs, self.dies(seed=seed, dies=dies), states=states)

    def _run(self, inputs: NDArray[np.integer], drawn: Dies, *, states: bool) -> Run:
        scale = float(coding.scale(self.network.coding.kind, self.network.coding.parameters))
        signal: Array = np.ascontiguousarray(inputs.transpose(1, 0, 2)[None] * scale, dtype=np.float32)
        found: dict[str, LayerCurrents] = {}
        behind: dict[str, tuple[str, Array]] = {}
        """Layer -> the layer whose ports take its outputs, and what their second lines carry."""
        previous = ""
        for layer in self.network.layers:
            lines = self._lines(layer, signal)
            behind[previous] = (layer.name, lines.positive)
            currents: LayerCurrents = self._parts[layer.kind].run(self.stage(layer, drawn, lines))
            if layer.skip:
                name, second = behind[layer.skip]
                currents = self._skipped(currents, second, self.skip(layer, name, drawn))
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

    def dies(self, *, seed: int | None, dies: Sequence[int]) -> Dies:
        """Dies number ``dies`` of the batch ``seed``, or the one that has no mismatch."""
        return self._dies if seed is None else self._dies.drawn(seed=seed, dies=dies)

    def stage(self, layer: Layer, dies: Dies, lines: Lines | None = None) -> Stage:
        """What the cell of ``layer`` is given."""
        prefix = f"{layer.name}."
        last = layer is self.network.layers[-1]
        return Stage(
            layer=layer,
            path=f"{TOP}.x{layer.name}",
            dies=dies,
            calibration=self.calibration,
            structure=self.structure,
            fingers_per_unit=self.technology.fingers_per_unit,
            step_s=self.technology.step_s,
            lines=lines,
            ports=tuple(f"{TOP}.xport_{layer.name}_{j}" for j in range(layer.inputs)),
            elements={
                name.removeprefix(prefix): path for name, path in self._elements.items() if name.startswith(prefix)
            },
            end=self.technology.choice["decision"] if last else "port",
        )

    def skip(self, layer: Layer, behind: str, dies: Dies) -> Skip:
        """The skip connection into ``layer``; ``behind`` is the layer whose ports take the outputs of its source."""
        known = self.calibration
        units = range(layer.outputs)
        ports = [f"{TOP}.xport_{behind}_{k}" for k in units]
        blocks = [f"{TOP}.xskip_{layer.name}_{k}" for k in units]
        if not layer.attributes.get("relu", 0):
            earlier = _factor(dies, ports, [f"{block}.m1" for block in blocks])
            return Skip(earlier=earlier, earlier_gain=known.mirrors["port"].positive)
        return Skip(
            earlier=_factor(dies, ports, [f"{block}.mskip" for block in blocks]),
            earlier_gain=known.skip_earlier,
            own=_factor(dies, blocks, [f"{block}.mown" for block in blocks]),
            own_gain=known.skip_own,
        )

    def charges(self, layer: Layer) -> dict[Sign, NDArray[np.float64]]:
        """Of the two gate lines of each of the layer's ports (inputs,), by the fingers that hang on them."""
        known = self.calibration
        weight = layer["weight"]
        negative, positive = np.maximum(-weight, 0).sum(axis=0), np.maximum(weight, 0).sum(axis=0)
        return {
            "negative": known.charge_negative.base + known.charge_negative.per_finger * negative,
            # the calibration had as many fingers on either line
            "positive": known.charge_positive.base + known.charge_positive.per_finger * (negative + positive) / 2,
        }

    @property
    def skip_charge(self) -> float:
        """Of the port that rectifies a layer's own currents before a skip connection."""
        known = self.calibration.charge_positive
        return known.base + known.per_finger * self.technology.fingers_per_unit / 2

    def _lines(self, layer: Layer, inputs: Array) -> Lines:
        """The ports in front of ``layer``."""
        charges = self._charges[layer.name]
        known = self.calibration
        return Lines(
            negative=settled(inputs, charges["negative"], leakage=known.leakage_negative),
            positive=settled(inputs, charges["positive"], leakage=known.leakage_positive),
        )

    def _skipped(self, own: LayerCurrents, lines: Array, skip: Skip) -> LayerCurrents:
        """``own`` plus what the second ``lines`` behind the skip's source add to it."""
        known = self.calibration
        added = mirrored(lines, skip.earlier_gain) * skip.earlier[:, None, None, :].astype(np.float32)
        if skip.own is None or skip.own_gain is None:
            return replace(own, source=own.source + added)
        charge = np.full(added.shape[-1], self.skip_charge)
        rectified = mirrored(settled(own.net, charge, leakage=known.leakage_positive), skip.own_gain)
        return replace(own, source=rectified * skip.own[:, None, None, :].astype(np.float32) + added, sink=None)


@cache
def _blas() -> ThreadpoolController:
    return ThreadpoolController().select(user_api="blas")


def _factor(dies: Dies, ports: Sequence[str], outputs: Sequence[str]) -> NDArray[np.float64]:
    """(dies, outputs): mismatch of ``outputs`` on the second lines of ``ports``."""
    names = (("mdiode", -1), ("mcopy", 1), ("mload", -1))
    chain = sum((sign * dies.log([f"{port}.{name}" for port in ports]) for name, sign in names), dies.log(outputs))
    return np.asarray(np.exp(chain))
