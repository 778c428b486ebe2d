"""Surrogate gradients: what stands for the derivative of a step in the backward pass."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import torch

from codesign.errors import InputError, nearest

__all__ = ["KINDS", "Surrogate"]


def _arctangent(distance: torch.Tensor, steepness: float) -> torch.Tensor:
    return steepness / (1 + (math.pi * steepness * distance).square())


def _fast_sigmoid(distance: torch.Tensor, steepness: float) -> torch.Tensor:
    return steepness / (1 + 2 * steepness * distance.abs()).square()


def _triangle(distance: torch.Tensor, steepness: float) -> torch.Tensor:
    return steepness * (1 - steepness * distance.abs()).clamp_min(0)


KINDS: Mapping[str, Callable[[torch.Tensor, float], torch.Tensor]] = MappingProxyType(
    {"arctangent": _arctangent, "fast_sigmoid": _fast_sigmoid, "triangle": _triangle}
)
"""Name to (distance x, steepness k) -> derivative; each is k at 0, of area 1. The order is that of kernel.c."""


@dataclass(frozen=True)
class Surrogate:
    """The derivative of H(x) with steepness k; that of sign(x) is twice as large.

    ``arctangent``: k / (1 + (pi k x)^2), as in arXiv 2601.09495; ``fast_sigmoid``: k / (1 + 2 k |x|)^2;
    ``triangle``: k max(0, 1 - k |x|). InputError for another kind or a steepness that is not positive.
    """

    kind: str = "arctangent"
    steepness: float = 1.0

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise InputError(f"unknown surrogate {self.kind!r}; {nearest(str(self.kind), KINDS)}")
        if not (0 < self.steepness < math.inf):
            raise InputError(f"steepness of a surrogate: {self.steepness!r}; give a positive number")

    def derivative(self, distance: torch.Tensor) -> torch.Tensor:
        """H'(distance), any shape."""
        return KINDS[self.kind](distance, self.steepness)
