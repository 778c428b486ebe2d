"""The operators in plain PyTorch: they run wherever PyTorch does, without a loop over all steps."""

from codesign.recurrence.closed_form.bistable import bistable, bistable_backward
from codesign.recurrence.closed_form.ladder import accumulate, accumulate_backward
from codesign.recurrence.closed_form.linear import hold, hold_backward, linear, linear_backward
from codesign.recurrence.closed_form.window import hysteresis, hysteresis_backward

__all__ = [
    "accumulate",
    "accumulate_backward",
    "available",
    "bistable",
    "bistable_backward",
    "hold",
    "hold_backward",
    "hysteresis",
    "hysteresis_backward",
    "linear",
    "linear_backward",
]


def available() -> bool:
    """It always works."""
    return True
