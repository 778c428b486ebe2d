"""The macro-models in ngspice. A missing ngspice makes these fail."""

import subprocess
from pathlib import Path

import numpy as np
import pytest
from networks import rows_network, skip_network, src_network
from typer.testing import CliRunner

from codesign import checkpoint, resources, twin
from codesign.analog import Die, behavioural
from codesign.analog import technology as technologies
from codesign.analog.behavioural.netlist import deck
from codesign.analog.vectorised import Model, calibration
from codesign.cli.app import app
from codesign.errors import InputError
from codesign.network import Network
from codesign.verify import verify

TECHNOLOGY = technologies.load("generic180").at(choice={"decision": "readout"})


def published_shape(seed: int = 6) -> tuple[Network, np.ndarray]:
    network = skip_network(np.random.default_rng(seed), inputs=13, units=4, blocks=2, classes=2, largest=8)
    return network, np.random.default_rng(2).integers(0, 33, size=(2, 10, 13))


@pytest.mark.parametrize("die", [None, Die(seed=1, number=3)])
@pytest.mark.parametrize("variant", ["ten_transistor", "nine_transistor"])
def test_in_ngspice_it_is_the_vectorised_model(die: Die | None, variant: str) -> None:
    """What differs is how signals cross within a step."""
    network, inputs = published_shape()
    technology = TECHNOLOGY.at(choice={"memory_cell": variant})
    measured = behavioural.measure(network, inputs, technology=technology, die=die)
    model = Model(network, technology)
    expected = model.run(inputs) if die is None else model.run(inputs, seed=die.seed, dies=[die.number])
    states = [(expected.states[name]["state"][0], measured.states[name]["state"]) for name in measured.states]
    assert len(states) == 2
    assert 0.1 < np.mean([found.mean() for _, found in states]) < 0.9
    assert sum(int((a != b).sum()) for a, b in states) <= 0.02 * sum(a.size for a, _ in states)
    scores = np.array(measured.figures["scores"])
    assert np.abs(scores - expected.scores[0]).max() / 10 < 0.05
    np.testing.assert_array_equal(measured.decisions, expected.decisions[0])
    assert measured.figures["calibrated"]


@pytest.mark.parametrize("decision", ["readout", "winner_take_all"])
def test_without_calibration_it_is_the_twin_and_says_so(decision: str) -> None:
    network, inputs = published_shape()
    hot = TECHNOLOGY.at(temperature_c=61, choice={"decision": decision})
    measured = behavioural.measure(network, inputs, technology=hot)
    assert not measured.figures["calibrated"]
    trace = twin.simulate(network, inputs)
    for layer, states in measured.states.items():
        close = measured.in_margin[layer]["state"]  # type: ignore[index]
        assert not ((states["state"] != trace.layers[layer].states["state"]) & ~close).any()
    assert measured.figures["readout_error_mean"] < 0.02
    np.testing.assert_array_equal(measured.decisions, trace.decisions)


def test_a_die_without_calibration_is_refused() -> None:
    """Ideal mirrors would have no mismatch, and agree with the twin."""
    network, inputs = published_shape()
    with pytest.raises(InputError, match=r"not calibrated for .*temperature_c 63.*; run: python scripts/calibrate.py"):
        behavioural.measure(network, inputs, technology=TECHNOLOGY.at(temperature_c=63), die=Die(seed=1, number=0))


def test_real_digits_pass_verification() -> None:
    network = checkpoint.load(resources.folder("models") / "digits-bmru")
    result = verify(network, targets=["behavioural"], samples=4)
    assert result.passed
    found = result.targets["behavioural"]
    assert found.comparison.states_compared == 4 * 8 * 32
    assert found.comparison.states_agree >= 0.99 * found.comparison.states_compared


def test_every_weight_is_one_source() -> None:
    network, _ = published_shape()
    chip = deck(Model(network, TECHNOLOGY, calibration.ideal(TECHNOLOGY)))
    sources = dict(line.split()[0::5] for line in chip.lines if line.startswith("G"))
    layer = network.layers[0]
    for unit, weights in enumerate(layer["weight"]):
        for index, weight in enumerate(weights):
            sign = "p" if weight > 0 else "n"
            name = f"Gmemory1_i{unit}_input_{sign}{index}"
            assert float(sources.get(name, 0)) == abs(weight) / 8
    skips = sum(2 if layer.attributes.get("relu") else 1 for layer in network.layers if layer.skip)
    cells = sum(layer.kind == "fq_bmru" for layer in network.layers)
    weights = sum(int(np.count_nonzero(layer["weight"])) for layer in network.layers)
    assert len([line for line in chip.lines if line.startswith("G")]) == weights + 4 * (skips + cells)


def test_the_exported_folder_runs_by_hand(tmp_path: Path) -> None:
    path = tmp_path / "model"
    checkpoint.save(rows_network(), path / "checkpoint.safetensors")
    arguments = ["export", str(path), "--target", "behavioural", "--use", "decision=readout", "--output"]
    for name in ("first", "second"):
        assert CliRunner().invoke(app, [*arguments, str(tmp_path / name)]).exit_code == 0
    files = ("small-rows.cir", "testbench.cir")
    for file in files:
        assert (tmp_path / "first" / file).read_bytes() == (tmp_path / "second" / file).read_bytes()
    run = subprocess.run(
        ["ngspice", "-n", "-b", "testbench.cir"], cwd=tmp_path / "first", capture_output=True, text=True, timeout=60
    )
    assert run.returncode == 0
    assert "q0_step2" in run.stdout
    assert "s9_step2" in run.stdout


def test_a_cell_without_macro_model_is_named() -> None:
    with pytest.raises(InputError, match="cell 'src' has no behavioural circuit"):
        verify(src_network(), targets=["behavioural"], samples=1)
