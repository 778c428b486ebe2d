"""Faults planted into netlists: each is found by simulation and named, by the text and by currents alone."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from circuit_faults import FAULTS, REPEATED, CircuitFault, Edit, inputs, network

from codesign import analog, checkpoint, resources, twin
from codesign.analog import locate
from codesign.analog import technology as technologies
from codesign.analog.technology import Technology
from codesign.twin import NetworkTrace
from codesign.verify.examples import encoded_test_samples
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


def diverging(measured: Measurement, trace: NetworkTrace = TRACE, samples: np.ndarray = INPUTS) -> locate.Place | None:
    """The first state outside the margin that is not the twin's."""
    found: list[tuple[int, int, str, int]] = []
    for layer, states in measured.states.items():
        assert measured.in_margin is not None
        differs = (states["state"] != trace.layers[layer].states["state"]) & ~measured.in_margin[layer]["state"]
        found += [(int(step), int(sample), layer, int(unit)) for sample, step, unit in np.argwhere(differs)]
    if not found:
        return None
    step, sample, layer, unit = min(found, key=lambda item: item[:2])
    return locate.Place(inputs=samples[sample], layer=layer, unit=unit, step=step)


def decided(measured: Measurement) -> locate.Decided:
    return locate.Decided(
        inputs=INPUTS[0], scores=np.array(measured.figures["scores"][0]), decision=int(measured.decisions[0])
    )


def test_without_a_fault_nothing_differs_and_nothing_is_named(exported: Exported) -> None:
    chosen = technology()
    measured = analog.measure(NETWORK, INPUTS, technology=chosen, design=exported(chosen), jobs=1)
    assert diverging(measured) is None
    assert (measured.decisions == TRACE.decisions).all()
    assert locate.suspects(NETWORK, chosen, design=exported(chosen), decided=decided(measured)) == ()


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
    place = diverging(measured)
    assert place or (measured.decisions != TRACE.decisions).any(), "the fault is not excited"
    read = locate.by_read_back(NETWORK, chosen, design, place=place)
    assert read[0].parameter.startswith(fault.parameter)
    assert read[0].element.endswith(fault.element)
    assert {item.evidence for item in read} == {"read back"}
    behaved = locate.by_behaviour(NETWORK, chosen, place=place, design=design, decided=decided(measured))
    assert behaved[0].parameter.startswith(fault.by_behaviour or fault.parameter)


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
    samples, _ = encoded_test_samples(model, fault.samples)
    trace = twin.simulate(model, samples)
    measured = analog.measure(model, samples, technology=chosen, design=design, jobs=1)
    place = diverging(measured, trace, samples)
    assert place
    (first, *_) = locate.suspects(model, chosen, place=place, design=design)
    assert (first.parameter, first.element, first.evidence) == (fault.parameter, fault.element, "both")
