"""Checkpoints: written and read back exactly, and everything that can be wrong with one is said."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import safetensors
import safetensors.numpy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from networks import bmru_network, layers, src_network

from codesign import checkpoint
from codesign.errors import InputError
from codesign.network import Network


@pytest.mark.parametrize("network", [bmru_network(), src_network()], ids=["bmru", "src"])
def test_what_is_saved_is_loaded(network: Network, tmp_path: Path):
    checkpoint.save(network, tmp_path / "deep" / "checkpoint.safetensors")
    for path in (tmp_path / "deep", tmp_path / "deep" / "checkpoint.safetensors"):
        loaded = checkpoint.load(path)
        assert loaded.hash == network.hash
        assert loaded.description() == network.description()
        assert loaded.training == network.training
        for before, after in zip(network.layers, loaded.layers, strict=True):
            for name in before.tensors:
                np.testing.assert_array_equal(before[name], after[name])


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_network_survives(data: st.DataObject, tmp_path: Path):
    hidden = data.draw(st.integers(1, 3))
    network = bmru_network(
        (data.draw(layers("fq_bmru", 2, hidden)), data.draw(layers("linear", hidden, 10))),
    )
    checkpoint.save(network, tmp_path / "a.safetensors")
    assert checkpoint.load(tmp_path / "a.safetensors").hash == network.hash


def test_the_same_network_is_the_same_bytes(tmp_path: Path):
    for name in ("a", "b"):
        checkpoint.save(bmru_network(), tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


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
    unknown_cell: "unknown cell 'lstm'; allowed: fq_bmru, linear, src",
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


@pytest.mark.parametrize("change", SPOILT, ids=lambda change: change.__name__)
def test_a_spoilt_checkpoint_is_refused_and_named(change: Change, tmp_path: Path):
    path = changed(tmp_path / "a.safetensors", change)
    with pytest.raises(InputError) as caught:
        checkpoint.load(path)
    assert str(caught.value) == f"{path}: {SPOILT[change]}"


def test_a_truncated_file_is_refused_wherever_it_ends(tmp_path: Path):
    path = tmp_path / "a.safetensors"
    checkpoint.save(bmru_network(), path)
    whole = path.read_bytes()
    for length in (0, 4, 8, 100, len(whole) // 2, len(whole) - 1):
        path.write_bytes(whole[:length])
        with pytest.raises(InputError, match="it may be truncated, copy it again"):
            checkpoint.load(path)


def test_files_of_others_are_refused(tmp_path: Path):
    path = tmp_path / "a.safetensors"
    path.write_bytes(safetensors.numpy.save({"a": np.zeros(1)}))
    with pytest.raises(InputError, match="without a codesign header"):
        checkpoint.load(path)
    path.write_bytes(safetensors.numpy.save({"a": np.zeros(1)}, metadata={"codesign": "{"}))
    with pytest.raises(InputError, match="its codesign header is no JSON"):
        checkpoint.load(path)
    with pytest.raises(InputError, match=r"name a \.safetensors file or a folder that holds checkpoint\.safetensors"):
        checkpoint.load(tmp_path)
