"""Small benches of library blocks without hierarchy, so that any one transistor can be made to deviate."""

import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from codesign.analog import simulator, testbench, writer
from codesign.analog.devices import TOP, Device, flatten_instances
from codesign.analog.netlist import Instance
from codesign.analog.technology import Technology

__all__ = ["RAILS", "Bench", "block", "currents", "held", "rails"]

_EDGE = 0.02  # of a step


RAILS = ("vcn", "vdd")
"""The last two nodes of every port."""


@dataclass(frozen=True, kw_only=True)
class Bench:
    """Instances of library blocks, and what is connected to their nodes."""

    instances: tuple[Instance, ...]
    sources: tuple[str, ...]
    """Lines of SPICE."""
    steps: float
    """Duration, in steps of the technology."""
    deviations: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    """Path below the chip -> threshold magnitude added (V), current factor."""

    def devices(self, technology: Technology) -> tuple[Device, ...]:
        """Every element, by its path."""
        return flatten_instances(self.instances, technology)


def block(name: str, subcircuit: str, *nodes: str, **fingers: int) -> Instance:
    """One instance of a library block."""
    return Instance(name=name, nodes=nodes, subcircuit=subcircuit, parameters=fingers)


def rails(technology: Technology) -> tuple[list[Instance], list[str]]:
    """Reference and bias, and the supply and a node ``mid`` at half of it."""
    number = writer.number
    instances = [
        block("reference", "reference", "vbn", "vdd"),
        block("bias", "bias", "vbn", "vbp", "vcn", "vcp", "vdd"),
    ]
    return instances, [f"Vdd vdd 0 {number(technology.supply_v)}", f"Vmid mid 0 {number(technology.supply_v / 2)}"]


def currents(
    bench: Bench, technology: Technology, probes: Sequence[str], *, time_limit_s: float = 300
) -> simulator.Waveforms:
    """Run ``bench``; the drain currents of ``probes`` (paths below the chip), in unit currents, by these paths."""
    vectors = {path: testbench.probe_vector(f"{TOP}.{path}") for path in probes}
    lines = ["* bench of library blocks", *writer.models(technology)]
    for device in bench.devices(technology):
        shift, factor = bench.deviations.get(device.path.removeprefix(f"{TOP}."), (0.0, 1.0))
        if device.kind == "m" and technology.transistors[device.model].polarity == "p":
            shift = -shift
        lines.append(writer.device(device, threshold_v=shift, current_factor=factor))
    lines.extend(bench.sources)
    options = " ".join(f"{name}={value}" for name, value in technology.simulator.options.items())
    largest = writer.number(technology.simulator.largest_time_step * technology.step_s)
    lines.append(f".options {options}")
    lines.append(f".temp {writer.number(technology.temperature_c)}")
    lines.append(f".tran {largest} {writer.number(bench.steps * technology.step_s)} 0 {largest}")
    lines.extend(f".save {vector}" for vector in vectors.values())
    lines.append(".end")
    with tempfile.TemporaryDirectory(prefix="codesign-bench-") as name:
        folder = Path(name)
        (folder / "technology").mkdir()
        for file in technology.files:
            shutil.copyfile(file, folder / "technology" / file.name)
        deck = folder / "bench.cir"
        deck.write_text("\n".join(lines) + "\n")
        found = simulator.simulate(deck, list(vectors.values()), time_limit_s=time_limit_s)
    unit = technology.unit_current_a
    values = {path: np.abs(found.values[vector]) / unit for path, vector in vectors.items()}
    return simulator.Waveforms(time_s=found.time_s / technology.step_s, values=values)


def held(name: str, nodes: Sequence[str], values: NDArray[np.float64], technology: Technology) -> str:
    """A source ``name`` that holds each of ``values`` (unit currents) for one step."""
    step, unit = technology.step_s, technology.unit_current_a
    points = [(0.0, float(values[0]) * unit)]
    for index, value in enumerate(values[1:], start=1):
        points.append((index * step, points[-1][1]))
        points.append(((index + _EDGE) * step, float(value) * unit))
    return writer.piecewise_linear(name, nodes, points)
