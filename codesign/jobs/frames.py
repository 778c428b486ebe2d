"""Messages on a pipe: eight bytes of length, then so many bytes."""

from typing import BinaryIO

__all__ = ["read_frame", "write_frame"]

_LENGTH = 8


def write_frame(stream: BinaryIO, content: bytes) -> None:
    """Write a message and send it off."""
    stream.write(len(content).to_bytes(_LENGTH, "big"))
    stream.write(content)
    stream.flush()


def read_frame(stream: BinaryIO) -> bytes | None:
    """The next message; None where the other end is gone, in the middle of a message too."""
    length = stream.read(_LENGTH)
    if len(length) < _LENGTH:
        return None
    size = int.from_bytes(length, "big")
    content = stream.read(size)
    return content if len(content) == size else None
