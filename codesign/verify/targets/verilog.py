# amaranth: UnusedElaboratable=no
"""The generated Verilog under Icarus Verilog."""

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from codesign import digital
from codesign.digital import NetworkDesign
from codesign.digital.differences import differences
from codesign.digital.existing import open_design
from codesign.digital.options import engine
from codesign.digital.places import place_of
from codesign.digital.simulate import require_simulator
from codesign.measurement import Measurement
from codesign.network import Network
from codesign.verify.compare import Comparison
from codesign.verify.diagnosis import Case
from codesign.verify.divergence import Cause
from codesign.verify.options import Options

__all__ = [
    "PACKAGES",
    "PART",
    "TAKES_DESIGN",
    "TOOLS",
    "causes",
    "edits",
    "in_simulation",
    "in_text",
    "locate",
    "located",
    "measure",
    "measured",
    "passes",
    "require",
]

PART = "rtl"
TOOLS = ("iverilog", "vvp", "yosys")
PACKAGES = ("numpy", "amaranth", "cocotb")
TAKES_DESIGN = True


def require() -> None:
    """MissingToolError where cocotb, or Python's library for it, is not here."""
    require_simulator("verilog")


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


def causes(case: Case, options: Options) -> tuple[Cause, ...]:
    """Every line and weight of ``options.design`` that is not as the generator writes it."""
    return in_text(case.network, options, language="verilog")


def in_text(network: Network, options: Options, *, language: str) -> tuple[Cause, ...]:
    """The same for a design in one of the languages; a new export has no such differences."""
    if options.design is None:
        return ()
    return tuple(
        Cause(
            parameter=found.parameter,
            element=found.element,
            layer=found.layer,
            unit=found.unit,
            expected=found.expected,
            found=found.found,
            evidence="read back",
            message=found.message,
        )
        for found in differences(open_design(options.design, network, language=language))
    )


def edits(network: Network, options: Options) -> tuple[str, ...]:
    """The same in words."""
    return tuple(item.message for item in in_text(network, options, language="verilog"))


def locate(network: Network, options: Options) -> Callable[[str, str, tuple[int, ...]], str]:
    """Names memory, row and bits of a weight."""
    return located(network, options, language="verilog")


def located(network: Network, options: Options, *, language: str) -> Callable[[str, str, tuple[int, ...]], str]:
    """The same for a design in one of the languages."""
    if options.design is None:
        design = NetworkDesign(network, engine(options.engine))
    else:  # it may be of another engine
        design = open_design(options.design, network, language=language).design

    def place(layer: str, tensor: str, index: tuple[int, ...]) -> str:
        found = place_of(design, layer, tensor, *index) if len(index) == 2 else None
        return "" if found is None else found.element

    return place


def same_text(network: Network, options: Options) -> Callable[[Network], bool] | None:
    """Whether ``options.design`` is written as the generator writes another network; None: it is a new export."""
    return written_for(network, options, language="verilog")


def written_for(network: Network, options: Options, *, language: str) -> Callable[[Network], bool] | None:
    """The same for a design in one of the languages."""
    if options.design is None:
        return None
    existing = open_design(options.design, network, language=language)

    def same(other: Network) -> bool:
        return not differences(replace(existing, design=NetworkDesign(other, existing.design.options)))

    return same


def measured(run: digital.RtlRun) -> Measurement:
    """What a run of RTL showed, in any simulator."""
    return Measurement(
        states=run.states,
        decisions=run.decisions,
        scores=run.scores,
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
