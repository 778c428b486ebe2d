# amaranth: UnusedElaboratable=no
"""The chip's mouth: answers and results as frames of bytes."""

from typing import Any

from amaranth.hdl import Array, C, Cat, Module, Mux, Signal
from amaranth.lib import data, stream, wiring
from amaranth.lib.wiring import In, Out

from codesign.digital.serial_frame.protocol import (
    ACK,
    HEADER_BYTES,
    REPEAT,
    RESULT,
    STATUS,
    STATUS_BYTES,
    SYNC,
    Identity,
)
from codesign.digital.serial_frame.receiver import CRC

__all__ = ["FrameSender", "request_layout"]


def request_layout() -> data.StructLayout:
    """An answer that is wanted: its ``kind`` (REPEAT: the last result, if there is one) and ``sequence``."""
    return data.StructLayout({"kind": 8, "sequence": 8})


class FrameSender(wiring.Component):
    """Sends a RESULT for every item of the output stream, and answers.

    Ports: ``results`` (in, items of ``result``), ``request`` (in, ``request_layout``), ``counters`` (in, those of
    Status, the first one lowest), ``restart`` (in: the samples are numbered from 0 again), ``output`` (out, bytes),
    ``decision`` (out, that of the last result).
    """

    def __init__(self, *, result: data.Layout, identity: Identity) -> None:
        self._identity, self._result = identity, result
        counters = 8 * (STATUS_BYTES - len(identity.pack()))
        super().__init__(
            {
                "results": In(stream.Signature(result)),
                "request": In(stream.Signature(request_layout())),
                "counters": In(counters),
                "restart": In(1),
                "output": Out(stream.Signature(8)),
                "decision": Out(result["decision"].shape),
            }
        )

    def elaborate(self, platform: Any) -> Module:
        m = Module()
        m.submodules.check = check = CRC(data_width=8).create()
        size = self._identity.result_bytes
        # Turns by a byte with each that is sent, so that it is whole again after all of them.
        result = Signal(8 * size, name="result")
        known = Signal(name="known")  # there was a result since the restart
        number, latest_number = Signal(8, name="number"), Signal(8, name="latest_number")
        kind, sequence, length = Signal(8, name="kind"), Signal(8, name="sequence_number"), Signal(8, name="length")
        position = Signal(8, name="position")
        moves = Signal(name="moves")
        counters = [self.counters[start : start + 8] for start in range(0, len(self.counters), 8)]
        status = Array([*(C(byte, 8) for byte in self._identity.pack()), *counters])
        m.d.comb += [moves.eq(self.output.valid & self.output.ready), check.data.eq(self.output.payload)]
        with m.FSM():
            with m.State("idle"):
                m.d.comb += check.start.eq(1)
                m.d.sync += position.eq(0)
                with m.If(self.results.valid):
                    m.d.comb += self.results.ready.eq(1)
                    m.d.sync += [
                        result.eq(self.results.payload),
                        self.decision.eq(self.results.payload.decision),
                        kind.eq(RESULT),
                        sequence.eq(number),
                        latest_number.eq(number),
                        number.eq(number + 1),
                        length.eq(size),
                        known.eq(1),
                    ]
                    m.next = "SYNC"
                with m.Elif(self.request.valid):
                    wanted = self.request.payload
                    m.d.comb += self.request.ready.eq(1)
                    m.d.sync += [kind.eq(wanted.kind), sequence.eq(wanted.sequence), length.eq(0)]
                    with m.If(wanted.kind == STATUS):
                        m.d.sync += length.eq(STATUS_BYTES)
                    with m.If(wanted.kind == REPEAT):
                        m.d.sync += kind.eq(ACK)
                        with m.If(known):
                            m.d.sync += [kind.eq(RESULT), sequence.eq(latest_number), length.eq(size)]
                    m.next = "SYNC"
            with m.State("SYNC"):
                m.d.comb += [self.output.payload.eq(SYNC), self.output.valid.eq(1)]
                with m.If(moves):
                    m.next = "header"
            with m.State("header"):
                m.d.comb += [
                    self.output.payload.eq(Array([kind, sequence, length])[position]),
                    self.output.valid.eq(1),
                    check.valid.eq(moves),
                ]
                with m.If(moves):
                    m.d.sync += position.eq(position + 1)
                    with m.If(position == HEADER_BYTES - 1):
                        m.d.sync += position.eq(0)
                        m.next = "payload"
                        with m.If(length == 0):
                            m.next = "crc"
            with m.State("payload"):
                m.d.comb += [
                    self.output.payload.eq(Mux(kind == STATUS, status[position], result[:8])),
                    self.output.valid.eq(1),
                    check.valid.eq(moves),
                ]
                with m.If(moves):
                    m.d.sync += position.eq(position + 1)
                    with m.If(kind == RESULT):
                        m.d.sync += result.eq(Cat(result[8:], result[:8]))
                    with m.If(position == length - 1):
                        m.next = "crc"
            with m.State("crc"):
                m.d.comb += [self.output.payload.eq(check.crc[8:]), self.output.valid.eq(1)]
                with m.If(moves):
                    m.next = "crc, second byte"
            with m.State("crc, second byte"):
                m.d.comb += [self.output.payload.eq(check.crc[:8]), self.output.valid.eq(1)]
                with m.If(moves):
                    m.next = "idle"
        with m.If(self.restart):
            m.d.sync += [number.eq(0), known.eq(0)]
        return m
