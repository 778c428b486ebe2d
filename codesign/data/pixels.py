"""MNIST, a pixel per step: the images of :mod:`codesign.data.mnist` as sequences (samples, steps, 1).

As the published benchmarks of sequential MNIST (Q. Le, N. Jaitly, G. Hinton, arXiv 1504.00941; with black pixels
appended: arXiv 2006.05252) the pixels come row by row, or in one order for all images that was drawn at random. Of
28 x 28 pixels that makes 784 steps. Averaged over 2 x 2 pixels there are 14 x 14 and 196 steps, which two processors
can train on. The split is that of ``mnist``: the test set is the original one, and 5,000 of the others validate.
"""

import numpy as np
from numpy.typing import NDArray

from codesign.data import Examples, Split, mnist

__all__ = ["BLACK", "CLASSES", "sequences"]

CLASSES = mnist.CLASSES
BLACK = range(1, 1000)
"""Black steps that may be appended."""

_ORDER_SEED = 784


def sequences(split: Split, *, averaged: int = 1, permuted: bool = False, black: int = 0) -> Examples:
    """Images (samples, steps, 1) of 0..255 and the digits.

    Each pixel is the mean of ``averaged`` x ``averaged`` of them, rounded; ``permuted`` puts them in an order that was
    drawn at random, the same for every image and split; ``black`` steps of 0 come behind.
    """
    loaded = mnist.load(split)
    pixels = _averaged(loaded.images, averaged).reshape(len(loaded.labels), -1)
    if permuted:
        pixels = pixels[:, np.random.Generator(np.random.PCG64(_ORDER_SEED)).permutation(pixels.shape[1])]
    return Examples(images=np.pad(pixels, ((0, 0), (0, black)))[:, :, None], labels=loaded.labels)


def _averaged(images: NDArray[np.int64], by: int) -> NDArray[np.int64]:
    samples, rows, columns = images.shape
    sums = images.reshape(samples, rows // by, by, columns // by, by).sum(axis=(2, 4))
    means: NDArray[np.int64] = (sums + by * by // 2) // (by * by)
    return means
