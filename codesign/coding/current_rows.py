"""The rows of an image as time steps, its columns as input currents."""

from collections.abc import Mapping
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from codesign.cells.spec import AttributeSpec, Signal

__all__ = ["PARAMETERS", "SIGNAL", "black_frames", "encode", "largest_value", "scale", "steps"]

SIGNAL: Signal = "current"
PARAMETERS = {
    "levels": AttributeSpec(minimum=1, maximum=255, meaning="pixel value of full scale"),
    "steps_per_unit": AttributeSpec(minimum=1, maximum=256, meaning="pixel steps that make one unit current"),
}


def encode(values: Mapping[str, int], images: NDArray[np.integer]) -> NDArray[np.int64]:
    """Pixels (samples, rows, columns) are the currents (samples, steps, inputs) as they are."""
    return images.astype(np.int64)


def scale(values: Mapping[str, int]) -> Fraction:
    """One pixel step, in unit currents."""
    return Fraction(1, values["steps_per_unit"])


def largest_value(values: Mapping[str, int]) -> int:
    """A white pixel."""
    return values["levels"]


def black_frames(values: Mapping[str, int]) -> int:
    """Every row counts."""
    return 0


def steps(values: Mapping[str, int]) -> None:
    """As many as the image has rows."""
    return None
