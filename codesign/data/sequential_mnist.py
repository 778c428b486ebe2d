"""MNIST, a pixel per step, row by row (arXiv 1504.00941): see :mod:`codesign.data.pixels`."""

from codesign.data import Examples, Split
from codesign.data.pixels import CLASSES, sequences

__all__ = ["CLASSES", "load"]


def load(split: Split) -> Examples:
    """Images (samples, 784, 1) of 0..255 and the digits."""
    return sequences(split)
