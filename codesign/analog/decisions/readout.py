"""No decision on the chip: the last layer's currents leave it, and whoever reads them decides."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from codesign.analog import writer
from codesign.analog.decisions import Ending, Outcome
from codesign.analog.netlist import Circuit
from codesign.analog.simulator import Waveforms
from codesign.analog.technology import Technology
from codesign.analog.timing import sample_times_s
from codesign.analog.vectorised.dies import Dies
from codesign.analog.vectorised.ports import Array
from codesign.network import Network

__all__ = ["TAKES", "build", "loads", "read", "saved", "scores"]

Currents = NDArray[np.floating[Any]]


def _sum(currents: Currents, axis: int) -> NDArray[np.float64]:
    return np.asarray(currents.sum(axis=axis, dtype=np.float64))


def _last(currents: Currents, axis: int) -> NDArray[np.float64]:
    return np.asarray(currents.take(-1, axis=axis), dtype=np.float64)


_SCORES: Mapping[str, Callable[[Currents, int], NDArray[np.float64]]] = {"mean_readout": _sum, "last_readout": _last}
"""Scores from currents at the ends of steps, which are on the axis given."""

TAKES = tuple(_SCORES)


def build(network: Network, technology: Technology) -> Ending:
    """One pin per class; both signs of its current meet there."""
    outputs = tuple(f"q{k}" for k in range(network.layers[-1].outputs))
    return Ending(sources=outputs, sinks=outputs, outputs=outputs)


def loads(circuit: Circuit, technology: Technology) -> list[str]:
    """Every output is read as a current at half the supply."""
    return [
        "* the outputs are read as currents at half the supply",
        f"Vmid vmid 0 {writer.number(technology.supply_v / 2)}",
        *(f"V{name} {name} vmid 0" for name in circuit.outputs),
    ]


def saved(circuit: Circuit) -> list[str]:
    """The currents of the outputs."""
    return [f"i(v{name})" for name in circuit.outputs]


def read(circuit: Circuit, technology: Technology, waveforms: Waveforms, steps: int) -> Outcome:
    """The largest score from the currents at the end of each step; the first of equals."""
    names = saved(circuit)
    times = sample_times_s(technology, steps)
    currents = np.stack([waveforms.at(name, times) for name in names], axis=1) / technology.unit_current_a
    scores = _SCORES[circuit.rule](currents, 0)
    return Outcome(
        scores=scores, decision=int(scores.argmax()), signals=tuple(names), group="readout currents", unit="A"
    )


def scores(
    source: Array, sink: Array | None, dies: Dies, network: Network, technology: Technology
) -> NDArray[np.float64]:
    """Exact."""
    net = source if sink is None else source - sink
    return _SCORES[network.decision.kind](net, 1)
