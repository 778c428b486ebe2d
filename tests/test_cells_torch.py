"""The PyTorch layers against the integer twin: all states and all scores, exactly."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from codesign import checkpoint, coding, data
from codesign.network import Network
from codesign.training.recipe import Recipe, checked
from codesign.twin import simulate

torch = pytest.importorskip("torch")

from codesign.training.loop import deterministic  # noqa: E402
from codesign.training.model import Model  # noqa: E402
from codesign.training.record import encoded  # noqa: E402

MODELS = Path(__file__).parents[1] / "models"


def recipe(layers: list[dict[str, Any]], *, inputs: int, spikes: bool = False) -> Recipe:
    currents = {"kind": "current_rows", "parameters": {"levels": 16, "steps_per_unit": 8}}
    bernoulli = {"kind": "bernoulli", "parameters": {"levels": 16, "black_frames": 1, "active_frames": 10}}
    return checked(
        Recipe,
        {
            "version": 1,
            "name": "random",
            "task": "digits",
            "classes": ["a", "b", "c"],
            "inputs": inputs,
            "coding": bernoulli if spikes else currents,
            "layers": layers,
            "decision": {"kind": "group_count" if spikes else "mean_readout"},
            "training": {"seed": 1, "epochs": 1, "batch": 8, "learning_rate": 0.01, "logit_scale": 1.0},
        },
        "recipe",
    )


def random_model(wanted: Recipe, seed: int, *, double: bool = False) -> Model:
    """All parameters random, biases and gains too, and some beyond what can be represented."""
    with deterministic(seed):
        model = Model(wanted)
        for parameter in model.parameters():
            parameter.data = torch.randn_like(parameter) * 2.5
    model.eval()
    return model.double() if double else model


def assert_equal(model: Model, network: Network, inputs: np.ndarray) -> None:
    with torch.no_grad():
        run = model(torch.from_numpy(inputs))
    trace = simulate(network, inputs)
    for name, layer in trace.layers.items():
        activity = run.layers[name]
        assert activity.scale == layer.scale
        assert activity.states.keys() == layer.states.keys()
        for state, values in layer.states.items():
            np.testing.assert_array_equal(activity.states[state].numpy(), values, err_msg=f"{name}.{state}")
        np.testing.assert_array_equal(activity.outputs.numpy(), layer.outputs, err_msg=name)
    np.testing.assert_array_equal(run.scores.numpy(), trace.scores)
    np.testing.assert_array_equal(run.scores.argmax(dim=1).numpy(), trace.decisions)


def from_network(wanted: Recipe, network: Network) -> Model:
    """A model whose parameters are the integers of ``network``."""
    model = Model(wanted)
    for layer in network.layers:
        for name, tensor in layer.tensors.items():
            values = tensor.values * float(tensor.quantisation.scale)
            model.get_submodule(layer.name).get_parameter(name).data = torch.from_numpy(values).float()
    return model.eval()


@pytest.mark.parametrize("name", ["digits-bmru", "digits-src"])
def test_shipped_models_equal_the_twin_on_the_whole_test_set(name: str) -> None:
    from codesign.training import read_recipe

    network = checkpoint.load(MODELS / name)
    model = from_network(read_recipe(MODELS / name), network)
    assert replace(model.network(), decision=network.decision).hash == network.hash
    images = data.load("digits", "test").images
    assert_equal(model, network, encoded(model, images).numpy().astype(np.int64))


@pytest.mark.parametrize("double", [False, True])
@pytest.mark.parametrize("steps", [0, 1, 7])
@pytest.mark.parametrize(("inputs", "widths"), [(1, (1, 1)), (5, (3, 6)), (33, (17, 2))])
def test_random_networks_of_currents(inputs: int, widths: tuple[int, int], steps: int, double: bool) -> None:
    layers = [
        {"name": "first", "kind": "fq_bmru", "outputs": widths[0], "options": {"learn_gain": True}},
        {"name": "middle", "kind": "linear", "outputs": 4, "attributes": {"relu": 1}},
        {"name": "second", "kind": "fq_bmru", "outputs": widths[1]},
        {"name": "readout", "kind": "linear", "outputs": 3},
    ]
    model = random_model(recipe(layers, inputs=inputs), seed=inputs, double=double)
    network = model.network()
    assert np.any(network.layers[0]["bias"] != 0)
    random = np.random.Generator(np.random.PCG64(steps))
    for samples in (0, 1, 20):
        assert_equal(model, network, random.integers(0, 17, size=(samples, steps, inputs)))


@pytest.mark.parametrize("steps_per_unit", [1, 3, 8, 10])
def test_random_networks_with_skips(steps_per_unit: int) -> None:
    """What is added comes in other units than what it is added to: coarser, finer, and neither a multiple."""
    rectified = {"kind": "linear", "attributes": {"relu": 1}}
    layers = [
        {"name": "input", "outputs": 7, **rectified},
        {"name": "memory1", "kind": "fq_bmru", "outputs": 7, "options": {"learn_gain": True}},
        {"name": "mix1", "outputs": 7, "skip": "input", **rectified},
        {"name": "memory2", "kind": "fq_bmru", "outputs": 7, "skip": "mix1"},
        {"name": "mix2", "outputs": 3, **rectified},
        {"name": "readout", "kind": "linear", "outputs": 3, "skip": "mix2"},
    ]
    given = recipe(layers, inputs=5).model_dump()
    given["coding"]["parameters"]["steps_per_unit"] = steps_per_unit
    model = random_model(checked(Recipe, given, "recipe"), seed=steps_per_unit, double=True)
    network = model.network()
    assert [layer.skip for layer in network.layers] == ["", "", "input", "mix1", "", "mix2"]
    random = np.random.Generator(np.random.PCG64(steps_per_unit))
    inputs = random.integers(0, 17, size=(20, 9, 5))
    assert_equal(model, network, inputs)
    plain = Model(checked(Recipe, {**given, "layers": [{**layer, "skip": ""} for layer in given["layers"]]}, "recipe"))
    plain.load_state_dict(model.state_dict())
    with torch.no_grad():
        assert not torch.equal(plain.double().eval()(torch.from_numpy(inputs)).scores,
                               model(torch.from_numpy(inputs)).scores)  # fmt: skip


def test_a_rectified_layer_begins_where_its_units_are_alive() -> None:
    """Far inputs: uncalibrated, half of the units would say nothing at all; what is skipped to is added after that."""
    layers = [
        {"name": "input", "kind": "linear", "outputs": 40, "attributes": {"relu": 1}, "options": {"calibrate": True}},
        {"name": "memory", "kind": "fq_bmru", "outputs": 40},
        {"name": "mix", "kind": "linear", "outputs": 40, "attributes": {"relu": 1}, "skip": "input"},
        {"name": "readout", "kind": "linear", "outputs": 3},
    ]
    with deterministic(1):
        model = Model(recipe(layers, inputs=4))
        inputs = torch.randint(4, 13, (30, 8, 4))
        model.calibrate(inputs)
        model.eval()
        with torch.no_grad():
            found = model(inputs).layers["input"]
    sums = found.outputs * float(found.scale)
    assert torch.all((sums > 0).double().mean(dim=(0, 1)) > 0.5)
    assert 0.6 < float(sums.mean()) < 1.0


@pytest.mark.parametrize("bits", [2, 5, 9])
@pytest.mark.parametrize("frames", [0, 1, 40])
@pytest.mark.parametrize(("inputs", "widths"), [(1, (1, 3)), (12, (7, 10))])
def test_random_networks_of_spikes(inputs: int, widths: tuple[int, int], frames: int, bits: int) -> None:
    preset = {"initial_h": -1024, "initial_hs": -780, "z_max": 850}
    layers = [
        {"name": "a", "kind": "src", "outputs": widths[0], "options": {"weight_bits": bits}, "attributes": preset},
        {"name": "b", "kind": "src", "outputs": widths[1]},
    ]
    model = random_model(recipe(layers, inputs=inputs, spikes=True), seed=bits)
    network = model.network()
    assert np.abs(network.layers[0]["weight"]).max() == 2 ** (bits - 1) - 1
    random = np.random.Generator(np.random.PCG64(frames))
    for samples in (0, 1, 20):
        assert_equal(model, network, random.integers(0, 2, size=(samples, frames, inputs)))


def test_the_spikes_of_training_do_happen() -> None:
    model = random_model(recipe([{"name": "a", "kind": "src", "outputs": 20}], inputs=10, spikes=True), seed=1)
    inputs = np.random.Generator(np.random.PCG64(1)).integers(0, 2, size=(10, 60, 10))
    with torch.no_grad():
        spikes = model(torch.from_numpy(inputs)).layers["a"].outputs
    assert 0.01 < float(spikes.mean()) < 0.5


def test_a_bias_alone_never_sets_an_fq_bmru() -> None:
    layers = [
        {"name": "memory", "kind": "fq_bmru", "outputs": 50},
        {"name": "readout", "kind": "linear", "outputs": 3},
    ]
    model = random_model(recipe(layers, inputs=4), seed=3)
    model.get_parameter("memory.bias").data += 10
    layer = model.network().layers[0]
    assert np.all(layer["bias"] < layer["threshold"] + layer["width"])
    assert np.any(layer["bias"] == layer["threshold"] + layer["width"] - 1)
    model.project()
    assert torch.all(model.get_parameter("memory.bias") * 8 < layer["threshold"].max() + layer["width"].max())


def test_gradients_reach_every_learned_parameter() -> None:
    layers = [
        {"name": "memory", "kind": "fq_bmru", "outputs": 6, "options": {"learn_gain": True, "margin_weight": 1.0}},
        {"name": "readout", "kind": "linear", "outputs": 3},
    ]
    with deterministic(1):
        model = Model(recipe(layers, inputs=4))
        inputs = torch.randint(0, 17, (30, 8, 4))
        model.calibrate(inputs)
        run = model(inputs)
        run.scores.square().mean().backward()
    for name, parameter in model.named_parameters():
        assert parameter.grad is not None, name
        assert torch.any(parameter.grad != 0), name


def test_src_gradient_flows_through_the_leak_only() -> None:
    """One unit, width so large that the surrogate is 1: the gradient is the sum of powers of the leak."""
    wanted = recipe([{"name": "a", "kind": "src", "outputs": 1, "options": {"surrogate_width": 1e9}}], inputs=1,
                    spikes=True)  # fmt: skip
    model = Model(wanted)
    inputs = torch.ones(1, 4, 1, requires_grad=True)
    model(inputs).layers["a"].outputs.sum().backward()
    weight = float(model.network().layers[0]["weight"][0, 0])
    leak = 0.90625
    expected = [0.0, weight * (1 + leak + leak**2), weight * (1 + leak), weight]
    np.testing.assert_allclose(inputs.grad.flatten().numpy(), expected, rtol=1e-6)


def test_src_gradient_counts_only_where_the_drive_moves_h() -> None:
    """One unit, surrogate 1: each frame counts by how far apart the twin's h comes with either sign of i.

    The first input drives the unit, the two others would turn i either way.
    """
    options = {"surrogate_width": 1e9, "sensitive": True, "weight_bits": 9}
    attributes = {"initial_h": -1024, "initial_hs": -780, "z_max": 820}
    wanted = recipe([{"name": "a", "kind": "src", "outputs": 1, "options": options, "attributes": attributes}],
                    inputs=3, spikes=True)  # fmt: skip
    model = Model(wanted)
    model.get_parameter("a.weight").data = torch.tensor([[1.0, 255.0, -255.0]])
    frames = 12
    given = np.zeros((1, frames, 3), dtype=np.int64)
    given[..., 0] = 1
    inputs = torch.from_numpy(given).float().requires_grad_()
    model(inputs).layers["a"].outputs.sum().backward()
    sensitivity = []
    for frame in range(frames):
        ends = []
        for turning in (1, 2):
            turned = given[:, : frame + 1].copy()
            turned[0, frame, turning] = 1
            ends.append(int(simulate(model.network(), turned).layers["a"].states["h"][0, -1, 0]))
        sensitivity.append((ends[0] - ends[1]) / 2048)
    assert sensitivity[0] == 0.0
    assert 0.0 in sensitivity[3:]
    assert max(sensitivity) > 0.5
    total = 0.0
    expected: list[float] = []
    for value in reversed(sensitivity):
        total = value + 0.90625 * total
        expected.append(total if len(expected) < frames - 1 else 0.0)
    assert inputs.grad is not None
    np.testing.assert_allclose(inputs.grad[0, :, 0].numpy(), expected[::-1], rtol=1e-6)


@pytest.mark.parametrize("bits", [2, 4])
def test_src_weights_of_a_given_range(bits: int) -> None:
    """The largest whole weight stands for so many rms; what is beyond is clipped, and 2 bits are ternary."""
    layers = [{"name": "a", "kind": "src", "outputs": 6, "options": {"weight_bits": bits, "weight_range": 1.5}}]
    model = random_model(recipe(layers, inputs=50, spikes=True), seed=bits)
    weight = model.get_parameter("a.weight").detach().double().numpy()
    most = 2 ** (bits - 1) - 1
    scaled = weight * most / (1.5 * np.sqrt((weight**2).mean(axis=1, keepdims=True)))
    found = model.network().layers[0]["weight"]
    np.testing.assert_array_equal(found, np.clip(np.rint(scaled), -most, most))
    assert np.any(np.abs(scaled) > most)
    assert set(np.unique(np.abs(found))) == set(range(most + 1))


def test_steps_per_unit_that_no_float_holds() -> None:
    """A scale of 1/10 is exact, since both sides count in whole steps."""
    layers = [
        {"name": "memory", "kind": "fq_bmru", "outputs": 9},
        {"name": "readout", "kind": "linear", "outputs": 3},
    ]
    given = recipe(layers, inputs=6).model_dump()
    given["coding"]["parameters"]["steps_per_unit"] = 10
    model = random_model(checked(Recipe, given, "recipe"), seed=5)
    images = np.random.Generator(np.random.PCG64(5)).integers(0, 17, size=(40, 9, 6))
    inputs = coding.encode("current_rows", given["coding"]["parameters"], images)
    assert_equal(model, model.network(), inputs)
