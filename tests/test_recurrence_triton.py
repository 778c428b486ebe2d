"""The Triton kernels without a GPU: interpreted against the time loops, compiled for GPUs that are not here.

Triton decides at import whether it interprets, so both happen in processes of their own.
"""

import json
import os
import runpy
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import torch

from codesign.errors import InputError
from codesign.recurrence import triton as recurrence_triton
from codesign.recurrence.triton import launch, schedule
from codesign.recurrence.triton.traffic import TRAFFIC

HERE = Path(__file__).parent
OPERATORS = ("last_write", "cumulative", "between", "hysteresis", "accumulate", "linear", "hold")
INSTRUCTIONS_PER_BYTE = 32 * 4 / 15
"""Of a warp, of what an H100 moves at its full bandwidth: 15 bytes per clock and multiprocessor, 4 instructions."""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="there are wheels of triton for Linux only")


def python(*arguments: str, interpret: str = "0", cache: Path | None = None) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "TRITON_INTERPRET": interpret, "PYTHONPATH": str(HERE)}
    if cache is not None:
        environment["TRITON_CACHE_DIR"] = str(cache)
    return subprocess.run(
        [sys.executable, *arguments], env=environment, capture_output=True, text=True, timeout=500, check=False
    )


def test_interpreted_kernels_are_the_loops() -> None:
    cases = python(
        "-m", "pytest", "-q", "-p", "no:cacheprovider", str(HERE / "recurrence_triton_cases.py"), interpret="1"
    )
    assert cases.returncode == 0, cases.stdout + cases.stderr


def compiled(capability: int, dtype: str, shape: str, operators: tuple[str, ...], cache: Path) -> list[dict[str, Any]]:
    program = python(str(HERE / "recurrence_triton_compile.py"), str(capability), dtype, shape, *operators, cache=cache)
    assert program.returncode == 0, program.stderr
    kernels = [json.loads(line) for line in program.stdout.splitlines()]
    assert [kernel["kernel"] for kernel in kernels] == [
        "forward_effect", "forward", "backward_effect", "backward"
    ] * len(operators)  # fmt: skip
    assert all(kernel["local"] == 0 for kernel in kernels), "registers are spilled"
    assert all(kernel["doubles"] > 0 for kernel in kernels), "eps is not passed in double precision"
    return kernels


def test_compiled_kernels_leave_memory_the_limit(tmp_path: Path) -> None:
    """Numbers are loaded one per thread (a warp's are a cache line), and there is time for the instructions."""
    for kernel in compiled(90, "float32", "2,1024,64", ("last_write",), tmp_path):
        assert set(kernel["loads"]) <= {"ld.global.b32", "ld.global.b8"}
        if kernel["kernel"] in ("forward", "backward"):
            moved = TRAFFIC["bmru with thresholds"][kernel["kernel"]].bytes(4)
            assert kernel["loop"] < 0.7 * INSTRUCTIONS_PER_BYTE * moved


@pytest.mark.full
@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("capability", [80, 90, 100])
def test_all_kernels_compile(capability: int, dtype: str, tmp_path: Path) -> None:
    compiled(capability, dtype, "2,1024,64", OPERATORS, tmp_path)


@pytest.mark.full
def test_kernels_compile_for_sizes_and_strides_that_are_1(tmp_path: Path) -> None:
    """Triton makes constants of arguments that are 1."""
    compiled(90, "float32", "1,2,1", OPERATORS, tmp_path)


@pytest.mark.parametrize(
    ("shape", "chunks"),
    [
        ((16, 128, 128), schedule.Chunks(count=1, steps=128)),  # a chunk of fewer steps is not worth it
        ((16, 4096, 128), schedule.Chunks(count=32, steps=128)),
        ((16, 16384, 128), schedule.Chunks(count=64, steps=256)),
        ((64, 16384, 256), schedule.Chunks(count=8, steps=2048)),
        ((300, 4096, 512), schedule.Chunks(count=1, steps=4096)),  # programs enough
        ((1, 1, 1), schedule.Chunks(count=1, steps=8)),
        ((1, 1000, 1), schedule.Chunks(count=7, steps=144)),  # whole blocks
    ],
)
def test_time_is_cut_where_programs_are_few(shape: tuple[int, int, int], chunks: schedule.Chunks) -> None:
    """132 multiprocessors, as an H100 has them."""
    found = schedule.chunks(132, *shape)
    assert found == chunks
    assert (found.count - 1) * found.steps < shape[1] <= found.count * found.steps


def test_without_a_gpu_there_is_one_chunk() -> None:
    assert schedule.chunks(0, 16, 4096, 128) == schedule.Chunks(count=1, steps=4096)


WITHOUT_TRITON = """
import sys
sys.modules["triton"] = None
import torch
from codesign import recurrence
from codesign.recurrence import triton
assert not triton.available()
state = torch.ones(1, 2)
recurrence.bistable(torch.zeros(1, 3, 2), state[0], None, state[0], state[0], state)
"""


def test_the_package_works_without_triton() -> None:
    program = python("-c", WITHOUT_TRITON)
    assert program.returncode == 0, program.stderr


def test_tensors_that_the_kernels_cannot_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(launch, "interpreted", lambda: False)
    signal = torch.zeros(1, 3, 2)
    with pytest.raises(InputError) as caught:
        recurrence_triton.hold(signal, signal, signal[:, 0])
    assert str(caught.value) == (
        "the Triton kernels cannot read tensors on cpu; move them to a CUDA device, choose another implementation, "
        "or set TRITON_INTERPRET=1 before Python starts to interpret the kernels"
    )


BANDWIDTH = HERE.parent / "scripts" / "recurrence_bandwidth.py"


@pytest.mark.may_skip
@pytest.mark.skipif(torch.cuda.is_available(), reason="it would measure")
def test_bandwidth_is_not_measured_without_a_gpu(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", [str(BANDWIDTH)])
    with pytest.raises(SystemExit) as caught:
        runpy.run_path(str(BANDWIDTH), run_name="__main__")
    assert caught.value.code == 3
    message = "bandwidth is measured on a CUDA device, and torch finds none on this machine\n"
    assert capsys.readouterr().err == message


def test_bandwidth_script_runs_in_the_interpreter(tmp_path: Path) -> None:
    program = python(str(BANDWIDTH), "--dry-run", "--operator", "fq_bmru", "--json", str(tmp_path / "bandwidth.json"))
    assert program.returncode == 0, program.stderr
    passes = json.loads((tmp_path / "bandwidth.json").read_text())["passes"]
    assert [(one["operator"], one["direction"]) for one in passes] == [("fq_bmru", "forward"), ("fq_bmru", "backward")]
