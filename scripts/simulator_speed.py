"""What makes ngspice fast on these circuits: one chip under other options, cells, threads and lengths of a run.

    python scripts/simulator_speed.py [TECHNOLOGY]

The published shape with d = 4 and random weights (that of ``make bench``), 15 steps per sample. Processor time of
ngspice, time points, and the largest deviation of an output current of a memory cell (in unit currents) and of an
integrator's voltage at the end of a step from the same chip under tolerances ten times as tight. Takes a minute or two.
"""

import resource
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from codesign.analog import simulator, testbench, timing
from codesign.analog import technology as technologies
from codesign.analog.export import write_into
from codesign.analog.mapper import map_network
from codesign.analog.technology import Technology
from codesign.cli.screen import print_table
from codesign.network import Network

sys.path.append(str(Path(__file__).resolve().parents[1] / "tests"))
from networks import skip_network

STEPS = 15


@dataclass(frozen=True, kw_only=True)
class Case:
    """What is different from the options that cells are measured with."""

    name: str
    options: Mapping[str, float | str] = field(default_factory=dict)
    largest_time_step: float | None = None
    choice: Mapping[str, str] = field(default_factory=dict)
    samples: int = 3
    joined: bool = False
    """One run of all samples' steps in a row instead of a run for each."""


CASES = (
    Case(name="tolerances ten times as tight", options={"reltol": 1e-4, "chgtol": 1e-17}, largest_time_step=0.05),
    Case(name="options of cells"),
    Case(name="largest time step 0.25 steps", largest_time_step=0.25),
    Case(name="trtol 20", options={"trtol": 20}),
    Case(name="reltol 3e-3", options={"reltol": 3e-3}),
    Case(name="chgtol 1e-15", options={"chgtol": 1e-15}),
    Case(name="trapezoidal", options={"method": "trap"}),
    Case(name="bypass", options={"bypass": 1}),
    Case(name="bypass, trtol 20: options of networks", options={"bypass": 1, "trtol": 20}),
    Case(name="bypass, reltol 3e-3", options={"bypass": 1, "reltol": 3e-3}),
    Case(name="bypass, nine-transistor cell", options={"bypass": 1}, choice={"memory_cell": "nine_transistor"}),
    Case(name="one long run of three samples", joined=True),
    Case(name="nine-transistor cell", choice={"memory_cell": "nine_transistor"}),
    Case(name="ideal reference", choice={"reference": "ideal"}),
    Case(name="currents leave the chip", choice={"decision": "readout"}),
)


def measured(case: Case, network: Network, base: Technology) -> tuple[float, int, NDArray[np.float64]]:
    """Seconds, time points, and what was saved at the end of each step (samples x steps, vectors)."""
    options = {**base.simulator.options, **case.options}
    changed = base.simulator.model_copy(
        update={
            "options": options,
            "network_options": {},
            "largest_time_step": case.largest_time_step or base.simulator.largest_time_step,
        }
    )
    technology = base.model_copy(update={"simulator": changed}).at(choice=case.choice)
    circuit = map_network(network, technology)
    inputs = np.random.default_rng(2).integers(0, 33, size=(case.samples, STEPS, network.inputs))
    if case.joined:
        inputs = inputs.reshape(1, -1, network.inputs)
    wanted = testbench.saved_vectors(circuit)
    seconds, points, values = 0.0, 0, []
    with tempfile.TemporaryDirectory(prefix="codesign-speed-") as name:
        folder = Path(name)
        write_into(folder, network, circuit, technology)
        for sample in inputs:
            deck = folder / "deck.cir"
            deck.write_text(testbench.text(network, circuit, technology, sample))
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            waveforms = simulator.simulate(deck, wanted, time_limit_s=600)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            seconds += after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
            points += len(waveforms.time_s)
            times = timing.sample_times_s(technology, len(sample))
            values.append(np.stack([waveforms.at(vector, times) for vector in wanted], axis=1))
    return seconds, points, np.concatenate(values)


def main(name: str = "generic180") -> None:
    """Run all cases and print the table."""
    base = technologies.load(name)
    network = skip_network(np.random.default_rng(6), inputs=13, units=4, blocks=2, classes=2, largest=8)
    rows: list[list[object]] = []
    reference: NDArray[np.float64] | None = None
    for case in CASES:
        seconds, points, values = measured(case, network, base)
        reference = values if reference is None else reference
        same = not case.choice and not case.joined
        supplies, classes, units = 4, 2, 8
        off = np.abs(values - reference).max(axis=0) if same else np.full(values.shape[1], np.nan)
        current = off[-units:].max() / base.unit_current_a
        voltage = off[supplies + classes : supplies + 2 * classes].max()
        shown = [f"{current:.2g}", f"{voltage:.2g}"] if same else ["", ""]
        rows.append([case.name, round(seconds, 2), points, *shown])
    print_table(
        f"{name}: 45 steps of one chip", ["what", "CPU s", "time points", "cells off (I_u)", "scores off (V)"], rows
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
