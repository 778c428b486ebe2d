"""When things happen in a simulated sample: reset, then one step after another."""

import numpy as np
from numpy.typing import NDArray

from codesign.analog.technology import Technology

__all__ = ["duration_s", "sample_times_s", "start_s"]

_SAMPLE = 0.9999  # states are read this far into a step: before the next edge, after everything has settled


def start_s(technology: Technology) -> float:
    """End of the reset and start of the first step."""
    return technology.reset * technology.step_s


def duration_s(technology: Technology, steps: int) -> float:
    """Reset and all steps."""
    return (technology.reset + steps) * technology.step_s


def sample_times_s(technology: Technology, steps: int) -> NDArray[np.float64]:
    """When the states of each step are read, (steps,)."""
    return np.asarray((technology.reset + np.arange(steps) + _SAMPLE) * technology.step_s)
