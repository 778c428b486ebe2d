"""The C file, compiled for one precision, and how tensors are handed to it."""

import ctypes
from functools import cache
from pathlib import Path
from typing import Any

import torch

from codesign import native
from codesign.errors import ToolError
from codesign.recurrence.surrogate import KINDS, Surrogate

__all__ = [
    "PRECISIONS",
    "Accumulate",
    "Bistable",
    "Hysteresis",
    "Linear",
    "available",
    "built",
    "compiled_surrogate",
    "rows",
    "run",
    "signal",
    "threads",
]

PRECISIONS = {torch.float32: ("float", "fmaf"), torch.float64: ("double", "fma")}
# No contraction: products and sums are rounded as in the time loop. The others let comparisons become vectors.
_EXACT = ("-ffp-contract=off", "-fno-math-errno", "-fno-trapping-math")
_SERIAL = 1 << 15
"""With fewer elements than this, waking a thread takes longer than the work."""


class _Shape(ctypes.Structure):
    _fields_ = tuple((name, ctypes.c_int64) for name in ("samples", "steps", "units", "threads"))


class _Signal(ctypes.Structure):
    _fields_ = (("data", ctypes.c_void_p), ("sample", ctypes.c_int64), ("step", ctypes.c_int64))


class _Surrogate(ctypes.Structure):
    _fields_ = (("unit", ctypes.c_double), ("steepness", ctypes.c_double), ("kind", ctypes.c_int64))


def _fields(signals: str, pointers: str) -> tuple[tuple[str, Any], ...]:
    return (*((name, _Signal) for name in signals.split()), *((name, ctypes.c_void_p) for name in pointers.split()))


class Bistable(ctypes.Structure):
    """``struct bistable``."""

    _fields_ = (
        *_fields(
            "candidate threshold outputs states kept of_outputs of_candidate of_threshold",
            "bias threshold_bias gain initial of_final final of_initial totals",
        ),
        ("eps", ctypes.c_double),
        ("surrogate", _Surrogate),
    )


class Hysteresis(ctypes.Structure):
    """``struct hysteresis``."""

    _fields_ = (
        *_fields(
            "drive outputs states kept of_outputs of_drive",
            "bias threshold width gain initial of_final final of_initial totals",
        ),
        ("surrogate", _Surrogate),
    )


class Accumulate(ctypes.Structure):
    """``struct accumulate``."""

    _fields_ = (
        *_fields(
            "candidate threshold height outputs of_outputs of_candidate of_threshold of_height",
            "bias threshold_bias height_bias initial of_final final of_initial totals",
        ),
        ("surrogate", _Surrogate),
    )


class Linear(ctypes.Structure):
    """``struct linear``."""

    _fields_ = _fields("decay inputs states of_states of_inputs of_decay", "initial of_initial totals")


def available() -> bool:
    """Whether there is a C compiler that can make the library."""
    return _compiles()


@cache
def _compiles() -> bool:
    try:
        _library(torch.float32)
    except ToolError:
        return False
    return True


def run(function: str, shape: torch.Size, dtype: torch.dtype, arguments: ctypes.Structure) -> None:
    """Call ``function`` for signals of ``shape`` (samples, steps, units)."""
    call = getattr(_library(dtype), function)
    if not call(ctypes.byref(_Shape(*shape, threads(shape.numel()))), ctypes.byref(arguments)):
        raise MemoryError


def threads(elements: int) -> int:
    """How many share the work on so many elements."""
    return torch.get_num_threads() if elements >= _SERIAL else 1


def signal(tensor: torch.Tensor | None) -> _Signal:
    """A tensor (samples, steps, units) as :func:`rows` gives it; None is no data."""
    if tensor is None:
        return _Signal(None, 0, 0)
    return _Signal(tensor.data_ptr(), tensor.stride(0), tensor.stride(1))


def rows(tensor: torch.Tensor) -> torch.Tensor:
    """The tensor, copied where its units do not lie side by side."""
    return tensor if tensor.stride(-1) == 1 or tensor.shape[-1] <= 1 else tensor.contiguous()


def compiled_surrogate(surrogate: Surrogate, unit: float) -> _Surrogate:
    """``struct surrogate``."""
    return _Surrogate(unit, surrogate.steepness, list(KINDS).index(surrogate.kind))


@cache
def _library(dtype: torch.dtype) -> ctypes.CDLL:
    real, fused = PRECISIONS[dtype]
    return built("kernel.c", (*_EXACT, f"-DREAL={real}", f"-DFMA={fused}"))


def built(name: str, own: tuple[str, ...]) -> ctypes.CDLL:
    """A C file of this folder, compiled with options of its own."""
    folder = Path(__file__).parent
    # Only -fopenmp-simd where there is no OpenMP library: one thread, the same results.
    attempts = [
        (*options, *parallel, *own)
        for options in (native.OPTIONS, native.PLAIN_OPTIONS)
        for parallel in (("-fopenmp",), ("-fopenmp-simd",), ())
    ]
    return native.load(folder / name, parts=sorted(folder.glob("*.h")), attempts=attempts)
