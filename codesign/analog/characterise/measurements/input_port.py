"""What an input port makes of a current: the copies that a weight of +1 and one of -1 take from its two gate lines."""

import numpy as np
from pydantic import BaseModel, ConfigDict, Field

from codesign.analog import writer
from codesign.analog.characterise.bench import Bench
from codesign.analog.characterise.measurements import Quantity, Reading
from codesign.analog.netlist import Instance

__all__ = ["QUANTITIES", "Stimulus", "measure"]

QUANTITIES = {
    "positive_error": Quantity(unit="%", text="current of a weight of +1 against the input current"),
    "negative_error": Quantity(unit="%", text="current of a weight of -1 against the input current"),
    "leakage": Quantity(unit="%", text="largest current of either weight without any input, of the unit current"),
    "rise_time": Quantity(unit="steps", text="of the weight of +1, to 95 % of a step from 0.1 to 1 unit current"),
    "fall_time": Quantity(unit="steps", text="of the weight of +1, to 95 % of a step from 1 to 0.1 unit currents"),
}
_LOW = 0.1
_WEIGHTS = {"positive": ("positive_weight", "p"), "negative": ("negative_weight", "n")}


class Stimulus(BaseModel):
    """The input currents."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    currents: list[float] = Field(min_length=1, max_length=16, description="input currents, in unit currents")


def measure(bench: Bench, stimulus: Stimulus) -> list[Reading]:
    """Two errors per current, then leakage and both times once."""
    values = _static(bench, [*stimulus.currents, 0.0])
    readings = [
        Reading(
            quantity=f"{sign}_error",
            setting=f"input {current:g}",
            value=100 * (values[sign, index] / (current * bench.unit_a) - 1),
        )
        for index, current in enumerate(stimulus.currents)
        for sign in _WEIGHTS
    ]
    last = len(stimulus.currents)
    leakage = 100 * max(abs(values[sign, last]) for sign in _WEIGHTS) / bench.unit_a
    readings.append(Reading(quantity="leakage", setting="input 0", value=leakage))
    return readings + _times(bench)


def _block(bench: Bench, index: int) -> tuple[list[Instance], list[str]]:
    """A port with a weight of each sign, which meet the voltages they meet in a network."""
    one, number, supply = bench.technology.fingers_per_unit, writer.number, bench.technology.supply_v
    instances = [Instance(name=f"port{index}", nodes=(f"n{index}", f"p{index}", "vcn", "vdd"), subcircuit="input_port")]
    for sign, (subcircuit, line) in _WEIGHTS.items():
        nodes = (f"{line}{index}", f"{sign}{index}", *(["vdd"] if sign == "positive" else []))
        instances.append(
            Instance(name=f"{sign}{index}", nodes=nodes, subcircuit=subcircuit, parameters={"fingers": one})
        )
    lines = [
        f"Vpositive{index} positive{index} 0 {number(0.6 * supply)}",
        f"Vnegative{index} negative{index} 0 {number(0.3 * supply)}",
    ]
    return instances, lines


def _static(bench: Bench, currents: list[float]) -> dict[tuple[str, int], float]:
    instances, lines = [bench.bias], [*bench.supplies]
    for index, current in enumerate(currents):
        block, sources = _block(bench, index)
        instances += block
        lines += [*sources, f"Iin{index} 0 n{index} {writer.number(current * bench.unit_a)}"]
    vectors = {(sign, index): f"i(v{sign}{index})" for sign in _WEIGHTS for index in range(len(currents))}
    found = bench.run(instances, lines, ".op", list(vectors.values()), part="static")
    return {key: abs(float(found[vector][0])) for key, vector in vectors.items()}


def _times(bench: Bench) -> list[Reading]:
    step, unit = bench.technology.step_s, bench.unit_a
    edge = bench.technology.input_edge * step
    points = [(0.0, _LOW), (step, _LOW), (step + edge, 1.0), (2 * step, 1.0), (2 * step + edge, _LOW)]
    block, lines = _block(bench, 0)
    lines.append(writer.piecewise_linear("iin0", ["0", "n0"], [(t, value * unit) for t, value in points]))
    analysis = f".tran {writer.number(step / 50)} {writer.number(3 * step)} 0 {writer.number(step / 1000)}"
    found = bench.run([bench.bias, *block], [*bench.supplies, *lines], analysis, ["i(vpositive0)"], part="step")
    time, current = found["time"], np.abs(found["i(vpositive0)"])
    levels = np.interp([0.99 * step, 1.99 * step, 2.99 * step], time, current)
    readings = []
    for name, number in (("rise_time", 1), ("fall_time", 2)):
        before, after = levels[number - 1], levels[number]
        part = (time >= number * step) & (time < (number + 1) * step)
        away = np.flatnonzero(np.abs(current[part] - after) > 0.05 * abs(after - before))
        value = float(time[part][away[-1]] / step - number - bench.technology.input_edge / 2) if len(away) else 0.0
        readings.append(Reading(quantity=name, setting="0.1 and 1", value=value))
    return readings
