"""Input ports: a current becomes two gate lines, each with its own lag.

The diode of a port in weak inversion with C on its gate line is a log-domain filter, Q dI/dt = I (i - I) with
Q = C n kT/q. For an input i that is held for one step it has the solution

    I(t) = i I0 / (i exp(-i t / Q) + I0 (1 - exp(-i t / Q))),

so a small current arrives late, and one that ends leaves Q / t behind. The second line follows the first one; late in
a step it is as if it had the charge of both.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from codesign.analog.vectorised.calibration import Gain

__all__ = ["Array", "Lines", "mirrored", "settled"]

Array = NDArray[np.float32]
"""Signals are (dies, steps, samples, lines); dies is 1 where they do not depend on the die."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Lines:
    """What the gate lines of ports carry at the end of each step, in unit currents."""

    negative: Array
    positive: Array


def settled(inputs: Array, charge: NDArray[np.float64], *, leakage: float) -> Array:
    """Of lines of ``charge`` (lines,) each; before the first step they carry no more than ``leakage``."""
    target = np.maximum(inputs, np.float32(leakage))
    gone = -np.expm1(target / -charge.astype(np.float32))
    held = np.full(target[:, 0].shape, leakage, dtype=np.float32)
    found = np.empty_like(target)
    for step in range(target.shape[1]):
        now, share = target[:, step], gone[:, step]
        held = now * (held / (now * (1 - share) + held * share))
        found[:, step] = held
    return found


def mirrored(lines: Array, gain: Gain) -> Array:
    """What an output as wide as the diode gives, without mismatch."""
    return np.asarray(lines * np.exp(np.float32(gain.slope) * np.log(lines) + np.float32(gain.offset)))
