"""The streams between layers and at the edge of the chip: what one item holds, and what is known of its values.

Every stream has ``payload``, ``valid`` and ``ready`` (``amaranth.lib.stream``); an item moves in a cycle in which
``valid`` and ``ready`` are both 1. Once ``valid`` is 1 it stays so, with the same payload, until the item has moved.

A sample is a row of steps, a step a row of items. An item carries data and may close the step, the sample, or both;
the data count before the step closes, the step before the sample:

=================  =======  =====================================================================================
field              bits     meaning
=================  =======  =====================================================================================
``address``        derived  spikes: one address per lane; address r of lane b stands for input r x lanes + b
``spike``          lanes    spikes: bit b is 1 if lane b carries a spike
``value``          derived  currents: value of the next input of the step, if ``present`` is 1
``present``        1        the item carries a value
``end_of_step``    1        the step is complete with this item; a missing value counts as 0
``end_of_sample``  1        the sample is complete with this item
=================  =======  =====================================================================================

So with one lane a step with k spikes takes max(1, k) items; with more, as many as the lane with the most spikes needs.
A sample without steps is one item with ``end_of_sample`` alone, and an item without any flag does nothing. Items that
no sender of ours makes do no harm beyond their sample: an address or a value past the last input is ignored, and data
that no ``end_of_step`` follows are dropped when the sample ends.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import numpy as np
from amaranth.hdl import Module, unsigned
from amaranth.lib import data
from numpy.typing import NDArray

from codesign import coding
from codesign.cells.spec import Signal
from codesign.digital.interval import Interval
from codesign.network import Network

__all__ = ["Bundle", "input_items", "link", "network_input", "pack", "result_layout", "spike_items"]


@dataclass(frozen=True, kw_only=True)
class Bundle:
    """What travels from one layer to the next: the kind of signal and the exact range of each of its members."""

    signal: Signal
    ranges: tuple[Interval, ...]
    scale: Fraction
    """One integer step, in unit currents (1 for spikes)."""
    lanes: int = 1
    """Spikes that one item can carry; each lane has the inputs of its own residue."""

    @property
    def size(self) -> int:
        return len(self.ranges)

    @property
    def range(self) -> Interval:
        """All values of all members, and 0."""
        return Interval.hull(self.ranges).with_zero()

    @property
    def datum(self) -> str:
        """Name of the flag that says whether an item carries a datum."""
        return "spike" if self.signal == "spike" else "present"

    @property
    def layout(self) -> data.StructLayout:
        """Payload of one item, least significant field first."""
        if self.signal == "spike":
            address = unsigned(Interval(0, self.rows - 1).width)
            return data.StructLayout(
                {
                    "address": data.ArrayLayout(address, self.lanes),
                    "spike": self.lanes,
                    "end_of_step": 1,
                    "end_of_sample": 1,
                }
            )
        return data.StructLayout({"value": self.range.shape, "present": 1, "end_of_step": 1, "end_of_sample": 1})

    @property
    def rows(self) -> int:
        """Addresses of a lane."""
        return -(-self.size // self.lanes)


def network_input(network: Network, events_per_cycle: int = 1) -> Bundle:
    """What the first layer gets, with up to ``events_per_cycle`` spikes in an item."""
    kind, parameters = network.coding.kind, network.coding.parameters
    largest = Interval(0, coding.largest_value(kind, parameters))
    return Bundle(
        signal=coding.signal(kind),
        ranges=(largest,) * network.inputs,
        scale=coding.scale(kind, parameters),
        lanes=min(events_per_cycle, network.inputs) if coding.signal(kind) == "spike" else 1,
    )


def result_layout(classes: int, scores: Interval) -> data.StructLayout:
    """Payload of the output: the ``decision`` (index of the class) and the ``scores`` of all classes."""
    return data.StructLayout(
        {"decision": unsigned(Interval(0, classes - 1).width), "scores": data.ArrayLayout(scores.shape, classes)}
    )


def link(m: Module, source: Any, sink: Any) -> None:
    """Connect two streams of the same payload; of both, what is linked first names the wires in the Verilog."""
    m.d.comb += [sink.payload.eq(source.payload), sink.valid.eq(source.valid), source.ready.eq(sink.ready)]


def pack(values: NDArray[np.integer], width: int) -> int:
    """One integer from ``values``, ``width`` bits each in two's complement, the first in the lowest bits."""
    mask = (1 << width) - 1
    return int("".join(format(int(value) & mask, f"0{width}b") for value in values[::-1]), 2)


def input_items(bundle: Bundle, sample: NDArray[np.integer]) -> Iterator[dict[str, int]]:
    """The items that carry one sample (steps, inputs): the fewest, with the end markers on the last datum.

    The values of a field are as they lie in it: ``address`` holds the addresses of all lanes.
    """
    steps = len(sample)
    if steps == 0:
        yield {bundle.datum: 0, "end_of_step": 0, "end_of_sample": 1}
    for step, values in enumerate(sample):
        items = spike_items(bundle, values) if bundle.signal == "spike" else _value_items(values)
        for index, item in enumerate(items):
            last = index == len(items) - 1
            yield {**item, "end_of_step": int(last), "end_of_sample": int(last and step == steps - 1)}


def spike_items(bundle: Bundle, spikes: NDArray[np.integer]) -> list[dict[str, int]]:
    """The items of one step (inputs,): every lane sends its spikes in ascending order."""
    width = Interval(0, bundle.rows - 1).width
    rows = [np.flatnonzero(spikes[lane :: bundle.lanes]) for lane in range(bundle.lanes)]
    items = []
    for index in range(max(1, *(len(found) for found in rows))):
        sending = [(lane, int(found[index])) for lane, found in enumerate(rows) if index < len(found)]
        items.append(
            {
                "address": sum(row << lane * width for lane, row in sending),
                "spike": sum(1 << lane for lane, _ in sending),
            }
        )
    return items


def _value_items(values: NDArray[np.integer]) -> list[dict[str, int]]:
    return [{"value": int(value), "present": 1} for value in values]
