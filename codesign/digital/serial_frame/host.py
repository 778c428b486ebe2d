# amaranth: UnusedElaboratable=no
"""The computer's side of the line: samples to a chip, and what it says about them."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from codesign.digital import stimulus
from codesign.digital.design import NetworkDesign
from codesign.digital.options import Options
from codesign.digital.serial_frame import protocol
from codesign.digital.serial_frame.chip import identity
from codesign.digital.serial_frame.protocol import Decoder, Frame, Status
from codesign.digital.streams import input_items
from codesign.errors import InputError, ToolError
from codesign.network import Network

__all__ = ["ChipResult", "Host", "Transport"]

_ATTEMPTS = 5


class Transport(Protocol):
    """A line of bytes to the chip; a serial port of pyserial with a timeout is one."""

    def write(self, data: bytes, /) -> object:
        """Send all of ``data``."""

    def read(self, size: int = 1, /) -> bytes:
        """Up to ``size`` bytes; fewer, or none, where no more come within the line's own time limit."""


@dataclass(frozen=True, kw_only=True)
class ChipResult:
    """What the chip says about one sample."""

    decision: int
    """Index of the class."""
    scores: tuple[int, ...]


class Host:
    """Talks to the chip of one network, with whatever engine it was built.

    :meth:`start` first. Frames without an answer are sent again; raises ToolError where the chip stays silent, and
    InputError where it holds another model.
    """

    def __init__(self, network: Network, line: Transport) -> None:
        self._network, self._line = network, line
        self._design = NetworkDesign(network)
        self._identity = identity(self._design)
        self._decoder = Decoder()
        self._sequence = 0
        self._samples = 0
        self._results: dict[int, bytes] = {}
        self.repeated = 0
        """Frames that were sent more than once."""

    def start(self) -> Status:
        """Reset the chip, and see that it holds the network."""
        self._sequence, self._samples = 0, 0
        found, status = protocol.parse_status(self._ask(Frame(kind=protocol.START), protocol.STATUS).payload)
        self._results.clear()
        wanted = self._identity.model_hash
        if found.model_hash != wanted:
            raise InputError(
                f"the chip holds another model ({found.model_hash.hex()}..., not {wanted.hex()}...); load the "
                f"bitstream of {self._network.name}"
            )
        options = Options(events_per_cycle=max(1, found.lanes), fold_black_frames=found.folded > 0)
        self._design = NetworkDesign(self._network, options)
        self._identity = identity(self._design)
        if found != self._identity:
            raise InputError(f"the chip was built by another version: it says {found}, and not {self._identity}")
        return status

    def status(self) -> Status:
        """The chip's counters."""
        return protocol.parse_status(self._ask(Frame(kind=protocol.QUERY), protocol.STATUS).payload)[1]

    def run(self, sample: NDArray[np.integer]) -> ChipResult:
        """Send a sample (steps, inputs) as the twin gets it, and wait for its result."""
        steps = stimulus.played(self._design, sample) if self._design.folded_steps else sample
        source, size = self._design.source, self._identity.item_bytes
        items = [stimulus.payload(source, item).to_bytes(size, "little") for item in input_items(source, steps)]
        most = protocol.items_per_frame(size)
        self._results.pop(self._samples % 256, None)  # a repeated one of 256 samples ago
        for first in range(0, len(items), most):
            payload = b"".join(items[first : first + most])
            self._ask(Frame(kind=protocol.ITEMS, sequence=self._sequence, payload=payload), protocol.ACK)
            self._sequence = (self._sequence + 1) % 256
        return self._unpack(self._await_result())

    def _await_result(self) -> bytes:
        number = self._samples % 256
        self._samples += 1
        for _ in range(_ATTEMPTS):
            if number not in self._results:
                self._receive()
            if number in self._results:
                return self._results.pop(number)
            # Late, or lost: the last result again, or an ACK where there is none yet.
            self._line.write(protocol.encode(Frame(kind=protocol.REPEAT)))
            self.repeated += 1
        raise ToolError(f"no result from the chip for sample {self._samples - 1}, asked {_ATTEMPTS} times")

    def _ask(self, frame: Frame, kind: int) -> Frame:
        """The answer to ``frame``, of this ``kind``."""
        for attempt in range(_ATTEMPTS):
            self._line.write(protocol.encode(frame))
            self.repeated += attempt > 0
            while frames := self._receive():
                for answer in frames:
                    if answer.kind == kind and answer.sequence == frame.sequence:
                        return answer
        raise ToolError(
            f"no answer from the chip in {_ATTEMPTS} attempts; check the port, the baud rate and that the bitstream "
            f"is loaded"
        )

    def _receive(self) -> list[Frame]:
        """The next frames; none where the line stays silent."""
        while True:
            received = self._line.read(1)
            if not received:
                self._decoder.clear()
                return []
            frames = self._decoder.feed(received)
            for frame in frames:
                if frame.kind == protocol.RESULT and len(frame.payload) == self._identity.result_bytes:
                    self._results[frame.sequence] = frame.payload
            if frames:
                return frames

    def _unpack(self, payload: bytes) -> ChipResult:
        layout = self._design.output.payload.shape()
        found = layout.from_bits(int.from_bytes(payload, "little") & ((1 << layout.size) - 1))
        return ChipResult(decision=int(found.decision), scores=tuple(int(score) for score in found.scores))
