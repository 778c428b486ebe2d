"""A divergence and all that was seen of it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from codesign.measurement import Measurement
from codesign.network import Network
from codesign.twin import NetworkTrace
from codesign.verify.divergence import Divergence

__all__ = ["Case"]


@dataclass(frozen=True, eq=False, kw_only=True)
class Case:
    """Samples that were simulated together, and the first value among them that differs."""

    network: Network
    inputs: NDArray[np.int64]
    """(samples, steps, inputs), as the twin got them."""
    trace: NetworkTrace
    measured: Measurement
    first: Divergence
