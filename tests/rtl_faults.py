"""Faults to plant into exported RTL: wrong numbers in memories and logic, stuck and forgotten states, wrong wires."""

from collections.abc import Sequence

from rtl_fault_planting import Change, Edit, RtlFault, flip

__all__ = ["FAULTS", "REPEATED"]


def _edits(module: str, *pairs: tuple[str, str]) -> Sequence[Edit]:
    return [Edit(module=module, old=old, new=new) for old, new in pairs]


def _number(
    name: str,
    subject: str,
    seen: tuple[str, int | None],
    module: str,
    pairs: Sequence[tuple[str, str]],
    change: Change,
    element: str = "",
    *,
    by_behaviour: bool = True,
    language: str = "verilog",
) -> RtlFault:
    """A wrong number."""
    return RtlFault(
        name=f"{subject}: {name}",
        subject=subject,
        layer=seen[0],
        unit=seen[1],
        element=element or module,
        edits=_edits(module, *pairs),
        change=change,
        by_behaviour=by_behaviour,
        language=language,
    )


def _logic(
    name: str,
    subject: str,
    seen: tuple[str, int | None],
    module: str,
    pairs: Sequence[tuple[str, str]],
    parameter: str = "",
    *,
    by_behaviour: bool | None = None,
    language: str = "verilog",
) -> RtlFault:
    """Wrong logic; where there is a ``parameter``, behaviour alone must name it, too, unless it is said not to."""
    return RtlFault(
        name=f"{subject}: {name}",
        subject=subject,
        layer=seen[0],
        unit=seen[1],
        element=module,
        edits=_edits(module, *pairs),
        parameter=parameter,
        by_behaviour=bool(parameter) if by_behaviour is None else by_behaviour,
        language=language,
    )


def _other(name: str, subject: str, seen: tuple[str, int | None], change: Change) -> RtlFault:
    """The RTL of another network."""
    return RtlFault(name=f"{subject}: {name}", subject=subject, layer=seen[0], unit=seen[1], element="", change=change)


def _at(layer: str, name: str, index: tuple[int, ...], value: int) -> Change:
    return Change(layer=layer, name=name, index=index, value=value)


_SKIP = (
    _number("a bit of a weight", "skip", ("memory", 2), "memory__sums", [flip("weights[1] = 18'h0fdcc", 15)],
            _at("memory", "weight", (2, 1), 7), "memory__sums, weights[1], bits 12 to 17"),
    _number("a bit of a weight before the layer that shows it", "skip", ("memory", None), "input___sums",
            [flip("weights[0] = 18'h0a0d0", 10)], _at("input", "weight", (1, 0), 19),
            "input___sums, weights[0], bits 6 to 11"),
    _number("a threshold one off", "skip", ("memory", 0), "memory__units",
            [("$signed(11'h380)", "$signed(11'h300)"), ("$signed(12'h500)", "$signed(12'h480)")],
            _at("memory", "threshold", (0,), 6)),
    _number("a width one off", "skip", ("memory", 2), "memory__units", [("$signed(13'h0800)", "$signed(12'h780)")],
            _at("memory", "width", (2,), 7)),
    _number("a gain", "skip", ("last", None), "memory__units", [("state_2 ? 4'ha", "state_2 ? 4'h2")],
            _at("memory", "gain", (2,), 2)),
    _number("a bias one off", "skip", ("memory", 1), "memory__sums", [("48'hfe80ff000300", "48'hfe80ff800300")],
            _at("memory", "bias", (1,), -1)),
    _number("a bit of a weight of the readout", "skip", ("decision", 0), "readout__sums",
            [flip("weights[0] = 10'h055", 1)], _at("readout", "weight", (0, 0), -9),
            "readout__sums, weights[0], bits 0 to 4"),
    _logic("a state stuck at 0", "skip", ("memory", 1), "memory__units",
           [("assign state_1 = _01_ ? 1'h1 : _04_", "assign state_1 = 1'h0")], "memory.state[1]"),
    _logic("a state stuck at 1", "skip", ("last", 1), "last__units",
           [("assign state_1 = _01_ ? 1'h1 : _04_", "assign state_1 = 1'h1")], "last.state[1]"),
    _logic("states not reset between samples", "skip", ("memory", None), "memory__units",
           [("fresh <= input__payload[50]", "fresh <= 1'h0")], "memory.reset"),
    _logic("a state not reset between samples", "skip", ("memory", 2), "memory__units",
           [("fresh ? 1'h0 : state[2]", "state[2]")], "memory.reset[2]"),
    _logic("a skip connection is missing", "skip", ("last", None), "skip_mix",
           [("$signed({ 2'h0, read__data })", "$signed(13'h0000)")], "mix.skip"),
    _logic("two inputs crossed", "skip", ("memory", None), "memory__sums",
           [("weights[0] = 18'h05437", "weights[0] = 18'h0fdcc"), ("weights[1] = 18'h0fdcc;\n    weights[2]",
            "weights[1] = 18'h05437;\n    weights[2]")], "memory.weight[", by_behaviour=False),
    _logic("the weights of another unit", "skip", ("memory", 1), "memory__sums",
           [("$signed(row_0[11:6])", "$signed(row_0[5:0])")]),
    _logic("the smaller score wins", "skip", ("decision", None), "decision__argmax",
           [("$signed(tally[17:0]) > $signed(best)", "$signed(tally[17:0]) < $signed(best)")]),
)  # fmt: skip

