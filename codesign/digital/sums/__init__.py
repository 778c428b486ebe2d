# amaranth: UnusedElaboratable=no
"""Weighted sums: what a layer's units get, from the items of the layer before.

``parallel`` keeps the sums of all units in registers and takes an item per cycle; ``serial`` keeps them in memory and
takes a cycle per item and group of units. Both read the weights from as many banks as an item has lanes.
"""

import numpy as np
from numpy.typing import NDArray

from codesign.digital.groups import Groups
from codesign.digital.options import Options
from codesign.digital.streams import Bundle
from codesign.digital.sums.parallel import ParallelSums
from codesign.digital.sums.serial import SerialSums

__all__ = ["ParallelSums", "SerialSums", "WeightedSums", "weighted_sums"]

WeightedSums = ParallelSums | SerialSums


def weighted_sums(
    *,
    weights: NDArray[np.integer],
    offset: NDArray[np.integer],
    source: Bundle,
    groups: Groups,
    options: Options,
) -> WeightedSums:
    """offset + weights x inputs of each step, as ``options`` want it; handed on in ``groups``.

    ``weights`` is (outputs, inputs), ``offset`` (outputs,).
    """
    # With all units in one group there is nothing to do one after the other.
    kind = SerialSums if options.serial_sums and groups.count > 1 else ParallelSums
    return kind(weights=weights, offset=offset, source=source, groups=groups)
