"""The test bench around a chip: supplies, reset, input currents, loads, what is saved."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from codesign import coding
from codesign.analog import dialects, writer
from codesign.analog.decisions import variant
from codesign.analog.mapper import SUPPLIES
from codesign.analog.netlist import Circuit, Instance
from codesign.analog.technology import Technology
from codesign.analog.timing import duration_s, sample_times_s, start_s
from codesign.files import header_lines
from codesign.network import Network

__all__ = ["held", "probe_vector", "saved_vectors", "text"]


def probe_vector(element: str) -> str:
    """ngspice's name for the drain current of a transistor inside the hierarchy."""
    return f"@m.{element}[id]"


def saved_vectors(circuit: Circuit) -> list[str]:
    """Supply currents, what the decision is read from, every state."""
    probes = [probe_vector(probe.element) for probes in circuit.probes.values() for probe in probes]
    return [*(f"i(v{name})" for name in circuit.supplies), *variant(circuit.decision).saved(circuit), *probes]


def text(
    network: Network,
    circuit: Circuit,
    technology: Technology,
    inputs: NDArray[np.int64],
    *,
    chip: str = "",
    measured: bool = False,
    watched: Sequence[str] = (),
    held_nodes: Mapping[str, float] | None = None,
    dialect: str = dialects.DEFAULT,
) -> str:
    """A deck for one sample, ``inputs`` (steps, inputs) in the network's integer input steps.

    ``chip`` names a file that holds the chip as a flat netlist, instead of the hierarchical one. With ``measured`` it
    is a deck to run by hand: the simulator prints the outputs at the end of every step. ``watched`` are vectors to save
    beside those of :func:`saved_vectors`; ``held_nodes`` are held at a voltage each. ``dialect``: for which simulator.
    """
    steps = len(inputs)
    scale = float(coding.scale(network.coding.kind, network.coding.parameters)) * technology.unit_current_a
    header = header_lines(model=network.name, model_hash=network.hash, configuration=technology.conditions, seed=None)
    lines = [writer.comment(line) for line in header]
    if measured:
        lines.extend(
            writer.comment(line) for line in _explained(circuit, technology, steps, dialects.dialect(dialect).RUN)
        )
    lines.append(writer.include(chip or f"{network.name}.cir"))
    lines.extend(f"V{name} {name} 0 {writer.number(technology.supply_v)}" for name in circuit.supplies)
    edge = technology.input_edge * technology.step_s
    released = start_s(technology)
    reset = [(0.0, technology.supply_v), (released - edge, technology.supply_v), (released, 0.0)]
    lines.append(writer.piecewise_linear("vrst", ["rst", "0"], reset))
    for j, name in enumerate(circuit.inputs):
        lines.append(writer.piecewise_linear(f"iin{j}", ["0", name], held(inputs[:, j] * scale, technology)))
    lines.extend(variant(circuit.decision).loads(circuit, technology))
    if not chip:
        lines.append(writer.instance(Instance(name="network", nodes=circuit.top.ports, subcircuit="network")))
    for number, (node, level_v) in enumerate((held_nodes or {}).items()):
        lines.append(writer.piecewise_linear(f"vheld{number}", [node, "0"], [(0.0, level_v)]))
    spoken = dialects.dialect(dialect)
    lines.extend(spoken.options(technology))
    largest = technology.simulator.largest_time_step * technology.step_s
    stop = duration_s(technology, steps)
    lines.append(f".tran {writer.number(largest)} {writer.number(stop)} 0 {writer.number(largest)}")
    lines.extend(spoken.saved(list(dict.fromkeys([*saved_vectors(circuit), *watched]))))
    if measured:
        for step, time in enumerate(sample_times_s(technology, steps)):
            for vector in variant(circuit.decision).saved(circuit):
                name = vector[2:-1].rpartition(".")[2]  # i(vq0), v(d0), v(xnetwork.v0)
                lines.append(
                    f".meas tran {name}_step{step} FIND {spoken.vector(vector)} AT={writer.number(float(time))}"
                )
    lines.append(".end")
    return "\n".join(lines) + "\n"


def _explained(circuit: Circuit, technology: Technology, steps: int, command: str) -> list[str]:
    """What somebody who opens a deck to run by hand has to know."""
    return [
        f"Run it with: {command}",
        f"An example of {steps} steps, no sample of the data set: even inputs at half scale, odd ones, none.",
        f"Reset until {start_s(technology):g} s, then {technology.step_s:g} s for each step.",
        "At the end of each, .meas tells the outputs.",
        *(f"Supply {name}: {SUPPLIES[name]}." for name in circuit.supplies),
    ]


def held(values: NDArray[np.floating[Any]], technology: Technology) -> list[tuple[float, float]]:
    """Each value held for one step, with straight edges at the start of the step.

    The first one is there during the reset already: the cells begin with settled currents, and not with the race of all
    of them from nothing, in which some would be set that should not.
    """
    edge = technology.input_edge * technology.step_s
    start = start_s(technology)
    points = [(0.0, float(values[0]) if len(values) else 0.0)]
    for step, value in enumerate(values):
        begin = start + step * technology.step_s
        if float(value) != points[-1][1]:
            points.append((begin, points[-1][1]))
            points.append((begin + edge, float(value)))
    points.append((start + len(values) * technology.step_s, points[-1][1]))
    return points
