# amaranth: UnusedElaboratable=no
"""The network with a UART: everything on the board but its pins and clock."""

from typing import Any

from amaranth.hdl import Module, ResetInserter
from amaranth.lib import wiring
from amaranth.lib.wiring import In, Out

from codesign.digital.design import NetworkDesign
from codesign.digital.serial_frame.chip import FrameLink
from codesign.digital.streams import link
from codesign.digital.uart import UartReceiver, UartTransmitter

__all__ = ["PAUSE_S", "SerialChip"]

PAUSE_S = 0.02
"""A frame breaks off after so long without a byte: USB serial adapters make pauses of some milliseconds."""


class SerialChip(wiring.Component):
    """Ports: ``rx`` (in) and ``tx`` (out), the wires of the UART; ``decision`` (out), the class of the last sample.

    ``pause``: cycles without a byte after which a frame has broken off.
    """

    def __init__(self, network: NetworkDesign, *, divisor: int, pause: int) -> None:
        self.network = network
        self._divisor = divisor
        self.link = FrameLink(network, pause=pause)
        decision = network.output.payload.shape()["decision"].shape
        super().__init__({"rx": In(1, init=1), "tx": Out(1, init=1), "decision": Out(decision)})

    def elaborate(self, platform: Any) -> Module:
        m = Module()
        m.submodules.receiver = receiver = UartReceiver(self._divisor)
        m.submodules.transmitter = transmitter = UartTransmitter(self._divisor)
        m.submodules.link = frames = self.link
        network = self.network
        m.submodules.network = ResetInserter(frames.reset_network)(network)
        m.d.comb += [
            receiver.rx.eq(self.rx),
            self.tx.eq(transmitter.tx),
            frames.receive.payload.eq(receiver.output.payload),
            frames.receive.valid.eq(receiver.output.valid),
            frames.framing_error.eq(receiver.framing_error),
            self.decision.eq(frames.decision),
        ]
        link(m, frames.transmit, transmitter.input)
        link(m, frames.items, network.input)
        link(m, network.output, frames.results)
        return m
