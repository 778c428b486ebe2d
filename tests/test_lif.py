# amaranth: UnusedElaboratable=no
"""Leaky integrate-and-fire neurons: the twin by hand and against a loop, the RTL against the twin."""

import numpy as np
import pytest
from digital_bench import Bench, check, items_of, runs, stall_shares
from hypothesis import given, settings
from hypothesis import strategies as st
from lif_networks import lif_layer, lif_network, lif_networks
from test_digital_verilog import assert_equal

from codesign import coding, digital, twin
from codesign.cells.lif.twin import Parameters
from codesign.digital import NetworkDesign, Options, predicted_cycles
from codesign.digital.options import ENGINES
from codesign.errors import InputError

designs = st.one_of(
    st.sampled_from(tuple(ENGINES.values())),
    st.builds(
        Options, events_per_cycle=st.integers(1, 6), units_per_cycle=st.integers(1, 6), serial_sums=st.booleans()
    ),
)


@settings(max_examples=25, deadline=None)
@given(case=runs(lif_networks(), 14), options=designs, stalls=stall_shares, seed=st.integers(0, 999))
def test_the_design_equals_the_twin(case, options, stalls, seed):
    network, samples = case
    design = NetworkDesign(network, options)
    run = Bench(design, stalls=stalls, seed=seed).play(items_of(design, samples), len(samples))
    check(network, samples, run)
    if stalls == 0:
        assert run.cycles == predicted_cycles(network, samples, options)


@settings(max_examples=25, deadline=None)
@given(case=runs(lif_networks(), 14))
def test_the_twin_equals_plain_integers(case):
    """One unit, one step, one Python integer at a time: without NumPy nothing can wrap around."""
    network, samples = case
    for sample in samples:
        spikes = sample.tolist()
        trace = twin.simulate(network, sample[None])
        for layer in network.layers:
            found, attributes = Parameters.of(layer), layer.attributes
            low = -(1 << attributes["bits"] - 1)
            state = [(0, 0, False)] * layer.outputs
            given_spikes = []
            for step, inputs in enumerate(spikes):
                for unit in range(layer.outputs):
                    i, v, s = state[unit]
                    threshold, reset = int(found.threshold[unit]), int(found.reset[unit])
                    total = int(found.bias[unit]) + sum(
                        int(w) for w, on in zip(layer["weight"][unit], inputs, strict=True) if on
                    )
                    i = i * int(found.current_decay[unit]) // 2**found.current_shift
                    i = min(max(i + total * 2 ** attributes["fraction"], low), -low - 1)
                    if s and attributes["reset_by"] < 2:
                        v = v - threshold if attributes["reset_by"] else reset
                    v = v * int(found.decay[unit]) // 2**found.decay_shift + i
                    v = min(max(v - (threshold if s and attributes["reset_by"] == 2 else 0), low), -low - 1)
                    s = v > threshold if attributes["strict"] else v >= threshold
                    state[unit] = i, v, s
                    states = trace.layers[layer.name].states
                    assert (states["v"][0, step, unit], states["s"][0, step, unit]) == (v, s)
                    assert states["i"][0, step, unit] == (i if found.has_current else 0)
                given_spikes.append([s for _, _, s in state])
            spikes = given_spikes


def membrane(layer, inputs):
    network = lif_network((layer,), classes=1)
    states = twin.simulate(network, np.array(inputs)[None, :, None]).layers[layer.name].states
    return [states[name][0, :, 0].tolist() for name in ("i", "v", "s")]


@pytest.mark.parametrize(
    ("given", "v", "s"),
    [
        # a half is lost in every step, 5 comes in: 5, 7, 8 | then what the reset leaves
        ({"reset": 2}, [5, 7, 8, 6, 8, 6], [0, 0, 1, 0, 1, 0]),
        ({"reset_by": 1}, [5, 7, 8, 5, 7, 8], [0, 0, 1, 0, 0, 1]),
        ({"reset_by": 2}, [5, 7, 8, 1, 5, 7], [0, 0, 1, 0, 0, 0]),
        ({"reset_by": 1, "strict": 1}, [5, 7, 8, 9, 5, 7], [0, 0, 0, 1, 0, 0]),
        ({"bits": 4, "threshold": 8}, [5, 7, 7, 7, 7, 7], [0, 0, 0, 0, 0, 0]),
    ],
)
def test_every_way_to_reset(given, v, s):
    assert membrane(lif_layer(weight=[[5]], shift=1, decay=1, **given), [1] * 6)[1:] == [v, s]


