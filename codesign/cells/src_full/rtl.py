# amaranth: UnusedElaboratable=no
"""The RTL of an SRC layer in its full form: the integers of the twin in seven stages."""

from collections.abc import Mapping
from typing import Any, ClassVar

from amaranth.hdl import Mux

from codesign.approximation import Approximation
from codesign.cells.src.rtl import SpikingUnits, preset, spiking_parts
from codesign.cells.src_full.functions import functions
from codesign.digital.approximation import approximated, saturated
from codesign.digital.arithmetic import clip
from codesign.digital.interval import Interval
from codesign.digital.layer import LayerParts
from codesign.digital.options import Options
from codesign.digital.streams import Bundle
from codesign.digital.units import Inside, Lane
from codesign.network import Layer

__all__ = ["FullUnits", "build", "preset"]

_H = Interval(-1024, 1023)


def build(layer: Layer, source: Bundle, options: Options) -> LayerParts:
    """The parts of one layer that gets ``source``."""
    return spiking_parts(layer, source, options, FullUnits)


class FullUnits(SpikingUnits):
    """Neurons of arXiv 2306.03623; the first step of a sample is the reset."""

    stages: ClassVar[int] = 7
    slow: ClassVar[Interval] = _H
    inside: ClassVar[Mapping[str, Inside]] = {
        "i_1": Inside(signed=True, stage=1),
        "v": Inside(signed=True, stage=4),
        "new_h": Inside(signed=True, stage=6),
    }

    def __init__(self, attributes: Mapping[str, int], **kwargs: Any) -> None:
        self._functions = functions(attributes)
        super().__init__(attributes, **kwargs)

    def lane(self, lane: Lane) -> Mapping[str, Any]:
        stored, i_width = lane.stored, self.states["i"].range.width
        i, h, hs = stored["i"], stored["h"], stored["hs"]

        # Stage 1: the new i. Stages 2 to 4: x = rho tanh(i / rho). Stages 5 to 7: h. A function takes three stages, the
        # first looks its segment up, the second multiplies, and the third begins with the sum.
        new_i = (i - ((i >> 4) + (i >> 5)) + lane.sums[0])[:i_width].as_signed()  # leaky_bound: it fits
        new_i = lane.later("i_1", new_i)
        x = _function(lane, "drive", self._functions.drive, new_i)
        rest = _delayed(lane, "rest", (h << 1) - (hs << 3) + hs + self._attributes["bias"], 3)
        v = lane.later("v", saturated(x + rest, self._functions.tanh.input_format))
        new_h = lane.named("new_h", _function(lane, "tanh", self._functions.tanh, v))

        # Beside it, in stages 1 to 4, hs by the h of before this step.
        z = _function(lane, "slow", self._functions.slow, h - 512)
        difference = _delayed(lane, "difference", hs - h, 2)
        product = lane.later("product", difference * z)
        h_3 = _delayed(lane, "h", h, 3)
        new_hs = lane.later("hs_4", clip((product >> 10) + h_3, _H))
        new_hs = _delayed(lane, "hs_after", new_hs, 2)

        fresh = _delayed(lane, "fresh", lane.fresh, 6)
        return {
            "i": Mux(fresh, 0, _delayed(lane, "i_after", new_i, 5)),
            "h": Mux(fresh, self.states["h"].initial, new_h),
            "hs": Mux(fresh, self.states["hs"].initial, new_hs),
            "output": ~fresh & (new_h >= 512),
        }


def _function(lane: Lane, name: str, design: Approximation, value: Any) -> Any:
    """``design`` of the ``value``, which is clipped to its format: two stages later."""
    return approximated(
        saturated(value, design.input_format),
        design,
        cuts=(
            lambda part, found: lane.later(f"{name}_{part}_1", found),
            lambda part, found: lane.later(f"{name}_{part}_2", found),
        ),
    )


def _delayed(lane: Lane, name: str, value: Any, stages: int) -> Any:
    """``value`` that many stages later."""
    for stage in range(stages):
        value = lane.later(f"{name}_later_{stage + 1}", value)
    return value
