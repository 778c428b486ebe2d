"""Recipes, the training loop, and what comes out of it."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml
from networks import bmru_network, fq_layer, linear_layer

from codesign import checkpoint, coding, data
from codesign.errors import InputError, MissingToolError
from codesign.network import Choice
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


def test_the_full_scale_holds_every_running_score_of_the_training_split(tmp_path: Path) -> None:
    pytest.importorskip("torch")
    network = train(written(tmp_path, BMRU))
    found = network.decision.parameters["full_scale"]
    images = data.load("digits", "train").images
    readout = simulate(network, coding.encode(network.coding.kind, network.coding.parameters, images)).layers["readout"]
    largest = 0.0
    for sample in readout.outputs:
        score = np.zeros(10)
        for step in sample:
            score += step * float(readout.scale)
            largest = max(largest, float(np.abs(score).max()))
    assert found - 1 < largest <= found
    small = changed("decision", to={"kind": "mean_readout", "parameters": {"full_scale": 1234}})
    assert train(written(tmp_path, small)).decision.parameters == {"full_scale": 1234}, "the recipe's word counts"


def test_another_size_of_the_same_recipe() -> None:
    recipe = read_recipe(MODELS / "keyword-bmru")
    larger = recipe.resized(9, epochs=3)
    assert larger.name == "keyword-bmru-9"
    assert [layer.outputs for layer in larger.layers] == [9, 9, 9, 9, 9, 2]
    assert [layer.skip for layer in larger.layers] == [layer.skip for layer in recipe.layers]
    assert (larger.training.epochs, larger.training.float_reference, larger.training.mismatch_draws) == (3, False, 0)
    assert larger.training.seed == recipe.training.seed
    assert recipe.resized(4).training.epochs == recipe.training.epochs
    with pytest.raises(InputError, match=r"recipe 'keyword-bmru' with 0 units: layers\.0\.outputs: input should be"):
        recipe.resized(0)


def test_what_no_integrator_could_hold_is_unknown() -> None:
    pytest.importorskip("torch")
    from codesign.training.record import with_full_scale

    memory = fq_layer(weight=[[8]], bias=[0], threshold=[1], width=[1], gain=[32])
    readout = linear_layer(weight=[[32], [0]], bias=[32, 0])  # 20 unit currents a step
    network = bmru_network((memory, readout), classes=("a", "b"), decision=Choice(kind="mean_readout"))
    images = np.full((1, 3276, 1), 16)
    assert with_full_scale(network, images).decision.parameters == {"full_scale": 65520}
    assert with_full_scale(network, np.full((1, 3277, 1), 16)).decision.parameters == {"full_scale": 0}


def test_balanced_accuracy_and_balanced_loss(tmp_path: Path) -> None:
    pytest.importorskip("torch")
    from codesign.training.record import accuracy, balanced_accuracy

    scores = np.array([[1, 0], [1, 0], [1, 0], [0, 1]])
    assert accuracy(scores, np.array([0, 0, 1, 1])) == 0.75
    assert balanced_accuracy(scores, np.array([0, 0, 0, 0])) == 0.75
    assert balanced_accuracy(scores, np.array([1, 0, 0, 0])) == round(1 / 3, 6), "a mean of 0 of 1 and 2 of 3"
    plain = train(written(tmp_path, BMRU))
    assert not [name for name in plain.training if "balanced" in name]
    balanced = train(written(tmp_path, changed("training", "balanced", to=True)))
    test = data.load("digits", "test")
    trace = simulate(balanced, coding.encode(balanced.coding.kind, balanced.coding.parameters, test.images))
    right = trace.decisions == test.labels
    assert balanced.training["balanced_accuracy_test"] == round(
        sum(float(np.mean(right[test.labels == digit])) for digit in range(10)) / 10, 6
    )
    assert balanced.training["accuracy_test"] == round(float(np.mean(right)), 6)


def test_a_rare_class_weighs_as_much_as_a_frequent_one() -> None:
    torch = pytest.importorskip("torch")
    from codesign.training.loop import class_weights

    labels = np.array([0] * 9 + [1])
    weights = class_weights(labels)
    assert weights.tolist() == pytest.approx([10 / 18, 5])
    assert float(torch.stack([weights[label] for label in labels]).mean()) == pytest.approx(1)


def test_mismatch_moves_every_parameter_of_a_chip_and_is_drawn_per_chip(tmp_path: Path) -> None:
    torch = pytest.importorskip("torch")
    from codesign.training.model import Model
    from codesign.training.record import encoded, float_scores, mismatch_scores

    model = Model(read_recipe(written(tmp_path, BMRU)))
    inputs = encoded(model, data.load("digits", "test").images[:50])
    nominal = float_scores(model, inputs)
    state = torch.get_rng_state()
    none, *_ = mismatch_scores(model, inputs, 0.0, 1)
    np.testing.assert_array_equal(none, nominal)
    first, second = mismatch_scores(model, inputs, 0.05, 2)
    again, _ = mismatch_scores(model, inputs, 0.05, 2)
    np.testing.assert_array_equal(first, again)
    assert not np.array_equal(first, second)
    assert torch.equal(torch.get_rng_state(), state), "the caller's generator is as before"
    np.testing.assert_array_equal(float_scores(model, inputs), nominal)
    # One chip does all samples: the same image gives the same scores wherever it stands.
    (twice,) = mismatch_scores(model, inputs[[3, 3]], 0.05, 1)
    np.testing.assert_array_equal(twice[0], twice[1])
    # The gain alone: the states stay, a memory unit's output does not.
    torch.manual_seed(1)  # single precision: not every deviation so small is one
    model.set_mismatch(1e-4)
    activity = model(inputs).layers["memory"]
    high = activity.outputs[activity.states["state"] > 0]
    assert torch.all(high != 8.0)
    assert torch.allclose(high, torch.tensor(8.0), rtol=1e-4)


def test_mismatch_is_recorded_where_the_recipe_wants_it(tmp_path: Path) -> None:
    pytest.importorskip("torch")
    record = train(written(tmp_path, changed("training", "mismatch_draws", to=3))).training
    found = [record[f"accuracy_mismatch_{percent}_percent"] for percent in (2, 5, 10)]
    assert all(0 < value <= 1 for value in found)
    assert found[0] != found[2]


@pytest.mark.parametrize("kind", ["fq_bmru", "linear"])
def test_what_is_added_to_the_loss_waits_and_limits_currents(kind: str) -> None:
    torch = pytest.importorskip("torch")
    from fractions import Fraction

    from codesign import cells

    options = {"penalty_from": 0.5, "current_limit": 2.0, "current_weight": 3.0}
    module = cells.part(kind, "module").Module(LayerRecipe(name="a", kind=kind, outputs=1, options=options), 1)
    module.weight.data = torch.tensor([[-2.0]])
    module.bias.data = torch.tensor([0.25])
    inputs = torch.full((1, 1, 1), 16.0)  # 2 unit currents: 4 through the weight, 0.25 of the bias
    module.train()
    module.progress = 0.49
    assert module(inputs, Fraction(1, 8)).penalty is None
    module.progress = 0.5
    penalty = module(inputs, Fraction(1, 8)).penalty
    assert float(penalty.detach()) == pytest.approx(3.0 * (4.25 / 2 - 1))
    penalty.backward()
    assert float(module.weight.grad) < 0, "a step of the optimiser makes it smaller"
    module.eval()
    assert module(inputs, Fraction(1, 8)).penalty is None


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
        (changed("task", to="digts"), "unknown task 'digts'; did you mean 'digits'?"),
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
