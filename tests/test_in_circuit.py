"""The in-circuit test: every parameter of a chip read from currents at its nodes. Without ngspice these fail."""

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pytest
from circuit_faults import network

from codesign import analog, twin
from codesign.analog import Die
from codesign.analog import technology as technologies
from codesign.analog.design import read_design
from codesign.analog.devices import flatten
from codesign.analog.export import flat_text
from codesign.analog.findings import decision_findings, electrical_findings
from codesign.analog.in_circuit import layer_currents, reference_currents
from codesign.analog.mapper import map_network

NETWORK = network()
OTHER = {"memory_cell": "nine_transistor", "reference": "ideal", "decision": "readout"}


@pytest.mark.parametrize(
    ("name", "choice"),
    [
        ("generic180", {"reference": "ideal"}),
        ("gf180mcu", {}),
        ("generic180", OTHER),
        ("gf180mcu", OTHER),
    ],
)
def test_currents_are_the_parameters(name: str, choice: Mapping[str, str]) -> None:
    technology = technologies.load(name).at(choice=choice)
    circuit = map_network(NETWORK, technology)
    finger = technology.unit_current_a / technology.fingers_per_unit
    for layer in NETWORK.layers:
        found = reference_currents(NETWORK, circuit, technology, layer).found
        # the mirrors of an integrator add some percent to what a needle sees of negative weights
        np.testing.assert_allclose(found["weight"] / finger, layer["weight"], rtol=0.06, atol=0.3)
        np.testing.assert_allclose(found["bias_"] / finger, np.abs(layer["bias"]), rtol=0.06, atol=0.3)
        if layer.kind == "fq_bmru":
            np.testing.assert_allclose(found["gain"] / finger, layer["gain"], rtol=0.03, atol=0.3)
            assert (np.abs(found["reset"]) > 1e-7).all()
        if layer.skip:
            np.testing.assert_allclose(found["skip"] / finger, technology.fingers_per_unit, rtol=0.03)


def test_a_chip_as_it_is_written_has_no_findings_and_one_with_mismatch_has() -> None:
    technology = technologies.load("generic180").at(choice=OTHER)
    names = [layer.name for layer in NETWORK.layers]
    assert electrical_findings(NETWORK, technology, names[:2]) == ()
    found = electrical_findings(NETWORK, technology, names[:2], die=Die(seed=1, number=0))
    assert found
    assert {item.layer for item in found} == {"input", "memory"}
    assert all(0.6 < item.found / item.expected < 1.5 for item in found)  # nothing that no parameter explains
    deviations = [abs(item.found - item.expected) for item in found if item.layer == "input"]
    assert deviations == sorted(deviations, reverse=True)


def test_a_wrong_score_or_winner_is_named() -> None:
    expected = np.array([[-7.0, -2.0], [1.0, -3.0]])
    right = np.array([1, 0])
    assert decision_findings(NETWORK, expected, expected, right) == ()
    (found,) = decision_findings(NETWORK, expected + np.array([[0, 0], [0, 1]]), expected, right)
    assert found.message == "decision[1]: a score of -2.00 in sample 1, -3.00 expected"
    (found,) = decision_findings(NETWORK, expected, expected, np.array([1, -1]))
    assert found.message == "decision[0]: its score is the largest in sample 1, but the decision is none"


def states_of(samples: np.ndarray, off: Mapping[str, Mapping[str, np.ndarray]]) -> dict[str, np.ndarray]:
    """The equations of the twin in real numbers, every parameter ``off`` by so many fingers; (samples, steps, units)
    of each layer."""
    states: dict[str, np.ndarray] = {}
    outputs: dict[str, np.ndarray] = {}
    signal = samples / 16
    for layer in NETWORK.layers:
        more = off[layer.name]
        drive = signal @ ((layer["weight"] + more["weight"]) / 8).T
        if layer.kind == "fq_bmru":
            drive = drive + (layer["bias"] + more["base"] + more["width"]) / 8  # a smaller threshold is a larger bias
            lower = layer["threshold"] / 8
            upper = lower + (layer["width"] + more["width"]) / 8
            state = np.zeros((len(samples), layer.outputs))
            steps = []
            for now in drive.transpose(1, 0, 2):
                state = np.where(now >= upper, 1, np.where(now <= lower, 0, state))
                steps.append(state)
            states[layer.name] = np.stack(steps, axis=1).astype(np.int64)
            signal = states[layer.name] * (layer["gain"] + more["gain"]) / 8
        else:
            drive = drive + (layer["bias"] + more["base"]) / 8
            signal = np.maximum(drive, 0) if layer.attributes["relu"] else drive
            if layer.skip:
                signal = signal + outputs[layer.skip] * (8 + more["skip"]) / 8
        outputs[layer.name] = signal
    return states


@pytest.mark.parametrize(("seeds", "samples"), [((2,), 2), pytest.param((1, 3, 4, 6, 7, 8), 4, marks=pytest.mark.full)])
def test_the_currents_found_on_a_die_explain_its_states(seeds: tuple[int, ...], samples: int, tmp_path: Path) -> None:
    """The states of a die differ from those of the twin; with the currents that the test finds, the same equations give
    those of the die."""
    technology = technologies.load("generic180").at(choice=OTHER | {"memory_cell": "ten_transistor"})
    circuit = map_network(NETWORK, technology)
    devices = flatten(circuit, technology)
    design = read_design(analog.export(NETWORK, technology=technology, output=tmp_path).parent, "faulty", technology)
    written = {layer.name: reference_currents(NETWORK, circuit, technology, layer).found for layer in NETWORK.layers}
    finger = technology.unit_current_a / technology.fingers_per_unit
    inputs = np.random.default_rng(5).integers(0, 33, (samples, 8, 3))
    nothing = {layer: {name: 0 * values for name, values in found.items()} for layer, found in written.items()}
    trace = twin.simulate(NETWORK, inputs)
    differ = unexplained = 0
    for seed in seeds:
        chip = flat_text(NETWORK, devices, technology, seed=seed, die=0)
        off = {}
        for layer in NETWORK.layers:
            found = layer_currents(NETWORK, circuit, technology, layer, design, chip=chip).found
            off[layer.name] = {name: (found[name] - was) / finger for name, was in written[layer.name].items()}
        measured = analog.measure(NETWORK, inputs, technology=technology, die=Die(seed=seed, number=0), jobs=1)
        expected = states_of(inputs, off)
        for layer, states in measured.states.items():
            twins = trace.layers[layer].states["state"]
            assert (states_of(inputs, nothing)[layer] == twins).all()
            differ += int((states["state"] != twins).sum())
            unexplained += int((states["state"] != expected[layer]).sum())
    assert differ >= 2 * len(seeds)
    assert unexplained <= 0.25 * differ
