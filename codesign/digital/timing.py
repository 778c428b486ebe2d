# amaranth: UnusedElaboratable=no
"""The cycles that a design takes, predicted without simulating it.

Between two streams that never pause, everything follows from these rules (all times in cycles):

* the sums take one item per cycle; the sums of a step stand ready 2 after its last item was taken, and until the
  units take them no further item is taken;
* the units take the sums when they are idle, and offer their outputs ``Units.cycles`` later (linear 0, FQ-BMRU 1,
  SRC 1 + its groups of neurons);
* an idle sender takes the outputs at once and sends its items from the next cycle on, one per cycle: one per unit
  (currents), or one per spike and at least one (spikes);
* the scores of a sample are complete 1 after its last item, and the class stands at the output one cycle per class
  plus 1 later;
* a skip connection takes no cycle: what it adds is there before the later layer's outputs are, and it has room for
  all that comes meanwhile.

So in the long run a step costs as many cycles as the slowest of these needs, max(items in, ``Units.cycles``, items
out + 1), and a chain of layers works on as many steps at once as it has stages. :func:`predicted_cycles` follows
the rules item by item and is exact; a test compares it with simulation.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from codesign import twin
from codesign.digital.design import NetworkDesign
from codesign.digital.options import Options
from codesign.network import Network

__all__ = ["predicted_cycles"]


def predicted_cycles(network: Network, inputs: Sequence[NDArray[np.integer]], options: Options | None = None) -> int:
    """Cycles for the samples (steps, inputs) of ``inputs``, one behind the other, without pauses on either stream.

    From the cycle in which the first item is taken to the one in which the last result is, both included.
    """
    design = NetworkDesign(network, options)
    following: _Layer | _Decision = _Decision(len(network.classes))
    decision = following
    stages: list[_Layer] = []
    for layer in reversed(network.layers):
        units = design.layers[layer.name].units
        following = _Layer(0 if units is None else units.cycles, following)
        stages.insert(0, following)
    time = -1
    for sample in inputs:
        trace = twin.simulate(network, sample[None])
        signals = [sample, *(trace.layers[layer.name].outputs[0] for layer in network.layers)]
        counts = [
            [max(1, int(step.sum())) if spikes else len(step) for step in signal]
            for signal, spikes in zip(
                signals,
                [design.source.signal == "spike", *(d.bundle.signal == "spike" for d in design.layers.values())],
                strict=True,
            )
        ]
        for stage, items in zip(stages, counts[1:], strict=True):
            stage.items = items
        if len(sample) == 0:
            time = stages[0].take(time + 1, step=None, last=True)
        for step in range(len(sample)):
            for item in range(counts[0][step]):
                closes = item == counts[0][step] - 1
                time = stages[0].take(time + 1, step=step if closes else None, last=closes and step == len(sample) - 1)
    assert isinstance(decision, _Decision)
    return decision.result + 1


class _Decision:
    """Accumulator and argmax."""

    def __init__(self, classes: int) -> None:
        self._classes = classes
        self._ready = 0  # the accumulator takes items from here on
        self.result = -1  # the last result left

    def take(self, offered: int, *, step: int | None, last: bool) -> int:
        """When an item that is offered from ``offered`` on is taken; ``step``: the one it closes."""
        taken = max(offered, self._ready)
        if last:
            scores = max(taken + 1, self.result + 1)
            self._ready = scores + 1
            self.result = scores + self._classes + 1
        return taken


class _Layer:
    """Sums, units and sender."""

    def __init__(self, cycles: int, following: "_Layer | _Decision") -> None:
        self.items: list[int] = []
        """Items that the sender makes of each step of this sample."""
        self._cycles, self._following = cycles, following
        self._blocked = [(0, 0), (0, 0)]  # the last two times from full sums to their leaving
        self._left = 0  # the outputs of the step before left the units
        self._idle = 0  # the sender is idle from here on

    def _unblocked(self, time: int) -> int:
        for first, end in self._blocked:
            if first <= time < end:
                time = end
        return time

    def take(self, offered: int, *, step: int | None, last: bool) -> int:
        """When an item that is offered from ``offered`` on is taken; ``step``: the one it closes."""
        taken = self._unblocked(offered)
        if step is None and not last:
            return taken
        full = self._unblocked(taken + 1) + 1
        if self._cycles == 0:
            leaves = self._left = max(full, self._idle)
        else:
            leaves = max(full, self._left)
            self._left = max(leaves + (self._cycles if step is not None else 1), self._idle)
        self._blocked = [self._blocked[1], (full, leaves)]
        time = self._left
        count = 1 if step is None else self.items[step]
        for item in range(count):
            closes = item == count - 1
            time = self._following.take(time + 1, step=step if closes else None, last=closes and last)
        self._idle = time + 1
        return taken
