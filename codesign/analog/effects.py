"""What one finger more of a parameter does to the drive of a unit at one step: by this a deviation counts.

The states before are held: up to the first state that differs they are the twin's.
"""

import math
import re
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from codesign import cells, coding, twin
from codesign.analog.layer_findings import Finding
from codesign.network import Layer, Network, Tensor
from codesign.twin import LayerTrace

__all__ = ["Place", "effect"]

_PARAMETER = re.compile(r"(?P<layer>\w+)\.(?P<tensor>\w+)\[(?P<index>[0-9,:]+)\]")


@dataclass(frozen=True, eq=False, kw_only=True)
class Place:
    """The first state that differs: of ``unit`` of ``layer`` at ``step`` of the sample ``inputs`` (steps, inputs)."""

    inputs: NDArray[np.int64]
    layer: str
    unit: int
    step: int


def effect(network: Network, finding: Finding, place: Place) -> float:
    """How much ``finding`` moves the drive of the unit of ``place`` against its thresholds, in unit currents.

    What all of a tensor is off by counts most, a state or an output with all that it is off by, and nothing of another
    unit of the layer or of a layer behind it.
    """
    found = _PARAMETER.fullmatch(finding.parameter)
    names = [layer.name for layer in network.layers]
    off = finding.found - finding.expected
    if found is None or found["layer"] not in names:
        return abs(off)
    name, tensor = found["layer"], found["tensor"]
    layer = network.layers[names.index(name)]
    behind = names.index(name) - names.index(place.layer)
    if behind > 0 or (behind == 0 and tensor == "gain"):
        return 0.0
    if ":" in found["index"]:
        return math.inf
    index = tuple(map(int, found["index"].split(",")))
    if behind == 0 and index[0] != place.unit:
        return 0.0
    if tensor not in layer.tensors and tensor != "skip":
        return abs(off)
    if behind == 0 and tensor in ("threshold", "width"):
        return abs(off) * float(layer.tensors[tensor].quantisation.scale)
    return abs(off) * _per_finger(network, layer, tensor, index, place)


def _per_finger(network: Network, layer: Layer, tensor: str, index: tuple[int, ...], place: Place) -> float:
    """Of the drive, in unit currents; runs the layers from ``layer`` to that of ``place`` with one finger more."""
    trace = twin.simulate(network, place.inputs[None, : place.step + 1])
    position = [item.name for item in network.layers].index(layer.name)
    runs: dict[str, LayerTrace] = dict(trace.layers)
    before = None if position == 0 else runs[network.layers[position - 1].name]
    signal = place.inputs[None, : place.step + 1] if before is None else before.outputs
    scale = coding.scale(network.coding.kind, network.coding.parameters) if before is None else before.scale
    for current in network.layers[position:]:
        changed = _more(current, tensor, index) if current is layer and tensor != "skip" else current
        found: LayerTrace = cells.part(current.kind, "twin").run(changed, signal, scale)
        if current.name == place.layer:
            drive, was = found.drive, trace.layers[current.name].drive
            assert drive is not None
            assert was is not None
            assert found.drive_scale is not None
            return abs(int((drive - was)[0, place.step, place.unit])) * float(found.drive_scale)
        if found.states:
            found = replace(found, outputs=trace.layers[current.name].states["state"] * changed["gain"])
        if current.skip:
            earlier = runs[current.skip]
            found = found.plus(earlier)
            if current is layer and tensor == "skip":
                # a finger is the eighth part of the current that is added
                eighth = replace(earlier, outputs=np.where(_at(earlier, index), earlier.outputs, 0))
                found = found.plus(replace(eighth, scale=earlier.scale / 8))
        runs[current.name] = found
        signal, scale = found.outputs, found.scale
    return 0.0


def _at(trace: LayerTrace, index: tuple[int, ...]) -> NDArray[np.bool_]:
    return np.asarray(np.arange(trace.outputs.shape[2]) == index[0])


def _more(layer: Layer, tensor: str, index: tuple[int, ...]) -> Layer:
    """One finger more, or one less where there is no room for more."""
    old = layer.tensors[tensor]
    values = old.values.copy()
    step = 1 if values[index] < min(old.quantisation.maximum, cells.spec(layer.kind).tensors[tensor].maximum) else -1
    values[index] += step
    return replace(layer, tensors={**layer.tensors, tensor: Tensor(values, old.quantisation)})
