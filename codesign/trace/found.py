"""What a target's waveforms say about one unit, in the terms of every target: numbers per step, signals over time."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from codesign.network import Network
from codesign.trace.position import Position
from codesign.twin import NetworkTrace
from codesign.verify import Options

__all__ = ["Found", "Kind", "Quantity", "Request", "Signal", "Viewer", "ViewerNet", "layer_inputs"]

Floats = NDArray[np.float64]
Kind = Literal["input", "part", "sum", "state"]
"""In this order one comes from the other within a step."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Request:
    """What is to be traced. Of ``inputs`` (samples, steps, inputs), and of the twin's ``trace`` of them, the last
    sample is the one meant; those before it are played first. ``work`` is a folder for the simulator."""

    network: Network
    inputs: NDArray[np.int64]
    trace: NetworkTrace
    position: Position
    window: int
    """Steps before and after the one meant."""
    options: Options
    work: Path


@dataclass(frozen=True, eq=False, kw_only=True)
class Quantity:
    """A number that belongs to each step, as the twin has it and as the target has it (NaN: not run, not there).

    Arrays are (steps,). ``allowed`` is how far apart the two may be. ``limits`` are levels that it is compared with.
    """

    name: str
    kind: Kind
    unit: str
    expected: Floats
    found: Floats
    allowed: Floats
    limits: Mapping[str, float] = field(default_factory=dict)

    @property
    def differs(self) -> NDArray[np.bool_]:
        """(steps,)"""
        known = ~np.isnan(self.found)
        return known & (np.abs(np.where(known, self.found, 0.0) - self.expected) > self.allowed)


@dataclass(frozen=True, eq=False, kw_only=True)
class Signal:
    """A signal of the waveform over ``at``, clock cycles or seconds.

    ``logic`` and ``bus`` hold one value per cycle, NaN where there is nothing to show; a bus may have ``texts`` instead
    of its numbers. ``wrong`` marks what is not as expected, and ``marks`` says what was, by place. What belongs to
    another step is ``faint``.
    """

    name: str
    panel: str
    kind: Literal["logic", "bus", "line"]
    unit: str
    at: Floats
    values: Floats
    texts: tuple[str, ...] = ()
    wrong: NDArray[np.bool_] | None = None
    faint: NDArray[np.bool_] | None = None
    marks: Mapping[int, str] = field(default_factory=dict)
    role: Literal["found", "expected", "part", "limit"] = "found"


@dataclass(frozen=True, kw_only=True)
class ViewerNet:
    """``width`` bits of the net ``name`` from bit ``offset`` on, shown under ``label``; ``net_width`` are all of its
    bits."""

    label: str
    name: str
    net_width: int
    offset: int
    width: int
    signed: bool


@dataclass(frozen=True, kw_only=True)
class Viewer:
    """What a viewer is to open with: nets as the file calls them, the step from ``begin_s`` to ``marker_s``, where a
    marker is, and the clock's period; ``resolution_s`` is one count of the file's own times."""

    nets: tuple[ViewerNet, ...]
    begin_s: float
    marker_s: float
    period_s: float
    resolution_s: float


@dataclass(frozen=True, eq=False, kw_only=True)
class Found:
    """All of it. ``inputs`` are the layer's, ``parts`` what the unit's sum is made of, where that can be seen."""

    inputs: tuple[Quantity, ...]
    quantities: tuple[Quantity, ...]
    signals: tuple[Signal, ...]
    axis: Literal["cycle", "s"]
    shaded: tuple[float, float]
    """Where on that axis the step is."""
    first_step: int
    waves: Path
    """The simulator's own file."""
    simulator: str
    parts: tuple[Quantity, ...] = ()
    viewer: Viewer | None = None
    """For a viewer of digital waveforms."""
    notes: tuple[str, ...] = ()

    def quantity(self, name: str) -> Quantity:
        return next(item for item in self.quantities if item.name == name)


def layer_inputs(request: Request) -> NDArray[np.int64]:
    """What the twin's layer at the position gets in the sample meant, (steps, inputs), in steps of its scale."""
    names = [layer.name for layer in request.network.layers]
    place = names.index(request.position.layer)
    signal = request.trace.layers[names[place - 1]].outputs if place else request.inputs
    found: NDArray[np.int64] = signal[-1]
    return found
