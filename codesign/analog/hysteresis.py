"""The hysteresis of a network's own memory cells: a slow ramp up and down, with the unit's own fingers."""

from pathlib import Path
from typing import Any

import numpy as np

from codesign import cells
from codesign.analog import simulator, writer
from codesign.analog.netlist import Instance
from codesign.analog.technology import Technology
from codesign.network import Layer, Network

__all__ = ["sweep", "sweep_cells"]

_RAMP_STEPS = 400  # duration of the ramp up and of the ramp down, in steps: slow against the cell's set time


def sweep_cells(network: Network, technology: Technology, folder: Path, *, time_limit_s: float) -> list[dict[str, Any]]:
    """One bistable unit per layer, the one with the median width; ``folder`` holds the technology's files."""
    curves: list[dict[str, Any]] = []
    for layer in network.layers:
        if "width" not in cells.spec(layer.kind).tensors:
            continue
        unit = int(np.argsort(layer["width"], kind="stable")[layer.outputs // 2])
        curves.extend(sweep(layer, unit, technology, folder, time_limit_s=time_limit_s))
    return curves


def sweep(
    layer: Layer, unit: int, technology: Technology, folder: Path, *, time_limit_s: float
) -> list[dict[str, Any]]:
    """Output against input current of one cell, one curve up and one down, with programmed and measured thresholds
    (amperes). A measured threshold is the input current at which the output crosses half the programmed gain."""
    threshold, width, gain = (int(layer[name][unit]) for name in ("threshold", "width", "gain"))
    unit_a = technology.unit_current_a / technology.fingers_per_unit
    top = 1.5 * (threshold + width) * unit_a
    ramp = _RAMP_STEPS * technology.step_s
    step = technology.step_s
    cell = Instance(
        name="cell",
        nodes=("x", "sp", "out", "vbn", "vbp", "vcp", "rst", "vdd"),
        subcircuit="memory_cell",
        parameters={"threshold": threshold, "width": width, "gain": gain, "cascode": 2 * technology.fingers_per_unit},
    )
    lines = [
        writer.comment(f"hysteresis of {layer.name} unit {unit}"),
        *writer.technology_lines(technology),
        f"Vdd vdd 0 {writer.number(technology.supply_v)}",
        writer.instance(Instance(name="reference", nodes=("vbn", "vdd"), subcircuit="reference")),
        writer.instance(Instance(name="bias", nodes=("vbn", "vbp", "vcn", "vcp", "vdd"), subcircuit="bias")),
        writer.instance(cell),
        writer.piecewise_linear(
            "vrst", ["rst", "0"], [(0, technology.supply_v), (step, technology.supply_v), (2 * step, 0)]
        ),
        writer.piecewise_linear(
            "iin", ["vdd", "sp"], [(0, 0), (2 * step, 0), (2 * step + ramp, top), (2 * step + 2 * ramp, 0)]
        ),
        f"Vload out 0 {writer.number(technology.supply_v / 3)}",
        ".options " + " ".join(f"{name}={value}" for name, value in technology.simulator.options.items()),
        f".temp {writer.number(technology.temperature_c)}",
        f".tran {writer.number(ramp / 400)} {writer.number(2 * step + 2 * ramp)} 0 {writer.number(ramp / 400)}",
        ".save i(vload)",
        ".end",
    ]
    deck = folder / f"hysteresis_{layer.name}_{unit}.cir"
    deck.write_text("\n".join(lines) + "\n")
    waveforms = simulator.simulate(deck, ["i(vload)"], time_limit_s=time_limit_s)
    time = waveforms.time_s - 2 * step
    current = np.interp(waveforms.time_s, [2 * step, 2 * step + ramp, 2 * step + 2 * ramp], [0, top, 0])
    output = np.abs(waveforms.values["i(vload)"])
    curves = []
    for direction, part in (("up", (time >= 0) & (time <= ramp)), ("down", time >= ramp)):
        x, y = current[part], output[part]
        above = y > gain * unit_a / 2
        crossing = np.flatnonzero(above[1:] != above[:-1])
        curves.append(
            {
                "unit": f"{layer.name} unit {unit}",
                "direction": direction,
                "input_a": x.tolist(),
                "output_a": y.tolist(),
                "measured_threshold_a": float(x[crossing[0] + 1]) if len(crossing) else None,
                "threshold_up_a": (threshold + width) * unit_a,
                "threshold_down_a": threshold * unit_a,
                "gain_a": gain * unit_a,
            }
        )
    return curves
