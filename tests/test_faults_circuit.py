"""Faults planted into netlists: each is found by simulation and named, by the text and by currents alone."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from circuit_faults import FAULTS, REPEATED, CircuitFault, inputs, network

from codesign import analog, twin
from codesign.analog import locate
from codesign.analog import technology as technologies
from codesign.analog.technology import Technology
from codesign.verify.measurement import Measurement

NETWORK, INPUTS = network(), inputs()
TRACE = twin.simulate(NETWORK, INPUTS)
Exported = Callable[[Technology], Path]


def technology(fault: CircuitFault | None = None) -> Technology:
    """Without a decision on the chip where the fault is not there: it takes half as long."""
    decision = "winner_take_all" if fault is None or fault.parameter.startswith("decision") else "readout"
    return technologies.load("generic180").at(choice={"reference": "ideal", "decision": decision})


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Exported:
    def export(chosen: Technology) -> Path:
        folder = tmp_path_factory.getbasetemp() / f"faulty-{chosen.choice['decision']}"
        if not folder.is_dir():
            analog.export(NETWORK, technology=chosen, output=folder)
        return folder

    return export


def diverging(measured: Measurement) -> str | None:
    """The layer of the first state outside the margin that is not the twin's; empty: all are, but the decision is not;
    None: nothing differs."""
    first: dict[int, str] = {}
    for layer, states in measured.states.items():
        assert measured.in_margin is not None
        differs = (states["state"] != TRACE.layers[layer].states["state"]) & ~measured.in_margin[layer]["state"]
        for step in np.flatnonzero(differs.any(axis=(0, 2)))[:1]:
            first.setdefault(int(step), layer)
    if first:
        return first[min(first)]
    return None if (measured.decisions == TRACE.decisions).all() else ""


def scores(measured: Measurement) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    unit = float(TRACE.layers[NETWORK.layers[-1].name].scale)
    return np.array(measured.figures["scores"]), TRACE.scores * unit, measured.decisions


def test_without_a_fault_nothing_differs_and_nothing_is_named(exported: Exported) -> None:
    chosen = technology()
    measured = analog.measure(NETWORK, INPUTS, technology=chosen, design=exported(chosen), jobs=1)
    assert diverging(measured) is None
    assert locate.suspects(NETWORK, chosen, design=exported(chosen), scores=scores(measured)) == ()


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(fault, id=fault.name, marks=[pytest.mark.full] if fault.name in REPEATED else [])
        for fault in FAULTS
    ],
)
def test_a_planted_fault_is_found_and_named(fault: CircuitFault, exported: Exported, tmp_path: Path) -> None:
    chosen = technology(fault)
    design = fault.plant(exported(chosen), tmp_path / "design")
    measured = analog.measure(NETWORK, INPUTS, technology=chosen, design=design, jobs=1)
    layer = diverging(measured)
    assert layer is not None, "the fault is not excited"
    read = locate.by_read_back(NETWORK, chosen, design, layer=layer)
    assert read[0].parameter.startswith(fault.parameter)
    assert read[0].element.endswith(fault.element)
    behaved = locate.by_behaviour(NETWORK, chosen, layer=layer, design=design, scores=scores(measured))
    assert behaved[0].parameter.startswith(fault.by_behaviour or fault.parameter)
