"""The bistable memory cell in the vectorised circuit model.

The currents that the weights source and sink are compared with two thresholds, as in the twin, but with those of the
cell as calibrated: a sum of bias currents, each with the mismatch of its own mirrors, plus what it takes to switch
within a step. What negative weights sink counts as much as it does while the cell decides, which differs between the
two.
"""

import numpy as np
from numpy.typing import NDArray

from codesign.analog.vectorised.calibration import Term, Threshold
from codesign.analog.vectorised.ports import Array
from codesign.analog.vectorised.stage import LayerCurrents, Stage, fingers

__all__ = ["gains", "run", "threshold"]


def run(stage: Stage) -> LayerCurrents:
    """States start low; the output current of a set cell is its gain, that of a reset one 0."""
    known = stage.calibration.memory_cell
    source, sink = stage.sums("cell")
    upper = _signal(threshold(stage, known.upper, stage.structure.upper) + known.upper.offset)
    lower = _signal(threshold(stage, known.lower, stage.structure.lower) + known.lower.offset)
    above = source - np.float32(known.upper.negative) * sink >= upper
    kept = source - np.float32(known.lower.negative) * sink > lower
    state = np.empty(above.shape, dtype=bool)
    held = np.zeros(above[:, 0].shape, dtype=bool)
    for step in range(above.shape[1]):
        held = above[:, step] | (held & kept[:, step])
        state[:, step] = held
    return LayerCurrents(source=np.where(state, _signal(gains(stage)), np.float32(0)), states={"state": state})


def threshold(stage: Stage, calibrated: Threshold, terms: tuple[Term, ...]) -> NDArray[np.float64]:
    """(dies, units): the currents that make a threshold, in unit currents, without what it takes to switch in time."""
    return sum(
        (
            factor * stage.dies.term(term, _fingers(stage, term), _cells(stage))
            for factor, term in zip(calibrated.terms, terms, strict=True)
        ),
        np.zeros((stage.dies.number, stage.layer.outputs)),
    )


def gains(stage: Stage) -> NDArray[np.float64]:
    """(dies, units): the output currents of set cells, in unit currents."""
    gain = stage.structure.gain
    return stage.calibration.memory_cell.gain * stage.dies.term(gain, _fingers(stage, gain), _cells(stage))


def _signal(values: NDArray[np.float64]) -> Array:
    return values.astype(np.float32)[:, None, None, :]


def _fingers(stage: Stage, term: Term) -> NDArray[np.float64]:
    return np.asarray(sum(fingers(stage.layer, name, stage.fingers_per_unit) for name in term.fingers))


def _cells(stage: Stage) -> list[str]:
    return [f"{stage.path}.xu{unit}.xcell" for unit in range(stage.layer.outputs)]
