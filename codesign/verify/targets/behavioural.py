"""The macro-models of the circuit in ngspice: what large networks are simulated with."""

import numpy as np
from numpy.typing import NDArray

from codesign.analog import behavioural
from codesign.analog.behavioural import design as folders
from codesign.analog.locate import read_back
from codesign.measurement import Measurement
from codesign.network import Network
from codesign.verify.diagnosis import Case
from codesign.verify.divergence import Cause
from codesign.verify.options import Options
from codesign.verify.targets.spice import PACKAGES, TOOLS, cause, die, passes, technology

__all__ = ["PACKAGES", "PART", "TAKES_DESIGN", "TOOLS", "causes", "edits", "measure", "passes"]

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


def causes(case: Case, options: Options) -> tuple[Cause, ...]:
    """What the text of the macro-models shows; nothing where they are as they are written."""
    if options.design is None:
        return ()
    found = folders.differences(case.network, technology(options), options.design)
    return tuple(cause(read_back(item)) for item in found)


def edits(network: Network, options: Options) -> tuple[str, ...]:
    """The same in words."""
    assert options.design is not None
    return tuple(item.message for item in folders.differences(network, technology(options), options.design))
