# amaranth: UnusedElaboratable=no
"""Designs against the integer twin, cycle by cycle in Amaranth's simulator, on networks of every kind and shape."""

from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest
from digital_bench import Bench, check, items_of, runs, stall_shares
from hypothesis import given, settings
from hypothesis import strategies as st
from networks import arrays, bmru_network, fq_layer, linear_layer, src_layer, src_network, tensor

from codesign import cells, twin
from codesign.digital import NetworkDesign, Options, predicted_cycles
from codesign.digital.streams import input_items
from codesign.network import Choice, Layer, Network

# Networks of any shape -------------------------------------------------------------------------------------------

SCALES = {"weight": (8, 4), "bias": (8, 4, 2), "threshold": (8, 2), "width": (8, 4), "gain": (8, 4)}


@st.composite
def current_layer(draw: st.DrawFn, name: str, kind: str, inputs: int, outputs: int) -> Layer:
    spec = cells.spec(kind)
    sizes = {"inputs": inputs, "outputs": outputs}
    tensors = {}
    for key, wanted in spec.tensors.items():
        shape = tuple(sizes[axis] for axis in wanted.shape)
        limit = draw(st.sampled_from((1, 3, wanted.maximum)))
        tensors[key] = tensor(
            arrays(draw, shape, max(wanted.minimum, -limit), limit),
            bits=draw(st.integers(7, 12)),
            scale=Fraction(1, draw(st.sampled_from(SCALES[key]))),
        )
    attributes = {key: draw(st.integers(a.minimum, a.maximum)) for key, a in spec.attributes.items()}
    return Layer(name=name, kind=kind, tensors=tensors, attributes=attributes)


@st.composite
def current_networks(draw: st.DrawFn) -> Network:
    kinds = draw(st.lists(st.sampled_from(("fq_bmru", "linear")), min_size=1, max_size=3))
    sizes = draw(st.lists(st.integers(1, 5), min_size=len(kinds) + 1, max_size=len(kinds) + 1))
    layers = tuple(
        draw(current_layer(f"layer_{index}", kind, sizes[index], sizes[index + 1])) for index, kind in enumerate(kinds)
    )
    parameters = {"levels": draw(st.sampled_from((1, 16, 255))), "steps_per_unit": 8}
    return bmru_network(
        layers,
        classes=tuple(str(k) for k in range(sizes[-1])),
        coding=Choice(kind="current_rows", parameters=parameters),
    )


@st.composite
def spike_networks(draw: st.DrawFn) -> Network:
    sizes = draw(st.lists(st.integers(1, 6), min_size=2, max_size=4))
    layers = []
    for index, (inputs, outputs) in enumerate(pairwise(sizes)):
        limit = draw(st.sampled_from((1, 16, 256)))
        attributes = {key: draw(st.integers(a.minimum, a.maximum)) for key, a in cells.spec("src").attributes.items()}
        if draw(st.booleans()):  # the published parameters, with which neurons do spike
            attributes = {"z_max": draw(st.sampled_from((800, 900, 960))), "z_min": 100}
        weight = arrays(draw, (outputs, inputs), -limit if draw(st.booleans()) else 0, limit)
        layers.append(src_layer(f"layer_{index}", weight=weight, **attributes))
    return src_network(
        tuple(layers),
        classes=tuple(str(k) for k in range(draw(st.integers(1, 5)))),
        decision=Choice(
            kind="group_count", parameters={"own": draw(st.integers(1, 64)), "other": draw(st.integers(0, 64))}
        ),
    )


PLAIN = Options(events_per_cycle=2, units_per_cycle=2, fold_black_frames=False)

designs = st.builds(
    Options,
    events_per_cycle=st.integers(1, 6),
    units_per_cycle=st.integers(1, 6),
    serial_sums=st.booleans(),
    fold_black_frames=st.just(False),
)


@settings(max_examples=60, deadline=None)
@given(case=runs(current_networks(), 5), options=designs, stalls=stall_shares, seed=st.integers(0, 999))
def test_currents_equal_the_twin(case, options, stalls, seed):
    network, samples = case
    design = NetworkDesign(network, options)
    run = Bench(design, stalls=stalls, seed=seed).play(items_of(design, samples), len(samples))
    check(network, samples, run)
    if stalls == 0:
        assert run.cycles == predicted_cycles(network, samples, options)


@settings(max_examples=60, deadline=None)
@given(case=runs(spike_networks(), 14), options=designs, stalls=stall_shares, seed=st.integers(0, 999))
def test_spikes_equal_the_twin(case, options, stalls, seed):
    network, samples = case
    design = NetworkDesign(network, options)
    run = Bench(design, stalls=stalls, seed=seed).play(items_of(design, samples), len(samples))
    check(network, samples, run)
    if stalls == 0:
        assert run.cycles == predicted_cycles(network, samples, options)


# Corners ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("sign", [-1, 1])
def test_currents_with_the_largest_weights_do_not_overflow(sign):
    network = bmru_network(
        (
            fq_layer(weight=sign * np.full((3, 4), 32), bias=sign * np.full(3, 32), threshold=np.full(3, 32),
                     width=np.full(3, 32), gain=np.full(3, 32)),
            linear_layer("hidden", weight=np.full((2, 3), 32), bias=np.full(2, 32), relu=1),
            linear_layer(weight=-np.full((2, 2), 32), bias=-np.full(2, 32)),
        ),
        classes=("a", "b"),
    )  # fmt: skip
    samples = [np.full((40, 4), 16), np.zeros((3, 4), dtype=int)]
    design = NetworkDesign(network, Options(longest_sample=40))
    check(network, samples, Bench(design).play(items_of(design, samples), 2))


