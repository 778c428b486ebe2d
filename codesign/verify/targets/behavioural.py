"""The macro-models of the circuit in ngspice: what large networks are simulated with."""

import numpy as np
from numpy.typing import NDArray

from codesign.analog import behavioural
from codesign.network import Network
from codesign.verify.measurement import Measurement
from codesign.verify.options import Options
from codesign.verify.targets.spice import die, passes, technology

__all__ = ["PART", "TAKES_DESIGN", "measure", "passes"]

PART = "behavioural"
TAKES_DESIGN = True


def measure(network: Network, inputs: NDArray[np.int64], options: Options) -> Measurement:
    """Every state at the end of its step; passes as the transistors do."""
    return behavioural.measure(
        network,
        inputs,
        technology=technology(options),
        die=die(options),
        design=options.design,
        jobs=options.jobs,
        time_limit_s=options.time_limit_s,
        progress=options.progress,
    )
