"""Senders: take the outputs of a whole step and send them as items of a stream, one per cycle.

A sender takes a step only when it is idle, so ``ready`` comes straight from a register and no combinational path
runs through a layer from back to front.
"""

from typing import Any

from amaranth.hdl import Cat, Module, Mux, Signal
from amaranth.lib import stream, wiring
from amaranth.lib.wiring import In, Out

from codesign.digital.streams import Bundle, step_layout

__all__ = ["SpikeSender", "ValueSender", "sender"]


def sender(bundle: Bundle) -> "SpikeSender | ValueSender":
    """The sender for ``bundle``; its ``input`` has 1 bit per unit for spikes, ``range.width`` bits for currents."""
    return SpikeSender(bundle) if bundle.signal == "spike" else ValueSender(bundle)


class SpikeSender(wiring.Component):
    """Sends the addresses of the units that spike, in ascending order.

    Ports: ``input`` (in, ``step_layout(units, 1)``), ``output`` (out, ``bundle.layout``).
    """

    def __init__(self, bundle: Bundle) -> None:
        self._units = bundle.size
        super().__init__(
            {
                "input": In(stream.Signature(step_layout(bundle.size, 1))),
                "output": Out(stream.Signature(bundle.layout)),
            }
        )

    def elaborate(self, platform: Any) -> Module:
        m = Module()
        pending = Signal(self._units)  # spikes that are still to be sent
        others = Signal(self._units)  # without the lowest one
        lowest = Signal(self._units)  # the lowest one alone
        busy = self.output.valid
        step = Signal()
        sample = Signal()
        last = Signal()
        item = self.output.payload
        m.d.comb += [
            others.eq(pending & (pending - 1)),
            lowest.eq(pending & ~others),
            last.eq(others == 0),
            self.input.ready.eq(~busy),
            item.spike.eq(pending != 0),
            item.end_of_step.eq(last & step),
            item.end_of_sample.eq(last & sample),
        ]
        for bit in range(len(item.address)):
            numbers = [unit for unit in range(self._units) if unit >> bit & 1]
            m.d.comb += item.address[bit].eq(Cat(*(lowest[unit] for unit in numbers)).any())
        with m.If(~busy):
            m.d.sync += [
                busy.eq(self.input.valid),
                pending.eq(Mux(self.input.payload.step, self.input.payload.units, 0)),
                step.eq(self.input.payload.step),
                sample.eq(self.input.payload.end_of_sample),
            ]
        with m.Elif(self.output.ready):
            m.d.sync += [pending.eq(others), busy.eq(~last)]
        return m


class ValueSender(wiring.Component):
    """Sends the values of all units, unit 0 first.

    Ports: ``input`` (in, ``step_layout(units, width)``), ``output`` (out, ``bundle.layout``).
    """

    def __init__(self, bundle: Bundle) -> None:
        self._units, self._width = bundle.size, bundle.range.width
        super().__init__(
            {
                "input": In(stream.Signature(step_layout(bundle.size, bundle.range.width))),
                "output": Out(stream.Signature(bundle.layout)),
            }
        )

    def elaborate(self, platform: Any) -> Module:
        m = Module()
        values = Signal(self._units * self._width)  # moves down by one value for each that was sent
        left = Signal(range(self._units))  # values after the one at the output
        busy = self.output.valid
        step = Signal()
        sample = Signal()
        last = Signal()
        item = self.output.payload
        m.d.comb += [
            last.eq((left == 0) | ~step),
            self.input.ready.eq(~busy),
            item.value.eq(values[: self._width]),
            item.present.eq(step),
            item.end_of_step.eq(last & step),
            item.end_of_sample.eq(last & sample),
        ]
        with m.If(~busy):
            m.d.sync += [
                busy.eq(self.input.valid),
                values.eq(self.input.payload.units),
                left.eq(self._units - 1),
                step.eq(self.input.payload.step),
                sample.eq(self.input.payload.end_of_sample),
            ]
        with m.Elif(self.output.ready):
            m.d.sync += [values.eq(values >> self._width), left.eq(left - 1), busy.eq(~last)]
        return m
