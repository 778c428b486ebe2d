"""``codesign trace``: what the simulators' own waveforms say about one unit."""

import csv
import json
import re
from pathlib import Path

import numpy as np
import pytest
from networks import rows_network, src_network
from typer.testing import CliRunner

from codesign import analog, checkpoint, digital, resources, twin
from codesign.analog import technology
from codesign.cli.app import app
from codesign.errors import InputError
from codesign.network import Network
from codesign.trace import Position, Trace, first_divergence, read_verify, trace
from codesign.trace.found import Viewer, ViewerNet
from codesign.trace.position import of_divergence
from codesign.trace.viewer import save_file
from codesign.verify import CircuitOptions, Divergence, Options, encoded_test_samples, verify

ROWS = rows_network()
SPIKES = src_network()
AT = Position(sample=1, layer="memory", unit=1, step=4)


def opened(network: Network, position: Position, folder: Path, target: str = "verilog", **options: object) -> Trace:
    return trace(network, position, target=target, output=folder, options=Options(**options))


def agrees(result: Trace) -> None:
    """What the waveforms show is what the twin says, in every step of the sample that was run."""
    network, position = result.network, result.position
    inputs, _ = encoded_test_samples(network, 1, first=position.sample)
    layer = twin.simulate(network, inputs).layers[position.layer]
    first = result.found.first_step
    compared = 0
    for quantity in result.found.quantities:
        assert np.array_equal(np.isnan(quantity.found), np.arange(inputs.shape[1]) < first)
        assert not quantity.differs.any(), quantity.name
        if quantity.kind == "state":
            assert np.array_equal(quantity.found[first:], layer.states[quantity.name][0, first:, position.unit])
            compared += 1
        elif layer.drive is not None:
            assert np.array_equal(quantity.found[first:], layer.drive[0, first:, position.unit])
    assert compared == len(layer.states)


@pytest.mark.parametrize(("target", "engine"), [("verilog", "balanced"), ("vhdl", "small")])
def test_rtl_shows_the_twins_numbers(target: str, engine: str, tmp_path: Path):
    agrees(opened(ROWS, AT, tmp_path / "rows", target, engine=engine))
    spikes = Position(sample=0, layer="spikes", unit=7, step=9)
    result = opened(SPIKES, spikes, tmp_path / "spikes", target, engine=engine)
    agrees(result)
    # Nets inside of the update are those of this step, too.
    drawn = {item.name: item for item in result.found.signals if item.panel == "update"}
    for net, state in (("new_i", "i"), ("new_h", "h")):
        own = ~np.isnan(drawn[net].values) & ~drawn[net].faint
        assert drawn[net].values[own] == result.found.quantity(state).found[9]


def test_a_layer_without_units_shows_its_sums(tmp_path: Path):
    result = opened(ROWS, Position(sample=0, layer="readout", unit=3, step=2), tmp_path / "out", "vhdl")
    inputs, _ = encoded_test_samples(ROWS, 1)
    expected = twin.simulate(ROWS, inputs).layers["readout"].drive[0, :, 3]
    assert np.array_equal(result.found.quantity("sum").found, expected)
    assert [quantity.name for quantity in result.found.quantities] == ["sum"]


def test_verilator_shows_the_twins_numbers_too(tmp_path: Path):
    result = opened(ROWS, AT, tmp_path / "out", "verilator")
    agrees(result)
    assert (tmp_path / "out" / "waves.vcd").read_text().startswith("$")


CIRCUIT = Position(sample=1, layer="memory", unit=1, step=3)


@pytest.mark.parametrize("target", ["spice", "behavioural"])
def test_the_circuit_shows_the_twins_numbers_within_the_margin(target: str, tmp_path: Path):
    result = opened(ROWS, CIRCUIT, tmp_path / "out", target, circuit=CircuitOptions(technology="generic180"))
    found = result.found
    inputs, _ = encoded_test_samples(ROWS, 1, first=1)
    layer = twin.simulate(ROWS, inputs).layers["memory"]
    assert np.array_equal(found.quantity("state").found, layer.states["state"][0, :, 1])
    net = found.quantity("net current")
    assert np.array_equal(net.expected, layer.drive[0, :, 1] / 64)
    assert not any(item.differs.any() for item in (*found.inputs, *found.parts, *found.quantities))
    assert np.abs(net.found - net.expected).max() > 0  # it is measured, not copied
    assert net.limits == {"lower": 1.0, "upper": 2.5}
    # The parts are all of it, and each is that input's.
    assert [part.name for part in found.parts] == [
        *(f"memory.weight[1,{j}]" for j in range(8) if ROWS.layers[0]["weight"][1, j]),
        "memory.bias[1]",
    ]
    assert np.allclose(sum(part.found for part in found.parts), net.found)
    # What is drawn ends, in every step, at what is in the table.
    drawn = next(item for item in found.signals if item.panel == "net current" and item.role == "found")
    scale = 1.0 if drawn.unit == "I_unit" else 1e9 * 1e-9
    assert np.interp(found.shaded[1] * 0.99999, drawn.at, drawn.values) == pytest.approx(net.found[3] * scale, rel=1e-3)
    assert (tmp_path / "out" / "waves.raw").read_bytes().startswith(b"Title:")


