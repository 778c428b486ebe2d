"""What one run gave."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from codesign.network import Network

__all__ = ["Curve", "Integer", "Outcome"]


@dataclass(frozen=True, kw_only=True)
class Curve:
    """Loss while training and score on the validation split, after so many updates."""

    updates: tuple[int, ...]
    loss: tuple[float | None, ...]
    """Mean since the point before; None where it was not a number."""
    validation: tuple[float, ...]


@dataclass(frozen=True, kw_only=True)
class Integer:
    """The integer twin of a quantised network."""

    test: float
    """Its accuracy on the test split."""
    differ: int
    """Examples that it decides otherwise than the PyTorch network; 0 is right."""
    samples: int


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """One variant trained with one seed. Scores are parts of 1; the test split was scored once, after the training."""

    units: int
    parameters: int
    curve: Curve
    test: Mapping[str, float]
    """By what was tested; the first is the score of the table."""
    mismatch: Mapping[str, float] = field(default_factory=dict)
    """Mean test score by the deviation of all parameters in per cent."""
    integer: Integer | None = None
    network: Network | None = None
    """To be exported and verified."""
    notes: Mapping[str, Any] = field(default_factory=dict)
    """What else was measured, as plain JSON."""
