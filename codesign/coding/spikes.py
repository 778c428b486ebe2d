"""Spikes as they are: an image is a raster, its rows are the time steps, its columns the inputs."""

from collections.abc import Mapping
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from codesign.cells.spec import AttributeSpec, Signal

__all__ = ["PARAMETERS", "SIGNAL", "black_frames", "encode", "largest_value", "scale", "steps"]

SIGNAL: Signal = "spike"
PARAMETERS = {
    "levels": AttributeSpec(minimum=1, maximum=1, default=1, meaning="value of a spike in the raster"),
}


def encode(values: Mapping[str, int], images: NDArray[np.integer]) -> NDArray[np.int64]:
    """Rasters (samples, rows, columns) of 0 or 1 are the spikes (samples, steps, inputs) as they are."""
    return images.astype(np.int64)


def scale(values: Mapping[str, int]) -> Fraction:
    """Spikes have no scale."""
    return Fraction(1)


def largest_value(values: Mapping[str, int]) -> int:
    """A spike."""
    return 1


def black_frames(values: Mapping[str, int]) -> int:
    """Every row counts."""
    return 0


def steps(values: Mapping[str, int]) -> None:
    """As many as the raster has rows."""
    return None
