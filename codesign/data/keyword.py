"""Was it the keyword "zero"? One spoken digit against the rest (Free Spoken Digit Dataset)."""

import numpy as np

from codesign.data import Examples, Split
from codesign.data.fsdd import recordings

__all__ = ["KEYWORD", "load"]

KEYWORD = 0


def load(split: Split) -> Examples:
    """MFCC frames as images (recordings, frames, coefficients), and 1 for the keyword. One recording in ten is it, so
    accuracy is to be taken as the mean over both classes."""
    found = recordings(split)
    return Examples(images=found.features, labels=(found.digits == KEYWORD).astype(np.int64))
