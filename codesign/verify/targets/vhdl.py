"""The generated VHDL under GHDL: the same circuit as the target ``verilog``, some four times slower to simulate."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from codesign.digital.simulate import require_simulator
from codesign.measurement import Measurement
from codesign.network import Network
from codesign.verify.diagnosis import Case
from codesign.verify.divergence import Cause
from codesign.verify.options import Options
from codesign.verify.targets.verilog import in_simulation, in_text, located, passes, written_for

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
    "require",
    "same_text",
]

PART = "rtl"
TOOLS = ("ghdl", "yosys")
PACKAGES = ("numpy", "amaranth", "cocotb")
TAKES_DESIGN = True
ON_REQUEST = True


def require() -> None:
    """MissingToolError where cocotb, or Python's library for it, is not here."""
    require_simulator("vhdl")


def measure(network: Network, inputs: NDArray[np.int64], options: Options) -> Measurement:
    """Every state of every step, as the testbench recorded it."""
    return in_simulation(network, inputs, options, language="vhdl")


def causes(case: Case, options: Options) -> tuple[Cause, ...]:
    """Every line and weight of ``options.design`` that is not as the generator writes it."""
    return in_text(case.network, options, language="vhdl")


def edits(network: Network, options: Options) -> tuple[str, ...]:
    """The same in words."""
    return tuple(item.message for item in in_text(network, options, language="vhdl"))


def locate(network: Network, options: Options) -> Callable[[str, str, tuple[int, ...]], str]:
    """Names memory, row and bits of a weight."""
    return located(network, options, language="vhdl")


def same_text(network: Network, options: Options) -> Callable[[Network], bool] | None:
    """Whether ``options.design`` is written as the generator writes another network; None: it is a new export."""
    return written_for(network, options, language="vhdl")
