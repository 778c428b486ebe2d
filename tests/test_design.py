"""A netlist folder that somebody edited: what is refused, and what of it is found to differ. No simulator is needed."""

import shutil
from pathlib import Path

import numpy as np
import pytest
from networks import skip_network

from codesign import analog
from codesign.analog import behavioural
from codesign.analog import technology as technologies
from codesign.analog.behavioural.design import differences as macro_differences
from codesign.analog.design import open_design
from codesign.analog.differences import differences
from codesign.analog.mapper import map_network
from codesign.errors import InputError

TECHNOLOGY = technologies.load("generic180")
NETWORK = skip_network(np.random.Generator(np.random.PCG64(3)), inputs=3, units=3, blocks=1, classes=2)
MAIN = "random.cir"


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return analog.export(NETWORK, technology=TECHNOLOGY, output=tmp_path_factory.mktemp("design") / "netlist").parent


@pytest.fixture
def design(exported: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(exported, tmp_path / "design"))


def edit(design: Path, old: str, new: str, file: str = MAIN) -> None:
    text = (design / file).read_text()
    assert old in text
    (design / file).write_text(text.replace(old, new, 1))


def messages(design: Path) -> list[str]:
    return [found.message for found in differences(NETWORK, TECHNOLOGY, design)]


@pytest.mark.parametrize("name", ["generic180", "gf180mcu"])
@pytest.mark.parametrize(
    "choice", [{}, {"memory_cell": "nine_transistor", "reference": "ideal", "decision": "readout"}]
)
def test_an_export_has_no_difference(name: str, choice: dict[str, str], tmp_path: Path) -> None:
    technology = technologies.load(name).at(choice=choice)
    analog.export(NETWORK, technology=technology, output=tmp_path / "netlist")
    assert differences(NETWORK, technology, tmp_path / "netlist") == ()


def test_every_finger_of_a_random_network_is_missed_when_it_is_gone(exported: Path, tmp_path: Path) -> None:
    for component in (c for c in map_network(NETWORK, TECHNOLOGY).components if c.element):
        *_, unit, name, transistor = component.element.split(".")
        layer = component.parameter.partition(".")[0]
        kind = component.parameter.partition(".")[2].partition("[")[0]
        design = Path(shutil.copytree(exported, tmp_path / "design", dirs_exist_ok=True))
        whole = (design / MAIN).read_text()
        begin = whole.index(f".subckt {layer}_u{unit[2:]} ")
        end = whole.index(".ends", begin)
        line = next(line for line in whole[begin:end].splitlines() if line.startswith("X" + name[1:] + " "))
        word = "fingers" if transistor == "m1" else kind
        changed = line.replace(f"{word}={component.fingers}", f"{word}={component.fingers + 1}")
        assert changed != line
        (design / MAIN).write_text(whole[:begin] + whole[begin:end].replace(line, changed) + whole[end:])
        (found,) = differences(NETWORK, TECHNOLOGY, design)
        assert found.element == component.element
        assert found.parameters == (component.parameter,)
        assert (found.layer, found.unit) == (layer, int(unit[2:]))
        assert (found.expected, found.found) == (str(component.fingers), str(component.fingers + 1))


def test_what_only_looks_different_is_no_difference(design: Path) -> None:
    text = (design / MAIN).read_text().splitlines()
    number = next(k for k, line in enumerate(text) if "positive_weight fingers=" in line and "fingers=1" not in line)
    head, _, fingers = text[number].partition("fingers=")
    text[number : number + 1] = [f"{head}fingers={int(fingers) - 1}", f"Xextra{head[head.index(' ') :]}fingers=1"]
    (design / MAIN).write_text("\n".join(text) + "\n* a comment\n")
    edit(design, "Xcascode sp source", "XC  sp   source")
    cell = design / "technology/memory_cell.cir"
    cell.write_text(cell.read_text().replace(" xw ", " inner "))  # every terminal of this node
    edit(design, "Mreset x rst 0 0", "Mreset 0 rst x 0", "technology/memory_cell.cir")  # drain and source
    edit(design, "w=0.5u l=2u", "w=500n l=2e-6", "technology/memory_cell.cir")
    assert messages(design) == []


