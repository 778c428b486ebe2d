# amaranth: UnusedElaboratable=no
"""One layer in RTL: weighted sums, the units with their states, a sender.

The part ``rtl`` of a cell has one function, ``build(layer, source, options)``, that returns :class:`LayerParts`, and
may have ``preset(layer, states)``, the layer whose states before the first step are ``states`` (name -> array of
units), or None where there is none, and ``WEIGHTS``, the tensors that the rows of its sums hold in turn, where they are
others than ``weight``. Only the units are the cell's own; sums and sender are the same for all.
"""

from dataclasses import dataclass
from typing import Any

from amaranth.hdl import Module
from amaranth.lib import stream, wiring
from amaranth.lib.wiring import In, Out

from codesign.digital.hierarchy import place
from codesign.digital.senders import sender
from codesign.digital.streams import Bundle, link
from codesign.digital.sums import WeightedSums

__all__ = ["LayerDesign", "LayerParts"]


@dataclass(frozen=True, kw_only=True)
class LayerParts:
    """What a cell builds for one layer."""

    source: Bundle
    sums: WeightedSums
    bundle: Bundle
    """What the layer gives."""
    units: Any = None
    """A component with the ports ``input`` (in, the sums' ``output``) and ``output`` (out, ``groups.layout`` of the
    layer's outputs), with ``groups`` and ``states`` as :class:`~codesign.digital.units.Units` has them; None: the sums
    are the outputs."""


class LayerDesign(wiring.Component):
    """Ports: ``input`` (in, the layout of the source bundle), ``output`` (out).

    The output is a stream of items (``bundle.layout``), or, without a sender, of groups (``layout`` of :attr:`groups`).
    """

    def __init__(self, parts: LayerParts, *, sends: bool = True) -> None:
        self.source, self.sums, self.bundle, self.units = parts.source, parts.sums, parts.bundle, parts.units
        self.sends = sends
        self.groups = parts.sums.groups if parts.units is None else parts.units.groups
        layout = self.bundle.layout if sends else self.groups.layout(self.width)
        super().__init__({"input": In(stream.Signature(self.source.layout)), "output": Out(stream.Signature(layout))})

    @property
    def width(self) -> int:
        """Bits of one unit's output."""
        return 1 if self.bundle.signal == "spike" else self.bundle.range.width

    @property
    def states(self) -> dict[str, Any]:
        """Name -> :class:`~codesign.digital.units.State` of the states that can be observed."""
        return {} if self.units is None else dict(self.units.states)

    def elaborate(self, platform: Any) -> Module:
        m = Module()
        sums = place(m, platform, "sums", self.sums)
        outputs = sums.output
        link(m, wiring.flipped(self.input), sums.input)
        if self.units is not None:
            units = place(m, platform, "units", self.units)
            link(m, outputs, units.input)
            outputs = units.output
        if self.sends:
            send = place(m, platform, "sender", sender(self.bundle, self.groups))
            link(m, outputs, send.input)
            outputs = send.output
        link(m, outputs, wiring.flipped(self.output))
        return m
