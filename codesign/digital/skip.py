# amaranth: UnusedElaboratable=no
"""A skip connection: the outputs of an earlier layer are kept until those of a later one can be added to them.

Both streams carry one item per unit of every step and one for a sample without steps, in the same order, so the
n-th item of one belongs to the n-th of the other: the values of the earlier layer wait in a first-in first-out
memory, and one adder serves all units. The markers are those of the later layer's items.
"""

from collections.abc import Sequence
from typing import Any

from amaranth.hdl import Module, Mux, Signal
from amaranth.lib import memory, stream, wiring
from amaranth.lib.wiring import In, Out

from codesign.digital.arithmetic import times
from codesign.digital.layer import LayerDesign
from codesign.digital.memory_ports import read_port, write_port
from codesign.digital.streams import Bundle
from codesign.twin.trace import common_scale

__all__ = ["SkipConnection", "items_in_flight"]


def items_in_flight(layers: Sequence[LayerDesign], size: int) -> int:
    """No more items of ``size`` to a step than this are in a chain of ``layers`` at any time.

    A layer that is stalled holds complete sums, another step's sums that wait to be handed over, up to one step for
    each group in its units' pipeline, and one in its sender; its sums' pipeline has taken some more items. Those belong
    to a step that the sender before still holds and which is counted there, so they count as items: only where one item
    is a whole step may the sender before have gone on, so there they count as steps.
    """
    total = 0
    for index, layer in enumerate(layers):
        stages = 0 if layer.units is None else layer.units.stages
        whole_steps = 3 + -(-stages // layer.groups.count)
        item_is_step = index > 0 and (layer.source.size == 1 or layer.source.signal == "spike")
        total += whole_steps * size + layer.sums.latency * (size if item_is_step else 1)
    return total


class SkipConnection(wiring.Component):
    """Adds the stream ``earlier`` to the stream ``input``, exactly, in the largest scale that holds both.

    Ports: ``earlier`` (in) and ``onward`` (out), both ``earlier.layout``: the outputs of the earlier layer on their
    way to the layer behind it; ``input`` (in, ``own.layout``): the outputs of the later layer; ``output`` (out,
    ``bundle.layout``): the sums.

    An item goes onward only when the memory has room for it. It needs room for one step, or the design may stand
    still: let every step before step t have left the network, and take the first layer that has not sent all of
    t. It has all of t, for all that comes before it was sent; the sums behind it are free, for older steps are
    gone; and a memory that its outputs wait in holds only items of t that were sent, fewer than there are units.
    So its next item moves, whatever other connections begin, end or cross here. With room for all items between
    the ends (:func:`items_in_flight`) the memory is never full, and the connection costs no cycle.
    """

    def __init__(self, *, earlier: Bundle, own: Bundle, depth: int) -> None:
        self.depth = depth
        """Items that the memory has room for."""
        scale = common_scale(own.scale, earlier.scale)
        self._earlier, self._own = earlier, own
        self._factors = int(earlier.scale / scale), int(own.scale / scale)
        ranges = (
            a.times(self._factors[0]).plus(b.times(self._factors[1]))
            for a, b in zip(earlier.ranges, own.ranges, strict=True)
        )
        self.bundle = Bundle(signal="current", ranges=tuple(ranges), scale=scale)
        super().__init__(
            {
                "earlier": In(stream.Signature(earlier.layout)),
                "onward": Out(stream.Signature(earlier.layout)),
                "input": In(stream.Signature(own.layout)),
                "output": Out(stream.Signature(self.bundle.layout)),
            }
        )
        self.level = Signal(range(depth + 1), name="level")
        """Items in the memory; a register."""

    def elaborate(self, platform: Any) -> Module:
        m = Module()
        m.submodules.waiting = waiting = memory.Memory(shape=self._earlier.range.shape, depth=self.depth, init=[])
        write = write_port(waiting)
        read = read_port(waiting)
        level = self.level
        full = Signal(name="full")
        first = Signal(range(self.depth), name="first")  # address of the oldest one
        present = Signal(name="present")  # the oldest one stands at the memory's output
        put = Signal(name="put")
        get = Signal(name="get")

        m.d.comb += [
            full.eq(level == self.depth),
            self.onward.payload.eq(self.earlier.payload),
            self.onward.valid.eq(self.earlier.valid & ~full),
            self.earlier.ready.eq(self.onward.ready & ~full),
            put.eq(self.earlier.valid & self.earlier.ready),
            write.en.eq(put),
            write.data.eq(self.earlier.payload.value),
            # The address of the next cycle, so that an item follows at once on the one before.
            read.addr.eq(Mux(get, self._after(first), first)),
        ]
        m.d.sync += [
            first.eq(read.addr),
            level.eq(level + put - get),
            # Not yet an item that is written in this cycle: it is read in the next one.
            present.eq(level > get),
        ]
        with m.If(put):
            m.d.sync += write.addr.eq(self._after(write.addr))

        taken, given = self.input.payload, self.output.payload
        sum_ = times(read.data, self._factors[0]) + times(taken.value, self._factors[1])
        m.d.comb += [
            self.output.valid.eq(self.input.valid & present),
            self.input.ready.eq(self.output.ready & present),
            get.eq(self.output.valid & self.output.ready),
            given.value.eq(sum_),
            given.present.eq(taken.present),
            given.end_of_step.eq(taken.end_of_step),
            given.end_of_sample.eq(taken.end_of_sample),
        ]
        return m

    def _after(self, address: Any) -> Any:
        return Mux(address == self.depth - 1, 0, address + 1)
