"""The generated Verilog under Icarus Verilog."""

import tempfile
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from codesign import digital
from codesign.digital.options import engine
from codesign.network import Network
from codesign.verify.compare import Comparison
from codesign.verify.measurement import Measurement
from codesign.verify.options import Options

__all__ = ["PART", "TAKES_DESIGN", "in_simulation", "measure", "measured", "passes"]

PART = "rtl"
TAKES_DESIGN = True


def measure(network: Network, inputs: NDArray[np.int64], options: Options) -> Measurement:
    """Every state of every step, as the testbench recorded it."""
    return in_simulation(network, inputs, options, language="verilog")


def in_simulation(network: Network, inputs: NDArray[np.int64], options: Options, *, language: str) -> Measurement:
    """Every state of every step of the design in one of the languages."""
    samples = len(inputs)
    options.progress(0, samples, f"simulating {samples} samples")
    with tempfile.TemporaryDirectory(prefix=f"codesign-{language}-") as work:
        run = digital.simulate(
            network,
            inputs,
            work=Path(work),
            options=engine(options.engine),
            design=options.design,
            time_limit_s=options.time_limit_s,
            language=language,
        )
    options.progress(samples, samples, f"simulated {samples} samples")
    return measured(run)


def measured(run: digital.RtlRun) -> Measurement:
    """What a run of RTL showed, in any simulator."""
    return Measurement(
        states=run.states,
        decisions=run.decisions,
        first_step=run.first_step,
        figures={
            "cycles_per_sample": run.cycles_per_sample,
            "cycles_first_sample": run.cycles_first_sample,
            "folded_steps": run.first_step,
            "simulator": run.simulator,
        },
    )


def passes(comparison: Comparison) -> bool:
    """Bit for bit: every state of every step and every decision."""
    return comparison.perfect
