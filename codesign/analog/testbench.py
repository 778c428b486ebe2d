"""The test bench around a network: supply, reference current, reset, input currents, what is saved."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from codesign import coding
from codesign.analog import writer
from codesign.analog.netlist import Circuit, Instance
from codesign.analog.technology import Technology
from codesign.files import header_lines
from codesign.network import Network

__all__ = ["duration_s", "probe_vector", "sample_times_s", "text"]

_SAMPLE = 0.9999  # states are read this far into a step: before the next edge, after everything has settled


def duration_s(technology: Technology, steps: int) -> float:
    """Reset and all steps."""
    return (technology.reset + steps) * technology.step_s


def sample_times_s(technology: Technology, steps: int) -> NDArray[np.float64]:
    """When the states of each step are read, (steps,)."""
    return np.asarray((technology.reset + np.arange(steps) + _SAMPLE) * technology.step_s)


def probe_vector(element: str) -> str:
    """ngspice's name for the drain current of a transistor inside the hierarchy."""
    return f"@m.{element}[id]"


def text(
    network: Network,
    circuit: Circuit,
    technology: Technology,
    inputs: NDArray[np.int64],
    *,
    measured: bool = False,
) -> str:
    """A deck for one sample, ``inputs`` (steps, inputs) in the network's integer input steps.

    With ``measured`` it is one to run by hand: ngspice prints the output currents at the end of every step.
    """
    steps = len(inputs)
    scale = float(coding.scale(network.coding.kind, network.coding.parameters)) * technology.unit_current_a
    header = header_lines(
        model=network.name,
        model_hash=network.hash,
        configuration={"technology": technology.name, "corner": technology.corner},
        seed=None,
    )
    lines = [writer.comment(line) for line in header]
    lines.append(writer.include(f"{network.name}.cir"))
    lines.append(f"Vdd vdd 0 {writer.number(technology.supply_v)}")
    lines.append("* the reference: one unit current")
    lines.append(f"Iref vdd vbn {writer.number(technology.unit_current_a)}")
    edge = technology.input_edge * technology.step_s
    released = technology.reset * technology.step_s
    reset = [(0.0, technology.supply_v), (released - edge, technology.supply_v), (released, 0.0)]
    lines.append(writer.piecewise_linear("vrst", ["rst", "0"], reset))
    for j in range(circuit.inputs):
        points = _held(inputs[:, j] * scale, technology)
        lines.append(writer.piecewise_linear(f"iin{j}", ["0", f"i{j}"], points))
    lines.append("* the outputs are read as currents at half the supply")
    lines.append(f"Vmid vmid 0 {writer.number(technology.supply_v / 2)}")
    lines.extend(f"Vq{k} q{k} vmid 0" for k in range(circuit.outputs))
    nodes = (*(f"i{j}" for j in range(circuit.inputs)), *(f"q{k}" for k in range(circuit.outputs)), "vbn", "rst", "vdd")
    lines.append(writer.instance(Instance(name="network", nodes=nodes, subcircuit="network")))
    options = technology.simulator.options.items()
    lines.append(".options " + " ".join(f"{name}={value}" for name, value in options))
    lines.append(f".temp {writer.number(technology.temperature_c)}")
    largest = technology.simulator.largest_time_step * technology.step_s
    stop = duration_s(technology, steps)
    lines.append(f".tran {writer.number(largest)} {writer.number(stop)} 0 {writer.number(largest)}")
    saved = ["i(vdd)", *(f"i(vq{k})" for k in range(circuit.outputs))]
    saved.extend(probe_vector(probe.element) for probes in circuit.probes.values() for probe in probes)
    lines.extend(f".save {vector}" for vector in saved)
    if measured:
        for step, time in enumerate(sample_times_s(technology, steps)):
            for k in range(circuit.outputs):
                lines.append(f".meas tran q{k}_step{step} FIND i(vq{k}) AT={writer.number(float(time))}")
    lines.append(".end")
    return "\n".join(lines) + "\n"


def _held(values: NDArray[np.floating[Any]], technology: Technology) -> list[tuple[float, float]]:
    """Each value held for one step, with straight edges at the start of the step."""
    edge = technology.input_edge * technology.step_s
    start = technology.reset * technology.step_s
    points = [(0.0, 0.0)]
    for step, value in enumerate(values):
        begin = start + step * technology.step_s
        if float(value) != points[-1][1]:
            points.append((begin, points[-1][1]))
            points.append((begin + edge, float(value)))
    points.append((start + len(values) * technology.step_s, points[-1][1]))
    return points
