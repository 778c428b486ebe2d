"""Denoising (arXiv 2006.05252), decided among classes: which five bits were marked, in their order?

The published task shows N = 400 Gaussian numbers on one input; a second one marks five of them, at random steps, and
one more step asks for these five in their order (regression). A chip decides among classes, so here the numbers are
bits, and the five marked ones, the earliest first, are read as a binary number: 32 classes. An answer is right if all
five bits are; a linear readout can give it, for the score of a class may be a sum of one term per bit. A second input
is 1 in the steps that are marked and 0 in the others; what is not marked is random and means nothing. The last of the N
steps asks: there is no step more. The task as published: :func:`codesign.data.continuous.denoising`.

Scaled against the published benchmark: bits instead of real numbers, 20,000 sequences to train instead of 45,000, 5,000
to test instead of 50,000.
"""

import numpy as np
from numpy.typing import NDArray

from codesign.data import Examples, Split
from codesign.data.sequences import dealt

__all__ = ["CLASSES", "MARKED", "SIZES", "draw", "labels", "load"]

MARKED = 5
CLASSES = tuple(f"{number:0{MARKED}b}" for number in range(1 << MARKED))
"""``01000``: of the five marked bits the second was 1."""
SIZES = range(12, 2001)
"""Steps. Fewer have too few different sequences for three splits."""

_SEED = 60525202


def draw(random: np.random.Generator, count: int, size: int, *, gap: int = 0) -> NDArray[np.uint8]:
    """Bits and marks (count, size, 2); none of the last ``gap`` steps is marked."""
    images = np.zeros((count, size, 2), dtype=np.uint8)
    images[:, :, 0] = random.integers(2, size=(count, size), dtype=np.uint8)
    # The places of the smallest of random numbers are places at random, no two the same.
    ranks = random.random((count, size - gap), dtype=np.float32)
    marked = np.argpartition(ranks, MARKED - 1, axis=1)[:, :MARKED]
    np.put_along_axis(images[:, :, 1], marked, 1, axis=1)
    return images


def labels(images: NDArray[np.int64]) -> NDArray[np.int64]:
    """(samples,): the marked bits of each image as a binary number, the earliest first."""
    bits = images[:, :, 0][images[:, :, 1] == 1].reshape(len(images), MARKED)
    numbers: NDArray[np.int64] = bits @ (1 << np.arange(MARKED)[::-1])
    return numbers


def load(split: Split, size: int) -> Examples:
    """Images (samples, ``size``, 2) of 0 and 1, bits and marks, and the number that the marked bits make."""
    images = dealt(draw, split, size=size, seed=_SEED)
    return Examples(images=images, labels=labels(images))
