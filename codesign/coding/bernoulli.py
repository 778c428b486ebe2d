"""Rate coding with a stated generator (after arXiv 2605.10679, whose generator is not published)."""

from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from codesign.cells.spec import AttributeSpec, Signal

__all__ = ["PARAMETERS", "SIGNAL", "black_frames", "encode", "largest_value", "random_words", "scale", "steps"]

SIGNAL: Signal = "spike"
PARAMETERS = {
    "levels": AttributeSpec(minimum=1, maximum=255, meaning="pixel value of full scale"),
    "black_frames": AttributeSpec(minimum=1, maximum=1000, meaning="frames without input before the digit"),
    "active_frames": AttributeSpec(minimum=1, maximum=1000, meaning="frames that carry the digit"),
    "rate": AttributeSpec(minimum=1, maximum=256, default=64, meaning="spike probability of a full pixel, in 1/256"),
    "seed": AttributeSpec(minimum=1, maximum=2**32 - 1, default=1, meaning="start of the generator, per image"),
}


def encode(values: Mapping[str, int], images: NDArray[np.integer]) -> NDArray[np.int64]:
    """Spikes (samples, frames, pixels). Frame by frame and pixel by pixel (row-major) one 32-bit word is drawn;
    a pixel is due when the word's upper 16 bits are below pixel x rate x 256 / levels (floored), and it spikes
    when it is due and did not spike in the frame before (s_k = a_k and not s_{k-1}). The generator
    starts from ``seed`` for every image, so a chip needs no more than 32 flip-flops for it.
    """
    pixels = images.reshape(images.shape[0], images.shape[1] * images.shape[2]).astype(np.int64)
    black, active = values["black_frames"], values["active_frames"]
    limit = pixels * values["rate"] * 256 // values["levels"]
    words = random_words(values["seed"], active * pixels.shape[1]).reshape(active, -1) >> 16
    spikes = np.zeros((pixels.shape[0], black + active, pixels.shape[1]), dtype=np.int64)
    previous = np.zeros(pixels.shape, dtype=bool)
    for frame in range(active):
        previous = (words[frame] < limit) & ~previous
        spikes[:, black + frame] = previous
    return spikes


@lru_cache(maxsize=8)
def random_words(seed: int, count: int) -> NDArray[np.int64]:
    """``count`` words of Marsaglia's 32-bit xorshift (13, 17, 5) after ``seed`` (not 0)."""
    words = np.empty(count, dtype=np.int64)
    state = seed
    for index in range(count):
        state ^= (state << 13) & 0xFFFFFFFF
        state ^= state >> 17
        state ^= (state << 5) & 0xFFFFFFFF
        words[index] = state
    words.setflags(write=False)
    return words


def scale(values: Mapping[str, int]) -> Fraction:
    """Spikes have no scale."""
    return Fraction(1)


def largest_value(values: Mapping[str, int]) -> int:
    """A spike."""
    return 1


def black_frames(values: Mapping[str, int]) -> int:
    """Those before the digit."""
    return values["black_frames"]


def steps(values: Mapping[str, int]) -> int:
    """All frames."""
    return values["black_frames"] + values["active_frames"]
