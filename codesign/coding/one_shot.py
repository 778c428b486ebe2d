"""One-shot coding: every bright pixel spikes once, in a frame of its own choosing that never changes."""

from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from codesign.cells.spec import AttributeSpec, Signal
from codesign.coding.bernoulli import random_words

__all__ = ["PARAMETERS", "SIGNAL", "black_frames", "encode", "frame_of_pixel", "largest_value", "scale", "steps"]

SIGNAL: Signal = "spike"
PARAMETERS = {
    "levels": AttributeSpec(minimum=1, maximum=255, meaning="pixel value of full scale"),
    "level": AttributeSpec(minimum=1, maximum=255, meaning="pixels from this value on spike"),
    "frames": AttributeSpec(minimum=1, maximum=1000, meaning="frames that carry the image, after the reset frame"),
    "seed": AttributeSpec(minimum=1, maximum=2**32 - 1, default=1, meaning="start of the generator of the order"),
}


def encode(values: Mapping[str, int], images: NDArray[np.integer]) -> NDArray[np.int64]:
    """Spikes (samples, 1 + frames, pixels): frame 0 is the reset and black, pixel p (row-major) spikes in frame
    1 + ``frame_of_pixel``[p] if it is at least ``level``."""
    pixels = images.shape[1] * images.shape[2]
    bright = images.reshape(images.shape[0], pixels) >= values["level"]
    frames = frame_of_pixel(values["seed"], values["frames"], pixels)
    spikes = np.zeros((images.shape[0], 1 + values["frames"], pixels), dtype=np.int64)
    spikes[:, 1 + frames, np.arange(pixels)] = bright
    return spikes


@lru_cache(maxsize=8)
def frame_of_pixel(seed: int, frames: int, pixels: int) -> NDArray[np.int64]:
    """(pixels,) the frame of each pixel, 0..frames - 1: a Fisher-Yates shuffle by 32-bit xorshift words deals the
    pixels out to the frames in turn, so that all frames carry alike."""
    order = np.arange(pixels)
    for last, word in zip(range(pixels - 1, 0, -1), random_words(seed, pixels - 1), strict=True):
        other = int(word) % (last + 1)
        order[last], order[other] = order[other], order[last]
    frame = np.empty(pixels, dtype=np.int64)
    frame[order] = np.arange(pixels) % frames
    frame.setflags(write=False)
    return frame


def scale(values: Mapping[str, int]) -> Fraction:
    """A spike has no unit."""
    return Fraction(1)


def largest_value(values: Mapping[str, int]) -> int:
    """Spikes are 0 or 1."""
    return 1


def black_frames(values: Mapping[str, int]) -> int:
    """The reset frame."""
    return 1


def steps(values: Mapping[str, int]) -> int:
    """The reset frame and those that carry the image."""
    return 1 + values["frames"]
