"""The streams between layers and at the edge of the chip: what one item holds, and what is known of its values.

Every stream has ``payload``, ``valid`` and ``ready`` (``amaranth.lib.stream``); an item moves in a cycle in which
``valid`` and ``ready`` are both 1. Once ``valid`` is 1 it stays so, with the same payload, until the item has moved.

A sample is a row of steps, a step a row of items. An item of either signal carries at most one datum and may
close the step, the sample, or both; the datum counts before the step closes, the step before the sample:

=================  =======  =====================================================================================
field              bits     meaning
=================  =======  =====================================================================================
``address``        derived  spikes: index of the input that spikes, if ``spike`` is 1
``value``          derived  currents: value of the next input of the step, if ``present`` is 1
``spike``          1        the item carries a spike
``present``        1        the item carries a value
``end_of_step``    1        the step is complete with this item; a missing value counts as 0
``end_of_sample``  1        the sample is complete with this item
=================  =======  =====================================================================================

So a step with k spikes takes max(1, k) items, a sample without steps is one item with ``end_of_sample`` alone, and
an item without any flag does nothing. Items that no sender of ours makes do no harm beyond their sample: an
address or a value past the last input is ignored, and data that no ``end_of_step`` follows are dropped when the
sample ends.
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

__all__ = ["Bundle", "input_items", "link", "network_input", "pack", "result_layout", "step_layout"]


@dataclass(frozen=True, kw_only=True)
class Bundle:
    """What travels from one layer to the next: the kind of signal and the exact range of each of its members."""

    signal: Signal
    ranges: tuple[Interval, ...]
    scale: Fraction
    """One integer step, in unit currents (1 for spikes)."""

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
            head = {"address": unsigned(Interval(0, self.size - 1).width)}
        else:
            head = {"value": self.range.shape}
        return data.StructLayout({**head, self.datum: 1, "end_of_step": 1, "end_of_sample": 1})


def network_input(network: Network) -> Bundle:
    """What the first layer gets."""
    kind, parameters = network.coding.kind, network.coding.parameters
    largest = Interval(0, coding.largest_value(kind, parameters))
    return Bundle(signal=coding.signal(kind), ranges=(largest,) * network.inputs, scale=coding.scale(kind, parameters))


def step_layout(units: int, width: int) -> data.StructLayout:
    """Payload of the streams inside a layer: a whole step at once.

    ``units`` holds one value of ``width`` bits per unit, unit 0 in the lowest bits, and counts if ``step`` is 1;
    ``end_of_sample`` closes the sample after it.
    """
    return data.StructLayout({"units": unsigned(units * width), "step": 1, "end_of_sample": 1})


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
    """The items that carry one sample (steps, inputs): the fewest, with the end markers on the last datum."""
    steps = len(sample)
    if steps == 0:
        yield {bundle.datum: 0, "end_of_step": 0, "end_of_sample": 1}
    for step, values in enumerate(sample):
        if bundle.signal == "spike":
            items = [{"address": int(index), "spike": 1} for index in np.flatnonzero(values)] or [{"spike": 0}]
        else:
            items = [{"value": int(value), "present": 1} for value in values]
        for index, item in enumerate(items):
            last = index == len(items) - 1
            yield {**item, "end_of_step": int(last), "end_of_sample": int(last and step == steps - 1)}
