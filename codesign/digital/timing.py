# amaranth: UnusedElaboratable=no
"""The cycles that a design takes, predicted without simulating it.

Between two streams that never pause, everything follows from these rules (all times in cycles):

* parallel sums take one item per cycle; the sums of a step are complete ``latency`` after its last item was taken, and
  until they move on (to the register from which the groups go, in the cycle after its last group left) nothing moves in
  them;
* serial sums take an item each ``groups`` cycles and hand over the groups of a step as its last item goes through;
* the units take a group per cycle, the first one of a step not before ``interval`` after that of the step before, and
  offer their outputs ``stages`` later (a rectifier: at once);
* a sender of spikes with one group takes it when it is idle; with more it collects them, and a complete step moves on
  when it is idle; from the next cycle on it sends one item per cycle, as many as the lane with the most spikes has and
  at least one; a sender of values takes a group when it is idle and sends its values from the next cycle on;
* votes are counted 2 after their last group, a readout is complete 1 after its last item; the class stands at the
  output one cycle per class plus 1 later;
* a skip connection takes no cycle: what it adds is there before the later layer's outputs are, and it has room for
  all that comes meanwhile.

So in the long run a step costs as many cycles as the slowest part needs: :func:`cycles_of_step`; and a chain of layers
works on as many steps at once as it has stages. :func:`predicted_cycles` follows the rules item by item and is exact; a
test compares it with simulation.
"""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from codesign import twin
from codesign.digital.design import NetworkDesign
from codesign.digital.layer import LayerDesign
from codesign.digital.options import Options
from codesign.digital.streams import Bundle, spike_items
from codesign.digital.sums import ParallelSums, SerialSums
from codesign.network import Network

__all__ = ["cycles_of_step", "items_of_steps", "predicted_cycles"]


def predicted_cycles(network: Network, inputs: Sequence[NDArray[np.integer]], options: Options | None = None) -> int:
    """Cycles for the samples (steps, inputs) of ``inputs``, one behind the other, without pauses on either stream.

    From the cycle in which the first item is taken to the one in which the last result is, both included.
    """
    design = NetworkDesign(network, options)
    decision = _DECISIONS[network.decision.kind](len(network.classes))
    following: Any = decision
    stages: list[_Layer] = []
    for layer in reversed(design.layers.values()):
        stages.insert(0, _Layer(layer, following))
        following = stages[0]
    time = -1
    for sample in inputs:
        trace = twin.simulate(network, sample[None])
        steps = sample[design.folded_steps :]
        for name, stage in zip(design.layers, stages, strict=True):
            stage.items = items_of_steps(stage.bundle, trace.layers[name].outputs[0, design.folded_steps :])
        counts = items_of_steps(design.source, steps)
        if len(steps) == 0:
            time = stages[0].take(time + 1, _Mark(step=None, last=True))
        for step, count in enumerate(counts):
            for item in range(count):
                closes = item == count - 1
                mark = _Mark(step=step if closes else None, last=closes and step == len(steps) - 1)
                time = stages[0].take(time + 1, mark)
    return int(decision.result) + 1


def cycles_of_step(layer: LayerDesign, items: int, sent: int) -> int:
    """Cycles between two steps of a layer in the long run, with so many items for each and so many ``sent`` on.

    max(items x groups of serial sums, groups of parallel sums and one, interval of the units, items sent and one cycle
    per group taken).
    """
    groups = layer.groups.count
    each = groups if isinstance(layer.sums, SerialSums) else 1
    units = max(getattr(layer.units, "interval", groups), groups + (each == 1))
    if not layer.sends:
        sending = 0
    elif layer.bundle.signal == "spike":
        sending = sent + 1
    else:
        sending = sent + groups
    return max(items * each, units, sending)


def items_of_steps(bundle: Bundle, steps: NDArray[np.integer]) -> list[int]:
    """Items that each of ``steps`` (steps, units) makes."""
    if bundle.signal == "spike":
        return [len(spike_items(bundle, step)) for step in steps]
    return [bundle.size] * len(steps)


@dataclass(frozen=True, kw_only=True)
class _Mark:
    """What an item closes: the step of this number (None: none), and the sample if it is the ``last`` one."""

    step: int | None
    last: bool

    @property
    def closes(self) -> bool:
        return self.step is not None or self.last


class _Pipeline:
    """Stages that move on together, except in the cycles in which what stands at their end is not taken."""

    def __init__(self) -> None:
        self._blocked: deque[tuple[int, int]] = deque(maxlen=64)

    def block(self, first: int, end: int) -> None:
        """Nothing moves from ``first`` on, and again in ``end``."""
        if end > first:
            self._blocked.append((first, end))

    def moving(self, time: int) -> int:
        """The first cycle from ``time`` on in which the stages move."""
        for first, end in self._blocked:
            if first <= time < end:
                time = end
        return time

    def after(self, time: int, moves: int) -> int:
        """The cycle of the last of so many moves behind that of ``time``."""
        for _ in range(moves):
            time = self.moving(time + 1)
        return time


