"""Regressions and corner runs: every verification a job, with verdicts, logs, resumption and JUnit XML."""

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pytest
from networks import rows_network
from typer.testing import CliRunner

from codesign import checkpoint, resources
from codesign.analog import technology as technologies
from codesign.cli.app import app
from codesign.data import Examples
from codesign.errors import InputError, MissingToolError
from codesign.jobs import Workers
from codesign.verify import conditions, regression, targets
from codesign.verify.identity import identity
from codesign.verify.junit import junit

HERE = Workers(count=0)
DIGITS = checkpoint.load(resources.models()["digits-bmru"])
TARGETS = ["behavioural", "spice", "verilog", "vhdl"]
SPIKES = checkpoint.load(resources.models()["digits-src"])


def codesign(*arguments: object) -> Any:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def test_cases_are_what_each_model_can_be_built_for() -> None:
    names = [case.name for case in regression.cases([DIGITS, SPIKES], TARGETS, ["small", "fast"])]
    assert names == [
        "digits-bmru/behavioural", "digits-bmru/spice", "digits-bmru/verilog-small", "digits-bmru/verilog-fast",
        "digits-bmru/vhdl-small", "digits-bmru/vhdl-fast", "digits-src/verilog-small", "digits-src/verilog-fast",
        "digits-src/vhdl-small", "digits-src/vhdl-fast",
    ]  # fmt: skip
    assert [case.name for case in regression.cases([DIGITS, SPIKES], ["spice"], ["small"])] == ["digits-bmru/spice"]


@pytest.mark.parametrize(
    ("networks", "targets", "engines", "message"),
    [
        ([SPIKES], ["spice"], ["small"], "none of digits-src can be built for spice"),
        ([SPIKES], ["spicy"], ["small"], "unknown target 'spicy'; did you mean 'spice'?"),
        ([SPIKES], ["all"], ["smal"], "unknown engine 'smal'; did you mean 'small'?"),
        ([SPIKES, SPIKES], ["all"], ["small"], "two of the models are called 'digits-src'"),
    ],
)
def test_what_cannot_be_a_regression_is_refused(
    networks: list[Any], targets: list[str], engines: list[str], message: str
) -> None:
    with pytest.raises(InputError) as refused:
        regression.cases(networks, targets, engines)
    assert message in str(refused.value)


def test_a_regression_from_the_command_line_and_again(tmp_path: Path) -> None:
    arguments = ["regress", "digits-bmru", "digits-src", "--target", "verilog", "--samples", 1, "--jobs", 0,
                 "--folder", tmp_path / "kept", "--json", tmp_path / "r.json",
                 "--junit", tmp_path / "r.xml"]  # fmt: skip
    done = codesign(*arguments)
    assert done.exit_code == 0, done.output
    assert "2 of 2 pass, 0 were done before" in done.output
    figures = json.loads((tmp_path / "r.json").read_text())
    assert [case["verdict"] for case in figures["cases"]] == ["pass", "pass"]
    assert figures["cases"][1]["comparison"]["states_compared"] == 32 * 240
    suites = ElementTree.parse(tmp_path / "r.xml").getroot()
    assert suites.attrib == {"name": "codesign regress", "tests": "2", "failures": "0", "errors": "0"}
    assert [case.get("classname") for case in suites.iter("testcase")] == ["digits-bmru", "digits-src"]
    assert all(float(case.get("time", "")) > 0 for case in suites.iter("testcase"))
    before = (tmp_path / "r.json").read_bytes()
    again = codesign(*arguments, "--samples", 1)
    assert "2 of 2 pass, 2 were done before" in again.output
    assert (tmp_path / "r.json").read_bytes() == before


def test_the_key_changes_with_everything_that_decides() -> None:
    examples = Examples(images=np.zeros((2, 8, 8), dtype=np.int64), labels=np.zeros(2, dtype=np.int64))
    other = Examples(images=np.ones((2, 8, 8), dtype=np.int64), labels=np.zeros(2, dtype=np.int64))
    first = identity(DIGITS, examples, target="spice", technology="generic180")
    assert first == identity(DIGITS, examples, target="spice", technology="generic180")
    changed = [
        identity(SPIKES, examples, target="spice", technology="generic180"),
        identity(DIGITS, other, target="spice", technology="generic180"),
        identity(DIGITS, examples, target="behavioural", technology="generic180"),
    ]
    assert all(each != first for each in changed)
    rtl = identity(DIGITS, examples, target="verilog", technology="generic180")
    assert rtl["circuits"] is None
    simulators = {
        "spice": {"ngspice"},
        "behavioural": {"ngspice"},
        "verilog": {"iverilog", "vvp", "yosys"},
        "vhdl": {"ghdl", "yosys"},
        "verilator": {"verilator", "c++", "yosys"},
    }
    assert set(simulators) == set(targets.names())
    for target, names in simulators.items():
        found = identity(DIGITS, examples, target=target, technology="generic180")
        assert set(found["simulators"]) == names, target
        assert all(found["packages"].values()), target
    assert len(first["program"]) == len(first["circuits"]) == 64