@pytest.mark.parametrize("seed", [None, 7])
def test_a_negative_sum_before_a_port_is_shown_as_it_would_be(seed: int | None, tmp_path: Path):
    """The port rectifies it: its node is at ground, where the weights that sink have hardly any current left."""
    network = checkpoint.load(resources.models()["keyword-bmru"])
    result = opened(network, Position(sample=0, layer="input", unit=1, step=3), tmp_path / "out", "spice",
                    circuit=CircuitOptions(technology="generic180", mismatch_seed=seed))  # fmt: skip
    net = result.found.quantity("net current")
    assert net.expected.min() < -1
    assert np.corrcoef(net.found, net.expected)[0, 1] > 0.99
    assert seed is not None or not net.differs.any()
    assert "held in the middle" in " ".join(result.found.notes)


def test_a_transistor_with_the_wrong_fingers_is_named(tmp_path: Path):
    netlist = analog.export(ROWS, technology=technology.load("generic180"), output=tmp_path / "edited")
    head, sign, rest = netlist.read_text().partition(".subckt memory_u1")
    line = re.search(r"Xw3 .*fingers=15\b", rest)
    assert line is not None
    netlist.write_text(head + sign + rest.replace(line[0], line[0].replace("fingers=15", "fingers=5"), 1))
    result = opened(ROWS, Position(sample=0, layer="memory", unit=1, step=0, state="state"), tmp_path / "out", "spice",
                    design=tmp_path / "edited")  # fmt: skip
    first = result.json()["first_off"]
    assert (first["quantity"], first["kind"], first["step"]) == ("memory.weight[1,3]", "part", 0)
    assert first["found"] == pytest.approx(first["expected"] / 3, rel=0.03)
    assert result.found.quantity("state").differs[0]
    assert "the fault lies in what carries this parameter" in " ".join(result.text)
    assert "weight 3 (off)" in (tmp_path / "out" / "trace.svg").read_text()
    assert "weight 3 (off)" in (tmp_path / "out" / "signals.csv").read_text()


def flipped(folder: Path) -> Path:
    """An export in which one bit of the weight of input 6 to unit 1 is not what it should be."""
    file = digital.export(ROWS, output=folder)
    text = file.read_text()
    row = re.search(r"weights\[6\] = 10'h(\w+);", text)
    assert row is not None
    wrong = int(row[1], 16) ^ 1 << 9  # the sign of unit 1's weight, five bits each
    file.write_text(text.replace(row[0], f"weights[6] = 10'h{wrong:03x};", 1))
    return folder


def test_a_flipped_bit_is_found_in_the_sum_before_the_state(tmp_path: Path):
    options = {"design": flipped(tmp_path / "edited")}
    position = first_divergence(ROWS, target="verilog", samples=6, examples=None, options=Options(**options))
    assert position is not None
    assert (position.layer, position.unit, position.state) == ("memory", 1, "state")
    result = opened(ROWS, position, tmp_path / "out", **options)
    assert result.differs
    assert result.found.quantity("state").differs[position.step]
    total = result.found.quantity("sum")
    inputs, _ = encoded_test_samples(ROWS, 1, first=position.sample)
    change = int(inputs[0, position.step, 6]) * -16
    assert total.found[position.step] == total.expected[position.step] + change != total.expected[position.step]
    assert not any(quantity.differs.any() for quantity in result.found.inputs)
    text = (tmp_path / "out" / "trace.txt").read_text()
    assert "sum is off first in step" in text
    assert "the fault lies in the weights" in text
    # The drawing has both, and so has the table beside it.
    drawn = next(signal for signal in result.found.signals if signal.name == "sum")
    assert drawn.wrong.any()
    assert f"{total.found[position.step]:g} instead of {total.expected[position.step]:g}" in (
        (tmp_path / "out" / "trace.svg").read_text()
    )
    rows = list(csv.DictReader((tmp_path / "out" / "steps.csv").open()))
    assert float(rows[position.step]["sum found"]) == total.found[position.step]


