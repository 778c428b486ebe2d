"""Checkpoints: one safetensors file with a versioned JSON header. Nothing here unpickles."""

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import safetensors
import safetensors.numpy

from codesign.errors import InputError
from codesign.files import write_file
from codesign.network import Choice, Layer, Network, Quantisation, Tensor

__all__ = ["FORMAT_VERSION", "content", "find", "load", "save"]

FORMAT_VERSION = 1
_FORMAT = "codesign-network"
_FILE_NAME = "checkpoint.safetensors"


def find(path: Path) -> Path:
    """The checkpoint that ``path`` means: the file itself, or the one in a model's folder."""
    path = Path(path)
    if path.is_dir():
        path = path / _FILE_NAME
    if not path.is_file():
        raise InputError(
            f"no checkpoint at {str(path)!r}; name a .safetensors file or a folder that holds {_FILE_NAME}"
        )
    return path


def save(network: Network, path: Path) -> None:
    """Write ``network``; the same network gives the same bytes."""
    write_file(path, content(network))


def content(network: Network) -> bytes:
    """The bytes of its checkpoint."""
    header = {"format": _FORMAT, "version": FORMAT_VERSION, **network.description(), "training": dict(network.training)}
    tensors = {
        f"{layer.name}.{name}": tensor.values.astype(_storage_type(tensor.quantisation))
        for layer in network.layers
        for name, tensor in sorted(layer.tensors.items())
    }
    # One metadata key only: safetensors keeps its metadata in a hash map, whose order would not be stable.
    return safetensors.numpy.save(tensors, metadata={"codesign": json.dumps(header, allow_nan=False)})


def load(path: Path) -> Network:
    """Read and check a checkpoint file or a model's folder; raises InputError that names the file and the fault."""
    path = find(path)
    try:
        with safetensors.safe_open(path, framework="numpy") as stream:
            metadata = stream.metadata() or {}
            arrays = {name: stream.get_tensor(name) for name in stream.keys()}  # noqa: SIM118 (no mapping)
    except (safetensors.SafetensorError, ValueError, OSError) as error:
        raise InputError(
            f"{path}: no readable safetensors file ({error}); it may be truncated, copy it again"
        ) from None
    try:
        return _network(_header(metadata), arrays)
    except InputError as error:
        raise InputError(f"{path}: {error}") from None


def _header(metadata: dict[str, str]) -> dict[str, Any]:
    if "codesign" not in metadata:
        raise InputError("a safetensors file without a codesign header; make one with 'codesign convert'")
    try:
        header = json.loads(metadata["codesign"])
    except json.JSONDecodeError as error:
        raise InputError(f"its codesign header is no JSON ({error})") from None
    if not isinstance(header, dict) or header.get("format") != _FORMAT:
        raise InputError("its codesign header is not of the format 'codesign-network'")
    version = header.get("version")
    if version != FORMAT_VERSION:
        newer = isinstance(version, int) and version > FORMAT_VERSION
        advice = "update codesign" if newer else "train or convert it again"
        raise InputError(f"checkpoint version {version!r}, but this codesign reads version {FORMAT_VERSION}; {advice}")
    return header


def _network(header: dict[str, Any], arrays: dict[str, np.ndarray]) -> Network:
    unused = dict(arrays)
    try:
        layers = tuple(_layer(entry, unused) for entry in header["layers"])
        network = Network(
            name=header["name"],
            task=header["task"],
            classes=tuple(header["classes"]),
            coding=Choice(kind=header["coding"]["kind"], parameters=header["coding"]["parameters"]),
            decision=Choice(kind=header["decision"]["kind"], parameters=header["decision"]["parameters"]),
            layers=layers,
            training=header.get("training", {}),
        )
    except (KeyError, TypeError, AttributeError, ValueError, ZeroDivisionError) as error:
        raise InputError(f"its codesign header is incomplete or malformed ({type(error).__name__}: {error})") from None
    if unused:
        raise InputError(f"tensor {min(unused)!r} belongs to no layer of its header")
    return network


def _layer(entry: dict[str, Any], unused: dict[str, np.ndarray]) -> Layer:
    tensors = {}
    for name, described in entry["tensors"].items():
        key = f"{entry['name']}.{name}"
        if key not in unused:
            raise InputError(f"tensor {key!r} is missing; its header promises it with the shape {described['shape']}")
        array = unused.pop(key)
        if list(array.shape) != described["shape"]:
            raise InputError(
                f"tensor {key!r} has the shape {list(array.shape)}, but its header says {described['shape']}"
            )
        quantisation = Quantisation(
            bits=described["bits"], scale=Fraction(*described["scale"]), signed=described["signed"]
        )
        try:
            tensors[name] = Tensor(array, quantisation)
        except InputError as error:
            raise InputError(f"tensor {key!r}: {error}") from None
    return Layer(
        name=entry["name"],
        kind=entry["kind"],
        tensors=tensors,
        attributes=entry["attributes"],
        skip=entry.get("skip", ""),
    )


def _storage_type(quantisation: Quantisation) -> type[np.integer]:
    span = max(quantisation.maximum, -quantisation.minimum - 1)
    return np.int8 if span < 2**7 else np.int16 if span < 2**15 else np.int32
