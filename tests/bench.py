"""``make bench``: how fast the tools are. Each figure is the best of some runs, and every ratio is of one run.

The machine is measured too (a fixed loop of Python), so that two runs on different machines can be compared.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
from bench_circuit import circuit_figures
from bench_recurrence import all_figures, tables

from codesign import analog, coding, twin
from codesign.analog import technology as technologies
from codesign.cli.screen import print_json, print_table
from codesign.network import Choice, Layer, Network, Quantisation, Tensor

OUTPUT = Path("build") / "bench.json"


def main() -> None:
    """Measure, show and write build/bench.json."""
    machine = best(lambda: sum(range(2_000_000)), runs=5)
    rows = [row(machine, *measured) for measured in (start_up(), export_spice(), twin_bmru(), twin_src())]
    print_table(
        "One core; 'loops' are times the fixed Python loop",
        ["what", "seconds", "loops", "wanted at most", "per second"],
        [[r["what"], r["seconds"], r["loops"], r["wanted_s"] or "", r["per_second"] or ""] for r in rows],
    )
    circuit = circuit_figures()
    print_table(
        "Models of one chip, 13 -> 4 -> two blocks -> 2, and what the tool adds to ngspice",
        ["what", "value", "unit", "states as at transistor level"],
        [[r["what"], r["value"], r["unit"], r["states_as_transistors"] or ""] for r in circuit],
    )
    recurrences = all_figures()
    for title, header, lines in tables(recurrences):
        print_table(title, header, lines)
    print_json(
        OUTPUT,
        {
            "loop_s": machine,
            "python": sys.version.split()[0],
            "figures": rows,
            "circuit_figures": circuit,
            "recurrence_figures": recurrences,
        },
    )


def row(machine: float, what: str, seconds: float, wanted_s: float | None, items: int | None) -> dict[str, Any]:
    return {
        "what": what,
        "seconds": round(seconds, 4),
        "loops": round(seconds / machine, 2),
        "wanted_s": wanted_s,
        "per_second": None if items is None else round(items / seconds),
    }


def best(run: Callable[[], object], runs: int = 3) -> float:
    times = []
    for _ in range(runs):
        begin = time.perf_counter()
        run()
        times.append(time.perf_counter() - begin)
    return min(times)


def start_up() -> tuple[str, float, float | None, int | None]:
    command = [sys.executable, "-m", "codesign.cli", "--help"]
    return "codesign --help", best(lambda: subprocess.run(command, stdout=subprocess.DEVNULL, check=True)), 1.0, None


def export_spice() -> tuple[str, float, float | None, int | None]:
    network = bmru(inputs=16, units=39)
    weights = sum(layer["weight"].size for layer in network.layers)
    with tempfile.TemporaryDirectory() as folder:
        seconds = best(
            lambda: analog.export(network, technology=technologies.load("generic180"), output=Path(folder) / "out")
        )
    return f"export of {weights} weights to SPICE", seconds, 1.0, weights


def twin_bmru() -> tuple[str, float, float | None, int | None]:
    network = bmru(inputs=8, units=32)
    inputs = np.random.Generator(np.random.PCG64(1)).integers(0, 17, size=(360, 8, 8))
    return "twin, FQ-BMRU 8-32-10, 360 x 8 steps", best(lambda: twin.simulate(network, inputs)), None, 360 * 8


def twin_src() -> tuple[str, float, float | None, int | None]:
    weights = Tensor(
        np.random.Generator(np.random.PCG64(2)).integers(-16, 17, size=(100, 64)),
        Quantisation(bits=6, scale=Fraction(1, 16), signed=True),
    )
    network = Network(
        name="bench",
        task="digits",
        classes=tuple("0123456789"),
        coding=Choice(kind="bernoulli", parameters={"levels": 16, "black_frames": 4, "active_frames": 40}),
        layers=(Layer(name="spikes", kind="src", tensors={"weight": weights}),),
        decision=Choice(kind="group_count"),
    )
    images = np.random.Generator(np.random.PCG64(3)).integers(0, 17, size=(360, 8, 8))
    inputs = coding.encode("bernoulli", network.coding.parameters, images)
    return "twin, SRC 64-100, 360 x 44 frames", best(lambda: twin.simulate(network, inputs)), None, 360 * 44


def bmru(*, inputs: int, units: int) -> Network:
    """A random network, seeded: ``units`` memory cells and a readout of ten classes."""
    generator = np.random.Generator(np.random.PCG64(0))

    def tensor(low: int, high: int, *shape: int) -> Tensor:
        values = generator.integers(low, high + 1, size=shape)
        return Tensor(values, Quantisation(bits=7, scale=Fraction(1, 8), signed=True))

    memory = Layer(
        name="memory",
        kind="fq_bmru",
        tensors={
            "weight": tensor(-8, 8, units, inputs),
            "bias": tensor(-4, 0, units),
            "threshold": tensor(1, 8, units),
            "width": tensor(1, 8, units),
            "gain": tensor(8, 8, units),
        },
    )
    readout = Layer(
        name="readout", kind="linear", tensors={"weight": tensor(-8, 8, 10, units), "bias": tensor(-8, 8, 10)}
    )
    return Network(
        name="bench",
        task="digits",
        classes=tuple("0123456789"),
        coding=Choice(kind="current_rows", parameters={"levels": 16, "steps_per_unit": 8}),
        layers=(memory, readout),
        decision=Choice(kind="mean_readout", parameters={"full_scale": 60}),
    )


if __name__ == "__main__":
    main()
