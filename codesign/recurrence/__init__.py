"""Recurrences of memory cells for whole sequences: exact, differentiable, and fast.

``memory`` has the functions; ``operators`` is what PyTorch sees of them; ``closed_form`` (plain PyTorch, no loop over
time) and ``fused`` (one pass in C) compute, and ``implementation`` chooses between them.
"""

from codesign.recurrence.implementation import available, using
from codesign.recurrence.memory import Memory, accumulate, bistable, gated_hold, hysteresis, linear_recurrence
from codesign.recurrence.product import project
from codesign.recurrence.surrogate import Surrogate

__all__ = [
    "Memory",
    "Surrogate",
    "accumulate",
    "available",
    "bistable",
    "gated_hold",
    "hysteresis",
    "linear_recurrence",
    "project",
    "using",
]
