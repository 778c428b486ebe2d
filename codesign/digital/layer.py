"""One layer in RTL: weighted sums, the units with their states, a sender.

The part ``rtl`` of a cell has one function, ``build(layer, source, options)``, that returns a
:class:`LayerDesign`. Only ``units`` is the cell's own; sums and sender are the same for all.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from amaranth.hdl import Module
from amaranth.lib import stream, wiring
from amaranth.lib.wiring import In, Out

from codesign.digital.hierarchy import place
from codesign.digital.interval import Interval
from codesign.digital.senders import sender
from codesign.digital.streams import Bundle, link
from codesign.digital.sums import WeightedSums

__all__ = ["LayerDesign", "Units"]


@dataclass(frozen=True, kw_only=True)
class Units:
    """The units of a layer and how to observe them.

    ``component`` has the ports ``input`` (in, the sums' ``output``) and ``output`` (out, ``step_layout`` with the
    outputs of the layer). Each state is one of its registers, named as in the twin: one value per unit, unit 0 in
    the lowest bits. Its register ``step_done`` is 1 in exactly one cycle per step, in which all states are those
    at the end of the step.
    """

    component: Any
    cycles: int
    """From the cycle in which the units take the sums to the cycle in which their outputs are offered."""
    states: Mapping[str, Interval] = field(default_factory=dict)


class LayerDesign(wiring.Component):
    """Ports: ``input`` (in, the layout of the source bundle), ``output`` (out, ``bundle.layout``)."""

    def __init__(self, *, source: Bundle, sums: WeightedSums, bundle: Bundle, units: Units | None) -> None:
        self.source, self.sums, self.bundle, self.units = source, sums, bundle, units
        super().__init__({"input": In(stream.Signature(source.layout)), "output": Out(stream.Signature(bundle.layout))})

    def elaborate(self, platform: Any) -> Module:
        m = Module()
        sums = place(m, platform, "sums", self.sums)
        outputs = sums.output
        link(m, wiring.flipped(self.input), sums.input)
        if self.units is not None:
            units = place(m, platform, "units", self.units.component)
            link(m, outputs, units.input)
            outputs = units.output
        send = place(m, platform, "sender", sender(self.bundle))
        link(m, outputs, send.input)
        link(m, send.output, wiring.flipped(self.output))
        return m
