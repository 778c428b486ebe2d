"""Functions in fixed point: the error at every input, the choice of designs, and the logic against the twin."""

import json
from decimal import Decimal, localcontext
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from amaranth.sim import Simulator
from hypothesis import given, settings
from hypothesis import strategies as st

from codesign.approximation import EXP, FUNCTIONS, SIGMOID, TANH, Approximation, FixedPoint, approximate, methods
from codesign.approximation.bounds import bounds_of, line
from codesign.digital.approximation import ApproximationCore
from codesign.errors import InputError

S4_6 = FixedPoint(width=10, fraction=6)
S1_8 = FixedPoint(width=9, fraction=8)
U0_8 = FixedPoint(width=8, fraction=8, signed=False)
U3_6 = FixedPoint(width=9, fraction=6, signed=False)
CASES = [
    (TANH, S4_6, S1_8),
    (TANH, U3_6, U0_8),
    (TANH.scaled(inner=Fraction(1, 3), outer=3), S4_6, FixedPoint(width=10, fraction=7)),
    (SIGMOID, S4_6, U0_8),
    (SIGMOID.scaled(inner=10, outer=Fraction(-9, 10), offset=Fraction(9, 10)), FixedPoint(width=9, fraction=7), S1_8),
    (EXP, S4_6, FixedPoint(width=10, fraction=6)),
    (EXP.scaled(inner=-1), U3_6, U0_8),
]
STUDIED = (  # by scripts/approximation_study.py
    (TANH, FixedPoint(width=14, fraction=10), FixedPoint(width=11, fraction=10)),
    (SIGMOID, FixedPoint(width=14, fraction=10), FixedPoint(width=10, fraction=10, signed=False)),
    (
        EXP.scaled(inner=-1),
        FixedPoint(width=13, fraction=10, signed=False),
        FixedPoint(width=10, fraction=10, signed=False),
    ),
)
IDS = [f"{case[0]}-{case[1]}-{case[2]}" for case in CASES]


def decimal_value(name: str, x: Decimal) -> Decimal:
    with localcontext() as context:
        context.prec = 50
        if name == "exp":
            return x.exp()
        if name == "sigmoid":
            return 1 / (1 + (-x).exp())
        return 1 - 2 / (1 + (2 * x).exp())


def exact_error(design: Approximation, x: int) -> float:
    """In steps of the output, with 50 digits and by another way than the library."""
    function = design.function
    with localcontext() as context:
        context.prec = 50

        def decimal(fraction: Fraction) -> Decimal:
            return Decimal(fraction.numerator) / Decimal(fraction.denominator)

        inside = decimal(function.inner * x * design.input_format.step)
        value = decimal(function.outer) * decimal_value(function.name, inside) + decimal(function.offset)
        steps = value / decimal(design.output_format.step)
        steps = min(max(steps, Decimal(design.output_format.minimum)), Decimal(design.output_format.maximum))
        return float(abs(steps - int(design.evaluate(np.array(x)))))


@pytest.mark.parametrize(("function", "source", "target"), CASES, ids=IDS)
@pytest.mark.parametrize("error", [0.5, 2.0])
def test_the_largest_error_is_that_of_50_digits_at_every_input(
    function: Any, source: FixedPoint, target: FixedPoint, error: float
) -> None:
    design = approximate(function, source, target, error_bound=error)
    found = [exact_error(design, int(x)) for x in source.integers()]
    assert len(found) == len(design.errors) == 1 << source.width
    np.testing.assert_allclose(design.errors, found, atol=1e-9)
    assert design.largest_error == pytest.approx(max(found), abs=1e-9)
    assert max(found) <= error + 1e-9
    assert found[design.worst_input - source.minimum] == pytest.approx(max(found), abs=1e-9)


@pytest.mark.parametrize(("function", "source", "target"), CASES, ids=IDS)
def test_half_a_step_is_correct_rounding(function: Any, source: FixedPoint, target: FixedPoint) -> None:
    design = approximate(function, source, target, error_bound=0.5)
    exact = function(source.integers() * float(source.step)) / float(target.step)
    rounded = np.clip(np.rint(exact), target.minimum, target.maximum)
    ties = np.abs(exact - np.floor(exact) - 0.5) < 1e-9
    np.testing.assert_array_equal(design.evaluate(source.integers())[~ties], rounded[~ties])


