"""Denoising as :mod:`codesign.data.denoising`, with a gap: none of the marked bits is in the second half of the steps.

So all five must be kept for at least half of the time. ``denoising_gap_400`` has the gap of the published benchmark
(arXiv 2006.05252): the last 200 of 400 steps.
"""

import numpy as np
from numpy.typing import NDArray

from codesign.data import Examples, Split, denoising
from codesign.data.sequences import dealt

__all__ = ["CLASSES", "SIZES", "load"]

CLASSES = denoising.CLASSES
SIZES = range(16, 2001)

_SEED = 60525203


def load(split: Split, size: int) -> Examples:
    """Images (samples, ``size``, 2) of 0 and 1, bits and marks, and the number that the marked bits make."""
    images = dealt(_draw, split, size=size, seed=_SEED)
    return Examples(images=images, labels=denoising.labels(images))


def _draw(random: np.random.Generator, count: int, size: int) -> NDArray[np.uint8]:
    return denoising.draw(random, count, size, gap=size // 2)
