"""The integer twin of a BMRU layer, and the write gate that a CMRU layer has, too."""

from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from codesign.network import Layer
from codesign.twin.trace import LayerTrace, common_scale, weighted_sum

__all__ = ["Writes", "factors", "run", "trace", "writes"]

Integers = NDArray[np.int64]


@dataclass(frozen=True, eq=False, kw_only=True)
class Writes:
    """What the inputs ask of the states. Arrays are (samples, steps, outputs)."""

    candidate: Integers
    """c = W_c x + b_c, in units of ``scale``."""
    scale: Fraction
    sign: Integers
    """1 where c >= 0, otherwise -1."""
    gate: NDArray[np.bool_]
    """z: |c| >= |W_beta x + b_beta|, so that the sign is written."""


def run(layer: Layer, inputs: NDArray[np.int64], scale: Fraction) -> LayerTrace:
    """s = sign(c) where |c| >= beta, else s of the step before; the output is gain x s (arXiv 2601.09495).

    ``inputs`` (samples, steps, inputs) in units of ``scale`` unit currents, of either sign. c and beta are those of
    :func:`writes`. The state (samples, steps, outputs) is -1 or 1 once it was written, and ``initial_state`` before.
    """
    found = writes(layer, inputs, scale)
    samples, steps, _ = inputs.shape
    state = np.zeros((samples, steps, layer.outputs), dtype=np.int64)
    held = np.full((samples, layer.outputs), layer.attributes["initial_state"], dtype=np.int64)
    for step in range(steps):
        held = np.where(found.gate[:, step], found.sign[:, step], held)
        state[:, step] = held
    largest = np.abs(layer["gain"].astype(np.int64))
    return replace(trace(layer, found, state), ends=(-largest, largest))


def writes(layer: Layer, inputs: NDArray[np.int64], scale: Fraction) -> Writes:
    """The write gate z = H(|c| - beta) of c = W_c x + b_c and beta = |W_beta x + b_beta|; H(0) = 1, sign(0) = 1.

    Both sums are exact. They have scales of their own, so they are compared in the largest scale that holds both.
    Raises InputError where a bias is no whole number of steps of its sum.
    """
    candidate, candidate_scale = weighted_sum(layer, inputs, scale)
    threshold, threshold_scale = weighted_sum(layer, inputs, scale, weight="threshold_weight", bias="threshold_bias")
    of_candidate, of_threshold = factors(candidate_scale, threshold_scale)
    return Writes(
        candidate=candidate,
        scale=candidate_scale,
        sign=np.where(candidate >= 0, 1, -1),
        gate=np.abs(candidate) * of_candidate >= np.abs(threshold) * of_threshold,
    )


def factors(first: Fraction, second: Fraction) -> tuple[int, int]:
    """What brings integers of the two scales to their common one."""
    common = common_scale(first, second)
    return int(first / common), int(second / common)


def trace(layer: Layer, found: Writes, state: Integers) -> LayerTrace:
    """The trace of a layer that gives gain x ``state``."""
    return LayerTrace(
        outputs=state * layer["gain"],
        scale=layer.tensors["gain"].quantisation.scale,
        states={"state": state},
        drive=found.candidate,
        drive_scale=found.scale,
    )
