"""The decision on the chip: an integrator per class sums its readout current over all steps, the largest sum wins.

The cells are ``integrator.cir`` and ``winner_take_all.cir`` of the technology. A positive score lowers the voltage of
its integrator, by ``swing`` where it reaches the network's ``full_scale``.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from codesign.analog.decisions import Ending, Outcome
from codesign.analog.devices import TOP
from codesign.analog.library import evaluate
from codesign.analog.netlist import Circuit, Instance
from codesign.analog.simulator import Waveforms
from codesign.analog.technology import Technology
from codesign.analog.timing import sample_times_s, start_s
from codesign.analog.vectorised.dies import Dies
from codesign.analog.vectorised.ports import Array
from codesign.errors import InputError
from codesign.network import Network

__all__ = ["TAKES", "build", "loads", "read", "saved", "scores"]

TAKES = ("mean_readout",)

_SCORE_PER_DRIVE = 64
"""The amplifier of the middle voltage is sized by the capacitors it drives; see ``integrator.cir``."""


def build(network: Network, technology: Technology) -> Ending:
    """Raises InputError for a network whose scores are no sums over all steps, and for one that does not say what its
    integrators must hold."""
    if network.decision.kind not in TAKES:
        raise InputError(
            f"the decision {network.decision.kind!r} of {network.name} cannot be taken by winner_take_all, whose "
            "integrators sum over all steps; let the currents leave the chip with --use decision=readout"
        )
    if not network.decision.parameters.get("full_scale"):
        raise InputError(
            f"the decision {network.decision.kind!r} of {network.name} has no full_scale, by which the integrators of "
            "a decision on the chip are sized; train the network again, or let its currents leave the chip with "
            "--use decision=readout"
        )
    classes = network.layers[-1].outputs
    return Ending(
        sources=tuple(f"plus{k}" for k in range(classes)),
        sinks=tuple(f"minus{k}" for k in range(classes)),
        outputs=tuple(f"d{k}" for k in range(classes)),
        instances=tuple(_instances(classes, network.decision.parameters["full_scale"], technology)),
        watched=tuple(f"v{k}" for k in range(classes)),
        full_scale=network.decision.parameters["full_scale"],
    )


def _instances(classes: int, full_scale: int, technology: Technology) -> Iterator[Instance]:
    yield Instance(
        name="middle",
        nodes=("middle", "vbp", "rst", "vddo"),
        subcircuit="middle",
        parameters={"classes": classes, "drive": -(-full_scale // _SCORE_PER_DRIVE)},
    )
    yield Instance(name="winner", nodes=("common", "vbp", "vddo"), subcircuit="winner_take_all")
    for k in range(classes):
        yield Instance(
            name=f"integrator{k}",
            nodes=(f"plus{k}", f"minus{k}", f"v{k}", "middle", "rst", "vddo"),
            subcircuit="integrator",
            parameters={"full_scale": full_scale, "unit": technology.unit_current_a, "step": technology.step_s},
        )
        yield Instance(
            name=f"winner{k}",
            nodes=(f"v{k}", f"d{k}", "source", "common", "vbp", "vddo"),
            subcircuit="winner_cell",
        )


def loads(circuit: Circuit, technology: Technology) -> list[str]:
    """None: the outputs are logic levels."""
    return []


def saved(circuit: Circuit) -> list[str]:
    """The outputs, then the voltages of the integrators."""
    return [*(f"v({name})" for name in circuit.outputs), *(f"v({TOP}.{name})" for name in circuit.watched)]


def read(circuit: Circuit, technology: Technology, waveforms: Waveforms, steps: int) -> Outcome:
    """The one class whose output is high at the end of the last step."""
    names = saved(circuit)
    last = sample_times_s(technology, steps)[-1:]
    high = [k for k in range(len(circuit.outputs)) if waveforms.at(names[k], last)[0] > technology.supply_v / 2]
    integrators = tuple(names[len(circuit.outputs) :])
    begin = np.array([start_s(technology)])
    fallen = [float((waveforms.at(name, begin) - waveforms.at(name, last))[0]) for name in integrators]
    swing_v = evaluate(technology.library()["integrator"].defaults["swing"], {})
    return Outcome(
        scores=np.array(fallen) / swing_v * circuit.full_scale,
        decision=high[0] if len(high) == 1 else -1,
        signals=integrators,
        group="integrator voltages",
        unit="V",
    )


def scores(
    source: Array, sink: Array | None, dies: Dies, network: Network, technology: Technology
) -> NDArray[np.float64]:
    """What reaches each integrator, by its own two mirrors, and what the first stage of its winner cell is off by."""
    classes = range(network.layers[-1].outputs)
    integrators = [f"{TOP}.xintegrator{k}" for k in classes]
    total = np.zeros((dies.number, source.shape[2], len(integrators)))
    for sign, currents, diode, output in ((1, source, "mplus", "msink"), (-1, sink, "mminus", "msource")):
        if currents is not None:
            log = dies.log([f"{block}.{output}" for block in integrators])
            log -= dies.log([f"{block}.{diode}" for block in integrators])
            total += sign * np.exp(log)[:, None, :] * currents.sum(axis=1, dtype=np.float64)
    winners = [f"{TOP}.xwinner{k}" for k in classes]
    # A stronger input transistor, as a stronger copy behind it, looks like a lower voltage: a higher score.
    off_v = dies.volts([f"{block}.minput" for block in winners])
    off_v += dies.volts([f"{block}.mcopy" for block in winners]) - dies.volts([f"{block}.mdiode" for block in winners])
    swing_v = evaluate(technology.library()["integrator"].defaults["swing"], {})
    return np.asarray(total + (off_v / swing_v * network.decision.parameters["full_scale"])[:, None, :])
