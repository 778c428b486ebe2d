# amaranth: UnusedElaboratable=no
"""Proofs of units against naive models of their cells: a bistable cell in groups, the spiking one; and of scores."""

from fractions import Fraction
from typing import Any

import numpy as np
from amaranth.hdl import Array, C, Cat, Const, Mux, Signal, Value
from formal import Proof
from formal_streams import groups_in_order, within
from networks import bmru_network, fq_layer, linear_layer, src_layer

from codesign import cells
from codesign.digital.decision import LastReadout, MeanReadout
from codesign.digital.groups import Groups
from codesign.digital.interval import Interval
from codesign.digital.options import Options
from codesign.digital.streams import Bundle
from codesign.network import Choice

__all__ = ["bistable", "frozen", "readout", "spiking"]

FQ = fq_layer(
    weight=[[8, -3], [20, 16], [-4, 9]], bias=[0, 1, -2], threshold=[4, 8, 1], width=[4, 1, 3], gain=[8, 4, 1]
)


def bistable(*, units: Any = None) -> Proof:
    """Three FQ-BMRU units in two groups, states in memory: each step is that of the equations, of the right unit."""
    source = Bundle(signal="current", ranges=(Interval(0, 16),) * 2, scale=Fraction(1, 8))
    dut = cells.part("fq_bmru", "rtl").build(FQ, source, Options(units_per_cycle=2, longest_sample=9)).units
    if units is not None:
        dut.__class__ = units
    sums = dut._sums
    constants = {name: [int(v) for v in values] for name, values in dut._constants.items()}
    p, groups, width = Proof(dut), dut.groups, dut.width
    assert (groups.count, dut.stages, dut.interval) == (2, 1, 2)
    p.given(p.offers_until_taken(dut.input, "input"))
    legal, group = groups_in_order(p, dut.input, groups)
    p.given(~dut.input.valid | legal)
    # Sums take longer than a cycle from reset to their first output; meanwhile the constants of group 0 are read.
    p.given(p.kept(1, name="after_reset") | ~dut.input.valid)
    item, accept = dut.input.payload, dut.input.valid & dut.input.ready

    # The model: all states in registers, a step at once.
    fresh = Signal(name="model_fresh", init=1)
    states = [Signal(name=f"model_state_{unit}") for unit in range(groups.room)]
    following: list[Value] = []
    for unit in range(groups.units):
        total = item.units.word_select(unit % groups.lanes, sums.width)
        total = total.as_signed() if sums.signed else total
        upper, lower = constants["upper"][unit], constants["lower"][unit]
        held = Mux(fresh, 0, states[unit])
        following.append(Mux(total >= upper, 1, Mux(total <= lower, 0, held)))
    offered = Signal(dut.output.payload.shape(), name="model_output")
    given = Signal(name="model_given")
    advance = ~dut.output.valid | dut.output.ready
    with p.m.If(advance):
        p.m.d.sync += [given.eq(accept), Cat(offered.step, offered.end_of_step, offered.end_of_sample).eq(
            Cat(item.step, item.end_of_step, item.end_of_sample))]  # fmt: skip
    at = Signal.like(group, name="model_at")
    with p.m.If(accept & item.step):
        p.m.d.sync += at.eq(group)
        for unit in range(groups.units):
            with p.m.If(group == unit // groups.lanes):
                p.m.d.sync += [
                    states[unit].eq(following[unit]),
                    offered.units.word_select(unit % groups.lanes, width).eq(
                        Mux(following[unit], constants["gain"][unit], 0)
                    ),
                ]
    with p.m.If(accept & (item.end_of_step | item.end_of_sample)):
        p.m.d.sync += fresh.eq(item.end_of_sample)
    done = Signal(name="model_done")
    p.m.d.sync += done.eq(accept & item.step)

    out = dut.output.payload
    p.holds("output_is_a_stream", p.offers_until_taken(dut.output, "output"))
    p.holds("valid", dut.output.valid == given)
    flags = ("step", "end_of_step", "end_of_sample")
    p.holds("flags", ~given | (Cat(out[f] for f in flags) == Cat(offered[f] for f in flags)))
    p.holds("done", p.inside["group_done"] == done)
    registers, memory = p.inside["state"], [p.inside.row("states", k) for k in range(groups.count)]
    read = p.inside.read("states")
    p.holds("group", (p.inside["group"] == group) & (p.inside["fresh"] == fresh))
    for unit in range(groups.units):
        mine, lane = unit // groups.lanes, unit % groups.lanes
        counts = given & offered.step & (at == mine)
        value = out.units.word_select(lane, width)
        p.holds(f"output_{unit}", ~counts | (value == offered.units.word_select(lane, width)))
        p.holds(f"state_{unit}", ~(done & (at == mine)) | (registers[lane] == states[unit]))
        known = ~fresh | (group > mine)
        p.holds(f"stored_{unit}", ~known | (memory[mine][lane] == states[unit]))
        p.holds(f"read_{unit}", (group != mine) | fresh | (read[lane] == states[unit]))
    constants_read = {name: p.inside.read(name) for name in constants}
    for name, values in constants.items():
        bits = Interval.of(np.array(values)).with_zero().width
        rows = Array(_row(values, k, groups.lanes, bits) for k in range(groups.count))
        p.holds(f"constant_{name}", ~p.kept(1, name=f"read_{name}") | (constants_read[name] == rows[group]))
    p.reached("held", given & offered.end_of_step & states[0] & ~fresh & p.kept(1, when=~states[0], name="was_low"))
    return p


def _row(values: list[int], group: int, lanes: int, bits: int) -> Const:
    padded = [*values, *[0] * lanes][group * lanes :][:lanes]
    return C(sum((value & ((1 << bits) - 1)) << (bits * k) for k, value in enumerate(padded)), bits * lanes)


def spiking(*, wrong: int = 0) -> Proof:
    """One SRC unit: every state that of the published integers, and within its interval.

    The output does not pause here, so that induction needs to know nothing of the stages; :func:`frozen` is the rest.
    ``wrong`` is added to the model's slope, so that the proof must fail.
    """
    dut, sums, attributes = _spiking_units()
    p = Proof(dut)
    p.given(dut.output.ready)
    legal, _ = groups_in_order(p, dut.input, dut.groups)
    p.given(~dut.input.valid | legal)
    item, accept = dut.input.payload, dut.input.valid & dut.input.ready
    total = item.units.as_signed() if sums.signed else item.units
    p.given(within(total, sums))

    # The model: a step at once, and its result on the way to where it is compared.
    ranges = {name: state.range for name, state in dut.states.items()}
    now = {name: Signal(found.shape, name=f"model_{name}") for name, found in ranges.items()}
    fresh = Signal(init=1, name="model_fresh")
    i, h, hs = now["i"], now["h"], now["hs"]
    new_i = i - ((i >> 4) + (i >> 5)) + total
    v = Mux(new_i > 0, 1023, -1024) + 2 * (h - 4 * hs - 3000) + wrong
    z = Mux(h < 500, C(attributes["z_max"], 12), C(attributes["z_min"], 12)).as_signed()
    new = {
        "i": Mux(fresh, 0, new_i),
        "h": Mux(fresh, attributes["initial_h"], _clipped((3 * v) >> 2, ranges["h"])),
        "hs": Mux(fresh, attributes["initial_hs"], _clipped((((hs - h) * z) >> 10) + h, ranges["hs"])),
    }
    for name, value in new.items():
        p.holds(f"fits_{name}", ~accept | ~item.step | within(value, ranges[name]))
    with p.m.If(accept & item.step):
        p.m.d.sync += [now[name].eq(value) for name, value in new.items()]
    with p.m.If(accept & (item.end_of_step | item.end_of_sample)):
        p.m.d.sync += fresh.eq(item.end_of_sample)
    coming = accept & item.step
    flags, valid, spike = Cat(item.step, item.end_of_step, item.end_of_sample), accept, ~fresh & (new["h"] >= 512)
    for stage in range(dut.stages):
        coming, valid = p.kept(coming, name=f"coming_{stage}"), p.kept(valid, name=f"on_its_way_{stage}")
        flags, spike = p.kept(flags, name=f"marks_{stage}"), p.kept(spike, name=f"spike_{stage}")

    out = dut.output.payload
    p.holds("done", p.inside["group_done"] == coming)
    p.holds("valid", dut.output.valid == valid)
    p.holds("flags", ~valid | (Cat(out.step, out.end_of_step, out.end_of_sample) == flags))
    p.holds("spike", ~coming | (out.units == spike))
    p.holds("fresh", p.inside["fresh"] == fresh)
    for name, found in ranges.items():
        p.holds(f"range_{name}", within(now[name], found))
        # The next step has not begun before the states of this one are there.
        p.holds(f"state_{name}", ~coming | (p.inside[name].as_signed() == now[name]))
        p.holds(f"kept_{name}", fresh | ~dut.input.ready | (p.inside[name].as_signed() == now[name]))
    p.reached("a_third_step", coming & ~fresh & (i < -8))
    return p


def frozen() -> Proof:
    """While the output waits no register of the units changes but the strobe: a pause only takes time."""
    dut, _, _ = _spiking_units()
    p = Proof(dut)
    waits = p.kept(dut.output.valid & ~dut.output.ready, name="waits")
    for name in p.inside.registers:
        if name != "group_done":
            before = p.kept(p.inside[name], name=f"before_{name}")
            p.holds(name, ~waits | (p.inside[name] == before))
    p.holds("nothing_is_taken", ~(dut.output.valid & ~dut.output.ready) | ~dut.input.ready)
    p.holds("no_strobe", ~waits | ~p.inside["group_done"])
    p.reached("a_wait", waits & dut.input.valid)
    return p


def _spiking_units() -> tuple[Any, Interval, dict[str, Any]]:
    attributes: dict[str, Any] = {"z_max": 900, "z_min": 100, "initial_h": -1024, "initial_hs": -780}
    weight = np.array([[5, -9]])
    source = Bundle(signal="spike", ranges=(Interval(0, 1),) * 2, scale=Fraction(1), lanes=2)
    parts = cells.part("src", "rtl").build(src_layer(weight=weight, **attributes), source, Options(longest_sample=9))
    assert parts.units.groups.count == 1
    return parts.units, parts.sums.range, attributes


def _clipped(value: Any, interval: Interval) -> Value:
    return Mux(value < interval.low, interval.low, Mux(value > interval.high, interval.high, value))


def readout(*, longest: int, steps: int, last: bool = False) -> Proof:
    """The scores of samples of up to ``steps`` steps are exact sums, or the ``last`` values, in a design made for
    ``longest`` steps."""
    decision = Choice(kind="last_readout" if last else "mean_readout")
    network = bmru_network((linear_layer(weight=[[1], [2]], bias=[0, 0]),), classes=("a", "b"), decision=decision)
    source = Bundle(signal="current", ranges=(Interval(-3, 2), Interval(0, 3)), scale=Fraction(1))
    dut = (LastReadout if last else MeanReadout)(
        network, source, Groups(units=2, lanes=2), Options(longest_sample=longest)
    )
    p = Proof(dut)
    p.given(p.offers_until_taken(dut.input, "input"))
    item, take = dut.input.payload, dut.input.valid & dut.input.ready
    leave = dut.output.valid & dut.output.ready
    second, count = Signal(name="second"), Signal(range(steps + 2), name="steps")
    totals = [Signal(8, name=f"total_{k}") for k in range(2)]
    totals = [total.as_signed() for total in totals]
    alone = ~item.present & ~second & ~item.end_of_step & item.end_of_sample
    value = item.present & (item.end_of_step == second) & (second | ~item.end_of_sample) & (count < steps)
    p.given(~dut.input.valid | alone | value)
    for k, found in enumerate(source.ranges):
        p.given(~dut.input.valid | ~item.present | (second != k) | within(item.value, found))
    with p.m.If(take & item.present):
        p.m.d.sync += second.eq(~second)
        for k in range(2):
            with p.m.If(second == k):
                p.m.d.sync += totals[k].eq(item.value if last else totals[k] + item.value)
        with p.m.If(second):
            p.m.d.sync += count.eq(count + 1)
    with p.m.If(leave):
        p.m.d.sync += [count.eq(0), *(total.eq(0) for total in totals)]
    p.holds("output_is_a_stream", p.offers_until_taken(dut.output, "output"))
    width = dut.values.width
    scores = [dut.output.payload.values.word_select(k, width).as_signed() for k in range(2)]
    for k, interval in enumerate(source.ranges):
        turned = Mux(second, scores[1 - k], scores[k])
        p.holds(f"score_{k}", turned == totals[k])
        seen = count + (second if k == 0 else 0)
        most = (seen > 0) if last else seen
        p.holds(f"bound_{k}", (totals[k] >= interval.low * most) & (totals[k] <= interval.high * most))
        p.holds(f"range_{k}", within(totals[k], dut.scores))
    p.holds("nothing_is_open_at_the_end", ~dut.output.valid | ~second)
    p.holds("steps", count + second <= steps)
    p.reached("the_longest", dut.output.valid & (count == steps))
    return p
