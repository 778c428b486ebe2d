"""Was it the keyword "zero"? As :mod:`codesign.data.keyword`, tested with two speakers never heard in training."""

from codesign.data import Examples, Split
from codesign.data.fsdd import recordings_by_speaker
from codesign.data.keyword import CLASSES, examples

__all__ = ["CLASSES", "load"]


def load(split: Split) -> Examples:
    """MFCC frames as images (recordings, frames, coefficients), and 1 for the keyword."""
    return examples(recordings_by_speaker(split))
