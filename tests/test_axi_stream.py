# amaranth: UnusedElaboratable=no
"""The AXI4-Stream interfaces: bytes of any kind in Amaranth's simulator, and cocotbext-axi in Icarus."""

import json
import os
import random
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from amaranth.hdl import Module
from amaranth.sim import Simulator
from hypothesis import given, settings
from hypothesis import strategies as st
from networks import bmru_network, rows_network, src_layer, src_network
from typer.testing import CliRunner

from codesign import checkpoint, tools, twin
from codesign.cli.app import app
from codesign.digital import Options
from codesign.digital.axi_stream import AxiStreamDesign, AxiStreamOptions, export_axi_stream
from codesign.digital.axi_stream_format import FAULTS, AxiStreamFormat, Packet
from codesign.errors import InputError
from codesign.network import Choice, Network

LIMIT = 40_000


def small_src(inputs: int, *, frames: int = 3, black: int = 1) -> Network:
    weights = np.random.Generator(np.random.PCG64(inputs)).integers(-128, 128, (7, inputs))
    coding = Choice(kind="bernoulli", parameters={"levels": 16, "black_frames": black, "active_frames": frames})
    # Every unit spikes, or does not, as the first inputs after the black frames say.
    layer = src_layer(weight=weights, initial_h=480, initial_hs=-780, z_max=1000)
    return src_network((layer,), coding=coding, classes=("a", "b", "c"))


def small_bmru(**changes: object) -> Network:
    return bmru_network(**changes)


class Bench:
    """Plays packets into a design, beat by beat."""

    def __init__(self, design: AxiStreamDesign, *, stalls: float, seed: int) -> None:
        self.design, self._stalls, self._random = design, stalls, random.Random(seed)
        self.answers: list[tuple[bytes, int]] = []
        self.status: dict[str, int] = {}

    def _pauses(self) -> bool:
        return self._random.random() < self._stalls

    async def _drive(self, ctx, packets):
        dut, lanes = self.design, self.design.format.beat_bytes
        for packet in packets:
            for start in range(0, len(packet.data), lanes):
                while self._pauses():
                    ctx.set(dut.s_axis_tvalid, 0)
                    await ctx.tick()
                data, keep = packet.data[start : start + lanes], packet.keep[start : start + lanes]
                ctx.set(dut.s_axis_tdata, int.from_bytes(data.tobytes(), "little"))
                ctx.set(dut.s_axis_tkeep, sum(1 << bit for bit, kept in enumerate(keep) if kept))
                ctx.set(dut.s_axis_tlast, start + lanes >= len(packet.data))
                ctx.set(dut.s_axis_tvalid, 1)
                ready = False
                while not ready:
                    _, _, ready = await ctx.tick().sample(dut.s_axis_tready)
        ctx.set(dut.s_axis_tvalid, 0)

    async def _collect(self, ctx, count):
        dut = self.design
        answer, users, waiting = b"", set(), None
        for _ in range(LIMIT):
            accept = not self._pauses()
            ctx.set(dut.m_axis_tready, accept)
            offered = (dut.m_axis_tdata, dut.m_axis_tkeep, dut.m_axis_tlast, dut.m_axis_tuser)
            _, _, valid, *beat = await ctx.tick().sample(dut.m_axis_tvalid, *offered)
            assert waiting is None or (valid and beat == waiting), "a beat that waited has changed"
            waiting = beat if valid and not accept else None
            if valid and accept:
                data, keep, last, user = beat
                size = dut.format.result_beat_bytes
                answer += bytes(b for k, b in enumerate(data.to_bytes(size, "little")) if keep >> k & 1)
                users.add(user)
                if last:
                    self.answers.append((answer, *users))
                    answer, users = b"", set()
                    if len(self.answers) == count:
                        break
        ctx.set(dut.m_axis_tready, 1)
        for _ in range(20):
            _, _, valid = await ctx.tick().sample(dut.m_axis_tvalid)
            assert not valid, "an answer too many"

    def play(self, packets):
        m = Module()
        m.submodules.dut = self.design
        simulator = Simulator(m)
        simulator.add_clock(1e-6)

        async def main(ctx):
            await self._collect(ctx, len(packets))
            self.status = {name: ctx.get(self.design.status[name]) for name in self.design.status_layout.members}
            ctx.set(self.design.status_clear, 1)
            await ctx.tick()
            assert ctx.get(self.design.status.as_value()) == 0

        async def drive(ctx):
            await self._drive(ctx, packets)

        simulator.add_testbench(drive, background=True)
        simulator.add_testbench(main)
        simulator.run()


