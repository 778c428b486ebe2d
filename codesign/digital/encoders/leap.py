"""Xorshift ahead of time: any number of steps of the generator is one linear map of its 32 bits.

A step of Marsaglia's xorshift is shifts and sums modulo 2, so n steps are the n-th power of a 32 x 32 matrix over
GF(2). So a chip draws many words of one sequence in the same cycle, each bit the parity of some bits of the state.
"""

from functools import cache
from typing import Any

from amaranth.hdl import Cat

__all__ = ["leap", "parities"]

_BITS = 32
_MASK = (1 << _BITS) - 1


def _step(state: int) -> int:
    """As ``coding.bernoulli.random_words`` has it."""
    state ^= state << 13 & _MASK
    state ^= state >> 17
    return state ^ (state << 5 & _MASK)


@cache
def leap(steps: int) -> tuple[int, ...]:
    """Bit k of the state after ``steps`` steps is the parity of the state's bits in the mask k of these."""
    columns = [_column(steps, bit) for bit in range(_BITS)]
    return tuple(sum((column >> bit & 1) << source for source, column in enumerate(columns)) for bit in range(_BITS))


@cache
def _column(steps: int, bit: int) -> int:
    """The state ``steps`` steps after the one of which only ``bit`` is 1."""
    return 1 << bit if steps == 0 else _step(_column(steps - 1, bit))


def parities(state: Any, masks: tuple[int, ...]) -> Any:
    """The parities of ``state`` (a value of 32 bits) under ``masks``, the first in the lowest bit."""
    return Cat(*(Cat(*(state[bit] for bit in range(_BITS) if mask >> bit & 1)).xor() for mask in masks))
