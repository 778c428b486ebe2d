"""codesign.convert: a state dict and a recipe to a network, and every way a file can be wrong."""

import os
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml

from codesign.errors import InputError

torch = pytest.importorskip("torch")

from codesign.convert import convert  # noqa: E402
from codesign.training import read_recipe  # noqa: E402
from codesign.training.loop import deterministic  # noqa: E402
from codesign.training.model import Model  # noqa: E402

RECIPE: dict[str, Any] = {
    "version": 1,
    "name": "small",
    "task": "digits",
    "classes": ["a", "b", "c"],
    "inputs": 4,
    "coding": {"kind": "current_rows", "parameters": {"levels": 16, "steps_per_unit": 8}},
    "layers": [
        {"name": "memory", "kind": "fq_bmru", "outputs": 5},
        {"name": "readout", "kind": "linear", "outputs": 3},
    ],
    "decision": {"kind": "mean_readout"},
    "training": {"seed": 1, "epochs": 1, "batch": 8, "learning_rate": 0.01, "logit_scale": 1.0},
}


@pytest.fixture
def recipe(tmp_path: Path) -> Path:
    path = tmp_path / "recipe.yaml"
    path.write_text(yaml.safe_dump(RECIPE))
    return path


@pytest.fixture
def state(recipe: Path) -> dict[str, Any]:
    with deterministic(4):
        return dict(Model(read_recipe(recipe)).state_dict())


def saved(tmp_path: Path, value: object) -> Path:
    path = tmp_path / "state.pt"
    torch.save(value, path)
    return path


def test_a_state_dict_gives_the_network_of_its_model(tmp_path: Path, recipe: Path, state: dict[str, Any]) -> None:
    model = Model(read_recipe(recipe))
    model.load_state_dict(state)
    network = convert(saved(tmp_path, state), recipe)
    assert network.hash == model.network().hash
    np.testing.assert_array_equal(network.layers[0]["weight"], np.rint(state["memory.weight"].numpy() * 8))


def test_other_number_types_are_taken(tmp_path: Path, recipe: Path, state: dict[str, Any]) -> None:
    state["readout.bias"] = torch.tensor([1, -2, 3])
    state["memory.width"] = torch.full((5,), 0.25, dtype=torch.float64)
    network = convert(saved(tmp_path, state), recipe)
    assert network.layers[1]["bias"].tolist() == [8, -16, 24]
    assert network.layers[0]["width"].tolist() == [2] * 5


def _set(name: str, value: object) -> Callable[[dict[str, Any]], None]:
    return lambda state: state.update({name: value})


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            _set("memory.weight", torch.full((5, 4), float("nan"))),
            "tensor 'memory.weight' holds NaN or infinity; only finite numbers can be converted",
        ),
        (
            _set("readout.bias", torch.tensor([0.0, float("inf"), 0.0])),
            "tensor 'readout.bias' holds NaN or infinity; only finite numbers can be converted",
        ),
        (
            lambda state: state.pop("memory.width"),
            "tensor 'memory.width' is missing; the recipe wants it with the shape [5]",
        ),
        (
            _set("memory.widths", torch.ones(5)),
            "tensor 'memory.widths' is not in the recipe; did you mean 'memory.width'?",
        ),
        (_set(3, torch.ones(5)), "tensor 3 is not in the recipe; allowed: memory.bias, memory.gain, "),
        (
            _set("readout.weight", torch.ones(5, 3)),
            "tensor 'readout.weight' has the shape [5, 3], but the recipe wants [3, 5]",
        ),
        (_set("readout.bias", [1.0, 2.0, 3.0]), "'readout.bias' is a list, not a tensor"),
        (
            _set("readout.bias", torch.ones(3, dtype=torch.complex64)),
            "tensor 'readout.bias' must hold plain real numbers, not torch.complex64 (torch.strided)",
        ),
        (
            _set("readout.bias", torch.ones(3).to_sparse()),
            "tensor 'readout.bias' must hold plain real numbers, not torch.float32 (torch.sparse_coo)",
        ),
    ],
)
def test_a_wrong_state_dict_is_refused(
    tmp_path: Path, recipe: Path, state: dict[str, Any], change: Callable[[dict[str, Any]], None], message: str
) -> None:
    change(state)
    path = saved(tmp_path, state)
    with pytest.raises(InputError) as caught:
        convert(path, recipe)
    assert str(caught.value).startswith(f"{path}: {message}")
    assert "\n" not in str(caught.value)


def test_a_file_that_is_no_state_dict_is_refused(tmp_path: Path, recipe: Path) -> None:
    with pytest.raises(InputError, match="holds a list, not a state dict"):
        convert(saved(tmp_path, [1, 2]), recipe)
    with pytest.raises(InputError, match="no state dict at"):
        convert(tmp_path / "none.pt", recipe)
    for content in (b"", b"nonsense", b"PK\x03\x04nonsense"):
        (tmp_path / "bad.pt").write_bytes(content)
        with pytest.raises(InputError, match=r"bad\.pt: ") as caught:
            convert(tmp_path / "bad.pt", recipe)
        assert "\n" not in str(caught.value)


def test_a_truncated_file_is_refused(tmp_path: Path, recipe: Path, state: dict[str, Any]) -> None:
    path = saved(tmp_path, state)
    content = path.read_bytes()
    for length in (10, len(content) // 2, len(content) - 1):
        path.write_bytes(content[:length])
        with pytest.raises(InputError):
            convert(path, recipe)


class _Touches:
    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[Any, ...]:
        return os.mkdir, (str(self.path),)


@pytest.mark.parametrize("writer", [torch.save, lambda value, path: path.write_bytes(pickle.dumps(value))])
def test_code_in_a_file_is_not_run(tmp_path: Path, recipe: Path, writer: Callable[[object, Path], object]) -> None:
    path, trace = tmp_path / "state.pt", tmp_path / "executed"
    writer({"memory.weight": _Touches(trace)}, path)
    with pytest.raises(InputError, match="holds more than tensors"):
        convert(path, recipe)
    assert not trace.exists()
