# amaranth: UnusedElaboratable=no
"""The whole FPGA of a board: clock, reset, pins, and the network with its UART."""

from typing import Any

from amaranth.hdl import ClockDomain, ClockSignal, Elaboratable, Module, ResetSignal, Signal
from amaranth.lib import io
from amaranth.lib.cdc import FFSynchronizer

from codesign.digital import toolchains
from codesign.digital.boards.board import Board
from codesign.digital.design import NetworkDesign
from codesign.digital.serial_chip import PAUSE_S, SerialChip
from codesign.digital.uart import divisor
from codesign.errors import InputError

__all__ = ["BoardTop"]

_START_S = 20e-6
"""Reset after configuration: block RAMs of an iCE40 read as 0 for its first 3 us or so."""


class BoardTop(Elaboratable):
    """Give it, and the board's platform, to Amaranth or to :func:`codesign.digital.synthesis.synthesise`."""

    def __init__(self, network: NetworkDesign, board: Board, *, clock_mhz: float | None = None) -> None:
        self._network, self._board = network, board
        self._wanted_hz = 1e6 * (clock_mhz or board.clock_mhz)
        self.clock_hz = 0.0
        """Of the network, as it can be made; known after elaboration."""

    def elaborate(self, platform: Any) -> Module:
        m = Module()
        self._clock(m, platform)
        cycles = divisor(self.clock_hz, self._board.baud)
        m.submodules.chip = chip = SerialChip(self._network, divisor=cycles, pause=round(PAUSE_S * self.clock_hz))
        uart = platform.request(self._board.uart.resource, self._board.uart.number, dir="-")
        m.submodules.rx = rx = io.Buffer("i", uart.rx)
        m.submodules.tx = tx = io.Buffer("o", uart.tx)
        m.d.comb += [chip.rx.eq(rx.i), tx.o.eq(chip.tx)]
        requested: dict[tuple[str, int], Any] = {}  # a resource can be asked for once, and one may hold several LEDs
        for bit, pins in zip(chip.decision, self._board.leds, strict=False):
            key = (pins.resource, pins.number)
            if key not in requested:
                requested[key] = platform.request(*key, dir="-")
            led = io.Buffer("o", getattr(requested[key], pins.signal) if pins.signal else requested[key])
            m.submodules += led
            m.d.comb += led.o.eq(bit)
        return m

    def _clock(self, m: Module, platform: Any) -> None:
        """The domain ``sync``: the oscillator or a PLL behind it, with a reset after configuration."""
        if (platform.default_clk, 0) not in platform.resources:
            raise InputError(
                f"board {self._board.name}: the platform's clock {platform.default_clk!r} comes from no pin; choose or "
                f"write a platform whose default_clk is an oscillator on the board"
            )
        oscillator_hz = float(platform.default_clk_frequency)
        m.submodules.oscillator = oscillator = io.Buffer("i", platform.request(platform.default_clk, dir="-"))
        m.domains.sync = ClockDomain()
        m.domains.start = ClockDomain(reset_less=True, local=True)
        locked = Signal(name="locked")
        if self._wanted_hz == oscillator_hz:
            self.clock_hz = oscillator_hz
            m.d.comb += [ClockSignal("sync").eq(oscillator.i), locked.eq(1)]
        else:
            pll = toolchains.load(self._board.toolchain).pll(oscillator_hz, self._wanted_hz)
            self.clock_hz = pll.output_hz
            lock = Signal(name="lock")
            m.submodules.pll = pll.build(oscillator.i, ClockSignal("sync"), lock)
            m.submodules.locked = FFSynchronizer(lock, locked, o_domain="start")
        m.d.comb += ClockSignal("start").eq(ClockSignal("sync"))
        cycles = round(_START_S * self.clock_hz)
        waited = Signal(range(cycles + 1), name="waited")
        with m.If(~locked):
            m.d.start += waited.eq(0)
        with m.Elif(waited != cycles):
            m.d.start += waited.eq(waited + 1)
        reset = Signal(init=1, name="reset")
        m.d.start += reset.eq(waited != cycles)
        m.d.comb += ResetSignal("sync").eq(reset)
