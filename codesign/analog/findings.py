"""What currents and scores say is wrong with a chip: its layers one after the other, then its decision."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray

from codesign.analog.design import open_design
from codesign.analog.devices import flatten
from codesign.analog.export import flat_text, write_into
from codesign.analog.in_circuit import LayerCurrents, layer_currents, reference_currents
from codesign.analog.layer_findings import Finding, layer_findings
from codesign.analog.mapper import map_network
from codesign.analog.measure import Die
from codesign.analog.netlist import Circuit
from codesign.analog.technology import Technology
from codesign.network import Layer, Network

__all__ = ["Finding", "decision_findings", "electrical_findings"]

_LEAST_SCORE = 0.03
"""A score that is off by less, in the largest magnitude of all scores, is as it should be."""
_MOST_KEPT = 64
_KEPT: dict[tuple[str, str, str], LayerCurrents] = {}


def electrical_findings(
    network: Network,
    technology: Technology,
    layers: Sequence[str],
    *,
    design: Path | None = None,
    die: Die | None = None,
    jobs: int = 1,
    time_limit_s: float = 600,
) -> tuple[Finding, ...]:
    """Test ``layers``, ``jobs`` of them at a time, in the netlist of the folder ``design``, or on a ``die``; what is
    wrong, layer by layer, in each the largest deviation first. Empty: all currents are as they should be.

    Raises InputError as
    :func:`codesign.analog.design.open_design` does, ToolError where ngspice fails.
    """
    circuit = map_network(network, technology)
    wrong: list[Finding] = []
    with TemporaryDirectory(prefix="codesign-design-") as name:
        folder = Path(name) if design is None else design
        if design is None:
            write_into(folder, network, circuit, technology)
        opened = open_design(folder, network, circuit, technology)
        chip = ""
        if die is not None:
            devices = flatten(circuit, technology)
            chip = flat_text(network, devices, technology, seed=die.seed, die=die.number)
        tested = [layer for layer in network.layers if layer.name in layers]

        def test(layer: Layer) -> tuple[LayerCurrents, LayerCurrents]:
            expected = _reference(network, circuit, technology, layer, time_limit_s)
            return expected, layer_currents(
                network, circuit, technology, layer, opened, chip=chip, time_limit_s=time_limit_s
            )

        with ThreadPoolExecutor(max_workers=max(1, jobs)) as pool:
            currents = list(pool.map(test, tested))
        for layer, (expected, found) in zip(tested, currents, strict=True):
            wrong += layer_findings(layer, expected, found, technology, disturbed=bool(wrong))
    return tuple(wrong)


def decision_findings(
    network: Network, scores: NDArray[np.floating], expected: NDArray[np.floating], decisions: NDArray[np.integer]
) -> tuple[Finding, ...]:
    """Where all states are right: the classes whose ``scores`` (samples, classes) are not those ``expected``, or, where
    they are, the one that has the largest score but not the decision (samples,)."""
    full = float(np.abs(expected).max()) or 1.0
    off = np.abs(scores - expected)
    found: list[Finding] = []
    for k in np.argsort(-off.max(axis=0), kind="stable"):
        sample = int(off[:, k].argmax())
        if off[sample, k] <= _LEAST_SCORE * full:
            break
        was, now = float(expected[sample, k]), float(scores[sample, k])
        found.append(_decision(int(k), was, now, f"a score of {now:.2f} in sample {sample}, {was:.2f} expected"))
    if found:
        return tuple(found)
    for wrong in np.flatnonzero(decisions != scores.argmax(axis=1)):
        best, taken = int(scores[wrong].argmax()), int(decisions[wrong])
        what = f"its score is the largest in sample {wrong}, but the decision is {'none' if taken < 0 else taken}"
        return (_decision(best, float(best), float(taken), what),)
    return ()


def _decision(number: int, expected: float, found: float, what: str) -> Finding:
    return Finding(parameter=f"decision[{number}]", layer="", unit=None, expected=expected, found=found, what=what)


def _reference(
    network: Network, circuit: Circuit, technology: Technology, layer: Layer, time_limit_s: float
) -> LayerCurrents:
    """The currents of the netlist as it is written, kept, since a session asks for them again and again."""
    key = (network.hash, layer.name, str(technology.conditions))
    kept = _KEPT.get(key)
    if kept is None:
        kept = reference_currents(network, circuit, technology, layer, time_limit_s=time_limit_s)
        if len(_KEPT) >= _MOST_KEPT:
            _KEPT.clear()
        _KEPT[key] = kept
    return kept