def expected(design: AxiStreamDesign, packet: Packet) -> tuple[int, list[int], frozenset[str]]:
    sample, faults = design.format.unpack(packet)
    black = np.zeros((design.core.folded_steps, sample.shape[1]), dtype=np.int64)
    trace = twin.simulate(design.core.network, np.concatenate([black, sample])[None])
    return int(trace.decisions[0]), trace.scores[0].tolist(), faults


def check(design: AxiStreamDesign, packets: list[Packet], *, stalls: float = 0.0, seed: int = 0) -> set[str]:
    """Play the packets; the faults that came up."""
    bench = Bench(design, stalls=stalls, seed=seed)
    bench.play(packets)
    wanted = [expected(design, packet) for packet in packets]
    found = [(*design.format.unpack_result(answer), design.format.faults(user)) for answer, user in bench.answers]
    assert found == wanted
    counted = {name: sum(name in faults for _, _, faults in wanted) for name in FAULTS}
    assert bench.status == {"samples": len(packets), **counted}
    return set().union(*(faults for _, _, faults in wanted))


def well_formed(form: AxiStreamFormat, steps: int, generator: np.random.Generator) -> Packet:
    shape = (steps, form.source.size)
    sample = generator.integers(0, form.source.range.high, shape, endpoint=True) * generator.integers(0, 2, shape)
    sample[: int(form.begins_black)] = 0
    return form.pack(sample)


@st.composite
def designs(draw: st.DrawFn) -> AxiStreamDesign:
    options = Options(
        events_per_cycle=draw(st.sampled_from((1, 2, 3, 4))),
        units_per_cycle=draw(st.sampled_from((2, 8))),
        serial_sums=draw(st.booleans()),
        fold_black_frames=draw(st.booleans()),
        longest_sample=12,
    )
    axi = AxiStreamOptions(
        items_per_beat=draw(st.sampled_from((None, 1, 2, 3))), result_beat_bytes=draw(st.sampled_from((1, 3, 4, 64)))
    )
    if draw(st.booleans()):
        return AxiStreamDesign(small_src(draw(st.sampled_from((5, 12, 130))), black=2), options, axi)
    return AxiStreamDesign(rows_network() if draw(st.booleans()) else small_bmru(), options, axi)


@given(st.data())
@settings(max_examples=20, deadline=None)
def test_bytes_of_any_kind_are_answered_as_the_twin_says(data):
    """Packets, some well formed, some changed in places, some made up: every answer, every fault, every count."""
    design = data.draw(designs())
    form = design.format
    generator = np.random.Generator(np.random.PCG64(data.draw(st.integers(0, 2**32))))
    packets = []
    for kind in data.draw(st.lists(st.sampled_from(("right", "changed", "random", "any")), min_size=1, max_size=6)):
        steps = form.steps if form.steps is not None and kind == "right" else int(generator.integers(0, 5))
        packet = well_formed(form, steps, generator)
        if kind == "changed":
            at = generator.integers(0, len(packet.data), 2)
            packet.data[at], packet.keep[at[:1]] = generator.integers(0, 256, 2), False
        elif kind == "random":
            size = int(generator.integers(1, 3 * form.beat_bytes + 8))
            packet = Packet(data=generator.integers(0, 256, size).astype(np.uint8), keep=generator.random(size) < 0.8)
        elif kind == "any":  # beats of which nothing is kept, anywhere
            beats = [packet, Packet(data=np.zeros(form.beat_bytes, np.uint8), keep=np.zeros(form.beat_bytes, bool))]
            if len(packet.data) % form.beat_bytes:
                beats.reverse()
            packet = Packet(data=np.concatenate([b.data for b in beats]), keep=np.concatenate([b.keep for b in beats]))
        packets.append(packet)
    check(design, packets, stalls=data.draw(st.sampled_from((0.0, 0.3, 0.7))), seed=data.draw(st.integers(0, 1 << 20)))


