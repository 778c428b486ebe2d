"""The test bench of an in-circuit test: voltage sources that hold nodes, currents that are fed into others."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from codesign.analog import testbench, writer
from codesign.analog.decisions import variant
from codesign.analog.netlist import Circuit, Instance
from codesign.analog.technology import Technology
from codesign.analog.timing import duration_s, start_s
from codesign.network import Network

__all__ = ["OUTPUT", "SOURCED", "Needle", "deck_text"]

_LOW, _HIGH = 0.2, 0.7
"""Where the needle holds x, in supplies: sinks are saturated at both, an amplifier or a switch is off at one and on at
the other."""
OUTPUT, SOURCED = 0.35, 0.65
"""Where it holds an output, in supplies: about where the diode of a port, and that of an integrator, are."""


@dataclass(frozen=True, kw_only=True)
class Needle:
    """A voltage source ``v<name>`` on ``node``, whose current is part of the ``quantity`` of ``unit``. ``name`` empty:
    the loads of the decision have a source ``v<node>`` there already."""

    name: str
    node: str
    quantity: str
    unit: int
    level: float | None = None
    """What it holds the node at, in supplies; None: low in the first half of each step, high in the second and in the
    reset."""

    diode: str = ""
    """The transistor (path) that takes current from the node beside the needle; it is counted with the unit's."""

    @property
    def vector(self) -> str:
        return f"i(v{self.name or self.node})"


def deck_text(
    network: Network,
    circuit: Circuit,
    technology: Technology,
    needles: Sequence[Needle],
    feeds: Sequence[tuple[str, float]],
    vectors: Sequence[str],
    *,
    chip: str = "",
) -> str:
    """A deck of 1 + ``feeds`` steps that saves ``vectors``. In step k the node of feed k is fed with a unit current and
    as many more as it says. ``chip`` names a file that holds the chip as a flat netlist."""
    number = writer.number
    steps, step_s, begin = 1 + len(feeds), technology.step_s, start_s(technology)
    edge = technology.input_edge * step_s
    lines = [
        writer.comment(f"in-circuit test of {network.name}"),
        writer.include(chip or f"{network.name}.cir"),
        *(f"V{name} {name} 0 {number(technology.supply_v)}" for name in circuit.supplies),
        writer.piecewise_linear(
            "vrst", ["rst", "0"], [(0.0, technology.supply_v), (begin - edge, technology.supply_v), (begin, 0.0)]
        ),
        *variant(circuit.decision).loads(circuit, technology),
    ]
    if not chip:
        lines.append(writer.instance(Instance(name="network", nodes=circuit.top.ports, subcircuit="network")))
    for count, (node, more) in enumerate(feeds, start=1):
        values = np.zeros(steps)
        values[count] = technology.unit_current_a * (1 + more)
        lines.append(writer.piecewise_linear(f"ifeed{count}", ["0", node], testbench.held(values, technology)))
    for needle in needles:
        if needle.name:
            points = _points(needle.level, technology, steps)
            lines.append(writer.piecewise_linear(f"v{needle.name}", [needle.node, "0"], points))
    chosen = {**technology.simulator.options, **technology.simulator.network_options}
    options = " ".join(f"{name}={value}" for name, value in chosen.items())
    largest = technology.simulator.largest_time_step * step_s
    lines += [
        f".options {options}",
        f".temp {number(technology.temperature_c)}",
        f".tran {number(largest)} {number(duration_s(technology, steps))} 0 {number(largest)}",
        *(f".save {vector}" for vector in vectors),
        ".end",
    ]
    return "\n".join(lines) + "\n"


def _points(level: float | None, technology: Technology, steps: int) -> list[tuple[float, float]]:
    if level is not None:
        return [(0.0, level * technology.supply_v)]
    edge, step_s, begin = technology.input_edge * technology.step_s, technology.step_s, start_s(technology)
    low, high = _LOW * technology.supply_v, _HIGH * technology.supply_v
    points = [(0.0, high)]
    for step in range(steps):
        for at, value in ((begin + step * step_s, low), (begin + (step + 0.5) * step_s, high)):
            points += [(at, points[-1][1]), (at + edge, value)]
    return points
