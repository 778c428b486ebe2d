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

__all__ = ["run"]


def run(stage: Stage) -> LayerCurrents:
    """States start low; the output current of a set cell is its gain, that of a reset one 0."""
    known = stage.calibration.memory_cell
    source, sink = stage.sums("cell")
    upper = _threshold(stage, known.upper, stage.structure.upper)
    lower = _threshold(stage, known.lower, stage.structure.lower)
    above = source - np.float32(known.upper.negative) * sink >= upper
    kept = source - np.float32(known.lower.negative) * sink > lower
    state = np.empty(above.shape, dtype=bool)
    held = np.zeros(above[:, 0].shape, dtype=bool)
    for step in range(above.shape[1]):
        held = above[:, step] | (held & kept[:, step])
        state[:, step] = held
    gain = stage.structure.gain
    current = known.gain * stage.dies.term(gain, _fingers(stage, gain), _cells(stage))
    return LayerCurrents(
        source=np.where(state, current.astype(np.float32)[:, None, None, :], np.float32(0)), states={"state": state}
    )


def _threshold(stage: Stage, calibrated: Threshold, terms: tuple[Term, ...]) -> Array:
    total = np.full((stage.dies.number, stage.layer.outputs), calibrated.offset)
    for factor, term in zip(calibrated.terms, terms, strict=True):
        total += factor * stage.dies.term(term, _fingers(stage, term), _cells(stage))
    return total.astype(np.float32)[:, None, None, :]


def _fingers(stage: Stage, term: Term) -> NDArray[np.float64]:
    return np.asarray(sum(fingers(stage.layer, name, stage.fingers_per_unit) for name in term.fingers))


def _cells(stage: Stage) -> list[str]:
    return [f"{stage.path}.xu{unit}.xcell" for unit in range(stage.layer.outputs)]
