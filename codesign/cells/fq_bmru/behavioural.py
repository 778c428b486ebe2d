"""The bistable memory cell as macro-models: a current comparator with a threshold that depends on its own state.

    C dx/dt = I_in - I_lower - (1 - y) (I_upper - I_lower),   0 <= x <= 1,   y = 1 where x > 1/2, else 0

The offsets of the calibrated thresholds are what it takes to switch within a whole step. Here that is the charge of C,
half of it from rest to the middle; so it is left out of the thresholds that are compared with at every moment.
"""

from collections.abc import Iterator

from codesign.analog import writer
from codesign.analog.behavioural.macros import RESET, Nodes, factor, fan
from codesign.analog.vectorised.stage import Stage
from codesign.cells.fq_bmru.vectorised import gains, threshold

__all__ = ["kind", "unit"]

_SHARPNESS_V = 0.05
_CLAMP = 1000  # per volt beyond 0 and 1
_LEAST_CHARGE = 0.002  # unit currents x steps


def kind(stage: Stage) -> str:
    """The mirrors of its weights are those into a memory cell."""
    return "cell"


def unit(stage: Stage, nodes: Nodes, index: int, ends: tuple[str, str]) -> Iterator[str]:
    """The lines of one cell, whose output current goes into the first of the nodes ``ends``."""
    known, structure = stage.calibration.memory_cell, stage.structure
    number = writer.number
    charge = max(known.upper.offset - known.lower.offset, _LEAST_CHARGE)
    upper = float(threshold(stage, known.upper, structure.upper)[0, index]) + known.upper.offset - charge / 2
    lower = float(threshold(stage, known.lower, structure.lower)[0, index]) + known.lower.offset + charge / 2
    x, y = nodes.decides(index), nodes.state(index)
    yield from fan(stage, nodes, index, (x, x), "cell", negative=(known.upper.negative + known.lower.negative) / 2)
    clamp = f"{_CLAMP}*(max(V({x})-1,0)-max(-V({x}),0)+V({x})*V({RESET}))"
    yield f"B{x} {x} 0 I={number(lower)}+{number(upper - lower)}*(1-V({y}))+{clamp}"
    yield f"C{x} {x} 0 {number(charge * stage.step_s)}"
    yield f"B{y} 0 {y} I=0.5+0.5*tanh((V({x})-0.5)/{number(_SHARPNESS_V)})"
    yield f"R{y} {y} 0 1"
    yield factor(y, ends[0], float(gains(stage)[0, index]))
