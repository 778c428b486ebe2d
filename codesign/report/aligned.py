"""What a target that leaves out the first steps of a sample gave, beside the twin's trace of all of them."""

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

__all__ = ["all_steps"]

_Kind = TypeVar("_Kind", np.int64, np.bool_)


def all_steps(found: NDArray[_Kind], expected: NDArray[_Kind]) -> NDArray[_Kind]:
    """``found`` (samples, steps that were run, units), with the twin's ``expected`` (samples, steps, units) for the
    steps before: the target starts from its states behind them."""
    left_out = expected.shape[1] - found.shape[1]
    return np.concatenate([expected[: len(found), :left_out], found], axis=1) if left_out else found
