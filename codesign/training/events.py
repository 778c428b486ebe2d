"""Batches of spikes as events. 2 % of the entries of an encoded batch are 1: most of the work can be left out."""

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from codesign import coding
from codesign.errors import InputError
from codesign.network import Choice

__all__ = ["Events", "SpikeTable"]


class SpikeTable:
    """What each pixel sends at each of its values, read off the coding itself: it must treat pixels one by one."""

    def __init__(self, choice: Choice, images: NDArray[np.int64]) -> None:
        if coding.signal(choice.kind) != "spike":
            raise InputError(f"training.events needs an input coding of spikes, not {choice.kind!r}")
        self.values = choice.parameters["levels"] + 1
        uniform = np.broadcast_to(np.arange(self.values)[:, None, None], (self.values, *images.shape[1:]))
        spikes = coding.encode(choice.kind, choice.parameters, uniform)
        self.frames, self.pixels = spikes.shape[1:]
        by_pixel = np.ascontiguousarray(spikes.transpose(2, 0, 1), dtype=bool)  # (pixels, values, frames)
        self.first = np.zeros(self.pixels * self.values + 1, dtype=np.int32)
        np.cumsum(by_pixel.sum(axis=2).ravel(), out=self.first[1:])
        self.when = np.nonzero(by_pixel)[2].astype(np.int16)
        few = images[:10]
        if not np.array_equal(self.batch(few).dense(), coding.encode(choice.kind, choice.parameters, few)):
            raise InputError(f"training.events does not work with {choice.kind!r}: its pixels depend on each other")

    def batch(self, images: NDArray[np.int64]) -> "Events":
        """The events of ``images`` (samples, rows, columns)."""
        return Events(images=images.reshape(len(images), -1).astype(np.uint8), table=self)


@dataclass(frozen=True, eq=False, kw_only=True)
class Events:
    """A batch: pixels (samples, pixels), and when each of them spikes."""

    images: NDArray[np.uint8]
    table: SpikeTable

    def dense(self) -> torch.Tensor:
        """The same batch as :func:`codesign.coding.encode` gives it, (samples, frames, pixels)."""
        table = self.table
        spikes = torch.zeros(len(self.images), table.frames, table.pixels)
        for sample, pixels in enumerate(self.images):
            for pixel, value in enumerate(pixels):
                key = pixel * table.values + int(value)
                frames = table.when[table.first[key] : table.first[key + 1]].astype(np.int64)
                spikes[sample, torch.from_numpy(frames), pixel] = 1
        return spikes
