"""The output of a memory cell in both of its states, each reached by a drive far beyond the threshold."""

from codesign.analog.characterise import steps
from codesign.analog.characterise.bench import Bench
from codesign.analog.characterise.measurements import Quantity, Reading
from codesign.analog.characterise.settings import Settings

__all__ = ["QUANTITIES", "Stimulus", "measure"]

QUANTITIES = {
    "gain_error": Quantity(unit="%", text="output current while it holds high, against gain as programmed"),
    "off_current": Quantity(unit="%", text="output current while it holds low, of the unit current"),
}
_HIGH, _LOW = 1, 3
_OVERDRIVE = 1.5


class Stimulus(Settings):
    """The settings of the cells."""


def measure(bench: Bench, stimulus: Stimulus) -> list[Reading]:
    """Two readings per setting; None for a state that the cell did not hold."""
    drives = [[_OVERDRIVE * s.upper, s.middle, 0, s.middle] for s in stimulus.settings]
    readings: list[Reading] = []
    for course in steps.run(bench, stimulus.settings, drives):
        values = {
            "gain_error": 100 * (course.at_end(_HIGH) / course.gain_a - 1) if course.is_high(_HIGH) else None,
            "off_current": None if course.is_high(_LOW) else 100 * abs(course.at_end(_LOW)) / bench.unit_a,
        }
        readings += [Reading(quantity=name, setting=str(course.setting), value=value) for name, value in values.items()]
    return readings
