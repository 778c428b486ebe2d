"""What the report draws and counts of the hardware: block diagrams of RTL, costs of layers, plots for papers."""

import csv
import json
import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from report_samples import bmru_network, circuit, result, rtl, src_network

from codesign import checkpoint
from codesign.analog import technology as technologies
from codesign.analog.area import estimate
from codesign.analog.mapper import map_network
from codesign.analog.part_costs import part_costs
from codesign.analog.power import predict
from codesign.digital.export import export
from codesign.digital.structure import Amount, module_sheet, structure
from codesign.digital.structure.read import read
from codesign.drawing.diagram import Box, Pin, diagram
from codesign.drawing.order import columns
from codesign.drawing.router import Grid
from codesign.errors import InputError
from codesign.network import Choice
from codesign.report import plots
from codesign.report.cost_tables import cost_tables
from codesign.report.costs import costs, synthesised_layers
from codesign.report.drawings import hierarchy, schematics

MODELS = Path(__file__).parent.parent / "models"


def test_wires_cross_but_never_touch():
    grid = Grid(20, 20)
    for net, pins in {"a": ((2, 10), (17, 10)), "b": ((10, 2), (10, 17)), "c": ((2, 3), (17, 16), (5, 12))}.items():
        for pin in pins:
            grid.pin(net, pin)
    grid.block(8, 5, 12, 6)
    assert grid.route() == ()
    wires = grid.wires()
    assert set(wires) == {"a", "b", "c"}
    assert len(wires["c"].dots) <= 1
    for lines in (wires[net].lines for net in wires):
        assert not any(8 <= x1 <= 12 and 5 <= y1 <= 6 for ends in lines for x1, y1 in ends)


def test_a_net_without_a_way_is_told_and_leaves_nothing():
    grid = Grid(7, 7)
    grid.pin("shut in", (3, 3))
    grid.pin("shut in", (0, 0))
    grid.block(2, 2, 4, 4)
    assert grid.route() == ("shut in",)
    assert grid.wires() == {}
    with pytest.raises(ValueError, match="is a pin of 'shut in' and cannot be one of 'other'"):
        grid.pin("other", (3, 3))


def test_a_box_that_signals_come_back_to_stands_below_the_chain_between():
    first, skip, memory, mix, last = range(5)
    boxes = [({"in"}, {"x"}), ({"x", "m"}, {"on", "sum"}), ({"on"}, {"s"}), ({"s"}, {"m"}), ({"sum"}, {"out"})]
    placed, spans = columns(boxes, {"in"})
    assert placed == [[first], [memory], [mix], [last]]
    assert spans == {skip: (1, 2)}


def test_a_diagram_says_every_connection_once():
    boxes = [
        Box(element="a", title="a", inputs=(Pin(label="i", net="in"),), outputs=(Pin(label="o", net="n", wide=True),)),
        Box(element="b", title="b", inputs=(Pin(label="i", net="n"),), outputs=(Pin(label="o", net="out"),)),
    ]
    sheet = diagram(boxes, inputs=(Pin(label="in", net="in"),), outputs=(Pin(label="out", net="out"),))
    assert {item.net for item in sheet.items if getattr(item, "net", "")} == {"in", "n", "out"}
    assert sheet.elements == ("a", "b")
    assert sheet == diagram(boxes, inputs=(Pin(label="in", net="in"),), outputs=(Pin(label="out", net="out"),))


@pytest.fixture(scope="module")
def keyword():
    return checkpoint.load(MODELS / "keyword-bmru")


def test_the_structure_is_that_of_the_verilog(keyword, tmp_path):
    found = structure(keyword)
    verilog = export(keyword, output=tmp_path / "rtl").read_text()
    modules = re.findall(r"^module (\w+)", verilog, re.MULTILINE)
    assert set(modules) == set(found.blocks)
    for block in found.blocks.values():
        body = re.search(rf"^module {block.name}\(.*?^endmodule", verilog, re.MULTILINE | re.DOTALL)
        assert body is not None
        instances = [
            name for kind, name in re.findall(r"^  (\w+) (\w+) \($", body.group(), re.MULTILINE) if kind in modules
        ]
        assert sorted(instances) == sorted(part.name for part in block.parts)
    top = found.blocks[found.top]
    assert top.total == sum((block.own for block in each(found, found.top)), Amount())
    # The skip connections take from the layer before and give to that behind the sum, as the network says.
    nets = {part.name: part.nets for part in top.parts}
    assert nets["skip_mix1"]["earlier"] == nets["input_"]["output"]
    assert nets["skip_mix1"]["onward"] == nets["memory1"]["input"]
    assert nets["skip_mix1"]["input"] == nets["mix1"]["output"]
    assert nets["readout"]["output"] == nets["decision"]["input"]
    drawn = module_sheet(found, found.top)
    assert set(drawn.elements) == {part.name for part in top.parts}