_GROUPS = (
    _number("a bit of a weight", "groups", ("memory", 4), "memory__sums", [flip("weights[3] = 18'h3aefc", 8)],
            _at("memory", "weight", (4, 1), -1), "memory__sums, weights[3], bits 6 to 11"),
    _number("another bit of a weight", "groups", ("memory", 0), "memory__sums", [flip("weights[4] = 18'h10482", 4)],
            _at("memory", "weight", (0, 2), 18), "memory__sums, weights[4], bits 0 to 5"),
    _number("a threshold one off", "groups", ("memory", 4), "memory__units",
            [("lower[1] = 21'h0e1440", "lower[1] = 21'h0e1840"), ("upper[1] = 21'h142c60", "upper[1] = 21'h143060")],
            _at("memory", "threshold", (4,), 6), "memory__units, lower[1]"),
    _number("a width", "groups", ("memory", 5), "memory__units", [flip("upper[1] = 21'h142c60", 19)],
            _at("memory", "width", (5,), 7), "memory__units, upper[1]"),
    _number("a bias one off", "groups", ("memory", 1), "memory__sums",
            [("offsets[0] = 30'h02004008", "offsets[0] = 30'h02006008")], _at("memory", "bias", (1,), 3),
            "memory__sums, offsets[0]"),
    _number("a gain", "groups", ("decision", None), "memory__units", [flip("gain[0] = 12'ha98", 2)],
            _at("memory", "gain", (0,), 12), "memory__units, gain[0]"),
    _logic("a state that is not kept", "groups", ("memory", None), "memory__units",
           [("states[group] <= { state_2, state_1, state_0 }", "states[group] <= { state_2, 1'h0, state_0 }")]),
    _logic("the sum of another unit", "groups", ("memory", None), "memory__units",
           [("$signed(input__payload[19:10]) >=", "$signed(input__payload[9:0]) >=")]),
    _number("a bit of a weight in VHDL", "groups", ("memory", 4), "memory_sums", [flip('3 => 18x"3AEFC', 8)],
            _at("memory", "weight", (4, 1), -1), "memory_sums, weights[3], bits 6 to 11", language="vhdl"),
    _number("a gain in VHDL", "groups", ("decision", None), "memory_units", [flip('0 => x"A98', 2)],
            _at("memory", "gain", (0,), 12), "memory_units, gain[0]", language="vhdl"),
    _logic("a state stuck at 0 in VHDL", "groups", ("memory", None), "memory_units",
           [("state <= unsigned'(state_2 & state_1 & state_0)", "state <= unsigned'(state_2 & '0' & state_0)")],
           language="vhdl"),
)  # fmt: skip

