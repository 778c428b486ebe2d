"""The estimate of the area: every device once, with its own size."""

import csv
import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from networks import rows_network, skip_network

from codesign import analog
from codesign.analog import technology as technologies
from codesign.analog.area import estimate, rows
from codesign.analog.devices import flatten
from codesign.analog.rules import require
from codesign.network import Choice, Network

TECHNOLOGIES = [technologies.load(name) for name in technologies.names()]


def small() -> Network:
    return replace(rows_network(), decision=Choice(kind="mean_readout", parameters={"full_scale": 60}))


@pytest.mark.parametrize("technology", TECHNOLOGIES, ids=lambda t: t.name)
@pytest.mark.parametrize("cell", ["ten_transistor", "nine_transistor"])
def test_the_blocks_add_up_to_all_devices(technology: technologies.Technology, cell: str) -> None:
    chosen = technology.at(choice={"memory_cell": cell})
    network = skip_network(np.random.default_rng(3), inputs=3, units=4, blocks=2, classes=3)
    circuit = require(network, chosen)
    area = estimate(circuit, chosen)
    devices = flatten(circuit, chosen)
    assert sum(block.transistors for block in area.blocks) == sum(device.kind == "m" for device in devices)
    assert math.isclose(area.gate_m2, sum(device.gate_area_m2 for device in devices))
    farads = sum(device.value for device in devices if device.kind == "c")
    assert farads > 0
    assert math.isclose(area.capacitor_m2 * chosen.rules.capacitance_f_m2, farads)
    assert math.isclose(area.total_m2, area.gate_m2 * chosen.layout_factor + area.capacitor_m2)
    parts = {block.part for block in area.blocks}
    assert {layer.name for layer in network.layers} <= parts
    assert {"input_port", "reference", "bias", "integrator", "winner_cell"} <= parts


def test_a_block_is_as_large_as_its_fingers() -> None:
    """A finger is 0.5 um x 4 um; the ports of eight inputs and two units have four transistors of eight fingers."""
    network = small()
    technology = technologies.load("generic180")
    area = estimate(require(network, technology), technology)
    found = {(block.part, block.block): block for block in area.blocks}
    ports = found["input_port", "input_port"]
    assert (ports.instances, ports.transistors) == (10, 40)
    assert math.isclose(ports.gate_m2, 10 * 4 * 8 * 2e-12)
    weight = network.layers[0]["weight"]
    bias = network.layers[0]["bias"]
    positive = found["memory", "positive_weight"]
    assert positive.instances == int((weight > 0).sum() + (bias > 0).sum())
    assert math.isclose(positive.gate_m2, 2e-12 * int(weight[weight > 0].sum() + bias[bias > 0].sum()))
    negative = found["memory", "negative_weight"]
    assert math.isclose(negative.gate_m2, -2e-12 * int(weight[weight < 0].sum() + bias[bias < 0].sum()))
    assert math.isclose(positive.total_m2, positive.gate_m2 * technology.layout_factor)


def test_the_capacitors_are_those_of_the_integrators() -> None:
    """Ten of full_scale x 1 nA x 4 ms / (64 x 0.25 V) at 1 fF/um2: 60 needs 15 pF, 15,000 um2."""
    technology = technologies.load("generic180")
    found = {block.block: block for block in estimate(require(small(), technology), technology).blocks}
    assert math.isclose(found["integrator"].capacitor_m2, 10 * 15e-12 / 1e-3)
    readout = technology.at(choice={"decision": "readout"})
    assert estimate(require(small(), readout), readout).capacitor_m2 == 0


def test_an_export_has_the_table(tmp_path: Path) -> None:
    technology = technologies.load("generic180")
    analog.export(small(), technology=technology, output=tmp_path / "out")
    table = list(csv.reader((tmp_path / "out" / "area.csv").open()))
    area = estimate(require(small(), technology), technology)
    assert table == [[str(cell) for cell in row] for row in rows(area)]
    assert table[0] == ["part", "block", "instances", "transistors", "gate_um2", "capacitor_um2", "total_um2"]
    assert table[-1][0] == "chip"
    assert math.isclose(float(table[-1][-1]), area.total_m2 * 1e12, rel_tol=1e-6)
    assert math.isclose(sum(float(row[-1]) for row in table[1:-1]), float(table[-1][-1]), rel_tol=1e-6)
