"""Checkpoints with one thing wrong, and what must be said about it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import safetensors
import safetensors.numpy
from networks import bmru_network

from codesign import checkpoint

Change = Callable[[dict[str, Any], dict[str, np.ndarray]], None]


def changed(path: Path, change: Change) -> Path:
    """The checkpoint of a small network with its header or its arrays spoilt."""
    checkpoint.save(bmru_network(), path)
    with safetensors.safe_open(path, framework="numpy") as stream:
        header = json.loads(stream.metadata()["codesign"])
        arrays = {name: stream.get_tensor(name) for name in stream.keys()}  # noqa: SIM118
    change(header, arrays)
    path.write_bytes(safetensors.numpy.save(arrays, metadata={"codesign": json.dumps(header)}))
    return path


def nan_weight(header: dict[str, Any], arrays: dict[str, np.ndarray]) -> None:
    arrays["memory.weight"] = arrays["memory.weight"].astype(np.float32)
    arrays["memory.weight"][0, 0] = np.nan


def missing_tensor(header: dict[str, Any], arrays: dict[str, np.ndarray]) -> None:
    del arrays["memory.gain"]


def wrong_shape(header: dict[str, Any], arrays: dict[str, np.ndarray]) -> None:
    arrays["memory.gain"] = arrays["memory.gain"][:2]


def too_many_fingers(header: dict[str, Any], arrays: dict[str, np.ndarray]) -> None:
    arrays["memory.weight"][0, 0] = 33


def newer_version(header: dict[str, Any], arrays: dict[str, np.ndarray]) -> None:
    header["version"] = 2


def unknown_cell(header: dict[str, Any], arrays: dict[str, np.ndarray]) -> None:
    header["layers"][0]["kind"] = "lstm"


def line_break_in_layer(header: dict[str, Any], arrays: dict[str, np.ndarray]) -> None:
    rename_layer(header, arrays, "memory\nshell")


def control_in_layer(header: dict[str, Any], arrays: dict[str, np.ndarray]) -> None:
    rename_layer(header, arrays, "memory .control")


def line_break_in_task(header: dict[str, Any], arrays: dict[str, np.ndarray]) -> None:
    header["task"] = "digits\n.control"


def control_in_task(header: dict[str, Any], arrays: dict[str, np.ndarray]) -> None:
    header["task"] = ".control"


def rename_layer(header: dict[str, Any], arrays: dict[str, np.ndarray], name: str) -> None:
    header["layers"][0]["name"] = name
    for key in [key for key in arrays if key.startswith("memory.")]:
        arrays[key.replace("memory", name)] = arrays.pop(key)


def another_tensor(header: dict[str, Any], arrays: dict[str, np.ndarray]) -> None:
    arrays["extra"] = np.zeros(1, dtype=np.int8)


def no_layers(header: dict[str, Any], arrays: dict[str, np.ndarray]) -> None:
    del header["layers"]


def version_is_text(header: dict[str, Any], arrays: dict[str, np.ndarray]) -> None:
    header["version"] = "1"


def no_scale(header: dict[str, Any], arrays: dict[str, np.ndarray]) -> None:
    header["layers"][0]["tensors"]["gain"]["scale"] = [1, 0]


def other_format(header: dict[str, Any], arrays: dict[str, np.ndarray]) -> None:
    header["format"] = "another"


SPOILT: dict[Change, str] = {
    nan_weight: "tensor 'memory.weight': a quantised tensor holds NaN or infinity; only whole numbers are allowed",
    missing_tensor: "tensor 'memory.gain' is missing; its header promises it with the shape [3]",
    wrong_shape: "tensor 'memory.gain' has the shape [2], but its header says [3]",
    too_many_fingers: "layer 'memory' (fq_bmru): tensor 'weight' (input weight) holds -32..33, allowed are -32..32",
    newer_version: "checkpoint version 2, but this codesign reads version 1; update codesign",
    unknown_cell: "unknown cell 'lstm'; allowed: bmru, cmru, fq_bmru, lif, linear, src, src_full",
    line_break_in_layer: "a layer name must be a lower-case letter, then at most 31 lower-case letters, digits or '_', "
    r"not 'memory\nshell'",
    control_in_layer: "a layer name must be a lower-case letter, then at most 31 lower-case letters, digits or '_', "
    "not 'memory .control'",
    line_break_in_task: "a task name must be a letter, then at most 63 letters, digits, '_' or '-', "
    r"not 'digits\n.control'",
    control_in_task: "a task name must be a letter, then at most 63 letters, digits, '_' or '-', not '.control'",
    another_tensor: "tensor 'extra' belongs to no layer of its header",
    no_layers: "its codesign header is incomplete or malformed (KeyError: 'layers')",
    version_is_text: "checkpoint version '1', but this codesign reads version 1; train or convert it again",
    no_scale: "its codesign header is incomplete or malformed (ZeroDivisionError: Fraction(1, 0))",
    other_format: "its codesign header is not of the format 'codesign-network'",
}
