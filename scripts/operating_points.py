"""Measure what the design rules and the power law know of a technology, and write its ``measured.yaml``.

    python scripts/operating_points.py generic180

Every corner, at the ends of the temperature range and at the technology's own temperature: gate-source voltages of a
diode of one unit's fingers, leakage of a finger, current and least supply of each reference; then how long each memory
cell takes to be reset, with few and with many weights at its node. One unit current is 1 nA. Takes a minute.
"""

import shutil
import sys
import tempfile
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from codesign.analog import simulator, writer
from codesign.analog import technology as technologies
from codesign.analog.netlist import Instance
from codesign.analog.technology import Technology
from codesign.cli.screen import say
from codesign.files import write_file

FINGERS = 1000  # of a leaking weight: enough to be far above gmin
LOST = 0.95  # a reference has failed where it gives less than this of its current at the nominal supply
THRESHOLD = WIDTH = 8  # fingers of the cell that is timed
OVERDRIVES = (0.45, 0.05)  # unit currents below the threshold
LOADS = (0, 128)  # fingers of each sign at its node


def simulated(lines: list[str], wanted: list[str], technology: Technology) -> dict[str, NDArray[np.float64]]:
    """The vectors of the deck ``lines``, which the technology's models and cells are put in front of."""
    options = " ".join(f"{name}={value}" for name, value in technology.simulator.options.items())
    with tempfile.TemporaryDirectory(prefix="codesign-points-") as name:
        folder = Path(name)
        (folder / "technology").mkdir()
        for file in technology.files:
            shutil.copyfile(file, folder / "technology" / file.name)
        deck = folder / "deck.cir"
        head = ["* operating points", *writer.technology_lines(technology)]
        tail = [f".options {options}", f".temp {technology.temperature_c}", f".save {' '.join(wanted)}", ".end"]
        deck.write_text("\n".join([*head, *lines, *tail]) + "\n")
        return dict(simulator.analyse(deck, wanted, time_limit_s=120))


def diodes(technology: Technology) -> dict[str, float]:
    """Gate-source voltages of the bias lines at 1 nA, leakage of a finger, in a supply that squeezes nothing."""
    supply = 1.5 * technology.supply_range_v.high
    lines = [
        f"Vdd vdd 0 {supply}",
        f"Iref 0 vbn {technology.unit_current_a}",
        writer.instance(Instance(name="bias", nodes=("vbn", "vbp", "vcn", "vcp", "vdd"), subcircuit="bias")),
        f"Vn on 0 {technology.supply_v / 2}",
        f"Vp op 0 {supply - technology.supply_v / 2}",
        f"Xn 0 on negative_weight fingers={FINGERS}",
        f"Xp vdd op vdd positive_weight fingers={FINGERS}",
        f".dc Vdd {supply} {supply} 0.1",
    ]
    found = simulated(lines, ["v(vbn)", "v(vbp)", "i(vn)", "i(vp)"], technology)
    return {
        "n_v": float(found["v(vbn)"][0]),
        "p_v": supply - float(found["v(vbp)"][0]),
        "leakage_n_a": abs(float(found["i(vn)"][0])) / FINGERS,
        "leakage_p_a": abs(float(found["i(vp)"][0])) / FINGERS,
    }


def reference(technology: Technology) -> tuple[float, float]:
    """Its current at the nominal supply, in unit currents, and the supply below which it gives 5 % less (or 0)."""
    nominal = technology.supply_v
    lines = [
        f"Vdd vdd 0 {nominal}",
        f"Vbias vddb 0 {nominal}",
        "Xreference given vdd reference",
        "Vo given vbn 0",
        writer.instance(Instance(name="bias", nodes=("vbn", "vbp", "vcn", "vcp", "vddb"), subcircuit="bias")),
        f".dc Vdd {nominal} 0.3 -0.01",
    ]
    current = np.abs(simulated(lines, ["i(vo)"], technology)["i(vo)"]) / technology.unit_current_a
    lost = np.flatnonzero(current < LOST * current[0])
    return float(current[0]), float(nominal - 0.01 * lost[0]) if lost.size else 0.0


