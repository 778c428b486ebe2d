# amaranth: UnusedElaboratable=no
"""The generated Verilog: in Icarus on real digits against the twin, with planted faults, and to the byte."""

import ast
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
from amaranth import tracer
from networks import bmru_network, fq_layer, linear_layer, src_layer, src_network

from codesign import checkpoint, coding, data, digital, resources, tools, twin
from codesign.digital import NetworkDesign, stimulus
from codesign.digital.axi_stream import AxiStreamDesign
from codesign.digital.bench import vectors
from codesign.digital.hierarchy import Modules
from codesign.digital.identifiers import identifier
from codesign.digital.pixel_design import PixelDesign
from codesign.digital.simulate import run_bench
from codesign.errors import InputError, MissingToolError, ToolError
from codesign.files import write_json
from codesign.network import Network

ROOT = Path(digital.__file__).parents[1]
VHDL = {"group", "others"}
SHIPPED = sorted(path.parent.name for path in resources.folder("models").glob("digits-*/checkpoint.safetensors"))


def random_bmru(*, name: str = "random-bmru") -> Network:
    """The shape of the shipped digits model and one layer more, with random parameters."""
    g = np.random.Generator(np.random.PCG64(11))
    return bmru_network(
        (
            fq_layer("memory", weight=g.integers(-16, 17, (12, 8)), bias=g.integers(-16, 17, 12),
                     threshold=g.integers(1, 33, 12), width=g.integers(1, 33, 12), gain=g.integers(1, 33, 12)),
            linear_layer("hidden", weight=g.integers(-32, 33, (6, 12)), bias=g.integers(-32, 33, 6), relu=1),
            fq_layer("output", weight=g.integers(-32, 33, (7, 6)), bias=g.integers(-32, 33, 7),
                     threshold=g.integers(1, 33, 7), width=g.integers(1, 33, 7), gain=g.integers(1, 33, 7)),
            linear_layer("readout", weight=g.integers(-32, 33, (10, 7)), bias=g.integers(-32, 33, 10)),
        ),
        name=name,
    )  # fmt: skip


def random_src(*, name: str = "random-src", frames: int = 12) -> Network:
    g = np.random.Generator(np.random.PCG64(12))
    return src_network(
        (
            src_layer("hidden", weight=g.integers(-16, 40, (21, 64)), z_max=900),
            src_layer("output", weight=g.integers(-100, 256, (12, 21)), z_max=850),
        ),
        frames=frames,
        name=name,
    )


def digits(network: Network, count: int) -> np.ndarray:
    images = data.load("digits", "test").images[:count]
    return coding.encode(network.coding.kind, network.coding.parameters, images)


def assert_equal(network: Network, inputs: np.ndarray, run: digital.RtlRun) -> None:
    trace = twin.simulate(network, inputs)
    compared = 0
    for layer, layer_trace in trace.layers.items():
        assert set(run.states[layer]) == set(layer_trace.states)
        for state, whole in layer_trace.states.items():
            expected = whole[:, run.first_step :]
            np.testing.assert_array_equal(run.states[layer][state], expected, err_msg=f"{layer}.{state}")
            compared += expected.size
    assert compared > 0 or inputs.shape[1] == 0
    np.testing.assert_array_equal(run.scores, trace.scores)
    np.testing.assert_array_equal(run.decisions, trace.decisions)


@pytest.mark.parametrize("network", [random_bmru(), random_src()], ids=lambda network: network.name)
@pytest.mark.parametrize("stalls", [0, 40])
def test_every_state_of_real_digits_equals_the_twin(network, stalls, tmp_path):
    inputs = digits(network, 8)
    run = digital.simulate(network, inputs, work=tmp_path / "run", stalls=stalls)
    assert_equal(network, inputs, run)
    assert run.simulator.startswith("Icarus Verilog ")
    if stalls == 0:
        assert run.cycles == digital.predicted_cycles(network, inputs)
        assert run.cycles_first_sample == digital.predicted_cycles(network, inputs[:1])


