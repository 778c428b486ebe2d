# amaranth: UnusedElaboratable=no
"""The chip's side of the line: frames in, items to the network; results out."""

from dataclasses import fields
from typing import Any

from amaranth.hdl import Cat, Module, Signal
from amaranth.lib import stream, wiring
from amaranth.lib.wiring import In, Out

from codesign.digital.design import NetworkDesign
from codesign.digital.serial_frame import protocol
from codesign.digital.serial_frame.protocol import Identity, Status
from codesign.digital.serial_frame.receiver import FrameReceiver
from codesign.digital.serial_frame.sender import FrameSender
from codesign.digital.streams import link
from codesign.errors import InputError

__all__ = ["FrameLink", "identity"]

_LARGEST_BYTE = 255


def identity(design: NetworkDesign) -> Identity:
    """How a chip with ``design`` calls itself; raises InputError where its items or results do not fit a frame."""
    item_bytes = -(-design.source.layout.size // 8)
    result_bytes = -(-design.output.payload.shape().size // 8)
    protocol.items_per_frame(item_bytes)
    if result_bytes > protocol.LARGEST_PAYLOAD:
        raise InputError(f"a result of {result_bytes} bytes does not fit a frame of {protocol.LARGEST_PAYLOAD}")
    if design.folded_steps > _LARGEST_BYTE:
        raise InputError(f"a chip leaves out at most {_LARGEST_BYTE} black frames, not {design.folded_steps}")
    return Identity(
        version=protocol.VERSION,
        item_bytes=item_bytes,
        result_bytes=result_bytes,
        lanes=design.source.lanes,
        folded=design.folded_steps,
        model_hash=bytes.fromhex(design.network.hash)[: protocol.HASH_BYTES],
    )


class FrameLink(wiring.Component):
    """The protocol as logic.

    Ports: ``receive`` (in, bytes, always taken) with ``framing_error`` (in); ``transmit`` (out, bytes); ``items``
    (out, for the network's input), ``results`` (in, its output), ``reset_network`` (out, 1 for one cycle at START);
    ``decision`` (out, the class of the last result).
    """

    def __init__(self, design: NetworkDesign, *, pause: int) -> None:
        """``pause``: cycles without a byte after which a frame has broken off; raises InputError where it is 0."""
        if pause < 1:
            raise InputError(f"the pause must be at least one cycle, not {pause}")
        item, result = design.source.layout, design.output.payload.shape()
        self._item, self._result, self._pause = item, result, pause
        self.identity = identity(design)
        super().__init__(
            {
                "receive": In(stream.Signature(8, always_ready=True)),
                "framing_error": In(1),
                "transmit": Out(stream.Signature(8)),
                "items": Out(stream.Signature(item)),
                "results": In(stream.Signature(result)),
                "reset_network": Out(1),
                "decision": Out(result["decision"].shape),
            }
        )

    def elaborate(self, platform: Any) -> Module:
        m = Module()
        item_bytes = self.identity.item_bytes
        m.submodules.receiver = receiver = FrameReceiver(item_bytes=item_bytes, pause=self._pause)
        m.submodules.sender = sender = FrameSender(result=self._result, identity=self.identity)
        accepted, refused = Signal(name="accepted"), Signal(name="refused")
        # A cycle before the reset, which goes far and must not wait for what decides it.
        restart = Signal(name="restart")
        m.d.sync += self.reset_network.eq(restart)
        events = {
            "accepted": accepted,
            "crc_errors": receiver.crc_error,
            "broken_off": receiver.broken_off,
            "framing_errors": self.framing_error,
            "refused": refused,
        }
        counters = {field.name: Signal(8, name=field.name) for field in fields(Status)}
        for name, counter in counters.items():
            with m.If(self.reset_network):
                m.d.sync += counter.eq(0)
            with m.Elif(events[name] & ~counter.all()):
                m.d.sync += counter.eq(counter + 1)
        m.d.comb += [
            receiver.input.payload.eq(self.receive.payload),
            receiver.input.valid.eq(self.receive.valid),
            receiver.framing_error.eq(self.framing_error),
            sender.counters.eq(Cat(counters.values())),
            sender.restart.eq(self.reset_network),
            self.decision.eq(sender.decision),
        ]
        link(m, sender.output, wiring.flipped(self.transmit))
        link(m, wiring.flipped(self.results), sender.results)

        expected = Signal(8, name="expected")  # sequence of the next ITEMS frame
        started = Signal(name="started")  # one was taken since START
        item = Signal(8 * item_bytes, name="item")
        in_item = Signal(range(item_bytes + 1), name="in_item")
        position = Signal(8, name="position")  # bytes read from the payload
        answer = Signal(8, name="answer")
        m.d.comb += [
            receiver.address.eq(position),
            self.items.payload.eq(item[: self._item.size]),
            sender.request.payload.kind.eq(answer),
            sender.request.payload.sequence.eq(receiver.sequence),
            receiver.hold.eq(1),
        ]
        with m.FSM():
            with m.State("listen"):
                m.d.comb += receiver.hold.eq(receiver.done)
                m.d.sync += [position.eq(0), in_item.eq(0)]
                with m.If(receiver.done):
                    m.d.comb += refused.eq(1)  # unless one of these fits
                    empty, sequence = receiver.length == 0, receiver.sequence
                    with m.If(empty & (receiver.kind == protocol.START)):
                        m.d.comb += [refused.eq(0), restart.eq(1)]
                        m.d.sync += [expected.eq(0), started.eq(0), answer.eq(protocol.STATUS)]
                        m.next = "answer"
                    with m.Elif(empty & (receiver.kind == protocol.QUERY)):
                        m.d.comb += [refused.eq(0), accepted.eq(1)]
                        m.d.sync += answer.eq(protocol.STATUS)
                        m.next = "answer"
                    with m.Elif(empty & (receiver.kind == protocol.REPEAT)):
                        m.d.comb += [refused.eq(0), accepted.eq(1)]
                        m.d.sync += answer.eq(protocol.REPEAT)
                        m.next = "answer"
                    with m.Elif(~empty & receiver.whole_items & (receiver.kind == protocol.ITEMS)):
                        m.d.sync += answer.eq(protocol.ACK)
                        with m.If(sequence == expected):
                            m.d.comb += [refused.eq(0), accepted.eq(1)]
                            m.d.sync += [expected.eq(expected + 1), started.eq(1)]
                            m.next = "read"
                        with m.Elif(started & (sequence == (expected - 1)[:8])):
                            m.d.comb += [refused.eq(0), accepted.eq(1)]
                            m.next = "answer"  # taken before; the answer was lost
            with m.State("read"):
                # The byte at ``position`` is there in the next cycle.
                m.d.sync += position.eq(position + 1)
                m.next = "byte"
            with m.State("byte"):
                m.d.sync += [item.eq(Cat(item[8:], receiver.data)), in_item.eq(in_item + 1)]
                m.next = "read"
                with m.If(in_item == item_bytes - 1):
                    m.d.sync += in_item.eq(0)
                    m.next = "item"
            with m.State("item"):
                m.d.comb += self.items.valid.eq(1)
                with m.If(self.items.ready):
                    m.next = "read"
                    with m.If(position == receiver.length):
                        m.next = "answer"
            with m.State("answer"):
                m.d.comb += sender.request.valid.eq(1)
                with m.If(sender.request.ready):
                    m.next = "listen"
        return m