def test_what_depends_on_the_sample_before_is_played_behind_it(tmp_path: Path):
    file = digital.export(ROWS, output=tmp_path / "edited")
    text = file.read_text()
    # The states of the sample before are kept, not those of no sample.
    kept = re.sub(r"else if \(_\d+_\) fresh <= input__payload\[24\];", "else if (input__valid) fresh <= 0;", text)
    assert kept != text
    file.write_text(kept)
    options = {"design": tmp_path / "edited"}
    position = first_divergence(ROWS, target="verilog", samples=20, examples=None, options=Options(**options))
    assert position is not None
    assert position.sample > 0
    result = opened(ROWS, position, tmp_path / "out", **options)
    assert result.before == 1
    assert result.found.quantity("state").differs[position.step]
    assert not result.found.quantity("sum").differs.any()
    assert "after 1 sample" in result.text[0]
    assert "thresholds or update" in " ".join(result.text)


def test_a_score_is_opened_at_the_last_layer():
    score = Divergence(
        sample=2, layer="decision", state="score", unit=7, step=7, expected=3, found=4, in_margin=False
    )  # fmt: skip
    assert of_divergence(score, ROWS) == Position(sample=2, layer="readout", unit=7, step=7)
    assert of_divergence(score, SPIKES) == Position(sample=2, layer="spikes", unit=7, step=7)


def test_the_same_trace_gives_the_same_bytes(tmp_path: Path):
    for name in ("one", "two"):
        opened(ROWS, AT, tmp_path / name)
    names = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert names == sorted(
        [".codesign", "signals.csv", "steps.csv", "trace.pdf", "trace.svg", "trace.txt", "waves.fst", "waves.gtkw"]
    )
    for name in names:
        if name != "waves.fst":  # the simulator's own, with its date
            assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes(), name


def test_the_viewers_file_names_nets_that_are_there(tmp_path: Path):
    from pywellen import Waveform

    opened(ROWS, AT, tmp_path / "out", "vhdl")
    there = {variable.full_name: variable.bitwidth for variable in Waveform(str(tmp_path / "out/waves.fst")).all_vars()}
    lines = (tmp_path / "out" / "waves.gtkw").read_text().splitlines()
    nets = [line for line in lines if line[0] not in "[*@"]
    assert [net[2 : net.index("}")] for net in nets] == [
        "clk", "rst", "inputs valid", "inputs ready", "inputs payload", "sums valid", "sums ready", "sum", "group_done",
        "state",
    ]  # fmt: skip
    for net in nets:
        for word in net[net.index("}") + 2 :].split(" "):
            place, name, bits = re.fullmatch(r"(?:\((\d+)\))?([^\[]+)(?:\[(\d+):0\])?", word).groups()
            assert there[name] == int(bits or 0) + 1
            assert place is None or int(place) <= int(bits)


def test_the_viewer_opens_at_the_step_in_any_resolution():
    net = ViewerNet(label="i", name="top.i", net_width=40, offset=5, width=3, signed=True)
    texts = {}
    for resolution in (1e-9, 1e-12, 1e-15):
        viewer = Viewer(nets=(net,), begin_s=300e-9, marker_s=380e-9, period_s=10e-9, resolution_s=resolution)
        texts[resolution] = save_file("waves.fst", viewer, header=()).splitlines()
        assert f"[timestart] {round(260e-9 / resolution)}" in texts[resolution]
        zoom, marker = next(line for line in texts[resolution] if line[0] == "*")[1:].split(" ")[:2]
        # 16 cycles on 1,000 pixels: GTKWave has 2 ** -zoom times of the file on 200 pixels.
        assert 2 ** -float(zoom) * resolution == pytest.approx(160e-9 / 5, rel=1e-3)
        assert int(marker) == round(375e-9 / resolution)  # the value there is the one before the edge
    assert texts[1e-9][-2:] == ["@424", "#{i} (32)top.i[39:0] (33)top.i[39:0] (34)top.i[39:0]"]


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    checkpoint.save(ROWS, tmp_path / "checkpoint.safetensors")
    return tmp_path


def run(saved: Path, *arguments: str) -> tuple[int, str, Exception | None]:
    done = CliRunner().invoke(
        app, ["trace", str(saved), "--target", "verilog", "--output", str(saved / "out"), *arguments]
    )
    return done.exit_code, done.output, done.exception


def test_the_command_opens_what_a_verification_found(saved: Path):
    design = flipped(saved / "edited")
    result = verify(ROWS, targets=["verilog"], samples=6, design=design)
    (saved / "verify.json").write_text(json.dumps(result.json()))
    status, output, _ = run(
        saved, "--from", str(saved / "verify.json"), "--design", str(design), "--json", str(saved / "trace.json")
    )
    assert status == 0
    assert "sum is off first" in output
    assert "!" in output
    found = json.loads((saved / "trace.json").read_text())
    first = result.targets["verilog"].comparison.first_divergence
    assert first is not None
    assert (found["position"]["unit"], found["position"]["step"]) == (first.unit, first.step)
    assert found["differs"]
    assert found["first_off"]["quantity"] == "sum"
    step = next(row for row in found["steps"] if row["step"] == first.step)
    assert (step["state"]["expected"], step["state"]["found"]) == (first.expected, first.found)


