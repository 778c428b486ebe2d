"""Faults planted into exported Verilog and VHDL: each is found, and named by the text and by behaviour alone."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from rtl_fault_networks import SUBJECTS
from rtl_fault_planting import RtlFault
from rtl_faults import FAULTS, REPEATED

from codesign import digital, twin
from codesign.digital.options import engine
from codesign.verify import Divergence, Measurement, verify
from codesign.verify.diagnosis.behaviour import explain
from codesign.verify.diagnosis.observed import observed

Exported = Callable[[str, str], Path]


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Exported:
    def export(subject: str, language: str) -> Path:
        folder = tmp_path_factory.getbasetemp() / f"{subject}-{language}"
        if not folder.is_dir():
            chosen = SUBJECTS[subject]
            digital.export(chosen.network, output=folder, options=engine(chosen.engine), language=language)
        return folder

    return export


def found(subject: str, language: str, design: Path) -> tuple[Divergence | None, Measurement]:
    """The first divergence of ``design`` and what was measured."""
    chosen = SUBJECTS[subject]
    result = verify(chosen.network, targets=[language], examples=chosen.examples, design=design, jobs=1)
    target = result.targets[language]
    assert target.passed == (target.comparison.first_divergence is None)
    return target.comparison.first_divergence, target.measurement


@pytest.mark.parametrize("subject", [pytest.param(name, marks=[pytest.mark.full]) for name in SUBJECTS])
def test_without_a_fault_nothing_differs(subject: str, exported: Exported) -> None:
    assert found(subject, "verilog", exported(subject, "verilog"))[0] is None


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(fault, id=fault.name, marks=[pytest.mark.full] if fault.name in REPEATED else [])
        for fault in FAULTS
    ],
)
def test_a_planted_fault_is_found_and_named(fault: RtlFault, exported: Exported, tmp_path: Path) -> None:
    design = fault.plant(exported(fault.subject, fault.language), tmp_path / "design")
    first, measured = found(fault.subject, fault.language, design)
    assert first is not None, "the fault is not excited"
    assert first.layer == fault.layer
    assert fault.unit in (None, first.unit)

    assert first.cause is not None
    assert first.cause.parameter.startswith(fault.named)
    if fault.element:
        assert f"_{fault.element}," in first.cause.element
    if fault.change is not None:
        value = str(fault.change.value)
        assert first.cause.found == value or f"{fault.named} is {value}," in first.cause.message
        is_the_network_with_that_number(fault, measured)
    if fault.by_behaviour:
        assert fault.named in by_behaviour_alone(fault, first, measured)


def is_the_network_with_that_number(fault: RtlFault, measured: Measurement) -> None:
    """The fault is what it is said to be: the twin with that number gives all that was measured."""
    assert fault.change is not None
    trace = twin.simulate(fault.change.of(fault.of.network), fault.of.inputs)
    assert np.array_equal(trace.decisions, measured.decisions)
    for layer, states in measured.states.items():
        for state, values in states.items():
            assert np.array_equal(trace.layers[layer].states[state][:, measured.first_step :], values)


def by_behaviour_alone(fault: RtlFault, first: Divergence, measured: Measurement) -> set[str]:
    """What may be wrong according to the states, without the text."""
    network, inputs = fault.of.network, fault.of.inputs
    seen = observed(network, inputs, twin.simulate(network, inputs), measured, layer=first.layer)
    return {item.parameter for item in explain(seen, unit=first.unit) if item.complete}
