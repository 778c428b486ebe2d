"""The tasks of arXiv 2006.05252 as they were published: Gaussian numbers in, Gaussian numbers asked for (regression).

For a comparison with published mean squared errors; :mod:`codesign.data.copy_first` and :mod:`codesign.data.denoising`
ask for a class instead, which a chip can decide for. Here, too, there are fewer sequences than published (45,000 to
train, 50,000 to test): as many as :data:`codesign.data.sequences.COUNTS` says.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from codesign.data import Split
from codesign.data.denoising import MARKED
from codesign.data.sequences import COUNTS
from codesign.errors import InputError

__all__ = ["Regression", "copy_first", "denoising"]

_SEED = 60525204


@dataclass(frozen=True, eq=False, kw_only=True)
class Regression:
    """Inputs (samples, steps, inputs) and the numbers asked for after the last step, targets (samples, outputs)."""

    inputs: NDArray[np.float32]
    targets: NDArray[np.float32]


def copy_first(split: Split, steps: int) -> Regression:
    """``steps`` numbers of a standard normal distribution on one input; the first of them is asked for.

    Raises InputError for less than one step.
    """
    if steps < 1:
        raise InputError(f"copy-first-input needs at least 1 step, not {steps}")
    inputs = _random(split, steps).standard_normal((COUNTS[split], steps, 1), dtype=np.float32)
    return Regression(inputs=inputs, targets=inputs[:, 0].copy())


def denoising(split: Split, steps: int, *, gap: int = 0) -> Regression:
    """``steps`` numbers of a standard normal distribution, and one step more of 0; the second input is 0 where a number
    is marked, -1 where it is not, and 1 in the step more. The five marked ones are asked for, in their order; none is
    in the last ``gap`` of the ``steps``. Published: 400 steps, gaps of 0 and 200.

    Raises InputError where five do not fit.
    """
    if gap < 0 or steps - gap < MARKED:
        raise InputError(
            f"denoising marks {MARKED} of the steps before the gap; {steps} with a gap of {gap} are too few"
        )
    count, random = COUNTS[split], _random(split, steps)
    inputs = np.zeros((count, steps + 1, 2), dtype=np.float32)
    inputs[:, :-1, 0] = random.standard_normal((count, steps), dtype=np.float32)
    # The places of the smallest of random numbers are places at random, no two the same.
    ranks = random.random((count, steps - gap), dtype=np.float32)
    marked = np.sort(np.argpartition(ranks, MARKED - 1, axis=1)[:, :MARKED], axis=1)
    inputs[:, :-1, 1] = -1
    np.put_along_axis(inputs[:, :, 1], marked, 0, axis=1)
    inputs[:, -1, 1] = 1
    return Regression(inputs=inputs, targets=np.take_along_axis(inputs[:, :, 0], marked, axis=1))


def _random(split: Split, steps: int) -> np.random.Generator:
    """One for each split and length."""
    return np.random.Generator(np.random.PCG64([_SEED, list(COUNTS).index(split), steps]))
