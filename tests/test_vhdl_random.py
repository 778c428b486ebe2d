# amaranth: UnusedElaboratable=no
"""Random designs do the same in each cycle in Amaranth's simulator, as Verilog in Icarus and as VHDL in GHDL."""

import pytest
from hdl_random import Bundle, Stimulus, in_amaranth, in_ghdl, in_icarus
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from codesign.digital.verilog import verilog
from codesign.digital.vhdl import vhdl

seeds = st.lists(st.integers(0, 1 << 32), min_size=6, max_size=6, unique=True)


def check(chosen, folder, cycles):
    stimulus = Stimulus.of(chosen[0], cycles)
    width = len(Bundle(chosen).result)
    expected = [f"{word:0{width}b}" for word in in_amaranth(Bundle(chosen), stimulus)]
    assert len(set(expected)) > cycles // 4
    found = in_ghdl(Bundle(chosen), vhdl(Bundle(chosen)).text, stimulus, folder / "ghdl")
    assert len(found) == cycles
    for cycle, (wanted, got) in enumerate(zip(expected, found, strict=True)):
        assert got == wanted, (cycle, difference(chosen, wanted, got))
    found = in_icarus(Bundle(chosen), verilog(Bundle(chosen)), stimulus, folder / "icarus")
    assert len(found) == cycles
    # What a register holds before the first edge with reset is undefined in this Verilog.
    for cycle, (wanted, got) in enumerate(zip(expected[2:], found[2:], strict=True)):
        assert got == wanted, (cycle + 2, difference(chosen, wanted, got))


def difference(chosen, wanted, got):
    """The seed of the first circuit that differs, and its bit."""
    bit = next(i for i, (a, b) in enumerate(zip(wanted[::-1], got[::-1], strict=True)) if a != b)
    for seed, part in zip(chosen, Bundle(chosen).parts, strict=True):
        if bit < part.width:
            return f"seed {seed}, bit {bit} of {part.width}"
        bit -= part.width
    raise AssertionError


@given(chosen=seeds)
@settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck), database=None)
def test_random_designs_agree(chosen, tmp_path_factory):
    check(chosen, tmp_path_factory.mktemp("random"), cycles=100)


@pytest.mark.full
@given(chosen=seeds)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck), database=None)
def test_many_random_designs_agree(chosen, tmp_path_factory):
    check(chosen, tmp_path_factory.mktemp("random"), cycles=300)
