"""A memory cell in time: it is set, holds, is reset and holds, as the steps of a network would have it.

Each drive lasts a step. The cell is driven by nothing, to the middle between its thresholds (it has to hold low), above
the upper one (to set), to the middle (to hold high), below the lower one (to reset) and to the middle again (to hold
low). Over- and underdrive are relative to the thresholds as programmed.
"""

from pydantic import Field

from codesign.analog.characterise import steps
from codesign.analog.characterise.bench import Bench
from codesign.analog.characterise.measurements import Quantity, Reading
from codesign.analog.characterise.settings import Settings

__all__ = ["QUANTITIES", "Stimulus", "measure"]

QUANTITIES = {
    "wrong_states": Quantity(unit="", text="steps at whose end the cell is not in the state it should be in"),
    "set_time": Quantity(unit="steps", text="from the middle of the input's edge to half the output current, setting"),
    "reset_time": Quantity(unit="steps", text="the same, resetting"),
    "power": Quantity(
        unit="nW/nA", text="mean power of the cell's own branches (its inputs come out of weights), per unit current"
    ),
}
_STATES = (False, False, True, True, False, False)
_SET, _RESET = 2, 4


class Stimulus(Settings):
    """The settings of the cells, and how hard they are driven."""

    overdrive: float = Field(gt=0, le=1, description="of the drive that sets, above the upper threshold, as its part")
    underdrive: float = Field(gt=0, lt=1, description="of the drive that resets, below the lower threshold, likewise")


def measure(bench: Bench, stimulus: Stimulus) -> list[Reading]:
    """Four readings per setting; a time is None where the cell did not switch within the step."""
    drives = [
        [0, s.middle, (1 + stimulus.overdrive) * s.upper, s.middle, (1 - stimulus.underdrive) * s.threshold, s.middle]
        for s in stimulus.settings
    ]
    readings: list[Reading] = []
    for course in steps.run(bench, stimulus.settings, drives):
        values = {
            "wrong_states": float(sum(course.is_high(step) != state for step, state in enumerate(_STATES))),
            "set_time": course.switching_time(_SET, True),
            "reset_time": course.switching_time(_RESET, False),
            "power": course.supply_mean_a * bench.technology.supply_v / bench.unit_a,
        }
        readings += [Reading(quantity=name, setting=str(course.setting), value=value) for name, value in values.items()]
    return readings
