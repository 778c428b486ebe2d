"""Mismatch of every single transistor, after M. Pelgrom et al., IEEE JSSC 24 (1989).

The difference of two like transistors has sigma = A / sqrt(W L), so each of them has 1 / sqrt(2) of that.

A *die* is one draw for a whole chip: a threshold shift and a relative error of the current factor per transistor. Each
depends on the seed, the die's number and the transistor's path alone, so it is the same whatever else is simulated, in
whatever order, and in every model of the circuit.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from codesign.analog.devices import Device
from codesign.analog.technology import Technology
from codesign.errors import InputError

__all__ = ["Mismatch", "draw"]

_LEAST_FACTOR = 0.1
"""A current factor is never drawn below this: far outside of what any transistor does."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Mismatch:
    """Deviations (dies, devices); 0 and 1 for what is no transistor."""

    threshold_v: NDArray[np.float64]
    """Added to the magnitude of the threshold voltage, in volts."""
    current_factor: NDArray[np.float64]
    """Multiplies mobility."""


def draw(devices: Sequence[Device], technology: Technology, *, seed: int, dies: Sequence[int]) -> Mismatch:
    """The deviations of ``devices`` on the chips number ``dies`` of the batch ``seed``.

    Raises InputError where the technology does not say how a transistor's model varies.
    """
    sigma = np.array([_sigma(device, technology) for device in devices]).reshape(-1, 2)
    keys = np.array([_key(seed, device.path) for device in devices], dtype=np.uint64)
    numbers = _scrambled(np.asarray(dies, dtype=np.uint64) + np.uint64(1))
    first = _scrambled(keys[None, :] ^ numbers[:, None])
    second = _scrambled(first)
    # Box and Muller: two uniform numbers become two normal ones.
    radius = np.sqrt(-2 * np.log(_uniform(first)))
    angle = 2 * np.pi * _uniform(second)
    return Mismatch(
        threshold_v=radius * np.cos(angle) * sigma[:, 0],
        current_factor=np.maximum(_LEAST_FACTOR, 1 + radius * np.sin(angle) * sigma[:, 1]),
    )


def _sigma(device: Device, technology: Technology) -> tuple[float, float]:
    if device.kind != "m":
        return 0.0, 0.0
    if device.model not in technology.transistors:
        raise InputError(
            f"technology {technology.name} says nothing of the mismatch of {device.model!r} ({device.path}); "
            "add it to 'transistors' in technology.yaml"
        )
    spread = technology.transistors[device.model]
    root_um = (2 * device.gate_area_m2) ** 0.5 * 1e6
    return spread.threshold_v_um / root_um, spread.current_factor_um / root_um


def _key(seed: int, path: str) -> int:
    return int.from_bytes(hashlib.sha256(f"{seed} {path}".encode()).digest()[:8], "little")


def _scrambled(values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """splitmix64 (G. Steele, D. Lea, C. Flood, 2014): a counter becomes a random number."""
    z = values + np.uint64(0x9E3779B97F4A7C15)
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return np.asarray(z ^ (z >> np.uint64(31)))


def _uniform(values: NDArray[np.uint64]) -> NDArray[np.float64]:
    """Above 0 and below 1, from the upper 53 bits."""
    return ((values >> np.uint64(11)).astype(np.float64) + 0.5) / float(1 << 53)
