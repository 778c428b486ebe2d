"""Faults planted into netlists: `verify` finds each of them and names it, by the text and by currents."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from circuit_fault_runs import causes, exported, planted, verified
from circuit_faults import FAULTS, MAIN, REPEATED, CircuitFault, Edit, choice, network

from codesign import analog, checkpoint, resources, verify
from codesign.analog import behavioural
from codesign.analog import technology as technologies
from codesign.verify import CircuitOptions


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("faulty")


def test_without_a_fault_every_state_is_the_twins(folder: Path) -> None:
    found = verified(exported(choice(), folder), choice())
    assert found.comparison.perfect
    assert found.comparison.first_divergence is None
    assert found.edits == ()


def test_an_edit_without_effect_is_told_and_one_of_form_alone_is_not(folder: Path) -> None:
    design = folder / "without-effect"
    shutil.copytree(exported(choice(), folder), design)
    netlist = design / MAIN
    text = netlist.read_text()
    # Lines that end as on Windows, a comment, a line that goes on.
    form = text.replace(" memory_cell threshold=", " memory_cell $ a comment\n+ threshold=")
    netlist.write_bytes(form.replace("\n", "\r\n").encode())
    assert verified(design, choice()).edits == ()
    Edit(subcircuit="memory_u1", old="vcp rst vddm memory_cell", new="vcp rst vdd memory_cell").make(design)
    found = verified(design, choice())
    assert found.passed
    assert found.edits is not None
    assert len(found.edits) == 1
    assert found.edits[0].startswith("xnetwork.xmemory.xu1.xcell (memory.state[1]")
    assert ": vdd on vdd, expected on vddm [" in found.edits[0]
    assert found.json()["edits"] == list(found.edits)


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(fault, id=fault.name, marks=[pytest.mark.full] if fault.name in REPEATED else [])
        for fault in FAULTS
    ],
)
def test_a_planted_fault_is_found_and_named(fault: CircuitFault, folder: Path) -> None:
    found = planted(fault, folder)
    assert found.found, "the fault is not excited"
    assert found.cause is not None
    assert found.cause.parameter.startswith(fault.parameter)
    assert found.cause.element.endswith(fault.element)
    assert found.cause.evidence in ("read back", "both")
    assert found.by_currents is not None
    assert found.by_currents.parameter.startswith(fault.by_behaviour or fault.parameter)


def test_a_fault_in_macro_models_is_found_and_named(tmp_path: Path) -> None:
    chosen = {"decision": "readout"}
    technology = technologies.load("generic180").at(choice=chosen)
    design = behavioural.export(network(), technology=technology, output=tmp_path / "models").parent
    assert verified(design, chosen, target="behavioural").comparison.disagree_outside_margin == 0
    edit = Edit(subcircuit="", old="Gmemory_x2_memory_p1 0 memory_x2 memory_p1 0 1.875", new="")
    edit.make(design)
    found = verified(design, chosen, target="behavioural")
    assert not found.passed
    (first,) = causes(found)
    assert (first.parameter, first.element, first.unit) == ("memory.weight[2,1]", "gmemory_x2_memory_p1", 2)
    assert first.evidence == "read back"


@dataclass(frozen=True, kw_only=True)
class Shipped:
    """A fault of one line in a shipped model, and the first suspect that it must give."""

    model: str
    technology: str
    samples: int
    edit: Edit
    parameter: str
    element: str


SHIPPED = {
    "a threshold one finger off": Shipped(
        model="keyword-bmru",
        technology="generic180",
        samples=2,
        edit=Edit(subcircuit="memory2_u1", old="threshold=5", new="threshold=6", file="keyword-bmru.cir"),
        parameter="memory2.threshold[1]",
        element="xnetwork.xmemory2.xu1.xcell.mthreshold",
    ),
    "a skip connection of another unit": Shipped(
        model="keyword-bmru",
        technology="generic180",
        samples=2,
        edit=Edit(
            subcircuit="network",
            old="Xskip_mix1_0 mix1_r0 memory1_p0",
            new="Xskip_mix1_0 mix1_r0 memory1_p2",
            file="keyword-bmru.cir",
        ),
        parameter="mix1.skip[0]",
        element="xnetwork.xskip_mix1_0",
    ),
    "a stuck state": Shipped(
        model="keyword-bmru",
        technology="gf180mcu",
        samples=1,
        edit=Edit(subcircuit="memory1_u2", old="Xcell", new="Rstuck x 0 30meg\nXcell", file="keyword-bmru.cir"),
        parameter="memory1.state[2]",
        element="xnetwork.xmemory1.xu2.rstuck",
    ),
    "a weight of eight fingers more": Shipped(
        model="digits-bmru",
        technology="gf180mcu",
        samples=1,
        edit=Edit(
            subcircuit="memory_u3",
            old="positive_weight fingers=11",
            new="positive_weight fingers=19",
            file="digits-bmru.cir",
        ),
        parameter="memory.weight[3,4]",
        element="xnetwork.xmemory.xu3.xw4.m1",
    ),
}


@pytest.mark.full
@pytest.mark.parametrize("name", SHIPPED)
def test_a_fault_in_a_shipped_model_is_found_and_named(name: str, tmp_path: Path) -> None:
    fault = SHIPPED[name]
    model = checkpoint.load(resources.folder("models") / fault.model)
    chosen = technologies.load(fault.technology)
    design = analog.export(model, technology=chosen, output=tmp_path / "netlist").parent
    fault.edit.make(design)
    found = verify.verify(
        model,
        targets=["spice"],
        samples=fault.samples,
        design=design,
        circuit=CircuitOptions(technology=fault.technology),
        jobs=1,
    ).targets["spice"]
    assert not found.passed
    first = causes(found)[0]
    assert (first.parameter, first.element, first.evidence) == (fault.parameter, fault.element, "both")
