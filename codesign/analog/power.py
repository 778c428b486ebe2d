"""What a chip draws from its supplies, predicted from its parameters and the twin's states, without a simulator.

By Kirchhoff, in unit currents, per step:

* **vdd** (feed-forward): an input port copies its current into the upper gate line; a positive weight or bias sources
  fingers / 8 times its line's current. At the node of a port it always does: where the sum is negative, the node goes
  to ground and it is the negative weights that leave saturation. At the node of a memory cell that is high it does
  not: the node is at the supply, and only what is sunk there can flow, so that all that is sourced shrinks to
  min(sourced, negative weights + ``sink``). A skip connection copies the earlier current, and twice the rectified own.
* **vddm** (memory cells): nothing while low; while high ``high``, and ``feedback`` shrunk as above.
* **vddr**: reference and bias, constant. **vddo**: the decision.

``sink``, ``feedback``, ``high`` and the constants are counted in the cell library and are data of the technology
(``currents`` in ``technology.yaml``); bias currents follow the reference at its corner and temperature. Nothing else is
measured or fitted. Left out: charging (some 0.07 unit currents per switching cell and step of 4 ms), leakage, finite
output conductance, and states other than the twin's.

Error of the mean power against ngspice (without ``bypass``) at the typical corner and 27 C, in both technologies, with
both memory cells and from 4 to 64 units: vdd within 3 %, vddm within 6 %, vddr within 3 %, vddo within 5 %, all
together within 3 %. It grows where transistors leak, to some 10 % at the fast corner and 85 C. ``tests/test_power.py``
holds it to that; ``scripts/power_study.py`` shows it against the size.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from codesign import coding, twin
from codesign.analog.library import evaluate
from codesign.analog.technology import Technology
from codesign.network import Layer, Network
from codesign.twin import NetworkTrace

__all__ = ["Power", "predict"]

Currents = NDArray[np.float64]


@dataclass(frozen=True, eq=False, kw_only=True)
class Power:
    """``currents``: supply -> (samples, steps), in unit currents; ``layers``: the same of each layer with its ports."""

    currents: Mapping[str, Currents]
    layers: Mapping[str, Mapping[str, Currents]]
    watts_per_unit: float

    def mean_w(self, supply: str | None = None) -> float:
        """Mean power over all samples and steps, of one supply or of all."""
        return self.watts_per_unit * float(
            sum(values.mean() for name, values in self.currents.items() if supply in (None, name))
        )


def predict(
    network: Network, inputs: NDArray[np.integer], technology: Technology, *, trace: NetworkTrace | None = None
) -> Power:
    """The currents for ``inputs`` (samples, steps, inputs), as encoded; ``trace`` saves running the twin again.

    Raises InputError for inputs that the network does not take.
    """
    trace = twin.simulate(network, inputs) if trace is None else trace
    scale = float(coding.scale(network.coding.kind, network.coding.parameters))
    signal: Currents = np.asarray(inputs, dtype=np.float64) * scale
    part = _Part(technology)
    outputs: dict[str, Currents] = {}
    layers: dict[str, dict[str, Currents]] = {}
    sunk: Currents = np.zeros(signal.shape[:2])
    for layer in network.layers:
        found = part.layer(layer, signal, trace.layers[layer.name].states.get("state"))
        vdd, output, sunk = found.vdd + signal.sum(axis=2), found.output, found.sunk
        if layer.skip:
            own = output * found.copies
            vdd = vdd + own.sum(axis=2) + outputs[layer.skip].sum(axis=2)
            output = output + outputs[layer.skip]
        layers[layer.name] = {"vdd": vdd, "vddm": found.vddm}
        outputs[layer.name] = signal = output
    decision = technology.currents.decision[technology.choice["decision"]]
    fixed = decision.fixed + decision.per_class * network.layers[-1].outputs
    reference = technology.currents.reference[technology.choice["reference"]] + technology.currents.bias
    constant = np.ones(signal.shape[:2]) * part.reference
    currents = {
        "vdd": sum((item["vdd"] for item in layers.values()), start=np.zeros(signal.shape[:2])),
        "vddm": sum((item["vddm"] for item in layers.values()), start=np.zeros(signal.shape[:2])),
        "vddr": constant * reference,
    }
    if fixed or decision.per_negative:
        currents["vddo"] = constant * fixed + sunk * decision.per_negative
    return Power(currents=currents, layers=layers, watts_per_unit=technology.unit_current_a * technology.supply_v)


@dataclass(frozen=True, eq=False, kw_only=True)
class _Found:
    """Of one layer: (samples, steps) from vdd, from vddm and out of all nodes by negative weights; ``output`` (samples,
    steps, outputs); ``copies``: how often a skip connection copies its own output."""

    vdd: Currents
    vddm: Currents
    sunk: Currents
    output: Currents
    copies: int


class _Part:
    """The blocks of one technology under its conditions."""

    def __init__(self, technology: Technology) -> None:
        self.technology = technology
        self.reference = technology.operating_point.reference[technology.choice["reference"]]

    def layer(self, layer: Layer, signal: Currents, state: NDArray[np.int64] | None) -> _Found:
        """``state`` (samples, steps, outputs) of a layer of memory cells, None of any other."""
        weight = layer["weight"] / self.technology.fingers_per_unit
        bias = layer["bias"] / self.technology.fingers_per_unit * self.reference
        sourced = signal @ np.maximum(weight, 0).T + np.maximum(bias, 0)
        sunk = signal @ np.maximum(-weight, 0).T + np.maximum(-bias, 0)
        if state is not None:
            return self._memory(layer, state, sourced, sunk)
        rectified = bool(layer.attributes.get("relu"))
        output = np.maximum(sourced - sunk, 0) if rectified else sourced - sunk
        nothing = np.zeros(signal.shape[:2])
        return _Found(
            vdd=sourced.sum(axis=2), vddm=nothing, sunk=sunk.sum(axis=2), output=output, copies=2 if rectified else 0
        )

    def _memory(self, layer: Layer, state: NDArray[np.int64], sourced: Currents, sunk: Currents) -> _Found:
        law = self.technology.currents.memory_cell[self.technology.choice["memory_cell"]]
        sink, feedback, high = (
            self._of_units(layer, text) * self.reference for text in (law.sink, law.feedback, law.high)
        )
        offered = sourced + feedback
        flows = np.minimum(1.0, (sunk + sink) / np.maximum(offered, 1e-12))
        part = np.where(state == 1, flows, 1.0)
        gain = layer["gain"] / self.technology.fingers_per_unit * self.reference
        return _Found(
            vdd=(sourced * part).sum(axis=2),
            vddm=(state * (high + feedback * part)).sum(axis=2),
            sunk=sunk.sum(axis=2),
            output=state * gain,
            copies=0,
        )

    def _of_units(self, layer: Layer, text: str) -> Currents:
        """(outputs,): an expression of the cell's parameters, in unit currents."""
        values = {name: layer[name] / self.technology.fingers_per_unit for name in ("threshold", "width", "gain")}
        units = [{name: float(value[unit]) for name, value in values.items()} for unit in range(layer.outputs)]
        return np.array([evaluate(text, unit) for unit in units])
