"""Sends the spikes of a row of inputs as items, row after row of a step."""

from typing import Any

from amaranth.hdl import Cat, Module, Signal, unsigned
from amaranth.lib import data, stream, wiring
from amaranth.lib.wiring import In, Out

from codesign.digital.interval import Interval
from codesign.digital.streams import Bundle

__all__ = ["RowSender", "row_layout"]


def row_layout(bundle: Bundle, width: int) -> data.StructLayout:
    """Payload of a row: ``spikes`` of the inputs from ``row`` x ``width`` on, and the ends that it closes."""
    last = Interval(0, -(-bundle.size // width) - 1)
    return data.StructLayout({"spikes": width, "row": unsigned(last.width), "end_of_step": 1, "end_of_sample": 1})


class RowSender(wiring.Component):
    """Ports: ``input`` (in, ``row_layout(bundle, width)``), ``output`` (out, ``bundle.layout``).

    ``width`` is a multiple of the lanes. A row takes as many cycles as the lane with the most spikes has, at least one;
    without a spike it makes an item only if it closes a step.
    """

    def __init__(self, bundle: Bundle, width: int) -> None:
        self._bundle, self._width = bundle, width
        super().__init__(
            {
                "input": In(stream.Signature(row_layout(bundle, width))),
                "output": Out(stream.Signature(bundle.layout)),
            }
        )

    def elaborate(self, platform: Any) -> Module:
        m = Module()
        lanes = self._bundle.lanes
        each = self._width // lanes  # inputs of a lane in a row
        row, item = self.input.payload, self.output.payload
        busy, closes, ends = Signal(name="busy"), Signal(name="closes"), Signal(name="ends")
        # Address of the row's first input.
        base = Signal(range(each * (-(-self._bundle.size // self._width)) + 1), name="base")
        last, advance = Signal(name="last"), Signal(name="advance")
        ready_lanes, spikes, addresses = [], [], []
        m.d.comb += [
            advance.eq(~self.output.valid | self.output.ready),
            self.input.ready.eq(~busy | (advance & last)),
        ]
        for lane in range(lanes):
            pending = Signal(each, name=f"pending_{lane}")
            others = Signal(each, name=f"others_{lane}")  # without the lowest one
            lowest = Signal(each, name=f"lowest_{lane}")  # the lowest one alone
            place = Signal(range(max(2, each)), name=f"place_{lane}")
            m.d.comb += [others.eq(pending & (pending - 1)), lowest.eq(pending & ~others)]
            for bit in range(len(place)):
                chosen = [lowest[k] for k in range(each) if k >> bit & 1]
                m.d.comb += place[bit].eq(Cat(*chosen).any() if chosen else 0)
            with m.If(self.input.ready):
                m.d.sync += pending.eq(Cat(*(row.spikes[k] for k in range(lane, self._width, lanes))))
            with m.Elif(advance):
                m.d.sync += pending.eq(others)
            ready_lanes.append(others == 0)
            spikes.append(pending != 0)
            addresses.append(base + place)
        m.d.comb += last.eq(Cat(*ready_lanes).all())
        with m.If(self.input.ready):
            m.d.sync += [
                busy.eq(self.input.valid),
                base.eq(row.row * each),
                closes.eq(row.end_of_step),
                ends.eq(row.end_of_sample),
            ]
        with m.If(advance):
            m.d.sync += [
                self.output.valid.eq(busy & (Cat(*spikes).any() | closes)),
                item.spike.eq(Cat(*spikes)),
                *(item.address[lane].eq(address) for lane, address in enumerate(addresses)),
                item.end_of_step.eq(closes & last),
                item.end_of_sample.eq(ends & last),
            ]
        return m
