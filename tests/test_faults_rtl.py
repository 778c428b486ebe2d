"""Faults planted into Verilog and VHDL: `verify` finds each of them and names it, by the text and by behaviour."""

from pathlib import Path

import pytest
from rtl_fault_networks import SUBJECTS
from rtl_fault_planting import RtlFault
from rtl_fault_runs import exported, planted, verified
from rtl_faults import FAULTS, REPEATED


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("faulty")


@pytest.mark.full
@pytest.mark.parametrize("subject", SUBJECTS)
def test_without_a_fault_nothing_differs(subject: str, folder: Path) -> None:
    found = verified(subject, "verilog", exported(subject, "verilog", folder))
    assert found.passed
    assert found.comparison.first_divergence is None


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(fault, id=fault.name, marks=[pytest.mark.full] if fault.name in REPEATED else [])
        for fault in FAULTS
    ],
)
def test_a_planted_fault_is_found_and_named(fault: RtlFault, folder: Path) -> None:
    found = planted(fault, folder)
    assert found.first is not None, "the fault is not excited"
    assert found.found, found.first
    assert found.named, found.cause
    if fault.change is not None:
        assert found.is_the_change
    if fault.by_behaviour:
        assert fault.named in found.by_behaviour
