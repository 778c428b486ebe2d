"""Straight-through rounding, fingers, and steps with surrogate gradients."""

import math
from fractions import Fraction
from typing import Any

import numpy as np
import torch

from codesign.network import Quantisation, Tensor

__all__ = [
    "FINGERS",
    "SIGNED_FINGERS",
    "UNSIGNED_FINGERS",
    "fingers",
    "mismatch",
    "rounded",
    "step",
    "whole_steps",
    "whole_tensor",
]

FINGERS = 8
"""Fingers of a current mirror that make a weight of 1.0 or one unit current."""

SIGNED_FINGERS = Quantisation(bits=7, scale=Fraction(1, FINGERS), signed=True)
UNSIGNED_FINGERS = Quantisation(bits=6, scale=Fraction(1, FINGERS), signed=False)


def rounded(values: torch.Tensor, low: float, high: float) -> torch.Tensor:
    """``values`` rounded to whole numbers ``low``..``high``; the gradient passes as if nothing had happened."""
    # Not values + (rounded - values).detach(): that would not always be a whole number in floating point.
    rounded_values: torch.Tensor = _Round.apply(values, low, high)  # type: ignore[no-untyped-call]
    return rounded_values


def fingers(values: torch.Tensor, low: int, high: int, *, rounding: bool = True) -> torch.Tensor:
    """Parameters (1.0 is a weight of 1 or one unit current) as whole fingers ``low``..``high``."""
    scaled = values * FINGERS
    return rounded(scaled, low, high) if rounding else scaled.clamp(low, high)


def whole_steps(
    values: torch.Tensor, quantisation: Quantisation, *, limit: int | None = None, rounding: bool = True
) -> torch.Tensor:
    """Parameters as whole numbers of the quantisation's steps, no larger than it holds and than ``limit``.

    Without ``rounding`` they are only expressed in its steps; floating point has no largest number.
    """
    scaled = values / float(quantisation.scale)
    if not rounding:
        return scaled
    low, high = quantisation.minimum, quantisation.maximum
    if limit is not None:
        low, high = max(low, -limit), min(high, limit)
    return rounded(scaled, low, high)


def whole_tensor(values: torch.Tensor, quantisation: Quantisation) -> Tensor:
    """Whole numbers, as they were rounded for the forward pass, for a Network."""
    return Tensor(values.detach().cpu().numpy().astype(np.int64), quantisation)


def mismatch(values: torch.Tensor, deviation: float) -> torch.Tensor:
    """``values`` x (1 + deviation x normal noise), as unequal transistors would have it."""
    return values * (1 + deviation * torch.randn_like(values)) if deviation > 0 else values


def step(distance: torch.Tensor, steepness: float, *, at_zero: bool, softness: float = 0.0) -> torch.Tensor:
    """1 where ``distance`` > 0 (or = 0, if ``at_zero``), else 0.

    The gradient is k / (1 + (pi k distance)^2), the derivative of the arctangent 1/2 + atan(pi k distance) / pi.
    With ``softness`` the value is that part arctangent and the rest step.
    """
    stepped: torch.Tensor = _Step.apply(distance, steepness, at_zero, softness)  # type: ignore[no-untyped-call]
    return stepped


class _Round(torch.autograd.Function):
    @staticmethod
    def forward(ctx: Any, values: torch.Tensor, low: float, high: float) -> torch.Tensor:
        return torch.round(values).clamp(low, high)

    @staticmethod
    def backward(ctx: Any, *gradients: torch.Tensor) -> tuple[torch.Tensor, None, None]:
        return gradients[0], None, None


class _Step(torch.autograd.Function):
    @staticmethod
    def forward(ctx: Any, distance: torch.Tensor, steepness: float, at_zero: bool, softness: float) -> torch.Tensor:
        ctx.save_for_backward(distance)
        ctx.steepness = steepness
        hard = (distance >= 0 if at_zero else distance > 0).to(distance.dtype)
        if softness == 0:
            return hard
        return hard + softness * (0.5 + torch.atan(math.pi * steepness * distance) / math.pi - hard)

    @staticmethod
    def backward(ctx: Any, *gradients: torch.Tensor) -> tuple[torch.Tensor, None, None, None]:
        (distance,) = ctx.saved_tensors
        steepness = ctx.steepness
        return gradients[0] * (steepness / (1 + (math.pi * steepness * distance) ** 2)), None, None, None
