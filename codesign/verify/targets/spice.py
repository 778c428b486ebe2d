"""The transistor netlist in ngspice."""

import numpy as np
from numpy.typing import NDArray

from codesign import analog
from codesign.network import Network
from codesign.verify.compare import Comparison
from codesign.verify.measurement import Measurement
from codesign.verify.options import Options

__all__ = ["PART", "measure", "passes"]

PART = "circuit"

LEAST_AGREEMENT = 0.98
"""Of all states, those in the margin too. Outside the margin every one must agree."""


def measure(network: Network, inputs: NDArray[np.int64], options: Options) -> Measurement:
    """Every state at the end of its step, from the drain currents and node voltages of the transistors."""
    options.progress(0, len(inputs), "samples at transistor level")  # the first one takes a while
    return analog.measure(
        network,
        inputs,
        technology=options.technology,
        jobs=options.jobs,
        time_limit_s=options.time_limit_s,
        progress=options.progress,
    )


def passes(comparison: Comparison) -> bool:
    """Only states too close to a threshold to tell may differ, and few of them, and no decision."""
    return (
        comparison.states_agree >= LEAST_AGREEMENT * comparison.states_compared
        and comparison.disagree_outside_margin == 0
        and comparison.decisions_agree == comparison.samples
    )
