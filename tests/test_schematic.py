"""Schematics say what their netlists say: every element once, every pin at its net, no two nets touching."""

from pathlib import Path
from xml.etree import ElementTree

import pytest
from drawn_circuits import faults
from hypothesis import given, settings
from hypothesis import strategies as st

from codesign import checkpoint
from codesign.analog import technology as technologies
from codesign.analog.library import Cell, Element, read_file
from codesign.analog.mapper import map_network
from codesign.analog.schematic import as_cell, chip_sheet, draw, sheet
from codesign.analog.schematic.layout import layout
from codesign.analog.schematic.place import place
from codesign.analog.schematic.read import read
from codesign.cli import main
from codesign.errors import InputError

MODELS = Path(__file__).parent.parent / "models"


def cells():
    """Every subcircuit of every .cir file, variants that are not chosen among them."""
    for name in technologies.names():
        technology = technologies.load(name)
        for file in sorted(technology.folder.glob("*.cir")):
            for cell in read_file(file)[0]:
                yield pytest.param(technology, cell, id=f"{name}-{file.stem}-{cell.name}")


@pytest.mark.parametrize(("technology", "cell"), list(cells()))
def test_every_cell_of_every_technology_is_drawn_as_it_is(technology, cell):
    assert faults(read(cell, technology)) == []


@pytest.mark.parametrize("model", ["keyword-bmru", "digits-bmru", "spoken-digits-bmru"])
def test_units_of_networks_are_drawn_with_all_that_is_in_them(model):
    network = checkpoint.load(MODELS / model)
    technology = technologies.load("generic180")
    circuit = map_network(network, technology)
    inner = {item.name: item for item in circuit.subcircuits}
    paths = {c.element for c in circuit.components if c.element}
    for layer in network.layers:
        unit = inner[layer.name].instances[0]
        path = f"xnetwork.x{layer.name}.x{unit.name}."
        subject = read(as_cell(inner[unit.subcircuit]), technology, path=path, flat=True)
        assert faults(subject) == []
        # Every parameter of the unit leads to an element of the drawing, which has its fingers.
        found = {part.path: part for part in subject.parts}
        for component in circuit.components:
            if component.element.startswith(path):
                assert found[component.element].values[-1].endswith(f"\N{MULTIPLICATION SIGN}{component.fingers}")
        assert {at for at in paths if at.startswith(path)} <= set(found)


def drawing(cell, technology):
    return {p.part.name: p for p in place(read(cell, technology)).placed}


def test_supply_is_on_top_and_what_carries_one_current_in_one_column():
    technology = technologies.load("generic180")
    at = drawing(technology.library()["memory_cell"], technology)
    assert at["mgain"].column == at["mgaincascode"].column == at["moutput"].column
    assert at["mgain"].row < at["mgaincascode"].row < at["moutput"].row
    assert at["mload"].column == at["mamplifier"].column
    assert at["mwidthswitch"].column == at["mwidth"].column
    pmos = [p.row for p in at.values() if p.part.symbol == "pmos"]
    assert max(pmos) < min(p.row for p in at.values() if p.part.symbol == "nmos")
    assert {at[name].row for name in ("mgain", "mload", "mhold")} == {0}


def test_the_gates_of_a_mirror_face_each_other_in_one_row():
    technology = technologies.load("gf180mcu")
    at = drawing(technology.library()["input_port"], technology)
    diode, copy = at["mdiode"], at["mcopy"]
    assert diode.row == copy.row
    assert copy.column == diode.column + 1
    assert diode.flipped
    assert not copy.flipped


def transistor(name, model, nodes):
    return Element(name=name, nodes=tuple(nodes.split()), model=model, parameters={"w": "1u", "l": "2u", "m": "3"})


def test_a_cross_coupled_pair_stands_side_by_side():
    elements = (
        transistor("ma", "nch", "a b 0 0"),
        transistor("mb", "nch", "b a 0 0"),
        transistor("mc", "pch", "a b vdd vdd"),
        transistor("md", "pch", "b a vdd vdd"),
    )
    latch = Cell(name="latch", ports=("a", "b", "vdd"), defaults={}, elements=elements)
    technology = technologies.load("generic180")
    assert faults(read(latch, technology)) == []
    at = drawing(latch, technology)
    assert at["ma"].row == at["mb"].row
    assert at["mc"].row == at["md"].row
    assert at["ma"].column == at["mc"].column != at["mb"].column == at["md"].column


def test_a_bulk_elsewhere_is_written():
    elements = (
        transistor("ma", "nch", "a b c 0"),
        transistor("mb", "nch", "c b 0 0"),
        transistor("mc", "nch", "d b c s"),
    )
    cell = Cell(name="odd", ports=("a", "b", "s"), defaults={}, elements=elements)
    subject = read(cell, technologies.load("generic180"))
    assert faults(subject) == []
    assert [flag.pin.net for flag in layout(subject).flags if flag.pin.pin == "bulk"] == ["s"]


