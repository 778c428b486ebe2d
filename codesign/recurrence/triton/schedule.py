"""How the work is divided among programs: units, samples, and, if these are too few for the device, time.

A kernel that memory limits needs enough bytes on their way: bandwidth times latency, on an H100 3.35 TB/s times 0.8 us,
2.7 MB, or 20 KB per multiprocessor. A program is one warp with 32 units. While it waits it has BLOCK steps of each
tensor it reads on their way, 1 KB per tensor; while it computes, nothing. PROGRAMS of them, as many as a
multiprocessor holds, are 32 KB for a forward pass that reads one tensor. Backward passes hold 110 to 190 registers per
thread and so 10 to 18 programs, each with three to five tensors on their way.

Samples times blocks of units are often fewer than wanted: 16 samples of 128 units are 64 programs, and an H100 has 132
multiprocessors. Time is then cut into as many chunks of equal length as make up for it. That costs a first pass over
the inputs (for cells that reset: over a small part of them) and two small numbers per chunk and unit, so there is more
than one chunk only where one would leave more than half of the places empty, and none is shorter than SHORTEST steps.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import torch

__all__ = [
    "BLOCK",
    "BLOCK_OF_DOUBLES",
    "PROGRAMS",
    "SHORTEST",
    "UNITS",
    "Chunks",
    "chunks",
    "chunks_of",
    "multiprocessors",
]

UNITS = 32
"""Units of a program: the threads of a warp, one unit each."""
BLOCK = 8
"""Steps whose loads are on their way together, in single precision."""
BLOCK_OF_DOUBLES = 4
PROGRAMS = 32
"""Programs wanted per multiprocessor."""
SHORTEST = 128
"""Steps of the shortest chunk."""

_forced: list[int] = []


@dataclass(frozen=True, kw_only=True)
class Chunks:
    """The steps in ``count`` chunks of ``steps`` each; the last one may be shorter."""

    count: int
    steps: int


@contextmanager
def chunks_of(steps: int) -> Iterator[None]:
    """Within it, chunks have this many steps, whatever the rule says: for tests and measurements."""
    _forced.append(steps)
    try:
        yield
    finally:
        _forced.pop()


def chunks(multiprocessors: int, samples: int, steps: int, units: int) -> Chunks:
    """The chunks of (samples, steps, units), none of them 0, by the rule above."""
    if _forced:
        length = _forced[-1]
    else:
        programs = samples * -(-units // UNITS)
        count = max(1, min(PROGRAMS * multiprocessors // programs, steps // SHORTEST))
        length = -(-steps // (count * BLOCK)) * BLOCK
    return Chunks(count=-(-steps // length), steps=length)


def multiprocessors(device: torch.device) -> int:
    """Of a CUDA device; 0, and so always one chunk, where kernels are interpreted."""
    return torch.cuda.get_device_properties(device).multi_processor_count if device.type == "cuda" else 0
