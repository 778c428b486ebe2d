"""What a run of the twin leaves behind, and the one sum that every layer of currents shares."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from codesign.errors import InputError
from codesign.network import Layer

__all__ = ["LayerTrace", "NetworkTrace", "common_scale", "in_units_of", "spike_ends", "weighted_sum"]

Integers = NDArray[np.int64]


@dataclass(frozen=True, eq=False, kw_only=True)
class LayerTrace:
    """One layer over all samples and steps. Arrays are (samples, steps, outputs) integers."""

    outputs: Integers
    scale: Fraction
    """One integer step of ``outputs``, in unit currents (1 for spikes)."""
    states: Mapping[str, Integers]
    """State arrays by name, each as at the end of the step."""
    drive: Integers | None = None
    """W x + b before any threshold, in units of ``drive_scale``; layers of currents only."""
    drive_scale: Fraction | None = None
    thresholds: tuple[Integers, Integers] | None = None
    """Lower and upper threshold of each unit (outputs,), in units of ``drive_scale``; bistable cells only."""
    ends: tuple[Integers, Integers] | None = None
    """Least and largest output of each unit (outputs,) that its cell can give; None: it depends on its inputs."""
    clipped: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """States that cannot leave a range for want of bits: its least and its largest value. What goes beyond is lost."""

    def plus(self, earlier: "LayerTrace") -> "LayerTrace":
        """With the outputs of ``earlier`` added to its own (skip connection), exact in :func:`common_scale`."""
        scale = common_scale(self.scale, earlier.scale)
        outputs = self.outputs * int(self.scale / scale) + earlier.outputs * int(earlier.scale / scale)
        return replace(self, outputs=outputs, scale=scale, ends=None)


@dataclass(frozen=True, eq=False, kw_only=True)
class NetworkTrace:
    """All layers by name, the score of each class (samples, classes) and the decision (samples,)."""

    layers: Mapping[str, LayerTrace]
    own: Mapping[str, LayerTrace]
    """The same without what skip connections add."""
    scores: Integers
    decisions: Integers


def common_scale(first: Fraction, second: Fraction) -> Fraction:
    """The largest scale of which both are whole multiples."""
    return Fraction(
        math.gcd(first.numerator * second.denominator, second.numerator * first.denominator),
        first.denominator * second.denominator,
    )


def spike_ends(outputs: int) -> tuple[Integers, Integers]:
    """The ``ends`` of a layer of spikes."""
    return np.zeros(outputs, dtype=np.int64), np.ones(outputs, dtype=np.int64)


def weighted_sum(
    layer: Layer, inputs: Integers, scale: Fraction, *, weight: str = "weight", bias: str = "bias"
) -> tuple[Integers, Fraction]:
    """W x + b as exact integers, and the unit they are in (weight scale x input scale).

    W and b are the tensors named ``weight`` and ``bias``. Raises InputError where the bias is no whole multiple of that
    unit.
    """
    drive_scale = layer.tensors[weight].quantisation.scale * scale
    drive = inputs @ layer[weight].astype(np.int64).T + in_units_of(drive_scale, layer, bias)
    return drive, drive_scale


def in_units_of(drive_scale: Fraction, layer: Layer, name: str) -> Integers:
    """The tensor ``name`` in units of ``drive_scale``; raises InputError where one step of it is no whole number."""
    factor = layer.tensors[name].quantisation.scale / drive_scale
    if factor.denominator != 1:
        raise InputError(
            f"layer {layer.name!r}: one step of its {name} is {factor} steps of weight x input; "
            "choose an input scale of 1/n, so that it is a whole number"
        )
    return layer[name].astype(np.int64) * int(factor)
