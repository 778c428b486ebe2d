"""Was it the keyword "zero"? One spoken digit against the rest (Free Spoken Digit Dataset)."""

import numpy as np

from codesign.data import Examples, Split
from codesign.data.fsdd import Recordings, recordings

__all__ = ["CLASSES", "KEYWORD", "examples", "load"]

CLASSES = ("rest", "zero")
KEYWORD = 0


def load(split: Split) -> Examples:
    """MFCC frames as images (recordings, frames, coefficients), and 1 for the keyword. One recording in ten is it, so
    accuracy is to be taken as the mean over both classes."""
    return examples(recordings(split))


def examples(found: Recordings) -> Examples:
    """Recordings with the label 1 for the keyword and 0 for any other digit."""
    return Examples(images=found.features, labels=(found.digits == KEYWORD).astype(np.int64))
