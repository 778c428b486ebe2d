"""The RTL of a chip with a UART in the Amaranth simulator, at the other end of a line of bytes."""

from collections import deque

from amaranth.hdl import Module
from amaranth.sim import Simulator

from codesign.digital import NetworkDesign, Options
from codesign.digital.serial_chip import SerialChip
from codesign.network import Network

DIVISOR = 4
PAUSE = 40 * 10 * DIVISOR
_PERIOD = 1e-6


class SimulatedChip:
    """A transport: what is written goes over the ``rx`` wire bit by bit, what comes over ``tx`` can be read.

    ``read`` lets the simulation run until a byte is complete, or ``patience`` cycles have passed.
    """

    def __init__(self, network: Network, options: Options | None = None, *, patience: int = 4000) -> None:
        self.chip = SerialChip(NetworkDesign(network, options), divisor=DIVISOR, pause=PAUSE)
        self.patience = patience
        self.to_chip: deque[int] = deque()
        self.from_chip: deque[int] = deque()
        self.damage = lambda data: data  # what the line does to what is written
        self.decision = 0
        m = Module()
        m.submodules.chip = self.chip
        self._simulator = Simulator(m)
        self._simulator.add_clock(_PERIOD)
        self._simulator.add_testbench(self._send, background=True)
        self._simulator.add_testbench(self._listen, background=True)
        self._cycles = 0

    def write(self, data: bytes) -> None:
        self.to_chip.extend(self.damage(data))

    def read(self, size: int = 1) -> bytes:
        waited = 0
        while not self.from_chip and (self.to_chip or waited < self.patience):
            waited = 0 if self.to_chip else waited + 50
            self.advance(50)
        return bytes([self.from_chip.popleft() for _ in range(min(size, len(self.from_chip)))])

    def advance(self, cycles: int) -> None:
        self._cycles += cycles
        self._simulator.run_until(self._cycles * _PERIOD)

    async def _send(self, ctx):
        while True:
            if not self.to_chip:
                await ctx.tick()
                continue
            byte = self.to_chip.popleft()
            for bit in (0, *((byte >> index) & 1 for index in range(8)), 1):
                ctx.set(self.chip.rx, bit)
                await ctx.tick().repeat(DIVISOR)

    async def _listen(self, ctx):
        while True:
            await ctx.negedge(self.chip.tx)
            await ctx.tick().repeat(DIVISOR // 2)
            byte = 0
            for index in range(8):
                await ctx.tick().repeat(DIVISOR)
                byte |= ctx.get(self.chip.tx) << index
            await ctx.tick().repeat(DIVISOR)
            assert ctx.get(self.chip.tx) == 1
            self.from_chip.append(byte)
            self.decision = ctx.get(self.chip.decision)