class _Argmax:
    """When the class stands at the output."""

    def __init__(self, classes: int) -> None:
        self._classes = classes
        self.result = -1  # the last result left

    def take(self, offered: int) -> int:
        taken = max(offered, self.result + 1)
        self.result = taken + self._classes + 1
        return taken


class _Readout(_Argmax):
    """Takes items."""

    _ready = 0

    def take(self, offered: int, mark: _Mark | None = None) -> int:
        taken = max(offered, self._ready)
        if mark is not None and mark.last:
            self._ready = super().take(taken + 1) + 1
        return taken


class _GroupCount(_Argmax):
    """Takes groups."""

    def __init__(self, classes: int) -> None:
        super().__init__(classes)
        self._pipeline = _Pipeline()

    def take(self, offered: int, closes: bool = False, last: bool = False, step: int | None = None) -> int:
        taken = self._pipeline.moving(offered)
        if closes and last:
            complete = self._pipeline.after(taken, 1) + 1
            self._pipeline.block(complete, super().take(complete) + 1)
        return taken


_DECISIONS: dict[str, Callable[[int], Any]] = {
    "mean_readout": _Readout,
    "last_readout": _Readout,
    "group_count": _GroupCount,
}


class _Layer:
    """Sums, units and what takes the units' outputs."""

    def __init__(self, layer: LayerDesign, following: Any) -> None:
        self.bundle = layer.bundle
        self.items: list[int] = []
        """Items that the sender makes of each step of this sample."""
        self._layer = layer
        self._sums, self._units = _Pipeline(), _Pipeline()
        self._following = following  # the next layer or the decision
        self._serial = isinstance(layer.sums, SerialSums)
        assert isinstance(layer.sums, ParallelSums | SerialSums)
        self._groups, self._latency = layer.groups.count, layer.sums.latency
        self._free = 0  # of parallel sums: the register of the groups can be loaded from here on
        self._next = 0  # of serial sums: the next item can be taken from here on
        self._begin: int | None = None  # the units took the first group of a step
        self._idle = 0  # the sender is idle from here on
        self._collect = 0  # the sender has room for a group from here on

    def take(self, offered: int, mark: _Mark) -> int:
        """When an item that is offered from ``offered`` on is taken."""
        if self._serial:
            return self._take_serial(offered, mark)
        taken = self._sums.moving(offered)
        if not mark.closes:
            return taken
        full = self._sums.after(taken, self._latency - 1) + 1
        groups = 1 if mark.step is None else self._groups
        moved = max(full, self._free)
        self._sums.block(full, moved)
        time = moved
        for group in range(groups):
            time = self._group(time + 1, group, mark, closes=group == groups - 1)
        self._free = time + 1
        return taken

    def _take_serial(self, offered: int, mark: _Mark) -> int:
        taken = time = self._sums.moving(max(offered, self._next))
        groups = 1 if mark.step is None and mark.last else self._groups
        for group in range(groups):
            time = self._sums.after(time, 1)
            if mark.closes:
                offered = self._sums.after(time, self._latency - 2) + 1
                self._sums.block(offered, self._group(offered, group, mark, closes=group == groups - 1))
        self._next = time
        return taken

    def _group(self, offered: int, group: int, mark: _Mark, *, closes: bool) -> int:
        """When the units take a group of sums."""
        stages = 0 if self._layer.units is None else self._layer.units.stages
        if stages == 0:
            return self._send(offered, group, mark, closes=closes)
        if group == 0 and self._begin is not None and self._layer.units.interval > self._groups:
            offered = max(offered, self._units.after(self._begin, self._layer.units.interval))
        taken = self._units.moving(offered)
        if group == 0:
            self._begin = taken
        given = self._units.after(taken, stages - 1) + 1
        self._units.block(given, self._send(given, group, mark, closes=closes))
        return taken

    def _send(self, offered: int, group: int, mark: _Mark, *, closes: bool) -> int:
        """When what stands behind the units takes a group of outputs."""
        if not self._layer.sends:
            taken: int = self._following.take(offered, closes, mark.last)
            return taken
        groups = self._layer.groups
        if self.bundle.signal == "spike":
            if self._groups == 1:
                taken = begin = max(offered, self._idle)
            else:
                taken = max(offered, self._collect)
                if not closes:
                    return taken
                begin = max(taken + 1, self._idle)
                self._collect = begin + 1
            count = 1 if mark.step is None else self.items[mark.step]
        else:
            taken = begin = max(offered, self._idle)
            of_last = groups.units - (groups.count - 1) * groups.lanes
            count = 1 if mark.step is None else of_last if closes else groups.lanes
        for item in range(count):
            ends = closes and item == count - 1
            sent = _Mark(step=mark.step if ends else None, last=ends and mark.last)
            begin = self._following.take(begin + 1, sent)
        self._idle = begin + 1
        return taken
