"""Static thresholds and width of a memory cell, from the current its summing node takes at every voltage.

The node ``x`` is held at a voltage that is swept; the current that has to flow into it, beyond a constant one through
the cascode, is what the cell sinks there. On its way up that current has a maximum, above which no larger input finds
a balance any more: the upper threshold, where the cell sets. After it comes a minimum: the lower threshold. One smooth
DC sweep gives both, where a ramp of the input would add the cell's own delay.
"""

import numpy as np
from numpy.typing import NDArray

from codesign.analog import writer
from codesign.analog.characterise.bench import Bench
from codesign.analog.characterise.measurements import Quantity, Reading
from codesign.analog.characterise.settings import Setting, Settings, cell

__all__ = ["QUANTITIES", "Stimulus", "measure"]

QUANTITIES = {
    "threshold_up_error": Quantity(unit="%", text="static upper threshold against threshold + width as programmed"),
    "threshold_down_error": Quantity(unit="%", text="static lower threshold against threshold as programmed"),
    "width_error": Quantity(unit="%", text="upper minus lower static threshold against width as programmed"),
}
_POINTS = 500
_LEAST_FOLD = 0.2  # of the programmed width: what folds less is no memory


class Stimulus(Settings):
    """The settings of the cells."""


def measure(bench: Bench, stimulus: Stimulus) -> list[Reading]:
    """Three readings per setting; None for a cell that is not bistable."""
    number = writer.number
    lines = [*bench.supplies, "Vrst rst 0 0", "Vsweep sweep 0 0"]
    for index, setting in enumerate(stimulus.settings):
        lines += [
            f"Vx{index} sweep x{index} 0",
            f"Iin{index} vdd sp{index} {number(setting.threshold * bench.finger_a)}",
            f"Vout{index} out{index} 0 {number(bench.technology.supply_v / 3)}",
        ]
    supply = bench.technology.supply_v
    vectors = [f"i(vx{index})" for index in range(len(stimulus.settings))]
    found = bench.run(
        [bench.bias, *(cell(bench, i, setting, supply="vdd") for i, setting in enumerate(stimulus.settings))],
        lines,
        f".dc Vsweep 0 {number(supply)} {number(supply / _POINTS)}",
        vectors,
    )
    readings: list[Reading] = []
    for setting, vector in zip(stimulus.settings, vectors, strict=True):
        fingers = found[vector] / bench.finger_a + setting.threshold
        readings.extend(_readings(setting, fingers))
    return readings


def _readings(setting: Setting, current: NDArray[np.float64]) -> list[Reading]:
    """``current`` (points,) in fingers, over the rising voltage of x."""
    below = np.minimum.accumulate(current[::-1])[::-1]  # the smallest from here on
    top = int(np.argmax(current - below))
    upper, lower = float(current[top]), float(below[top])
    values: dict[str, float | None] = dict.fromkeys(QUANTITIES)
    if upper - lower > _LEAST_FOLD * setting.width:
        values = {
            "threshold_up_error": 100 * (upper / setting.upper - 1),
            "threshold_down_error": 100 * (lower / setting.threshold - 1),
            "width_error": 100 * ((upper - lower) / setting.width - 1),
        }
    return [Reading(quantity=name, setting=str(setting), value=value) for name, value in values.items()]
