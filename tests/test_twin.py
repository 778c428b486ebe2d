"""The twin against the published values, against a naive loop, and at its edges."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from networks import arrays, bmru_network, fq_layer, layers, linear_layer, src_layer, src_network

from codesign import coding, twin
from codesign.cells.fq_bmru import twin as fq_twin
from codesign.cells.linear import twin as linear_twin
from codesign.cells.src import twin as src_twin
from codesign.errors import InputError
from codesign.network import Choice, Layer, Network

EIGHTH = coding.scale("current_rows", {"steps_per_unit": 8, "levels": 16})

# cells.md, section 5: (h, hs) from reset, Z_MAX = 900, u = -1024 ten times and then +1023
PUBLISHED = [
    (-1024, 0), (-1024, -124), (-1024, -233), (-1024, -329), (-1024, -414), (-1024, -488), (-1024, -553),
    (-1024, -611), (-1024, -662), (-1024, -706), (-1024, -745), (-799, -779), (-258, -782), (572, -719), (1023, 445),
    (-1024, 966), (-1024, 725), (-1024, 513),
]  # fmt: skip


def one_src_neuron(signs: list[int], **attributes: int) -> "twin.LayerTrace":
    """One neuron; +1 makes the outer tanh u = +1023, -1 makes it -1024. The reset frame comes first."""
    layer = src_layer(weight=[[256, -256]], **attributes)
    inputs = np.zeros((1, 1 + len(signs), 2), dtype=np.int64)
    for frame, sign in enumerate(signs, start=1):
        inputs[0, frame] = (1, 0) if sign > 0 else (0, 1)
    return src_twin.run(layer, inputs, EIGHTH)


def test_src_gives_the_published_states():
    # u is +1023 only above i = 0: an input of -1 keeps i at -1 or 0, and 64 inputs of 256 lift it at once.
    layer = Layer(name="s", kind="src", tensors=src_layer(weight=[[256] * 64 + [-1]]).tensors)
    inputs = np.zeros((1, 1 + len(PUBLISHED), 65), dtype=np.int64)
    inputs[0, 1:11, 64] = 1
    inputs[0, 11:, :64] = 1
    trace = src_twin.run(layer, inputs, EIGHTH)
    assert (trace.states["i"][0, 1:11] <= 0).all()
    assert (trace.states["i"][0, 11:] > 0).all()
    found = list(zip(trace.states["h"][0, 1:, 0].tolist(), trace.states["hs"][0, 1:, 0].tolist(), strict=True))
    assert found == PUBLISHED


@pytest.mark.parametrize(
    ("z_max", "period"),
    [(800, 13), (850, 16), (880, 18), (900, 21), (920, 24), (940, 28), (960, 36), (980, 50), (1000, 85)],
)
def test_src_spikes_two_frames_wide_with_the_published_period(z_max: int, period: int):
    # With 980 the integers have two periodic orbits: 50 frames from the preset reset, 49 from zero.
    trace = one_src_neuron([1] * 12 * period, z_max=z_max, initial_h=-1024, initial_hs=-780)
    spikes = trace.outputs[0, :, 0]
    begins = np.flatnonzero(np.diff(spikes, prepend=0) == 1)[1:-1]
    assert set(np.diff(begins)) == {period}
    for begin in begins:
        assert spikes[begin : begin + 3].tolist() == [1, 1, 0]


def test_src_resets_in_the_first_frame_and_ignores_its_input():
    trace = one_src_neuron([], initial_h=-1024, initial_hs=-780)
    layer = src_layer(weight=[[256, -256]], initial_h=-1024, initial_hs=-780)
    driven = src_twin.run(layer, np.ones((1, 1, 2), dtype=np.int64), EIGHTH)
    for name, value in {"i": 0, "h": -1024, "hs": -780}.items():
        assert trace.states[name][0, 0, 0] == driven.states[name][0, 0, 0] == value
    assert driven.outputs.sum() == 0


def naive_src(layer: Layer, inputs: np.ndarray) -> dict[str, np.ndarray]:
    samples, frames, width = inputs.shape
    a = layer.attributes
    found = {name: np.zeros((samples, frames, layer.outputs), dtype=np.int64) for name in ("i", "h", "hs", "s")}
    for sample in range(samples):
        for n in range(layer.outputs):
            i, h, hs = 0, a["initial_h"], a["initial_hs"]
            for frame in range(frames):
                spike = 0
                if frame:
                    i = i - (i // 16 + i // 32)
                    for p in range(width):
                        i += int(layer["weight"][n, p]) * int(inputs[sample, frame, p])
                    u = 1023 if i > 0 else -1024
                    z = a["z_max"] if h < 500 else a["z_min"]
                    v = u + 2 * (h - 4 * hs - 3000)
                    hs = max(-800, min(1023, (hs - h) * z // 1024 + h))
                    h = max(-1024, min(1023, 3 * v // 4))
                    spike = int(h >= 512)
                for name, value in (("i", i), ("h", h), ("hs", hs), ("s", spike)):
                    found[name][sample, frame, n] = value
    return found


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_src_equals_a_naive_loop(data: st.DataObject):
    outputs, width = data.draw(st.integers(1, 3)), data.draw(st.integers(1, 3))
    layer = data.draw(layers("src", width, outputs))
    shape = (data.draw(st.integers(0, 2)), data.draw(st.integers(0, 12)), width)
    inputs = data.draw(st.composite(arrays)(shape, 0, 1))
    trace = src_twin.run(layer, inputs, EIGHTH)
    expected = naive_src(layer, inputs)
    np.testing.assert_array_equal(trace.outputs, expected["s"])
    for name in ("i", "h", "hs"):
        np.testing.assert_array_equal(trace.states[name], expected[name])


def states_of(drive: list[int], **parameters: int) -> list[int]:
    """One memory unit with weight 1.0, so that a drive of n eighths is n fingers' current."""
    layer = fq_layer(weight=[[8]], bias=[0], **{name: [value] for name, value in parameters.items()})
    trace = fq_twin.run(layer, np.array(drive).reshape(1, -1, 1), EIGHTH)
    assert trace.outputs[0, :, 0].tolist() == [parameters["gain"] * s for s in trace.states["state"][0, :, 0]]
    return trace.states["state"][0, :, 0].tolist()


