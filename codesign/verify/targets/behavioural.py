"""The macro-models of the circuit in ngspice: what large networks are simulated with."""

import numpy as np
from numpy.typing import NDArray

from codesign.analog import Die, behavioural
from codesign.analog import technology as technologies
from codesign.network import Network
from codesign.verify.measurement import Measurement
from codesign.verify.options import Options
from codesign.verify.targets.spice import passes

__all__ = ["PART", "measure", "passes"]

PART = "behavioural"


def measure(network: Network, inputs: NDArray[np.int64], options: Options) -> Measurement:
    """Every state at the end of its step; passes as the transistors do."""
    chosen = options.circuit
    technology = technologies.load(chosen.technology).at(
        corner=chosen.corner,
        temperature_c=chosen.temperature_c,
        supply_v=chosen.supply_v,
        choice=chosen.choice,
    )
    return behavioural.measure(
        network,
        inputs,
        technology=technology,
        die=None if chosen.mismatch_seed is None else Die(seed=chosen.mismatch_seed, number=0),
        jobs=options.jobs,
        time_limit_s=options.time_limit_s,
        progress=options.progress,
    )
