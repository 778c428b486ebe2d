# amaranth: UnusedElaboratable=no
"""The RTL of a CMRU layer: that of a BMRU layer, whose states count."""

from collections.abc import Mapping
from typing import Any, ClassVar

from amaranth.hdl import Mux

from codesign.cells.bmru.rtl import WEIGHTS, Decided, WritingUnits, build_with
from codesign.digital.interval import Interval
from codesign.digital.layer import LayerParts
from codesign.digital.options import Options
from codesign.digital.streams import Bundle
from codesign.digital.units import Lane, State
from codesign.network import Layer

__all__ = ["WEIGHTS", "CumulativeUnits", "build"]


def build(layer: Layer, source: Bundle, options: Options) -> LayerParts:
    """The parts of one layer that gets ``source``. The states have room for ``options.longest_sample`` steps."""
    longest = options.longest_sample
    state = State(range=Interval(-longest, longest), initial=0)
    return build_with(CumulativeUnits, state, layer, source, options)


class CumulativeUnits(WritingUnits):
    """The sign is added to the state; gives gain x state, the product one stage later than the sum."""

    stages: ClassVar[int] = 3

    def written(self, lane: Lane, decided: Decided) -> Mapping[str, Any]:
        step = Mux(decided.gate, Mux(decided.negative, -1, 1), 0)
        state = lane.later("new", (decided.old + step)[: self.states["state"].range.width].as_signed())
        return {"state": state, "output": state * lane.later("gain_2", decided.gain)}
