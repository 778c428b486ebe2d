# amaranth: UnusedElaboratable=no
"""The UART, against an independent model of the wire in the Amaranth simulator."""

import pytest
from amaranth.hdl import Module
from amaranth.sim import Simulator
from hypothesis import given, settings
from hypothesis import strategies as st

from codesign.digital.uart import UartReceiver, UartTransmitter, divisor
from codesign.errors import InputError


def wire(data: list[int], cycles_per_bit: float, gaps: list[int] | None = None) -> list[int]:
    """The level of the line in every cycle; the sender's bits may have any length."""
    levels = [1] * 20
    for index, byte in enumerate(data):
        start = len(levels)
        bits = [0, *((byte >> bit) & 1 for bit in range(8)), 1]
        levels += [bits[int(cycle / cycles_per_bit)] for cycle in range(int(10 * cycles_per_bit))]
        assert len(levels) - start == int(10 * cycles_per_bit)
        levels += [1] * (gaps[index] if gaps else 0)
    return levels + [1] * int(2 * cycles_per_bit + 20)


def received(levels: list[int], cycles_per_bit: int) -> tuple[list[int], int]:
    """Bytes and framing errors of the receiver."""
    design = UartReceiver(cycles_per_bit)
    found: list[int] = []
    errors = 0

    async def bench(ctx):
        nonlocal errors
        for level in levels:
            ctx.set(design.rx, level)
            if ctx.get(design.output.valid):
                found.append(ctx.get(design.output.payload))
            errors += ctx.get(design.framing_error)
            await ctx.tick()

    _run(design, bench)
    return found, errors


def sent(data: list[int], cycles_per_bit: int, gaps: list[int]) -> list[int]:
    """The line of the transmitter in every cycle."""
    design = UartTransmitter(cycles_per_bit)
    levels: list[int] = []
    done = False

    async def feed(ctx):
        nonlocal done
        for byte, gap in zip(data, gaps, strict=True):
            await ctx.tick().repeat(gap) if gap else None
            ctx.set(design.input.payload, byte)
            ctx.set(design.input.valid, 1)
            await ctx.tick().until(design.input.ready)
            ctx.set(design.input.valid, 0)
        await ctx.tick().repeat(12 * cycles_per_bit)
        done = True

    async def listen(ctx):
        while not done:
            levels.append(ctx.get(design.tx))
            await ctx.tick()

    _run(design, feed, listen)
    return levels


def _run(design, *benches):
    m = Module()
    m.submodules.design = design
    simulator = Simulator(m)
    simulator.add_clock(1e-6)
    for bench in benches:
        simulator.add_testbench(bench)
    simulator.run()


@settings(max_examples=25, deadline=None)
@given(
    data=st.lists(st.integers(0, 255), min_size=1, max_size=6),
    gaps=st.lists(st.integers(0, 30), min_size=6, max_size=6),
    cycles=st.integers(4, 40),
    error=st.floats(-0.03, 0.03),
)
def test_the_receiver_finds_every_byte_at_any_speed_within_3_percent(data, gaps, cycles, error):
    if cycles < 16:
        error = 0.0  # one cycle is more than the margin
    assert received(wire(data, cycles * (1 + error), gaps), cycles) == (data, 0)


@settings(max_examples=15, deadline=None)
@given(
    data=st.lists(st.integers(0, 255), min_size=1, max_size=5),
    gaps=st.lists(st.integers(0, 30), min_size=5, max_size=5),
    cycles=st.integers(4, 20),
)
def test_what_the_transmitter_sends_is_what_the_receiver_finds(data, gaps, cycles):
    assert received(sent(data, cycles, gaps[: len(data)]), cycles) == (data, 0)


def test_bytes_follow_each_other_without_a_gap():
    levels = sent([0x55, 0xA5, 0x00], 8, [0, 0, 0])
    start = levels.index(0)
    assert levels[start : start + 240] == wire([0x55, 0xA5, 0x00], 8)[20 : 20 + 240]


def test_a_stop_bit_of_0_is_an_error_and_the_next_byte_is_found():
    broken = wire([0x3C], 16)
    broken[20 + 9 * 16 : 20 + 10 * 16] = [0] * 16
    found, errors = received([*broken, *wire([0x81], 16)], 16)
    assert found == [0x81]
    assert errors == 1


def test_a_spike_on_the_line_is_no_byte():
    levels = [1] * 20 + [0] * 3 + [1] * 200
    assert received([*levels, *wire([0x7E], 16)], 16) == ([0x7E], 0)


def test_the_divisor_is_the_nearest_and_a_speed_that_cannot_be_made_is_refused():
    assert divisor(12e6, 115200) == 104
    assert divisor(12e6, 1_000_000) == 12
    with pytest.raises(InputError, match="too slow"):
        divisor(12e6, 4_000_000)
    with pytest.raises(InputError, match="off"):
        divisor(12e6, 2_600_000)
    with pytest.raises(InputError, match="divisor must be at least 4"):
        UartReceiver(3)
