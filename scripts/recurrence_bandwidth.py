"""What part of a GPU's memory bandwidth the Triton kernels of codesign.recurrence reach.

    python scripts/recurrence_bandwidth.py                  # on a machine with a CUDA device
    python scripts/recurrence_bandwidth.py --json FILE
    python scripts/recurrence_bandwidth.py --dry-run        # tries the script without a GPU: tiny, in the interpreter

The yardstick is the card's own copy of a large tensor (read and written bytes over time). A kernel's bandwidth is the
bytes it cannot avoid (codesign.recurrence.triton.traffic: each tensor once) over its time, so what a first pass over
chunks costs counts against it. Times are medians of replays of a CUDA graph, so that launches from Python do not
count, with the second-level cache overwritten before each. Inputs are normal numbers and thresholds near 1: a third of
all steps write.
"""

import argparse
import os
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from importlib.util import find_spec
from pathlib import Path

import torch

from codesign.errors import CodesignError, MissingToolError
from codesign.files import write_json
from codesign.recurrence import triton as kernels
from codesign.recurrence.surrogate import Surrogate
from codesign.recurrence.triton import schedule
from codesign.recurrence.triton.traffic import TRAFFIC

SIZES = ((16, 128), (64, 256))
"""(samples, units)"""
STEPS = (128, 256, 512, 1024, 2048, 4096, 8192, 16384)
REPEATS = 20
COPIED = 1 << 28
"""Numbers in the copied tensor: 1 GB."""
SWEPT = 1 << 26
"""Numbers written to empty the cache: 256 MB, several times the largest cache."""


@dataclass(frozen=True, kw_only=True)
class Measurement:
    """One pass of one operator."""

    operator: str
    direction: str
    samples: int
    steps: int
    units: int
    chunks: int
    microseconds: float
    gigabytes_per_second: float
    of_copy: float


class Calls:
    """The two passes of each operator of TRAFFIC on random tensors (samples, steps, units)."""

    def __init__(self, device: str, samples: int, steps: int, units: int) -> None:
        def normal(*shape: int) -> torch.Tensor:
            return torch.randn(*shape, device=device)

        self.signal, self.gradient, self.step = (normal(samples, steps, units) for _ in range(3))
        self.decay, self.threshold = (self.step.sigmoid(), self.step * 0.1)
        self.bias, self.width, self.gain = torch.zeros(3, units, device=device).unbind()
        self.fixed = torch.ones(units, device=device)
        self.state = torch.ones(samples, units, device=device)

    def passes(self, operator: str) -> tuple[Callable[[], object], Callable[[], object]]:
        """Forward and backward; the forward pass has run once, for what the other one needs of it."""
        bistable, linear = self._bistable, self._linear
        return {
            "bmru": lambda: bistable(0.0, None),
            "bmru with thresholds": lambda: bistable(0.0, self.threshold),
            "cmru": lambda: bistable(1.0, None),
            "cmru with thresholds": lambda: bistable(1.0, self.threshold),
            "fq_bmru": self._hysteresis,
            "alpha_cmru": self._accumulate,
            "linear recurrence": linear,
        }[operator]()

    def _bistable(
        self, eps: float, threshold: torch.Tensor | None
    ) -> tuple[Callable[[], object], Callable[[], object]]:
        given = (self.signal, self.bias, threshold, self.fixed, self.gain, self.state)
        _, _, kept, final = kernels.bistable(*given, eps, False)
        return (
            lambda: kernels.bistable(*given, eps, False),
            lambda: kernels.bistable_backward(self.gradient, self.state, *given, kept, final, eps, 1.0, Surrogate()),
        )

    def _hysteresis(self) -> tuple[Callable[[], object], Callable[[], object]]:
        given = (self.signal, self.bias, self.bias, self.fixed, self.gain, self.state)
        kept = kernels.hysteresis(*given, False)[2]
        return (
            lambda: kernels.hysteresis(*given, False),
            lambda: kernels.hysteresis_backward(self.gradient, self.state, *given, kept, 1.0, Surrogate()),
        )

    def _accumulate(self) -> tuple[Callable[[], object], Callable[[], object]]:
        given = (self.signal, self.bias, self.threshold, self.fixed, self.step, self.bias)
        return (
            lambda: kernels.accumulate(*given, self.state),
            lambda: kernels.accumulate_backward(self.gradient, self.state, *given, 1.0, Surrogate()),
        )

    def _linear(self) -> tuple[Callable[[], object], Callable[[], object]]:
        states = kernels.linear(self.decay, self.signal, self.state)
        return (
            lambda: kernels.linear(self.decay, self.signal, self.state),
            lambda: kernels.linear_backward(self.gradient, self.decay, self.state, states),
        )


