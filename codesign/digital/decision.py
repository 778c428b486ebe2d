# amaranth: UnusedElaboratable=no
"""From the outputs of the last layer to one class per sample."""

from typing import Any

import numpy as np
from amaranth.hdl import C, Cat, Module, Mux, Signal, unsigned
from amaranth.lib import data, stream, wiring
from amaranth.lib.wiring import In, Out

from codesign.digital.hierarchy import place
from codesign.digital.interval import Interval
from codesign.digital.options import Options
from codesign.digital.streams import Bundle, link, result_layout
from codesign.network import Network

__all__ = ["Argmax", "Decision", "GroupCount", "MeanReadout"]


class _Accumulator(wiring.Component):
    """Ports: ``input`` (in, ``source.layout``), ``output`` (out, the scores: ``scores.width`` bits per class)."""

    scores: Interval

    def __init__(self, network: Network, source: Bundle, scores: Interval) -> None:
        self.classes, self.scores = len(network.classes), scores
        super().__init__(
            {
                "input": In(stream.Signature(source.layout)),
                "output": Out(stream.Signature(unsigned(self.classes * scores.width))),
            }
        )

    def _handshake(self, m: Module) -> tuple[Any, Any]:
        """(an item is taken, the scores leave). The scores are offered as soon as the sample is complete."""
        take = Signal()
        leave = Signal()
        m.d.comb += [
            self.input.ready.eq(~self.output.valid),
            take.eq(self.input.valid & self.input.ready),
            leave.eq(self.output.valid & self.output.ready),
        ]
        with m.If(take & self.input.payload.end_of_sample):
            m.d.sync += self.output.valid.eq(1)
        with m.If(leave):
            m.d.sync += self.output.valid.eq(0)
        return take, leave


class MeanReadout(_Accumulator):
    """The score of a class is the sum of its unit's values over all steps."""

    def __init__(self, network: Network, source: Bundle, options: Options) -> None:
        super().__init__(network, source, source.range.times(options.longest_sample).with_zero())

    def elaborate(self, platform: Any) -> Module:
        m = Module()
        width, item = self.scores.width, self.input.payload
        take, leave = self._handshake(m)
        # Turns by one class for each value, so that the class in turn is always the lowest one.
        scores = self.output.payload
        total = Signal(self.scores.shape)
        current = scores[:width].as_signed() if self.scores.signed else scores[:width]
        m.d.comb += total.eq(current + item.value)
        with m.If(take & item.present):
            m.d.sync += scores.eq(Cat(scores[width:], total))
        with m.If(leave):
            m.d.sync += scores.eq(0)
        return m


class GroupCount(_Accumulator):
    """A spike of unit n adds ``own`` to class n mod C and takes ``other`` from every other class."""

    def __init__(self, network: Network, source: Bundle, options: Options) -> None:
        self._own, self._other = network.decision.parameters["own"], network.decision.parameters["other"]
        self._units = source.size
        voters = np.bincount(np.arange(source.size) % len(network.classes), minlength=len(network.classes))
        step = Interval(-int((source.size - voters).max()) * self._other, int(voters.max()) * self._own)
        super().__init__(network, source, step.times(options.longest_sample).with_zero())

    def elaborate(self, platform: Any) -> Module:
        m = Module()
        item = self.input.payload
        take, leave = self._handshake(m)
        winner = Signal(self.classes)  # one bit per class
        for index in range(self.classes):
            voters = (item.address == unit for unit in range(index, self._units, self.classes))
            m.d.comb += winner[index].eq(Cat(*voters).any())
        scores = data.View(data.ArrayLayout(self.scores.shape, self.classes), self.output.payload)
        for index in range(self.classes):
            score = scores[index]
            with m.If(take & item.spike):
                m.d.sync += score.eq(score + Mux(winner[index], C(self._own), C(-self._other)))
            with m.If(leave):
                m.d.sync += score.eq(0)
        return m


def _accumulator(network: Network, source: Bundle, options: Options) -> "MeanReadout | GroupCount":
    """What adds up the scores of ``network`` from its last layer's ``source``."""
    return {"mean_readout": MeanReadout, "group_count": GroupCount}[network.decision.kind](network, source, options)


class Argmax(wiring.Component):
    """The class of the largest score, the lowest index of equal ones, one class per cycle.

    Ports: ``input`` (in, the scores: ``scores.width`` bits per class), ``output`` (out, ``result_layout``).
    """

    def __init__(self, classes: int, scores: Interval) -> None:
        self._classes, self._range = classes, scores
        super().__init__(
            {
                "input": In(stream.Signature(unsigned(classes * scores.width))),
                "output": Out(stream.Signature(result_layout(classes, scores))),
            }
        )

    def elaborate(self, platform: Any) -> Module:
        m = Module()
        width = self._range.width
        scores = self.output.payload.scores.as_value()  # turns by one class per cycle, once round
        decision = self.output.payload.decision
        best = Signal(self._range.shape)
        current = Signal(self._range.shape)
        index = Signal(range(max(self._classes, 2)))
        busy = Signal()
        m.d.comb += [current.eq(scores[:width]), self.input.ready.eq(~busy & ~self.output.valid)]
        with m.If(self.input.valid & self.input.ready):
            m.d.sync += [scores.eq(self.input.payload), index.eq(0), busy.eq(1)]
        with m.If(busy):
            m.d.sync += [scores.eq(Cat(scores[width:], scores[:width])), index.eq(index + 1)]
            with m.If((index == 0) | (current > best)):
                m.d.sync += [best.eq(current), decision.eq(index)]
            with m.If(index == self._classes - 1):
                m.d.sync += [busy.eq(0), self.output.valid.eq(1)]
        with m.If(self.output.valid & self.output.ready):
            m.d.sync += self.output.valid.eq(0)
        return m


class Decision(wiring.Component):
    """Scores and the class. Ports: ``input`` (in, ``source.layout``), ``output`` (out, ``result_layout``)."""

    def __init__(self, network: Network, source: Bundle, options: Options) -> None:
        self._accumulator = _accumulator(network, source, options)
        self.classes, self.scores = self._accumulator.classes, self._accumulator.scores
        super().__init__(
            {
                "input": In(stream.Signature(source.layout)),
                "output": Out(stream.Signature(result_layout(self.classes, self.scores))),
            }
        )

    def elaborate(self, platform: Any) -> Module:
        m = Module()
        accumulator = place(m, platform, "accumulator", self._accumulator)
        argmax = place(m, platform, "argmax", Argmax(self.classes, self.scores))
        link(m, wiring.flipped(self.input), accumulator.input)
        link(m, accumulator.output, argmax.input)
        link(m, argmax.output, wiring.flipped(self.output))
        return m
