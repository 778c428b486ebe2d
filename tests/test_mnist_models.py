"""The shipped MNIST models: what their records and cards say is what the twin computes.

These tests need the data set: set CODESIGN_DATA, see codesign/data/store.py. Without it they fail in continuous
integration, and are skipped where neither the data nor a network is.
"""

from pathlib import Path

import numpy as np
import pytest

from codesign import checkpoint, coding, data
from codesign.training import read_recipe
from codesign.twin import simulate

MODELS = Path(__file__).parents[1] / "models"
SHIPPED = sorted(path.name for path in MODELS.glob("mnist-src-*") if (path / "checkpoint.safetensors").is_file())


def mnist_test() -> data.Examples:
    return data.load("mnist", "test")


def outcomes(name: str, count: int) -> tuple[float, float]:
    """Accuracy on the first ``count`` test images, and input events per image."""
    network = checkpoint.load(MODELS / name)
    test = mnist_test()
    right, events = 0, 0
    for start in range(0, count, 250):
        part = slice(start, start + 250)
        inputs = coding.encode(network.coding.kind, network.coding.parameters, test.images[part])
        events += int(inputs.sum())
        right += int(np.sum(simulate(network, inputs).decisions == test.labels[part]))
    return right / count, events / count


def test_they_are_shipped() -> None:
    names = ("220", "55", "44", "fast", "oneshot-100", "oneshot-200", "oneshot-400")
    assert {f"mnist-src-{name}" for name in names} == set(SHIPPED)


def test_one_shot_networks_are_as_accurate_as_promised() -> None:
    """Of all 10,000 test images, by what their cards say; other tests compare that with the twin."""
    least = {"oneshot-100": 0.960, "oneshot-200": 0.970, "oneshot-400": 0.975, "fast": 0.975}
    for name, accuracy in least.items():
        network = checkpoint.load(MODELS / f"mnist-src-{name}")
        assert network.training["accuracy_test"] >= accuracy, name
        assert network.coding.parameters["frames"] <= 22
        assert network.layers[0].tensors["weight"].quantisation.bits == 4


@pytest.mark.parametrize("name", SHIPPED)
def test_the_first_thousand(name: str) -> None:
    network = checkpoint.load(MODELS / name)
    accuracy, events = outcomes(name, 1000)
    # One deviation of 1,000 draws at 97 % is 0.54 points.
    assert accuracy == pytest.approx(network.training["accuracy_test"], abs=0.02)
    if network.coding.kind == "one_shot":
        assert events <= 110
    recipe = read_recipe(MODELS / name)
    assert recipe.name == network.name == name
    assert recipe.coding.choice().parameters.items() <= network.coding.parameters.items()
    assert [layer.outputs for layer in recipe.layers] == [layer.outputs for layer in network.layers]
    assert recipe.training.seed == network.training["seed"]
    assert f"{100 * network.training['accuracy_test']:.2f} %" in (MODELS / name / "README.md").read_text()


@pytest.mark.full
@pytest.mark.parametrize("name", SHIPPED)
def test_all_ten_thousand(name: str) -> None:
    network = checkpoint.load(MODELS / name)
    accuracy, events = outcomes(name, 10_000)
    assert network.training["accuracy_test"] == round(accuracy, 6)
    if network.coding.kind == "one_shot":
        assert events <= 110
