"""Single faults of a layer, as layers: what one unit would do with one number changed, all changes side by side.

Units of a layer do not see each other, so the copies of one unit with one change each are the units of one wide layer,
and the cell's own twin runs them all at once.
"""

import copy
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from codesign import cells
from codesign.errors import InputError
from codesign.network import Layer, Tensor
from codesign.twin import LayerTrace

__all__ = ["Variant", "changed", "checked", "layer_variants", "run", "unit_variants", "without_input"]

_CHUNK = 1 << 24
"""Values of one state that are held at a time."""


@dataclass(frozen=True, kw_only=True)
class Variant:
    """One number of a layer changed: ``index`` in the tensor ``name``, or the attribute ``name`` (index None)."""

    layer: str
    name: str
    index: tuple[int, ...] | None
    expected: int
    found: int

    @property
    def parameter(self) -> str:
        """``layer.tensor[unit,input]``, as in the mapping."""
        place = "" if self.index is None else f"[{','.join(map(str, self.index))}]"
        return f"{self.layer}.{self.name}{place}"

    @property
    def unit(self) -> int | None:
        return None if self.index is None else self.index[0]


def unit_variants(layer: Layer, unit: int) -> list[Variant]:
    """Every number of ``unit`` with one bit flipped, gone, negated, or off by a power of two."""
    found = []
    for name, tensor in layer.tensors.items():
        row = np.atleast_1d(tensor.values[unit])
        for position, value in enumerate(row):
            index = (unit,) if tensor.values.ndim == 1 else (unit, position)
            for changed in _others(int(value), tensor.quantisation.bits):
                found.append(Variant(layer=layer.name, name=name, index=index, expected=int(value), found=changed))
    return found


def layer_variants(layer: Layer) -> list[Variant]:
    """Every attribute changed likewise, within what it may be."""
    specs = cells.spec(layer.kind).attributes
    return [
        Variant(layer=layer.name, name=name, index=None, expected=value, found=changed)
        for name, value in layer.attributes.items()
        for changed in _others(value, (specs[name].maximum - specs[name].minimum).bit_length())
        if specs[name].minimum <= changed <= specs[name].maximum
    ]


def _others(value: int, bits: int) -> list[int]:
    steps = [1 << k for k in range(bits + 1)]
    return [
        other
        for other in dict.fromkeys([0, -value, *(value + d for d in steps), *(value - d for d in steps)])
        if other != value
    ]


def with_changes(layer: Layer, variants: Sequence[Variant]) -> Layer:
    """A layer with one unit for each of ``variants``, of which each changes a number of a unit."""
    units = [variant.index[0] for variant in variants if variant.index is not None]
    tensors = {}
    for name, tensor in layer.tensors.items():
        values = tensor.values[units].astype(np.int64)  # a faulty number may need more bits
        for row, variant in enumerate(variants):
            if variant.name == name:
                assert variant.index is not None
                values[(row, *variant.index[1:])] = variant.found
        tensors[name] = _unchecked_tensor(tensor, values)
    return _unchecked(layer, tensors=tensors)


def without_input(layer: Layer, source: int) -> Layer:
    """The whole layer with an input that does not arrive."""
    tensors = dict(layer.tensors)
    for name, tensor in layer.tensors.items():
        if cells.spec(layer.kind).tensors[name].shape == ("outputs", "inputs"):
            values = tensor.values.copy()
            values[:, source] = 0
            tensors[name] = _unchecked_tensor(tensor, values)
    return _unchecked(layer, tensors=tensors)


def changed(layer: Layer, variant: Variant) -> Layer:
    """The whole layer with one number changed."""
    if variant.index is None:
        return replace(layer, attributes={**layer.attributes, variant.name: variant.found})
    values = layer[variant.name].astype(np.int64)
    values[variant.index] = variant.found
    return _unchecked(
        layer, tensors={**layer.tensors, variant.name: _unchecked_tensor(layer.tensors[variant.name], values)}
    )


def checked(layer: Layer, variant: Variant) -> Layer:
    """The same as a layer of a network; raises InputError where its cell allows no such number."""
    other = changed(layer, variant)
    if variant.index is None:
        return other
    tensor = layer.tensors[variant.name]
    return replace(layer, tensors={**layer.tensors, variant.name: Tensor(other[variant.name], tensor.quantisation)})


def run(
    layer: Layer, variants: Sequence[Variant], inputs: NDArray[np.int64], scale: Fraction
) -> Iterator[tuple[Sequence[Variant], LayerTrace]]:
    """The traces of ``variants`` on ``inputs`` (samples, steps, inputs), some units at a time."""
    at_a_time = max(1, _CHUNK // max(1, inputs.shape[0] * inputs.shape[1]))
    twin = cells.part(layer.kind, "twin")
    for first in range(0, len(variants), at_a_time):
        some = variants[first : first + at_a_time]
        try:
            yield some, twin.run(with_changes(layer, some), inputs, scale)
        except InputError:  # one of them is a number that the cell has no meaning for
            for variant in some:
                with suppress(InputError):
                    yield [variant], twin.run(with_changes(layer, [variant]), inputs, scale)


def _unchecked(layer: Layer, **given: Mapping[str, Any]) -> Layer:
    # A faulty number may be one that no Network may hold, so the checks of a new Layer are left out.
    found = copy.copy(layer)
    for name, value in given.items():
        object.__setattr__(found, name, value)
    return found


def _unchecked_tensor(tensor: Tensor, values: NDArray[np.integer]) -> Tensor:
    found = copy.copy(tensor)
    object.__setattr__(found, "values", values.astype(np.int64))
    return found
