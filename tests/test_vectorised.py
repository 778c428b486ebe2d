"""The vectorised circuit model: by itself the twin, with its calibration the transistors."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from networks import bmru_network, skip_network

from codesign import analog, twin
from codesign.analog import technology as technologies
from codesign.analog.mapper import map_network
from codesign.analog.vectorised import Model, calibration
from codesign.analog.vectorised.dies import Dies
from codesign.analog.vectorised.ports import settled
from codesign.errors import InputError
from codesign.network import Network

TECHNOLOGY = technologies.load("generic180").at(choice={"decision": "readout"})
VARIANTS = [
    (name, variant)
    for name in technologies.names()
    for variant in technologies.load(name).variants["memory_cell"]
]  # fmt: skip


@given(seed=st.integers(0, 2**32 - 1), blocks=st.integers(1, 2), units=st.integers(1, 5))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_without_faults_it_is_the_twin(seed: int, blocks: int, units: int) -> None:
    """Random networks of linear, rectified and bistable layers with skip connections: every state, every score."""
    rng = np.random.default_rng(seed)
    try:
        network = skip_network(rng, inputs=5, units=units, blocks=blocks, classes=3)
        model = Model(network, TECHNOLOGY, calibration.ideal(TECHNOLOGY))
    except InputError:
        return  # a bias that sets its cell
    inputs = rng.integers(0, 65, size=(4, 6, 5))
    trace, found = twin.simulate(network, inputs), model.run(inputs)
    for name, states in found.states.items():
        np.testing.assert_array_equal(states["state"][0], trace.layers[name].states["state"].astype(bool))
    scale = float(trace.layers[network.layers[-1].name].scale)
    np.testing.assert_allclose(found.scores[0], trace.scores * scale, rtol=1e-5, atol=1e-3)


@pytest.mark.parametrize("die", [None, analog.Die(seed=1, number=3)])
def test_it_does_what_the_transistors_do(die: analog.Die | None) -> None:
    """States, and scores in unit currents per step: those of the same die, which is far from the twin."""
    network = skip_network(np.random.default_rng(6), inputs=13, units=4, blocks=2, classes=2, largest=8)
    inputs = np.random.default_rng(2).integers(0, 33, size=(1, 8, 13))
    measured = analog.measure(network, inputs, technology=TECHNOLOGY, die=die)
    model = Model(network, TECHNOLOGY)
    found = model.run(inputs) if die is None else model.run(inputs, seed=die.seed, dies=[die.number])
    states = [(found.states[name]["state"][0], measured.states[name]["state"]) for name in measured.states]
    assert len(states) == 2
    differing = sum(int((a != b).sum()) for a, b in states)
    assert differing <= 0.01 * sum(a.size for a, _ in states)
    trace = twin.simulate(network, inputs)
    twins = trace.scores * float(trace.layers["readout"].scale) / 8
    scores = np.array(measured.figures["scores"]) / 8
    assert np.abs(found.scores[0] / 8 - scores).max() < 0.05
    assert np.abs(twins - scores).max() > 2 * np.abs(found.scores[0] / 8 - scores).max()
    np.testing.assert_array_equal(found.decisions[0], measured.decisions)


def test_every_die_is_the_same_in_whatever_company() -> None:
    network, inputs = small()
    model = Model(network, TECHNOLOGY)
    together = model.run(inputs, seed=5, dies=[3, 0, 7])
    for row, die in enumerate((3, 0, 7)):
        alone = model.run(inputs, seed=5, dies=[die])
        np.testing.assert_array_equal(together.states["memory"]["state"][row], alone.states["memory"]["state"][0])
        np.testing.assert_allclose(together.scores[row], alone.scores[0], rtol=1e-5)
    assert np.ptp(together.scores, axis=0).max() > 0.1
    other = model.run(inputs, seed=6, dies=[3])
    assert not np.allclose(other.scores[0], together.scores[0])


def test_a_mirror_changes_by_its_own_transistors() -> None:
    """A higher threshold of a weight weakens it, one of its diode strengthens it."""
    network, _ = small()
    dies = Dies(map_network(network, TECHNOLOGY), TECHNOLOGY, calibration.load(TECHNOLOGY))
    drawn = dies.drawn(seed=1, dies=range(2000))
    path = "xnetwork.xmemory.xu0.xw0.m1"
    spread = drawn.log([path]).std()
    # 5 mV um, 8 fingers of 0.5 x 4 um, one of two transistors: 0.88 mV; 28 per volt
    assert spread == pytest.approx(28.3 * 0.005 / np.sqrt(2 * 16), rel=0.1)
    assert drawn.line("vbn").std() > 0.01


def test_a_small_current_settles_late_and_leaves_a_rest() -> None:
    inputs = np.zeros((1, 3, 1, 2), dtype=np.float32)
    inputs[0, 0, 0] = (0.004, 4.0)
    lines = settled(inputs, np.array([0.001, 0.001]), leakage=1e-4)[0, :, 0]
    assert lines[0, 0] < 0.003
    assert lines[0, 1] == pytest.approx(4.0)
    assert lines[1] == pytest.approx([0.001, 0.001], rel=0.5)  # charge over one step
    assert lines[2, 1] == pytest.approx(0.0005, rel=0.2)


@pytest.mark.parametrize(("name", "variant"), VARIANTS)
def test_every_shipped_cell_is_calibrated(name: str, variant: str) -> None:
    """And the cells are still those that were measured; see scripts/calibrate.py."""
    found = calibration.load(technologies.load(name).at(choice={"memory_cell": variant}))
    assert found.error["threshold_upper"] < 0.02
    assert found.error["threshold_lower"] < 0.05
    assert max(value for key, value in found.error.items() if key.startswith("mirror")) < 0.01


def test_conditions_without_calibration_are_refused() -> None:
    with pytest.raises(InputError, match=r"not calibrated for .*temperature_c 60.*scripts/calibrate.py generic180"):
        calibration.load(TECHNOLOGY.at(temperature_c=60))


def test_a_changed_cell_asks_for_a_calibration(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calibration, "library_digest", lambda technology: "0" * 16)
    with pytest.raises(InputError, match="have changed since"):
        calibration.load(TECHNOLOGY)


def small() -> tuple[Network, np.ndarray]:
    return bmru_network(), np.random.default_rng(3).integers(0, 17, size=(6, 5, 2))
