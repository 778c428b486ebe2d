"""An SRC layer event by event, in C: kernel.c, compiled where it runs and called with ctypes."""

import ctypes
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from codesign import native
from codesign.errors import MissingToolError
from codesign.training.events import Events

__all__ = ["EventCell", "event_spikes"]

_BLOCK = 112
_SIZES = ("samples", "frames", "pixels", "values", "blocks")
_CONSTANTS = ("z_max", "z_min", "initial_h", "initial_hs", "drive_half", "bias")


class _Shape(ctypes.Structure):
    _fields_ = (*((name, ctypes.c_int32) for name in (*_SIZES, *_CONSTANTS)), ("tables", ctypes.c_void_p))


@dataclass(frozen=True, eq=False, kw_only=True)
class EventCell:
    """A cell for the kernel: what it computes with, and its surrogate."""

    constants: Mapping[str, int]
    """Those of ``struct shape`` that the cell looks at; the others are 0."""
    width: float
    """Of the surrogate, in rms of a neuron's i."""
    leak: float
    sensitive: bool = False
    """The surrogate is weighed by how far the drive can move h in the frame."""
    centre: int = 0
    """The i at which the surrogate is largest."""
    step: Path | None = None
    """File with the cell's own step in C; None: the step of the simplified cell."""
    tables: NDArray[np.int16] | None = None
    """What that step looks up."""


def event_spikes(weight: torch.Tensor, events: Events, cell: EventCell) -> torch.Tensor:
    """Spikes (samples, frames, units) of SRC neurons with the whole-number ``weight`` (units, pixels).

    The gradient is that of the dense layer, added up in another order.
    """
    units, pixels = weight.shape
    blocks = -(-units // _BLOCK)
    padded = torch.nn.functional.pad(weight, (0, 0, 0, blocks * _BLOCK - units)).reshape(blocks, _BLOCK, pixels)
    spikes: torch.Tensor = _EventCell.apply(padded, events, cell)  # type: ignore[no-untyped-call]
    return spikes.transpose(1, 2).flatten(2)[..., :units]


class _EventCell(torch.autograd.Function):
    """Weights (blocks, _BLOCK, pixels) to spikes (samples, blocks, frames, _BLOCK)."""

    @staticmethod
    def forward(ctx: Any, weight: torch.Tensor, events: Events, cell: EventCell) -> torch.Tensor:
        table, blocks = events.table, len(weight)
        sizes = (len(events.images), table.frames, table.pixels, table.values, blocks)
        tables = None if cell.tables is None else ctypes.c_void_p(cell.tables.ctypes.data)
        shape = _Shape(*sizes, *(cell.constants.get(name, 0) for name in _CONSTANTS), tables)
        rows = np.ascontiguousarray(weight.detach().numpy().transpose(0, 2, 1), dtype=np.int32)
        all_i = np.empty((len(events.images), blocks, table.frames, _BLOCK), dtype=np.int32)
        spikes = np.empty(all_i.shape, dtype=np.float32)
        sensitivity = np.zeros(all_i.shape, dtype=np.float32) if cell.sensitive else None
        inputs = _all(events.images, table.first, table.when)
        if not _library(cell.step).forward(ctypes.byref(shape), *inputs, *_all(rows, all_i, spikes, sensitivity)):
            raise MemoryError
        ctx.kept = shape, events, all_i, sensitivity, cell
        return torch.from_numpy(spikes)

    @staticmethod
    def backward(ctx: Any, *gradients: torch.Tensor) -> tuple[torch.Tensor | None, ...]:
        shape, events, all_i, sensitivity, cell = ctx.kept
        gradient = gradients[0] if gradients[0].stride(3) == 1 else gradients[0].contiguous()
        sums = np.empty((shape.blocks, _BLOCK), dtype=np.float64)
        _library(cell.step).squares(ctypes.byref(shape), *_all(all_i, sums))
        rms = np.maximum(np.sqrt(sums / max(1, shape.samples * shape.frames)), 1.0)
        sharpness = (1 / (cell.width * rms)).astype(np.float32)
        by_current = np.empty((shape.frames, _BLOCK), dtype=np.float32)
        result = np.empty((shape.blocks, shape.pixels, _BLOCK), dtype=np.float32)
        _library(cell.step).backward(
            ctypes.byref(shape),
            *_all(events.images, events.table.first, events.table.when, all_i),
            ctypes.c_void_p(gradient.data_ptr()),
            *(ctypes.c_int64(gradient.stride(axis)) for axis in range(3)),
            ctypes.c_int32(cell.centre),
            *_all(sharpness, sensitivity),
            ctypes.c_float(cell.leak),
            *_all(by_current, result),
        )
        return torch.from_numpy(result).transpose(1, 2), None, None


def _all(*arrays: NDArray[Any] | None) -> list[ctypes.c_void_p]:
    return [ctypes.c_void_p(None if array is None else array.ctypes.data) for array in arrays]


@cache
def _library(step: Path | None) -> ctypes.CDLL:
    """kernel.c with a cell's step, compiled for this processor; MissingToolError where there is no C compiler."""
    own = () if step is None else (f'-DSTEP="{step}"',)
    attempts = [(*options, "-fwrapv", *own) for options in (native.OPTIONS, native.PLAIN_OPTIONS)]
    try:
        return native.load(
            Path(__file__).with_name("kernel.c"), parts=() if step is None else (step,), attempts=attempts
        )
    except MissingToolError as error:
        raise MissingToolError(f"{error}, or train without training.events, which takes far longer") from None
