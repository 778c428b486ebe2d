"""In words: what differs first inside of a unit, and so where to look."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from codesign.trace.found import Found, Quantity
from codesign.trace.position import Position

__all__ = ["FirstOff", "at_position", "first_off", "sentences"]

_MEANS = {
    "input": "what the unit gets is off already, so the fault lies before this layer",
    "part": "its input agrees there, so the fault lies in what carries this parameter",
    "sum": "its inputs agree there, so the fault lies in the weights, the bias or what adds them up",
    "state": "its inputs and sums agree there, so the fault lies in what makes a state of them: thresholds or update",
}

_CLOSE = (
    "its inputs and sums agree within the margin there, but the sum is so close to a limit that the margin lies on "
    "both sides of it"
)


@dataclass(frozen=True, kw_only=True)
class FirstOff:
    """The first step in which a quantity is not as expected."""

    quantity: Quantity
    step: int

    @property
    def expected(self) -> float:
        return float(self.quantity.expected[self.step])

    @property
    def found(self) -> float:
        return float(self.quantity.found[self.step])

    def __str__(self) -> str:
        unit = f" {self.quantity.unit}" if self.quantity.unit else ""
        return (
            f"{self.quantity.name} is off first in step {self.step}: expected {self.expected:.4g}{unit}, found "
            f"{self.found:.4g}{unit}"
        )


def first_off(found: Found) -> FirstOff | None:
    """Of all quantities the first that is off; within a step inputs come before sums, and these before states."""
    candidates = [*_firsts(found.inputs), *_firsts(found.parts), *_firsts(found.quantities)]
    return min(candidates, key=lambda item: item.step, default=None)


def _firsts(quantities: Sequence[Quantity]) -> Iterator[FirstOff]:
    for quantity in quantities:
        steps = np.flatnonzero(quantity.differs)
        if len(steps):
            yield FirstOff(quantity=quantity, step=int(steps[0]))


def _meaning(found: Found, first: FirstOff) -> str:
    if first.quantity.kind == "state" and _undecided(found, first):
        return _CLOSE
    allowed = float(first.quantity.allowed[first.step])
    if allowed and not any(item.differs.any() for item in found.quantities if item.kind == "state"):
        return f"that is more than its margin of {allowed:.2g}, but no state of the unit differs for it in this sample"
    return _MEANS[first.quantity.kind]


def _undecided(found: Found, first: FirstOff) -> bool:
    """Whether a sum is as close to a limit as it may be off, in the step in which a state is."""
    return any(
        abs(float(item.expected[first.step]) - level) < float(item.allowed[first.step])
        for item in found.quantities
        for level in item.limits.values()
    )


def at_position(found: Found, position: Position) -> list[str]:
    """What every sum and state is in the step that is meant."""
    lines = []
    for quantity in found.quantities:
        value, expected = float(quantity.found[position.step]), float(quantity.expected[position.step])
        unit = f" {quantity.unit}" if quantity.unit else ""
        limits = "".join(f", {name} limit {level:.4g}{unit}" for name, level in quantity.limits.items())
        if np.isnan(value):
            text = f"expected {expected:.4g}{unit}, not run: the design starts from the states behind this step"
        elif quantity.differs[position.step]:
            text = f"expected {expected:.4g}{unit}, found {value:.4g}{unit}{limits}"
        else:
            text = f"{value:.4g}{unit}, as expected{limits}"
        lines.append(f"{quantity.name}: {text}")
    return lines


def sentences(found: Found, position: Position) -> list[str]:
    """What is off first, what that means, and when each of the other kinds follows."""
    first = first_off(found)
    if first is None:
        return ["nothing inside of the unit differs in any step of this sample"]
    lines = [f"{first}; {_meaning(found, first)}"]
    later = [item for item in _firsts(found.quantities) if item.quantity is not first.quantity]
    lines += [f"then {item}" for item in sorted(later, key=lambda item: item.step)]
    return [*lines, *found.notes]
