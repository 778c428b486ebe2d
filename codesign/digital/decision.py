# amaranth: UnusedElaboratable=no
"""From the outputs of the last layer to one class per sample."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from amaranth.hdl import C, Cat, Module, Signal, unsigned
from amaranth.lib import data, stream, wiring
from amaranth.lib.wiring import In, Out

from codesign.decisions import DECISIONS
from codesign.digital.arithmetic import resized, times
from codesign.digital.groups import Groups
from codesign.digital.hierarchy import place
from codesign.digital.interval import Interval
from codesign.digital.options import Options
from codesign.digital.streams import Bundle, link, result_layout
from codesign.network import Network

__all__ = ["Argmax", "Decision", "GroupCount", "LastReadout", "MeanReadout", "takes_groups"]


class MeanReadout(wiring.Component):
    """The score of a class is the sum of its unit's values over all steps.

    Ports: ``input`` (in, ``source.layout``), ``output`` (out, :attr:`tally`: ``values`` with one score per class).
    """

    def __init__(self, network: Network, source: Bundle, groups: Groups, options: Options) -> None:
        terms = DECISIONS[network.decision.kind].terms(options.longest_sample)
        self.scores = self.values = source.range.times(terms).with_zero()
        self.tally = data.StructLayout({"values": unsigned(len(network.classes) * self.values.width)})
        super().__init__({"input": In(stream.Signature(source.layout)), "output": Out(stream.Signature(self.tally))})

    def score(self, value: Any, tally: Any) -> Any:
        """The score of a class from its value."""
        return value

    def after(self, score: Any, value: Any) -> Any:
        """A score after one more step, which gives ``value``."""
        return score + value

    def elaborate(self, platform: Any) -> Module:
        m = Module()
        width, item = self.values.width, self.input.payload
        take, leave = (Signal(name=name) for name in ("take", "leave"))
        m.d.comb += [
            self.input.ready.eq(~self.output.valid),
            take.eq(self.input.valid & self.input.ready),
            leave.eq(self.output.valid & self.output.ready),
        ]
        with m.If(take & item.end_of_sample):
            m.d.sync += self.output.valid.eq(1)
        # Turns by one class for each value, so that the class in turn is always the lowest one.
        scores = self.output.payload.values
        total = Signal(self.values.shape, name="total")
        current = scores[:width].as_signed() if self.values.signed else scores[:width]
        m.d.comb += total.eq(self.after(current, item.value))
        with m.If(take & item.present):
            m.d.sync += scores.eq(Cat(scores[width:], total))
        with m.If(leave):
            m.d.sync += [self.output.valid.eq(0), scores.eq(0)]
        return m


class LastReadout(MeanReadout):
    """The score of a class is its unit's value in the last step: a score begins anew with every step.

    Every step brings a value of every unit, 0 among them, so nothing is left of the step before. Ports as those of
    :class:`MeanReadout`.
    """

    def after(self, score: Any, value: Any) -> Any:
        """``value``, whatever the score was."""
        return value


class GroupCount(wiring.Component):
    """A spike of unit n adds ``own`` to class n mod C and takes ``other`` from every other class.

    Ports: ``input`` (in, ``groups.layout(1)``), ``output`` (out, :attr:`tally`: ``values`` with the number of spikes
    for each class, and ``total``, that of all). The spikes of a step are collected, then counted, then added.
    """

    def __init__(self, network: Network, source: Bundle, groups: Groups, options: Options) -> None:
        self._own, self._other = network.decision.parameters["own"], network.decision.parameters["other"]
        self._classes, self._groups = len(network.classes), groups
        voters = np.bincount(np.arange(source.size) % self._classes, minlength=self._classes)
        step = Interval(-int((source.size - voters).max()) * self._other, int(voters.max()) * self._own)
        self._of_step = Interval(0, int(voters.max()))
        self.scores = step.times(options.longest_sample).with_zero()
        self.values = self._of_step.times(options.longest_sample)
        self._total = Interval(0, source.size * options.longest_sample)
        self.tally = data.StructLayout(
            {"values": unsigned(self._classes * self.values.width), "total": unsigned(self._total.width)}
        )
        super().__init__({"input": In(stream.Signature(groups.layout(1))), "output": Out(stream.Signature(self.tally))})

    def score(self, value: Any, tally: Any) -> Any:
        """The score of a class from the number of its spikes."""
        return times(value, self._own + self._other) - times(tally.total, self._other)

    def elaborate(self, platform: Any) -> Module:
        m = Module()
        groups, item = self._groups, self.input.payload
        complete = self.output.valid
        advance = Signal(name="advance")  # no complete sample
        taken = Signal(name="taken")
        m.d.comb += [
            advance.eq(~complete),
            self.input.ready.eq(advance),
            taken.eq(self.input.valid & advance),
        ]
        spikes = item.units
        if groups.count > 1:
            # The groups of this step before this one.
            earlier = Signal((groups.count - 1) * groups.lanes, name="earlier")
            with m.If(taken):
                m.d.sync += earlier.eq(Cat(earlier, item.units)[groups.lanes :])
            spikes = Cat(earlier, item.units)

        # Stage 1: how many spikes each class has in this step.
        counts = Signal(self._classes * self._of_step.width, name="counts")
        counted, closes = (Signal(name=name) for name in ("counted", "closes"))
        per_class = [_count([spikes[unit] for unit in range(index, groups.units, self._classes)])
                     for index in range(self._classes)]  # fmt: skip
        with m.If(advance):
            m.d.sync += [
                counts.eq(Cat(*(resized(count, self._of_step.width) for count in per_class))),
                counted.eq(taken & item.end_of_step),
                closes.eq(taken & item.end_of_sample),
            ]

        # Stage 2: how many it has in this sample.
        width = self.values.width
        of_step = data.View(data.ArrayLayout(self._of_step.width, self._classes), counts)
        values, total = self.output.payload.values, self.output.payload.total
        old = data.View(data.ArrayLayout(width, self._classes), values)
        with m.If(advance & counted):
            m.d.sync += [
                values.eq(Cat(*((old[index] + of_step[index])[:width] for index in range(self._classes)))),
                total.eq(total + _sum([of_step[index] for index in range(self._classes)])),
            ]
        # A cycle in which nothing moves: reset costs no logic, and a second set of values would.
        with m.If(complete & self.output.ready):
            m.d.sync += [complete.eq(0), values.eq(0), total.eq(0)]
        with m.If(advance):
            m.d.sync += complete.eq(closes)
        return m


_ACCUMULATORS: Mapping[str, type[MeanReadout] | type[GroupCount]] = {
    "mean_readout": MeanReadout,
    "last_readout": LastReadout,
    "group_count": GroupCount,
}
"""What adds up the scores of each kind of decision."""


def takes_groups(kind: str) -> bool:
    """Whether this kind of decision takes the groups of a layer as they are, and not the items of a sender: votes are
    counted from all spikes of a step at once."""
    return issubclass(_ACCUMULATORS[kind], GroupCount)


class Argmax(wiring.Component):
    """The class of the largest score, the lowest index of equal ones, one class per cycle.

    Ports: ``input`` (in, the accumulator's ``tally``), ``output`` (out, ``result_layout``).
    """

    def __init__(self, classes: int, accumulator: MeanReadout | GroupCount) -> None:
        self._classes, self._accumulator, self._scores = classes, accumulator, accumulator.scores
        super().__init__(
            {
                "input": In(stream.Signature(accumulator.tally)),
                "output": Out(stream.Signature(result_layout(classes, accumulator.scores))),
            }
        )

    def elaborate(self, platform: Any) -> Module:
        m = Module()
        values = self._accumulator.values
        tally = Signal(self._accumulator.tally, name="tally")  # its values move down by one class per cycle
        scores = self.output.payload.scores.as_value()  # filled from above, one class per cycle
        decision = self.output.payload.decision
        best = Signal(self._scores.shape, name="best")
        score = Signal(self._scores.shape, name="score")
        index = Signal(range(max(self._classes, 2)), name="index")
        waiting, busy = (Signal(name=name) for name in ("waiting", "busy"))
        lowest = tally["values"][: values.width]
        m.d.comb += [
            score.eq(self._accumulator.score(lowest.as_signed() if values.signed else lowest, tally)),
            self.input.ready.eq(~busy & ~waiting),
        ]
        with m.If(self.input.valid & self.input.ready):
            m.d.sync += [tally.eq(self.input.payload), index.eq(0), busy.eq(1)]
        with m.If(busy):
            m.d.sync += [
                tally["values"].eq(tally["values"] >> values.width),
                scores.eq(Cat(scores, score)[self._scores.width :]),
                index.eq(index + 1),
            ]
            with m.If((index == 0) | (score > best)):
                m.d.sync += [best.eq(score), decision.eq(index)]
            with m.If(index == self._classes - 1):
                m.d.sync += [busy.eq(0), waiting.eq(1)]
        m.d.comb += self.output.valid.eq(waiting)
        with m.If(self.output.valid & self.output.ready):
            m.d.sync += waiting.eq(0)
        return m


class Decision(wiring.Component):
    """Scores and the class. Ports: ``input`` (in, as the last layer gives it), ``output`` (out, ``result_layout``)."""

    def __init__(self, network: Network, source: Bundle, groups: Groups, options: Options) -> None:
        self._accumulator = _ACCUMULATORS[network.decision.kind](network, source, groups, options)
        self.classes, self.scores = len(network.classes), self._accumulator.scores
        super().__init__(
            {
                "input": In(stream.Signature(self._accumulator.input.payload.shape())),
                "output": Out(stream.Signature(result_layout(self.classes, self.scores))),
            }
        )

    def elaborate(self, platform: Any) -> Module:
        m = Module()
        accumulator = place(m, platform, "accumulator", self._accumulator)
        argmax = place(m, platform, "argmax", Argmax(self.classes, self._accumulator))
        link(m, wiring.flipped(self.input), accumulator.input)
        link(m, accumulator.output, argmax.input)
        link(m, argmax.output, wiring.flipped(self.output))
        return m


def _count(bits: Sequence[Any]) -> Any:
    """How many of ``bits`` are 1."""
    return _sum(bits) if bits else C(0, 1)


def _sum(values: Sequence[Any]) -> Any:
    """The sum of ``values`` in a balanced tree."""
    while len(values) > 1:
        values = [
            values[index] + values[index + 1] if index + 1 < len(values) else values[index]
            for index in range(0, len(values), 2)
        ]
    return values[0]
