"""The operators as loops in C: one pass over memory forward, one backward, with everything that is done to a step.

Compiled where it runs (``codesign.native``); the results do not depend on the number of threads.
"""

from codesign.recurrence.fused.cells import (
    accumulate,
    accumulate_backward,
    bistable,
    bistable_backward,
    hysteresis,
    hysteresis_backward,
)
from codesign.recurrence.fused.library import available
from codesign.recurrence.fused.linear import hold, hold_backward, linear, linear_backward
from codesign.recurrence.fused.product import outer, project

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
    "outer",
    "project",
]
