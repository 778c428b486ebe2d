"""Triton kernels for the operators, forwards and backwards; the functions are those of ``closed_form``.

One program has one sample, 32 units and the steps, or a chunk of them, in blocks; parameters, gates, surrogates and
the state stay in registers. ``cells`` says what a step computes, ``kernels`` goes through the steps, ``effects``
through chunks first, ``schedule`` says when time is cut into chunks. States are the time loop's to the last bit, except
where chunks meet and neither states nor steps are whole numbers: those agree up to rounding. Gradients of parameters
are partial sums, added up in a fixed order.

Memory is the limit. Bytes per sample, step and unit in single precision (``traffic``), each tensor moved once, forwards
and backwards: BMRU with fixed thresholds 9 and 13, with a threshold per step 13 and 21, CMRU 8 and 12, FQ-BMRU 9 and
13, alphaCMRU 16 and 28, linear recurrence 12 and 20. At the bandwidth of an H100 (3.35 TB/s, 15 bytes per clock and
multiprocessor, which issues 4 instructions per clock) a warp may spend 8.5 instructions per byte. The kernels of the
BMRU with fixed thresholds, compiled for it, spend 32 and 78 per step of the 77 and 111 there is time for, and no kernel
spills a register. They are designed for 80 % of the card's copy bandwidth from about 1,000 steps on; fewer steps leave
a large GPU idle, since programs are too few. None of this has been measured: there was no GPU. On a machine with one,
``python scripts/recurrence_bandwidth.py`` measures it. The tests run the kernels in Triton's interpreter and compile
them for GPUs of compute capability 8.0, 9.0 and 10.0.
"""

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
    """Whether the package triton is here, and a CUDA device or Triton's interpreter (TRITON_INTERPRET=1)."""
    return find_spec("triton") is not None and (torch.cuda.is_available() or interpreted())
