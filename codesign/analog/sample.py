"""One sample on a simulated chip, and what is read from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from codesign import coding
from codesign.analog import simulator, testbench
from codesign.analog.decisions import Outcome, variant
from codesign.analog.netlist import Circuit
from codesign.analog.technology import Technology
from codesign.analog.timing import sample_times_s, start_s
from codesign.measurement import Waveform
from codesign.network import Network

__all__ = ["Sample", "simulate"]

_SHOWN_UNITS = 4  # units whose waveforms go into the report


@dataclass(frozen=True, eq=False, kw_only=True)
class Sample:
    """What one simulated sample leaves behind."""

    states: Mapping[str, NDArray[np.int64]]
    """Layer -> (steps, units)."""
    outcome: Outcome
    supply_a: Mapping[str, float]
    """Mean current of each supply over the steps, reset excluded."""
    waveforms: tuple[Waveform, ...]


def simulate(
    folder: Path,
    name: str,
    network: Network,
    circuit: Circuit,
    technology: Technology,
    inputs: NDArray[np.int64],
    *,
    chip: str,
    time_limit_s: float,
    drawn: bool,
) -> Sample:
    """Run ``inputs`` (steps, inputs) in ``folder``, which holds the netlist; ``chip`` as in :func:`testbench.text`.

    With ``drawn`` the waveforms of the report come back, too. Raises ToolError when ngspice fails.
    """
    deck = folder / f"{name}.cir"
    deck.write_text(testbench.text(network, circuit, technology, inputs, chip=chip))
    waveforms = simulator.simulate(deck, testbench.saved_vectors(circuit), time_limit_s=time_limit_s)
    deck.with_suffix(".raw").unlink()
    times = sample_times_s(technology, len(inputs))
    states = {}
    for layer, probes in circuit.probes.items():
        columns = [np.abs(waveforms.at(testbench.probe_vector(p.element), times)) > p.level_a for p in probes]
        if columns:
            states[layer] = np.stack(columns, axis=1).astype(np.int64)
    outcome = variant(circuit.decision).read(circuit, technology, waveforms, len(inputs))
    after = waveforms.time_s >= start_s(technology)
    time = waveforms.time_s[after]
    return Sample(
        states=states,
        outcome=outcome,
        supply_a={
            supply: float(np.trapezoid(-waveforms.values[f"i(v{supply})"][after], time) / (time[-1] - time[0]))
            for supply in circuit.supplies
        },
        waveforms=_waveforms(network, circuit, waveforms, outcome, technology, inputs) if drawn else (),
    )


def _waveforms(
    network: Network,
    circuit: Circuit,
    simulated: simulator.Waveforms,
    outcome: Outcome,
    technology: Technology,
    inputs: NDArray[np.int64],
) -> tuple[Waveform, ...]:
    """The signals of one sample that the report draws: inputs, the busiest cells, how the decision comes about."""
    found: list[Waveform] = []

    def add(name: str, group: str, time: NDArray[Any], values: NDArray[Any], unit: str = "A") -> None:
        found.append(Waveform(name=name, group=group, unit=unit, time_s=time, values=values))

    unit = float(coding.scale(network.coding.kind, network.coding.parameters)) * technology.unit_current_a
    edges = start_s(technology) + np.repeat(np.arange(len(inputs) + 1), 2)[1:-1] * technology.step_s
    for j in range(inputs.shape[1]):
        add(f"input {j}", "input currents", edges, np.repeat(inputs[:, j] * unit, 2))
    cells = {
        (layer, probe.unit): np.abs(simulated.values[testbench.probe_vector(probe.element)])
        for layer, probes in circuit.probes.items()
        for probe in probes
    }
    busiest = sorted(cells, key=lambda key: -np.abs(np.diff(cells[key])).sum())[:_SHOWN_UNITS]
    for layer, cell in sorted(busiest):
        add(f"{layer} unit {cell}", "memory cell outputs", simulated.time_s, cells[layer, cell])
    for name, vector in zip(network.classes, outcome.signals, strict=True):
        add(name, outcome.group, simulated.time_s, simulated.values[vector], outcome.unit)
    return tuple(found)