def test_fq_bmru_has_hysteresis_with_both_thresholds_closed():
    # lower threshold 3, upper 3 + 4 = 7
    assert states_of([6, 7, 6, 4, 3, 4, 6, 7], threshold=3, width=4, gain=5) == [0, 1, 1, 1, 0, 0, 0, 1]


def test_fq_bmru_is_low_before_the_first_step():
    assert states_of([5], threshold=3, width=4, gain=5) == [0]


def test_fq_bmru_holds_a_state_for_as_long_as_the_input_stays_between():
    assert states_of([16, *[5] * 500, 0], threshold=3, width=4, gain=1) == [1] * 501 + [0]


def test_fq_bmru_resets_at_a_negative_drive_as_at_zero():
    layer = fq_layer(weight=[[8]], bias=[-9], threshold=[1], width=[1], gain=[1])
    trace = fq_twin.run(layer, np.array([[[16], [0], [16]]]), EIGHTH)
    assert trace.states["state"][0, :, 0].tolist() == [1, 0, 1]


def naive_fq(layer: Layer, inputs: np.ndarray, steps_per_unit: int) -> np.ndarray:
    """In floating point, with the paper's rectifier: all values here are exact binary fractions."""
    samples, steps, width = inputs.shape
    states = np.zeros((samples, steps, layer.outputs), dtype=np.int64)
    for sample in range(samples):
        for n in range(layer.outputs):
            state = 0
            low = layer["threshold"][n] / 8
            high = low + layer["width"][n] / 8
            for step in range(steps):
                total = layer["bias"][n] / 8
                for j in range(width):
                    total += (layer["weight"][n, j] / 8) * (inputs[sample, step, j] / steps_per_unit)
                total = max(0.0, total)
                if total >= high:
                    state = 1
                elif total <= low:
                    state = 0
                states[sample, step, n] = state
    return states


@settings(max_examples=60, deadline=None)
@given(data=st.data(), steps_per_unit=st.sampled_from([1, 2, 8, 16, 64]))
def test_fq_bmru_equals_a_naive_loop(data: st.DataObject, steps_per_unit: int):
    outputs, width = data.draw(st.integers(1, 3)), data.draw(st.integers(1, 3))
    layer = data.draw(layers("fq_bmru", width, outputs))
    shape = (data.draw(st.integers(0, 2)), data.draw(st.integers(0, 10)), width)
    inputs = data.draw(st.composite(arrays)(shape, 0, 16))
    scale = coding.scale("current_rows", {"steps_per_unit": steps_per_unit})
    trace = fq_twin.run(layer, inputs, scale)
    expected = naive_fq(layer, inputs, steps_per_unit)
    np.testing.assert_array_equal(trace.states["state"], expected)
    np.testing.assert_array_equal(trace.outputs, expected * layer["gain"])


