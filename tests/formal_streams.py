# amaranth: UnusedElaboratable=no
"""Proofs of what passes streams on: skip connections and senders, against naive models of them."""

from fractions import Fraction
from typing import Any

from amaranth.hdl import Array, Cat, Mux, Signal, Value
from formal import Proof

from codesign.digital.groups import Groups
from codesign.digital.interval import Interval
from codesign.digital.senders import SpikeSender, ValueSender
from codesign.digital.skip import SkipConnection
from codesign.digital.streams import Bundle

__all__ = ["SkipConnection", "SpikeSender", "ValueSender", "groups_in_order", "skip", "spikes", "values", "within"]


def within(value: Any, interval: Interval) -> Value:
    """Whether ``value`` lies in ``interval``."""
    found: Value = (value >= interval.low) & (value <= interval.high)
    return found


def groups_in_order(p: Proof, port: Any, groups: Groups) -> tuple[Value, Signal]:
    """What a stream of groups may carry, and the group that is next.

    All groups of a step one behind the other, the last of them marked; a sample's end with it or on its own.
    """
    group = Signal(range(groups.count), name="next_group")
    item, last = port.payload, group == groups.count - 1
    with p.m.If(port.valid & port.ready):
        p.m.d.sync += group.eq(Mux(item.step & ~last, group + 1, 0))
    step = (item.end_of_step == last) & (last | ~item.end_of_sample)
    alone = item.end_of_sample & ~item.end_of_step & (group == 0)
    p.holds("next_group_is_one", group < groups.count)
    return Mux(item.step, step, alone), group


def skip(*, depth: int, component: type[SkipConnection] = SkipConnection) -> Proof:
    """A queue that is shifted, and a sum: nothing lost, doubled or overtaken, no overflow, both streams by the rule."""
    own = Bundle(signal="current", ranges=(Interval(0, 3),), scale=Fraction(1, 3))
    earlier = Bundle(signal="current", ranges=(Interval(-3, 2),), scale=Fraction(1, 2))
    dut = component(earlier=earlier, own=own, depth=depth)
    p = Proof(dut)
    for port, name, bundle in ((dut.earlier, "earlier", earlier), (dut.input, "input", own)):
        p.given(p.offers_until_taken(port, name))
        p.given(within(port.payload.value, bundle.range))

    put, get = dut.earlier.valid & dut.earlier.ready, dut.output.valid & dut.output.ready
    queue = [Signal(earlier.range.shape, name=f"queue_{k}") for k in range(depth)]
    count = Signal(range(depth + 1), name="count")
    for k, entry in enumerate(queue):
        following = queue[k + 1] if k + 1 < depth else entry
        p.m.d.sync += entry.eq(
            Mux(put & (count - get == k), dut.earlier.payload.value, Mux(get, following, entry))
        )  # fmt: skip
    p.m.d.sync += count.eq(count + put - get)

    given = dut.output.payload
    p.holds("onward_is_a_stream", p.offers_until_taken(dut.onward, "onward"))
    p.holds("output_is_a_stream", p.offers_until_taken(dut.output, "output"))
    p.holds("onward_is_earlier", ~dut.onward.valid | (dut.onward.payload.as_value() == dut.earlier.payload.as_value()))
    p.holds("onward_moves_with_earlier", (dut.onward.valid & dut.onward.ready) == put)
    p.holds("output_moves_with_input", get == (dut.input.valid & dut.input.ready))
    p.holds("never_too_full", ~put | (count < depth))
    p.holds("never_from_nothing", ~get | (count > 0))
    p.holds("sum", ~dut.output.valid | (given.value == 3 * queue[0] + 2 * dut.input.payload.value))
    flags = ("present", "end_of_step", "end_of_sample")
    p.holds(
        "markers",
        ~dut.output.valid | (Cat(given[f] for f in flags) == Cat(dut.input.payload[f] for f in flags)),
    )
    waits = dut.input.valid & dut.output.ready & (count > 0) & ~get
    p.holds("an_item_is_offered_in_the_second_cycle", ~(waits & p.kept(waits, name="waited")))

    # What links the model to the registers, so that the induction closes.
    first, level, present, write = (p.inside[name] for name in ("first", "level", "present", "write__addr"))
    rows = Array(p.inside.row("waiting", k) for k in range(depth))
    p.holds("level", (level == count) & (count <= depth))
    p.holds("addresses", (first < depth) & (write == (first + level) % depth))
    for k in range(depth):
        p.holds(f"row_{k}", (count <= k) | (rows[(first + k) % depth].as_signed() == queue[k]))
        p.holds(f"range_{k}", (count <= k) | within(queue[k], earlier.range))
    p.holds("at_the_output", ~present | ((count > 0) & (p.inside.read("waiting").as_signed() == queue[0])))
    p.reached("full_then_empty", p.kept(1, when=count == depth, name="was_full") & (count == 0) & ~present)
    return p


