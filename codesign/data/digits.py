"""scikit-learn's 1,797 handwritten digits, 8x8 pixels of 0..16 (UCI Optical Recognition, E. Alpaydin, C. Kaynak)."""

import numpy as np

from codesign.data import Examples, Split

__all__ = ["CLASSES", "load"]

CLASSES = tuple("0123456789")

_SPLIT_SEED = 1797
_TEST = 360
_VALIDATION = 240


def load(split: Split) -> Examples:
    """A fixed split: a seeded permutation; the first 360 (20 %) are the test set, the next 240 the validation set."""
    from sklearn.datasets import load_digits  # slow to import

    digits = load_digits()
    order = np.random.Generator(np.random.PCG64(_SPLIT_SEED)).permutation(len(digits.target))
    chosen = {
        "test": order[:_TEST],
        "validation": order[_TEST : _TEST + _VALIDATION],
        "train": order[_TEST + _VALIDATION :],
    }[split]
    return Examples(images=digits.images[chosen].astype(np.int64), labels=digits.target[chosen].astype(np.int64))