_SIGNED = (
    _number("a bit of a weight of the candidate", "bmru", ("second", 1), "second__sums",
            [flip("weights[2] = 36'hec6fa4292", 16)], _at("second", "weight", (1, 1), -12),
            "second__sums, weights[2], bits 12 to 17"),
    _number("a bit of a weight of the threshold", "bmru", ("second", 3), "second__sums",
            [flip("weights[3] = 36'h3a74e71a5", 8)], _at("second", "threshold_weight", (3, 1), 2),
            "second__sums, weights[3], bits 6 to 11"),
    _number("a bias of the candidate", "bmru", ("second", 1), "second__sums",
            [flip("offsets[0] = 66'h3c678cf69d23de050", 25)], _at("second", "bias", (1,), -96),
            "second__sums, offsets[0]"),
    _number("a bias of the threshold", "bmru", ("second", 4), "second__sums",
            [flip("offsets[1] = 66'h076058211ce8d8798", 39)], _at("second", "threshold_bias", (4,), 82),
            "second__sums, offsets[1]"),
    _number("the sign of a gain", "bmru", ("second", None), "first__units",
            [("_037_ ? 6'h31", "_037_ ? 6'h0f"), ("_036_ ? 7'h0f", "_036_ ? 7'h71")], _at("first", "gain", (1,), 15)),
    _other("another state before the first step", "bmru", ("first", None),
           Change(layer="first", name="initial_state", value=1)),
    _logic("a sign inverted", "bmru", ("first", 0), "first__units",
           [("negative_0 ? 2'h3 : 2'h1", "negative_0 ? 2'h1 : 2'h3")]),
    _number("a bit of a weight", "cmru", ("counting", 2), "counting__sums", [flip("weights[2] = 36'h2de3a3d80", 27)],
            _at("counting", "weight", (2, 1), 22), "counting__sums, weights[2], bits 24 to 29"),
    _number("a gain", "cmru", ("decision", None), "counting__units", [flip("gain[0] = 21'h082d8a", 4)],
            _at("counting", "gain", (0,), 26), "counting__units, gain[0]"),
    _logic("a state that does not count", "cmru", ("counting", None), "counting__units",
           [("_031_ = gate_1 ? _030_ : 2'h0", "_031_ = 2'h0")]),
)  # fmt: skip

_SPIKING = (
    _number("a bit of a weight", "src", ("first", 4), "first__sums", [flip("weights[9] = 24'h6b2bc2", 14)],
            _at("first", "weight", (4, 4), 107), "first__sums, weights[9], bits 8 to 15"),
    _number("a bit of a weight of the second layer", "src", ("second", 9), "second__sums",
            [flip("weights[14] = 36'h0000168db", 12)], _at("second", "weight", (9, 4), 188),
            "second__sums, weights[14], bits 9 to 17"),
    _logic("no leak", "src", ("first", None), "first__units",
           [("$signed(_017_) - $signed(_018_)", "$signed(_017_)")]),
    _logic("a spike at half of its level", "src", ("second", None), "first__units",
           [("$signed(new_h_0) >= $signed(11'h200)", "$signed(new_h_0) >= $signed(11'h100)")]),
    _other("another slow-state factor", "src", ("first", None), Change(layer="first", name="z_max", value=836)),
    _number("a bit of a weight", "lif", ("hidden", 1), "hidden__sums", [flip("weights[2] = 15'h24e2", 6)],
            _at("hidden", "weight", (1, 1), 5), "hidden__sums, weights[2], bits 5 to 9"),
    _number("a decay one off", "lif", ("hidden", 2), "hidden__units", [flip("decay[0] = 12'hdec", 8)],
            _at("hidden", "decay", (2,), 12), "hidden__units, decay[0]"),
    _number("a decay of the current", "lif", ("hidden", 3), "hidden__units", [flip("current_decay[1] = 12'h09a", 1)],
            _at("hidden", "current_decay", (3,), 8), "hidden__units, current_decay[1]"),
    _number("a threshold", "lif", ("hidden", 0), "hidden__units", [flip("threshold[0] = 18'h12798", 3)],
            _at("hidden", "threshold", (0,), 16), "hidden__units, threshold[0]"),
    _number("a reset", "lif", ("last", 1), "last__units", [("_12_ ? 9'h1fe", "_12_ ? 9'h1fc")],
            _at("last", "reset", (1,), -4)),
    _number("a bias one off", "lif", ("hidden", 3), "hidden__sums", [flip("offsets[1] = 18'h00002", 0)],
            _at("hidden", "bias", (3,), 3), "hidden__sums, offsets[1]"),
    _logic("a spike that is stuck at 0", "lif", ("hidden", 2), "hidden__units",
           [("assign spike_2 = $signed(new_v_2) >= $signed({ 1'h0, threshold_3_2 })", "assign spike_2 = 1'h0")],
           "hidden.s[2]"),
)  # fmt: skip