def each(found, module):
    """Every instance's module below ``module``, itself included."""
    yield found.blocks[module]
    for part in found.blocks[module].parts:
        yield from each(found, part.module)


def test_bits_and_operators_are_counted_per_instance():
    def cell(kind, width, **parameters):
        outputs = {"Q": [1] * width} if "dff" in kind else {"Y": [1] * width}
        ports = {**outputs}
        return {
            "type": kind,
            "parameters": parameters,
            "connections": ports,
            "port_directions": dict.fromkeys(ports, "output"),
        }

    inner = {"ports": {}, "netnames": {}, "cells": {"r": cell("$dff", 5), "m": cell("$mul", 8), "a": cell("$add", 8)}}
    memory = cell("$mem_v2", 1, WIDTH="1000", SIZE="100")
    part = {"type": "inner", "parameters": {}, "connections": {}, "port_directions": {}}
    outer = {"ports": {}, "netnames": {}, "cells": {"one": part, "two": part, "mem": memory, "q": cell("$sdffe", 2)}}
    found = read(json.dumps({"modules": {"outer": outer, "inner": inner}}), top="outer")
    assert found.blocks["outer"].own == Amount(register_bits=2, memory_bits=32)
    assert found.blocks["outer"].total == Amount(register_bits=12, memory_bits=32, multipliers=2, adders=2)


@pytest.mark.parametrize("name", ["generic180", "gf180mcu"])
def test_the_parts_of_the_chip_are_the_whole_chip(keyword, name):
    technology = technologies.load(name)
    circuit = map_network(keyword, technology)
    inputs = np.random.default_rng(1).integers(0, 16, (4, 20, keyword.inputs))
    parts = part_costs(keyword, circuit, technology, inputs)
    area, power = estimate(circuit, technology), predict(keyword, inputs, technology)
    assert sum(part.transistors for part in parts) == sum(block.transistors for block in area.blocks)
    assert sum(part.area_m2 for part in parts) == pytest.approx(area.total_m2)
    assert sum(part.power_w for part in parts) == pytest.approx(power.mean_w())
    assert [part.part for part in parts][: len(keyword.layers)] == [layer.name for layer in keyword.layers]


@pytest.fixture(scope="module")
def found():
    # A decision on the chip says what its integrators must hold.
    decision = Choice(kind="mean_readout", parameters={"full_scale": 200})
    return result(replace(bmru_network(), decision=decision), {"spice": circuit, "verilog": rtl})


def test_costs_are_told_layer_by_layer(found):
    told = costs(found)
    assert told is not None
    names = [cost.part for cost in told.parts]
    assert names == ["memory", "readout", "reference and bias", "decision"]
    memory = told.parts[0]
    assert memory.parameters == 16 * 8 + 4 * 16
    assert memory.register_bits > 0
    assert memory.cycles_per_step >= 8
    assert told.chip.transistors == sum(cost.transistors for cost in told.parts if cost.transistors)
    circuit, in_rtl = cost_tables(told)
    assert (circuit.title, in_rtl.title) == ("as a circuit", "as RTL, before synthesis")
    assert [row.cells[0] for row in circuit.rows] == [*names, "all"]
    assert [row.cells[0] for row in in_rtl.rows] == ["memory", "readout", "decision", "all"]
    for table in (circuit, in_rtl):
        assert all(len(row.cells) == len(table.columns) for row in table.rows)
        assert all({row.cells[i] for row in table.rows} != {"-"} for i in range(len(table.columns)))
    assert told.json()["parts"][0]["transistors"] == memory.transistors
    only_rtl = costs(result(src_network(), {"verilog": rtl}))
    assert only_rtl.parts[0].transistors is None
    assert [table.title for table in cost_tables(only_rtl)] == ["as RTL, before synthesis"]