@pytest.mark.parametrize("method", [None, *methods()])
@pytest.mark.parametrize(("function", "source", "target"), CASES, ids=IDS)
def test_more_entries_never_err_more(function: Any, source: FixedPoint, target: FixedPoint, method: str | None) -> None:
    designs = [approximate(function, source, target, cost=cost, method=method) for cost in (1, 4, 16, 64)]
    errors = [design.largest_error for design in designs]
    assert all(design.entries <= cost for design, cost in zip(designs, (1, 4, 16, 64), strict=True))
    assert all(after <= before + 1 / 32 for before, after in pairwise(errors)), errors
    assert errors[-1] < errors[0] / 5
    if method is not None:
        assert all(design.method == method for design in designs)


def test_the_smallest_of_all_methods_is_taken() -> None:
    chosen = approximate(TANH, S4_6, S1_8, error_bound=1.0)
    others = [approximate(TANH, S4_6, S1_8, error_bound=1.0, method=name) for name in methods()]
    assert chosen.estimated_luts() == min(design.estimated_luts() for design in others)
    assert len({design.estimated_luts() for design in others}) > 1


def test_lines_of_any_length_are_the_fewest() -> None:
    """The greedy choice against all ways of division, by dynamic programming."""
    source, target = FixedPoint(width=7, fraction=4), FixedPoint(width=7, fraction=6)
    bounds = bounds_of(TANH, source, target, 0, 1.0)
    shift = source.width + 3
    fewest = [0] + [bounds.count] * bounds.count
    for end in range(1, bounds.count + 1):
        for start in range(end):
            if line(bounds.low[start:end], bounds.high[start:end], start, shift) is not None:
                fewest[end] = min(fewest[end], fewest[start] + 1)
    wanted = fewest[-1]
    assert wanted > 2
    assert approximate(TANH, source, target, cost=wanted, method="lines").largest_error <= 1.0
    assert approximate(TANH, source, target, cost=wanted - 1, method="lines").largest_error > 1.0
    assert approximate(TANH, source, target, error_bound=1.0, method="lines").entries >= wanted


@settings(deadline=None, max_examples=200)
@given(st.data())
def test_a_line_is_found_where_there_is_one(data: st.DataObject) -> None:
    """Against all slopes and bases, one by one."""
    count, shift, first = data.draw(st.integers(1, 6)), data.draw(st.integers(0, 2)), data.draw(st.integers(0, 3))
    low = np.array(data.draw(st.lists(st.integers(-6, 6), min_size=count, max_size=count)))
    high = low + np.array(data.draw(st.lists(st.integers(0, 3), min_size=count, max_size=count)))
    at = first + np.arange(count)
    found = line(low, high, first, shift)
    if found is not None:
        values = (found[1] + found[0] * at) >> shift
        assert np.all((low <= values) & (values <= high))
        return
    slopes, bases = np.arange(-80, 81)[:, None, None], np.arange(-800, 801)[None, :, None]
    values = (bases + slopes * at) >> shift
    assert not np.any(np.all((low <= values) & (values <= high), axis=2))


@pytest.mark.parametrize(("function", "source", "target"), CASES, ids=IDS)
@pytest.mark.parametrize(
    ("method", "chosen"),
    [("lines", {"error_bound": 1.0}), ("uniform", {"cost": 9}), ("table", {"error_bound": 4.0}), (None, {"cost": 1})],
)
def test_the_logic_equals_the_twin_at_every_input(
    function: Any, source: FixedPoint, target: FixedPoint, method: str | None, chosen: dict[str, Any]
) -> None:
    check_logic(approximate(function, source, target, method=method, **chosen), registers=0)


@pytest.mark.parametrize("registers", [1, 2])
@pytest.mark.parametrize("method", methods())
def test_registers_delay_and_change_nothing(method: str, registers: int) -> None:
    check_logic(approximate(SIGMOID, S4_6, U0_8, cost=17, method=method), registers=registers)


def check_logic(design: Approximation, *, registers: int) -> None:
    core = ApproximationCore(design, registers=registers)
    simulator = Simulator(core)
    if registers:
        simulator.add_clock(1e-6)
    inputs = [int(x) for x in design.input_format.integers()]
    found = []

    async def testbench(ctx: Any) -> None:
        for x in inputs:
            ctx.set(core.x, x)
            if registers:
                found.append(ctx.get(core.y))
                await ctx.tick()
            else:
                found.append(ctx.get(core.y))
        for _ in range(registers):
            found.append(ctx.get(core.y))
            await ctx.tick()

    simulator.add_testbench(testbench)
    simulator.run()
    assert found[registers:] == design.evaluate(np.array(inputs)).tolist()


