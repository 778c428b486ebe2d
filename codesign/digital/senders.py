"""Senders: take the outputs of a layer group by group and send them as items of a stream.

A sender takes groups only while it has room for them, which a register says, so no combinational path runs through a
layer from back to front.
"""

from typing import Any

from amaranth.hdl import Cat, Module, Mux, Signal
from amaranth.lib import stream, wiring
from amaranth.lib.wiring import In, Out

from codesign.digital.groups import Groups
from codesign.digital.streams import Bundle

__all__ = ["SpikeSender", "ValueSender", "sender"]


def sender(bundle: Bundle, groups: Groups) -> "SpikeSender | ValueSender":
    """The sender for ``bundle``; its ``input`` has 1 bit per unit for spikes, ``range.width`` bits for currents."""
    return SpikeSender(bundle, groups) if bundle.signal == "spike" else ValueSender(bundle, groups)


class SpikeSender(wiring.Component):
    """Sends the addresses of the units that spike: each lane its own units, in ascending order.

    Ports: ``input`` (in, ``groups.layout(1)``), ``output`` (out, ``bundle.layout``). The groups of a step are collected
    while the step before is sent; with one group there is nothing to collect.
    """

    def __init__(self, bundle: Bundle, groups: Groups) -> None:
        self._bundle, self._groups = bundle, groups
        super().__init__(
            {
                "input": In(stream.Signature(groups.layout(1))),
                "output": Out(stream.Signature(bundle.layout)),
            }
        )

    def elaborate(self, platform: Any) -> Module:
        m = Module()
        spikes, step, sample, complete = self._collected(m)
        busy = self.output.valid
        taken = Signal(name="taken")  # a whole step is taken over
        item = self.output.payload
        sending_step, sending_sample = (Signal(name=name) for name in ("sending_step", "sending_sample"))
        lanes = [self._lane(m, lane, spikes, taken) for lane in range(self._bundle.lanes)]
        last = Signal(name="last")  # no lane has more than the spike it offers
        m.d.comb += [
            taken.eq(complete & ~busy),
            last.eq(Cat(*(others == 0 for _, others in lanes)).all()),
            item.spike.eq(Cat(*(pending != 0 for pending, _ in lanes))),
            item.end_of_step.eq(last & sending_step),
            item.end_of_sample.eq(last & sending_sample),
        ]
        with m.If(taken):
            m.d.sync += [busy.eq(1), sending_step.eq(step), sending_sample.eq(sample)]
        with m.Elif(self.output.ready & last):
            m.d.sync += busy.eq(0)
        return m

    def _collected(self, m: Module) -> tuple[Any, Any, Any, Any]:
        """(the spikes of a step, it is one, it ends the sample, it is complete)."""
        groups, item = self._groups, self.input.payload
        if groups.count == 1:
            m.d.comb += self.input.ready.eq(~self.output.valid)
            return Mux(item.step, item.units, 0), item.step, item.end_of_sample, self.input.valid
        collected = Signal(groups.room, name="collected")
        complete, step, sample = (Signal(name=name) for name in ("complete", "step", "sample"))
        m.d.comb += self.input.ready.eq(~complete)
        with m.If(complete & ~self.output.valid):
            m.d.sync += complete.eq(0)
        with m.If(self.input.valid & self.input.ready):
            m.d.sync += [
                complete.eq(item.end_of_step | ~item.step),
                collected.eq(Cat(collected[groups.lanes :], item.units)),
                step.eq(item.step),
                sample.eq(item.end_of_sample),
            ]
        return Mux(step, collected, 0), step, sample, complete

    def _lane(self, m: Module, lane: int, spikes: Any, taken: Any) -> tuple[Any, Any]:
        """(spikes of the lane that are still to be sent, the same without the one that is offered)."""
        units = range(lane, self._bundle.size, self._bundle.lanes)
        pending = Signal(len(units), name=f"pending_{lane}")
        others = Signal(len(units), name=f"others_{lane}")  # without the lowest one
        lowest = Signal(len(units), name=f"lowest_{lane}")  # the lowest one alone
        m.d.comb += [others.eq(pending & (pending - 1)), lowest.eq(pending & ~others)]
        address = self.output.payload.address[lane]
        for bit in range(len(address)):
            m.d.comb += address[bit].eq(Cat(*(lowest[row] for row in range(len(units)) if row >> bit & 1)).any())
        with m.If(taken):
            m.d.sync += pending.eq(Cat(*(spikes[unit] for unit in units)))
        with m.Elif(self.output.valid & self.output.ready):
            m.d.sync += pending.eq(others)
        return pending, others


class ValueSender(wiring.Component):
    """Sends the values of all units, unit 0 first.

    Ports: ``input`` (in, ``groups.layout(range.width)``), ``output`` (out, ``bundle.layout``). One group is sent before
    the next one is taken.
    """

    def __init__(self, bundle: Bundle, groups: Groups) -> None:
        self._groups, self._width = groups, bundle.range.width
        super().__init__(
            {
                "input": In(stream.Signature(groups.layout(bundle.range.width))),
                "output": Out(stream.Signature(bundle.layout)),
            }
        )

    def elaborate(self, platform: Any) -> Module:
        m = Module()
        groups, taken = self._groups, self.input.payload
        values = Signal(groups.lanes * self._width, name="values")  # moves down by one value for each that was sent
        left = Signal(range(groups.lanes), name="left")  # values after the one at the output
        busy = self.output.valid
        step, closes_step, sample, last = (Signal(name=name) for name in ("step", "closes_step", "sample", "last"))
        of_last_group = groups.units - (groups.count - 1) * groups.lanes
        item = self.output.payload
        m.d.comb += [
            last.eq((left == 0) | ~step),
            self.input.ready.eq(~busy),
            item.value.eq(values[: self._width]),
            item.present.eq(step),
            item.end_of_step.eq(last & closes_step),
            item.end_of_sample.eq(last & sample),
        ]
        with m.If(~busy):
            m.d.sync += [
                busy.eq(self.input.valid),
                values.eq(taken.units),
                left.eq(Mux(taken.end_of_step, of_last_group - 1, groups.lanes - 1)),
                step.eq(taken.step),
                closes_step.eq(taken.end_of_step),
                sample.eq(taken.end_of_sample),
            ]
        with m.Elif(self.output.ready):
            m.d.sync += [values.eq(values >> self._width), left.eq(left - 1), busy.eq(~last)]
        return m
