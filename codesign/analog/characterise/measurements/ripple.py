"""A sinusoidal ripple on the input of a memory cell that holds a state, and what is left of it in the output."""

import numpy as np
from pydantic import Field

from codesign.analog.characterise import suppression
from codesign.analog.characterise.bench import Bench
from codesign.analog.characterise.measurements import Quantity, Reading
from codesign.analog.characterise.settings import Settings

__all__ = ["QUANTITIES", "Stimulus", "measure"]

QUANTITIES = {
    "ripple_suppression": Quantity(
        unit="", text="relative rms of the ripple of the net input current over that of the output current, holding"
    ),
}
_POINTS_PER_CYCLE = 40


class Stimulus(Settings):
    """The settings of the cells and the ripple."""

    amplitude: float = Field(
        gt=0, lt=0.5, description="of the ripple, in widths: the input stays between the thresholds"
    )
    cycles_per_step: list[float] = Field(min_length=1, description="frequencies, in periods per step (4 ms at 1 nA)")
    cycles: int = Field(default=8, ge=2, le=1000, description="periods that are measured")


def measure(bench: Bench, stimulus: Stimulus) -> list[Reading]:
    """A reading per setting, state and frequency."""
    readings = []
    for number, setting in enumerate(stimulus.settings):
        for position, frequency in enumerate(stimulus.cycles_per_step):
            phase = np.arange(stimulus.cycles * _POINTS_PER_CYCLE + 1) / _POINTS_PER_CYCLE
            ripple = suppression.Disturbance(
                time_s=phase / frequency * bench.technology.step_s,
                current_a=stimulus.amplitude * setting.width * bench.finger_a * np.sin(2 * np.pi * phase),
            )
            found = suppression.measure(bench, setting, ripple, part=f"{number}_{position}")
            readings += [
                Reading(
                    quantity="ripple_suppression",
                    setting=f"{setting}, holding {state}, {frequency:g} per step",
                    value=value,
                )
                for state, value in found.items()
            ]
    return readings