def malformed(design: AxiStreamDesign, generator: np.random.Generator) -> dict[str, Packet]:
    """One packet with each fault that this kind of input can have."""
    form = design.format
    steps = form.steps or 3
    word, spikes = form.word_bytes, form.source.signal == "spike"
    right = well_formed(form, steps, generator)

    def joined(*parts: Packet) -> Packet:
        return Packet(data=np.concatenate([p.data for p in parts]), keep=np.concatenate([p.keep for p in parts]))

    def changed(number: int) -> Packet:
        """The first word of a packet is another one."""
        packet = well_formed(form, steps, generator)
        packet.data[:word] = np.frombuffer(number.to_bytes(word, "little"), np.uint8)
        return packet

    cut = well_formed(form, steps, generator)
    cut.keep[0] = False
    found = {
        "long_sample": joined(right, well_formed(form, 1 if form.steps else form.longest, generator)),
        "unfinished_step": Packet(data=right.data[: -form.item_bytes], keep=right.keep[: -form.item_bytes]),
    }
    largest = form.no_spike - 1 if spikes else (1 << form.word_bits) - 1
    if largest > form.source.range.high:  # bytes of 0..255 cannot be out of range
        found["out_of_range"] = changed(largest)
    if form.steps is not None:
        found["short_sample"] = well_formed(form, steps - 1, generator)
    if word > 1:
        found["bad_keep"] = cut
    if spikes:
        # In the second step, so that none of it is in one that is always black.
        black, event = (
            well_formed(form, 1, np.random.Generator(np.random.PCG64(0))),
            np.zeros(form.item_bytes, np.uint8),
        )
        twice = Packet(data=event, keep=np.arange(form.item_bytes) < word)
        found["out_of_order"] = joined(black, twice, twice, right)
        ending = Packet(data=event, keep=twice.keep)
        found["unfinished_step"] = joined(black, ending)
    return found


def on_icarus(design: AxiStreamDesign, folder: Path, packets: list[Packet], *, pauses: int, work: Path) -> dict:
    whole = design.format.beat_bytes
    frames = []
    for packet in packets:
        room = -len(packet.data) % whole  # the source makes whole beats, and repeats the last TKEEP for what is missing
        frames.append(
            {
                "data": np.pad(packet.data, (0, room)).tolist(),
                "keep": np.pad(packet.keep, (0, room)).astype(int).tolist(),
            }
        )
    work.mkdir()
    (work / "packets.json").write_text(json.dumps({"packets": frames, "pauses": pauses, "seed": 1}))
    programs = [str(tools.find(name).parent) for name in ("iverilog", "vvp")]
    done = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("axi_stream_bench.py")), folder, work / "packets.json", work],
        env={**os.environ, "PATH": os.pathsep.join([*programs, os.environ["PATH"]])},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return json.loads((work / "found.json").read_text())


def assert_answers(design: AxiStreamDesign, packets: list[Packet], found: dict) -> None:
    form = design.format
    wanted = [expected(design, packet) for packet in packets]
    answers = zip(found["answers"], found["users"], strict=True)
    assert [(*form.unpack_result(bytes.fromhex(a)), form.faults(user)) for a, user in answers] == wanted
    status = design.status_layout.from_bits(found["status"])
    assert status.samples == len(packets)
    assert {n: status[n] for n in FAULTS} == {n: sum(n in faults for *_, faults in wanted) for n in FAULTS}


@pytest.mark.parametrize(
    ("network", "options"),
    [
        (small_src(12, black=2), Options(events_per_cycle=3, units_per_cycle=4)),
        (small_src(300), Options(events_per_cycle=2, units_per_cycle=7)),
        (rows_network(), Options()),
        (small_bmru(coding=Choice(kind="current_rows", parameters={"levels": 255, "steps_per_unit": 8})),
         Options(longest_sample=6)),
    ],
    ids=("src", "src with words of two bytes", "fq_bmru", "fq_bmru of bytes"),
)  # fmt: skip
def test_malformed_packets_between_good_ones_in_icarus(network, options, tmp_path):
    """With cocotbext-axi: good, malformed in each way, of no step and of one; with and without pauses on both sides."""
    generator = np.random.Generator(np.random.PCG64(1))
    design = AxiStreamDesign(network, options)
    steps = design.format.steps or 5
    wrong = malformed(design, generator)
    packets = [well_formed(design.format, n, generator) for n in (steps, 0, 1, steps)]
    for packet in wrong.values():
        packets += [packet, well_formed(design.format, steps, generator)]
    wanted = [expected(design, packet) for packet in packets]
    for name, (*_, faults) in zip(wrong, wanted[4::2], strict=True):
        assert name in faults
    assert not any(faults for *_, faults in wanted[5::2]), "the good ones are good"
    assert len({tuple(scores) for _, scores, _ in wanted}) > len(wrong) // 2, "answers that tell the samples apart"
    folder = export_axi_stream(network, output=tmp_path / "verilog", options=options).parent
    for pauses in (0, 60):
        found = on_icarus(design, folder, packets, pauses=pauses, work=tmp_path / f"work{pauses}")
        assert_answers(design, packets, found)


@pytest.mark.parametrize("lanes", [1, 3])
def test_packing_and_unpacking_are_inverse(lanes):
    generator = np.random.Generator(np.random.PCG64(2))
    for network in (small_src(130, frames=6), rows_network()):
        form = AxiStreamDesign(network, Options(events_per_cycle=lanes, fold_black_frames=False)).format
        largest = form.source.range.high
        for steps in (0, 1, form.steps or 7):
            sample = generator.integers(0, largest, (steps, network.inputs), endpoint=True)
            found, faults = form.unpack(form.pack(sample))
            np.testing.assert_array_equal(found, sample)
            assert faults == ({"short_sample"} if form.steps and steps < form.steps else set())


