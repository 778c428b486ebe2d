"""The thresholds of the memory cell as its neighbours see them, and its gain, by bisection at transistor level."""

import numpy as np
from numpy.typing import NDArray

from codesign.analog import writer
from codesign.analog.technology import Technology
from codesign.analog.vectorised.calibrate.bench import RAILS, Bench, block, currents, held, rails
from codesign.analog.vectorised.calibration import Gain, MemoryCell, Structure, Term, Threshold
from codesign.errors import ToolError

__all__ = ["memory_cell"]

# threshold, width, positive and negative fingers at the node
_SETTINGS = (
    (4, 4, 16, 0),
    (8, 4, 8, 8),
    (8, 12, 32, 0),
    (16, 8, 24, 24),
    (4, 16, 16, 8),
    (24, 16, 48, 0),
    (2, 8, 16, 16),
    (12, 2, 32, 40),
    (20, 20, 40, 16),
    (6, 24, 24, 24),
)
_WIDE = 0.4  # the bisection begins this far above and below: a reference is some 20 % off at the ends of its range
_ROUNDS = 11  # and ends some 0.04 % wide
_SET = 1.7  # times the upper threshold: surely sets


def memory_cell(technology: Technology, structure: Structure, positive: Gain) -> tuple[MemoryCell, dict[str, float]]:
    """Each cell of ``_SETTINGS`` gets, from a port through one positive weight, a current that lasts one step: first
    from rest, to see whether it sets, then after a step that has surely set it, to see whether it resets. A port
    with one unit current drives its negative weight throughout. What a threshold costs in a whole step is thus
    measured, the time that switching takes included.
    """
    k = technology.fingers_per_unit
    settings = np.array(_SETTINGS, dtype=float) / k
    threshold, width, _, negative = settings.T
    nominal = np.stack([threshold + width + negative, threshold + negative])
    low, high = (1 - _WIDE) * nominal, (1 + _WIDE) * nominal
    gains = np.zeros(len(settings))
    for _ in range(_ROUNDS):
        middle = (low + high) / 2
        switched, gains = _tried(middle, nominal, technology, positive)
        high, low = np.where(switched, middle, high), np.where(switched, low, middle)
    found = (low + high) / 2
    far = np.abs(found / nominal - 1).max()
    if far > 0.99 * _WIDE:
        raise ToolError(
            f"{technology.name}: a memory cell did not switch within {100 * _WIDE:g} % of its threshold, so the "
            "vectorised model cannot be calibrated under these conditions"
        )
    thresholds, errors = {}, {}
    for row, (name, terms) in enumerate((("upper", structure.upper), ("lower", structure.lower))):
        columns = [*(_fingers(term, threshold, width) for term in terms), negative, np.ones(len(settings))]
        matrix = np.stack(columns, axis=1)
        solution = np.linalg.lstsq(matrix, found[row], rcond=None)[0]
        errors[f"threshold_{name}"] = float(np.abs(found[row] - matrix @ solution).max())
        *factors, against, offset = map(float, solution)
        thresholds[name] = Threshold(terms=tuple(factors), negative=against, offset=offset)
    errors["gain"] = float(np.abs(gains / gains.mean() - 1).max())
    return MemoryCell(upper=thresholds["upper"], lower=thresholds["lower"], gain=float(gains.mean())), errors


def _fingers(term: Term, threshold: NDArray[np.float64], width: NDArray[np.float64]) -> NDArray[np.float64]:
    known = {"threshold": threshold, "width": width}
    return np.asarray(term.sign * sum(known[name] for name in term.fingers))


def _tried(
    trial: NDArray[np.float64], nominal: NDArray[np.float64], technology: Technology, positive: Gain
) -> tuple[NDArray[np.bool_], NDArray[np.float64]]:
    """Whether each cell is high after the two trial steps (2, cells), and its output current while it is set."""
    k = technology.fingers_per_unit
    instances, sources = rails(technology)
    step, supply = technology.step_s, technology.supply_v
    sources.append(writer.piecewise_linear("vrst", ("rst", "0"), [(0, supply), (0.98 * step, supply), (step, 0)]))
    instances.append(block("against", "input_port", "an", "ap", *RAILS))
    sources.append(f"Iagainst 0 an {writer.number(technology.unit_current_a)}")
    probes = []
    for index, (threshold, width, plus, minus) in enumerate(_SETTINGS):
        rest = minus / k
        wanted = np.array([rest, rest, trial[0, index], _SET * nominal[0, index], trial[1, index]])
        # the input whose mirror gives the current wanted
        drive = np.maximum(wanted * k / plus / np.exp(positive.offset), 1e-3) ** (1 / (1 + positive.slope))
        nodes = (f"x{index}", f"s{index}", f"o{index}", "vbn", "vbp", "vcp", "rst", "vdd")
        instances += [
            block(f"port{index}", "input_port", f"n{index}", f"p{index}", *RAILS),
            block(f"plus{index}", "positive_weight", f"p{index}", f"s{index}", "vdd", fingers=plus),
            block(
                f"cell{index}", "memory_cell", *nodes, threshold=threshold, width=width, gain=k, cascode=max(k, plus)
            ),
            block(f"load{index}", "input_port", f"o{index}", f"op{index}", *RAILS),
        ]
        if minus:
            instances.append(block(f"minus{index}", "negative_weight", "an", f"x{index}", fingers=minus))
        sources.append(held(f"iin{index}", ("0", f"n{index}"), drive, technology))
        probes.append(f"xcell{index}.moutput")
    found = currents(Bench(instances=tuple(instances), sources=tuple(sources), steps=5.0), technology, probes)
    read = np.array([np.interp([2.9999, 3.9999, 4.9999], found.time_s, found.values[path]) for path in probes]).T
    return read[[0, 2]] > 0.5, read[1]
