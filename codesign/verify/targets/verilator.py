"""The generated Verilog, compiled by Verilator: the same as the target ``verilog``, for whole test sets."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from codesign.digital import compiled
from codesign.digital.options import engine
from codesign.measurement import Measurement
from codesign.network import Network
from codesign.verify.options import Options
from codesign.verify.targets.verilog import causes, edits, locate, measured, passes, same_text

__all__ = [
    "ON_REQUEST",
    "PACKAGES",
    "PART",
    "TAKES_DESIGN",
    "TOOLS",
    "causes",
    "edits",
    "locate",
    "measure",
    "passes",
    "same_text",
    "session",
]

PART = "rtl"
TOOLS = ("verilator", "c++", "yosys")
PACKAGES = ("numpy", "amaranth", "verilator")
TAKES_DESIGN = True
ON_REQUEST = True


@contextmanager
def session(network: Network, options: Options) -> Iterator[Callable[[NDArray[np.int64]], Measurement]]:
    """Build once, then run one part of the samples after the other."""
    with tempfile.TemporaryDirectory(prefix="codesign-verilator-") as work:
        options.progress(0, 1, "building the simulation")
        design = compiled.build(
            network,
            work=Path(work) / "built",
            options=engine(options.engine),
            design=options.design,
            time_limit_s=options.time_limit_s,
        )
        yield lambda inputs: measured(design.run(inputs, time_limit_s=options.time_limit_s))


def measure(network: Network, inputs: NDArray[np.int64], options: Options) -> Measurement:
    """Every state of every step."""
    with session(network, options) as run:
        return run(inputs)