def test_the_format_in_bytes():
    """As a host without Python would write it."""
    form = AxiStreamDesign(small_src(5), Options(events_per_cycle=2)).format
    assert (form.lanes, form.word_bytes, form.beat_bytes, form.steps) == (2, 1, 4, 4)
    sample = np.array([[0, 0, 0, 0, 0], [1, 0, 1, 1, 1]])
    # No spike and the end of the step, in both lanes; inputs 0 and 3; 2 (row 1 of lane 0); 4 (row 2), and the end.
    assert form.pack(sample).data.tobytes().hex(" ", 2) == "ffff 0001 017f 82ff"
    form = AxiStreamDesign(rows_network()).format
    assert form.pack(np.arange(16).reshape(2, 8)).data.tolist() == list(range(16))
    empty = form.pack(np.zeros((0, 8), dtype=int))
    assert len(empty.data) == form.beat_bytes == 4
    assert not empty.keep.any()


def test_the_header_tells_the_format(tmp_path):
    first, again = (export_axi_stream(small_src(12), output=tmp_path / name) for name in "ab")
    assert first.read_bytes() == again.read_bytes()
    text = first.read_text()
    assert "s_axis_tdata" in text
    assert re.search(r"^// input: signal spike, inputs 12, lanes 8, word_bytes 1,", text, re.MULTILINE)
    header = text[: text.index("\nmodule")]
    assert not re.search(r":\w+:`|``|\*\*|====|\['", header)  # no markup of the documentation
    ports = json.loads((first.parent / "ports.json").read_text())
    assert ports["top"] == "small_src_axi_stream"
    assert ports["status"]["counters"] == ["samples", *FAULTS]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"items_per_beat": 0}, "items_per_beat must be a whole number of at least 1, not 0"),
        ({"result_beat_bytes": 129}, "a beat can have 128 items or bytes at most"),
    ],
)
def test_options_are_checked(change, message):
    with pytest.raises(InputError, match=f"^{message}$"):
        AxiStreamOptions(**change)


def test_samples_longer_than_the_scores_have_room_for_are_refused():
    message = r"^samples of 4 steps, but the scores of this design have room for 3; raise longest_sample$"
    with pytest.raises(InputError, match=message):
        AxiStreamDesign(small_src(5), Options(longest_sample=3))


@pytest.mark.parametrize(
    ("sample", "message"),
    [
        (np.zeros((2, 3), dtype=int), r"^a sample must have the shape \(steps, 8\), not \(2, 3\)$"),
        (np.full((1, 8), 17), r"^inputs must be 0..16, not 17..17$"),
    ],
)
def test_samples_that_do_not_fit_are_refused(sample, message):
    with pytest.raises(InputError, match=message):
        AxiStreamDesign(rows_network()).format.pack(sample)


def test_an_answer_of_another_length_is_refused():
    with pytest.raises(InputError, match=r"^an answer has 31 bytes, not 3$"):
        AxiStreamDesign(rows_network()).format.unpack_result(b"abc")


@pytest.mark.parametrize(("interface", "first_port"), [("axi-stream", "s_axis_tdata"), ("pixels", "input__payload")])
def test_the_command_exports_the_interfaces(interface, first_port, tmp_path):
    checkpoint.save(rows_network(), tmp_path / "checkpoint.safetensors")
    arguments = ["export", str(tmp_path), "--target", "verilog", "--interface", interface]
    done = CliRunner().invoke(app, [*arguments, "--output", str(tmp_path / "out")], catch_exceptions=False)
    assert done.exit_code == 0
    top = f"small_rows_{interface.replace('-', '_')}"
    assert re.search(
        rf"^module {top}\([^;]*\b{first_port}\b", (tmp_path / "out" / f"{top}.v").read_text(), re.MULTILINE
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["verilog", "--interface", "pixel"], "unknown interface 'pixel'; did you mean 'pixels'?"),
        (
            ["spice", "--interface", "pixels"],
            "--interface is for --target verilog or vhdl, not for 'spice'; leave it out",
        ),
    ],
)
def test_the_command_refuses_other_interfaces(arguments, message, tmp_path):
    checkpoint.save(rows_network(), tmp_path / "checkpoint.safetensors")
    done = CliRunner().invoke(app, ["export", str(tmp_path), "--target", *arguments])
    assert message in str(done.exception)
