"""Sequences that are drawn at random, each of them once, and dealt out to the splits."""

from collections.abc import Callable
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from codesign.data import Split

__all__ = ["COUNTS", "Draw", "dealt"]

COUNTS: dict[Split, int] = {"test": 5000, "validation": 2000, "train": 20000}
"""Sequences of each split; the published benchmarks train on 45,000 and test on 50,000."""

Draw = Callable[[np.random.Generator, int, int], NDArray[np.uint8]]
"""From a generator, a count and a size to images (count, steps, inputs)."""


def dealt(draw: Draw, split: Split, *, size: int, seed: int) -> NDArray[np.int64]:
    """The images (samples, steps, inputs) of ``split``. No image is in two splits, nor twice in one."""
    end = 0
    for name, count in COUNTS.items():
        begin, end = end, end + count
        if name == split:
            break
    return _distinct(draw, size, seed)[begin:end].astype(np.int64)


@lru_cache(maxsize=2)
def _distinct(draw: Draw, size: int, seed: int) -> NDArray[np.uint8]:
    """As many different images as all splits hold, in the order in which they were first drawn."""
    random = np.random.Generator(np.random.PCG64([seed, size]))
    wanted = sum(COUNTS.values())
    images = draw(random, wanted, size)
    while True:
        flat = np.ascontiguousarray(images).reshape(len(images), -1)
        _, first = np.unique(flat.view(np.dtype((np.void, flat.shape[1])))[:, 0], return_index=True)
        images = images[np.sort(first)]
        if len(images) >= wanted:
            return images[:wanted]
        images = np.concatenate([images, draw(random, wanted, size)])