def test_a_synaptic_current_decays_by_itself():
    layer = lif_layer(weight=[[8]], shift=2, decay=2, current_decay=3, threshold=1000, fraction=1)
    assert membrane(layer, [1, 0, 0, 0]) == [[16, 12, 9, 6], [16, 20, 19, 15], [0, 0, 0, 0]]


@pytest.mark.parametrize("sign", [-1, 1])
@pytest.mark.parametrize("shift", [0, 3, 16])
@pytest.mark.parametrize("reset_by", [0, 1, 2])
def test_the_largest_numbers_do_not_overflow(sign, shift, reset_by):
    whole = 1 << shift
    for decay in (whole - 1, whole):
        layer = lif_layer(
            weight=np.full((3, 4), 32767 * sign), bias=[0, 32767 * sign, -32767 * sign], shift=shift, decay=decay,
            current_decay=[0, decay, decay // 2], threshold=[1, 1 << 20, (1 << 31) - 1], reset_by=reset_by,
            reset=[-(1 << 31) + 1, 0, (1 << 31) - 1], fraction=10, bits=40,
        )  # fmt: skip
        network = lif_network((layer,))
        samples = [np.ones((60, 4), dtype=int), np.zeros((0, 4), dtype=int), np.ones((1, 4), dtype=int)]
        design = NetworkDesign(network, Options(longest_sample=60, units_per_cycle=2))
        check(network, samples, Bench(design).play(items_of(design, samples), 3))


@pytest.mark.parametrize("taken", [1, 5, 20, 33])
def test_reset_from_any_state_leaves_nothing_behind(taken):
    generator = np.random.Generator(np.random.PCG64(taken))
    network = lif_network((lif_layer(weight=generator.integers(-9, 20, (5, 3)), decay=15, current_decay=9),))
    samples = [generator.integers(0, 2, (7, 3)) for _ in range(4)]
    design = NetworkDesign(network, Options(events_per_cycle=2, units_per_cycle=2))
    check(network, samples, Bench(design).play(items_of(design, samples), 4, resets=taken))


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("steps", [0, 1, 17])
def test_the_verilog_equals_the_twin_in_icarus(engine, steps, tmp_path):
    generator = np.random.Generator(np.random.PCG64(5))
    hidden = lif_layer(
        "hidden", weight=generator.integers(-200, 300, (21, 12)), bias=generator.integers(-50, 50, 21), shift=8,
        decay=generator.integers(128, 257, 21), current_decay=generator.integers(0, 200, 21), fraction=8,
        threshold=generator.integers(1 << 15, 1 << 17, 21), reset_by=2, strict=1,
    )  # fmt: skip
    output = lif_layer(
        "output", weight=generator.integers(-200, 300, (9, 21)), decay=13, threshold=300, reset=-7, bits=16
    )
    network = lif_network((hidden, output), classes=4)
    inputs = generator.integers(0, 2, (6, steps, 12))
    run = digital.simulate(network, inputs, work=tmp_path / "run", options=ENGINES[engine])
    assert_equal(network, inputs, run)
    assert run.cycles == predicted_cycles(network, inputs, ENGINES[engine])
    if steps > 1:
        spikes = [layer.outputs.mean() for layer in twin.simulate(network, inputs).layers.values()]
        assert all(0.05 < share < 0.95 for share in spikes), spikes


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"decay": 17}, "its decay is up to 17/16"),
        ({"current_decay": 17}, "its current_decay is up to 17/16"),
    ],
)
def test_a_membrane_that_grows_is_refused(given, message):
    network = lif_network((lif_layer(weight=[[1]], **given),))
    with pytest.raises(InputError, match=message):
        twin.simulate(network, np.zeros((1, 1, 1), dtype=int))
    with pytest.raises(InputError, match=message):
        NetworkDesign(network, Options())


def test_spikes_are_coded_as_they_are():
    raster = np.random.Generator(np.random.PCG64(1)).integers(0, 2, (3, 5, 4))
    np.testing.assert_array_equal(coding.encode("spikes", {"levels": 1}, raster), raster)
    with pytest.raises(InputError, match=r"of 0\.\.1"):
        coding.encode("spikes", {"levels": 1}, raster + 1)