def reset_time_s(technology: Technology, overdrive: float, load: int) -> float:
    """From a drive one unit above the upper threshold to ``overdrive`` below the lower one, until the output falls."""
    unit, step, supply = technology.unit_current_a, technology.step_s, technology.supply_v
    high = (THRESHOLD + WIDTH) / technology.fingers_per_unit + 1
    low = THRESHOLD / technology.fingers_per_unit - overdrive
    drive = [(0.0, 0.0), (0.5, 0.0), (0.51, high), (3.0, high), (3.001, low), (13.0, low)]
    cell = {"threshold": THRESHOLD, "width": WIDTH, "gain": technology.fingers_per_unit}
    lines = [
        f"Vdd vdd 0 {supply}",
        "Xreference vbn vdd reference",
        writer.instance(Instance(name="bias", nodes=("vbn", "vbp", "vcn", "vcp", "vdd"), subcircuit="bias")),
        writer.piecewise_linear("iin", ["vdd", "sp"], [(time * step, value * unit) for time, value in drive]),
        writer.piecewise_linear("vrst", ["rst", "0"], [(0.0, supply), (0.4 * step, supply), (0.5 * step, 0.0)]),
        writer.instance(
            Instance(
                name="cell",
                nodes=("x", "sp", "out", "vbn", "vbp", "vcp", "rst", "vdd"),
                subcircuit="memory_cell",
                parameters={**cell, "cascode": max(technology.fingers_per_unit, load)},
            )
        ),
        f"Vo out 0 {supply / 3}",
        *([f"Xn 0 x negative_weight fingers={load}", f"Xp vdd sp vdd positive_weight fingers={load}"] if load else []),
        f".tran {step / 100} {13 * step} 0 {step / 100}",
    ]
    found = simulated(lines, ["time", "i(vo)"], technology)
    after = found["time"] > 3 * step
    fallen = np.flatnonzero(np.abs(found["i(vo)"][after]) < unit / 2)
    return float(found["time"][after][fallen[0]]) - 3 * step


def switching(technology: Technology) -> dict[str, float]:
    """The law of ``Switching`` through the times at two overdrives and two loads."""
    far, near = OVERDRIVES
    times = {load: (reset_time_s(technology, far, load), reset_time_s(technology, near, load)) for load in LOADS}
    quick, slow = times[LOADS[0]]
    charge = quick * slow * (far - near) / (slow - quick) * technology.unit_current_a
    trim = charge / technology.unit_current_a / quick - far
    loaded = times[LOADS[1]][1] * (near + trim) * technology.unit_current_a
    return {"charge_c": charge, "charge_per_finger_c": (loaded - charge) / (2 * LOADS[1]), "trim": trim}


def rounded(values: dict[str, float]) -> str:
    """As the inside of a YAML mapping."""
    return ", ".join(f"{name}: {value:.3g}" for name, value in values.items())


HEAD = """\
# Measured in ngspice by 'python scripts/operating_points.py {name}', which writes this file. Unit current: 1 nA.

# How long a memory cell takes to be reset:
# (charge_c + fingers x charge_per_finger_c) / ((overdrive + trim) x unit current)
switching:
"""
POINTS = """
# Corner -> temperature: a diode of eight fingers, a finger that is off, each reference's current in unit currents
# and the supply below which it gives 5 % less. Between the temperatures it is interpolated.
operating_points:
"""


def main(name: str) -> None:
    """Write what there is to know of the technology ``name``."""
    base = technologies.load(name).at(choice={"reference": "ideal"})
    text = HEAD.format(name=name)
    for variant in base.variants["memory_cell"]:
        say(f"{name}: {variant} cell")
        text += f"  {variant}: {{{rounded(switching(base.at(choice={'memory_cell': variant})))}}}\n"
    text += POINTS
    temperatures = (base.temperature_range_c.low, base.temperature_c, base.temperature_range_c.high)
    for corner in base.corners:
        text += f"  {corner}:\n"
        for temperature_c in temperatures:
            say(f"{name}: {corner}, {temperature_c:g} C")
            here = base.at(corner=corner, temperature_c=temperature_c)
            variants = {v: reference(here.at(choice={"reference": v})) for v in base.variants["reference"]}
            current = rounded({variant: found[0] for variant, found in variants.items()})
            least = rounded({variant: found[1] for variant, found in variants.items()})
            text += (
                f"    {temperature_c:g}: {{{rounded(diodes(here))}, reference: {{{current}}}, "
                f"reference_least_v: {{{least}}}}}\n"
            )
    write_file(base.folder / "measured.yaml", text)


if __name__ == "__main__":
    main(*sys.argv[1:])
