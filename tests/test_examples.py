"""The examples run as they are, on the real simulators; with less training than they have by default."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from codesign import checkpoint

pytest.importorskip("torch")

ROOT = Path(__file__).parents[1]


def test_a_network_of_ones_own_is_trained_exported_and_verified(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "examples" / "train_your_own.py", "--output", tmp_path, "--epochs", "20"],
        capture_output=True, text=True, check=False, timeout=540, cwd=tmp_path, env=dict(os.environ),
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    accuracy = re.search(r"test accuracy ([0-9.]+)%", done.stdout)
    assert accuracy is not None
    assert float(accuracy[1]) > 50
    for target, states in (("spice", 3 * 8 * 32), ("verilog", 20 * 8 * 32)):
        line = re.search(
            rf"{target}: .* (\d+) of (\d+) states and (\d+) of (\d+) decisions as the twin's: pass", done.stdout
        )
        assert line is not None, done.stdout
        agree, compared, decided, samples = (int(group) for group in line.groups())
        assert compared == states
        assert agree >= 0.98 * states if target == "spice" else agree == states
        assert decided == samples
    network = checkpoint.load(tmp_path)
    assert [layer.name for layer in network.layers] == ["memory", "readout"]
    assert (tmp_path / "spice" / "testbench.cir").is_file()
    assert list((tmp_path / "verilog").glob("*.v"))
