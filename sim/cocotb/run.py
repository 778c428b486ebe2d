#!/usr/bin/env python3
"""Run the cocotb testbench on an exported network: every state of every step against the integer twin.

    codesign export models/digits-src --target verilog --output build/digits-src/verilog
    python sim/cocotb/run.py build/digits-src/verilog --samples 5

takes the first samples of the test set, lets the twin write down what every state must be after every step
(``vectors.json`` in the work folder, with the stimulus), and plays them into the Verilog under Icarus or, where the
folder was written with ``--target vhdl``, into the VHDL under GHDL. Exit status 0: all equal; 1: not, and the log's
last lines name layer, state, sample, step, unit, expected and found.

The testbench itself is in ``codesign/digital/bench`` (inside the package, so that an installed codesign has it, too).
It needs only cocotb and iverilog (or ghdl): copy that folder, the Verilog folder and ``vectors.json`` to a machine
without codesign and run ``python bench/run.py verilog --vectors vectors.json --work build``.
"""

import argparse
import sys
from pathlib import Path

from codesign import checkpoint
from codesign.digital import NetworkDesign, Options, stimulus
from codesign.digital.bench import run, vectors
from codesign.errors import CodesignError
from codesign.files import write_json
from codesign.verify import encoded_test_samples

__all__ = ["main"]


def main(arguments: list[str] | None = None) -> int:
    """The command line; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("design", type=Path, help="folder that 'codesign export --target verilog' (or vhdl) wrote")
    parser.add_argument("--samples", type=int, default=5, help="first samples of the test set (default 5)")
    parser.add_argument("--work", type=Path, help="folder for vectors and build (default: DESIGN/../cocotb)")
    parser.add_argument("--stalls", type=int, default=0, help="percent of the cycles in which each stream pauses")
    parser.add_argument("--seed", type=int, default=1, help="of the pauses")
    parser.add_argument("--waves", action="store_true", help="write all signals to an FST file in the work folder")
    given = parser.parse_args(arguments)
    work = given.work or given.design.resolve().parent / "cocotb"
    try:
        network = checkpoint.load(given.design)
        inputs, _ = encoded_test_samples(network, given.samples)
    except CodesignError as error:
        print(error, file=sys.stderr)
        return error.exit_status
    options = Options(**vectors.read(given.design / "ports.json")["options"])
    design, played = NetworkDesign(network, options), list(inputs)
    write_json(
        work / "vectors.json",
        {"samples": stimulus.samples(design, played), "expected": stimulus.expected(design, played)},
    )
    passed = run.simulate(
        given.design,
        vectors=work / "vectors.json",
        work=work,
        stalls=given.stalls,
        seed=given.seed,
        waves=given.waves,
    )
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main())
