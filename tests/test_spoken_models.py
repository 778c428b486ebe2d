"""The shipped networks of spoken words: what their records and cards say is what the twin computes.

These tests need the data set: set CODESIGN_DATA, see codesign/data/store.py. Without it they fail in continuous
integration, and are skipped where neither the data nor a network is.
"""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from codesign import checkpoint, coding, data
from codesign.network import Network
from codesign.training import read_recipe
from codesign.twin import NetworkTrace, simulate

MODELS = Path(__file__).parents[1] / "models"
SHIPPED = ["keyword-bmru", "spoken-digits-bmru", "spoken-digits-bmru-32"]
UNITS = {"keyword-bmru": 4, "spoken-digits-bmru": 16, "spoken-digits-bmru-32": 32}


def examples(task: str, split: data.Split) -> data.Examples:
    return data.load(task, split)


def run(network: Network, images: NDArray[np.int64]) -> NetworkTrace:
    return simulate(network, coding.encode(network.coding.kind, network.coding.parameters, images))


def share(decisions: NDArray[np.int64], labels: NDArray[np.int64]) -> float:
    return round(float(np.mean(decisions == labels)), 6)


def mean_share(decisions: NDArray[np.int64], labels: NDArray[np.int64]) -> float:
    return round(float(np.mean([np.mean(decisions[labels == label] == label) for label in set(labels.tolist())])), 6)


@pytest.mark.parametrize("name", SHIPPED)
def test_the_record_and_the_card_say_what_the_twin_scores(name: str) -> None:
    network = checkpoint.load(MODELS / name)
    card = (MODELS / name / "README.md").read_text()
    measure, key = (mean_share, "balanced_accuracy") if name.startswith("keyword") else (share, "accuracy")
    for split in ("validation", "test"):
        scored = examples(network.task, split)
        decisions = run(network, scored.images).decisions
        assert network.training[f"accuracy_{split}"] == share(decisions, scored.labels)
        assert network.training[f"{key}_{split}"] == measure(decisions, scored.labels)
        assert f"{100 * measure(decisions, scored.labels):.1f} %" in card
    assert f"{100 * network.training[f'{key}_float']:.1f} %" in card
    for percent in (2, 5, 10):
        assert f"{100 * network.training[f'{key}_mismatch_{percent}_percent']:.1f} %" in card


def test_they_are_as_good_as_they_should_be() -> None:
    """Integers, official test; for the keyword the mean over both classes."""
    records = {name: checkpoint.load(MODELS / name).training for name in SHIPPED}
    assert records["keyword-bmru"]["balanced_accuracy_test"] >= 0.94
    assert records["spoken-digits-bmru"]["accuracy_test"] >= 0.95
    assert records["spoken-digits-bmru"]["accuracy_mismatch_5_percent"] >= 0.93
    assert records["spoken-digits-bmru-32"]["accuracy_test"] >= 0.97
    assert all(record["states_in_margin_validation"] < 0.05 for record in records.values())


@pytest.mark.parametrize("name", SHIPPED)
def test_they_have_the_published_shape(name: str) -> None:
    """13 MFCC -> Linear -> two blocks with a skip connection around each -> Linear; only the readout has two signs."""
    network = checkpoint.load(MODELS / name)
    size, classes = UNITS[name], len(network.classes)
    shapes = [(layer.name, layer.kind, layer.skip, layer.inputs, layer.outputs) for layer in network.layers]
    assert shapes == [
        ("input", "linear", "", 13, size),
        ("memory1", "fq_bmru", "", size, size),
        ("mix1", "linear", "input", size, size),
        ("memory2", "fq_bmru", "", size, size),
        ("mix2", "linear", "mix1", size, size),
        ("readout", "linear", "", size, classes),
    ]
    assert [layer.attributes.get("relu") for layer in network.layers] == [1, None, 1, None, 1, 0]
    assert network.coding.parameters["levels"] == 64
    recipe = read_recipe(MODELS / name)
    assert (recipe.name, recipe.task, recipe.classes) == (network.name, network.task, network.classes)
    assert [layer.skip for layer in recipe.layers] == [layer.skip for layer in network.layers]
    assert (recipe.training.seed, recipe.training.epochs) == (network.training["seed"], network.training["epochs"])
    for layer in network.layers:
        if layer.kind == "fq_bmru":
            assert np.all(layer["bias"] < layer["threshold"] + layer["width"]), "no bias sets a unit by itself"


@pytest.mark.parametrize("name", SHIPPED)
def test_the_integrator_holds_every_score(name: str) -> None:
    network = checkpoint.load(MODELS / name)
    readout = run(network, examples(network.task, "train").images).layers["readout"]
    largest = int(np.abs(readout.outputs.cumsum(axis=1)).max()) * readout.scale
    full_scale = network.decision.parameters["full_scale"]
    assert full_scale - 1 < largest <= full_scale


