"""The current reference: what it delivers into the shared bias, and how long it takes after the supply came up."""

import numpy as np
from pydantic import BaseModel, ConfigDict, Field

from codesign.analog import writer
from codesign.analog.characterise.bench import Bench
from codesign.analog.characterise.measurements import Quantity, Reading
from codesign.analog.netlist import Instance

__all__ = ["QUANTITIES", "Stimulus", "measure"]

QUANTITIES = {
    "current_error": Quantity(unit="%", text="current delivered, settled, against the unit current"),
    "start_time": Quantity(
        unit="ms", text="from the supply's ramp to the last time the current is 5 % off what it becomes"
    ),
    "supply_current": Quantity(unit="nA", text="drawn by the reference alone, its output current included"),
}


class Stimulus(BaseModel):
    """How the supply comes up, and how long is waited."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    ramp_s: float = Field(gt=0, description="the supply rises from 0 in this time")
    settle_s: float = Field(gt=0, description="the current is read this long after it")


def measure(bench: Bench, stimulus: Stimulus) -> list[Reading]:
    """Three readings."""
    number = writer.number
    end = stimulus.ramp_s + stimulus.settle_s
    reference = Instance(name="reference", nodes=("reference", "vreference"), subcircuit="reference")
    lines = [
        writer.piecewise_linear("vdd", ["vdd", "0"], [(0, 0), (stimulus.ramp_s, bench.technology.supply_v)]),
        "Vreference vdd vreference 0",
        "Vdelivered reference vbn 0",
    ]
    longest = number(end / 500)
    wanted = ["i(vreference)", "i(vdelivered)"]
    found = bench.run([reference, bench.bias], lines, f".tran {longest} {number(end)} 0 {longest} uic", wanted)
    time, current = found["time"], found["i(vdelivered)"]
    final = float(current[-1])
    off = np.flatnonzero(np.abs(current - final) > 0.05 * abs(final))
    values = {
        "current_error": 100 * (final / bench.unit_a - 1),
        "start_time": 1e3 * float(time[off[-1]]) if len(off) else 0.0,
        "supply_current": 1e9 * float(found["i(vreference)"][-1]),
    }
    return [Reading(quantity=name, setting="", value=value) for name, value in values.items()]
