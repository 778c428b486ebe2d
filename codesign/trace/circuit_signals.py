"""Currents and voltages of a unit over time, around the step that is meant."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from codesign.analog.technology import Technology
from codesign.analog.watch import Watched
from codesign.trace.found import Quantity, Request, Signal

__all__ = ["signals"]

Floats = NDArray[np.float64]
_SINGLY = 4  # contributions that get a line of their own
_NANO = 1e9
_CURRENTS, _PARTS, _NODES, _OUTPUT = "net current", "parts of it", "nodes", "output"


def signals(
    request: Request, watched: Watched, technology: Technology, sums: Quantity, parts: Sequence[Quantity]
) -> tuple[Signal, ...]:
    """The steps of the window: the net current and what it is made of, nodes of the cell and reset, the output."""
    return tuple(_Window(request, watched, technology).all(sums, parts))


class _Window:
    def __init__(self, request: Request, watched: Watched, technology: Technology) -> None:
        self._request, self._watched, self._technology = request, watched, technology
        steps, step = request.inputs.shape[1], request.position.step
        self._first = max(0, step - request.window)
        self._last = min(steps, step + request.window + 1)
        # The reset belongs to the first step.
        begin = technology.reset + self._first if self._first else 0
        self._begin, self._end = begin * technology.step_s, (technology.reset + self._last) * technology.step_s
        # Macro-models count in unit currents, transistors in amperes.
        self._unit, self._scale = ("I_unit", 1.0) if watched.unit == 1.0 else ("nA", _NANO)
        time = watched.waveforms.time_s
        self._inside = (time >= self._begin) & (time <= self._end)

    def all(self, sums: Quantity, parts: Sequence[Quantity]) -> Iterator[Signal]:
        vectors = self._watched.vectors
        unit = self._watched.unit
        currents = {weight.parameter: weight.sign * np.abs(self._drive(weight.vector)) for weight in vectors.weights}
        yield self._expected("expected", _CURRENTS, sums.expected * unit)
        yield self._line(
            "found", _CURRENTS, self._unit, sum(currents.values(), np.zeros(self._inside.sum())) * self._scale
        )
        for name, level in sums.limits.items():
            yield self._level(name, _CURRENTS, level * unit)
        steps = slice(self._first, self._last)
        off = {part.name: part for part in parts if part.differs[steps].any()}
        largest = {name: float(np.abs(values).max(initial=0.0)) for name, values in currents.items()}
        ordered = sorted(currents, key=lambda name: (name not in off, -largest[name]))
        for name in ordered[:1]:
            if name in off:
                yield self._expected("expected", _PARTS, off[name].expected * unit)
        # One alone would take the same line in the legend under a worse name.
        singly = _SINGLY + (len(ordered) == _SINGLY + 1)
        for name in ordered[:singly]:
            label = _short(name) + (" (off)" if name in off else "")
            yield self._line(label, _PARTS, self._unit, currents[name] * self._scale, part=True)
        others = ordered[singly:]
        if others:
            total = sum((currents[name] for name in others), np.zeros(self._inside.sum()))
            yield self._line(f"{len(others)} others", _PARTS, self._unit, total * self._scale, part=True)
        for name, vector in vectors.nodes.items():
            yield self._line(name.rpartition(".")[2], _NODES, "V", self._values(vector), part=True)
        yield self._line("reset", _NODES, "V", self._values(vectors.reset), part=True)
        if vectors.output:
            layer, at = self._request.position.layer, self._request.position.unit
            state = next(iter(self._request.trace.layers[layer].states.values()))[-1, :, at]
            yield self._expected("expected", _OUTPUT, 2 * vectors.level * state.astype(np.float64))
            yield self._line("found", _OUTPUT, self._unit, np.abs(self._values(vectors.output)) * self._scale)
            yield self._level("level", _OUTPUT, vectors.level)

    def _drive(self, vector: str) -> Floats:
        """At the times of the other waveforms."""
        return self._watched.drive.at(vector, self._watched.waveforms.time_s[self._inside])

    def _values(self, vector: str) -> Floats:
        found: Floats = self._watched.waveforms.values[vector][self._inside]
        return found

    def _line(self, name: str, panel: str, unit: str, values: Floats, *, part: bool = False) -> Signal:
        time = self._watched.waveforms.time_s[self._inside]
        return Signal(
            name=name, panel=panel, kind="line", unit=unit, at=time, values=values, role="part" if part else "found"
        )

    def _expected(self, name: str, panel: str, of_step: Floats) -> Signal:
        """What the twin says, one level per step."""
        steps = np.arange(self._first, self._last)
        edges = (self._technology.reset + np.repeat(np.append(steps, self._last), 2)[1:-1]) * self._technology.step_s
        return Signal(
            name=name, panel=panel, kind="line", unit=self._unit, at=edges,
            values=np.repeat(of_step[steps], 2) * self._scale, role="expected",
        )  # fmt: skip

    def _level(self, name: str, panel: str, level: float) -> Signal:
        return Signal(
            name=name, panel=panel, kind="line", unit=self._unit, at=np.array([self._begin, self._end]),
            values=np.full(2, level * self._scale), role="limit",
        )  # fmt: skip


def _short(parameter: str) -> str:
    """``weight 3`` of ``memory.weight[1,3]``: layer and unit are those of the drawing."""
    tensor, _, rest = parameter.rpartition(".")[2].partition("[")
    return " ".join([tensor, *rest.rstrip("]").split(",")[1:]])
