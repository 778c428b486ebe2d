"""Products with a small matrix: tensors in, one call of C, tensors out."""

import ctypes
from functools import cache

import torch

from codesign.recurrence.fused.library import PRECISIONS, built, threads

__all__ = ["outer", "project"]

_ROWS_OF_A_PART = 2048


class _Rows(ctypes.Structure):
    _fields_ = (("data", ctypes.c_void_p), ("step", ctypes.c_int64))


def project(inputs: torch.Tensor, weight: torch.Tensor) -> torch.Tensor:
    """(rows, inputs) x (outputs, inputs) transposed: (rows, outputs)."""
    inputs = _side_by_side(inputs)
    outputs = inputs.new_empty(len(inputs), len(weight))
    done = _library(inputs.dtype).project(
        *(ctypes.c_int64(size) for size in (*inputs.shape, len(weight))),
        _rows(inputs),
        ctypes.c_void_p(weight.data_ptr()),
        ctypes.c_int64(weight.stride(1)),
        ctypes.c_int64(weight.stride(0)),
        _rows(outputs),
        ctypes.c_int64(threads(outputs.numel())),
    )
    if not done:
        raise MemoryError
    return outputs


def outer(left: torch.Tensor, right: torch.Tensor) -> torch.Tensor:
    """(rows, outputs) transposed x (rows, inputs): (outputs, inputs)."""
    left, right = _side_by_side(left), _side_by_side(right)
    count, outputs = left.shape
    result = left.new_empty(outputs, right.shape[1])
    done = _library(left.dtype).outer(
        *(ctypes.c_int64(size) for size in (count, *result.shape)),
        _rows(left),
        _rows(right),
        ctypes.c_void_p(result.data_ptr()),
        ctypes.c_int64(max(1, min(16, count // _ROWS_OF_A_PART))),  # not by the threads: the sums stay the same
        ctypes.c_int64(threads(left.numel())),
    )
    if not done:
        raise MemoryError
    return result


def _side_by_side(tensor: torch.Tensor) -> torch.Tensor:
    return tensor if tensor.stride(1) == 1 else tensor.contiguous()


def _rows(tensor: torch.Tensor) -> object:
    return ctypes.byref(_Rows(tensor.data_ptr(), tensor.stride(0)))


@cache
def _library(dtype: torch.dtype) -> ctypes.CDLL:
    return built("product.c", (f"-DREAL={PRECISIONS[dtype][0]}",))
