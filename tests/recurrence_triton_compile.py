"""Compiles the Triton kernels for a GPU that is not here, down to machine code, and prints what ptxas says of them.

    python tests/recurrence_triton_compile.py 90 float32 2,1024,64 last_write hysteresis

The arguments are the compute capability, the dtype, samples, steps and units, and the operators. It prints a line of
JSON per kernel: registers per thread, bytes of local memory (that is, spilled registers), instructions of its main loop
per step, arguments in double precision, kinds of loads.
"""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import torch
import triton
from triton.backends.compiler import GPUTarget
from triton.backends.driver import DriverBase
from triton.runtime import driver
from triton.runtime.jit import JITFunction

from codesign.recurrence.surrogate import Surrogate
from codesign.recurrence.triton import launch, operators, schedule

TOOLS = Path(triton.__file__).parent / "backends" / "nvidia" / "bin"


class NoDevice(DriverBase):
    """Knows what to compile for, and cannot run anything."""

    def __init__(self, capability: int) -> None:
        self.capability = capability

    @classmethod
    def is_active(cls) -> bool:
        return True

    def map_python_to_cpp_type(self, ty: str) -> str:
        raise NotImplementedError

    def get_current_target(self) -> GPUTarget:
        return GPUTarget("cuda", self.capability, 32)

    def get_active_torch_device(self) -> torch.device:
        return torch.device("cpu")

    def get_benchmarker(self) -> Any:
        raise NotImplementedError

    def get_current_device(self) -> int:
        return 0

    def get_current_stream(self, device: int) -> int:
        return 0


def tool(name: str, *options: str, binary: bytes) -> str:
    with tempfile.NamedTemporaryFile(suffix=".cubin") as file:
        file.write(binary)
        file.flush()
        command = [str(TOOLS / name), *options, file.name]
        return subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout


def facts(kernel: Any) -> dict[str, Any]:
    binary = kernel.asm["cubin"]
    found = re.search(r"REG:(\d+) STACK:(\d+) SHARED:\d+ LOCAL:(\d+)", tool("cuobjdump", "-res-usage", binary=binary))
    assert found is not None
    return {
        "registers": int(found[1]),
        "local": int(found[2]) + int(found[3]),
        "loop": longest_loop(tool("nvdisasm", "-c", binary=binary)),
        "doubles": len(re.findall(r"\.param \.f64", kernel.asm["ptx"])),
        "loads": sorted(set(re.findall(r"ld\.global\.\w+", kernel.asm["ptx"]))),
    }


def longest_loop(listing: str) -> int:
    """Instructions of the longest one."""
    labels: dict[str, int] = {}
    count = longest = 0
    for line in listing.splitlines():
        if label := re.match(r"\s*(\.L_x_\d+):", line):
            labels[label[1]] = count
        elif instruction := re.search(r"/\*[0-9a-f]{4,}\*/\s+(.*?);", line):
            count += 1
            target = re.search(r"BRA.*`\((\.L_x_\d+)\)", instruction[1])
            if target and target[1] in labels:
                longest = max(longest, count - labels[target[1]])
    return longest


class Calls:
    """Both passes of each operator, with a threshold, step or decay per step, on tensors whose numbers nobody reads."""

    def __init__(self, dtype: torch.dtype, samples: int, steps: int, units: int) -> None:
        self.signal = torch.zeros(samples, steps, units, dtype=dtype)
        self.gradient = torch.zeros((), dtype=dtype).expand(samples, steps, units)  # as sum() gives it
        self.vector = torch.zeros(units, dtype=dtype)
        self.state = torch.zeros(samples, units, dtype=dtype)

    def last_write(self) -> None:
        self._bistable(0.0)

    def cumulative(self) -> None:
        self._bistable(1.0)

    def between(self) -> None:
        self._bistable(0.5)

    def _bistable(self, eps: float) -> None:
        given = (self.signal, self.vector, self.signal, self.vector, self.vector, self.state)
        _, _, kept, final = operators.bistable(*given, eps, False)
        operators.bistable_backward(self.gradient, self.state, *given, kept, final, eps, 1.0, Surrogate())

    def hysteresis(self) -> None:
        given = (self.signal, self.vector, self.vector, self.vector, self.vector, self.state)
        kept = operators.hysteresis(*given, False)[2]
        operators.hysteresis_backward(self.gradient, self.state, *given, kept, 1.0, Surrogate())

    def accumulate(self) -> None:
        given = (self.signal, self.vector, self.signal, self.vector, self.signal, self.vector)
        operators.accumulate(*given, self.state)
        operators.accumulate_backward(self.gradient, self.state, *given, 1.0, Surrogate())

    def linear(self) -> None:
        states = operators.linear(self.signal, self.signal, self.state)
        operators.linear_backward(self.gradient, self.signal, self.state, states)

    def hold(self) -> None:
        states = operators.hold(self.signal, self.signal, self.state)
        operators.hold_backward(self.gradient, self.signal, self.signal, self.state, states)


def main(capability: int, dtype: torch.dtype, shape: list[int], names: list[str]) -> None:
    driver.set_active(NoDevice(capability))
    launch.interpreted = lambda: True  # CPU tensors will do, for nothing is launched
    compiled = JITFunction.run

    def compile_only(kernel: Any, *arguments: Any, grid: Any, warmup: bool, **options: Any) -> None:
        found = facts(compiled(kernel, *arguments, grid=grid, warmup=True, **options))
        block = options["BLOCK"]
        found["loop"] = round(found["loop"] / block, 1)
        print(json.dumps({"operator": name, "kernel": kernel.__name__, "block": block, **found}), flush=True)

    JITFunction.run = compile_only
    calls = Calls(dtype, *shape)
    with schedule.chunks_of(-(-shape[1] // 2)):
        for name in names:
            getattr(calls, name)()


if __name__ == "__main__":
    main(int(sys.argv[1]), getattr(torch, sys.argv[2]), [int(size) for size in sys.argv[3].split(",")], sys.argv[4:])