def test_saturation_at_the_ends() -> None:
    """exp leaves the format above 3 ln 2 and is 0 far below; tanh stands at its ends."""
    design = approximate(EXP, S4_6, FixedPoint(width=10, fraction=6), error_bound=0.5)
    assert design.evaluate(np.array([S4_6.minimum, S4_6.maximum])).tolist() == [0, 511]
    design = approximate(TANH, S4_6, S1_8, error_bound=0.5)
    assert design.evaluate(np.array([S4_6.minimum, S4_6.maximum])).tolist() == [-256, 255]


def test_symmetry_is_used() -> None:
    """What is symmetric holds half of the table."""
    odd = approximate(TANH, S4_6, S1_8, error_bound=0.5, method="table")
    plain = approximate(TANH.scaled(offset=Fraction(1, 1000)), S4_6, S1_8, error_bound=1.0, method="lines")
    assert odd.reflection == 0
    assert odd.entries <= 513
    assert plain.reflection == round(Fraction(2, 1000) * 256)
    x = S4_6.integers()
    x = x[(x > 0) & (odd.evaluate(x) < S1_8.maximum)]
    assert len(x) > 150
    np.testing.assert_array_equal(odd.evaluate(-x), -odd.evaluate(x))
    assert approximate(EXP, S4_6, S1_8, error_bound=1.0).reflection is None
    assert approximate(TANH, U3_6, U0_8, error_bound=1.0).reflection is None


def test_functions_have_names() -> None:
    assert sorted(FUNCTIONS) == ["exp", "sigmoid", "tanh"]
    assert str(TANH.scaled(inner=Fraction(1, 3), outer=3)) == "3 tanh(1/3 x)"
    assert str(S4_6) == "s4.6"
    assert str(U0_8) == "u0.8"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({}, "an approximation is chosen by either error_bound or cost; give exactly one of them"),
        ({"cost": 1, "error_bound": 1.0}, "an approximation is chosen by either error_bound or cost; give exactly one"),
        ({"cost": 0}, "cost must be at least 1 segment or line of a table, not 0"),
        ({"error_bound": 0.0}, "error_bound must be above 0 steps of the output, not 0.0"),
        ({"cost": 4, "method": "tabel"}, "unknown method 'tabel'; did you mean 'table'?"),
        ({"error_bound": 0.1}, "no design of tanh(x) from s4.6 to s1.8 is within 0.1 steps of the output at every inp"),
    ],
)
def test_what_is_wrong_is_said(arguments: dict[str, Any], message: str) -> None:
    with pytest.raises(InputError) as caught:
        approximate(TANH, S4_6, S1_8, **arguments)
    assert str(caught.value).startswith(message)


def test_formats_and_inputs_are_checked() -> None:
    with pytest.raises(InputError, match="a fixed-point format has 2 to 16 bits, not 17"):
        FixedPoint(width=17, fraction=3)
    with pytest.raises(InputError, match="the fraction of a fixed-point format has -16 to 32 bits, not 41"):
        FixedPoint(width=8, fraction=41)
    with pytest.raises(InputError, match=r"tanh takes integers -512\.\.511, not 0\.\.512; clip them"):
        approximate(TANH, S4_6, S1_8, cost=4).evaluate(np.array([0, 512]))


def test_the_stored_study_is_of_these_designs_and_its_choices_are_good() -> None:
    """The same designs as are found now, and the one of the lowest estimate is hardly larger than the smallest."""
    path = Path(__file__).parents[1] / "codesign" / "approximation" / "study.json"
    rows = json.loads(path.read_text())["designs"]
    by_choice: dict[tuple[str, float], list[dict[str, Any]]] = {}
    for row in rows:
        by_choice.setdefault((row["function"], row["error_bound"]), []).append(row)
    assert len(by_choice) == 18
    for (name, error), found in by_choice.items():
        chosen = min(found, key=lambda row: row["estimated_luts"])
        assert chosen["luts"] <= 1.3 * min(row["luts"] for row in found), (name, error)
        function, source, target = next(studied for studied in STUDIED if str(studied[0]) == name)
        design = approximate(function, source, target, error_bound=error, method=chosen["method"])
        assert design.json().items() <= chosen.items()
