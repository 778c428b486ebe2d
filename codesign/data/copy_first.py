"""Copy-first-input (arXiv 2006.05252), decided among classes: what was the first number?

The published task shows T Gaussian numbers on one input and asks, after the last, for the first of them as a number
(regression, T up to 600). A chip decides among classes, so here the numbers are the levels 0 to 7, all equally likely:
what is left of a Gaussian number when one of eight equally likely intervals is told. The label is the level of the
first step. The later steps are random levels too, and nothing but its place tells the first step from them, as
published; :mod:`codesign.data.copy_first_marked` marks it.

A cell whose gates do not see its state (BMRU, FQ-BMRU) cannot tell the first step from the others, but two layers of it
can do the task: for each level the first one keeps whether a number from it on was seen, and whether one below it was;
the second is set where only the former is true, and neither set nor reset where both are.

The numbers as published: :func:`codesign.data.continuous.copy_first`.

Scaled against the published benchmark: 20,000 sequences to train instead of 45,000, 5,000 to test instead of 50,000.
"""

import numpy as np
from numpy.typing import NDArray

from codesign.data import Examples, Split
from codesign.data.sequences import dealt

__all__ = ["CLASSES", "LEVELS", "SIZES", "draw", "load"]

LEVELS = 8
CLASSES = tuple(str(level) for level in range(LEVELS))
SIZES = range(5, 2001)
"""Steps. Fewer have too few different sequences for three splits."""

_SEED = 60525201


def draw(random: np.random.Generator, count: int, size: int) -> NDArray[np.uint8]:
    """Levels (count, size, 1)."""
    return random.integers(LEVELS, size=(count, size, 1), dtype=np.uint8)


def load(split: Split, size: int) -> Examples:
    """Images (samples, ``size``, 1) of 0..7 and the level of the first step."""
    images = dealt(draw, split, size=size, seed=_SEED)
    return Examples(images=images, labels=images[:, 0, 0].copy())
