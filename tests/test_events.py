"""Training event by event, in C: the same network, and the same gradient but for rounding."""

import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml

from codesign import checkpoint, coding, data, native
from codesign.errors import InputError, MissingToolError
from codesign.training import read_recipe, train
from codesign.twin import simulate

torch = pytest.importorskip("torch")
needs_compiler = pytest.mark.skipif(shutil.which("cc") is None, reason="no C compiler")

RECIPE: dict[str, Any] = {
    "version": 1,
    "name": "tiny",
    "task": "digits",
    "classes": list("0123456789"),
    "inputs": 64,
    "coding": {"kind": "bernoulli", "parameters": {"levels": 16, "black_frames": 2, "active_frames": 20, "rate": 128}},
    "layers": [
        {"name": "hidden", "kind": "src", "outputs": 130, "attributes": {"z_max": 830, "initial_h": -1024}},
        {"name": "last", "kind": "src", "outputs": 20, "attributes": {"z_max": 830}},
    ],
    "decision": {"kind": "group_count"},
    "training": {"seed": 1, "epochs": 2, "batch": 128, "learning_rate": 0.02, "logit_scale": 0.05, "events": True},
}


def written(folder: Path, **training: object) -> Path:
    path = folder / "recipe.yaml"
    path.write_text(yaml.safe_dump({**RECIPE, "training": {**RECIPE["training"], **training}}))
    return path


@needs_compiler
@pytest.mark.parametrize("kind", ["bernoulli", "one_shot"])
@pytest.mark.parametrize(("outputs", "sensitive"), [(1, False), (112, True), (130, False), (130, True)])
def test_events_equal_twin_and_dense_layer(tmp_path: Path, kind: str, outputs: int, sensitive: bool) -> None:
    from codesign.training.events import SpikeTable
    from codesign.training.model import Model
    from codesign.training.recipe import Recipe

    whole = yaml.safe_load(yaml.safe_dump(RECIPE))
    whole["layers"] = whole["layers"][:1]
    whole["layers"][0] |= {"outputs": outputs, "options": {"sensitive": sensitive}}
    if kind == "one_shot":
        whole["coding"] = {"kind": kind, "parameters": {"levels": 16, "level": 8, "frames": 9}}
    torch.manual_seed(5)
    model = Model(Recipe.model_validate(whole))
    images = data.load("digits", "train").images[:40]
    inputs = coding.encode(kind, model.coding.parameters, images)
    batch = SpikeTable(model.coding, images).batch(images)
    assert np.array_equal(batch.dense().numpy(), inputs)

    runs = [model(batch).layers["hidden"].outputs, model(torch.from_numpy(inputs).float()).layers["hidden"].outputs]
    trace = simulate(model.network(), inputs)
    assert trace.layers["hidden"].outputs.any()
    for spikes in runs:
        assert np.array_equal(spikes.detach().numpy(), trace.layers["hidden"].outputs)

    weight = model.chain[0].weight
    upstream = torch.randn(runs[0].shape)
    by_events, by_frames = (torch.autograd.grad((spikes * upstream).sum(), weight)[0] for spikes in runs)
    assert float((by_events - by_frames).norm() / by_frames.norm()) < 1e-5


@needs_compiler
def test_same_seed_same_bytes_and_layers_behind(tmp_path: Path) -> None:
    for run in range(2):
        checkpoint.save(train(written(tmp_path, distortion=0.05)), tmp_path / f"{run}.safetensors")
    assert (tmp_path / "0.safetensors").read_bytes() == (tmp_path / "1.safetensors").read_bytes()


def test_without_compiler_training_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from codesign.cells.src import kernel

    kernel._library.cache_clear()
    native._compiler.cache_clear()
    monkeypatch.setattr(shutil, "which", lambda *_, **__: None)
    with pytest.raises(MissingToolError, match=r"cc .* is not on PATH; .* or train without training\.events"):
        train(written(tmp_path))


def test_events_refuse_what_they_cannot_do(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"training\.events goes with a first layer that takes spikes"):
        read_recipe(written(tmp_path, redraw="seed"))
