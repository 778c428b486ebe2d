"""MNIST, 28x28 pixels of 0..255 (Y. LeCun, C. Cortes, C. Burges), in its original files."""

import gzip
from functools import cache

import numpy as np
from numpy.typing import NDArray

from codesign.data import Examples, Split
from codesign.data.store import fetch
from codesign.errors import InputError

__all__ = ["CLASSES", "load"]

CLASSES = tuple("0123456789")

_MIRROR = "https://ossci-datasets.s3.amazonaws.com/mnist/"
# Of the uncompressed files: mirrors compress them differently.
_SHA256 = {
    "train-images": "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
    "train-labels": "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
    "t10k-images": "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
    "t10k-labels": "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
}
_VALIDATION = 5000
_SPLIT_SEED = 28


def load(split: Split) -> Examples:
    """The 10,000 test images; of the 60,000 others a seeded 5,000 validate and 55,000 train.

    Raises MissingToolError where the files are absent and cannot be downloaded.
    """
    if split == "test":
        return Examples(images=_idx("t10k-images", 3).astype(np.int64), labels=_idx("t10k-labels", 1).astype(np.int64))
    images, labels = _idx("train-images", 3), _idx("train-labels", 1)
    order = np.random.Generator(np.random.PCG64(_SPLIT_SEED)).permutation(len(labels))
    chosen = order[:_VALIDATION] if split == "validation" else order[_VALIDATION:]
    return Examples(images=images[chosen].astype(np.int64), labels=labels[chosen].astype(np.int64))


@cache
def _idx(name: str, dimensions: int) -> NDArray[np.uint8]:
    """One file of LeCun's IDX format: unsigned bytes, big-endian sizes."""
    file = f"{name}-idx{dimensions}-ubyte.gz"
    content = fetch(f"mnist/{file}", url=_MIRROR + file, sha256=_SHA256[name], unpack=gzip.decompress)
    header = np.frombuffer(content, dtype=">i4", count=1 + dimensions)
    if header[0] != 0x0800 + dimensions:
        raise InputError(f"{file} is no IDX file of unsigned bytes in {dimensions} dimensions")
    return np.frombuffer(content, dtype=np.uint8, offset=4 * (1 + dimensions)).reshape(header[1:])
