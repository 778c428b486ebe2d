# amaranth: UnusedElaboratable=no
"""The RTL of an SRC layer: the integers of the twin in four stages."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any, ClassVar

import numpy as np
from amaranth.hdl import C, Mux
from numpy.typing import NDArray

from codesign.digital.arithmetic import clip, partial_products
from codesign.digital.groups import Groups
from codesign.digital.interval import Interval
from codesign.digital.layer import LayerParts
from codesign.digital.options import Options
from codesign.digital.streams import Bundle
from codesign.digital.sums import weighted_sums
from codesign.digital.units import Inside, Lane, State, Units
from codesign.network import Layer

__all__ = ["SpikingUnits", "build", "leaky_bound", "preset", "spiking_parts"]

_H = Interval(-1024, 1023)
_HS = Interval(-800, 1023)


def build(layer: Layer, source: Bundle, options: Options) -> LayerParts:
    """The parts of one layer that gets ``source``."""
    return spiking_parts(layer, source, options, SpikingUnits)


def spiking_parts(layer: Layer, source: Bundle, options: Options, kind: "type[SpikingUnits]") -> LayerParts:
    """The parts of one layer of neurons of ``kind``."""
    groups = Groups.of(layer.outputs, options.units_per_cycle)
    none = np.zeros(layer.outputs, dtype=np.int64)
    sums = weighted_sums(weights=layer["weight"], offset=none, source=source, groups=groups, options=options)
    bundle = Bundle(
        signal="spike",
        ranges=(Interval(0, 1),) * layer.outputs,
        scale=Fraction(1),
        lanes=min(options.events_per_cycle, layer.outputs),
    )
    # With -1, so that i is signed like the others even where no weight is negative.
    current = Interval.hull([Interval(-1, 0), *(leaky_bound(found) for found in set(sums.ranges))])
    units = kind(
        layer.attributes,
        groups=groups,
        sums=sums.range,
        states={
            "i": State(range=current, initial=0),
            "h": State(range=_H, initial=layer.attributes["initial_h"]),
            "hs": State(range=kind.slow, initial=layer.attributes["initial_hs"]),
        },
        width=1,
    )
    return LayerParts(source=source, sums=sums, bundle=bundle, units=units)


def preset(layer: Layer, states: Mapping[str, NDArray[np.integer]]) -> Layer | None:
    """``layer`` that begins with ``states``, which must be the same for all units and have no current."""
    h, hs = (np.unique(states[name]) for name in ("h", "hs"))
    if len(h) > 1 or len(hs) > 1 or np.any(states["i"]):
        return None
    return replace(layer, attributes={**layer.attributes, "initial_h": int(h[0]), "initial_hs": int(hs[0])})


def leaky_bound(drive: Interval) -> Interval:
    """Every value that i -> i - ((i >> 4) + (i >> 5)) + d reaches from 0, for any d within ``drive`` at any time.

    The interval is the least fixpoint: it holds 0, and one more step from any of its values stays within it. The
    leak f(i) = i - (i >> 4) - (i >> 5) falls by 1 where i + 1 is a multiple of 32 and f(i + 32) = f(i) + 29,
    so over an interval its extremes lie among the first and the last 32 values.
    """
    low = high = 0
    while True:
        lowest = min(_leak(i) for i in range(low, min(low + 31, high) + 1)) + drive.low
        highest = max(_leak(i) for i in range(max(high - 31, low), high + 1)) + drive.high
        if lowest >= low and highest <= high:
            return Interval(low, high)
        low, high = min(low, lowest), max(high, highest)


def _leak(i: int) -> int:
    return i - ((i >> 4) + (i >> 5))


class SpikingUnits(Units):
    """Neurons of arXiv 2605.10679; the first step of a sample is the reset."""

    stages: ClassVar[int] = 4
    slow: ClassVar[Interval] = _HS
    """Of the state hs."""
    inside: ClassVar[Mapping[str, Inside]] = {
        "new_i": Inside(signed=True, stage=1),
        "v": Inside(signed=True, stage=2),
        "new_h": Inside(signed=True, stage=3),
    }

    def __init__(self, attributes: Mapping[str, int], **kwargs: Any) -> None:
        self._attributes = attributes
        super().__init__(**kwargs)

    def lane(self, lane: Lane) -> Mapping[str, Any]:
        stored, i_width = lane.stored, self.states["i"].range.width
        i, h, hs = stored["i"], stored["h"], stored["hs"]

        # First stage: all that does not need the new i.
        new_i = ((i + lane.sums[0]) - ((i >> 4) + (i >> 5)))[:i_width].as_signed()  # leaky_bound: it fits
        fresh, new_i = lane.later("fresh_1", lane.fresh), lane.later("new_i", new_i)
        rest = lane.later("rest", 2 * (h - (hs << 2) - 3000))
        depolarised = lane.later("depolarised", h >= 500)
        difference, h = lane.later("difference", hs - h), lane.later("h_1", h)

        # Second stage: u is the sign of i; the product in parts of two terms.
        parts = partial_products(difference, depolarised, self._attributes["z_min"], self._attributes["z_max"])
        parts = [lane.later(f"product_{index}", part) for index, part in enumerate(parts)]
        v = lane.later("v", Mux(new_i > 0, C(1023), C(-1024)) + rest)
        fresh, new_i, h = lane.later("fresh_2", fresh), lane.later("i_2", new_i), lane.later("h_2", h)

        # Third stage.
        width = (
            self.states["h"].range.width + 1 + max(self._attributes[name] for name in ("z_min", "z_max")).bit_length()
        )
        slope = lane.later("slope", (v << 1) + v)
        product = lane.later("product", sum(parts[1:], parts[0])[:width].as_signed())
        fresh, new_i, h = lane.later("fresh_3", fresh), lane.later("i_3", new_i), lane.later("h_3", h)

        # Fourth stage: saturation.
        new_h = lane.named("new_h", clip(slope >> 2, _H))
        new_hs = clip((product >> 10) + h, _HS)
        return {
            "i": Mux(fresh, 0, new_i),
            "h": Mux(fresh, self.states["h"].initial, new_h),
            "hs": Mux(fresh, self.states["hs"].initial, new_hs),
            "output": ~fresh & (new_h >= 512),
        }