@settings(max_examples=40, deadline=None)
@given(data=st.data(), relu=st.integers(0, 1))
def test_linear_equals_a_naive_loop(data: st.DataObject, relu: int):
    outputs, width = data.draw(st.integers(1, 3)), data.draw(st.integers(1, 3))
    layer = data.draw(layers("linear", width, outputs, {"relu": relu}))
    shape = (data.draw(st.integers(0, 2)), data.draw(st.integers(0, 3)), width)
    inputs = data.draw(st.composite(arrays)(shape, 0, 32))
    trace = linear_twin.run(layer, inputs, EIGHTH)
    assert trace.scale == EIGHTH * EIGHTH
    for (sample, step, n), value in np.ndenumerate(trace.outputs):
        total = 8 * int(layer["bias"][n])
        for j in range(width):
            total += int(layer["weight"][n, j]) * int(inputs[sample, step, j])
        assert value == (max(0, total) if relu else total)


def test_a_network_is_its_layers_in_a_chain():
    network = bmru_network()
    inputs = np.random.Generator(np.random.PCG64(3)).integers(0, 17, size=(5, 8, 2))
    trace = twin.simulate(network, inputs)
    memory, readout = network.layers
    state = naive_fq(memory, inputs, 8)
    drive = (state * memory["gain"]) @ readout["weight"].T + 8 * readout["bias"]
    np.testing.assert_array_equal(trace.layers["memory"].states["state"], state)
    np.testing.assert_array_equal(trace.scores, drive.sum(axis=1))
    np.testing.assert_array_equal(trace.decisions, drive.sum(axis=1).argmax(axis=1))


def test_samples_do_not_know_of_each_other():
    for network, top in ((bmru_network(), 16), (src_network(), 1)):
        inputs = np.random.Generator(np.random.PCG64(4)).integers(0, top + 1, size=(3, 9, network.inputs))
        together = twin.simulate(network, inputs)
        for sample in range(3):
            alone = twin.simulate(network, inputs[sample : sample + 1])
            np.testing.assert_array_equal(alone.scores[0], together.scores[sample])


@pytest.mark.parametrize("network", [bmru_network(), src_network()], ids=["bmru", "src"])
@pytest.mark.parametrize("steps", [0, 1])
@pytest.mark.parametrize("samples", [0, 1])
def test_sequences_of_length_0_and_1(network: Network, samples: int, steps: int):
    trace = twin.simulate(network, np.zeros((samples, steps, network.inputs), dtype=np.int64))
    assert trace.scores.shape == (samples, 10)
    assert trace.decisions.shape == (samples,)
    for layer in network.layers:
        for state in trace.layers[layer.name].states.values():
            assert state.shape == (samples, steps, layer.outputs)
    if steps == 0:
        assert not trace.scores.any()
        assert not trace.decisions.any()


def test_spikes_vote_for_their_class_and_ties_go_to_the_lowest_index():
    class_count = Choice(kind="group_count", parameters={"own": 10, "other": 1})
    weights = np.zeros((20, 64), dtype=np.int64)
    quiet = src_network((src_layer(weight=weights),), decision=class_count)
    inputs = np.ones((1, 60, 64), dtype=np.int64)
    assert twin.simulate(quiet, inputs).decisions.tolist() == [0]
    weights[[3, 13, 7, 17]] = 1
    both = src_network((src_layer(weight=weights),), decision=class_count)
    trace = twin.simulate(both, inputs)
    spikes = int(trace.layers["spikes"].outputs[0, :, 3].sum())
    assert spikes > 0
    expected = [-4 * spikes] * 10
    expected[3] = expected[7] = 2 * spikes * 10 - 2 * spikes
    assert trace.scores.tolist() == [expected]
    assert trace.decisions.tolist() == [3]


@pytest.mark.parametrize(
    ("inputs", "message"),
    [
        (np.zeros((1, 8, 3), dtype=int), "inputs must have the shape (samples, steps, 2), not (1, 8, 3)"),
        (np.zeros((8, 2), dtype=int), "inputs must have the shape (samples, steps, 2), not (8, 2)"),
        (np.full((1, 8, 2), 17), "inputs must be 0..16, not 17..17"),
        (np.full((1, 8, 2), -1), "inputs must be 0..16, not -1..-1"),
    ],
)
def test_wrong_inputs_are_refused(inputs: np.ndarray, message: str):
    with pytest.raises(InputError) as caught:
        twin.simulate(bmru_network(), inputs)
    assert str(caught.value) == message


def test_a_bias_between_the_steps_of_the_sum_is_refused():
    network = bmru_network(
        (fq_layer(weight=[[1]], bias=[1], threshold=[1], width=[1], gain=[1]),
         linear_layer(weight=np.zeros((10, 1), dtype=int), bias=np.zeros(10, dtype=int))),
    )  # fmt: skip
    scale = coding.scale("current_rows", {"steps_per_unit": 8}) * 3
    with pytest.raises(InputError, match="one step of its bias is 8/3 steps"):
        fq_twin.run(network.layers[0], np.zeros((1, 1, 1), dtype=np.int64), scale)
