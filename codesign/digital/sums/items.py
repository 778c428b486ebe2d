"""What an item tells the sums: which rows of weights it means, and whether they count."""

from dataclasses import dataclass
from typing import Any

from amaranth.hdl import Module, Signal

from codesign.digital.streams import Bundle
from codesign.digital.sums.rows import WeightBanks

__all__ = ["Datum", "datum_of"]


@dataclass(frozen=True, kw_only=True)
class Datum:
    """Of each lane: the input's number within the lane, and whether its row counts. ``value``: what it counts by."""

    addresses: list[Any]
    counts: list[Any]
    value: Any | None
    """None for spikes: they count once."""


def datum_of(m: Module, source: Bundle, item: Any, taken: Any, banks: WeightBanks) -> Datum:
    """Read ``item``; currents are numbered in the order in which they are ``taken``."""
    if source.signal == "spike":
        addresses = [item.address[lane] for lane in range(source.lanes)]
        counts = [item.spike[lane] & (address < banks.inputs(lane)) for lane, address in enumerate(addresses)]
        return Datum(addresses=addresses, counts=counts, value=None)
    index = Signal(range(source.size + 1), name="index")  # stays at the number of inputs when too many values come
    with m.If(taken):
        with m.If(item.end_of_step | item.end_of_sample):
            m.d.sync += index.eq(0)
        with m.Elif(item.present & (index < source.size)):
            m.d.sync += index.eq(index + 1)
    return Datum(addresses=[index], counts=[item.present & (index < source.size)], value=item.value)
