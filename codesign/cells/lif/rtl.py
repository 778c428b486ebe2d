# amaranth: UnusedElaboratable=no
"""The RTL of a layer of leaky integrate-and-fire neurons: the integers of the twin in four stages."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any, ClassVar

import numpy as np
from amaranth.hdl import C, Mux
from numpy.typing import NDArray

from codesign.cells.lif.twin import Parameters
from codesign.digital.arithmetic import clip, resized, times
from codesign.digital.groups import Groups
from codesign.digital.interval import Interval
from codesign.digital.layer import LayerParts
from codesign.digital.options import Options
from codesign.digital.streams import Bundle
from codesign.digital.sums import weighted_sums
from codesign.digital.units import Inside, Lane, State, Units
from codesign.network import Layer

__all__ = ["IntegratingUnits", "build", "decaying_bound"]


def build(layer: Layer, source: Bundle, options: Options) -> LayerParts:
    """The parts of one layer that gets ``source``."""
    found = Parameters.of(layer)
    groups = Groups.of(layer.outputs, options.units_per_cycle)
    sums = weighted_sums(weights=layer["weight"], offset=found.bias, source=source, groups=groups, options=options)
    bundle = Bundle(
        signal="spike",
        ranges=(Interval(0, 1),) * layer.outputs,
        scale=Fraction(1),
        lanes=min(options.events_per_cycle, layer.outputs),
    )
    units = IntegratingUnits(layer, found, groups=groups, sums=sums.range)
    return LayerParts(source=source, sums=sums, bundle=bundle, units=units)


def decaying_bound(drive: Interval, factor: int, shift: int) -> Interval | None:
    """Values that x -> ((x * factor) >> shift) + d cannot leave, from 0 and for any d within ``drive`` at any time.

    None where there is no bound: without a leak, x grows as long as the sample lasts.
    """
    whole = 1 << shift
    if factor == whole:
        return None if drive.low < 0 or drive.high > 0 else Interval(0, 0)
    # floor(x) <= x, so high = d / (1 - factor) holds; floor(x) > x - 1, so below 0 one step more is needed.
    high = -(-max(drive.high, 0) * whole // (whole - factor))
    low = -(-(1 - drive.low) * whole // (whole - factor)) if drive.low < 0 else 0
    return Interval(-low, high)


class IntegratingUnits(Units):
    """Neurons that decay, integrate, spike and reset; every step counts, the first one from 0."""

    stages: ClassVar[int] = 4
    inside: ClassVar[Mapping[str, Inside]] = {
        "base": Inside(signed=True, stage=1),
        "left": Inside(signed=True, stage=3),
        "current": Inside(signed=True, stage=3),
        "new_v": Inside(signed=True, stage=3),
    }

    def __init__(self, layer: Layer, found: Parameters, *, groups: Groups, sums: Interval) -> None:
        self._found, self._attributes = found, layer.attributes
        high = (1 << (layer.attributes["bits"] - 1)) - 1
        self._limit = Interval(-high - 1, high)
        self._drive = sums.times(1 << layer.attributes["fraction"])
        self._current = self._bounded(decaying_bound(self._drive, int(found.current_decay.max()), found.current_shift))
        total = self._current
        if layer.attributes["reset_by"] == 2:
            total = Interval(total.low - int(found.threshold.max()), total.high)
        membrane = decaying_bound(total, int(found.decay.max()), found.decay_shift)
        if layer.attributes["reset_by"] == 0:
            levels = Interval.of(found.reset).with_zero()
            # A membrane below 0 needs the room of one floor more, whatever brought it there.
            below = decaying_bound(Interval(min(total.low, -1), total.high), int(found.decay.max()), found.decay_shift)
            parts = [part for part in (membrane if levels.low == 0 else below,) if part is not None]
            membrane = Interval.hull([levels, *parts]) if parts else None
        self._membrane = self._bounded(membrane)
        constants = {
            name: values
            for name, values in self._tables().items()
            if values.min() != values.max()  # one number for all units needs no table
        }
        super().__init__(
            groups=groups,
            sums=sums,
            states={
                "i": State(range=self._current if found.has_current else Interval(0, 0), initial=0),
                "v": State(range=self._membrane, initial=0),
                "s": State(range=Interval(0, 1), initial=0),
            },
            width=1,
            constants=constants,
        )

    def _tables(self) -> dict[str, NDArray[np.int64]]:
        found = self._found
        return {
            "decay": found.decay,
            "current_decay": found.current_decay,
            "threshold": found.threshold,
            "reset": found.reset,
        }

    def _bounded(self, found: Interval | None) -> Interval:
        """``found`` within the saturation; with -1, so that it is signed."""
        if found is None:
            return self._limit
        low, high = max(min(found.low, -1), self._limit.low), min(found.high, self._limit.high)
        return Interval(low, max(high, 0))

    def lane(self, lane: Lane) -> Mapping[str, Any]:
        way, has_current = self._attributes["reset_by"], self._found.has_current
        i, v, s = (lane.old(name) for name in ("i", "v", "s"))
        threshold, reset, decay, current_decay = (
            self._number(lane, name) for name in ("threshold", "reset", "decay", "current_decay")
        )

        # First stage: the reset of the spike before.
        base = (Mux(s, reset, v), v - Mux(s, threshold, 0), v)[way]
        base = lane.later("base", base)
        after = lane.later("after_1", Mux(s, threshold, 0)) if way == 2 else C(0)
        drive = lane.later("drive_1", lane.sums[0] << self._attributes["fraction"])
        threshold, decay = lane.later("threshold_1", threshold), lane.later("decay_1", decay)
        if has_current:
            i, current_decay = lane.later("i_1", i), lane.later("current_decay_1", current_decay)

        # Second stage: the products.
        product = lane.later("product", self._product(base, decay, "decay"))
        drive, after = lane.later("drive_2", drive), lane.later("after_2", after)
        threshold = lane.later("threshold_2", threshold)
        carried: Any = C(0)
        if has_current:
            carried = lane.later("current_product", self._product(i, current_decay, "current_decay"))

        # Third stage: the new current, and what is left of the membrane.
        current = lane.later("current", self._held((carried >> self._found.current_shift) + drive, self._current))
        left = lane.later("left", (product >> self._found.decay_shift) - after)
        threshold = lane.later("threshold_3", threshold)

        # Fourth stage.
        new_v = lane.named("new_v", self._held(left + current, self._membrane))
        spike = lane.named("spike", new_v > threshold if self._attributes["strict"] else new_v >= threshold)
        return {"i": current if has_current else C(0), "v": new_v, "s": spike, "output": spike}

    def _number(self, lane: Lane, name: str) -> Any:
        """The unit's own number, or that of all units."""
        return lane.constants[name] if name in lane.constants else _constant(int(self._tables()[name][0]))

    def _product(self, value: Any, factor: Any, name: str) -> Any:
        values = self._tables()[name]
        return times(value, int(values[0])) if values.min() == values.max() else value * factor

    def _held(self, value: Any, interval: Interval) -> Any:
        """``value`` clipped where the saturation cuts ``interval``, otherwise in its width."""
        if interval.low > self._limit.low and interval.high < self._limit.high:
            return resized(value, interval.width).as_signed()
        return clip(value, self._limit)[: self._limit.width].as_signed()


def _constant(value: int) -> Any:
    return C(value, Interval.of(np.array([value])).with_zero().shape)
