"""Triton kernels: one program per sample, 32 units and chunk of the steps, everything of a step in registers."""

from importlib.util import find_spec

import torch

from codesign.recurrence.triton.launch import interpreted
from codesign.recurrence.triton.operators import (
    accumulate,
    accumulate_backward,
    bistable,
    bistable_backward,
    hold,
    hold_backward,
    hysteresis,
    hysteresis_backward,
    linear,
    linear_backward,
)

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
    """Whether the package triton is here, and a CUDA device or its interpreter (TRITON_INTERPRET=1)."""
    return find_spec("triton") is not None and (torch.cuda.is_available() or interpreted())