def spikes(*, units: int, lanes: int, bundle_lanes: int, component: type[SpikeSender] = SpikeSender) -> Proof:
    """The spikes of a step leave once each, every lane in ascending order, and the markers with the last ones."""
    groups = Groups(units=units, lanes=lanes)
    bundle = Bundle(signal="spike", ranges=(Interval(0, 1),) * units, scale=Fraction(1), lanes=bundle_lanes)
    dut = component(bundle, groups)
    p = Proof(dut)
    p.given(p.offers_until_taken(dut.input, "input"))
    legal, group = groups_in_order(p, dut.input, groups)
    p.given(~dut.input.valid | legal)
    taken, sent = dut.input.valid & dut.input.ready, dut.output.valid & dut.output.ready
    item, out = dut.input.payload, dut.output.payload

    # The model: one step that is collected, one that is sent.
    whole, rest = Signal(groups.room, name="whole"), Signal(units, name="rest")
    whole_flags, rest_flags = Signal(2, name="whole_flags"), Signal(2, name="rest_flags")
    complete, active = Signal(name="model_complete"), Signal(name="model_active")
    begin = Signal(name="begin")
    flags = Cat(item.step, item.end_of_sample)
    if groups.count == 1:
        p.m.d.comb += begin.eq(taken)
        next_whole, next_flags = item.units, flags
    else:
        p.m.d.comb += begin.eq(complete & ~active)
        next_whole, next_flags = whole, whole_flags
        with p.m.If(begin):
            p.m.d.sync += complete.eq(0)
        with p.m.If(taken):
            p.m.d.sync += [
                complete.eq(~item.step | (group == groups.count - 1)),
                whole.word_select(group, lanes).eq(item.units),
                whole_flags.eq(flags),
            ]
    leaves = Signal(units, name="leaves")  # the units whose spikes are in the item
    with p.m.If(begin):
        p.m.d.sync += [active.eq(1), rest.eq(Mux(next_flags[0], next_whole, 0)), rest_flags.eq(next_flags)]
    with p.m.If(sent):
        p.m.d.sync += [rest.eq(rest & ~leaves), active.eq((rest & ~leaves) != 0)]

    p.holds("output_is_a_stream", p.offers_until_taken(dut.output, "output"))
    p.holds("offered_while_there_is_one", dut.output.valid == active)
    p.holds("nothing_is_taken_too_early", ~taken | ~(complete if groups.count > 1 else active))
    for lane in range(bundle_lanes):
        of_lane = Cat(*(rest[unit] for unit in range(lane, units, bundle_lanes)))
        count = len(of_lane)
        address = out.address[lane]
        p.holds(f"lane_{lane}_offers_what_is_left", ~active | (out.spike[lane] == of_lane.any()))
        lowest = Cat(*(of_lane[row] & ~of_lane[:row].any() for row in range(count)))
        p.holds(
            f"lane_{lane}_lowest_first",
            ~active | ~out.spike[lane] | (Cat(*(address == row for row in range(count))) == lowest),
        )
        p.m.d.comb += [
            leaves[unit].eq(out.spike[lane] & (address == row))
            for row, unit in enumerate(range(lane, units, bundle_lanes))
        ]
    last = (rest & ~leaves) == 0
    p.holds("end_of_step", ~active | (out.end_of_step == (last & rest_flags[0])))
    p.holds("end_of_sample", ~active | (out.end_of_sample == (last & rest_flags[1])))

    pending = [p.inside[f"pending_{lane}"] for lane in range(bundle_lanes)]
    of_model = [Cat(*(rest[unit] for unit in range(lane, units, bundle_lanes))) for lane in range(bundle_lanes)]
    p.holds("pending", ~active | (Cat(*pending) == Cat(*of_model)))
    p.holds("flags", ~active | (Cat(p.inside["sending_step"], p.inside["sending_sample"]) == rest_flags))
    if groups.count > 1:
        p.holds("complete", p.inside["complete"] == complete)
        p.holds("of_step", ~complete | (Cat(p.inside["step"], p.inside["sample"]) == whole_flags))
        p.holds("collected", ~complete | ~whole_flags[0] | (p.inside["collected"] == whole))
        p.holds("no_group_while_complete", ~complete | (group == 0))
        for k in range(1, groups.count):  # so many groups are in the upper part of the shift register
            found = p.inside["collected"][(groups.count - k) * lanes :]
            p.holds(f"collected_{k}", (group != k) | (found == whole[: k * lanes]))
    p.reached("all_at_once", active & rest.all())
    p.reached("two_samples", p.kept(1, when=sent & out.end_of_sample, name="ended") & sent & out.end_of_sample)
    return p


