# amaranth: UnusedElaboratable=no
"""The chip's ear: whole frames from a stream of bytes."""

from typing import Any

from amaranth.hdl import Module, Mux, Signal
from amaranth.lib import crc, stream, wiring
from amaranth.lib.memory import Memory
from amaranth.lib.wiring import In, Out

from codesign.digital.memory_ports import read_port, write_port
from codesign.digital.serial_frame.protocol import CRC_POLYNOMIAL, CRC_START, LARGEST_PAYLOAD, SYNC

__all__ = ["CRC", "FrameReceiver"]

CRC = crc.Algorithm(
    crc_width=16,
    polynomial=CRC_POLYNOMIAL,
    initial_crc=CRC_START,
    reflect_input=False,
    reflect_output=False,
    xor_output=0,
)
"""That of the protocol, as logic."""


class FrameReceiver(wiring.Component):
    """Takes frames apart and checks them.

    Ports: ``input`` (in, bytes, always taken), ``framing_error`` (in, 1 where a byte was dropped), ``hold`` (in: no
    frame begins); ``done`` (out, 1 for one cycle: a frame was whole, and ``kind``, ``sequence``, ``length`` and the
    payload stay until the next one begins), ``whole_items`` (out: length is a multiple of ``item_bytes``),
    ``crc_error`` and ``broken_off`` (out, 1 for one cycle: such a frame was dropped); ``address`` (in) and ``data``
    (out): the payload, a byte per cycle, one cycle after its address.
    """

    def __init__(self, *, item_bytes: int, pause: int) -> None:
        self._item_bytes, self._pause = item_bytes, pause
        super().__init__(
            {
                "input": In(stream.Signature(8, always_ready=True)),
                "framing_error": In(1),
                "hold": In(1),
                "done": Out(1),
                "kind": Out(8),
                "sequence": Out(8),
                "length": Out(8),
                "whole_items": Out(1),
                "crc_error": Out(1),
                "broken_off": Out(1),
                "address": In(8),
                "data": Out(8),
            }
        )

    def elaborate(self, platform: Any) -> Module:
        m = Module()
        m.submodules.payload = payload = Memory(shape=8, depth=LARGEST_PAYLOAD + 1, init=[])
        write, read = write_port(payload), read_port(payload)
        m.submodules.check = check = CRC(data_width=8).create()
        byte, valid = self.input.payload, self.input.valid
        count = Signal(8, name="count")  # payload bytes
        silence = Signal(range(self._pause + 1), name="silence")  # cycles since the last byte
        phase = Signal(range(self._item_bytes), name="phase")
        m.d.comb += [
            write.addr.eq(count),
            write.data.eq(byte),
            read.addr.eq(self.address),
            self.data.eq(read.data),
            check.data.eq(byte),
            self.whole_items.eq(phase == 0),
        ]
        breaks_off = Signal(name="breaks_off")
        with m.FSM() as states:
            between = states.ongoing("SYNC") | states.ongoing("verdict")
            m.d.comb += breaks_off.eq(~between & (self.framing_error | (silence == self._pause)))
            m.d.sync += silence.eq(Mux(valid | between, 0, silence + 1))
            with m.State("SYNC"):
                m.d.comb += check.start.eq(1)
                with m.If(valid & (byte == SYNC) & ~self.hold):
                    m.d.sync += [count.eq(0), phase.eq(0)]
                    m.next = "kind"
            for state, register, following in (
                ("kind", self.kind, "sequence"),
                ("sequence", self.sequence, "length"),
            ):
                with m.State(state):
                    with m.If(valid):
                        m.d.comb += check.valid.eq(1)
                        m.d.sync += register.eq(byte)
                        m.next = following
                    with m.If(breaks_off):
                        m.next = "SYNC"
            with m.State("length"):
                with m.If(valid):
                    m.d.comb += check.valid.eq(1)
                    m.d.sync += self.length.eq(byte)
                    m.next = "payload"
                    with m.If(byte == 0):
                        m.next = "crc"
                with m.If(breaks_off):
                    m.next = "SYNC"
            with m.State("payload"):
                with m.If(valid):
                    m.d.comb += [check.valid.eq(1), write.en.eq(1)]
                    m.d.sync += [count.eq(count + 1), phase.eq(Mux(phase == self._item_bytes - 1, 0, phase + 1))]
                    with m.If(count == self.length - 1):
                        m.next = "crc"
                with m.If(breaks_off):
                    m.next = "SYNC"
            for state, following in (("crc", "crc, second byte"), ("crc, second byte", "verdict")):
                with m.State(state):
                    with m.If(valid):
                        m.d.comb += check.valid.eq(1)
                        m.next = following
                    with m.If(breaks_off):
                        m.next = "SYNC"
            with m.State("verdict"):
                m.d.comb += [self.done.eq(check.match_detected), self.crc_error.eq(~check.match_detected)]
                m.next = "SYNC"
        m.d.comb += self.broken_off.eq(breaks_off)
        return m
