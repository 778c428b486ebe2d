"""The frames, described once for both sides.

A frame is, byte by byte::

    SYNC  kind  sequence  length  payload (length bytes)  crc (high byte, low byte)

``crc`` is CRC-16/IBM-3740 (polynomial 0x1021, start 0xFFFF) of everything between SYNC and itself. A frame whose
crc is wrong, which breaks off for longer than a pause that no sender makes, or which holds a byte without a stop bit,
is counted and has no other effect; the search for SYNC begins again. The chip answers only to frames that are whole.

To the chip:

=======  ====================================================================================================
START    no payload. The chip is reset: no sample is in it, the next ITEMS frame has sequence 0, all counters are 0.
         Answer: STATUS.
ITEMS    whole items of the input stream, each in ``item_bytes`` bytes, the low byte first, padded with zeros. Items of
         a sample may go over several frames. Taken if ``sequence`` is the one expected (which then becomes the
         next, modulo 256); a frame that was taken before is answered and not taken again, so that the sender may
         repeat what got no answer. Answer, once all items are in the network: ACK.
QUERY    no payload. Answer: STATUS.
REPEAT   no payload. Answer: the last RESULT again; ACK before the first one.
=======  ====================================================================================================

From the chip; an answer has the sequence of the frame that it answers:

=======  ====================================================================================================
ACK      no payload.
RESULT   sent when a sample is complete, after the ACK of the frame that completed it or before. ``sequence`` is
         the number of the sample since START, modulo 256; the payload is an item of the output stream, the low
         byte first.
STATUS   Identity and Status, below.
=======  ====================================================================================================

So a sender that waits for the ACK of each frame, and repeats the frame where none comes, gets every item into the
network exactly once, whatever happens on the line; a sample that was broken off is dropped with START.
"""

import binascii
from dataclasses import dataclass, fields

from codesign.errors import InputError

__all__ = [
    "ACK",
    "CRC_BYTES",
    "CRC_POLYNOMIAL",
    "CRC_START",
    "HASH_BYTES",
    "HEADER_BYTES",
    "ITEMS",
    "LARGEST_PAYLOAD",
    "QUERY",
    "REPEAT",
    "RESULT",
    "START",
    "STATUS",
    "STATUS_BYTES",
    "SYNC",
    "VERSION",
    "Decoder",
    "Frame",
    "Identity",
    "Status",
    "decode",
    "encode",
    "items_per_frame",
    "parse_status",
]

VERSION = 1
SYNC = 0xA5
START, ITEMS, QUERY, REPEAT = 0x01, 0x02, 0x03, 0x04
ACK, RESULT, STATUS = 0x81, 0x82, 0x83
HEADER_BYTES = 3
"""kind, sequence, length."""
CRC_BYTES = 2
CRC_POLYNOMIAL, CRC_START = 0x1021, 0xFFFF
LARGEST_PAYLOAD = 255
HASH_BYTES = 8
"""Leading bytes of the model's SHA-256 that tell one chip from another."""


@dataclass(frozen=True, kw_only=True)
class Frame:
    """One frame, without SYNC and crc."""

    kind: int
    sequence: int = 0
    payload: bytes = b""


def encode(frame: Frame) -> bytes:
    """The bytes of ``frame``; raises InputError where its payload is too long."""
    if len(frame.payload) > LARGEST_PAYLOAD:
        raise InputError(f"a frame holds at most {LARGEST_PAYLOAD} bytes, not {len(frame.payload)}")
    body = bytes([frame.kind, frame.sequence & 0xFF, len(frame.payload)]) + frame.payload
    return bytes([SYNC]) + body + _crc(body).to_bytes(CRC_BYTES, "big")


def decode(received: bytes) -> list[Frame]:
    """All whole frames in ``received``."""
    return Decoder().feed(received)


class Decoder:
    """Finds frames in a stream of bytes that may begin anywhere and hold errors.

    Where a frame turns out to be none, the search goes on behind its SYNC, so that nothing real behind a
    false SYNC is missed.
    """

    def __init__(self) -> None:
        self._bytes = bytearray()

    def feed(self, received: bytes) -> list[Frame]:
        """The frames that are complete with ``received``."""
        self._bytes += received
        found: list[Frame] = []
        while True:
            start = self._bytes.find(SYNC)
            del self._bytes[: len(self._bytes) if start < 0 else start]
            if len(self._bytes) <= HEADER_BYTES:
                return found
            end = 1 + HEADER_BYTES + self._bytes[HEADER_BYTES]
            if len(self._bytes) < end + CRC_BYTES:
                return found
            body, crc = bytes(self._bytes[1:end]), int.from_bytes(self._bytes[end : end + CRC_BYTES], "big")
            if crc == _crc(body):
                found.append(Frame(kind=body[0], sequence=body[1], payload=body[HEADER_BYTES:]))
                del self._bytes[: end + CRC_BYTES]
            else:
                del self._bytes[0]

    def clear(self) -> None:
        """Forget a frame that broke off."""
        self._bytes.clear()


@dataclass(frozen=True, kw_only=True)
class Identity:
    """What the chip is. In a STATUS payload: a byte for each field in this order, then the hash."""

    version: int
    item_bytes: int
    result_bytes: int
    lanes: int
    """Spikes that an item can carry."""
    folded: int
    """Leading black frames that a sample is sent without."""
    model_hash: bytes
    """The first HASH_BYTES bytes."""

    def pack(self) -> bytes:
        numbers = (self.version, self.item_bytes, self.result_bytes, self.lanes, self.folded)
        return bytes(numbers) + self.model_hash


IDENTITY_BYTES = 5 + HASH_BYTES


@dataclass(frozen=True, kw_only=True)
class Status:
    """Counters since START, which itself is not counted; each is one byte that stays at 255.

    In a STATUS payload they follow the identity in this order.
    """

    accepted: int
    """Frames that were whole and of a known kind."""
    crc_errors: int
    broken_off: int
    """Frames that ended too early."""
    framing_errors: int
    """Bytes without a stop bit."""
    refused: int
    """Whole frames of an unknown kind, of a wrong length, or out of sequence."""


STATUS_BYTES = IDENTITY_BYTES + len(fields(Status))


def parse_status(payload: bytes) -> tuple[Identity, Status]:
    """Identity and counters from a STATUS payload; raises InputError for one of another length."""
    if len(payload) != STATUS_BYTES:
        raise InputError(f"the chip's status has {len(payload)} bytes, not {STATUS_BYTES}; it speaks another version")
    *numbers, _ = fields(Identity)
    identity = Identity(
        **{field.name: value for field, value in zip(numbers, payload, strict=False)},
        model_hash=payload[len(numbers) : IDENTITY_BYTES],
    )
    names = [field.name for field in fields(Status)]
    return identity, Status(**dict(zip(names, payload[IDENTITY_BYTES:], strict=True)))


def items_per_frame(item_bytes: int) -> int:
    """Items that a frame can hold; raises InputError where it can hold none."""
    if not 1 <= item_bytes <= LARGEST_PAYLOAD:
        raise InputError(
            f"an input item of {item_bytes} bytes does not fit a frame of {LARGEST_PAYLOAD}; choose fewer events per "
            f"cycle"
        )
    return LARGEST_PAYLOAD // item_bytes


def _crc(body: bytes) -> int:
    return binascii.crc_hqx(body, CRC_START)
