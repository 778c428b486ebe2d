# amaranth: UnusedElaboratable=no
"""Random Amaranth designs, and one stimulus for them in Amaranth's simulator, in Icarus Verilog and in GHDL."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from amaranth.hdl import (
    C,
    Cat,
    ClockDomain,
    Const,
    Module,
    Mux,
    ResetSignal,
    Signal,
    Value,
    signed,
    unsigned,
)
from amaranth.lib import memory, wiring
from amaranth.lib.wiring import In, Out
from amaranth.sim import Simulator

from codesign import tools
from codesign.digital.hierarchy import place

__all__ = ["Bundle", "Part", "Stimulus", "in_amaranth", "in_ghdl", "in_icarus"]

INPUT_BITS = 60  # five inputs of up to 12 bits
WIDEST = 30


class Part(wiring.Component):
    """A random circuit: ``stimulus`` (in) is what its inputs are parts of, ``result`` (out) all that it computes."""

    def __init__(self, seed: int, *, statements: int = 14, nested: bool = True) -> None:
        self._random = random.Random(seed)
        self._nested = nested
        self._statements = statements
        self._inputs = [self._shape() for _ in range(5)]
        self._wires = [self._shape() for _ in range(statements)]
        self._registers = [
            Signal(shape, name=f"state_{i}", init=self._number(shape))
            for i, shape in enumerate(self._shape() for _ in range(4))
        ]
        # The memory's port, all wires and all registers; a nested part gives 8 bits.
        self._memory_width = self._random.randint(1, 11)
        self.width = (
            sum(shape.width for shape in self._wires)
            + sum(len(register) for register in self._registers)
            + self._memory_width * 2
            + (8 if nested else 0)
        )
        super().__init__({"stimulus": In(INPUT_BITS), "result": Out(self.width)})

    def _shape(self) -> Any:
        width = self._random.choice((1, 1, 2, 3, 4, 5, 7, 8, 9, 12))
        return signed(width) if self._random.random() < 0.4 else unsigned(width)

    def _number(self, shape: Any) -> int:
        low, high = (
            (-(1 << shape.width - 1), (1 << shape.width - 1) - 1) if shape.signed else (0, (1 << shape.width) - 1)
        )
        return self._random.choice((low, high, self._random.randint(low, high)))

    def _expression(self, known: list[Any], depth: int) -> Any:
        rand = self._random
        if depth == 0 or rand.random() < 0.15:
            if rand.random() < 0.15:
                shape = self._shape()
                return Const(self._number(shape), shape)
            return rand.choice(known)

        def sub() -> Any:
            return self._expression(known, depth - 1)

        def small() -> Any:
            value = Value.cast(sub()).as_unsigned()
            return value[:3]

        made = rand.choice(
            (
                lambda: sub() + sub(),
                lambda: sub() - sub(),
                lambda: sub() + sub(),
                lambda: sub() - sub(),
                lambda: sub() * sub(),
                lambda: sub() // sub(),
                lambda: sub() % sub(),
                lambda: sub() & sub(),
                lambda: sub() | sub(),
                lambda: sub() ^ sub(),
                lambda: ~sub(),
                lambda: -sub(),
                lambda: sub() == sub(),
                lambda: sub() != sub(),
                lambda: sub() < sub(),
                lambda: sub() <= sub(),
                lambda: sub() > sub(),
                lambda: sub() >= sub(),
                lambda: sub() << small(),
                lambda: sub() >> small(),
                lambda: Mux(sub(), sub(), sub()),
                lambda: Mux(sub(), sub(), sub()),
                lambda: Cat(sub(), sub()),
                lambda: Value.cast(sub()).any(),
                lambda: Value.cast(sub()).all(),
                lambda: Value.cast(sub()).xor(),
                lambda: Value.cast(sub()).bool(),
                lambda: self._signed(sub()),
                lambda: Value.cast(sub()).as_unsigned(),
                lambda: abs(Value.cast(sub())),
                lambda: self._slice(sub()),
                lambda: Cat(sub(), C(0, 12)).bit_select(small(), rand.randint(1, 4)),
                lambda: Cat(sub(), C(0, 32)).word_select(small(), rand.randint(1, 4)),
            )
        )()
        made = Value.cast(made)
        return made[:WIDEST].as_signed() if len(made) > WIDEST and made.shape().signed else made[:WIDEST] if (
            len(made) > WIDEST
        ) else made  # fmt: skip

    def _signed(self, value: Any) -> Any:
        value = Value.cast(value)
        return value.as_signed() if len(value) else value

    def _slice(self, value: Any) -> Any:
        value = Value.cast(value)
        start = self._random.randrange(len(value))
        return value[start : self._random.randint(start + 1, len(value))]

    def elaborate(self, platform: Any) -> Module:
        rand, m = self._random, Module()
        known: list[Any] = list(self._registers)
        offset = 0
        for shape in self._inputs:
            part = self.stimulus[offset : offset + shape.width]
            known.append(part.as_signed() if shape.signed else part)
            offset += shape.width
        results: list[Any] = []
        for index, shape in enumerate(self._wires):
            wire = Signal(shape, name=f"wire_{index}")
            kind = rand.random()
            if kind < 0.5:
                m.d.comb += wire.eq(self._expression(known, 3))
            elif kind < 0.75:
                m.d.comb += wire.eq(self._expression(known, 1))
                with m.If(Value.cast(self._expression(known, 1)).bool()):
                    m.d.comb += wire.eq(self._expression(known, 2))
                with m.Elif(Value.cast(self._expression(known, 1)).bool()):
                    m.d.comb += wire.eq(self._expression(known, 1))
            else:
                self._switch(m.d.comb, m, wire, known)
            known.append(wire)
            results.append(wire)
        for register in self._registers:
            kind = rand.random()
            if kind < 0.4:
                m.d.sync += register.eq(self._expression(known, 2))
            elif kind < 0.75:
                with m.If(Value.cast(self._expression(known, 1)).bool()):
                    m.d.sync += register.eq(self._expression(known, 2))
            else:
                self._switch(m.d.sync, m, register, known)
            results.append(register)
        results += self._memories(m, known)
        if self._nested:
            inner = place(m, platform, "inner", Part(rand.randrange(1 << 30), statements=4, nested=False))
            m.d.comb += inner.stimulus.eq(Cat(*known))
            results.append(inner.result[:8])
        m.d.comb += self.result.eq(Cat(*results))
        return m

    def _switch(self, domain: Any, m: Module, target: Signal, known: list[Any]) -> None:
        with m.Switch(Value.cast(self._expression(known, 1)).as_unsigned()[:3]):
            for value in self._random.sample(range(2), 2):
                with m.Case(value):
                    domain += target.eq(self._expression(known, 2))
            with m.Default():
                domain += target.eq(self._expression(known, 1))

    def _memories(self, m: Module, known: list[Any]) -> list[Any]:
        rand, width = self._random, self._memory_width
        init = [rand.randrange(1 << width) for _ in range(rand.randint(0, 8))]
        m.submodules.store = store = memory.Memory(shape=width, depth=8, init=init)
        write = store.write_port(granularity=rand.choice([None, 1]))
        read = store.read_port(transparent_for=rand.choice([(), (write,)]))
        at_once = store.read_port(domain="comb")
        address = Value.cast(self._expression(known, 1)).as_unsigned()
        m.d.comb += [
            write.addr.eq(address),
            write.data.eq(self._expression(known, 2)),
            # In Icarus nothing is defined before the reset, so nothing is written then, and something read.
            write.en.eq(Mux(ResetSignal(), 0, self._expression(known, 1))),
            read.addr.eq(rand.choice((address, self._expression(known, 1)))),
            read.en.eq(Cat(ResetSignal() | Value.cast(self._expression(known, 1))[0])),
            at_once.addr.eq(self._expression(known, 1)),
        ]
        return [read.data, at_once.data]


class Bundle(wiring.Component):
    """Several random circuits with the same input, so that one run of each tool serves them all."""

    def __init__(self, seeds: Sequence[int], *, name: str = "bundle") -> None:
        self.name = name
        self.parts = [Part(seed) for seed in seeds]
        super().__init__({"stimulus": In(INPUT_BITS), "result": Out(sum(part.width for part in self.parts))})

    def elaborate(self, platform: Any) -> Module:
        m = Module()
        placed = [place(m, platform, f"part_{index}", part) for index, part in enumerate(self.parts)]
        m.d.comb += [part.stimulus.eq(self.stimulus) for part in placed]
        m.d.comb += self.result.eq(Cat(*(part.result for part in placed)))
        return m


@dataclass(frozen=True)
class Stimulus:
    """What stands at the inputs in each cycle."""

    resets: list[int]
    words: list[int]

    @classmethod
    def of(cls, seed: int, cycles: int) -> "Stimulus":
        rand = random.Random(seed)
        words = [rand.choice((0, (1 << INPUT_BITS) - 1, *[rand.randrange(1 << INPUT_BITS)] * 6)) for _ in range(cycles)]
        return cls(resets=[int(i < 2 or rand.random() < 0.05) for i in range(cycles)], words=words)


def in_amaranth(design: Any, stimulus: Stimulus) -> list[int]:
    """``design.result`` in each cycle."""
    m = Module()
    m.domains.sync = domain = ClockDomain()
    m.submodules.dut = design
    simulator = Simulator(m)
    simulator.add_clock(1e-6)
    found: list[int] = []

    async def main(ctx: Any) -> None:
        for reset, word in zip(stimulus.resets, stimulus.words, strict=True):
            ctx.set(domain.rst, reset)
            ctx.set(design.stimulus, word)
            found.append(ctx.get(design.result))
            await ctx.tick()

    simulator.add_testbench(main)
    simulator.run()
    return found


_VERILOG = """\
`timescale 1ns/1ns
module bench;
  reg clk = 0, rst = 1;
  reg [{inputs}:0] stimulus = 0;
  wire [{outputs}:0] result;
  reg [{inputs_rst}:0] rows [0:{last}];
  integer i;
  {top} dut (.clk(clk), .rst(rst), .stimulus(stimulus), .result(result));
  initial begin
    $readmemb("stimulus.txt", rows);
    for (i = 0; i <= {last}; i = i + 1) begin
      {{rst, stimulus}} = rows[i];
      #4 $display("%b", result);
      #1 clk = 1;
      #5 clk = 0;
    end
    $finish;
  end
endmodule
"""

_VHDL = """\
library ieee;
use ieee.std_logic_1164.all;
use std.textio.all;

entity bench is
end entity;

architecture simulation of bench is
  signal clk : std_logic := '0';
  signal rst : std_logic := '1';
  signal stimulus : std_logic_vector({inputs} downto 0) := (others => '0');
  signal result : std_logic_vector({outputs} downto 0);
begin
  dut : entity work.{top} port map (clk => clk, rst => rst, stimulus => stimulus, result => result);

  process
    file rows : text open read_mode is "stimulus.txt";
    variable row, shown : line;
    variable bits : std_logic_vector({inputs_rst} downto 0);
  begin
    while not endfile(rows) loop
      readline(rows, row);
      read(row, bits);
      rst <= bits({inputs_rst});
      stimulus <= bits({inputs} downto 0);
      wait for 4 ns;
      write(shown, result);
      writeline(output, shown);
      wait for 1 ns;
      clk <= '1';
      wait for 5 ns;
      clk <= '0';
    end loop;
    wait;
  end process;
end architecture;
"""


def _prepare(folder: Path, design: Any, text: str, stimulus: Stimulus, template: str, suffix: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"design.{suffix}").write_text(text)
    (folder / f"bench.{suffix}").write_text(
        template.format(
            top=design.name,
            inputs=INPUT_BITS - 1,
            inputs_rst=INPUT_BITS,
            outputs=len(design.result) - 1,
            last=len(stimulus.words) - 1,
        )
    )
    rows = (f"{r}{w:0{INPUT_BITS}b}\n" for r, w in zip(stimulus.resets, stimulus.words, strict=True))
    (folder / "stimulus.txt").write_text("".join(rows))


def in_icarus(design: Any, text: str, stimulus: Stimulus, folder: Path) -> list[str]:
    """The bits of ``result`` in each cycle."""
    _prepare(folder, design, text, stimulus, _VERILOG, "v")
    tools.run("iverilog", ["-g2005", "-o", "bench.vvp", "design.v", "bench.v"], folder=folder, time_limit_s=120)
    lines = tools.run("vvp", ["-n", "bench.vvp"], folder=folder, time_limit_s=120).stdout.splitlines()
    return [line for line in lines if line and set(line) <= set("01xz")]


def in_ghdl(design: Any, text: str, stimulus: Stimulus, folder: Path) -> list[str]:
    """The bits of ``result`` in each cycle; analysis must have nothing to say."""
    _prepare(folder, design, text, stimulus, _VHDL, "vhd")
    for file in ("design.vhd", "bench.vhd"):
        done = tools.run("ghdl", ["-a", "--std=08", file], folder=folder, time_limit_s=120)
        assert done.stdout + done.stderr == "", done.stdout + done.stderr
    tools.run("ghdl", ["-e", "--std=08", "bench"], folder=folder, time_limit_s=120)
    options = ["--ieee-asserts=disable-at-0", "--assert-level=error"]
    done = tools.run("ghdl", ["-r", "--std=08", "bench", *options], folder=folder, time_limit_s=120)
    said = [line for line in (done.stdout + done.stderr).splitlines() if "warning" in line]
    assert not said, said[:5]
    return done.stdout.split()
