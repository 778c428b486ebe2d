"""Build a generated design with Icarus Verilog or, where it is VHDL, with GHDL, and run the testbench on it.

It needs cocotb, ``iverilog`` or ``ghdl`` and the files beside it, and nothing else of codesign: copy this folder to use
it elsewhere. ``codesign`` runs it as a program of its own, too, so that a simulator that hangs can be ended.

    python run.py build/digits-src/verilog --vectors vectors.json --work build/bench [--stalls 30] [--seed 1]

The first argument is a folder that ``codesign export --target verilog`` (or ``vhdl``) wrote. Exit status 0: every
state of every step is as the vectors say; 1: one is not (the log names the first one) or the simulation failed.
"""

import argparse
import json
import sys
from dataclasses import dataclass
from pathlib import Path

from cocotb_tools.check_results import get_results
from cocotb_tools.runner import get_runner

__all__ = ["SIMULATORS", "Simulator", "main", "simulate"]

_HERE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Simulator:
    """What runs a design of one language."""

    name: str
    suffix: str
    arguments: tuple[str, ...] = ()
    """Of building and of running."""
    plus: tuple[str, ...] = ()
    """Of running, behind those."""
    waves: tuple[str, ...] = ()
    """Instead of cocotb's own way to write waves."""


SIMULATORS = {
    "verilog": Simulator("icarus", "v"),
    # Before the first delta cycle nothing has a value yet, and numeric_std says so for each operation.
    "vhdl": Simulator("ghdl", "vhd", ("--std=08",), ("--ieee-asserts=disable-at-0",), ("--fst=waves.fst",)),
}
"""By the ``language`` of ``ports.json``; it says none for Verilog."""


def simulate(design: Path, *, vectors: Path, work: Path, stalls: int = 0, seed: int = 1, waves: bool = False) -> bool:
    """Run the samples in ``vectors`` through the design in ``design``; True where nothing differs.

    What was found is written to ``work/found.json``.
    """
    if str(_HERE) not in sys.path:
        sys.path.insert(0, str(_HERE))  # where the simulator's Python finds the testbench
    work.mkdir(parents=True, exist_ok=True)
    ports = design / "ports.json"
    described = json.loads(ports.read_text())
    top, simulator = described["top"], SIMULATORS[described.get("language", "verilog")]
    runner = get_runner(simulator.name)
    runner.build(
        sources=[design / f"{top}.{simulator.suffix}"],
        hdl_toplevel=top,
        build_args=simulator.arguments,
        build_dir=work,
        always=True,
        waves=waves and not simulator.waves,
        timescale=("1ns", "1ns"),
    )
    results = runner.test(
        hdl_toplevel=top,
        test_module="testbench",
        build_dir=work,
        test_dir=work,
        test_args=simulator.arguments,
        plusargs=(*simulator.plus, *(simulator.waves if waves else ())),
        waves=waves and not simulator.waves,
        extra_env={
            "BENCH_PORTS": str(ports.resolve()),
            "BENCH_VECTORS": str(vectors.resolve()),
            "BENCH_FOUND": str((work / "found.json").resolve()),
            "BENCH_STALLS": str(stalls),
            "BENCH_SEED": str(seed),
        },
    )
    total, failed = get_results(results)
    return bool(total > 0 and failed == 0)


def main(arguments: list[str] | None = None) -> int:
    """The command line; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("design", type=Path, help="folder with the design and its ports.json")
    parser.add_argument("--vectors", type=Path, required=True, help="stimulus, and what is expected")
    parser.add_argument("--work", type=Path, required=True, help="folder for the build and for found.json")
    parser.add_argument("--stalls", type=int, default=0, help="percent of the cycles in which each stream pauses")
    parser.add_argument("--seed", type=int, default=1, help="of the pauses")
    parser.add_argument("--waves", action="store_true", help="write all signals to an FST file in the work folder")
    given = parser.parse_args(arguments)
    try:
        passed = simulate(
            given.design,
            vectors=given.vectors,
            work=given.work,
            stalls=given.stalls,
            seed=given.seed,
            waves=given.waves,
        )
    except RuntimeError as error:  # of the runner: the log says before it what the simulator found
        print(error, file=sys.stderr)
        return 1
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main())
