# amaranth: UnusedElaboratable=no
"""Whole test sets through the Verilog, compiled by Verilator: every state of every step as the twin's."""

from dataclasses import replace
from pathlib import Path

import networks
import numpy as np
import pytest

from codesign import checkpoint, digital, errors, twin
from codesign.digital import compiled
from codesign.digital.compiled.stimulus import item_words
from codesign.digital.options import ENGINES, Options
from codesign.digital.stimulus import payload
from codesign.digital.streams import Bundle, input_items
from codesign.network import Network
from codesign.verify import Measurement, compare, verify
from codesign.verify.compare import Comparison, merged
from codesign.verify.divergence import Divergence

ROOT = Path(__file__).parent.parent
MNIST = sorted(path.parent for path in ROOT.glob("models/mnist-*/checkpoint.safetensors"))


def _random(network: Network, samples: int, steps: int, largest: int, *, sparse: float = 0.5) -> np.ndarray:
    rng = np.random.default_rng(7)
    values = rng.integers(0, largest + 1, (samples, steps, network.inputs))
    return values * (rng.random(values.shape) < sparse)


def _words(bundle: Bundle, samples: np.ndarray) -> list[list[int]]:
    size = -(-bundle.layout.size // 32)
    return [
        [payload(bundle, item) >> 32 * word & 0xFFFFFFFF for word in range(size)]
        for sample in samples
        for item in input_items(bundle, sample)
    ]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("sparse", [0.02, 0.6])
def test_spikes_are_packed_as_one_by_one(engine: str, sparse: float) -> None:
    network = checkpoint.load(ROOT / "models" / "digits-src")
    source = digital.NetworkDesign(network, ENGINES[engine]).source
    samples = _random(network, 3, 5, 1, sparse=sparse)
    assert item_words(source, samples).tolist() == _words(source, samples)


def test_currents_are_packed_as_one_by_one() -> None:
    network = networks.bmru_network()
    source = digital.NetworkDesign(network).source
    samples = _random(network, 3, 4, 15)
    assert item_words(source, samples).tolist() == _words(source, samples)


def test_samples_without_steps_are_refused() -> None:
    source = digital.NetworkDesign(networks.bmru_network()).source
    with pytest.raises(errors.InputError, match="at least one step"):
        item_words(source, np.zeros((1, 0, 2), dtype=np.int64))


def _small() -> Network:
    """Two layers of spikes, so that events travel between layers, too."""
    rng = np.random.default_rng(3)
    hidden = networks.src_layer("first", weight=rng.integers(-60, 90, (12, 16)))
    second = networks.src_layer("second", weight=rng.integers(-90, 120, (20, 12)))
    return networks.src_network((hidden, second), frames=24, name="two-layers")


def _held_against_twin(network: Network, inputs: np.ndarray, run: digital.RtlRun) -> None:
    trace = twin.simulate(network, inputs)
    assert np.array_equal(run.decisions, trace.decisions)
    assert np.array_equal(run.scores, trace.scores)
    for name, layer in trace.layers.items():
        for state, values in layer.states.items():
            assert np.array_equal(run.states[name][state], values[:, run.first_step :]), (name, state)


def test_every_state_is_the_twins(tmp_path: Path) -> None:
    network = _small()
    options = Options(events_per_cycle=4, units_per_cycle=5)
    inputs = _random(network, 40, 24, 1)
    inputs[:, : digital.NetworkDesign(network, options).folded_steps + 1] = 0
    design = compiled.build(network, work=tmp_path / "built", options=options)
    run = design.run(inputs)
    assert any(np.any(layer["h"] >= 512) for layer in run.states.values())  # some unit spikes
    _held_against_twin(network, inputs, run)
    assert run.cycles == digital.predicted_cycles(network, list(inputs), options)
    assert run.simulator.startswith("Verilator ")

    # One weight of unit 7 is another in the twin: the first state that shows it is found.
    weight = network.layers[0]["weight"].copy()
    weight[7, 3] += 25
    other = replace(network, layers=(networks.src_layer("first", weight=weight), network.layers[1]))
    measured = Measurement(states=run.states, decisions=run.decisions, first_step=run.first_step)
    found = compare(twin.simulate(other, inputs), measured, np.zeros(40, dtype=np.int64)).first_divergence
    assert found is not None
    assert (found.layer, found.state, found.unit) == ("first", "i", 7)
    assert np.any(inputs[found.sample, found.step, 3])

    stalled = design.run(inputs[:5], stalls=40, seed=3)
    _held_against_twin(network, inputs[:5], stalled)
    assert stalled.cycles > design.run(inputs[:5]).cycles

    with pytest.raises(errors.InputError, match="at least one sample"):
        design.run(inputs[:0])
    with pytest.raises(errors.ToolError, match="did not finish within"):
        design.run(np.repeat(inputs, 50, axis=0), time_limit_s=0.001)


def _part(samples: int, agree: int, first: Divergence | None) -> Comparison:
    return Comparison(
        samples=samples,
        steps=2 * samples,
        states_compared=10 * samples,
        states_agree=agree,
        states_in_margin=0,
        disagree_outside_margin=10 * samples - agree,
        decisions_agree=samples,
        accuracy_twin=1.0,
        accuracy_target=0.5 if first else 1.0,
        first_divergence=first,
    )


def test_parts_make_one_comparison() -> None:
    first = Divergence(
        sample=1, layer="a", state="h", unit=2, step=7, expected=1, found=2, in_margin=False
    )  # the earliest step counts, whichever part it is in
    later = Divergence(sample=0, layer="a", state="h", unit=0, step=9, expected=1, found=2, in_margin=False)
    whole = merged([_part(4, 39, later), _part(2, 18, first), _part(4, 40, None)])
    assert (whole.samples, whole.states_compared, whole.states_agree) == (10, 100, 97)
    assert whole.accuracy_target == pytest.approx((0.5 * 4 + 0.5 * 2 + 4) / 10)
    assert whole.first_divergence is not None
    assert (whole.first_divergence.sample, whole.first_divergence.step) == (5, 7)
    assert not whole.perfect


def test_a_test_set_in_parts_is_the_test_set() -> None:
    network = checkpoint.load(ROOT / "models" / "digits-bmru")
    at_once = verify(network, targets=["verilog"], samples=3)
    in_parts = verify(network, targets=["verilog"], samples=3, part=2)
    assert in_parts.targets["verilog"].comparison == at_once.targets["verilog"].comparison
    assert at_once.passed
    assert len(in_parts.labels) == 2


def test_all_does_not_mean_verilator() -> None:
    from codesign.verify import targets

    network = checkpoint.load(ROOT / "models" / "digits-src")
    assert targets.select(network, ["all"]).count("verilator") == 0
    assert targets.select(network, ["verilator"]) == ("verilator",)


@pytest.mark.full
@pytest.mark.parametrize("model", MNIST, ids=lambda path: path.name)
def test_all_ten_thousand_digits(model: Path) -> None:
    result = verify(checkpoint.load(model), targets=["verilator"], samples=10_000)
    found = result.targets["verilator"].comparison
    assert found.samples == 10_000
    assert found.first_divergence is None
    assert found.perfect
