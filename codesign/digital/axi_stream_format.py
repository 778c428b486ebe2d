"""Bytes of the AXI4-Stream interfaces (:mod:`codesign.digital.axi_stream`), and the host's side of them in NumPy.

A packet, ended by TLAST, is one sample; its answer is one packet, too. All numbers are little-endian.

**Input.** A beat holds ``items`` items, an item ``lanes`` words (1 for currents), a word ``word_bytes`` bytes; the
first one lies in the lowest bits. TKEEP says which words are there: those of which all bytes are kept. A word of which
no byte is kept is skipped, wherever it stands; so a sample without steps can be one beat of which nothing is kept.

* *Spikes.* A word of lane b: its top bit says that the step is complete with this item (any kept word of the item may
  say so); the bits below are an address r, which is a spike of input r x lanes + b, or all ones for no spike. Within
  a step the addresses of a lane ascend. So a step without spikes is the byte FF (with words of one byte), and a sample
  packed here has words without a spike where others would leave out bytes: all of its bytes are kept.
* *Currents.* A word is the value of the next input of the step; after the last input comes the next step.

Steps that the design leaves out (``folded_steps``: black frames that its reset states stand for) are not sent. The
first step sent is then the last of the black frames, and a spike in it is out of range.

**Output.** The class, then the score of each class (two's complement if any can be negative), each in as many bytes as
it needs; then TLAST. TUSER holds the faults of the sample, one bit each, in the order of :data:`FAULTS`:

====================  ==================================================================================================
``short_sample``      TLAST came before the steps that the coding gives (only where it fixes their number)
``long_sample``       something came after the last step: a TLAST is missing. It is dropped until TLAST
``out_of_range``      an address without an input (dropped), or a value that the coding cannot give (counts as 0)
``out_of_order``      an address not above the one before it in its lane and step (dropped): no spike counts twice
``bad_keep``          a word of which some bytes are kept and some are not (skipped)
``unfinished_step``   TLAST came within a step, which is dropped
====================  ==================================================================================================

Every packet gets its answer, that of the steps understood, and what is wrong with one never reaches the next.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from codesign.digital.interval import Interval
from codesign.digital.streams import Bundle
from codesign.errors import InputError

__all__ = ["FAULTS", "AxiStreamFormat", "Packet"]

FAULTS = ("short_sample", "long_sample", "out_of_range", "out_of_order", "bad_keep", "unfinished_step")


@dataclass(frozen=True, eq=False, kw_only=True)
class Packet:
    """The bytes of a packet and, for each, whether it is kept; the last beat may be incomplete."""

    data: NDArray[np.uint8]
    keep: NDArray[np.bool_]


@dataclass(frozen=True, kw_only=True)
class AxiStreamFormat:
    """The format of one design; ``steps`` is the number that a sample must have, None: any up to ``longest``."""

    source: Bundle
    begins_black: bool
    """The first step carries no spikes."""
    items: int
    steps: int | None
    longest: int
    classes: int
    scores: Interval
    result_beat_bytes: int

    @property
    def word_bytes(self) -> int:
        """Spikes: the top bit, and room for the addresses and all ones."""
        if self.source.signal == "spike":
            return -(-(1 + Interval(0, self.source.rows).width) // 8)
        return -(-self.source.range.width // 8)

    @property
    def word_bits(self) -> int:
        return 8 * self.word_bytes

    @property
    def lanes(self) -> int:
        """Words of an item."""
        return self.source.lanes

    @property
    def item_bytes(self) -> int:
        return self.lanes * self.word_bytes

    @property
    def beat_bytes(self) -> int:
        return self.items * self.item_bytes

    @property
    def no_spike(self) -> int:
        """The address that stands for no spike: all ones."""
        return (1 << self.word_bits - 1) - 1

    @property
    def end_of_step(self) -> int:
        """The top bit of a word of spikes."""
        return 1 << self.word_bits - 1

    @property
    def decision_bytes(self) -> int:
        return -(-Interval(0, self.classes - 1).width // 8)

    @property
    def score_bytes(self) -> int:
        return -(-self.scores.width // 8)

    @property
    def result_bytes(self) -> int:
        return self.decision_bytes + self.classes * self.score_bytes

    def inputs_of_lane(self, lane: int) -> int:
        """Number of inputs whose spikes come in ``lane``."""
        return len(range(lane, self.source.size, self.lanes))

    def pack(self, sample: NDArray[np.integer]) -> Packet:
        """The packet of a sample (steps, inputs), without the steps that the design leaves out.

        Raises InputError for another shape or for values that the coding cannot give.
        """
        sample, bounds = np.asarray(sample), self.source.range
        if sample.ndim != 2 or sample.shape[1] != self.source.size:
            raise InputError(f"a sample must have the shape (steps, {self.source.size}), not {sample.shape}")
        if sample.size and (sample.min() < bounds.low or sample.max() > bounds.high):
            raise InputError(f"inputs must be {bounds.low}..{bounds.high}, not {sample.min()}..{sample.max()}")
        words = self._spike_words(sample) if self.source.signal == "spike" else sample.ravel()
        dtype = np.dtype("<i8") if self.source.range.signed else np.dtype("<u8")
        data = words.astype(dtype).view(np.uint8).reshape(-1, 8)[:, : self.word_bytes].ravel()
        if len(data):
            return Packet(data=data, keep=np.ones(len(data), dtype=bool))
        return Packet(data=np.zeros(self.beat_bytes, dtype=np.uint8), keep=np.zeros(self.beat_bytes, dtype=bool))

    def _spike_words(self, sample: NDArray[np.integer]) -> NDArray[np.int64]:
        items = [np.full((0, self.lanes), self.no_spike)]
        for step in sample:
            rows = [np.flatnonzero(step[lane :: self.lanes]) for lane in range(self.lanes)]
            words = np.full((max(1, *map(len, rows)), self.lanes), self.no_spike)
            for lane, found in enumerate(rows):
                words[: len(found), lane] = found
            words[-1] |= self.end_of_step
            items.append(words)
        return np.concatenate(items).ravel()

    def unpack(self, packet: Packet) -> tuple[NDArray[np.int64], frozenset[str]]:
        """What the chip makes of a packet, well formed or not: the sample (steps, inputs), and its faults."""
        found: list[NDArray[np.int64]] = []
        faults: set[str] = set()
        limit = self.longest if self.steps is None else self.steps
        step, position, last = np.zeros(self.source.size, dtype=np.int64), 0, [-1] * self.lanes
        spikes = self.source.signal == "spike"
        for words in self._items(packet, faults):
            closes = any(word >= self.end_of_step for _, word in words) if spikes else False
            data = [(lane, word % self.end_of_step) for lane, word in words] if spikes else words
            data = [(lane, word) for lane, word in data if not spikes or word != self.no_spike]
            if len(found) == limit:
                faults |= {"long_sample"} if data or closes else set()
                continue
            for lane, word in data:
                if not spikes:
                    step[position] = word if self.source.range.low <= word <= self.source.range.high else 0
                    faults |= {"out_of_range"} if step[position] != word else set()
                    closes = position == self.source.size - 1
                elif word >= self.inputs_of_lane(lane) or (self.begins_black and not found):
                    faults.add("out_of_range")
                elif word <= last[lane]:
                    faults.add("out_of_order")
                else:
                    step[word * self.lanes + lane], last[lane] = 1, word
                position += 1
            if closes:
                found.append(step)
                step, position, last = np.zeros_like(step), 0, [-1] * self.lanes
        if position:
            faults.add("unfinished_step")
        if self.steps is not None and len(found) < self.steps:
            faults.add("short_sample")
        return np.array(found, dtype=np.int64).reshape(-1, self.source.size), frozenset(faults)

    def _items(self, packet: Packet, faults: set[str]) -> Iterator[list[tuple[int, int]]]:
        """The kept words of each item, as (lane, number)."""
        signed = self.source.range.signed
        for start in range(0, len(packet.data), self.item_bytes):
            words = []
            for lane in range(self.lanes):
                span = slice(start + lane * self.word_bytes, start + (lane + 1) * self.word_bytes)
                keep = packet.keep[span]
                if len(keep) == self.word_bytes and keep.all():
                    words.append((lane, int.from_bytes(packet.data[span].tobytes(), "little", signed=signed)))
                elif keep.any():
                    faults.add("bad_keep")
            yield words

    def unpack_result(self, answer: bytes) -> tuple[int, list[int]]:
        """(class, scores) of an answer. Raises InputError where it has another length."""
        if len(answer) != self.result_bytes:
            raise InputError(f"an answer has {self.result_bytes} bytes, not {len(answer)}")
        scores = [
            int.from_bytes(answer[at : at + self.score_bytes], "little", signed=self.scores.signed)
            for at in range(self.decision_bytes, self.result_bytes, self.score_bytes)
        ]
        return int.from_bytes(answer[: self.decision_bytes], "little"), scores

    def faults(self, user: int) -> frozenset[str]:
        """The faults in TUSER."""
        return frozenset(name for bit, name in enumerate(FAULTS) if user >> bit & 1)
