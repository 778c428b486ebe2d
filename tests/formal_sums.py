# amaranth: UnusedElaboratable=no
"""Proofs of weighted sums: equal to the sum over a set of inputs, whatever pauses, and never out of range."""

from fractions import Fraction

import numpy as np
from amaranth.hdl import Array, C, Cat, Const, Mux, Signal, Value, signed
from formal import Proof
from formal_streams import within

from codesign.cells.spec import Signal as CellSignal
from codesign.digital.groups import Groups
from codesign.digital.interval import Interval
from codesign.digital.streams import Bundle
from codesign.digital.sums import ParallelSums, SerialSums

__all__ = ["WEIGHTS", "in_order", "parallel"]

WEIGHTS = np.array([[1, -2, 3], [0, 2, -1], [1, 1, -4]])
OFFSET = np.array([0, 3, -1])


class _Item:
    """An item as it was taken; the model keeps those that are in the pipeline."""

    def __init__(self, p: Proof, source: Bundle, name: str) -> None:
        layout = source.layout
        self._source, self.payload = source, Signal(layout, name=name)
        self.valid = Signal(name=f"{name}_valid")
        self.closes = self.valid & (self.payload.end_of_step | self.payload.end_of_sample)

    def counts(self, lane: int) -> Value:
        """Whether lane ``lane`` has a spike of an input that there is."""
        address: Value = self.payload.address[lane]
        return (
            self.valid & self.payload.spike[lane] & (address < len(range(lane, self._source.size, self._source.lanes)))
        )

    def inputs(self) -> Value:
        """The inputs that spike, a bit each."""
        lanes = self._source.lanes
        return Cat(
            *(
                self.counts(unit % lanes) & (self.payload.address[unit % lanes] == unit // lanes)
                for unit in range(self._source.size)
            )
        )


def parallel(*, lanes: int, group_lanes: int, weights: np.ndarray = WEIGHTS, wrong: np.ndarray | None = None) -> Proof:
    """The sums of a step are offset + the sum of the weights of those inputs that spiked in it.

    ``wrong``: weights that the model believes in, so that the proof must fail.
    """
    units, inputs = weights.shape
    source = Bundle(signal="spike", ranges=(Interval(0, 1),) * inputs, scale=Fraction(1), lanes=lanes)
    groups = Groups(units=units, lanes=group_lanes)
    dut = ParallelSums(weights=weights, offset=OFFSET, source=source, groups=groups)
    assert dut.latency == 3  # two stages before the sums
    p = Proof(dut)
    width = dut.range.width
    believed = weights if wrong is None else wrong

    def naive(unit: int, spiking: Value) -> Value:
        return sum((Mux(spiking[k], int(believed[unit, k]), 0) for k in range(inputs)), Const(int(OFFSET[unit]), 8))

    advance = p.inside["advance"]
    taken = dut.input.valid & dut.input.ready
    p.given(p.offers_until_taken(dut.input, "input"))

    # The items on their way, then the inputs of the step that were added, then the steps that wait to be handed over.
    first, second = _Item(p, source, "first"), _Item(p, source, "second")
    arriving = _Item(p, source, "arriving")
    p.m.d.comb += [arriving.payload.eq(dut.input.payload), arriving.valid.eq(taken)]
    seen = Signal(inputs, name="seen")
    full, step, sample = (Signal(name=name) for name in ("model_full", "model_step", "model_sample"))
    current = Signal(inputs, name="current")  # of the step that the next item belongs to
    p.m.d.comb += current.eq(Mux(full, 0, seen))
    with p.m.If(advance):
        p.m.d.sync += [
            first.payload.eq(dut.input.payload),
            first.valid.eq(taken),
            second.payload.eq(first.payload),
            second.valid.eq(first.valid),
            seen.eq(current | second.inputs()),
            full.eq(second.closes),
            step.eq(second.payload.end_of_step),
            sample.eq(second.payload.end_of_sample),
        ]
    behind_second = Mux(second.closes, 0, current | second.inputs())
    behind_first = Mux(first.closes, 0, behind_second | first.inputs())
    announced = Signal(inputs, name="announced")
    with p.m.If(taken):
        p.m.d.sync += announced.eq(Mux(arriving.closes, 0, announced | arriving.inputs()))
    p.given((announced & arriving.inputs()) == 0)  # no input twice in a step
    p.holds("announced", announced == behind_first)
    p.holds("once", ((current & second.inputs()) == 0) & ((behind_second & first.inputs()) == 0))

    p.holds("ready", dut.input.ready == advance)
    p.holds("output_is_a_stream", p.offers_until_taken(dut.output, "output"))
    read = [p.inside.read("weights" if lanes == 1 else f"weights_{lane}") for lane in range(lanes)]
    weight = Interval.of(weights).with_zero()
    for lane in range(lanes):
        of_lane = range(lane, inputs, lanes)
        rows = Array(_packed(weights[:, k], weight.width) for k in (*of_lane, of_lane[-1]))
        p.holds(f"counts_{lane}", p.inside[f"counts_{lane}"] == first.counts(lane))
        p.holds(f"read_{lane}", ~first.counts(lane) | (read[lane] == rows[first.payload.address[lane]]))
        row = Mux(second.counts(lane), rows[second.payload.address[lane]], 0)
        p.holds(f"row_{lane}", p.inside[f"row_{lane}"] == row)
    for stage, item in ((1, first), (2, second)):
        p.holds(f"valid_{stage}", p.inside[f"valid_{stage}"] == item.valid)
        found = Cat(p.inside[f"closes_step_{stage}"], p.inside[f"closes_sample_{stage}"])
        p.holds(f"closes_{stage}", found == Cat(item.payload.end_of_step, item.payload.end_of_sample))
    p.holds("full", (p.inside["full"] == full) & (Cat(p.inside["step"], p.inside["sample"]) == Cat(step, sample)))
    for unit in range(units):
        found = p.inside["sums"].word_select(unit, width)
        p.holds(f"sum_{unit}", (found.as_signed() if dut.range.signed else found) == naive(unit, seen))
        p.holds(f"range_{unit}", within(naive(unit, seen), dut.ranges[unit]))

    _handed_over(p, dut, groups, naive, seen, full, step, sample)
    p.reached("all", dut.output.valid & dut.output.payload.end_of_step & p.kept(1, when=seen.all(), name="all_seen"))
    p.reached("a_pause_at_both_ends", p.kept(1, when=full & ~advance, name="paused") & (announced != 0) & ~full)
    return p


def _handed_over(p, dut, groups, naive, seen, full, step, sample) -> None:  # type: ignore[no-untyped-def]
    """What stands at the output: group by group the sums that wait."""
    out, width = dut.output.payload, dut.range.width
    waiting, flags = Signal.like(seen, name="model_waiting"), Signal(2, name="waiting_flags")
    left = Signal(range(groups.count + 1), name="model_left")
    leaves = dut.output.valid & dut.output.ready
    with p.m.If(full & (left == 0)):
        p.m.d.sync += [waiting.eq(seen), flags.eq(Cat(step, sample)), left.eq(Mux(step, groups.count, 1))]
    with p.m.Elif(leaves):
        p.m.d.sync += left.eq(left - 1)
    p.holds("valid", dut.output.valid == (left != 0))
    p.holds("left", (p.inside["left"] == left) & (left <= groups.count) & (flags[0] | (left <= 1)))
    p.holds("waiting_flags", Cat(p.inside["waiting_step"], p.inside["waiting_sample"]) == flags)
    last = left == 1
    marks = Cat(flags[0], flags[0] & last, flags[1] & last)
    p.holds("flags", (left == 0) | (Cat(out.step, out.end_of_step, out.end_of_sample) == marks))
    for group in range(groups.count):
        here = (left == groups.count - group) & flags[0]
        for unit in range(group * groups.lanes, groups.units):
            found = p.inside["waiting"].word_select(unit - group * groups.lanes, width)
            p.holds(f"waits_{group}_{unit}", ~here | (found.as_signed() == naive(unit, waiting)))
            if unit < (group + 1) * groups.lanes:
                given = out.units.word_select(unit - group * groups.lanes, width)
                p.holds(f"given_{unit}", ~here | (given.as_signed() == naive(unit, waiting)))


def in_order(
    kind: type[ParallelSums] | type[SerialSums], *, signal: CellSignal, wrong: np.ndarray | None = None
) -> Proof:
    """What comes out is, step by step, what went in, added up at once; for a search from reset, of any sums."""
    units, inputs = WEIGHTS.shape
    spikes = signal == "spike"
    source = Bundle(
        signal=signal,
        ranges=(Interval(0, 1) if spikes else Interval(-2, 1),) * inputs,
        scale=Fraction(1),
        lanes=2 if spikes else 1,
    )
    groups = Groups(units=units, lanes=2)
    dut = kind(weights=WEIGHTS, offset=OFFSET, source=source, groups=groups)
    believed = WEIGHTS if wrong is None else wrong
    p, width = Proof(dut), dut.range.width
    p.given(p.offers_until_taken(dut.input, "input"))
    taken, item = dut.input.valid & dut.input.ready, dut.input.payload
    leaves, out = dut.output.valid & dut.output.ready, dut.output.payload
    closes = item.end_of_step | item.end_of_sample

    sums = [Signal(signed(10), init=int(OFFSET[unit]), name=f"total_{unit}") for unit in range(units)]
    if spikes:
        arriving, announced = _Item(p, source, "arriving"), Signal(inputs, name="announced")
        p.m.d.comb += [arriving.payload.eq(item), arriving.valid.eq(taken)]
        here = arriving.inputs()
        factors: list[Value] = [here[k] for k in range(inputs)]
        p.given((announced & here) == 0)  # no input twice in a step
        with p.m.If(taken):
            p.m.d.sync += announced.eq(Mux(closes, 0, announced | here))
    else:
        index = Signal(range(inputs + 1), name="index")
        factors = [Mux(item.present & (index == k), item.value, 0) for k in range(inputs)]
        p.given(within(item.value, source.range))
        with p.m.If(taken):
            p.m.d.sync += index.eq(Mux(closes, 0, Mux(item.present & (index < inputs), index + 1, index)))
    totals = [
        sum((factors[k] * int(believed[unit, k]) for k in range(inputs)), sums[unit])
        for unit in range(units)
    ]  # fmt: skip
    with p.m.If(taken):
        p.m.d.sync += [
            total.eq(Mux(closes, int(OFFSET[unit]), totals[unit]))
            for unit, total in enumerate(sums)
        ]  # fmt: skip

    # Steps that are complete and not yet handed over, the oldest first.
    entry = Cat(item.end_of_step, item.end_of_sample, *(total[:10] for total in totals))
    queue = [Signal(len(entry), name=f"queue_{k}") for k in range(_STEPS)]
    count, group = Signal(range(_STEPS + 1), name="count"), Signal(range(groups.count), name="group_out")
    step, sample = queue[0][0], queue[0][1]
    last = ~step | (group == groups.count - 1)
    put, get = taken & closes, leaves & last
    for k, found in enumerate(queue):
        after = queue[k + 1] if k + 1 < _STEPS else found
        p.m.d.sync += found.eq(Mux(put & (count - get == k), entry, Mux(get, after, found)))
    p.m.d.sync += count.eq(count + put - get)
    with p.m.If(leaves):
        p.m.d.sync += group.eq(Mux(last, 0, group + 1))
    offered = dut.output.valid
    p.holds("output_is_a_stream", p.offers_until_taken(dut.output, "output"))
    p.holds("not_before_its_items", ~offered | (count > 0))
    p.holds("step", ~offered | (out.step == step))
    p.holds("end_of_step", ~offered | (out.end_of_step == (step & last)))
    p.holds("end_of_sample", ~offered | (out.end_of_sample == (sample & last)))
    for unit in range(units):
        here_ = offered & step & (group == unit // groups.lanes)
        given = out.units.word_select(unit % groups.lanes, width)
        expected = queue[0][2 + 10 * unit :][:10].as_signed()
        p.holds(f"sum_{unit}", ~here_ | ((given.as_signed() if dut.range.signed else given) == expected))
    p.reached("two_steps", p.kept(1, when=leaves & out.end_of_step, name="one_left") & leaves & out.end_of_step)
    return p


_STEPS = 5
"""No more are under way at a time."""


def _packed(column: np.ndarray, width: int) -> Const:
    return C(
        sum((int(value) & ((1 << width) - 1)) << (width * k) for k, value in enumerate(column)), width * len(column)
    )
