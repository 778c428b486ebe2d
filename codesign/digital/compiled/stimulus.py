"""The stimulus of many samples as one array of words, made without a loop over items."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from codesign.digital.streams import Bundle
from codesign.errors import InputError

__all__ = ["item_words"]

Words = NDArray[np.uint32]


def item_words(bundle: Bundle, samples: NDArray[np.integer]) -> Words:
    """The items of ``samples`` (samples, steps, inputs), one behind the other: (items, words) of 32 bits.

    Low words come first; the items are those of :func:`~codesign.digital.streams.input_items`. Raises InputError for
    samples without steps.
    """
    if samples.ndim != 3 or samples.shape[1] == 0:
        raise InputError(
            f"samples must have the shape (samples, steps, inputs) with at least one step, not {samples.shape}"
        )
    make = _spikes if bundle.signal == "spike" else _values
    bits, last = make(bundle, samples)
    of_step = samples.shape[1]
    _entry(bundle, bits, "end_of_step")[last] = 1
    _entry(bundle, bits, "end_of_sample")[last[of_step - 1 :: of_step]] = 1
    words = -(-bundle.layout.size // 32)
    padded = np.zeros((len(bits), words * 32), dtype=np.uint8)
    padded[:, : bits.shape[1]] = bits
    return np.packbits(padded, axis=1, bitorder="little").view("<u4").astype(np.uint32)


def _spikes(bundle: Bundle, samples: NDArray[np.integer]) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    """The bits (items, width) without end markers, and the last item of each step."""
    steps = samples.reshape(-1, bundle.size)
    step, unit = np.nonzero(steps)
    lane, row = unit % bundle.lanes, unit // bundle.lanes
    # Spikes of one lane and step, in ascending order, go into one item after the other.
    order = np.lexsort((row, lane, step))
    step, lane, row = step[order], lane[order], row[order]
    place = step * bundle.lanes + lane
    counts = np.bincount(place, minlength=len(steps) * bundle.lanes)
    rank = np.arange(len(place)) - np.repeat(np.cumsum(counts) - counts, counts)
    items = np.maximum(1, counts.reshape(len(steps), bundle.lanes).max(axis=1))
    first = np.cumsum(items) - items
    bits = np.zeros((int(items.sum()), bundle.layout.size), dtype=np.uint8)
    item = first[step] + rank
    _entry(bundle, bits, "spike")[item, lane] = 1
    address = bundle.layout["address"]
    width = address.width // bundle.lanes
    for bit in range(width):
        bits[item, address.offset + lane * width + bit] = row >> bit & 1
    return bits, first + items - 1


def _values(bundle: Bundle, samples: NDArray[np.integer]) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    values = samples.reshape(-1).astype(np.int64)
    bits = np.zeros((len(values), bundle.layout.size), dtype=np.uint8)
    _entry(bundle, bits, "present")[:] = 1
    value = _entry(bundle, bits, "value")
    for bit in range(value.shape[1]):
        value[:, bit] = values >> bit & 1
    return bits, np.arange(bundle.size - 1, len(values), bundle.size)


def _entry(bundle: Bundle, bits: NDArray[np.uint8], name: str) -> Any:
    entry = bundle.layout[name]
    return bits[:, entry.offset : entry.offset + entry.width]
