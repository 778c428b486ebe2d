# amaranth: UnusedElaboratable=no
"""Formal proofs of the parts of every design, and that planted faults make them fail.

Quick are the proofs by induction of what all networks have; those of full mode show besides that the assumptions leave
room for what matters, and that one cycle of reset is enough in any state.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from amaranth.hdl import Const, Mux, Signal
from formal import NotProvedError, Proof
from formal_streams import SkipConnection, SpikeSender, skip, spikes, values
from formal_sums import WEIGHTS, in_order, parallel
from formal_units import bistable, frozen, readout, spiking

from codesign import tools
from codesign.cells.spec import Signal as CellSignal
from codesign.digital.sums import ParallelSums, SerialSums
from codesign.errors import MissingToolError


def installed() -> bool:
    try:
        return all(tools.find(name) for name in ("sby", "z3", "yosys"))
    except MissingToolError:
        return False


pytestmark = pytest.mark.skipif(not installed(), reason="needs sby, yosys and z3 from pip")

QUICK: dict[str, Callable[[], Proof]] = {
    "skip connection": lambda: skip(depth=3),
    "sender of spikes, groups": lambda: spikes(units=5, lanes=2, bundle_lanes=2),
    "sender of values": lambda: values(units=5, lanes=2),
    "parallel sums, groups": lambda: parallel(lanes=2, group_lanes=2),
    "bistable units": bistable,
    "scores": lambda: readout(longest=3, steps=3),
    "scores of the last step": lambda: readout(longest=1, steps=3, last=True),
}
MORE: dict[str, Callable[[], Proof]] = {
    "skip connection of one": lambda: skip(depth=1),
    "skip connection of four": lambda: skip(depth=4),
    "sender of spikes, one group": lambda: spikes(units=5, lanes=5, bundle_lanes=2),
    "sender of spikes, one lane": lambda: spikes(units=4, lanes=3, bundle_lanes=1),
    "sender of values, one group": lambda: values(units=3, lanes=3),
    "parallel sums, one group": lambda: parallel(lanes=2, group_lanes=3),
    "parallel sums, one lane": lambda: parallel(lanes=1, group_lanes=1),
    "spiking units in a pause": frozen,
    "scores of a long sample": lambda: readout(longest=9, steps=9),
}
INDUCTION = 3
"""Cycles that every induction here is over."""


@pytest.mark.parametrize("name", QUICK)
def test_it_always_holds(name: str) -> None:
    QUICK[name]().prove(depth=INDUCTION)


@pytest.mark.full
@pytest.mark.parametrize("name", MORE)
def test_it_always_holds_in_other_shapes(name: str) -> None:
    MORE[name]().prove(depth=INDUCTION)


@pytest.mark.full
@pytest.mark.parametrize("name", [*QUICK, *MORE])
def test_the_assumptions_leave_room(name: str) -> None:
    {**QUICK, **MORE}[name]().cover(depth=30)


@pytest.mark.full
@pytest.mark.parametrize("name", [*QUICK, *MORE])
def test_one_cycle_of_reset_is_enough_in_any_state(name: str) -> None:
    """From there on it holds for as long as the induction needs, so for ever."""
    {**QUICK, **MORE}[name]().prove_reset(depth=INDUCTION)


@pytest.mark.full
def test_spiking_units_are_the_published_integers() -> None:
    proof = spiking()
    proof.prove(depth=6, time_limit_s=600)
    proof.cover(depth=20)
    proof.prove_reset(depth=6, time_limit_s=600)


@pytest.mark.full
@pytest.mark.parametrize("kind", [SerialSums, ParallelSums])
@pytest.mark.parametrize("signal", ["spike", "current"])
def test_sums_are_right_in_every_run_of_ten_cycles(kind: type[SerialSums | ParallelSums], signal: CellSignal) -> None:
    """Bounded, unlike the inductions: whatever comes in and wherever it pauses, from reset on."""
    proof = in_order(kind, signal=signal)
    proof.search(depth=10)
    proof.cover(depth=30)
    with pytest.raises(NotProvedError, match="holds_sum_2"):
        in_order(kind, signal=signal, wrong=changed(2, 1)).search(depth=12)


# Planted faults: each must be found, by a counterexample from reset -----------------------------------------------


class Lapped(SkipConnection):
    """Goes round to the wrong row."""

    def _after(self, address: Any) -> Any:
        return Mux(address == self.depth - 1, 1, address + 1)


class Lossy(SpikeSender):
    """Forgets the spikes of lane 0 behind the first one."""

    def _lane(self, *arguments: Any) -> tuple[Any, Any]:
        pending, others = super()._lane(*arguments)
        lane = arguments[1]
        return pending, others if lane else Const(0, len(others))


class Repeating(SpikeSender):
    """Takes the next step while it still sends."""

    def _lane(self, *arguments: Any) -> tuple[Any, Any]:
        m, lane, found, taken = arguments
        return super()._lane(m, lane, found | Const(lane == 0, len(found)), taken)


class Unreset(SkipConnection):
    """No reset clears its level."""

    def __init__(self, **arguments: Any) -> None:
        super().__init__(**arguments)
        self.level = Signal(range(self.depth + 1), name="level", reset_less=True)


def changed(unit: int, source: int) -> np.ndarray:
    weights = WEIGHTS.copy()
    weights[unit, source] += 1
    return weights


FAULTS: dict[str, tuple[Callable[[], Proof], str]] = {
    "a spike is lost": (lambda: spikes(units=5, lanes=2, bundle_lanes=2, component=Lossy), "end_of_step"),
    "a spike is made up": (lambda: spikes(units=5, lanes=2, bundle_lanes=2, component=Repeating), "lane_0_"),
    "a weight is wrong": (lambda: parallel(lanes=2, group_lanes=2, wrong=changed(2, 1)), "sum_2"),
    "a score overflows": (lambda: readout(longest=3, steps=6), "range_"),
}


@pytest.mark.parametrize("name", ["a spike is lost", "a score overflows"])
def test_a_planted_fault_is_found(name: str) -> None:
    _must_be_found(name)


@pytest.mark.full
@pytest.mark.parametrize("name", FAULTS)
def test_every_planted_fault_is_found(name: str) -> None:
    _must_be_found(name)


def _must_be_found(name: str) -> None:
    build, wanted = FAULTS[name]
    with pytest.raises(NotProvedError) as caught:
        build().search(depth=20)
    said = str(caught.value)
    assert said.startswith("bmc: fail")
    assert f"holds_{wanted}" in said
    assert "input__valid:" in said  # the counterexample, signal by signal


@pytest.mark.full
def test_rows_of_a_skip_connection_that_are_taken_twice_are_found() -> None:
    with pytest.raises(NotProvedError, match="holds_"):
        skip(depth=3, component=Lapped).search(depth=12)


@pytest.mark.full
def test_a_register_without_reset_is_found() -> None:
    with pytest.raises(NotProvedError, match="holds_level"):
        skip(depth=3, component=Unreset).prove_reset(depth=INDUCTION)


@pytest.mark.full
def test_a_wrong_neuron_is_found() -> None:
    with pytest.raises(NotProvedError, match=r"holds_(state_h|spike|kept_h)"):
        spiking(wrong=1).search(depth=10)


@pytest.mark.full
def test_what_can_not_happen_is_not_covered() -> None:
    proof = skip(depth=1)
    proof.reached("two_in_one", proof.inside["level"] > 1)
    with pytest.raises(NotProvedError, match="Unreached cover"):
        proof.cover(depth=6)
