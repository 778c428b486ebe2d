"""Which of the ten digits was spoken, tested with two speakers never heard in training."""

from codesign.data import Examples, Split
from codesign.data.fsdd import recordings_by_speaker

__all__ = ["CLASSES", "load"]

CLASSES = tuple("0123456789")


def load(split: Split) -> Examples:
    """MFCC frames as images (recordings, frames, coefficients), and the digit."""
    found = recordings_by_speaker(split)
    return Examples(images=found.features, labels=found.digits)
