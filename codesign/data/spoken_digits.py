"""Which of the ten digits was spoken (Free Spoken Digit Dataset)."""

from codesign.data import Examples, Split
from codesign.data.fsdd import recordings

__all__ = ["CLASSES", "load"]

CLASSES = tuple("0123456789")


def load(split: Split) -> Examples:
    """MFCC frames as images (recordings, frames, coefficients), and the digit."""
    found = recordings(split)
    return Examples(images=found.features, labels=found.digits)
