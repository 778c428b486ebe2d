"""Ports of memories, under names that are given.

Amaranth names signals after the variable they are assigned to, which it reads from the interpreter's bytecode. That
differs from one Python to the next (3.13 joins instructions that 3.11 has apart), and with it the generated text would;
so every signal of ours has its name as an argument, and every port comes from here.
"""

from collections.abc import Sequence
from typing import Any

from amaranth.lib.memory import Memory, ReadPort, WritePort
from amaranth.utils import ceil_log2

__all__ = ["read_port", "write_port"]


def read_port(memory: Memory, *, name: str = "read", transparent_for: Sequence[Any] = ()) -> Any:
    """A synchronous one: ``addr`` and ``en``, and ``data`` a cycle later."""
    signature = ReadPort.Signature(shape=memory.shape, addr_width=ceil_log2(memory.depth))
    return ReadPort(signature, memory=memory, domain="sync", transparent_for=transparent_for, path=(name,))


def write_port(memory: Memory, *, name: str = "write") -> Any:
    """``addr``, ``data`` and ``en``."""
    signature = WritePort.Signature(shape=memory.shape, addr_width=ceil_log2(memory.depth))
    return WritePort(signature, memory=memory, domain="sync", path=(name,))
