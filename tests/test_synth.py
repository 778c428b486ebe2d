# amaranth: UnusedElaboratable=no
"""Synthesis: what the tools report, the command, and a board that answers on a serial port."""

import json
import os
import pty
import subprocess
import sys
import threading
import tty
from pathlib import Path

import numpy as np
import pytest
from networks import rows_network
from serial_line import SimulatedChip

from codesign import checkpoint
from codesign.digital import boards, options, toolchains
from codesign.digital.synthesis import synthesise
from codesign.digital.synthesis.figures import read_figures, read_timing
from codesign.errors import ToolError

pytest.importorskip("amaranth_boards")
ROOT = Path(__file__).parents[1]
BASELINES = ROOT / "hdl" / "baselines"
HOUSE = {"lut", "ff", "block_ram", "dsp", "fmax_mhz", "cycles_per_sample", "us_per_sample", "bitstream"}


def codesign(*arguments: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "codesign.cli", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=3000, check=False)


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("model") / "small.safetensors"
    checkpoint.save(rows_network(), path)
    return path


def test_a_core_is_synthesised_and_counted(tmp_path: Path, model: Path):
    result = codesign(
        "synth", str(model), "--board", "icebreaker", "--core", "--engine", "small", "--samples", "2",
        "--layers", "--output", str(tmp_path / "out"), "--json", str(tmp_path / "synth.json"),
    )  # fmt: skip
    assert result.returncode == 0, result.stderr
    found = json.loads((tmp_path / "synth.json").read_text())
    assert set(found) >= HOUSE
    # Layers are mapped apart from each other, so their sum is near the whole, and not the same.
    assert list(found["layers"]) == ["memory", "readout", "decision"]
    for kind in ("lut", "ff"):
        assert all(taken[kind] > 0 for taken in found["layers"].values())
        assert sum(taken[kind] for taken in found["layers"].values()) == pytest.approx(found[kind], rel=0.25)
    assert found["bitstream"] is None
    assert found["fmax_mhz"] is None  # an iCE40 has too few pins to place a core
    # Not only what yosys counted, but that it is of the right size: a few hundred registers, a ROM of weights in logic.
    assert 200 < found["ff"] < 3000
    assert 200 < found["lut"] < 5280
    assert found["us_per_sample"] == pytest.approx(found["cycles_per_sample"] / 12)
    assert json.loads((tmp_path / "out" / "synthesis.json").read_text()) == found


def test_an_unknown_board_and_engine_are_refused(model: Path):
    for arguments, message in (
        (("--board", "ulx3"), "did you mean 'ulx3s'?"),
        (("--board", "ulx3s", "--engine", "smal"), "did you mean 'small'?"),
        (("--board", "ulx3s", "--clock", "4000", "--no-place"), "cannot be made"),
    ):
        result = codesign("synth", str(model), *arguments)
        assert result.returncode == 2
        assert message in result.stderr


def test_figures_count_each_cell_for_what_it_holds(tmp_path: Path):
    file = tmp_path / "statistics.json"
    cells = {"LUT4": 10, "CCU2C": 3, "TRELLIS_DPR16X4": 1, "TRELLIS_FF": 7, "DP16KD": 2, "PFUMX": 5}
    file.write_text(json.dumps({"design": {"num_cells_by_type": cells}}))
    figures = read_figures(file, toolchains.load("ecp5"))
    assert (figures.lut, figures.ff, figures.block_ram, figures.dsp) == (10 + 6 + 6, 7, 2, 0)
    file.write_text("{")
    with pytest.raises(ToolError, match="no report that can be read"):
        read_figures(file, toolchains.load("ecp5"))
    with pytest.raises(ToolError, match="no report that can be read"):
        read_timing(tmp_path / "missing.json")


def test_the_command_runs_a_board_over_a_serial_port(tmp_path: Path, model: Path):
    """The chip's RTL behind a pseudo-terminal; ``codesign run`` knows nothing of it."""
    chip = SimulatedChip(rows_network(), options.engine("small"), patience=100)
    master, slave = pty.openpty()
    tty.setraw(slave)
    os.set_blocking(master, False)
    stop = threading.Event()

    def serve() -> None:
        while not stop.is_set():
            try:
                chip.write(os.read(master, 4096))
            except BlockingIOError:
                stop.wait(0.002)
            if sent := chip.read(64):
                os.write(master, sent)

    server = threading.Thread(target=serve)
    server.start()
    try:
        arguments = ("--port", os.ttyname(slave), "--samples", "2",
                     "--patience", "60", "--json", str(tmp_path / "run.json"))  # fmt: skip
        result = codesign("run", str(model), *arguments)
    finally:
        stop.set()
        server.join()
        os.close(slave)
        os.close(master)
    assert result.returncode == 0, result.stderr
    found = json.loads((tmp_path / "run.json").read_text())
    assert found["agree"] == found["samples"] == 2
    assert found["accuracy_board"] == found["accuracy_twin"]
    assert found["status"]["refused"] == found["status"]["crc_errors"] == 0


def test_a_port_that_is_none_is_refused(model: Path):
    result = codesign("run", str(model), "--port", "/dev/none")
    assert result.returncode == 2
    assert "/dev/none" in result.stderr


@pytest.mark.full
def test_a_bitstream_comes_out_and_its_bytes_are_the_same_again(tmp_path: Path):
    network = rows_network()
    inputs = [np.zeros((4, 8), dtype=np.int64)]
    results = [
        synthesise(network, board=boards.load("icebreaker"), inputs=inputs, output=tmp_path / name)
        for name in ("one", "two")
    ]
    first, second = (result.bitstream.read_bytes() for result in results if result.bitstream)
    assert first == second
    assert len(first) == 104_090  # an iCE40UP5K's, whole
    assert results[0].meets_timing
    assert results[0].timing is not None
    assert results[0].timing.critical_path


@pytest.mark.full
def test_a_vivado_project_is_left_where_vivado_is_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("CODESIGN_VIVADO", raising=False)
    monkeypatch.setenv("PATH", "/usr/bin:/bin")
    inputs = [np.zeros((4, 8), dtype=np.int64)]
    result = synthesise(rows_network(), board=boards.load("nitefury"), inputs=inputs, output=tmp_path / "out")
    assert result.left_out == ("vivado",)
    assert (result.bitstream, result.timing) == (None, None)
    assert result.figures.ff > 500
    script = (tmp_path / "out" / "top.tcl").read_text()
    for command in ("-part xc7a200tfbg484-2", "report_timing_summary", "report_power", "write_bitstream", "top.v"):
        assert command in script
    assert "PLLE2_BASE" in (tmp_path / "out" / "top.v").read_text()


@pytest.mark.full
@pytest.mark.parametrize("path", sorted(BASELINES.glob("*.json")), ids=lambda path: path.stem)
def test_synthesis_is_within_the_tolerances_of_its_baseline(path: Path, tmp_path: Path):
    baseline = json.loads(path.read_text())
    output = tmp_path / "synth.json"
    result = codesign("synth", *baseline["arguments"], "--output", str(tmp_path / "out"), "--json", str(output))
    assert result.returncode == 0, result.stderr
    found = json.loads(output.read_text())
    for key, limit in baseline["limits"].items():
        assert limit["low"] <= found[key] <= limit["high"], f"{key}: {found[key]}; renew with scripts/baselines.py"
