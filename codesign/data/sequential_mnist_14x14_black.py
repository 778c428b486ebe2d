"""MNIST of 14 x 14 pixels, a pixel per step, then black steps: see :mod:`codesign.data.pixels`."""

from codesign.data import Examples, Split
from codesign.data.pixels import BLACK, CLASSES, sequences

__all__ = ["CLASSES", "SIZES", "load"]

SIZES = BLACK
"""Black steps."""


def load(split: Split, size: int) -> Examples:
    """Images (samples, 196 + ``size``, 1) of 0..255 and the digits."""
    return sequences(split, averaged=2, black=size)
