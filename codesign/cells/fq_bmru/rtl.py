# amaranth: UnusedElaboratable=no
"""The RTL of an FQ-BMRU layer: two comparators and one bit of state per unit."""

from collections.abc import Mapping
from typing import Any

from amaranth.hdl import Mux

from codesign.cells.fq_bmru.twin import thresholds
from codesign.digital.groups import Groups
from codesign.digital.interval import Interval
from codesign.digital.layer import LayerParts
from codesign.digital.options import Options
from codesign.digital.streams import Bundle
from codesign.digital.sums import weighted_sums
from codesign.digital.units import Lane, State, Units
from codesign.network import Layer
from codesign.twin.trace import in_units_of

__all__ = ["BistableUnits", "build"]


def build(layer: Layer, source: Bundle, options: Options) -> LayerParts:
    """The parts of one layer that gets ``source``."""
    scale = layer.tensors["weight"].quantisation.scale * source.scale
    groups = Groups.of(layer.outputs, options.units_per_cycle)
    sums = weighted_sums(
        weights=layer["weight"], offset=in_units_of(scale, layer, "bias"), source=source, groups=groups, options=options
    )
    bundle = Bundle(
        signal="current",
        ranges=tuple(Interval(0, int(gain)) for gain in layer["gain"]),
        scale=layer.tensors["gain"].quantisation.scale,
    )
    lower, upper = thresholds(layer, scale)
    units = BistableUnits(
        groups=groups,
        sums=sums.range,
        states={"state": State(range=Interval(0, 1), initial=0)},
        width=bundle.range.width,
        constants={"lower": lower, "upper": upper, "gain": layer["gain"]},
    )
    return LayerParts(source=source, sums=sums, bundle=bundle, units=units)


class BistableUnits(Units):
    """Set at or above ``upper``, reset at or below ``lower``, hold in between; gives state x gain."""

    def lane(self, lane: Lane) -> Mapping[str, Any]:
        drive, constants = lane.sums[0], lane.constants
        held = Mux(drive <= constants["lower"], 0, lane.old("state"))
        state = lane.named("state", Mux(drive >= constants["upper"], 1, held))
        return {"state": state, "output": Mux(state, constants["gain"], 0)}