def test_costs_tell_what_each_layer_takes_of_an_fpga():
    network = checkpoint.load(MODELS / "digits-src")
    verified = result(network, {"verilog": rtl}, samples=2)
    told = costs(replace(verified, engine="small"))
    baseline = MODELS.parent / "hdl" / "baselines" / "digits-src-icebreaker.json"
    kept = json.loads(baseline.read_text())
    layers = kept["found"]["layers"]
    assert {cost.part: cost.lut for cost in told.parts} == {name: taken["lut"] for name, taken in layers.items()}
    assert told.chip.block_ram == sum(taken["block_ram"] for taken in layers.values())
    table = cost_tables(told)[-1]
    assert table.title == "on the FPGA of icebreaker"
    assert [column.title for column in table.columns][:3] == ["Part", "LUT", "Of all"]
    assert table.rows[-1].cells[1] == f"{told.chip.lut:,}"
    # Another engine is another design.
    assert synthesised_layers(network, "fast") == ("", {})


def test_drawings_lead_from_the_mapping_to_an_element(found):
    drawings = schematics(found)
    assert [drawing.kind for drawing in drawings] == ["circuit"] * len(drawings)
    technology = technologies.load("generic180")
    elements = {c.element for c in map_network(found.network, technology).components if c.element}
    anchored = {element for drawing in drawings for element in drawing.anchors}
    assert len(elements & anchored) >= 8
    ids = [at for drawing in drawings for at in drawing.anchors.values()]
    assert len(set(ids)) == len(ids)
    for drawing in (*drawings, *hierarchy(found)):
        assert set(re.findall(r' id="([^"]+)"', drawing.svg)) == set(drawing.anchors.values())
        assert "<script" not in drawing.svg
    assert hierarchy(found)[0].name == "rtl-top"
    assert schematics(result(src_network(), {"verilog": rtl})) == ()


@pytest.fixture(scope="module")
def written(found, tmp_path_factory):
    """The stems, and the files by name."""
    folder = tmp_path_factory.mktemp("paper") / "plots"
    stems = plots.write(found, folder)
    return stems, {path.name: path.read_bytes() for path in folder.iterdir()}


def test_every_plot_is_three_files(written):
    stems, files = written
    named = {f"{stem}.{end}" for stem in stems for end in ("svg", "pdf", "csv")}
    assert set(files) == {*named, "README.txt", ".codesign"}
    for wanted in ("costs", "confusion-spice", "states-spice-memory-state", "hysteresis-spice-", "rtl-top",
                   "schematic-chip", "schematic-memory-cell", "waveforms-spice-input-currents"):  # fmt: skip
        assert any(stem.startswith(wanted) for stem in stems), (wanted, stems)
    for stem in stems:
        assert files[f"{stem}.pdf"].startswith(b"%PDF")
        assert b"CreationDate" not in files[f"{stem}.pdf"]
        ElementTree.fromstring(files[f"{stem}.svg"])
        head, *rows = csv.reader(files[f"{stem}.csv"].decode().splitlines())
        assert rows, stem
        assert all(len(row) == len(head) for row in rows)
        assert f"\n{stem}: " in files["README.txt"].decode()
    widths = [
        float(re.search(r'width="([\d.]+)pt"', files[f"{s}.svg"].decode()).group(1))
        for s in ("costs", "confusion-twin")
    ]
    assert widths == pytest.approx([88 / 25.4 * 72] * 2, abs=0.1)


def test_plots_are_the_same_every_time(found, written, tmp_path):
    stems = plots.write(replace(found, targets={"verilog": found.targets["verilog"]}), tmp_path / "again")
    same = [stem for stem in stems if stem != "costs"]  # which are those of all targets
    assert "rtl-top" in same
    for name in (f"{stem}.{end}" for stem in same for end in ("svg", "pdf", "csv")):
        assert (tmp_path / "again" / name).read_bytes() == written[1][name], name


@pytest.mark.full
def test_all_plots_are_the_same_every_time(found, written, tmp_path):
    plots.write(found, tmp_path / "again")
    assert {path.name: path.read_bytes() for path in (tmp_path / "again").iterdir()} == written[1]


def test_the_csv_holds_what_was_found(found, written):
    head, *rows = csv.reader(written[1]["states-spice-memory-state.csv"].decode().splitlines())
    assert head == ["step", "unit", "state, twin (integer)", "state, spice (integer)"]
    first = found.targets["spice"].comparison.first_divergence
    sample = 0 if first is None else first.sample
    twin = found.trace.layers["memory"].states["state"][sample]
    target = found.targets["spice"].measurement.states["memory"]["state"][sample]
    assert [[int(cell) for cell in row] for row in rows] == [
        [step, unit, twin[step, unit], target[step, unit]] for step in range(len(twin)) for unit in range(twin.shape[1])
    ]


def test_a_folder_of_somebody_else_is_not_written_over(found, tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(InputError, match="holds files that codesign did not write"):
        plots.write(found, tmp_path)
    assert (tmp_path / "mine.txt").read_text() == "mine"
