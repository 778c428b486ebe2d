"""How much of a disturbance of its input a memory cell passes on while it holds a state.

Definition: the suppression is

    (rms of the disturbance of the net current into x / I_u)  /  (rms of what of it is in the output current / I_gain)

in a settled state, driven half-way between the thresholds: both currents in parts of what stands for 1.0 there. A
cell that copied its input would have 1. What a state suppresses does not add up along the layers of a network, while
the noise of the output transistors themselves, which is added anew at every cell, is not counted here.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from codesign.analog import writer
from codesign.analog.characterise.bench import Bench
from codesign.analog.characterise.settings import Setting, cell, drive, load, reset

__all__ = ["STATES", "Disturbance", "measure"]

STATES = ("low", "high")
_SETTLED = 4  # steps in the state before anything is measured
_OPTIONS = {"reltol": 1e-6, "abstol": 1e-18, "vntol": 1e-9}
"""The output moves by some 1e-5 of its current: with ngspice's usual tolerances its own errors would be measured."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Disturbance:
    """A current (points,) in amperes into x, at times (points,) in seconds that begin at 0."""

    time_s: NDArray[np.float64]
    current_a: NDArray[np.float64]


def measure(bench: Bench, setting: Setting, disturbance: Disturbance, *, part: str) -> dict[str, float]:
    """The suppression by state. Each state is a deck of its own: cells that share bias lines disturb each other."""
    return {state: _suppression(bench, setting, state, disturbance, part=f"{part}_{state}") for state in STATES}


def _suppression(bench: Bench, setting: Setting, state: str, disturbance: Disturbance, *, part: str) -> float:
    technology, number = bench.technology, writer.number
    start = (technology.reset + _SETTLED) * technology.step_s
    times = start + disturbance.time_s
    mirror, source = drive(0, setting, _into(bench, setting, state))
    port, line, output = load(0)
    outputs = []
    # What is left of the cell's own settling is the same without the disturbance, and is taken away.
    for name, current in (("quiet", np.zeros(2)), ("", disturbance.current_a)):
        at = times if name == "" else times[[0, -1]]
        points = [(0.0, 0.0), *zip(at.tolist(), current.tolist(), strict=True)]
        lines = [*source, line, writer.piecewise_linear("idisturbance", ["0", "x0"], points)]
        found = bench.run(
            [bench.bias, *mirror, port, cell(bench, 0, setting)],
            [*bench.supplies, reset(bench), *lines],
            f".tran {number(float(times[1] - times[0]))} {number(float(times[-1]))} 0 {number(technology.step_s / 20)}",
            [output],
            part=f"{part}_{name}".rstrip("_"),
            options=_OPTIONS,
        )
        outputs.append(np.interp(times, found["time"], found[output]))
    quiet, disturbed = outputs
    passed = float(np.std(disturbed - quiet)) / (setting.gain * bench.finger_a)
    came = float(np.std(disturbance.current_a)) / bench.unit_a
    return came / max(passed, np.finfo(float).tiny)


def _into(bench: Bench, setting: Setting, state: str) -> list[tuple[float, float]]:
    """Into the middle between the thresholds: from nothing to hold low, from 1.3 upper thresholds to hold high."""
    technology = bench.technology
    first, edge = technology.reset * technology.step_s, technology.input_edge * technology.step_s
    middle = setting.middle * bench.finger_a
    before = {"low": 0.0, "high": 1.3 * setting.upper * bench.finger_a}[state]
    second = first + technology.step_s
    return [(0.0, 0.0), (first, 0.0), (first + edge, before), (second, before), (second + edge, middle)]
