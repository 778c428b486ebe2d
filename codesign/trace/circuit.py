"""A unit of the circuit: its currents and voltages, read from ngspice's waveforms, in every step and over time."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from codesign import coding, tools
from codesign.analog.margin import widths
from codesign.analog.technology import Technology
from codesign.analog.timing import sample_times_s
from codesign.analog.unit_vectors import WeightVector
from codesign.analog.watch import Watched
from codesign.network import Layer
from codesign.trace.circuit_signals import signals
from codesign.trace.found import Found, Quantity, Request, layer_inputs

__all__ = ["opened"]

Floats = NDArray[np.float64]
_UNIT = "I_unit"

_NOTES = (
    "the currents of the weights are those of a second run, in which the node that they meet at is held in the middle; "
    "in the first it runs to one side, where they are squeezed",
)


def opened(request: Request, watched: Watched, technology: Technology) -> Found:
    """What ngspice saved of the unit, held against the twin in unit currents at the end of every step.

    The net current may be off by the margin that the verification has; a single current by ``margin_unit`` or
    ``margin_relative`` of what it should be, whichever is larger, for each stage that it has come through.
    """
    layer = next(item for item in request.network.layers if item.name == request.position.layer)
    reading = _Reading(request, watched, technology, layer)
    sums, parts = reading.sums(), tuple(reading.parts())
    return Found(
        inputs=tuple(reading.inputs()),
        parts=parts,
        quantities=(sums, *reading.states()),
        signals=signals(request, watched, technology, sums, parts),
        axis="s",
        shaded=_span(request, technology),
        first_step=0,
        waves=watched.raw,
        simulator=f"ngspice {tools.version('ngspice')}",
        notes=_NOTES if watched.drive is not watched.waveforms else (),
    )


def _span(request: Request, technology: Technology) -> tuple[float, float]:
    begin = (technology.reset + request.position.step) * technology.step_s
    return begin, begin + technology.step_s


class _Reading:
    """Vectors at the end of every step, in unit currents."""

    def __init__(self, request: Request, watched: Watched, technology: Technology, layer: Layer) -> None:
        self._request, self._watched, self._technology, self._layer = request, watched, technology, layer
        self._times = sample_times_s(technology, request.inputs.shape[1])
        self._trace = request.trace.layers[layer.name]
        names = [item.name for item in request.network.layers]
        place = names.index(layer.name)
        network = request.network
        scale = (
            request.trace.layers[names[place - 1]].scale
            if place
            else coding.scale(network.coding.kind, network.coding.parameters)
        )
        self._integers = layer_inputs(request)
        self._given = self._integers * float(scale)
        # A port passes one direction only.
        self._passed = np.maximum(self._given, 0.0)
        self._depth = place + 1

    def _current(self, vector: str) -> Floats:
        return np.abs(self._watched.drive.at(vector, self._times)) / self._watched.unit

    def _allowed(self, expected: Floats, stages: int) -> Floats:
        """The margin, once for each of the stages that a current has come through."""
        margin = np.maximum(self._technology.margin_unit, self._technology.margin_relative * np.abs(expected))
        found: Floats = stages * margin
        return found

    def inputs(self) -> Iterator[Quantity]:
        for number in range(len(self._watched.vectors.inputs)):
            expected = self._passed[:, number]
            yield Quantity(
                name=f"input {number}", kind="input", unit=_UNIT, expected=expected,
                found=self._watched.into_port(number, self._times), allowed=self._allowed(expected, self._depth),
            )  # fmt: skip

    def parts(self) -> Iterator[Quantity]:
        """What each weight and the bias add, negative where they take away."""
        for weight in self._watched.vectors.weights:
            expected = self._expected(weight)
            yield Quantity(
                name=weight.parameter, kind="part", unit=_UNIT, expected=expected,
                found=weight.sign * self._current(weight.vector), allowed=self._allowed(expected, self._depth + 1),
            )  # fmt: skip

    def _expected(self, weight: WeightVector) -> Floats:
        of = 1.0 if weight.input is None else self._passed[:, weight.input]
        found: Floats = weight.value / self._technology.fingers_per_unit * of * np.ones(len(self._times))
        return found

    def sums(self) -> Quantity:
        unit, trace = self._request.position.unit, self._trace
        assert trace.drive is not None
        assert trace.drive_scale is not None
        scale = float(trace.drive_scale)
        limits = {}
        if trace.thresholds is not None:
            pairs = zip(("lower", "upper"), trace.thresholds, strict=True)
            limits = {name: float(levels[unit]) * scale for name, levels in pairs}
        found = np.zeros(len(self._times))
        for weight in self._watched.vectors.weights:
            found += weight.sign * self._current(weight.vector)
        expected: Floats = (trace.drive[-1, :, unit] * scale).astype(np.float64)
        wide = widths(self._layer, trace.drive_scale, self._integers[None], self._technology)
        return Quantity(
            name="net current", kind="sum", unit=_UNIT, expected=expected, found=found,
            allowed=wide[0, :, unit] * scale, limits=limits,
        )  # fmt: skip

    def states(self) -> Iterator[Quantity]:
        vectors, unit = self._watched.vectors, self._request.position.unit
        for name, values in self._trace.states.items():
            above = np.abs(self._watched.waveforms.at(vectors.output, self._times)) > vectors.level
            yield Quantity(
                name=name, kind="state", unit="", expected=values[-1, :, unit].astype(np.float64),
                found=above.astype(np.float64), allowed=np.zeros(len(self._times)),
            )  # fmt: skip
