"""What a kind of layer says of itself: its tensors, its attributes, the signals it takes and gives."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

__all__ = ["AttributeSpec", "CellSpec", "Signal", "TensorSpec"]

Signal = Literal["current", "spike"]
"""``current``: integers times a scale, in unit currents. ``spike``: 0 or 1, sent as address events."""


@dataclass(frozen=True, kw_only=True)
class TensorSpec:
    """One tensor of a layer. ``shape`` names dimensions: ``outputs`` or ``inputs``."""

    shape: tuple[str, ...]
    minimum: int
    maximum: int
    meaning: str


@dataclass(frozen=True, kw_only=True)
class AttributeSpec:
    """One integer attribute of a layer or of an input coding."""

    minimum: int
    maximum: int
    meaning: str
    default: int | None = None
    """Used when the attribute is absent; None: it must be given."""


@dataclass(frozen=True, kw_only=True)
class CellSpec:
    """A kind of layer. ``weight`` (outputs, inputs) must be among its tensors; it gives the layer its shape."""

    kind: str
    title: str
    source: str
    takes: Signal
    gives: Signal
    tensors: Mapping[str, TensorSpec]
    attributes: Mapping[str, AttributeSpec] = field(default_factory=dict)
    states: tuple[str, ...] = ()
    """Names of the state arrays, one value per unit and step, that verification compares."""
