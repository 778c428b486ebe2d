"""The integer twin of a layer of leaky integrate-and-fire neurons."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from codesign.errors import InputError
from codesign.network import Layer
from codesign.twin.trace import LayerTrace, in_units_of, spike_ends

__all__ = ["Parameters", "run", "spikes"]

Integers = NDArray[np.int64]


@dataclass(frozen=True, eq=False, kw_only=True)
class Parameters:
    """A layer's numbers, per unit (outputs,): levels in steps of v, biases in steps of a sum."""

    bias: Integers
    decay: Integers
    decay_shift: int
    """``decay`` stands for decay / 2^decay_shift."""
    current_decay: Integers
    current_shift: int
    threshold: Integers
    reset: Integers

    @classmethod
    def of(cls, layer: Layer) -> "Parameters":
        """Raises InputError where a scale is none that integers can keep."""
        drive_scale = layer.tensors["weight"].quantisation.scale
        step = drive_scale / (1 << layer.attributes["fraction"])
        return cls(
            bias=in_units_of(drive_scale, layer, "bias"),
            decay=layer["decay"].astype(np.int64),
            decay_shift=_shift(layer, "decay"),
            current_decay=layer["current_decay"].astype(np.int64),
            current_shift=_shift(layer, "current_decay"),
            threshold=in_units_of(step, layer, "threshold"),
            reset=in_units_of(step, layer, "reset"),
        )

    @property
    def has_current(self) -> bool:
        return bool(self.current_decay.any())


def run(layer: Layer, inputs: NDArray[np.int64], scale: Fraction) -> LayerTrace:
    """From i = v = s = 0, in every step (``>>`` floors, K and k are the shifts of the two factors)::

        d  = (bias + sum of W[n, p] over active inputs p) << fraction
        i' = clip(((i * current_decay) >> K) + d)
        u  = v;  where s: reset (reset_by 0), v - threshold (reset_by 1), v (reset_by 2)
        v' = clip(((u * decay) >> k) + i' - (threshold where s and reset_by is 2))
        s' = v' >= threshold, or v' > threshold if ``strict``

    with clip to ``bits`` bits. ``inputs`` (samples, steps, inputs) are 0 or 1, and the first step counts like any
    other. The state v is that before the reset; the state i is 0 where the layer has no synaptic current. Outputs are
    the spikes s', (samples, steps, outputs).
    """
    del scale  # spikes have none
    found, attributes = Parameters.of(layer), layer.attributes
    samples, steps, _ = inputs.shape
    # float64 takes the fast matrix product and is exact: sums stay far below 2**53
    weight = layer["weight"].astype(np.float64).T
    high = (1 << (attributes["bits"] - 1)) - 1
    states = {name: np.zeros((samples, steps, layer.outputs), dtype=np.int64) for name in ("i", "v", "s")}
    i, v, s = (np.zeros((samples, layer.outputs), dtype=np.int64) for _ in range(3))
    for step in range(steps):
        drive = ((inputs[:, step] @ weight).astype(np.int64) + found.bias) << attributes["fraction"]
        i = np.clip(((i * found.current_decay) >> found.current_shift) + drive, -high - 1, high)
        if attributes["reset_by"] == 0:
            v = np.where(s, found.reset, v)
        subtracted = s * found.threshold
        before, after = ((subtracted if attributes["reset_by"] == way else 0) for way in (1, 2))
        v = np.clip((((v - before) * found.decay) >> found.decay_shift) + i - after, -high - 1, high)
        s = (v - attributes["strict"] >= found.threshold).astype(np.int64)
        states["v"][:, step], states["s"][:, step] = v, s
        if found.has_current:
            states["i"][:, step] = i
    return LayerTrace(
        outputs=spikes(states),
        scale=Fraction(1),
        states=states,
        ends=spike_ends(layer.outputs),
        clipped={"i": (-high - 1, high), "v": (-high - 1, high)},
    )


def spikes(states: Mapping[str, Integers]) -> Integers:
    """The state s; (samples, steps, outputs) of 0 or 1."""
    return states["s"]


def _shift(layer: Layer, name: str) -> int:
    scale = layer.tensors[name].quantisation.scale
    shift = scale.denominator.bit_length() - 1
    if scale != Fraction(1, 1 << shift):
        raise InputError(f"layer {layer.name!r}: the scale of its {name} is {scale}; allowed are 1, 1/2, 1/4, ...")
    if layer[name].max() > 1 << shift:
        raise InputError(
            f"layer {layer.name!r}: its {name} is up to {layer[name].max() * scale}; a membrane cannot grow by itself, "
            "at most 1 is allowed"
        )
    return shift
