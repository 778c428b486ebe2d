# amaranth: UnusedElaboratable=no
"""A network behind AXI4-Stream: samples in, classes out, and a status register that counts malformed input.

The bytes are those of :mod:`codesign.digital.axi_stream_format`.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from amaranth.hdl import C, Cat, Module, Mux, Signal, signed, unsigned
from amaranth.lib import data, wiring
from amaranth.lib.wiring import In, Out

from codesign import coding
from codesign.digital import axi_stream_format
from codesign.digital.arithmetic import resized
from codesign.digital.axi_stream_format import FAULTS, AxiStreamFormat
from codesign.digital.design import NetworkDesign
from codesign.digital.export import write_top
from codesign.digital.hierarchy import place
from codesign.digital.options import Options
from codesign.digital.ports import inside, ports
from codesign.errors import InputError
from codesign.files import header_lines
from codesign.network import Network

__all__ = ["COUNTER_BITS", "IN_FLIGHT", "AxiStreamDesign", "AxiStreamOptions", "export_axi_stream"]

COUNTER_BITS = 16
IN_FLIGHT = 4
"""Samples whose answers are still to come; the last beat of a further one waits."""

_WIDEST_BEAT = 128  # bytes; far above any bus, so only nonsense is refused


@dataclass(frozen=True, kw_only=True)
class AxiStreamOptions:
    """What can be chosen about the streams."""

    items_per_beat: int | None = None
    """Items in a beat of the input, one of which is taken per cycle; None: as many as make it 32 bits wide."""
    result_beat_bytes: int = 4
    """Bytes in a beat of the output."""
    steps: int | None = None
    """Steps that every sample must have; None: those of the coding, if it fixes their number. Where steps are left out
    of every sample (folded black frames), they are not counted here."""

    def __post_init__(self) -> None:
        for name, value in (("items_per_beat", self.items_per_beat), ("result_beat_bytes", self.result_beat_bytes),
                            ("steps", self.steps)):  # fmt: skip
            if value is not None and (isinstance(value, bool) or not isinstance(value, int) or value < 1):
                raise InputError(f"{name} must be a whole number of at least 1, not {value!r}")
        if max(self.items_per_beat or 1, self.result_beat_bytes) > _WIDEST_BEAT:
            raise InputError(f"a beat can have {_WIDEST_BEAT} items or bytes at most")


class AxiStreamDesign(wiring.Component):
    """:class:`NetworkDesign` (the instance ``network``) between two AXI4-Streams.

    Ports: ``s_axis_*`` (in: tdata, tkeep, tvalid, tready, tlast), ``m_axis_*`` (out: the same and tuser), ``status``
    (out) with the number of samples, then of samples with each fault of ``FAULTS``, 16 bits each, which stop at 65535;
    ``status_clear`` (in) sets all to 0; ``clk`` and the synchronous reset ``rst`` (active high: ARESETn inverted).
    Both streams may stall at any cycle. Raises InputError as :class:`NetworkDesign` does.
    """

    def __init__(self, network: Network, options: Options | None = None, axi: AxiStreamOptions | None = None) -> None:
        axi = axi or AxiStreamOptions()
        self.core = core = NetworkDesign(network, options)
        steps = axi.steps
        if steps is None and (given := coding.steps(network.coding.kind, network.coding.parameters)):
            steps = given - core.folded_steps
        longest = core.options.longest_sample - core.folded_steps
        if steps is not None and steps > longest:
            raise InputError(
                f"samples of {steps} steps, but the scores of this design have room for {longest}; raise longest_sample"
            )
        narrow = AxiStreamFormat(
            source=core.source,
            begins_black=core.folded_steps > 0,
            items=1,
            steps=steps,
            longest=longest,
            classes=core.decision.classes,
            scores=core.decision.scores,
            result_beat_bytes=axi.result_beat_bytes,
        )
        items = axi.items_per_beat or max(1, 4 // narrow.beat_bytes)
        self.format = AxiStreamFormat(**{**narrow.__dict__, "items": items})
        bytes_in, bytes_out = self.format.beat_bytes, axi.result_beat_bytes
        self.status_layout = data.StructLayout(dict.fromkeys(("samples", *FAULTS), unsigned(COUNTER_BITS)))
        super().__init__(
            {
                "s_axis_tdata": In(8 * bytes_in),
                "s_axis_tkeep": In(bytes_in),
                "s_axis_tvalid": In(1),
                "s_axis_tready": Out(1),
                "s_axis_tlast": In(1),
                "m_axis_tdata": Out(8 * bytes_out),
                "m_axis_tkeep": Out(bytes_out),
                "m_axis_tvalid": Out(1),
                "m_axis_tready": In(1),
                "m_axis_tlast": Out(1),
                "m_axis_tuser": Out(len(FAULTS)),
                "status": Out(self.status_layout),
                "status_clear": In(1),
            }
        )

    @property
    def name(self) -> str:
        """Name of the Verilog module."""
        return f"{self.core.name}_axi_stream"

    def elaborate(self, platform: Any) -> Module:
        m = Module()
        core = place(m, platform, "network", self.core)
        faults = Signal(len(FAULTS), name="faults")  # of the sample that ends
        ended, room = Signal(name="ended"), Signal(name="room")  # a sample has ended; there is room to note its faults
        self._receive(m, core.input, faults, ended, room)
        noted, answered = Signal(len(FAULTS), name="noted"), Signal(name="answered")
        any_noted = _queue(m, faults, ended, room, noted, answered)
        self._send(m, core.output, noted, any_noted, answered)
        for bit, name in enumerate(("samples", *FAULTS)):
            counter = self.status[name]
            counts = ended if bit == 0 else ended & faults[bit - 1]
            with m.If(self.status_clear):
                m.d.sync += counter.eq(counts)
            with m.Elif(counts & ~counter.all()):
                m.d.sync += counter.eq(counter + 1)
        return m

    def _receive(self, m: Module, sink: Any, faults: Any, ended: Any, room: Any) -> None:
        """Take beats, make items of them, note what is wrong."""
        form = self.format
        beat, keep = Signal(8 * form.beat_bytes, name="beat"), Signal(form.beat_bytes, name="keep")
        # Items of the beat that hold something and are still to be dealt with.
        pending = Signal(form.items, name="pending")
        full, last = Signal(name="full"), Signal(name="last")
        others = Signal(form.items, name="others")  # pending, without the lowest one
        present, final = Signal(name="present"), Signal(name="last_pending")
        advance, leaves = Signal(name="advance"), Signal(name="leaves")
        m.d.comb += [
            others.eq(pending & (pending - 1)),
            final.eq(others == 0),
            leaves.eq(final & last),
            advance.eq(full & (~sink.valid | sink.ready) & (~leaves | room)),
            self.s_axis_tready.eq(~full | (advance & final)),
            present.eq(pending.any()),
            ended.eq(advance & leaves),
        ]
        with m.If(advance):
            m.d.sync += [pending.eq(others), full.eq(~final)]
        with m.If(self.s_axis_tvalid & self.s_axis_tready):
            kept = [self.s_axis_tkeep.word_select(item, form.item_bytes).any() for item in range(form.items)]
            m.d.sync += [
                full.eq(1),
                beat.eq(self.s_axis_tdata),
                keep.eq(self.s_axis_tkeep),
                last.eq(self.s_axis_tlast),
                pending.eq(Cat(*kept)),
            ]
        # The lowest pending item.
        words, kept = Signal(8 * form.item_bytes, name="words"), Signal(form.item_bytes, name="kept")
        for item in reversed(range(form.items)):
            with m.If(pending[item]):
                m.d.comb += [
                    words.eq(beat.word_select(item, 8 * form.item_bytes)),
                    kept.eq(keep.word_select(item, form.item_bytes)),
                ]
        whole = [kept.word_select(lane, form.word_bytes).all() & present for lane in range(form.lanes)]
        some = [kept.word_select(lane, form.word_bytes).any() & present for lane in range(form.lanes)]
        bad_keep = Cat(*(s & ~w for s, w in zip(some, whole, strict=True))).any()

        limit = form.longest if form.steps is None else form.steps
        steps = Signal(range(limit + 1), name="steps")
        over = Signal(name="over")  # all steps that a sample can have are there
        m.d.comb += over.eq(steps == limit)
        decode = self._spikes if form.source.signal == "spike" else self._value
        black = (steps == 0) & form.begins_black
        item, datum, closes, wrong, misplaced, opened = decode(m, words, whole, advance, ended, over, black)
        closing = closes & ~over
        open_after = Signal(name="open_after")  # data without the end of their step, this item included
        m.d.comb += open_after.eq(opened & ~closing)
        # What was wrong earlier in the sample, then what is with this item.
        earlier, now = Signal(len(FAULTS), name="earlier"), Signal(len(FAULTS), name="now")
        m.d.comb += [
            now.eq(Cat(C(0, 1), over & (datum | closes), ~over & wrong, ~over & misplaced, bad_keep, C(0, 1))),
            faults.eq(earlier | now),
            faults[FAULTS.index("unfinished_step")].eq(open_after),
        ]
        if form.steps is not None:
            m.d.comb += faults[FAULTS.index("short_sample")].eq(steps + closing < form.steps)
        with m.If(advance):
            m.d.sync += [earlier.eq(earlier | now), steps.eq(steps + closing)]
            with m.If(leaves):
                m.d.sync += [earlier.eq(0), steps.eq(0)]
        with m.If(~sink.valid | sink.ready):
            m.d.sync += [
                sink.valid.eq(advance & ((~over & (datum | closes)) | leaves)),
                *(sink.payload[name].eq(value) for name, value in item.items()),
                sink.payload.end_of_step.eq(closing),
                sink.payload.end_of_sample.eq(leaves),
            ]

    def _spikes(
        self, m: Module, words: Any, whole: list[Any], advance: Any, ended: Any, over: Any, black: Any
    ) -> tuple[Any, ...]:
        """(payload, has a datum, closes a step, out of range, out of order, something of its step is there)."""
        form = self.format
        width = form.word_bits - 1
        address_bits = form.source.layout["address"].shape.elem_shape.width
        addresses, spikes, events, wrong, misplaced, marks = [], [], [], [], [], []
        open_before = Signal(name="open_before")
        closes, any_event = Signal(name="closes"), Signal(name="any_event")
        for lane in range(form.lanes):
            word = words.word_select(lane, form.word_bits)
            address = word[:width]
            known = Signal(range(form.inputs_of_lane(lane) + 1), name=f"next_{lane}")  # least address that may come
            events.append(whole[lane] & (address != form.no_spike))
            marks.append(whole[lane] & word[width])
            in_range, in_order = (address < form.inputs_of_lane(lane)) & ~black, address >= known
            wrong.append(events[-1] & ~in_range)
            misplaced.append(events[-1] & in_range & ~in_order)
            spikes.append(events[-1] & in_range & in_order & ~over)
            addresses.append(address[:address_bits])
            with m.If(advance):
                with m.If(ended | closes):
                    m.d.sync += known.eq(0)
                with m.Elif(spikes[-1]):
                    m.d.sync += known.eq(address + 1)
        m.d.comb += [closes.eq(Cat(*marks).any()), any_event.eq(Cat(*events).any())]
        opened = open_before | (any_event & ~over)
        with m.If(advance):
            m.d.sync += open_before.eq(opened & ~closes & ~ended)
        item = {"address": Cat(*addresses), "spike": Cat(*spikes)}
        return item, any_event, closes, Cat(*wrong).any(), Cat(*misplaced).any(), opened

    def _value(
        self, m: Module, words: Any, whole: list[Any], advance: Any, ended: Any, over: Any, black: Any
    ) -> tuple[Any, ...]:
        """As :meth:`_spikes`; the steps follow from counting."""
        form = self.format
        bounds, shape = form.source.range, signed if form.source.range.signed else unsigned
        value, present = Signal(shape(form.word_bits), name="value"), whole[0]
        position = Signal(range(form.source.size), name="position")
        closes, in_range = Signal(name="closes"), Signal(name="in_range")
        m.d.comb += [
            value.eq(words),
            in_range.eq((value >= bounds.low) & (value <= bounds.high)),
            closes.eq(present & (position == form.source.size - 1)),
        ]
        taken = present & ~over
        with m.If(advance):
            m.d.sync += position.eq(Mux(ended | (closes & taken), 0, position + taken))
        item = {"value": Mux(in_range, value, 0), "present": taken}
        return item, present, closes, present & ~in_range, C(0, 1), (position != 0) | taken

    def _send(self, m: Module, source: Any, noted: Any, any_noted: Any, answered: Any) -> None:
        """Send a result with the faults of its sample, beat by beat."""
        form = self.format
        beats = -(-form.result_bytes // form.result_beat_bytes)
        answer = Signal(8 * beats * form.result_beat_bytes, name="answer")
        left = Signal(range(beats), name="left")  # beats after the one at the output
        payload = source.payload
        fields = [resized(payload.decision, 8 * form.decision_bytes)]
        fields += [resized(payload.scores[k], 8 * form.score_bytes) for k in range(form.classes)]
        in_last = form.result_bytes - (beats - 1) * form.result_beat_bytes
        m.d.comb += [
            answered.eq(source.valid & any_noted & ~self.m_axis_tvalid),
            source.ready.eq(answered),
            self.m_axis_tdata.eq(answer),
            self.m_axis_tlast.eq(left == 0),
            self.m_axis_tkeep.eq(Mux(left == 0, (1 << in_last) - 1, (1 << form.result_beat_bytes) - 1)),
        ]
        with m.If(answered):
            m.d.sync += [
                answer.eq(Cat(*fields)),
                left.eq(beats - 1),
                self.m_axis_tuser.eq(noted),
                self.m_axis_tvalid.eq(1),
            ]
        with m.Elif(self.m_axis_tvalid & self.m_axis_tready):
            m.d.sync += [
                answer.eq(answer >> 8 * form.result_beat_bytes),
                left.eq(left - 1),
                self.m_axis_tvalid.eq(left != 0),
            ]


def export_axi_stream(
    network: Network,
    *,
    output: Path,
    options: Options | None = None,
    axi: AxiStreamOptions | None = None,
    language: str = "verilog",
) -> Path:
    """Write the design to the folder ``output`` as :func:`codesign.digital.export` does; the path of its text.

    The header of the text is the description of the format; ``ports.json`` has its numbers.
    """
    design = AxiStreamDesign(network, options, axi)
    form = design.format
    described: dict[str, Any] = {
        "format": "codesign-axi-stream",
        "version": 1,
        "top": design.name,
        "model": network.name,
        "model_hash": network.hash,
        "options": design.core.options.json(),
        "folded_steps": design.core.folded_steps,
        "clock": "clk",
        "reset": "rst",
        "input": {
            "signal": form.source.signal,
            "inputs": form.source.size,
            "lanes": form.lanes,
            "word_bytes": form.word_bytes,
            "items_per_beat": form.items,
            "beat_bytes": form.beat_bytes,
            "steps": form.steps,
            "longest_sample": form.longest,
        },
        "output": {
            "beat_bytes": form.result_beat_bytes,
            "decision_bytes": form.decision_bytes,
            "score_bytes": form.score_bytes,
            "scores_signed": form.scores.signed,
            "bytes": form.result_bytes,
            "user": list(FAULTS),
        },
        "status": {"width": COUNTER_BITS, "counters": list(design.status_layout.members)},
        "classes": list(network.classes),
        "layers": inside(ports(design.core)["layers"], "network"),
    }
    lines = header_lines(
        model=network.name, model_hash=network.hash, configuration=design.core.options.json(), seed=None
    )
    lines += ["", f"{design.name}: clk, synchronous reset rst (active high), AXI4-Streams s_axis and m_axis.", ""]
    for part in ("input", "output"):
        lines.append(f"{part}: " + ", ".join(f"{name} {_told(value)}" for name, value in described[part].items()))
    lines.append(f"status, {COUNTER_BITS} bits each from the lowest: {', '.join(design.status_layout.members)}")
    lines += ["", *_plain(axi_stream_format.__doc__ or "")]
    return write_top(design, network=network, header=lines, described=described, output=output, language=language)


def _queue(m: Module, written: Any, write: Any, room: Any, first: Any, read: Any) -> Any:
    """A queue of ``IN_FLIGHT`` places; says whether ``first`` counts. ``write`` only while there is ``room``."""
    places = [Signal(len(written), name=f"noted_{place}") for place in range(IN_FLIGHT)]
    level = Signal(range(IN_FLIGHT + 1), name="level")
    m.d.comb += [room.eq(level != IN_FLIGHT), first.eq(places[0])]
    m.d.sync += level.eq(level + write - read)
    for index, place_ in enumerate(places):
        follower = places[index + 1] if index + 1 < IN_FLIGHT else C(0, len(written))
        with m.If(write & (level == index + read)):
            m.d.sync += place_.eq(written)
        with m.Elif(read):
            m.d.sync += place_.eq(follower)
    return level != 0


def _told(value: object) -> str:
    return " ".join(map(str, value)) if isinstance(value, list) else str(value)


def _plain(text: str) -> list[str]:
    """The lines of a docstring without its markup, for a reader of the RTL."""
    text = re.sub(r" \(:mod:`[^`]*`\)", "", text)
    text = re.sub(r":\w+:`([^`]*)`", r"\1", text)
    text = re.sub(r"\*{1,2}(\w[^*\n]*)\*{1,2}", r"\1", text)
    # A name in the text would read as a word of it; in the table it is a cell.
    lines = [re.sub(r"^``(\w+)``", r"\1", line) for line in text.splitlines() if "====" not in line]
    return [line.replace("``", "'") for line in lines]