def test_what_fails_ends_in_table_status_and_xml(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """GHDL that is not there is an error of its case."""
    monkeypatch.setenv("CODESIGN_GHDL", "/nowhere/ghdl")
    cases = regression.cases([DIGITS], ["verilog", "vhdl"], ["small"])
    found = regression.regress(cases, samples=1, folder=tmp_path, workers=HERE)
    assert [case["verdict"] for case in found.figures["cases"]] == ["pass", "error"]
    assert not found.passed
    assert "CODESIGN_GHDL='/nowhere/ghdl' names no program" in found.figures["cases"][1]["error"]
    (error,) = ElementTree.fromstring(junit(found)).iter("error")
    assert "/nowhere/ghdl" in error.get("message", "")
    assert "MissingToolError" in (error.text or "")
    arguments = ["regress", "digits-bmru", "--engine", "small", "--samples", 1, "--jobs", 0, "--folder", tmp_path]
    done = codesign(*arguments, "--target", "vhdl")
    assert done.exit_code == 3
    assert "FAILED: digits-bmru/vhdl-small: CODESIGN_GHDL" in done.output
    assert str(tmp_path / "logs" / "digits-bmru" / "vhdl-small.log") in done.output


def test_a_target_that_disagrees_is_status_1_with_its_first_divergence(tmp_path: Path) -> None:
    """A die that the chip's margins do not cover."""
    done = codesign(
        "regress", "digits-bmru", "--target", "behavioural", "--mismatch", 1, "--samples", 1, "--jobs", 0,
        "--folder", tmp_path / "kept", "--json", tmp_path / "r.json", "--junit", tmp_path / "r.xml",
    )  # fmt: skip
    assert done.exit_code == 1
    assert "digits-bmru/behavioural: first divergence in sample 0, step " in done.output
    (case,) = json.loads((tmp_path / "r.json").read_text())["cases"]
    assert case["verdict"] == "fail"
    (failure,) = ElementTree.parse(tmp_path / "r.xml").getroot().iter("failure")
    agree, of = (case["comparison"][name] for name in ("states_agree", "states_compared"))
    assert failure.get("message") == f"{agree} of {of} states and 1 of 1 decisions are the twin's"
    assert agree < of


def test_a_condition_is_a_job(tmp_path: Path) -> None:
    network = rows_network()
    examples = Examples(
        images=np.random.default_rng(3).integers(0, 17, size=(2, 8, 8)), labels=np.zeros(2, dtype=np.int64)
    )
    technology = technologies.load("generic180")
    rows = [
        row
        for row in conditions.conditions(technology, {"decision": "readout"}, dies=1)
        if row.name in ("ss", "-40C", "1.1V", "die1")
    ]

    def study(**options: Any) -> conditions.Study:
        return conditions.study(network, rows, samples=1, examples=examples, folder=tmp_path, **options)

    first = study(workers=Workers(count=2))
    assert [row["name"] for row in first.figures["rows"]] == ["ss", "-40C", "1.1V", "die1"]
    assert all(row["found"]["states_compared"] == 8 * 2 for row in first.figures["rows"])
    assert first.figures["simulator"].startswith("ngspice ")
    seen: list[str] = []
    again = study(workers=HERE, progress=lambda done, total, doing: seen.append(doing))
    assert again.figures == first.figures
    assert seen == [f"{network.name} under conditions: 4 of 4 were done before"]
    assert study(workers=HERE, resume=False).figures == first.figures, "the same here as in other processes"


def test_a_simulator_that_fails_is_a_row_and_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    examples = Examples(images=np.zeros((1, 8, 8), dtype=np.int64), labels=np.zeros(1, dtype=np.int64))
    row = conditions.conditions(technologies.load("generic180"), {"decision": "readout"})[0]
    broken = tmp_path / "ngspice"
    broken.write_text("#!/bin/sh\necho 'no convergence' >&2\nexit 1\n")
    broken.chmod(0o755)

    def study() -> conditions.Study:
        return conditions.study(
            rows_network(), [row], samples=1, examples=examples, folder=tmp_path / "kept", workers=HERE
        )

    monkeypatch.setenv("CODESIGN_NGSPICE", str(broken))
    failed = study()
    assert failed.figures["rows"][0]["found"] is None
    assert "no convergence" in failed.figures["rows"][0]["error"]
    assert failed.failures["typical"].log == tmp_path / "kept" / "logs" / "typical.log"
    monkeypatch.setenv("CODESIGN_NGSPICE", str(tmp_path / "nowhere"))
    with pytest.raises(MissingToolError, match="names no program that can be run"):
        study()
    monkeypatch.delenv("CODESIGN_NGSPICE")
    assert study().figures["rows"][0]["found"]["states_compared"] == 16


def test_corners_from_the_command_line(tmp_path: Path) -> None:
    faulty = codesign("corners", "keyword-bmru", "--only", "sss", "--folder", tmp_path)
    assert "unknown condition 'sss'; did you mean 'ss'?" in str(faulty.exception)
    clash = codesign("corners", "keyword-bmru", "--jobs", 2, "--scheduler", "tcp://a:1", "--folder", tmp_path)
    assert "name one of the two, not both" in str(clash.exception)
