"""Which states the twin itself cannot promise: those that hang on a drive close to a threshold."""

from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from codesign.analog.technology import Technology
from codesign.network import Layer, Network
from codesign.twin import LayerTrace, NetworkTrace

__all__ = ["in_margin", "margins", "widths"]


def in_margin(layer: Layer, trace: LayerTrace, inputs: NDArray[np.int64], technology: Technology) -> NDArray[np.bool_]:
    """(samples, steps, units): True where the drive is closer to the threshold that matters than the larger of
    ``margin_unit`` and ``margin_relative`` x sum |w| x + |b|, at this step or at an earlier one that is still held.

    The upper threshold matters while the unit is low, the lower one while it is high, both while it is uncertain.
    ``inputs`` are the layer's own, (samples, steps, inputs).
    """
    if trace.drive is None or trace.drive_scale is None or trace.thresholds is None:
        raise TypeError(f"layer {layer.name!r} has no thresholds to be near to")
    lower, upper = trace.thresholds
    margin = widths(layer, trace.drive_scale, inputs, technology)
    uncertain = np.zeros(trace.drive.shape, dtype=bool)
    high = np.zeros((trace.drive.shape[0], trace.drive.shape[2]), dtype=bool)
    doubt = np.zeros_like(high)
    for step in range(trace.drive.shape[1]):
        drive = trace.drive[:, step]
        near_upper = (np.abs(drive - upper) < margin[:, step]) & (~high | doubt)
        near_lower = (np.abs(drive - lower) < margin[:, step]) & (high | doubt)
        held = (drive > lower) & (drive < upper)
        doubt = near_upper | near_lower | (held & doubt)
        high = trace.states["state"][:, step] == 1
        uncertain[:, step] = doubt
    return uncertain


def widths(
    layer: Layer, drive_scale: Fraction, inputs: NDArray[np.int64], technology: Technology
) -> NDArray[np.float64]:
    """How far off a drive may be, in units of ``drive_scale``, (samples, steps, units): the larger of ``margin_unit``
    and ``margin_relative`` x sum |w| x + |b|. ``inputs`` are the layer's own, (samples, steps, inputs)."""
    bias_steps = int(layer.tensors["bias"].quantisation.scale / drive_scale)
    magnitude = (
        inputs @ np.abs(layer["weight"]).astype(np.int64).T + np.abs(layer["bias"]).astype(np.int64) * bias_steps
    )
    found: NDArray[np.float64] = np.maximum(
        technology.margin_unit / float(drive_scale), technology.margin_relative * magnitude
    )
    return found


def margins(
    network: Network, trace: NetworkTrace, inputs: NDArray[np.int64], technology: Technology
) -> dict[str, dict[str, NDArray[np.bool_]]]:
    """The same for every layer that has states, by layer and state."""
    margins: dict[str, dict[str, NDArray[np.bool_]]] = {}
    for layer in network.layers:
        layer_trace = trace.layers[layer.name]
        if layer_trace.states:
            margins[layer.name] = {"state": in_margin(layer, layer_trace, inputs, technology)}
        inputs = layer_trace.outputs
    return margins