@pytest.mark.parametrize("name", SHIPPED)
def test_they_are_made_for_transistors(name: str) -> None:
    """Moderate currents at every node, decisions with a lead, memories that do remember."""
    network = checkpoint.load(MODELS / name)
    scored = examples(network.task, "validation")
    trace = run(network, scored.images)
    signal = coding.encode(network.coding.kind, network.coding.parameters, scored.images)
    scale = coding.scale(network.coding.kind, network.coding.parameters)
    for layer in network.layers:
        currents = signal @ np.abs(layer["weight"]).T.astype(np.int64) * float(scale) + np.abs(layer["bias"])
        assert currents.max() / 8 < 20, f"{layer.name}: unit currents at a node"
        signal, scale = trace.layers[layer.name].outputs, trace.layers[layer.name].scale
    scores = np.sort(trace.scores, axis=1) * float(trace.layers["readout"].scale)
    lead = scores[:, -1] - scores[:, -2]
    assert np.median(lead) > 25, "unit currents x steps"
    assert np.mean(lead < 2.5) < 0.05
    for memory in ("memory1", "memory2"):
        states = trace.layers[memory].states["state"]
        changes = np.abs(np.diff(states, axis=1, prepend=0)).sum(axis=(1, 2)).mean()
        assert changes >= 3, f"{memory}: changes of state per clip"
        assert np.mean(np.ptp(states, axis=(0, 1)) == 1) >= 0.5, f"{memory}: units that are ever high and ever low"


@pytest.mark.parametrize("name", SHIPPED)
def test_mismatch_by_another_way_of_counting(name: str) -> None:
    """A few chips, their equations written out here in floating point: the record's mean is among what they score."""
    network = checkpoint.load(MODELS / name)
    scored = examples(network.task, "test")
    measure, key = (mean_share, "balanced_accuracy") if name.startswith("keyword") else (share, "accuracy")
    inputs = coding.encode(network.coding.kind, network.coding.parameters, scored.images)
    scale = float(coding.scale(network.coding.kind, network.coding.parameters))
    nominal = chip_decisions(network, inputs * scale, 0.0, seed=0)
    np.testing.assert_array_equal(nominal, run(network, scored.images).decisions)
    found = [measure(chip_decisions(network, inputs * scale, 0.05, seed), scored.labels) for seed in range(10)]
    assert np.mean(found) == pytest.approx(network.training[f"{key}_mismatch_5_percent"], abs=0.025)


def chip_decisions(network: Network, signal: NDArray[np.float64], deviation: float, seed: int) -> NDArray[np.int64]:
    """Decisions of one chip; every parameter is off by a normal factor. ``signal`` in unit currents."""
    random = np.random.Generator(np.random.PCG64(seed))
    outputs: dict[str, NDArray[np.float64]] = {}
    for layer in network.layers:
        value = {
            name: tensor.values * float(tensor.quantisation.scale)
            * (1 + deviation * random.standard_normal(tensor.values.shape))
            for name, tensor in layer.tensors.items()
        }  # fmt: skip
        drive = signal @ value["weight"].T + value["bias"]
        if layer.kind == "fq_bmru":
            state = np.zeros_like(drive)
            held = np.zeros_like(drive[:, 0])
            for step in range(drive.shape[1]):
                above, below = (
                    drive[:, step] >= value["threshold"] + value["width"],
                    drive[:, step] <= value["threshold"],
                )
                held = np.where(above, 1.0, np.where(below, 0.0, held))
                state[:, step] = held
            signal = state * value["gain"]
        else:
            signal = np.maximum(drive, 0) if layer.attributes["relu"] else drive
        if layer.skip:
            signal = signal + outputs[layer.skip]
        outputs[layer.name] = signal
    return np.argmax(signal.sum(axis=1), axis=1)


@pytest.mark.parametrize("name", SHIPPED)
def test_the_recipe_for_speakers_held_out_is_the_same_but_for_its_task(name: str) -> None:
    recipe, speakers = read_recipe(MODELS / name), read_recipe(MODELS / name / "speakers")
    assert speakers.task == f"{recipe.task}_speakers"
    assert (speakers.layers, speakers.classes, speakers.coding) == (recipe.layers, recipe.classes, recipe.coding)
    assert speakers.training.learning_rate == recipe.training.learning_rate


@pytest.mark.full
def test_the_recipe_reproduces_the_shipped_checkpoint(tmp_path: Path) -> None:
    torch = pytest.importorskip("torch")
    from codesign.training import train

    shipped = checkpoint.load(MODELS / "keyword-bmru")
    examples(shipped.task, "test")
    if shipped.training["torch"] != torch.__version__.split("+")[0]:
        pytest.skip(f"the checkpoint was trained with torch {shipped.training['torch']}")
    checkpoint.save(train(MODELS / "keyword-bmru"), tmp_path / "again.safetensors")
    again = (tmp_path / "again.safetensors").read_bytes()
    assert again == (MODELS / "keyword-bmru" / "checkpoint.safetensors").read_bytes()
