"""MNIST of 14 x 14 pixels, a pixel per step, in one random order: see :mod:`codesign.data.pixels`."""

from codesign.data import Examples, Split
from codesign.data.pixels import CLASSES, sequences

__all__ = ["CLASSES", "load"]


def load(split: Split) -> Examples:
    """Images (samples, 196, 1) of 0..255 and the digits."""
    return sequences(split, averaged=2, permuted=True)
