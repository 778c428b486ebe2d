"""Leading frames that are always black: computed once, here, and not again for each sample.

Without input every layer goes through the same states in every sample. The states after these frames become those
before the first step, so the chip starts with the last black frame and gives what it would give from the first one.
"""

from dataclasses import replace

import numpy as np

from codesign import cells, coding, twin
from codesign.network import Network

__all__ = ["folded"]


def folded(network: Network) -> tuple[Network, int]:
    """The network that starts at the last of its always black frames, and the number of frames left out before it.

    (``network``, 0) where the coding has no such frames, where one of them changes an output, or where a cell can not
    start from the states after them.
    """
    frames = coding.black_frames(network.coding.kind, network.coding.parameters)
    if frames < 2:
        return network, 0
    trace = twin.simulate(network, np.zeros((1, frames, network.inputs), dtype=np.int64))
    if any(np.any(layer.outputs) for layer in trace.layers.values()):
        return network, 0
    layers = []
    for layer in network.layers:
        preset = getattr(cells.part(layer.kind, "rtl"), "preset", None)
        states = {name: values[0, -1] for name, values in trace.layers[layer.name].states.items()}
        started = None if preset is None else preset(layer, states)
        if started is None:
            return network, 0
        layers.append(started)
    return replace(network, layers=tuple(layers)), frames - 1