@pytest.mark.parametrize("command", [("verify", "--report"), ("report", "--output")])
def test_a_report_opens_the_first_divergence_where_it_is_asked_to(saved: Path, command: tuple[str, str]):
    design, page = flipped(saved / "edited"), saved / "report.html"
    given = [command[0], str(saved), "--target", "verilog", "--samples", "6", "--design", str(design)]
    assert CliRunner().invoke(app, [*given, command[1], str(page), "--trace"]).exit_code == 1
    text = page.read_text()
    assert 'data-target="verilog" aria-label="RTL in Verilog"' in text
    assert "sum is off first in step" in text
    assert "#/small-rows/trace?target=verilog" in text
    assert ">clock cycle<" in text
    if command[0] == "verify":
        error = CliRunner().invoke(app, [*given, "--trace"]).exception
        assert isinstance(error, InputError)
        assert "give --report FILE, too" in str(error)


def test_another_circuit_than_the_one_that_was_verified_is_refused(tmp_path: Path):
    file = tmp_path / "verify.json"
    options = Options(circuit=CircuitOptions(technology="generic180"))
    first = {"sample": 0, "layer": "memory", "unit": 1, "step": 2, "state": "state"}
    for verified, named in (
        ({"corner": "ss"}, "is of corner 'ss', but 'tt' is to be traced; say --corner ss, or"),
        ({"memory_cell": "nine_transistor"}, "say --use memory_cell=nine_transistor, or"),
        ({"design": "edited"}, "is of 'edited', and another netlist is to be traced; say --design edited, or"),
    ):
        target = {"technology": "generic180", "first_divergence": first, **verified}
        file.write_text(json.dumps({"model_hash": ROWS.hash, "targets": {"spice": target}}))
        with pytest.raises(InputError, match=re.escape(named)):
            read_verify(file, ROWS, "spice", options)
    file.write_text(json.dumps({"model_hash": ROWS.hash, "targets": {"spice": {**target, "design": None}}}))
    assert read_verify(file, ROWS, "spice", options).unit == 1


def test_where_nothing_diverges_nothing_is_written(saved: Path):
    status, output, _ = run(saved, "--samples", "1")
    assert status == 0
    assert "nothing diverges" in output
    assert not (saved / "out").exists()


HERE = ("--sample", "0", "--layer", "memory", "--unit", "0", "--step", "0")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--sample", "0", "--layer", "memory"), "a position needs --sample, --layer, --unit and --step"),
        ((*HERE[:-1], "8"), "step must be 0..7 (the steps of a sample), not 8"),
        ((*HERE[:5], "2", *HERE[6:]), "unit must be 0..1 (the units of layer 'memory'), not 2"),
        ((*HERE[:3], "memroy", *HERE[4:]), "small-rows has no layer 'memroy'; did you mean 'memory'?"),
        (("--sample", "100000", *HERE[2:]), "sample must be 0..359"),
        (("--from", "missing.json"), "missing.json: No such file"),
        ((*HERE, "--from", "missing.json"), "give one of them"),
        ((*HERE, "--target", "verilo"), "unknown target 'verilo'"),
        ((*HERE, "--design", "missing"), "the design folder 'missing' has no ports.json"),
    ],
)
def test_bad_use_says_what_is_wrong(saved: Path, arguments: tuple[str, ...], message: str):
    status, _, error = run(saved, *arguments)
    assert status == 1  # of the runner; the command line makes a 2 of it
    assert isinstance(error, InputError)
    assert error.exit_status == 2
    assert message in str(error)
    assert not (saved / "out").exists()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "is no JSON"),
        ("[]", "is no result of a verification"),
        ({"model_hash": "0" * 64}, "is of the model small-rows with the hash 000000000000"),
        ({"targets": {"vhdl": {}}}, "has no target 'verilog'"),
        ({"targets": {"verilog": {"first_divergence": None}}}, "nothing diverged on verilog"),
        ({"targets": {"verilog": {"first_divergence": {"step": 1}}}}, "has no sample, layer, unit and step"),
    ],
)
def test_a_file_without_a_divergence_is_refused(tmp_path: Path, content: object, message: str):
    if isinstance(content, dict):
        content = json.dumps({"model": ROWS.name, "model_hash": ROWS.hash, "targets": {}, **content})
    (tmp_path / "verify.json").write_text(str(content))
    with pytest.raises(InputError, match=re.escape(message)):
        read_verify(tmp_path / "verify.json", ROWS, "verilog")