def on_the_device(call: Callable[[], object]) -> float:
    """Median seconds of a call that a CUDA graph replays."""
    stream = torch.cuda.Stream()
    with torch.cuda.stream(stream):
        for _ in range(3):  # compiles, and fills the allocator's pools
            call()
    stream.synchronize()
    graph = torch.cuda.CUDAGraph()
    with torch.cuda.graph(graph):
        call()
    swept = torch.empty(SWEPT, device="cuda")
    times = []
    for _ in range(REPEATS):
        swept.zero_()
        start, end = (torch.cuda.Event(enable_timing=True) for _ in range(2))
        start.record()
        graph.replay()
        end.record()
        end.synchronize()
        times.append(start.elapsed_time(end) / 1000)
    return statistics.median(times)


def interpreted(call: Callable[[], object]) -> float:
    """Seconds of one call; they say nothing of a GPU."""
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def copy_bandwidth(clock: Callable[[Callable[[], object]], float], device: str, numbers: int) -> float:
    """Bytes per second, read and written."""
    source = torch.zeros(numbers, device=device)
    target = torch.empty_like(source)
    return 2 * source.nbytes / clock(lambda: target.copy_(source))


def measure(
    device: str,
    sizes: Sequence[tuple[int, int]],
    steps: Sequence[int],
    operators: Sequence[str],
    clock: Callable[[Callable[[], object]], float],
    copied: float,
) -> list[Measurement]:
    """The operators on all shapes, printed as they come."""
    found = []
    print("operator              pass      samples  steps  units  chunks        us      GB/s  of copy")
    for samples, units in sizes:
        for count in steps:
            calls = Calls(device, samples, count, units)
            for operator in operators:
                for (direction, traffic), call in zip(TRAFFIC[operator].items(), calls.passes(operator), strict=True):
                    seconds = clock(call)
                    rate = traffic.bytes(4) * samples * count * units / seconds
                    one = Measurement(
                        operator=operator,
                        direction=direction,
                        samples=samples,
                        steps=count,
                        units=units,
                        chunks=schedule.chunks(
                            schedule.multiprocessors(torch.device(device)), samples, count, units
                        ).count,
                        microseconds=seconds * 1e6,
                        gigabytes_per_second=rate / 1e9,
                        of_copy=rate / copied,
                    )
                    found.append(one)
                    print(
                        f"{operator:21} {direction:9} {samples:7} {count:6} {units:6} {one.chunks:7} "
                        f"{one.microseconds:9.1f} {one.gigabytes_per_second:9.1f} {one.of_copy:8.1%}"
                    )
    return found


def main() -> None:
    """The command line; MissingToolError where there is nothing to measure on."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", type=Path, help="write the figures there, too")
    parser.add_argument("--dry-run", action="store_true", help="tiny shapes in Triton's interpreter, without a GPU")
    parser.add_argument("--operator", choices=TRAFFIC, help="only this one")
    arguments = parser.parse_args()
    operators = [arguments.operator] if arguments.operator else list(TRAFFIC)
    if find_spec("triton") is None:
        raise MissingToolError("the package triton is missing: pip install 'codesign[gpu]'")
    if arguments.dry_run:
        os.environ["TRITON_INTERPRET"] = "1"  # before anything imports triton
        print("Interpreted on this machine's processor: these times and bandwidths are no figures of a GPU.")
        card, copied = "interpreter", copy_bandwidth(interpreted, "cpu", 1 << 20)
        found = measure("cpu", [(1, 3)], [2], operators, interpreted, copied)
    elif torch.cuda.is_available():
        card, copied = torch.cuda.get_device_name(), copy_bandwidth(on_the_device, "cuda", COPIED)
        print(f"{card}: copies {copied / 1e9:.0f} GB/s (read and written)")
        found = measure("cuda", SIZES, STEPS, operators, on_the_device, copied)
    else:
        raise MissingToolError("bandwidth is measured on a CUDA device, and torch finds none on this machine")
    if arguments.json:
        write_json(
            arguments.json,
            {"device": card, "copy_gigabytes_per_second": copied / 1e9, "passes": [asdict(one) for one in found]},
        )


if __name__ == "__main__":
    try:
        main()
    except CodesignError as error:
        print(error, file=sys.stderr)
        sys.exit(error.exit_status)