@pytest.mark.parametrize("name", SHIPPED)
def test_every_state_of_a_shipped_model_equals_the_twin(name, tmp_path):
    network = checkpoint.load(resources.folder("models") / name)
    inputs = digits(network, 6)
    run = digital.simulate(network, inputs, work=tmp_path / "run")
    assert_equal(network, inputs, run)
    assert run.cycles == digital.predicted_cycles(network, inputs)


@pytest.mark.parametrize("network", [random_bmru(), random_src()], ids=lambda network: network.name)
@pytest.mark.parametrize("steps", [0, 1])
def test_samples_of_no_and_of_one_step(network, steps, tmp_path):
    inputs = digits(network, 3)[:, :steps]
    options = digital.Options(fold_black_frames=False)
    assert_equal(network, inputs, digital.simulate(network, inputs, work=tmp_path / "run", options=options))


def bench_files(network: Network, folder: Path, samples: int = 4) -> tuple[Path, Path]:
    """An exported design and vectors with what is expected."""
    design = digital.export(network, output=folder / "verilog").parent
    inputs = list(digits(network, samples))
    described = NetworkDesign(network)
    write_json(
        folder / "vectors.json",
        {"samples": stimulus.samples(described, inputs), "expected": stimulus.expected(described, inputs)},
    )
    return design, folder / "vectors.json"


def flip_a_weight_bit(verilog: Path, module: str) -> None:
    """In the row of an input that real digits use."""
    head, body = verilog.read_text().split(f"module {module}(", 1)
    body, count = re.subn(
        r"(weights(?:_4)?\[3\] = \d+'h[0-9a-f]*)([0-9a-f]);",
        lambda m: f"{m[1]}{int(m[2], 16) ^ 4:x};",
        body,
        count=1,
    )
    assert count == 1
    verilog.write_text(f"{head}module {module}({body}")


@pytest.mark.parametrize("network", [random_bmru(), random_src()], ids=lambda network: network.name)
def test_one_wrong_bit_in_a_rom_is_found_and_named(network, tmp_path):
    design, vectors_file = bench_files(network, tmp_path)
    run_bench(design, vectors_file=vectors_file, work=tmp_path / "right", time_limit_s=120)
    first = network.layers[0].name
    top = network.name.replace("-", "_")
    flip_a_weight_bit(design / f"{top}.v", f"{top}__{first}__sums")
    with pytest.raises(ToolError, match=rf"layer {first}, state \w+: sample \d+, step \d+, unit \d+: expected -?\d+, "):
        run_bench(design, vectors_file=vectors_file, work=tmp_path / "wrong", time_limit_s=120)


def test_wrong_scores_are_found_where_all_states_are_right(tmp_path):
    network = random_bmru()
    design, vectors_file = bench_files(network, tmp_path)
    flip_a_weight_bit(design / "random_bmru.v", "random_bmru__readout__sums")
    with pytest.raises(ToolError, match=r"score of class: sample \d+, unit 0: expected -?\d+, found -?\d+"):
        run_bench(design, vectors_file=vectors_file, work=tmp_path / "wrong", time_limit_s=120)


@pytest.mark.parametrize(
    ("network", "junk", "means"),
    [
        (
            bmru_network((linear_layer(weight=[[1, 2, 3], [4, 5, 6]], bias=[1, -1]),), classes=("a", "b")),
            [{"value": 9, "present": 1}] * 4 + [{"value": 9, "present": 1, "end_of_step": 1}],
            [[9, 9, 9]],
        ),
        (
            src_network((src_layer(weight=[[99, 99, 99], [99, -99, 99]]),), classes=("a", "b")),
            [{"end_of_step": 1}, {"address": 3, "spike": 1}, {"address": 2, "spike": 1, "end_of_step": 1}] * 2,
            [[0, 0, 0], [0, 0, 1]] * 2,
        ),
    ],
    ids=["values", "addresses"],
)
def test_data_past_the_last_input_are_ignored(network, junk, means, tmp_path):
    options = digital.Options(events_per_cycle=1, fold_black_frames=False)
    design, described = (
        digital.export(network, output=tmp_path / "verilog", options=options).parent,
        NetworkDesign(network, options),
    )
    items = [format(stimulus.payload(described.source, item), "x") for item in [*junk, {"end_of_sample": 1}]]
    expected = stimulus.expected(described, [np.array(means)])
    samples = [{"steps": len(means), "items": items}]
    write_json(tmp_path / "vectors.json", {"samples": samples, "expected": expected})
    run_bench(design, vectors_file=tmp_path / "vectors.json", work=tmp_path / "run", time_limit_s=120)