_SHIPPED = (
    _number("a bit of a weight", "keyword-bmru", ("memory1", 1), "memory1__sums", [flip("weights[2] = 20'hf06c0", 8)],
            _at("memory1", "weight", (1, 2), -2), "memory1__sums, weights[2], bits 5 to 9"),
    _number("a threshold one off", "keyword-bmru", ("memory2", 1), "memory2__units",
            [("$signed(12'h500)", "$signed(12'h400)"), ("$signed(14'h1400)", "$signed(14'h1300)")],
            _at("memory2", "threshold", (1,), 4)),
    _logic("a state stuck at 0 that should always be 1", "keyword-bmru", ("memory1", 2), "memory1__units",
           [("assign state_2 = _05_ ? 1'h1 : _08_", "assign state_2 = 1'h0")], "memory1.state[2]"),
    _number("a bit of a weight", "digits-bmru", ("memory", 5), "memory__sums",
            [flip("weights[3] = 192'h202db203f0fe248bc01c9086f8af71305d770061f0d40c00", 32)],
            _at("memory", "weight", (5, 3), 3), "memory__sums, weights[3], bits 30 to 35"),
    _number("a threshold", "digits-bmru", ("memory", 9), "memory__units",
            [("[109:99]) >= $signed(6'h10)", "[109:99]) >= $signed(7'h20)"),
             ("[109:99]) <= $signed(5'h08)", "[109:99]) <= $signed(6'h18)")],
            _at("memory", "threshold", (9,), 3)),
    _logic("a state stuck at 1", "digits-bmru", ("memory", 7), "memory__units",
           [("assign state_7 = _094_ ? 1'h1 : _097_", "assign state_7 = 1'h1")], "memory.state[7]"),
    _number("a bit of a weight of the readout", "digits-bmru", ("decision", 3), "readout__sums",
            [flip("weights[5] = 60'h0c9efff40002c85", 18)], _at("readout", "weight", (3, 5), 1),
            "readout__sums, weights[5], bits 18 to 23"),
)  # fmt: skip

FAULTS: tuple[RtlFault, ...] = (*_SKIP, *_GROUPS, *_SIGNED, *_SPIKING, *_SHIPPED)

REPEATED: frozenset[str] = frozenset(
    {
        "skip: a width one off",
        "skip: a bias one off",
        "skip: a state stuck at 1",
        "skip: a state not reset between samples",
        "skip: two inputs crossed",
        "skip: the weights of another unit",
        "groups: a bit of a weight",
        "groups: another bit of a weight",
        "groups: a threshold one off",
        "groups: a gain",
        "groups: the sum of another unit",
        "groups: a gain in VHDL",
        "groups: a state stuck at 0 in VHDL",
        "bmru: a bit of a weight of the threshold",
        "bmru: a bias of the candidate",
        "bmru: a bias of the threshold",
        "bmru: the sign of a gain",
        "bmru: a sign inverted",
        "cmru: a bit of a weight",
        "cmru: a state that does not count",
        "src: a bit of a weight",
        "src: no leak",
        "src: a spike at half of its level",
        "lif: a bit of a weight",
        "lif: a decay of the current",
        "lif: a reset",
        "lif: a bias one off",
        "lif: a spike that is stuck at 0",
        "keyword-bmru: a bit of a weight",
        "digits-bmru: a threshold",
        "digits-bmru: a state stuck at 1",
        "digits-bmru: a bit of a weight of the readout",
    }
)
"""Faults of a kind that another one shows, too."""
