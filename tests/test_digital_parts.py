"""The pieces that designs are made of: intervals, bounds, cheap products, names, options, the bench's files."""

import numpy as np
import pytest
from amaranth.hdl import Const, Module, Signal, signed
from amaranth.sim import Simulator
from hypothesis import given, settings
from hypothesis import strategies as st

from codesign.cells.src.rtl import leaky_bound
from codesign.digital import Options
from codesign.digital.arithmetic import clip, partial_products, times
from codesign.digital.bench.vectors import unpack
from codesign.digital.identifiers import identifier
from codesign.digital.interval import Interval, sum_intervals
from codesign.digital.streams import pack
from codesign.errors import InputError

bounds = st.tuples(st.integers(-5000, 5000), st.integers(-5000, 5000)).map(sorted)


@given(bounds)
def test_an_interval_has_the_smallest_width_that_holds_it(pair):
    interval = Interval(*pair)
    lowest, highest = (
        (-(1 << (interval.width - 1)), (1 << (interval.width - 1)) - 1)
        if interval.signed
        else (0, (1 << interval.width) - 1)
    )
    assert lowest <= interval.low <= interval.high <= highest
    if interval.width > 1 + interval.signed:
        half = interval.width - 1
        smaller = (-(1 << (half - 1)), (1 << (half - 1)) - 1) if interval.signed else (0, (1 << half) - 1)
        assert interval.low < smaller[0] or interval.high > smaller[1]


def test_an_interval_is_not_empty():
    with pytest.raises(ValueError, match=r"an interval must not be empty, not 3\.\.2"):
        Interval(3, 2)


def test_sum_intervals_are_reached_and_never_left():
    weights = np.array([[3, -2], [-1, -1], [0, 4]])
    offset = np.array([10, -5, 0])
    inputs = (Interval(0, 5), Interval(-1, 2))
    found = sum_intervals(weights, offset, inputs)
    reached = [
        offset + part * weights[:, 0] * a + whole * weights[:, 1] * b
        for a in (0, 5) for b in (-1, 0, 2) for part in (0, 1) for whole in (0, 1)
    ]  # fmt: skip
    assert [(i.low, i.high) for i in found] == list(zip(np.min(reached, axis=0), np.max(reached, axis=0), strict=True))


@settings(deadline=None)
@given(st.integers(-300, 0), st.integers(0, 300))
def test_the_leaky_bound_is_closed_and_reached(low, high):
    bound = leaky_bound(Interval(low, high))
    i = np.arange(bound.low, bound.high + 1)
    kept = i - ((i >> 4) + (i >> 5))
    assert bound.low <= 0 <= bound.high
    assert kept.min() + low >= bound.low
    assert kept.max() + high <= bound.high
    # No wider than what constant inputs reach, but for the step of the leak's floor.
    top = bottom = 0
    for _ in range(400):
        top, bottom = top - ((top >> 4) + (top >> 5)) + high, bottom - ((bottom >> 4) + (bottom >> 5)) + low
    assert bound.high - top <= 32
    assert bottom - bound.low <= 32


@settings(deadline=None, max_examples=60)
@given(st.integers(-2000, 2000), st.lists(st.integers(-2048, 2047), min_size=1, max_size=5))
def test_times_is_the_product(factor, values):
    m = Module()
    value, product = Signal(signed(12)), Signal(signed(32))
    m.d.comb += product.eq(times(value, factor))
    found = []

    async def testbench(ctx):
        for number in values:
            ctx.set(value, number)
            found.append(ctx.get(product))

    simulator = Simulator(m)
    simulator.add_testbench(testbench)
    simulator.run()
    assert found == [number * factor for number in values]
    assert len(times(Const(0, signed(12)), factor)) <= (12 + abs(factor).bit_length() if factor else 1)


@given(st.integers(1, 30), st.lists(st.integers(-(2**29), 2**29 - 1), min_size=1, max_size=9))
def test_unpack_undoes_pack(width, values):
    cut = [((value + (1 << (width - 1))) % (1 << width)) - (1 << (width - 1)) for value in values]
    word = pack(np.array(values), width)
    assert unpack(word, count=len(values), width=width, signed=True) == cut
    assert unpack(word, count=len(values), width=width, signed=False) == [value % (1 << width) for value in cut]


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("digits-src", "digits_src"),
        ("output", "output_"),
        ("signal", "signal_"),
        ("clk", "clk_"),
        ("input__valid", "input__valid_"),
        ("hidden", "hidden"),
    ],
)
def test_identifiers_need_no_escaping(name, wanted):
    assert identifier(name, taken=("clk",)) == wanted


@pytest.mark.parametrize("value", [0, -1, True, 2.0, "8"])
def test_options_are_checked(value):
    with pytest.raises(InputError, match=r"^units_per_cycle must be a whole number 1\.\.65536, not "):
        Options(units_per_cycle=value)


def value_of(expression, value, number):
    """What ``expression`` of the signal ``value`` is where that is ``number``."""
    m, result = Module(), Signal(signed(32))
    m.d.comb += result.eq(expression)
    found = []

    async def testbench(ctx):
        ctx.set(value, number)
        found.append(ctx.get(result))

    simulator = Simulator(m)
    simulator.add_testbench(testbench)
    simulator.run()
    return found[0]


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 1100), st.integers(0, 1100), st.integers(0, 1), st.integers(-2048, 2047))
def test_partial_products_add_up_to_the_product_with_the_chosen_factor(first, second, choice, number):
    value = Signal(signed(12))
    parts = partial_products(value, Const(choice), first, second)
    assert value_of(sum(parts[1:], parts[0]), value, number) == number * (first if choice else second)
    assert len(parts) <= 6  # of 11 bits, and every second digit is 0


@settings(deadline=None, max_examples=60)
@given(
    st.sampled_from([(-1024, 1023), (-800, 1023), (-1, 0), (-4, 5), (0, 7), (-2048, 2047)]), st.integers(-2048, 2047)
)
def test_clip_gives_the_nearest_of_the_interval(pair, number):
    value = Signal(signed(12))
    assert value_of(clip(value, Interval(*pair)), value, number) == min(max(number, pair[0]), pair[1])
