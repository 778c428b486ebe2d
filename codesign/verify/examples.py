"""The samples that a network is held against its targets with: those of its task's test split, or the user's own."""

from collections.abc import Iterator
from itertools import pairwise
from math import ceil
from typing import Any

import numpy as np
from numpy.typing import NDArray

from codesign import coding, data
from codesign.data import Examples
from codesign.errors import InputError
from codesign.network import Network

__all__ = ["checked_count", "encoded", "encoded_batches", "encoded_test_samples", "examples_for"]


def examples_for(network: Network, examples: Examples | None = None) -> Examples:
    """``examples`` after a check, or the test split of the network's task where there are none.

    Raises InputError where the task is no data set, for labels that are no classes of the network, and for images that
    do not fit it.
    """
    if examples is None:
        if not data.is_known(network.task):
            raise InputError(
                f"{network.name} has no test set: its task {network.task!r} is no data set of codesign.data; give "
                "examples of your own with --examples FILE.npz, in Python examples=Examples(images=..., labels=...)"
            )
        return data.load(network.task, "test")
    images, labels = np.asarray(examples.images), np.asarray(examples.labels)
    _check(images, "images", "(samples, rows, columns)", 3, network.coding.parameters["levels"], "the coding's levels")
    _check(labels, "labels", "(samples,)", 1, len(network.classes) - 1, f"the classes of {network.name}")
    if len(labels) != len(images):
        raise InputError(f"every image needs a label; there are {len(images)} images and {len(labels)} labels")
    return examples


def _check(values: NDArray[Any], what: str, shape: str, axes: int, largest: int, of: str) -> None:
    if values.ndim != axes or not np.issubdtype(values.dtype, np.integer):
        raise InputError(f"{what} must be whole numbers {shape}, not {values.dtype} of shape {values.shape}")
    if values.size and not 0 <= values.min() <= values.max() <= largest:
        raise InputError(f"{what} must be 0..{largest} ({of}), not {values.min()}..{values.max()}")


def checked_count(network: Network, available: int, samples: int | None, *, own: bool) -> int:
    """``samples``, or all that are ``available`` for None; raises InputError where there are fewer.

    ``own`` says whether they are examples of the user's own.
    """
    samples = available if samples is None else samples
    if not 1 <= samples <= available:
        where = "the examples given" if own else f"the test set of {network.task!r}"
        raise InputError(f"samples must be 1..{available} ({where}), not {samples}")
    return samples


def encoded(network: Network, examples: Examples, chosen: slice) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The ``chosen`` examples as inputs (samples, steps, inputs) and labels (samples,).

    Raises InputError where the images do not fit the network.
    """
    inputs = coding.encode(network.coding.kind, network.coding.parameters, examples.images[chosen])
    if inputs.shape[2] != network.inputs:
        raise InputError(
            f"images of {examples.images.shape[1:]} give {inputs.shape[2]} inputs per step, but {network.name} has "
            f"{network.inputs}"
        )
    return inputs, np.asarray(examples.labels[chosen], dtype=np.int64)


def encoded_test_samples(
    network: Network, samples: int | None = None, *, first: int = 0, examples: Examples | None = None
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """``samples`` (None: all) from number ``first`` on, of ``examples`` or, without them, of the test split: encoded
    inputs (samples, steps, inputs) and labels (samples,).

    Raises InputError as :func:`examples_for`, where there are fewer, and where images do not fit the network.
    """
    found = examples_for(network, examples)
    count = checked_count(network, len(found.labels) - first, samples, own=examples is not None)
    return encoded(network, found, slice(first, first + count))


def encoded_batches(
    network: Network, samples: int | None = None, *, most: int = 100, examples: Examples | None = None
) -> Iterator[NDArray[np.int64]]:
    """The inputs of :func:`encoded_test_samples`, at most ``most`` samples at a time, in batches of about one size."""
    found = examples_for(network, examples)
    count = checked_count(network, len(found.labels), samples, own=examples is not None)
    batches = ceil(count / most)
    bounds = [count * index // batches for index in range(batches + 1)]
    return (encoded(network, found, slice(*pair))[0] for pair in pairwise(bounds))