def test_differences_are_named_by_path_and_parameter(design: Path) -> None:
    memory = (design / MAIN).read_text().split(".subckt memory1_u0 ")[1].split(".ends")[0]
    line = next(line for line in memory.splitlines() if line.startswith("Xw") and "positive" in line)
    name, gate, *rest = line.split()
    edit(design, line, f"{name} vbp {' '.join(rest)}")
    edit(
        design,
        "Mwidth xw vbn 0 0 nch w=0.5u l=4.12u",
        "Mwidth xw vbn 0 0 nch w=0.5u l=4u",
        "technology/memory_cell.cir",
    )
    edit(design, "vth0={0.45+vth_n}", "vth0={0.46+vth_n}", "technology/models.lib")
    edit(design, ".ends memory1_u1", "Rshort out 0 1k\n.ends memory1_u1")
    edit(design, "Xskip_mix1_2 mix1_r2 memory1_p2", "Xskip_mix1_2 mix1_r2 memory1_p1")
    edit(design, "Xintegrator1 plus1 minus1", "Xintegrator1 plus0 minus1")
    j = name[2:]
    found = messages(design)
    assert found[:5] == [
        f"xnetwork.xmemory1.xu0.xw{j}.m1 (memory1.weight[0,{j}]): p on vbp, expected on {gate} [random.cir]",
        "xnetwork.xmemory1.xu1.rshort (memory1.state[1]): 'out 0 1k', none expected [random.cir]",
        "xnetwork.xskip_mix1_2 (mix1.skip[2]): p on memory1_p1, expected on memory1_p2 [random.cir]",
        "xnetwork.xintegrator1 (decision[1]): plus on plus0, expected on plus1 [random.cir]",
        "memory_cell.mwidth (memory1.width[0], memory1.width[1], memory1.width[2]): l 4u, 4.12u expected "
        "[technology/memory_cell.cir]",
    ]
    assert len(found) == 6
    assert found[5].startswith("technology/models.lib (device models): line ")


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        (MAIN, f"sha256:{NETWORK.hash}", f"sha256:{'0' * 64}", "was made of random with the hash 000000000000, but"),
        (MAIN, "* model ", "* about ", "its first lines do not say of which model and configuration it is"),
        (MAIN, '"corner": "tt"', '"corner": "ff"', "but is to be verified with 'tt'; say --corner ff"),
        (MAIN, '"ten_transistor"', '"nine_transistor"', "say --use memory_cell=nine_transistor"),
        (MAIN, "bias.cir", "biases.cir", "includes 'technology/biases.cir', which is missing"),
        (MAIN, "technology/bias.cir", "../bias.cir", "which is outside of the design's folder"),
        (MAIN, ".param step", ".control\nshell true\n.endc\n.param step", "'.control' is not allowed in a design"),
        (MAIN, ".param step", ".tran 1m 2m\n.param step", "'.tran 1m 2m' is not allowed in a design"),
        (MAIN, ".subckt network i0 i1", ".subckt network i1 i0", "the pins of the chip must be i0 i1 i2 "),
        (MAIN, ".subckt network", ".subckt networks", "there is no subcircuit 'network'"),
        ("technology/memory_cell.cir", "Moutput", "Mlast", "no transistor xnetwork.xmemory1.xu0.xcell.moutput"),
        ("technology/memory_cell.cir", "Mreset", "Zreset", "an element 'zreset' is not known"),
        ("technology/memory_cell.cir", "Mreset", ".param a=1\nMreset", "a .param stands before the subcircuit"),
        (MAIN, ".ends memory1_u0", "", "the subcircuit 'memory1_u0' has no .ends before '.subckt memory1_u1"),
        (MAIN, ".ends memory1_u0", ".ends memory1_u0\n.ends", "'.ends' ends no subcircuit"),
        (MAIN, ".subckt memory1_u0 ", ".subckt memory1_u0 vbn ", "the subcircuit 'memory1_u0' has the port 'vbn' twi"),
        ("technology/memory_cell.cir", "Mreset", "Mwidth", "'memory_cell' has the element 'mwidth' twice; give each a"),
        ("technology/memory_cell.cir", "rst vdd thr", "rst vdd vss thr",
         "xcell in memory1_u0 connects 8 nodes, but memory_cell in technology/memory_cell.cir has the 9 ports x sp"),
        ("technology/models.lib", ".model nch", ".control\n.model nch", "is not allowed in device models"),
    ],
)  # fmt: skip
def test_what_is_no_design_of_this_network_is_refused(
    design: Path, file: str, old: str, new: str, message: str
) -> None:
    edit(design, old, new, file)
    with pytest.raises(InputError) as raised:
        open_design(design, NETWORK, map_network(NETWORK, TECHNOLOGY), TECHNOLOGY)
    assert message in str(raised.value)


def test_a_folder_without_a_netlist_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"has no random\.cir; name a folder that 'codesign export random' wrote"):
        open_design(tmp_path, NETWORK, map_network(NETWORK, TECHNOLOGY), TECHNOLOGY)
    (tmp_path / MAIN).write_text("\n")
    with pytest.raises(InputError, match="its first lines do not say"):
        open_design(tmp_path, NETWORK, map_network(NETWORK, TECHNOLOGY), TECHNOLOGY)


def test_an_edited_folder_of_macro_models_is_read_back_too(tmp_path: Path) -> None:
    design = behavioural.export(NETWORK, technology=TECHNOLOGY, output=tmp_path / "models").parent
    assert macro_differences(NETWORK, TECHNOLOGY, design) == ()
    lines = (design / MAIN).read_text().splitlines()
    weight = next(line for line in lines if line.startswith("Gmemory1_x1_memory1_p"))
    bias = next(line for line in lines if line.startswith("Imix1_r0_bias"))
    comparator = next(line for line in lines if line.startswith("Bmemory1_x2 "))
    output = next(line for line in lines if line.startswith("Gmix1_i0_memory1_y0"))
    j = weight.split()[0][-1]
    edit(design, weight, weight.rpartition(" ")[0] + " 9")
    edit(design, bias + "\n", "")
    edit(design, comparator, comparator.replace("I=", "I=0.5+"))
    edit(design, output, output.rpartition(" ")[0] + " 0")
    found = macro_differences(NETWORK, TECHNOLOGY, design)
    assert [item.parameters[0] for item in found] == [
        "memory1.gain[0]",
        f"memory1.weight[1,{j}]",
        "memory1.threshold[2]",
        "mix1.bias[0]",
    ]
    assert [(item.layer, item.unit) for item in found] == [("memory1", 0), ("memory1", 1), ("memory1", 2), ("mix1", 0)]
    edit(design, "* seed", ".control\n* seed")
    with pytest.raises(InputError, match=r"line 4, '\.control': a design holds elements only"):
        macro_differences(NETWORK, TECHNOLOGY, design)