@pytest.mark.parametrize("sign", [-1, 1])
def test_spikes_with_the_largest_weights_do_not_overflow(sign):
    network = src_network((src_layer(weight=np.full((5, 4), sign * 256)),), classes=("a", "b", "c"))
    samples = [np.ones((90, 4), dtype=int)]  # long enough for the leak and the inputs to balance
    design = NetworkDesign(network, Options(longest_sample=90, units_per_cycle=2, fold_black_frames=False))
    check(network, samples, Bench(design).play(items_of(design, samples), 1))


def test_thresholds_are_exact_and_no_state_outlives_its_sample():
    # One finger of weight, threshold and width is one input step here, so every sum meets its threshold exactly.
    network = bmru_network(
        (fq_layer(weight=[[8], [8], [8]], bias=[0, 1, -1], threshold=[4, 4, 4], width=[4, 5, 3], gain=[1, 2, 3]),),
        classes=("a", "b", "c"),
    )
    up, down = list(range(17)), list(range(16, -1, -1))
    samples = [np.array(steps)[:, None] for steps in (up + down, up, [6, 7, 5], up, [], [6], down)]
    trace = twin.simulate(network, samples[0][None])
    layer = trace.layers["memory"]
    assert all((layer.drive == threshold).any(axis=(0, 1)).all() for threshold in layer.thresholds)
    design = NetworkDesign(network, PLAIN)
    check(network, samples, Bench(design).play(items_of(design, samples), len(samples)))


@pytest.mark.parametrize("initial_h", [-1024, 499, 500, 511, 512, 1023])
@pytest.mark.parametrize("initial_hs", [-800, -799, 0, 1023])
def test_every_branch_of_the_spiking_cell(initial_h, initial_hs):
    weight = [[0], [1], [-1], [16], [40], [-256]]
    attributes = {"initial_h": initial_h, "initial_hs": initial_hs}
    network = src_network((src_layer(weight=weight, **attributes),), classes=("a", "b"))
    samples = [np.array([1, 1, 0, 0, 1, 1, 1, 0, 0, 0, 0, 1])[:, None]] * 2
    design = NetworkDesign(network, Options(units_per_cycle=4, fold_black_frames=False))
    check(network, samples, Bench(design).play(items_of(design, samples), 2))


SMALL = {
    "current": bmru_network((fq_layer(weight=[[8, -3, 9], [20, 16, 2]], bias=[0, 1], threshold=[4, 8], width=[4, 1],
                                      gain=[8, 4]),), classes=("a", "b")),
    "spike": src_network((src_layer(weight=np.random.Generator(np.random.PCG64(3)).integers(-9, 99, (5, 3))),),
                         classes=("a", "b")),
}  # fmt: skip


@pytest.mark.parametrize("signal", SMALL)
@pytest.mark.parametrize("taken", [1, 5, 20, 33, 50])
def test_reset_from_any_state_leaves_nothing_behind(signal, taken):
    network = SMALL[signal]
    generator = np.random.Generator(np.random.PCG64(taken))
    samples = [generator.integers(0, 2, (7, 3)) for _ in range(4)]
    design = NetworkDesign(network, PLAIN)
    run = Bench(design).play(items_of(design, samples), len(samples), resets=taken)
    check(network, samples, run)


JUNK = {
    "current": [
        [{"value": 7, "present": 1}] * 9 + [{"end_of_step": 1, "end_of_sample": 1}],  # too many values
        [{"value": 7, "present": 1}] * 2 + [{"end_of_sample": 1}],  # a step without an end
        [{"value": 31, "present": 1, "end_of_step": 1}, {"end_of_sample": 1}],  # too large, too few
        [{}, {}, {"value": 3}, {"end_of_sample": 1}],  # nothing at all
    ],
    "spike": [
        [{"address": 3, "spike": 1, "end_of_step": 1}] * 3 + [{"end_of_sample": 1}],  # no such input
        [{"address": 1, "spike": 1}] * 300 + [{"end_of_step": 1, "end_of_sample": 1}],  # more often than it can
        [{"end_of_step": 1}, {"address": 1, "spike": 1}, {"end_of_sample": 1}],  # a step without an end
        [{}, {"address": 1}, {"end_of_sample": 1}],  # nothing at all
    ],
}


@pytest.mark.parametrize("signal", SMALL)
@pytest.mark.parametrize("kind", range(4))
def test_malformed_input_does_no_harm_to_the_next_sample(signal, kind):
    network = SMALL[signal]
    generator = np.random.Generator(np.random.PCG64(kind))
    sample = generator.integers(0, 2, (9, 3))
    design = NetworkDesign(network, PLAIN)
    run = Bench(design).play([*JUNK[signal][kind], *input_items(design.source, sample)], 2)
    trace = twin.simulate(network, sample[None])
    assert run.scores[1] == trace.scores[0].tolist()
    assert run.decisions[1] == int(trace.decisions[0])


def test_missing_values_count_as_zero_and_markers_may_come_alone():
    network = SMALL["current"]
    design = NetworkDesign(network, PLAIN)
    items = [{"value": 9, "present": 1}, {"end_of_step": 1}, {}, {"value": 9, "present": 1, "end_of_step": 1},
             {"end_of_sample": 1}]  # fmt: skip
    check(network, [np.array([[9, 0, 0], [9, 0, 0]])], Bench(design).play(items, 1))


def test_a_wrong_twin_is_noticed():
    network = SMALL["spike"]
    weights = network.layers[0]["weight"].copy()
    weights[4, 1] += 1
    other = src_network((src_layer(weight=weights),), classes=("a", "b"))
    samples = [np.ones((9, 3), dtype=int)]
    design = NetworkDesign(network, PLAIN)
    run = Bench(design).play(items_of(design, samples), 1)
    check(network, samples, run)
    with pytest.raises(AssertionError):
        check(other, samples, run)
