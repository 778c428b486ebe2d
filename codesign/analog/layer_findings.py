"""What an in-circuit test says of one layer: parameters whose currents are not those of the netlist as written."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from codesign.analog.in_circuit import LayerCurrents
from codesign.analog.technology import Technology
from codesign.network import Layer

__all__ = ["Finding", "layer_findings"]

_LEAST_FINGERS = 0.4
_LEAST_RELATIVE = 0.03
"""A current that is off by less than both is as it should be; mirrors copy to within some 3 %, see the datasheets."""


@dataclass(frozen=True, kw_only=True)
class Finding:
    """A parameter, or the ``state`` or ``output`` of a unit, that currents contradict.

    ``expected`` and ``found`` are fingers where it is a parameter, unit currents where it is a state or an output (of a
    reset, parts of what it should pull), scores where it is a decision. ``what`` says it in words.
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


def layer_findings(
    layer: Layer, expected: LayerCurrents, found: LayerCurrents, technology: Technology, *, disturbed: bool = False
) -> tuple[Finding, ...]:
    """What ``found`` contradicts, held against ``expected`` of the same layer, the largest deviation first.

    ``disturbed``: something is wrong before this layer, so what its ports get at rest is not what it should be, and a
    current that no parameter explains is not of this layer.
    """
    finger = technology.unit_current_a / technology.fingers_per_unit
    off = {name: (found.found[name] - expected.found[name]) / finger for name in expected.found if name in found.found}
    findings = [*_weights(layer, off["weight"])]
    for unit in range(layer.outputs):
        at = {name: float(values[unit]) for name, values in off.items() if name != "weight"}
        findings += _unit(layer, unit, at, expected, found, technology.fingers_per_unit, disturbed)
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


def _weights(layer: Layer, off: NDArray[np.float64]) -> Iterator[Finding]:
    for unit, j in np.argwhere(_large(off, layer["weight"])):
        yield _fingers(layer, "weight", int(unit), int(layer["weight"][unit, j]), float(off[unit, j]), f"{unit},{j}")


def _unit(
    layer: Layer,
    unit: int,
    off: Mapping[str, float],
    expected: LayerCurrents,
    found: LayerCurrents,
    whole: int,
    disturbed: bool,
) -> Iterator[Finding]:
    """``off`` in fingers, by quantity; ``whole`` of them carry a unit current."""
    rest = off["base"] + off.get("width", 0.0)  # of a memory cell the width pulls, too, while the node is low
    explained = _explained(layer, unit, rest, off, disturbed)
    left = rest - sum(explained.values())
    pulled = not disturbed and bool(_large(left, 0)) and abs(left) > 0.3 * abs(rest)
    for name in ("width", "gain"):
        if name == "width" and pulled:
            continue  # what pulls at the node in both of its positions is no width
        # a larger threshold takes the sinks further from where they carry what they should
        if name == "width" and abs(off.get("width", 0.0)) < 0.1 * abs(rest):
            continue
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
    for name, change in explained.items():
        yield _fingers(layer, name, unit, int(layer[name][unit]), change if name == "bias" else -change)
    if pulled:
        yield _unexplained(layer, unit, left, whole, "where its currents meet")
    if "reset" in off:
        yield from _reset(layer, unit, abs(expected.found["reset"][unit]), abs(found.found["reset"][unit]))


def _reset(layer: Layer, unit: int, was: float, now: float) -> Iterator[Finding]:
    if not 0.5 < now / was < 2:
        yield Finding(
            parameter=f"{layer.name}.state[{unit}]",
            layer=layer.name,
            unit=unit,
            expected=1.0,
            found=now / was,
            what=f"the reset pulls {now:.2g} A, {was:.2g} A expected",
        )


def _explained(layer: Layer, unit: int, rest: float, off: Mapping[str, float], disturbed: bool) -> dict[str, float]:
    """Which of the transistors of bias and threshold carries another current, and how much that adds at the sum node.

    Unless the layer is ``disturbed``, the sum node must show it.
    """
    signs = {"bias": float(np.sign(layer["bias"][unit])) or 1.0, "threshold": -1.0}
    changes = {name: sign * off.get(f"{name}_", 0.0) for name, sign in signs.items()}
    return {
        name: change
        for name, change in changes.items()
        if _large(change, layer[name][unit] if name in layer.tensors else 0)
        and (disturbed or (_large(rest, 0) and abs(change) > 0.3 * abs(rest)))
    }


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
