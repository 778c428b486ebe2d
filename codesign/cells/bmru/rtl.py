# amaranth: UnusedElaboratable=no
"""The RTL of a BMRU layer, and what a CMRU layer has of it: two sums per unit, their comparison, what is written."""

from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
from amaranth.hdl import Mux
from numpy.typing import NDArray

from codesign.cells.bmru.twin import factors
from codesign.digital.arithmetic import times
from codesign.digital.groups import Groups
from codesign.digital.interval import Interval
from codesign.digital.layer import LayerParts
from codesign.digital.options import Options
from codesign.digital.streams import Bundle
from codesign.digital.sums import weighted_sums
from codesign.digital.units import Inside, Lane, State, Units
from codesign.network import Layer
from codesign.twin.trace import in_units_of

__all__ = ["WEIGHTS", "BistableUnits", "Decided", "WritingUnits", "build", "build_with"]

WEIGHTS = ("weight", "threshold_weight")
"""The tensors that the rows of the sums hold, unit by unit in turn."""


def build(layer: Layer, source: Bundle, options: Options) -> LayerParts:
    """The parts of one layer that gets ``source``."""
    state = State(range=Interval(-1, 1), initial=layer.attributes["initial_state"])
    return build_with(BistableUnits, state, layer, source, options)


def build_with(units: "type[WritingUnits]", state: State, layer: Layer, source: Bundle, options: Options) -> LayerParts:
    """The parts of a layer of such ``units``, whose sums are, unit by unit, that of the candidate and the threshold."""
    scales = [layer.tensors[name].quantisation.scale * source.scale for name in ("weight", "threshold_weight")]
    groups = Groups.of(layer.outputs, options.units_per_cycle)
    offsets = [in_units_of(scale, layer, name) for scale, name in zip(scales, ("bias", "threshold_bias"), strict=True)]
    sums = weighted_sums(
        weights=_in_turn(layer["weight"], layer["threshold_weight"]),
        offset=_in_turn(*offsets),
        source=source,
        groups=Groups(units=2 * groups.units, lanes=2 * groups.lanes),
        options=options,
    )
    bundle = Bundle(
        signal="current",
        ranges=tuple(
            Interval.hull((state.range.times(int(gain)), Interval(0, 0))) for gain in layer["gain"]
        ),
        scale=layer.tensors["gain"].quantisation.scale,
    )  # fmt: skip
    return LayerParts(
        source=source,
        sums=sums,
        bundle=bundle,
        units=units(
            factors(*scales),
            groups=groups,
            sums=sums.range,
            states={"state": state},
            width=bundle.range.width,
            constants={"gain": layer["gain"]},
        ),
    )


def _in_turn(first: NDArray[np.integer], second: NDArray[np.integer]) -> NDArray[np.int64]:
    """Rows of both in turn, of the ``first`` first."""
    both = np.stack((first.astype(np.int64), second.astype(np.int64)), axis=1)
    return both.reshape(-1, *first.shape[1:])


@dataclass(frozen=True, kw_only=True)
class Decided:
    """What stands at the second stage of a lane."""

    negative: Any
    """1 where the candidate is below 0."""
    gate: Any
    """1 where its sign is written."""
    old: Any
    """The state before this step."""
    gain: Any


class WritingUnits(Units):
    """Units that are written where |candidate| >= |threshold|, both brought to one scale by the ``factors``."""

    sums_per_unit: ClassVar[int] = 2
    sum_names: ClassVar[tuple[str, ...]] = ("candidate", "threshold")
    inside: ClassVar[Mapping[str, Inside]] = {
        "candidate": Inside(signed=False, stage=1),
        "threshold": Inside(signed=False, stage=1),
        "gate": Inside(signed=False, stage=1),
    }

    def __init__(self, factors: tuple[int, int], **kwargs: Any) -> None:
        self._factors = factors
        super().__init__(**kwargs)

    def lane(self, lane: Lane) -> Mapping[str, Any]:
        # First stage: both magnitudes in one scale. Second stage: they are compared.
        candidate, threshold = (
            lane.later(name, times(abs(value), factor))
            for name, value, factor in zip(("candidate", "threshold"), lane.sums, self._factors, strict=True)
        )
        decided = Decided(
            negative=lane.later("negative", lane.sums[0] < 0),
            gate=lane.named("gate", candidate >= threshold),
            old=lane.later("old", lane.old("state")),
            gain=lane.later("gain_1", lane.constants["gain"]),
        )
        return self.written(lane, decided)

    @abstractmethod
    def written(self, lane: Lane, decided: Decided) -> Mapping[str, Any]:
        """The new ``state``, and the ``output``."""


class BistableUnits(WritingUnits):
    """The sign is the new state; gives gain x state."""

    stages: ClassVar[int] = 2

    def written(self, lane: Lane, decided: Decided) -> Mapping[str, Any]:
        state = lane.named("new", Mux(decided.gate, Mux(decided.negative, -1, 1), decided.old))
        return {"state": state, "output": Mux(state < 0, -decided.gain, Mux(state > 0, decided.gain, 0))}
