"""What an in-circuit test says is wrong: parameters whose currents are not those of the netlist as it is written."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray

from codesign.analog.design import open_design
from codesign.analog.devices import flatten
from codesign.analog.export import flat_text, write_into
from codesign.analog.in_circuit import LayerCurrents, layer_currents, reference_currents
from codesign.analog.mapper import map_network
from codesign.analog.measure import Die
from codesign.analog.netlist import Circuit
from codesign.analog.technology import Technology
from codesign.network import Layer, Network

__all__ = ["Finding", "decision_findings", "electrical_findings", "layer_findings"]

_LEAST_FINGERS = 0.4
_LEAST_RELATIVE = 0.03
"""A current that is off by less than both is as it should be; mirrors copy to within some 3 %, see the datasheets."""
_LEAST_SCORE = 0.03
"""Likewise of a score, in the largest magnitude of all scores."""
_MOST_KEPT = 64
_KEPT: dict[tuple[str, str, str], LayerCurrents] = {}


@dataclass(frozen=True, kw_only=True)
class Finding:
    """A parameter, or the ``state`` or ``output`` of a unit, that currents contradict.

    ``expected`` and ``found`` are fingers where it is a parameter, unit currents where it is a state or an output,
    scores where it is a decision. ``what`` says it in words.
    """

    parameter: str
    layer: str
    unit: int | None
    expected: float
    found: float
    what: str

    @property
    def message(self) -> str:
        """One line: ``memory.weight[3,5]: a current of 12.0 fingers, 10 expected``."""
        return f"{self.parameter}: {self.what}"


def electrical_findings(
    network: Network,
    technology: Technology,
    layers: Sequence[str],
    *,
    design: Path | None = None,
    die: Die | None = None,
    time_limit_s: float = 600,
) -> tuple[Finding, ...]:
    """Test ``layers`` one after the other in the netlist of the folder ``design``, or on a ``die``; what the first one
    says that something is wrong with, the largest deviation first. Empty: all currents are as they should be.

    What follows a wrong layer is not tested: it is fed by it. Raises InputError as
    :func:`codesign.analog.design.open_design` does, ToolError where ngspice fails.
    """
    circuit = map_network(network, technology)
    with TemporaryDirectory(prefix="codesign-design-") as name:
        folder = Path(name) if design is None else design
        if design is None:
            write_into(folder, network, circuit, technology)
        opened = open_design(folder, network, circuit, technology)
        chip = ""
        if die is not None:
            devices = flatten(circuit, technology)
            chip = flat_text(network, devices, technology, seed=die.seed, die=die.number)
        for layer in network.layers:
            if layer.name not in layers:
                continue
            expected = _reference(network, circuit, technology, layer, time_limit_s)
            found = layer_currents(network, circuit, technology, layer, opened, chip=chip, time_limit_s=time_limit_s)
            wrong = layer_findings(layer, expected, found, technology)
            if wrong:
                return wrong
    return ()


def layer_findings(
    layer: Layer, expected: LayerCurrents, found: LayerCurrents, technology: Technology
) -> tuple[Finding, ...]:
    """What ``found`` contradicts, held against ``expected`` of the same layer, the largest deviation first."""
    finger = technology.unit_current_a / technology.fingers_per_unit
    off = {name: (found.found[name] - expected.found[name]) / finger for name in expected.found if name in found.found}
    findings = [*_weights(layer, off["weight"])]
    for unit in range(layer.outputs):
        at = {name: float(values[unit]) for name, values in off.items() if name != "weight"}
        findings += _unit(layer, unit, at, expected, found, technology.fingers_per_unit)
    return tuple(sorted(_shared(layer, findings), key=lambda item: -abs(item.found - item.expected)))


def _shared(layer: Layer, findings: Sequence[Finding]) -> Iterator[Finding]:
    """``findings``, with one in the place of those that are off by the same factor, if they are all that a tensor has
    of one sign: a cell or a line that they share is wrong, and none of them."""
    left = list(findings)
    groups = [
        (f"{layer.name}.{name}[", f"{layer.name}.{name}[:{',:' * (values.values.ndim - 1)}]", values.values)
        for name, values in layer.tensors.items()
    ]
    for begin, whole, values in groups:
        for sign in (1, -1):
            mine = [item for item in left if item.parameter.startswith(begin) and item.expected * sign > 0]
            factors = [item.found / item.expected for item in mine]
            count = int((values * sign > 0).sum())
            if len(mine) < 2 or len(mine) < count or max(factors) - min(factors) > 0.05 * abs(max(factors, key=abs)):
                continue
            first = max(mine, key=lambda item: abs(item.expected))
            left = [item for item in left if item not in mine]
            what = f"all {'positive' if sign > 0 else 'negative'} ones carry {factors[0]:.2f} times what they should"
            yield Finding(
                parameter=whole, layer=layer.name, unit=None, expected=first.expected, found=first.found, what=what
            )
    yield from left


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


def _weights(layer: Layer, off: NDArray[np.float64]) -> Iterator[Finding]:
    for unit, j in np.argwhere(_large(off, layer["weight"])):
        yield _fingers(layer, "weight", int(unit), int(layer["weight"][unit, j]), float(off[unit, j]), f"{unit},{j}")


def _unit(
    layer: Layer, unit: int, off: Mapping[str, float], expected: LayerCurrents, found: LayerCurrents, whole: int
) -> Iterator[Finding]:
    """``off`` in fingers, by quantity; ``whole`` of them carry a unit current."""
    rest = off["base"] + off.get("width", 0.0)  # of a memory cell the width pulls, too, while the node is low
    pulled = bool(_large(rest, layer["bias"][unit]))
    for name in ("width", "gain"):
        if name == "width" and pulled and not _explained(layer, unit, rest, off):
            continue  # what pulls at the node in both of its positions is no width
        if name in off and _large(off[name], layer[name][unit]):
            value = int(layer[name][unit])
            if name == "gain" and abs(value + off[name]) < _LEAST_FINGERS:
                yield _stuck(layer, unit, value, off["rest"])
            else:
                yield _fingers(layer, name, unit, value, off[name])
    if "gain" in off and _large(off["rest"], 0) and abs(layer["gain"][unit] + off["gain"]) >= _LEAST_FINGERS:
        yield _unexplained(layer, unit, off["rest"], whole, "at its output")
    if "skip" in off and _large(off["skip"], whole):
        yield _fingers(layer, "skip", unit, whole, off["skip"])
    if pulled:
        name = _explained(layer, unit, rest, off)
        if name:
            yield _fingers(layer, name, unit, int(layer[name][unit]), rest if name == "bias" else -rest)
        else:
            yield _unexplained(layer, unit, rest, whole, "where its currents meet")
    if "reset" in off:
        was, now = (abs(float(item.found["reset"][unit])) for item in (expected, found))
        if not 0.5 < now / was < 2:
            yield Finding(
                parameter=f"{layer.name}.state[{unit}]",
                layer=layer.name,
                unit=unit,
                expected=was,
                found=now,
                what=f"the reset pulls {now:.2g} A, {was:.2g} A expected",
            )


def _explained(layer: Layer, unit: int, rest: float, off: Mapping[str, float]) -> str:
    """Which of the transistors of bias and threshold carries as much more as the sum node says, if any."""
    signs = {"bias": float(np.sign(layer["bias"][unit])) or 1.0, "threshold": -1.0}
    for name, sign in signs.items():
        change = off.get(f"{name}_", 0.0)
        if _large(change, 0) and abs(rest - sign * change) < 0.5 * abs(rest):
            return name
    return ""


def _stuck(layer: Layer, unit: int, gain: int, rest: float) -> Finding:
    always = abs(rest - gain) < max(_LEAST_FINGERS, 0.1 * gain)
    what = (
        f"it sources {gain} fingers whatever its node says: stuck at 1"
        if always
        else ("it sources nothing whatever its node says: stuck at 0")
    )
    return Finding(
        parameter=f"{layer.name}.state[{unit}]",
        layer=layer.name,
        unit=unit,
        expected=gain,
        found=float(gain) + (gain if always else -gain),
        what=what,
    )


def _unexplained(layer: Layer, unit: int, fingers: float, whole: int, where: str) -> Finding:
    kind = "state" if "threshold" in layer.tensors else "output"
    return Finding(
        parameter=f"{layer.name}.{kind}[{unit}]",
        layer=layer.name,
        unit=unit,
        expected=0.0,
        found=fingers / whole,
        what=f"{fingers / whole:+.3g} unit currents {where} that no parameter explains",
    )


def _fingers(layer: Layer, tensor: str, unit: int, value: int, off: float, index: str = "") -> Finding:
    return Finding(
        parameter=f"{layer.name}.{tensor}[{index or unit}]",
        layer=layer.name,
        unit=unit,
        expected=float(value),
        found=value + off,
        what=f"a current of {value + off:.1f} fingers, {value} expected",
    )


def _large(off: NDArray[np.float64] | float, value: NDArray[np.int32] | float) -> NDArray[np.bool_]:
    return np.asarray(np.abs(off) > np.maximum(_LEAST_FINGERS, _LEAST_RELATIVE * np.abs(value)))


def _reference(
    network: Network, circuit: Circuit, technology: Technology, layer: Layer, time_limit_s: float
) -> LayerCurrents:
    """The currents of the netlist as it is written, kept, since a session asks for them again and again."""
    key = (network.hash, layer.name, str(technology.conditions))
    if key not in _KEPT:
        while len(_KEPT) >= _MOST_KEPT:
            del _KEPT[next(iter(_KEPT))]
        _KEPT[key] = reference_currents(network, circuit, technology, layer, time_limit_s=time_limit_s)
    return _KEPT[key]
