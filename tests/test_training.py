"""Recipes, the training loop, and what comes out of it."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml

from codesign import checkpoint, coding, data
from codesign.errors import InputError, MissingToolError
from codesign.training import read_recipe, require_torch, train
from codesign.training.recipe import ChoiceRecipe, LayerRecipe, Recipe, Settings, StrictModel
from codesign.twin import simulate

MODELS = Path(__file__).parents[1] / "models"
SHIPPED = ["digits-bmru", "digits-src"]
BMRU: dict[str, Any] = {
    "version": 1,
    "name": "tiny",
    "task": "digits",
    "classes": list("0123456789"),
    "inputs": 8,
    "coding": {"kind": "current_rows", "parameters": {"levels": 16, "steps_per_unit": 8}},
    "layers": [
        {"name": "memory", "kind": "fq_bmru", "outputs": 6,
         "options": {"noise": 0.04, "sparsity": 0.1, "margin_weight": 0.5, "soft_part": 0.5}},
        {"name": "readout", "kind": "linear", "outputs": 10, "options": {"noise": 0.04}},
    ],
    "decision": {"kind": "mean_readout"},
    "training": {"seed": 1, "epochs": 2, "batch": 128, "learning_rate": 0.02, "logit_scale": 0.5,
                 "pixel_noise": 1.5, "label_smoothing": 0.05, "gap": 1.0, "gap_weight": 0.1},
}  # fmt: skip
SRC: dict[str, Any] = {
    **BMRU,
    "inputs": 64,
    "coding": {"kind": "bernoulli", "parameters": {"levels": 16, "black_frames": 1, "active_frames": 8}},
    "layers": [{"name": "hidden", "kind": "src", "outputs": 20}],
    "decision": {"kind": "group_count"},
    "training": {**BMRU["training"], "logit_scale": 0.05, "redraw": "seed"},
}


def written(folder: Path, value: object) -> Path:
    path = folder / "recipe.yaml"
    path.write_text(yaml.safe_dump(value))
    return path


def changed(*path: str | int, to: object) -> dict[str, Any]:
    """The small recipe with one entry set."""
    whole: dict[str, Any] = yaml.safe_load(yaml.safe_dump(BMRU))
    part: Any = whole
    for key in path[:-1]:
        part = part[key]
    part[path[-1]] = to
    return whole


@pytest.mark.parametrize("small", [BMRU, SRC], ids=["bmru", "src"])
def test_same_seed_same_bytes(tmp_path: Path, small: dict[str, Any]) -> None:
    pytest.importorskip("torch")
    path = written(tmp_path, small)
    contents = []
    for run in range(2):
        checkpoint.save(train(path), tmp_path / f"{run}.safetensors")
        contents.append((tmp_path / f"{run}.safetensors").read_bytes())
    assert contents[0] == contents[1]
    small = {**small, "training": {**small["training"], "seed": 2}}
    assert train(written(tmp_path, small)).hash != checkpoint.load(tmp_path / "0.safetensors").hash


def test_progress_and_record(tmp_path: Path) -> None:
    torch = pytest.importorskip("torch")
    seen: list[tuple[int, int]] = []
    small = changed("training", "float_reference", to=True)
    threads, state = torch.get_num_threads(), torch.random.get_rng_state()
    network = train(written(tmp_path, small), progress=lambda done, total, text: seen.append((done, total)))
    assert seen == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert torch.get_num_threads() == threads, "training changes nothing for its caller"
    assert torch.equal(torch.random.get_rng_state(), state)
    assert network.training["seed"] == 1
    assert network.training["epochs"] == 2
    assert network.training["torch"] == torch.__version__.split("+")[0]
    assert 0 < network.training["accuracy_float"] <= 1
    assert 0 <= network.training["states_in_margin_validation"] <= 1
    test = data.load("digits", "test")
    trace = simulate(network, coding.encode(network.coding.kind, network.coding.parameters, test.images))
    assert network.training["accuracy_test"] == round(float(np.mean(trace.decisions == test.labels)), 6)


@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_models_score_what_their_record_says(name: str) -> None:
    network = checkpoint.load(MODELS / name)
    for split in ("validation", "test"):
        examples = data.load("digits", split)
        trace = simulate(network, coding.encode(network.coding.kind, network.coding.parameters, examples.images))
        accuracy = float(np.mean(trace.decisions == examples.labels))
        assert network.training[f"accuracy_{split}"] == round(accuracy, 6)
        assert f"{100 * accuracy:.1f} %" in (MODELS / name / "README.md").read_text()


@pytest.mark.full
@pytest.mark.parametrize("name", SHIPPED)
def test_the_recipe_reproduces_the_shipped_checkpoint(tmp_path: Path, name: str) -> None:
    torch = pytest.importorskip("torch")
    shipped = checkpoint.load(MODELS / name)
    if shipped.training["torch"] != torch.__version__.split("+")[0]:
        pytest.skip(f"the checkpoint was trained with torch {shipped.training['torch']}")
    checkpoint.save(train(MODELS / name), tmp_path / "again.safetensors")
    assert (tmp_path / "again.safetensors").read_bytes() == (MODELS / name / "checkpoint.safetensors").read_bytes()


def test_importing_training_does_not_import_torch() -> None:
    code = "import codesign.training, codesign.convert, sys; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_without_torch_training_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "torch", None)
    with pytest.raises(MissingToolError, match=r"pip install 'codesign\[train\]'"):
        require_torch()
    with pytest.raises(MissingToolError):
        train(written(tmp_path, BMRU))
    assert read_recipe(written(tmp_path, BMRU)).name == "tiny", "reading a recipe needs no torch"


@pytest.mark.parametrize("model", [Recipe, Settings, LayerRecipe, ChoiceRecipe])
def test_every_field_is_described(model: type[StrictModel]) -> None:
    assert [name for name, field in model.model_fields.items() if not field.description] == []


def test_every_option_is_described() -> None:
    pytest.importorskip("torch")
    from codesign import cells

    for kind in cells.kinds("module"):
        options = cells.part(kind, "module").Module.Options
        assert [name for name, field in options.model_fields.items() if not field.description] == [], kind


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (changed("inptus", to=8), ": unknown key 'inptus'; did you mean 'inputs'?"),
        (changed("training", "epoch", to=8), ": training: unknown key 'epoch'; did you mean 'epochs'?"),
        (changed("layers", 1, "outptus", to=8), ": layers.1: unknown key 'outptus'; did you mean 'outputs'?"),
        (changed("training", "epochs", to="many"), ": training.epochs: input should be a valid integer, not 'many'"),
        (changed("training", "epochs", to=0), ": training.epochs: input should be greater than or equal to 1, not 0"),
        (changed("training", "seed", to=True), ": training.seed: input should be a valid integer, not True"),
        (changed("training", to={}), ": training: key 'seed' is missing"),
        ({key: value for key, value in BMRU.items() if key != "task"}, ": key 'task' is missing"),
        (changed("version", to=2), ": version: input should be 1, not 2"),
        (changed("layers", to=[]), ": layers: "),
        (changed("layers", 0, "kind", to="fq_brmu"), ": unknown cell 'fq_brmu'; did you mean 'fq_bmru'?"),
        (changed("layers", 0, "name", to="a b"), ": a layer name must be a lower-case letter"),
        (changed("coding", "kind", to="rows"), ": unknown input coding 'rows'; allowed: bernoulli, current_rows"),
        (changed("decision", "kind", to="group_count"), ": decision 'group_count' needs a spike from the last layer"),
        (changed("layers", 1, "outputs", to=9), ": the last layer gives 9 outputs for 10 classes; one each is needed"),
        (changed("layers", 1, "attributes", to={"rleu": 1}), ": layer 'readout' (linear): attribute 'rleu' is unknown"),
        (changed("training", "redraw", to="seed"), ": training.redraw 'seed' is no parameter of the coding"),
        ([1, 2], ": a recipe is a YAML mapping with version, name"),
        ("text", ": a recipe is a YAML mapping with version, name"),
    ],
)
def test_a_wrong_recipe_is_refused_in_one_sentence(tmp_path: Path, value: object, message: str) -> None:
    path = written(tmp_path, value)
    with pytest.raises(InputError) as caught:
        read_recipe(path)
    assert str(caught.value).startswith(f"{path}{message}")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "content", [b"a: [1", b"\xff\xfe\x00", b"!!python/object/apply:os.system [ls]", b"", b"a: &a [*a]"]
)
def test_a_file_that_is_no_recipe_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "recipe.yaml").write_bytes(content)
    with pytest.raises(InputError) as caught:
        read_recipe(tmp_path)
    assert "\n" not in str(caught.value)
    with pytest.raises(InputError, match="no recipe at"):
        read_recipe(tmp_path / "none")


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (changed("layers", 0, "options", to={"nois": 0.1}),
         "layer 'memory': options: unknown key 'nois'; did you mean 'noise'?"),
        (changed("layers", 0, "options", to={"noise": 2.0}),
         "layer 'memory': options: noise: input should be less than or equal to 0.5, not 2.0"),
        (changed("layers", 0, "name", to="forward"), "layer name 'forward' is taken by PyTorch; choose another one"),
        (changed("task", to="moons"), "unknown task 'moons'; no data set of that name is known"),
        (changed("inputs", to=9), "task 'digits' gives 8 inputs per step, but the recipe says 9"),
    ],
)  # fmt: skip
def test_a_recipe_that_cannot_be_trained_is_refused(tmp_path: Path, value: object, message: str) -> None:
    pytest.importorskip("torch")
    with pytest.raises(InputError) as caught:
        train(written(tmp_path, value))
    assert str(caught.value) == message


def test_too_few_classes_are_refused(tmp_path: Path) -> None:
    pytest.importorskip("torch")
    value = changed("classes", to=["a", "b", "c"])
    value["layers"][1]["outputs"] = 3
    with pytest.raises(InputError, match="task 'digits' has 10 classes, but the recipe names 3"):
        train(written(tmp_path, value))
