"""From the real numbers of a spiking layer to the integers of the cell ``lif``, by stated rules.

The step of the weights is the smallest power of two at which the largest one fits its bits; biases are whole steps of
it. Thresholds and resets are in steps of the membrane, 2^-fraction of that. Decays are whole steps of 2^-decay_bits.
All are rounded to the nearest step, a half to the even one.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from codesign.errors import InputError
from codesign.network import Layer, Quantisation, Tensor

__all__ = ["Precision", "RealLayer", "quantised"]

Floats = NDArray[np.float64]


@dataclass(frozen=True, kw_only=True)
class Precision:
    """Bits of the integers; raises InputError for others than the cell has."""

    weight_bits: int = 8
    """Of a weight, with its sign."""
    decay_bits: int = 16
    """Binary places of a decay."""
    fraction: int = 16
    """Binary places of the membrane below one step of the weights."""
    state_bits: int = 40
    """Of membrane and current, which saturate there."""

    def __post_init__(self) -> None:
        allowed = {"weight_bits": (2, 16), "decay_bits": (1, 16), "fraction": (0, 24), "state_bits": (2, 40)}
        for name, (least, largest) in allowed.items():
            value = getattr(self, name)
            if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= largest:
                raise InputError(f"{name} must be a whole number {least}..{largest}, not {value!r}")


@dataclass(frozen=True, eq=False, kw_only=True)
class RealLayer:
    """A layer in steps of time, ``weight`` (units, inputs), all others (units,), as the cell ``lif`` has them."""

    name: str
    weight: Floats
    bias: Floats
    decay: Floats
    current_decay: Floats
    threshold: Floats
    reset: Floats
    reset_by: int
    strict: bool


def quantised(layer: RealLayer, precision: Precision) -> tuple[Layer, dict[str, float]]:
    """The layer in integers, and of each tensor the largest rounding error relative to its largest magnitude.

    Raises InputError for numbers that the integers cannot hold.
    """
    _check(layer)
    largest = float(np.abs(layer.weight).max())
    room = (1 << (precision.weight_bits - 1)) - 1
    exponent = math.ceil(math.log2(largest / room)) if largest > 0 else 0
    step = Fraction(2) ** exponent
    fine = step / (1 << precision.fraction)
    decay_step = Fraction(1, 1 << precision.decay_bits)
    real: Mapping[str, tuple[Floats, int, Fraction]] = {
        "weight": (layer.weight, precision.weight_bits, step),
        "bias": (layer.bias, 32, step),
        "decay": (layer.decay, 18, decay_step),
        "current_decay": (layer.current_decay, 18, decay_step),
        "threshold": (layer.threshold, 32, fine),
        "reset": (layer.reset, 32, fine),
    }
    tensors, errors = {}, {}
    for name, (values, bits, scale) in real.items():
        integers = np.rint(values / float(scale))
        quantisation = Quantisation(bits=bits, scale=scale, signed=True)
        if max(-integers.min(), integers.max()) > quantisation.maximum:
            raise InputError(
                f"{layer.name}: its {name} is up to {np.abs(values).max():g}, which does not fit {bits} bits in steps "
                f"of {float(scale):g}; take fewer bits of fraction or of weights"
            )
        tensors[name] = Tensor(integers, quantisation)
        magnitude = float(np.abs(values).max())
        errors[name] = float(np.abs(integers * float(scale) - values).max()) / magnitude if magnitude else 0.0
    attributes = {
        "fraction": precision.fraction,
        "bits": precision.state_bits,
        "reset_by": layer.reset_by,
        "strict": int(layer.strict),
    }
    return Layer(name=layer.name, kind="lif", tensors=tensors, attributes=attributes), errors


def _check(layer: RealLayer) -> None:
    for name in ("weight", "bias", "decay", "current_decay", "threshold", "reset"):
        values = getattr(layer, name)
        if not np.all(np.isfinite(values)):
            raise InputError(f"{layer.name}: its {name} holds NaN or infinity; only finite numbers can be converted")
    for name in ("decay", "current_decay"):
        values = getattr(layer, name)
        if values.min() < 0 or values.max() > 1:
            raise InputError(
                f"{layer.name}: its {name} per step is {values.min():g} to {values.max():g}, allowed is 0 to 1; "
                "the time step must not be longer than a time constant"
            )
    if layer.threshold.min() <= 0:
        raise InputError(f"{layer.name}: its threshold is {layer.threshold.min():g}; it must be above 0")
