"""The quantised network as plain arrays and frozen dataclasses: the one contract between all stages.

Training ends in a :class:`Network`, the twin computes with it, both exporters begin with it. It knows neither
torch nor SPICE nor Amaranth. Building one checks it, so a Network that exists is well formed.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from codesign import cells, coding
from codesign.cells.spec import AttributeSpec
from codesign.decisions import DECISIONS
from codesign.errors import InputError, nearest
from codesign.names import check_class_name, check_element_name, check_model_name

__all__ = ["Choice", "Layer", "Network", "Quantisation", "Tensor"]

LARGEST_LAYER = 1 << 16
"""Inputs or outputs of one layer; far above what either target can hold, so only nonsense is refused."""


@dataclass(frozen=True, kw_only=True)
class Quantisation:
    """How the integers of one tensor are to be read: value = integer x scale."""

    bits: int
    scale: Fraction
    signed: bool

    def __post_init__(self) -> None:
        if not 1 <= self.bits <= 32:
            raise InputError(f"a quantisation has 1 to 32 bits, not {self.bits}")
        if self.scale <= 0:
            raise InputError(f"a quantisation scale must be above 0, not {self.scale}")

    @property
    def minimum(self) -> int:
        return -(1 << (self.bits - 1)) if self.signed else 0

    @property
    def maximum(self) -> int:
        return (1 << (self.bits - 1)) - 1 if self.signed else (1 << self.bits) - 1


@dataclass(frozen=True, eq=False)
class Tensor:
    """Integers and their quantisation. ``values`` is a read-only int32 array."""

    values: NDArray[np.int32]
    quantisation: Quantisation

    def __post_init__(self) -> None:
        array = np.asarray(self.values)
        if not np.issubdtype(array.dtype, np.integer):
            if not np.all(np.isfinite(array)):
                raise InputError("a quantised tensor holds NaN or infinity; only whole numbers are allowed")
            if np.any(array != np.rint(array)):
                raise InputError("a quantised tensor holds fractions; only whole numbers are allowed")
        if array.size and (array.min() < self.quantisation.minimum or array.max() > self.quantisation.maximum):
            raise InputError(
                f"values {array.min()}..{array.max()} do not fit {self.quantisation.bits} "
                f"{'signed' if self.quantisation.signed else 'unsigned'} bits "
                f"({self.quantisation.minimum}..{self.quantisation.maximum})"
            )
        array = array.astype(np.int32)
        array.setflags(write=False)
        object.__setattr__(self, "values", array)


@dataclass(frozen=True, eq=False, kw_only=True)
class Layer:
    """One layer; ``kind`` names its cell. Its shape is that of its ``weight``, (outputs, inputs).

    ``skip`` names an earlier layer whose outputs are added to this layer's own, after its rectifier if it has one
    (skip connection, arXiv 2605.15216); empty: none.
    """

    name: str
    kind: str
    tensors: Mapping[str, Tensor]
    attributes: Mapping[str, int] = field(default_factory=dict)
    skip: str = ""

    def __post_init__(self) -> None:
        check_element_name(self.name, "a layer name")
        spec = cells.spec(self.kind)
        where = f"layer {self.name!r} ({self.kind})"
        _check_keys(self.tensors, spec.tensors, f"{where}: tensor")
        dimensions: dict[str, int] = {}
        for name, wanted in spec.tensors.items():
            if name not in self.tensors:
                raise InputError(f"{where}: tensor {name!r} is missing; it has {', '.join(sorted(spec.tensors))}")
            values = self.tensors[name].values
            if values.ndim != len(wanted.shape):
                raise InputError(
                    f"{where}: tensor {name!r} must have the shape ({', '.join(wanted.shape)}), not {values.shape}"
                )
            for axis, size in zip(wanted.shape, values.shape, strict=True):
                if not 1 <= size <= LARGEST_LAYER:
                    raise InputError(f"{where}: {axis} must be 1 to {LARGEST_LAYER}, not {size}")
                if dimensions.setdefault(axis, size) != size:
                    raise InputError(
                        f"{where}: tensor {name!r} has the shape {values.shape}, but {axis} is {dimensions[axis]}"
                    )
            if values.min() < wanted.minimum or values.max() > wanted.maximum:
                raise InputError(
                    f"{where}: tensor {name!r} ({wanted.meaning}) holds {values.min()}..{values.max()}, "
                    f"allowed are {wanted.minimum}..{wanted.maximum}"
                )
        object.__setattr__(self, "attributes", _complete(self.attributes, spec.attributes, where))

    def __getitem__(self, name: str) -> NDArray[np.int32]:
        """The integers of the tensor ``name``."""
        return self.tensors[name].values

    @property
    def inputs(self) -> int:
        return int(self["weight"].shape[1])

    @property
    def outputs(self) -> int:
        return int(self["weight"].shape[0])


@dataclass(frozen=True, kw_only=True)
class Choice:
    """A named rule with integer parameters: the input coding, or the decision."""

    kind: str
    parameters: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, eq=False, kw_only=True)
class Network:
    """A trained, quantised network: input coding, a chain of layers, a decision. ``training`` is a record of
    how it came to be and what it scored; it is not part of the model's hash."""

    name: str
    task: str
    classes: tuple[str, ...]
    coding: Choice
    layers: tuple[Layer, ...]
    decision: Choice
    training: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        check_model_name(self.name, "a model name")
        check_model_name(self.task, "a task name")
        for name in self.classes:
            check_class_name(name, "a class name")
        if not 1 <= len(self.classes) <= 1024 or len(set(self.classes)) != len(self.classes):
            raise InputError(f"a network has 1 to 1024 different classes, not {list(self.classes)!r}")
        if not self.layers:
            raise InputError("a network has at least one layer, not none")
        names = [layer.name for layer in self.layers]
        if len(set(names)) != len(names):
            raise InputError(f"layer names must differ, not {names}")
        decisions = {kind: spec.parameters for kind, spec in DECISIONS.items()}
        object.__setattr__(self, "coding", self._checked(self.coding, coding.parameters(), "input coding"))
        object.__setattr__(self, "decision", self._checked(self.decision, decisions, "decision"))
        signal, size = coding.signal(self.coding.kind), None
        earlier: dict[str, Layer] = {}
        for layer in self.layers:
            spec = cells.spec(layer.kind)
            if spec.takes != signal:
                raise InputError(f"layer {layer.name!r} ({layer.kind}) takes a {spec.takes}, but gets a {signal}")
            if size is not None and layer.inputs != size:
                raise InputError(
                    f"layer {layer.name!r} has {layer.inputs} inputs, but the layer before it gives {size}"
                )
            signal, size = spec.gives, layer.outputs
            if layer.skip:
                self._check_skip(layer, earlier)
            earlier[layer.name] = layer
        decided = DECISIONS[self.decision.kind]
        if signal != decided.takes:
            raise InputError(
                f"decision {self.decision.kind!r} needs a {decided.takes} from the last layer, but gets a {signal}"
            )
        if decided.unit_per_class and size != len(self.classes):
            raise InputError(f"the last layer gives {size} outputs for {len(self.classes)} classes; one each is needed")

    @staticmethod
    def _check_skip(layer: Layer, earlier: Mapping[str, Layer]) -> None:
        if layer.skip not in earlier:
            raise InputError(
                f"layer {layer.name!r} adds the outputs of {layer.skip!r}, which is no layer before it; those are "
                f"{', '.join(map(repr, earlier)) or 'none'}"
            )
        source = earlier[layer.skip]
        for end in (source, layer):
            if cells.spec(end.kind).gives != "current":
                raise InputError(
                    f"layer {layer.name!r} adds the outputs of {layer.skip!r}, but {end.name!r} ({end.kind}) gives a "
                    f"{cells.spec(end.kind).gives}; a skip connection adds currents"
                )
        if source.outputs != layer.outputs:
            raise InputError(
                f"layer {layer.name!r} has {layer.outputs} outputs and cannot add the {source.outputs} of "
                f"{layer.skip!r}; a skip connection joins layers of one size"
            )

    @staticmethod
    def _checked(choice: Choice, allowed: Mapping[str, Mapping[str, AttributeSpec]], what: str) -> Choice:
        if choice.kind not in allowed:
            raise InputError(f"unknown {what} {choice.kind!r}; {nearest(str(choice.kind), allowed)}")
        where = f"{what} {choice.kind!r}"
        return Choice(kind=choice.kind, parameters=_complete(choice.parameters, allowed[choice.kind], where))

    @property
    def inputs(self) -> int:
        return self.layers[0].inputs

    @property
    def parameters(self) -> int:
        """Number of learned parameters."""
        return sum(tensor.values.size for layer in self.layers for tensor in layer.tensors.values())

    @cached_property
    def hash(self) -> str:
        """SHA-256 (64 hex digits) of everything that decides what the network computes."""
        digest = hashlib.sha256(json.dumps(self.description(), sort_keys=True).encode())
        for layer in self.layers:
            for name in sorted(layer.tensors):
                digest.update(np.ascontiguousarray(layer[name], dtype="<i4").tobytes())
        return digest.hexdigest()

    def description(self) -> dict[str, Any]:
        """All but the integers and the training record, as plain JSON."""
        return {
            "name": self.name,
            "task": self.task,
            "classes": list(self.classes),
            "coding": {"kind": self.coding.kind, "parameters": dict(self.coding.parameters)},
            "decision": {"kind": self.decision.kind, "parameters": dict(self.decision.parameters)},
            "layers": [
                {
                    "name": layer.name,
                    "kind": layer.kind,
                    "attributes": dict(layer.attributes),
                    **({"skip": layer.skip} if layer.skip else {}),
                    "tensors": {
                        name: {
                            "shape": list(tensor.values.shape),
                            "bits": tensor.quantisation.bits,
                            "scale": [tensor.quantisation.scale.numerator, tensor.quantisation.scale.denominator],
                            "signed": tensor.quantisation.signed,
                        }
                        for name, tensor in sorted(layer.tensors.items())
                    },
                }
                for layer in self.layers
            ],
        }


def _check_keys(found: Mapping[str, Any], allowed: Mapping[str, Any], what: str) -> None:
    for name in found:
        if name not in allowed:
            raise InputError(f"{what} {name!r} is unknown; {nearest(str(name), allowed)}")


def _complete(found: Mapping[str, int], specs: Mapping[str, AttributeSpec], where: str) -> dict[str, int]:
    """``found`` with defaults filled in, in the order of the specification; raises InputError when out of range."""
    _check_keys(found, specs, f"{where}: attribute")
    complete: dict[str, int] = {}
    for name, spec in specs.items():
        value = found.get(name, spec.default)
        if value is None:
            raise InputError(f"{where}: attribute {name!r} ({spec.meaning}) is missing")
        if isinstance(value, bool) or not isinstance(value, int) or not spec.minimum <= value <= spec.maximum:
            raise InputError(
                f"{where}: attribute {name!r} ({spec.meaning}) must be a whole number "
                f"{spec.minimum}..{spec.maximum}, not {value!r}"
            )
        complete[name] = value
    return complete
