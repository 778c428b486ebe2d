"""MNIST, a pixel per step, then black steps (arXiv 2006.05252: 300 of them): see :mod:`codesign.data.pixels`."""

from codesign.data import Examples, Split
from codesign.data.pixels import BLACK, CLASSES, sequences

__all__ = ["CLASSES", "SIZES", "load"]

SIZES = BLACK
"""Black steps."""


def load(split: Split, size: int) -> Examples:
    """Images (samples, 784 + ``size``, 1) of 0..255 and the digits."""
    return sequences(split, black=size)