def values(*, units: int, lanes: int, component: type[ValueSender] = ValueSender) -> Proof:
    """The values of a group leave once each, the first unit first, and lanes without a unit do not."""
    groups = Groups(units=units, lanes=lanes)
    bundle = Bundle(signal="current", ranges=(Interval(-3, 2),) * units, scale=Fraction(1))
    dut = component(bundle, groups)
    width = bundle.range.width
    p = Proof(dut)
    p.given(p.offers_until_taken(dut.input, "input"))
    legal, group = groups_in_order(p, dut.input, groups)
    p.given(~dut.input.valid | legal)
    taken, sent = dut.input.valid & dut.input.ready, dut.output.valid & dut.output.ready
    item, out = dut.input.payload, dut.output.payload

    held, flags = Signal(lanes * width, name="held"), Signal(3, name="held_flags")
    count, sending = Signal(range(lanes + 1), name="count"), Signal(range(lanes + 1), name="sending")
    active = Signal(name="model_active")
    of_last = units - (groups.count - 1) * lanes
    with p.m.If(taken):
        p.m.d.sync += [
            active.eq(1),
            held.eq(item.units),
            flags.eq(Cat(item.step, item.end_of_step, item.end_of_sample)),
            sending.eq(0),
            count.eq(Mux(~item.step, 1, Mux(group == groups.count - 1, of_last, lanes))),
        ]
    last = sending == count - 1
    with p.m.If(sent):
        p.m.d.sync += [sending.eq(sending + 1), active.eq(~last)]

    p.holds("output_is_a_stream", p.offers_until_taken(dut.output, "output"))
    p.holds("offered_while_there_is_one", dut.output.valid == active)
    p.holds("nothing_is_taken_too_early", ~taken | ~active)
    p.holds("value", ~active | ~flags[0] | (out.value == held.word_select(sending, width).as_signed()))
    p.holds("present", ~active | (out.present == flags[0]))
    p.holds("end_of_step", ~active | (out.end_of_step == (last & flags[1])))
    p.holds("end_of_sample", ~active | (out.end_of_sample == (last & flags[2])))

    inside = {name: p.inside[name] for name in ("values", "left", "step", "closes_step", "sample")}
    p.holds("left", ~active | ~flags[0] | (inside["left"] == count - 1 - sending))
    p.holds("count", ~active | ((sending < count) & (count <= lanes) & (flags[0] | ((count == 1) & ~flags[1]))))
    p.holds("flags", ~active | (Cat(inside["step"], inside["closes_step"], inside["sample"]) == flags))
    for k in range(lanes):
        here = inside["values"].word_select(k, width)
        p.holds(f"value_{k}", ~active | (sending + k >= lanes) | (here == held.word_select(sending + k, width)))
    p.reached("two_samples", p.kept(1, when=sent & out.end_of_sample, name="ended") & sent & out.end_of_sample)
    return p
