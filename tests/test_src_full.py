# amaranth: UnusedElaboratable=no
"""SRC in its full form: the twin against floating point and a naive loop, training against the twin, RTL against it."""

import math
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from digital_bench import Bench, check, items_of, runs, stall_shares
from hypothesis import given, settings
from hypothesis import strategies as st
from networks import layers, src_network, tensor

from codesign import cells, coding, data
from codesign.cells.src_full import twin as full_twin
from codesign.cells.src_full.functions import functions
from codesign.digital import NetworkDesign, Options, predicted_cycles
from codesign.digital import simulate as simulate_rtl
from codesign.network import Layer, Network
from codesign.training.recipe import Recipe, checked
from codesign.twin import simulate

EIGHTH = tensor([1]).quantisation.scale
DEFAULTS = {name: spec.default for name, spec in cells.spec("src_full").attributes.items()}


def full_layer(weight: Any, **attributes: int) -> Layer:
    return Layer(name="spikes", kind="src_full", tensors={"weight": tensor(weight, bits=10)}, attributes=attributes)


@pytest.mark.parametrize("largest_error", [1, 8, 64])
@pytest.mark.parametrize(
    "changed", [{}, {"weight_shift": 0, "z_hyp": 819}, {"weight_shift": 3, "rho": 2048, "z_dep": 100}]
)
def test_one_frame_is_that_of_floating_point(largest_error: int, changed: dict[str, int]) -> None:
    """From random states: no further off than the errors of the functions and of rounding."""
    attributes = {**DEFAULTS, **changed, "largest_error": largest_error}
    found = functions(attributes)
    random = np.random.Generator(np.random.PCG64(1))
    shape = (20_000,)
    step = 1 << attributes["weight_shift"]
    i = random.integers(-16384 // step, 16384 // step, shape)
    h, hs = random.integers(-1024, 1024, shape), random.integers(-1024, 1024, shape)
    sums = random.integers(-200, 200, shape)
    after = full_twin.update(found, attributes["bias"], {"i": i, "h": h, "hs": hs}, sums)

    assert np.all(np.abs(after["i"] - (0.90625 * i + sums)) < 2)
    rho = attributes["rho"] / 1024
    x = rho * np.tanh(after["i"] * step / 1024 / rho)
    v = x + (2 * h - 7 * hs + attributes["bias"]) / 1024
    # The format of i ends where tanh(i / rho) is 0.999.
    assert np.abs(after["h"] / 1024 - np.tanh(v)).max() * 1024 <= 2 * largest_error + 4
    z_hyp, z_dep = attributes["z_hyp"] / 1024, attributes["z_dep"] / 1024
    z = z_hyp + (z_dep - z_hyp) / (1 + np.exp(-10 * (h / 1024 - 0.5)))
    slow = z * hs + (1 - z) * h
    assert np.all(np.abs(after["hs"] - slow) <= largest_error * np.abs(hs - h) / 1024 + 2)


def naive(layer: Layer, inputs: np.ndarray) -> dict[str, np.ndarray]:
    """One neuron and frame at a time, and the segments of the functions read out by hand."""

    def at(design: Any, value: int) -> int:
        value = min(max(value, design.input_format.minimum), design.input_format.maximum)
        mirrored = design.reflection is not None and value < 0
        magnitude = abs(value) if design.reflection is not None else value - design.input_format.minimum
        segment = max(k for k, start in enumerate(design.starts) if start <= magnitude)
        part = magnitude if design.index_shift is None else magnitude % 2**design.index_shift
        y = math.floor((design.bases[segment] + design.slopes[segment] * part) / 2**design.shift)
        y = design.reflection - y if mirrored else y
        return min(max(y, design.output_format.minimum), design.output_format.maximum)

    found = functions(layer.attributes)
    samples, frames, _ = inputs.shape
    states = {name: np.zeros((samples, frames, layer.outputs), dtype=np.int64) for name in ("i", "h", "hs")}
    for sample in range(samples):
        for unit in range(layer.outputs):
            i, h, hs = 0, layer.attributes["initial_h"], layer.attributes["initial_hs"]
            for frame in range(frames):
                if frame > 0:
                    total = sum(int(w) for w, s in zip(layer["weight"][unit], inputs[sample, frame], strict=True) if s)
                    i = i - (i // 16 + i // 32) + total
                    v = at(found.drive, i) + 2 * h - 7 * hs + layer.attributes["bias"]
                    z = at(found.slow, h - 512)
                    hs = min(max((hs - h) * z // 1024 + h, -1024), 1023)
                    h = at(found.tanh, v)
                states["i"][sample, frame, unit] = i
                states["h"][sample, frame, unit] = h
                states["hs"][sample, frame, unit] = hs
    return states


@settings(deadline=None, max_examples=15)
@given(st.data())
def test_the_twin_equals_a_naive_loop(data: st.DataObject) -> None:
    width, outputs = data.draw(st.integers(1, 3)), data.draw(st.integers(1, 2))
    layer = data.draw(layers("src_full", width, outputs))
    shape = (2, data.draw(st.integers(0, 25)), width)
    inputs = np.random.Generator(np.random.PCG64(data.draw(st.integers(0, 99)))).integers(0, 2, shape)
    trace = full_twin.run(layer, inputs, EIGHTH)
    expected = naive(layer, inputs)
    for name, values in expected.items():
        np.testing.assert_array_equal(trace.states[name], values, err_msg=name)
    fired = expected["h"] >= 512
    fired[:, :1] = False
    np.testing.assert_array_equal(trace.outputs, fired)


def test_it_spikes_as_the_float_cell_does() -> None:
    """The period at a constant drive, over many spikes, against floating point."""
    layer = full_layer([[256]], weight_shift=6, largest_error=1)
    frames = 1000
    trace = full_twin.run(layer, np.ones((1, frames, 1), dtype=np.int64), EIGHTH)
    i = h = hs = 0.0
    spikes = []
    for _ in range(frames - 1):
        i = 0.90625 * i + 16
        z = 0.9 - 0.9 / (1 + math.exp(-10 * (h - 0.5)))
        h, hs = math.tanh(3 * math.tanh(i / 3) + 2 * h - 7 * hs - 6), z * hs + (1 - z) * h
        spikes.append(h > 0.5)
    begun = [int(np.sum(np.diff(np.asarray(row, dtype=int)) == 1)) for row in (spikes, trace.outputs[0, :, 0])]
    assert begun[0] > 30
    assert abs(begun[0] - begun[1]) <= 2


def recipe(kind: str, outputs: int, **training: Any) -> Recipe:
    parameters = {"levels": 16, "black_frames": 2, "active_frames": 20, "rate": 128}
    attributes = {"weight_shift": 5, "z_hyp": 850, "initial_h": -900} if kind == "src_full" else {}
    return checked(
        Recipe,
        {
            "version": 1,
            "name": "tiny",
            "task": "digits",
            "classes": list("0123456789"),
            "inputs": 64,
            "coding": {"kind": "bernoulli", "parameters": parameters},
            "layers": [{"name": "hidden", "kind": kind, "outputs": outputs, "attributes": attributes}],
            "decision": {"kind": "group_count"},
            "training": {
                "seed": 1, "epochs": 2, "batch": 64, "learning_rate": 0.02, "logit_scale": 0.05, "events": True,
                **training,
            },
        },
        "recipe",
    )  # fmt: skip


@pytest.mark.skipif(shutil.which("cc") is None, reason="no C compiler")
@pytest.mark.parametrize("outputs", [1, 130])
def test_training_equals_the_twin_by_frames_and_by_events(outputs: int) -> None:
    torch = pytest.importorskip("torch")
    from codesign.training.events import SpikeTable
    from codesign.training.model import Model

    torch.manual_seed(5)
    model = Model(recipe("src_full", outputs))
    images = data.load("digits", "train").images[:40]
    inputs = coding.encode("bernoulli", model.coding.parameters, images)
    batch = SpikeTable(model.coding, images).batch(images)
    trace = simulate(model.network(), inputs).layers["hidden"]
    by_frames = model(torch.from_numpy(inputs).float()).layers["hidden"]
    by_events = model(batch).layers["hidden"].outputs
    assert trace.outputs.any()
    for name, values in trace.states.items():
        np.testing.assert_array_equal(by_frames.states[name].numpy(), values, err_msg=name)
    for spikes in (by_frames.outputs, by_events):
        np.testing.assert_array_equal(spikes.detach().numpy(), trace.outputs)
    weight = model.chain[0].weight
    upstream = torch.randn(by_events.shape)
    gradients = [torch.autograd.grad((spikes * upstream).sum(), weight)[0] for spikes in (by_events, by_frames.outputs)]
    assert float((gradients[0] - gradients[1]).norm() / gradients[1].norm()) < 1e-5


def test_the_surrogate_is_largest_where_a_neuron_begins_to_spike() -> None:
    pytest.importorskip("torch")
    from codesign.cells.src_full.module import threshold

    attributes = {**DEFAULTS, "weight_shift": 6}
    centre = threshold(functions(attributes), attributes)
    fired = []
    for drive in (centre - 1, centre):
        found, bias = functions(attributes), attributes["bias"]
        states = {"i": np.zeros(1, dtype=np.int64), "h": np.zeros(1, dtype=np.int64), "hs": np.zeros(1, dtype=np.int64)}
        late = False
        for frame in range(400):
            states = full_twin.update(found, bias, {**states, "i": np.zeros(1, dtype=np.int64)}, np.array([drive]))
            late |= frame >= 200 and bool(states["h"][0] >= 512)
        fired.append(late)
    assert fired == [False, True]
    assert 1.0 < centre * 64 / 1024 < 3.0


@pytest.mark.skipif(shutil.which("cc") is None, reason="no C compiler")
def test_it_learns() -> None:
    """Two epochs of the small digits: far better than a guess."""
    pytest.importorskip("torch")
    from codesign.training import train

    network = train(recipe("src_full", 60, epochs=6))
    assert network.training["accuracy_validation"] > 0.8


def test_the_shape_of_a_network() -> None:
    weights = np.random.Generator(np.random.PCG64(7)).integers(-16, 17, size=(20, 64))
    network = src_network((full_layer(weights),))
    assert network.layers[0].attributes == DEFAULTS


@st.composite
def chains(draw: st.DrawFn) -> Network:
    """Full form, simplified form and full form in a chain, or less of it."""
    kinds = draw(st.sampled_from((("src_full",), ("src_full", "src"), ("src", "src_full"), ("src_full", "src_full"))))
    sizes = draw(st.lists(st.integers(1, 6), min_size=len(kinds) + 1, max_size=len(kinds) + 1))
    chain = []
    for index, kind in enumerate(kinds):
        attributes = None
        if kind == "src_full":
            # Often spiking, and some approximations to choose from: finding one takes a while.
            attributes = {
                "weight_shift": draw(st.sampled_from((0, 4, 9))),
                "largest_error": draw(st.sampled_from((2, 30))),
                "bias": draw(st.sampled_from((-6144, -4096))),
                "z_hyp": draw(st.sampled_from((922, 700))),
                "initial_h": draw(st.integers(-1024, 1023)),
                "initial_hs": draw(st.integers(-1024, 1023)),
            }
        layer = draw(layers(kind, sizes[index], sizes[index + 1], attributes))
        chain.append(replace(layer, name=f"layer_{index}"))
    return src_network(tuple(chain), classes=tuple(str(k) for k in range(draw(st.integers(1, 4)))))


@settings(deadline=None, max_examples=15)
@given(st.data())
def test_every_state_of_the_rtl_is_the_twins(data: st.DataObject) -> None:
    network, samples = data.draw(runs(chains(), 12))
    options = Options(
        units_per_cycle=data.draw(st.integers(1, 6)),
        events_per_cycle=data.draw(st.sampled_from((1, 2, 4))),
        serial_sums=data.draw(st.booleans()),
        fold_black_frames=False,
        longest_sample=12,
    )
    design = NetworkDesign(network, options)
    bench = Bench(design, stalls=data.draw(stall_shares), seed=data.draw(st.integers(0, 1000)))
    check(network, samples, bench.play(items_of(design, samples), len(samples)))


def test_a_spike_is_where_h_is_exactly_half() -> None:
    """The frame after the reset, from presets that lead to 511 and to 512."""
    for h, spike in ((511, 0), (512, 1)):
        layer = layer_that_reaches(h)
        trace = full_twin.run(layer, np.zeros((1, 2, 1), dtype=np.int64), EIGHTH)
        assert trace.states["h"][0, 1, 0] == h
        assert trace.outputs[0, :, 0].tolist() == [0, spike]
        network = src_network((layer,), classes=("a",))
        design = NetworkDesign(network, Options(fold_black_frames=False))
        samples = [np.zeros((2, 1), dtype=np.int64)]
        check(network, samples, Bench(design).play(items_of(design, samples), 1))


def layer_that_reaches(h: int) -> Layer:
    """One neuron with this h in the frame after the reset, without input; not every approximation gives every h."""
    for largest_error in (1, 2, 3, 4):
        found = functions({**DEFAULTS, "largest_error": largest_error})
        start, bias = np.meshgrid(np.arange(-400, -100), np.arange(-6150, -6140))
        states = {"i": np.zeros_like(start), "h": start, "hs": np.full_like(start, -1024)}
        hits = np.argwhere(full_twin.update(found, bias, states, np.zeros_like(start))["h"] == h)
        if len(hits):
            at = tuple(hits[0])
            return full_layer([[0]], initial_h=int(start[at]), initial_hs=-1024, bias=int(bias[at]),
                              largest_error=largest_error)  # fmt: skip
    raise AssertionError(f"no preset leads to {h}")


@pytest.mark.parametrize("largest_error", [2])
def test_its_verilog_in_icarus(tmp_path: Path, largest_error: int) -> None:
    """A layer that spikes a lot, with black frames before it: every state, and the predicted cycles."""
    weights = np.random.Generator(np.random.PCG64(3)).integers(-12, 17, size=(20, 64))
    network = src_network((full_layer(weights, weight_shift=5, largest_error=largest_error, z_hyp=800),), frames=30)
    inputs = coding.encode("bernoulli", network.coding.parameters, data.load("digits", "test").images[:2])
    found = simulate_rtl(network, inputs, work=tmp_path / "rtl", options=Options(units_per_cycle=7))
    trace = simulate(network, inputs)
    assert trace.layers["spikes"].outputs.mean() > 0.02
    for name, values in trace.layers["spikes"].states.items():
        np.testing.assert_array_equal(found.states["spikes"][name], values[:, -found.states["spikes"][name].shape[1] :])
    np.testing.assert_array_equal(found.decisions, trace.decisions)
    assert found.cycles == predicted_cycles(network, list(inputs), Options(units_per_cycle=7))
