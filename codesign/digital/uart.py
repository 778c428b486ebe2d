# amaranth: UnusedElaboratable=no
"""A UART: bytes over one wire each way, 8 data bits, no parity, one stop bit, the lowest bit first.

The line rests at 1. A byte is a start bit (0), eight data bits and a stop bit (1), each ``divisor`` clock cycles long.
The receiver finds the start's edge and looks at the middle of every bit; so it bears a difference of speed that moves
the middle of the stop bit, 9.5 bits later, by less than half a bit less one cycle: about 5 % in all.
"""

from typing import Any

from amaranth.hdl import Cat, Module, Signal
from amaranth.lib import stream, wiring
from amaranth.lib.cdc import FFSynchronizer
from amaranth.lib.wiring import In, Out

from codesign.errors import InputError

__all__ = ["BITS_PER_BYTE", "SMALLEST_DIVISOR", "UartReceiver", "UartTransmitter", "divisor"]

BITS_PER_BYTE = 10
"""On the wire: start, eight data bits, stop."""
SMALLEST_DIVISOR = 4
"""Cycles per bit that the receiver needs to find the middle of one."""
_LARGEST_ERROR = 0.02  # leaves the other side as much, and the rest to the edges of a real line


def divisor(clock_hz: float, baud: int) -> int:
    """Clock cycles per bit; raises InputError where ``baud`` cannot be made from the clock to within 2 %."""
    if baud < 1:
        raise InputError(f"the baud rate must be at least 1, not {baud}")
    cycles = round(clock_hz / baud)
    if cycles < SMALLEST_DIVISOR:
        raise InputError(
            f"a clock of {clock_hz / 1e6:g} MHz is too slow for {baud} baud; choose at most {clock_hz / 4:.0f} baud"
        )
    error = clock_hz / cycles / baud - 1
    if abs(error) > _LARGEST_ERROR:
        raise InputError(
            f"{baud} baud cannot be made from {clock_hz / 1e6:g} MHz: the nearest is {clock_hz / cycles:.0f}, "
            f"{100 * abs(error):.1f} % off; choose a lower one or a divisor of the clock"
        )
    return cycles


class UartReceiver(wiring.Component):
    """Bytes from a wire.

    Ports: ``rx`` (in, the wire, in no clock domain), ``output`` (out, a byte; it is there for one cycle, always
    taken), ``framing_error`` (out, 1 for one cycle where a stop bit was 0; that byte is dropped).
    """

    def __init__(self, divisor: int) -> None:
        if divisor < SMALLEST_DIVISOR:
            raise InputError(f"the divisor must be at least {SMALLEST_DIVISOR}, not {divisor}")
        self._divisor = divisor
        super().__init__(
            {
                "rx": In(1, init=1),
                "output": Out(stream.Signature(8, always_ready=True)),
                "framing_error": Out(1),
            }
        )

    def elaborate(self, platform: Any) -> Module:
        m = Module()
        rx, before = Signal(init=1, name="rx"), Signal(init=1, name="rx_before")
        m.submodules.synchroniser = FFSynchronizer(self.rx, rx, init=1)
        m.d.sync += before.eq(rx)
        timer = Signal(range(self._divisor), name="timer")  # cycles to the next look at the wire
        bits = Signal(8, name="bits")
        index = Signal(range(BITS_PER_BYTE), name="index")  # bits looked at; the start bit is the first
        busy = Signal(name="busy")
        m.d.sync += [self.output.valid.eq(0), self.framing_error.eq(0)]
        with m.If(~busy), m.If(before & ~rx):
            # The edge is one cycle old here, and a whole bit is divisor cycles: look at the middle of the start.
            m.d.sync += [busy.eq(1), index.eq(0), timer.eq(self._divisor // 2 - 2 if self._divisor > 4 else 0)]
        with m.Elif(timer != 0):
            m.d.sync += timer.eq(timer - 1)
        with m.Else():
            m.d.sync += [timer.eq(self._divisor - 1), index.eq(index + 1), bits.eq(Cat(bits[1:], rx))]
            with m.If((index == 0) & rx):
                m.d.sync += busy.eq(0)  # a spike on the line and no start bit
            with m.If(index == BITS_PER_BYTE - 1):
                # Ready for the next edge at once: it may come half a bit from here.
                m.d.sync += [busy.eq(0), self.output.valid.eq(rx), self.framing_error.eq(~rx), bits.eq(bits)]
        m.d.comb += self.output.payload.eq(bits)
        return m


class UartTransmitter(wiring.Component):
    """Bytes to a wire. Ports: ``input`` (in, a byte), ``tx`` (out, the wire). Bytes follow each other without a gap."""

    def __init__(self, divisor: int) -> None:
        if divisor < 1:
            raise InputError(f"the divisor must be at least 1, not {divisor}")
        self._divisor = divisor
        super().__init__({"input": In(stream.Signature(8)), "tx": Out(1, init=1)})

    def elaborate(self, platform: Any) -> Module:
        m = Module()
        timer = Signal(range(self._divisor), name="timer")
        left = Signal(range(BITS_PER_BYTE), name="left")  # bits to send after the one on the wire
        # These, the next in the lowest place; the stop bit fills up.
        bits = Signal(BITS_PER_BYTE - 1, init=-1, name="bits")
        busy = Signal(name="busy")
        last = Signal(name="last")  # the last cycle of a byte
        m.d.comb += [last.eq(busy & (timer == 0) & (left == 0)), self.input.ready.eq(~busy | last)]
        with m.If(busy & (timer != 0)):
            m.d.sync += timer.eq(timer - 1)
        with m.Elif(busy & (left != 0)):
            m.d.sync += [
                timer.eq(self._divisor - 1),
                left.eq(left - 1),
                self.tx.eq(bits[0]),
                bits.eq(Cat(bits[1:], 1)),
            ]
        with m.If(last):
            m.d.sync += busy.eq(0)
        with m.If(self.input.valid & self.input.ready):
            m.d.sync += [
                busy.eq(1),
                timer.eq(self._divisor - 1),
                left.eq(BITS_PER_BYTE - 1),
                self.tx.eq(0),
                bits.eq(Cat(self.input.payload, 1)),
            ]
        return m
