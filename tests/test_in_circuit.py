"""The in-circuit test: every parameter of a chip read from currents at its nodes. Without ngspice these fail."""

from collections.abc import Mapping

import numpy as np
import pytest
from circuit_faults import network

from codesign.analog import Die
from codesign.analog import technology as technologies
from codesign.analog.findings import decision_findings, electrical_findings
from codesign.analog.in_circuit import reference_currents
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
