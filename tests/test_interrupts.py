"""Commands that are told to end: soon, with all that they started, without temporary files."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from dask_cluster import wait_for

NGSPICE = """#!/bin/sh
case "$1" in --version) echo "ngspice-39"; exit;; esac
echo $$ >> {pids}
exec sleep 600
"""


@pytest.mark.parametrize("by", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_command_that_is_told_to_end_leaves_nothing(tmp_path: Path, by: signal.Signals) -> None:
    pids, temporary, program = tmp_path / "pids", tmp_path / "temporary", tmp_path / "ngspice"
    temporary.mkdir()
    program.write_text(NGSPICE.format(pids=pids))
    program.chmod(0o755)
    process = subprocess.Popen(
        [sys.executable, "-m", "codesign.cli", "verify", "digits-bmru", "--target", "spice", "--samples", "4",
         "--jobs", "2"],
        env={**os.environ, "TMPDIR": str(temporary), "CODESIGN_NGSPICE": str(program)},
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
        preexec_fn=lambda: [signal.signal(number, signal.SIG_DFL) for number in (signal.SIGINT, signal.SIGHUP)],
    )  # fmt: skip
    try:
        wait_for(lambda: pids.is_file() and len(pids.read_text().split()) == 2)
        process.send_signal(by)
        _, said = process.communicate(timeout=20)
    finally:
        process.kill()
    assert process.returncode == 128 + by, said
    assert "Traceback" not in said
    assert not list(temporary.iterdir())
    for pid in pids.read_text().split():
        assert not Path(f"/proc/{pid}").exists()
    assert len(pids.read_text().split()) == 2, "none was begun after it"