nets = st.sampled_from(["0", "vdd", "vdm", "a", "b", "c", "d", "e", "in", "out"])


@st.composite
def netlists(draw):
    elements = []
    for index in range(draw(st.integers(1, 9))):
        kind = draw(st.sampled_from("mmmmmmcriv"))
        if kind == "m":
            model, well = draw(st.sampled_from([("nch", "0"), ("pch", "vdd")]))
            bulk = draw(nets) if draw(st.integers(0, 5)) == 0 else well
            nodes = (draw(nets), draw(nets), draw(nets), bulk)
            fingers = draw(st.sampled_from(["1", "8", "{fingers}", "{fingers + cascode * 2}"]))
            parameters = {"w": "0.5u", "l": "4u", "m": fingers}
        else:
            nodes, model, parameters = (draw(nets), draw(nets)), "1p", {}
        elements.append(Element(name=f"{kind}{index}", nodes=nodes, model=model, parameters=parameters))
    ports = draw(st.lists(nets.filter(lambda net: net != "0"), unique=True))
    return Cell(name="any", ports=tuple(ports), defaults={}, elements=tuple(elements))


@settings(max_examples=30, deadline=None)
@given(netlists())
def test_any_netlist_is_drawn_as_it_is(cell):
    technology = technologies.load("generic180")
    assert faults(read(cell, technology)) == []


def test_blocks_are_boxes_with_their_pins():
    technology = technologies.load("generic180")
    circuit = map_network(checkpoint.load(MODELS / "digits-bmru"), technology)
    unit = next(item for item in circuit.subcircuits if item.name == "memory_u5")
    subject = read(as_cell(unit), technology)
    assert [part.name for part in subject.parts if part.symbol == "block"] == ["xcell"]
    assert faults(subject) == []


def test_the_svg_is_the_same_every_time_and_stands_alone():
    technology = technologies.load("gf180mcu")
    text = draw(technology, "memory_cell")
    assert text == draw(technology, "memory_cell")
    root = ElementTree.fromstring(text)
    named = [group.get("data-element") for group in root.iter() if group.get("data-element")]
    assert sorted(named) == sorted(e.name for e in technology.library()["memory_cell"].elements)
    assert len({group.get("id") for group in root.iter() if group.get("id")}) == len(named)
    # Inkscape, LibreOffice and librsvg know no variables, and a paper has no dark mode.
    assert "var(" not in text
    assert "light-dark(" not in text
    assert 'fill="#ffffff"' in text


def test_a_long_formula_is_written_in_full():
    technology = technologies.load("generic180")
    parts = {part.name: part for part in read(technology.library()["integrator"], technology).parts}
    assert parts["cscore"].values == ("full_scale*unit", "*step/(64*swing)")


def test_what_is_not_there_is_named():
    technology = technologies.load("generic180")
    with pytest.raises(InputError, match="generic180 has no subcircuit 'memory'"):
        draw(technology, "memory")
    odd = Cell(name="odd", ports=(), defaults={}, elements=(transistor("ma", "npn", "a b c 0"),))
    with pytest.raises(InputError, match="odd: ma is of the unknown model 'npn'; known: nch, pch"):
        sheet(odd, technology)
    box = Element(name="xa", nodes=("a",), model="nothing", parameters={})
    with pytest.raises(InputError, match="xa: there is no subcircuit 'nothing'"):
        sheet(Cell(name="odd", ports=(), defaults={}, elements=(box,)), technology)


@pytest.mark.parametrize("model", ["keyword-bmru", "digits-bmru"])
def test_the_chip_as_blocks_has_every_instance_and_no_net_in_two_colours(model):
    technology = technologies.load("generic180")
    circuit = map_network(checkpoint.load(MODELS / model), technology)
    found = chip_sheet(circuit, technology)
    counted = sum(int(note.split(": ")[1].split(" of ")[0]) for _, note in found.notes)
    assert counted == len(circuit.top.instances)
    assert len(set(found.elements)) == len(found.notes)
    assert found == chip_sheet(circuit, technology)


def test_the_command_writes_a_variant_as_svg_and_as_pdf(tmp_path, monkeypatch, capsys):
    chosen = ["--use", "memory_cell=nine_transistor", "--technology", "gf180mcu"]
    for ending, begin in (("svg", b"<svg"), ("pdf", b"%PDF")):
        file = tmp_path / f"cell.{ending}"
        monkeypatch.setattr("sys.argv", ["codesign", "schematic", "memory_cell", *chosen, "--output", str(file)])
        with pytest.raises(SystemExit, match="0"):
            main()
        assert file.read_bytes().startswith(begin)
    assert "mfeedbackswitch" in (tmp_path / "cell.svg").read_text()
    monkeypatch.setattr("sys.argv", ["codesign", "schematic", "memory_cell", "--output", str(tmp_path / "cell.png")])
    with pytest.raises(SystemExit, match="2"):
        main()
    assert "a schematic is written as .svg or .pdf, not as 'cell.png'" in capsys.readouterr().err
