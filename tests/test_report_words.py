"""Numbers and verdicts in words, and the tables of the report."""

import dataclasses

import pytest
from report_samples import result, rtl, src_network

from codesign.report import facts, words


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (0, "W", "0 W"),
        (1.24e-8, "W", "12.4 nW"),
        (1e-9, "A", "1 nA"),
        (-2.5e-7, "A", "-250 nA"),
        (9.999e-10, "A", "1 nA"),
        (1e-3, "s", "1 ms"),
        (12.5, "s", "12.5 s"),
        (3e-17, "A", "0.03 fA"),
        (1e6, "Hz", "1 MHz"),
        (float("nan"), "A", "nan A"),
    ],
)
def test_si(value, unit, expected):
    assert words.si(value, unit) == expected


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [(10, 10, "100 %"), (0, 10, "0.0 %"), (9999, 10000, "99.99 %"), (999_999_9, 10_000_000, "above 99.999 %"),
     (1, 3, "33.3 %"), (1, 100_000_000, "below 0.001 %"), (0, 0, "-")],
)  # fmt: skip
def test_percent_rounds_to_all_or_none_only_when_it_is(part, whole, expected):
    assert words.percent(part, whole) == expected


def test_a_power_without_a_scope_says_so():
    found = result(
        src_network(),
        {"verilog": lambda t, i: dataclasses.replace(rtl(t, i), figures={"power_w": 0.1, "fmax_mhz": 52.25, "lut": 9})},
    )
    _, rows = facts.resources(found)
    assert rows == [
        ("Mean power", ["100 mW"], ["scope not stated"]),
        ("Look-up tables", ["9"], [""]),
        ("Fmax", ["52.25 MHz"], [""]),
        ("Wall time of the simulation", ["12.5 s"], [""]),
    ]