def test_the_testbench_runs_alone(tmp_path):
    network = random_src(frames=4)
    design = digital.export(network, output=tmp_path / "verilog").parent
    script = Path(__file__).parents[1] / "sim" / "cocotb" / "run.py"
    command = [sys.executable, str(script), str(design), "--samples", "3", "--stalls", "20"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    flip_a_weight_bit(design / "random_src.v", "random_src__hidden__sums")
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 1
    assert "layer hidden, state i: sample" in done.stdout + done.stderr


@pytest.mark.parametrize("network", [random_bmru(), random_src()], ids=lambda network: network.name)
def test_export_gives_the_same_bytes_everywhere(network, tmp_path):
    first = digital.export(network, output=tmp_path / "one").parent
    code = (
        "import sys; from pathlib import Path; from codesign import checkpoint, digital\n"
        "digital.export(checkpoint.load(Path(sys.argv[1])), output=Path(sys.argv[2]))"
    )
    # Another process, another folder and another order of hashes.
    subprocess.run(
        [sys.executable, "-c", code, str(first), "two"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONHASHSEED": "77"},
        check=True,
        timeout=300,
    )
    names = sorted(path.name for path in first.iterdir())
    assert names == sorted(path.name for path in (tmp_path / "two").iterdir())
    for name in names:
        assert (first / name).read_bytes() == (tmp_path / "two" / name).read_bytes(), name
    text = (first / f"{network.name.replace('-', '_')}.v").read_text()
    assert f"sha256:{network.hash}" in text
    assert str(Path.home()) not in text
    assert "/" not in re.sub(r"//", "", text)  # no path of any machine
    assert "\\" not in text  # no name that has to be escaped


@pytest.mark.parametrize(("network", "top"), [(random_bmru(), AxiStreamDesign), (random_src(), PixelDesign)])
def test_no_name_depends_on_the_bytecode_of_this_python(network, top, monkeypatch):
    """Amaranth names a signal after the variable it is assigned to where the interpreter lets it see which."""

    def rtlil() -> list[str]:
        modules = Modules()
        modules.convert(top(network, digital.options.ENGINES["small"]), "top")
        return list(modules.texts.values())

    seen = rtlil()
    nothing = object()

    def blind(depth: int = 2, default: object = nothing) -> object:
        if default is nothing:
            raise tracer.NameNotFound
        return default

    monkeypatch.setattr(tracer, "get_var_name", blind)
    assert rtlil() == seen


def test_every_signal_and_port_is_given_its_name():
    unnamed, keywords = [], []
    for path in [*(ROOT / "digital").rglob("*.py"), *(ROOT / "cells").glob("*/rtl.py")]:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call):
                called, given = ast.unparse(node.func), {keyword.arg for keyword in node.keywords}
                if called in ("Signal", "Signal.like") and "name" not in given:
                    unnamed.append(f"{path}:{node.lineno}")
                if called == "Signal":
                    names = [keyword.value for keyword in node.keywords if keyword.arg == "name"]
                    words = [name.value for name in names if isinstance(name, ast.Constant)]
                    # The printer of VHDL renames what is a keyword there alone.
                    keywords += [f"{path}: {word}" for word in words if identifier(word) != word and word not in VHDL]
                if called.endswith((".read_port", ".write_port")):
                    unnamed.append(f"{path}:{node.lineno}: see codesign/digital/memory_ports.py")
    assert (unnamed, keywords) == ([], [])


def test_layers_may_be_named_like_keywords_and_ports(tmp_path):
    network = src_network(
        tuple(
            src_layer(name, weight=np.full((3, inputs), 90))
            for name, inputs in (("input", 64), ("clk", 3), ("decision", 3), ("reg", 3), ("signal", 3), ("final", 3))
        ),
        frames=8,
        name="module",
    )
    inputs = digits(network, 2)
    assert_equal(network, inputs, digital.simulate(network, inputs, work=tmp_path / "run"))


def test_a_sample_with_too_many_steps_is_refused(tmp_path):
    network = random_src()
    with pytest.raises(InputError, match=r"^samples of 14 steps, but the scores of this design have room for 13; "):
        digital.simulate(network, digits(network, 1), work=tmp_path / "run", options=digital.Options(longest_sample=13))


def test_a_missing_tool_is_named(monkeypatch, tmp_path):
    monkeypatch.setenv("CODESIGN_VVP", str(tmp_path / "none"))
    with pytest.raises(MissingToolError, match=r"^CODESIGN_VVP="):
        digital.simulate(random_src(), digits(random_src(), 1), work=tmp_path / "run")


def test_a_simulation_that_takes_too_long_leaves_no_process(tmp_path, monkeypatch):
    design, vectors_file = bench_files(random_src(), tmp_path, samples=1)
    # A simulator that hangs, as the grandchild that it is.
    programs = tmp_path / "programs"
    programs.mkdir()
    pid_file = tmp_path / "pid"
    for name in ("iverilog", "vvp"):
        (programs / name).write_text(f"#!/bin/sh\necho $$ > {pid_file}\nexec sleep 600\n")
        (programs / name).chmod(0o755)
        monkeypatch.setenv(f"CODESIGN_{name.upper()}", str(programs / name))
    start = time.monotonic()
    with pytest.raises(ToolError, match=r"^the simulation did not finish within 3 s and was stopped$"):
        run_bench(design, vectors_file=vectors_file, work=tmp_path / "run", time_limit_s=3)
    assert time.monotonic() - start < 30
    pid = int(pid_file.read_text())
    for _ in range(50):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return
        if Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z":
            return  # ended, and nobody has asked for its status yet
        time.sleep(0.1)
    os.kill(pid, signal.SIGKILL)
    pytest.fail("the simulator still ran")


def test_the_log_of_a_broken_design_is_shown(tmp_path):
    design, vectors_file = bench_files(random_src(), tmp_path, samples=1)
    (design / "random_src.v").write_text("module random_src(;\n")
    with pytest.raises(ToolError, match=r"(?s)^the simulation of 'verilog' failed; .*\n.*syntax error"):
        run_bench(design, vectors_file=vectors_file, work=tmp_path / "run", time_limit_s=60)


def test_the_testbench_is_complete_in_its_folder(tmp_path):
    """Copied elsewhere, it runs without codesign."""
    network = random_bmru()
    design, vectors_file = bench_files(network, tmp_path, samples=2)
    shutil.copytree(Path(vectors.__file__).parent, tmp_path / "bench", ignore=shutil.ignore_patterns("__pycache__"))
    assert not any("codesign." in path.read_text().replace("``codesign", "") and "import codesign" in path.read_text()
                   for path in (tmp_path / "bench").iterdir())  # fmt: skip
    folders = [str(tools.find(name).parent) for name in ("iverilog", "vvp")]
    done = subprocess.run(
        [sys.executable, "bench/run.py", str(design), "--vectors", str(vectors_file), "--work", "build"],
        cwd=tmp_path,
        env={**os.environ, "PATH": os.pathsep.join([*folders, os.environ["PATH"]])},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]


def test_simulate_needs_samples(tmp_path):
    with pytest.raises(InputError, match=r"^at least one sample is needed to simulate, not 0$"):
        digital.simulate(random_src(), np.zeros((0, 3, 64), dtype=int), work=tmp_path / "run")
