# amaranth: UnusedElaboratable=no
"""Encoders in RTL against the codings: what leaves them, in how many cycles, and whole networks that take pixels."""

import json
import random
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from amaranth.hdl import Module
from amaranth.sim import Simulator
from hypothesis import given, settings
from hypothesis import strategies as st
from networks import rows_network, src_layer, src_network

from codesign import checkpoint, coding, data, resources, twin
from codesign.digital import Options
from codesign.digital.bench import vectors
from codesign.digital.encoders import PixelOptions, encoder, pixel_items
from codesign.digital.encoders.leap import leap
from codesign.digital.pixel_design import PixelDesign, export_pixels
from codesign.digital.simulate import run_bench
from codesign.digital.stimulus import expected
from codesign.digital.streams import network_input
from codesign.errors import InputError
from codesign.files import write_json
from codesign.network import Choice, Network

BERNOULLI = {"levels": 16, "black_frames": 2, "active_frames": 5, "rate": 200, "seed": 7}
ONE_SHOT = {"levels": 16, "level": 8, "frames": 5, "seed": 3}


def network_of(kind: str, parameters: dict[str, int], inputs: int) -> Network:
    weights = np.random.Generator(np.random.PCG64(inputs)).integers(-128, 128, (9, inputs))
    layer = src_layer(weight=weights, initial_h=480, initial_hs=-780, z_max=1000)
    return src_network((layer,), coding=Choice(kind=kind, parameters=parameters), classes=("a", "b", "c"))


class Bench:
    """Plays items of pixels into an encoder; what leaves it, with the cycle of each item."""

    def __init__(self, dut, *, stalls: float = 0.0, seed: int = 0) -> None:
        self.dut, self._stalls, self._random = dut, stalls, random.Random(seed)
        self.found: list[tuple[int, object]] = []
        self.taken: list[int] = []

    def _pauses(self) -> bool:
        return self._random.random() < self._stalls

    def play(self, items: list[dict[str, int]], images: int) -> None:
        dut, m = self.dut, Module()
        m.submodules.dut = dut
        simulator = Simulator(m)
        simulator.add_clock(1e-6)
        layout_in, layout_out = dut.input.payload.shape(), dut.output.payload.shape()
        words = [sum(item[name] << entry.offset for name, entry in layout_in) for item in items]

        async def drive(ctx):
            cycle = 0
            for word in words:
                while self._pauses():
                    ctx.set(dut.input.valid, 0)
                    await ctx.tick()
                    cycle += 1
                ctx.set(dut.input.payload.as_value(), word)
                ctx.set(dut.input.valid, 1)
                ready = False
                while not ready:
                    _, _, ready = await ctx.tick().sample(dut.input.ready)
                    cycle += 1
                self.taken.append(cycle - 1)
            ctx.set(dut.input.valid, 0)

        async def collect(ctx):
            ended, waiting = 0, None
            for cycle in range(20_000):
                accept = not self._pauses()
                ctx.set(dut.output.ready, accept)
                _, _, valid, word = await ctx.tick().sample(dut.output.valid, dut.output.payload.as_value())
                assert waiting is None or (valid and word == waiting), "an item that waited has changed"
                waiting = word if valid and not accept else None
                if valid and accept:
                    self.found.append((cycle, layout_out.from_bits(word)))
                    ended += self.found[-1][1].end_of_sample
                    if ended == images:
                        break
            assert ended == images
            ctx.set(dut.output.ready, 1)
            for _ in range(20):
                _, _, valid = await ctx.tick().sample(dut.output.valid)
                assert not valid, "an item too many"

        simulator.add_testbench(drive, background=True)
        simulator.add_testbench(collect)
        simulator.run()


def samples_of(bench: Bench, source) -> list[np.ndarray]:
    """The samples (steps, inputs) that left an encoder; no spike may come twice."""
    samples, steps, step, position = [], [], np.zeros(source.size, dtype=np.int64), 0
    for _, item in bench.found:
        if source.signal == "spike":
            for lane in range(source.lanes):
                if item.spike >> lane & 1:
                    step[item.address[lane] * source.lanes + lane] += 1
        elif item.present:
            step[position] = item.value
            position += 1
        if item.end_of_step:
            steps.append(step)
            step, position = np.zeros_like(step), 0
        if item.end_of_sample:
            assert not step.any()
            samples.append(np.array(steps, dtype=np.int64).reshape(-1, source.size))
            steps = []
    return samples


@st.composite
def encoders(draw: st.DrawFn):
    """(network, source, steps left out, encoder, images)."""
    kind = draw(st.sampled_from(("bernoulli", "one_shot", "current_rows")))
    rows, columns = draw(st.integers(1, 6)), draw(st.integers(1, 7))
    options = PixelOptions(
        pixels_per_item=draw(st.sampled_from((1, 2, 3, 5, 8))), pixels_per_cycle=draw(st.sampled_from((1, 4, 9, 64)))
    )
    if kind == "current_rows":
        network = replace(rows_network())
        columns, left_out = network.inputs, 0
    else:
        parameters = dict(BERNOULLI if kind == "bernoulli" else ONE_SHOT)
        parameters["seed"] = draw(st.integers(1, 2**32 - 1))
        parameters["levels"] = draw(st.sampled_from((1, 16, 255)))
        if kind == "bernoulli":
            parameters["rate"] = draw(st.sampled_from((1, 64, 256)))
        else:
            parameters["level"] = draw(st.integers(1, parameters["levels"]))
            parameters["frames"] = draw(st.integers(1, 7))
        network = network_of(kind, parameters, rows * columns)
        left_out = draw(st.integers(0, coding.black_frames(kind, parameters) - 1))
    source = network_input(network, draw(st.sampled_from((1, 2, 3, 4))))
    count = draw(st.integers(1, 4))
    generator = np.random.Generator(np.random.PCG64(draw(st.integers(0, 2**32))))
    images = generator.integers(0, network.coding.parameters["levels"], (count, rows, columns), endpoint=True)
    images *= generator.random(images.shape) < draw(st.sampled_from((0.0, 0.5, 1.0)))
    return network, source, left_out, encoder(network, source=source, left_out=left_out, options=options), images


def lanes_of(dut) -> int:
    return len(dut.input.payload.present)


@given(encoders(), st.sampled_from((0.0, 0.3, 0.7)), st.integers(0, 1 << 20))
@settings(max_examples=25, deadline=None)
def test_what_leaves_an_encoder_is_what_the_coding_gives(drawn, stalls, seed):
    network, source, left_out, dut, images = drawn
    bench = Bench(dut, stalls=stalls, seed=seed)
    bench.play([item for image in images for item in pixel_items(image, lanes_of(dut))], len(images))
    wanted = coding.encode(network.coding.kind, network.coding.parameters, images)[:, left_out:]
    found = samples_of(bench, source)
    assert len(found) == len(wanted)
    for one, other in zip(found, wanted, strict=True):
        np.testing.assert_array_equal(one, other)


@given(encoders())
@settings(max_examples=15, deadline=None)
def test_cycles_of_an_image_are_as_predicted(drawn):
    """Without pauses: an image takes the sum of its steps, or what its items take to load, whichever is more."""
    _, _, _, dut, images = drawn
    bench = Bench(dut)
    bench.play([*pixel_items(images[0], lanes_of(dut))] * 5, 5)
    ends = [cycle for cycle, item in bench.found if item.end_of_sample]
    assert [later - earlier for earlier, later in pairwise(ends)][2:] == [dut.cycles(images[0])] * 2


@pytest.mark.parametrize("kind", ["bernoulli", "one_shot"])
def test_images_that_are_too_short_or_too_long_harm_no_other(kind):
    network = network_of(kind, BERNOULLI if kind == "bernoulli" else ONE_SHOT, 20)
    source = network_input(network, 2)
    generator = np.random.Generator(np.random.PCG64(5))
    image = generator.integers(0, 16, (4, 5), endpoint=True)
    images = [image, image[:2], image, np.concatenate([image, image, image]), image, image[:0], image]
    whole = [np.zeros((4, 5), dtype=int) for _ in images]
    for room, given_image in zip(whole, images, strict=True):
        room[: len(given_image)] = given_image[:4]
    too_bright = list(pixel_items(image, 3))
    too_bright[0]["pixels"] |= 0xFF  # counts as 16
    whole.append(image.copy())
    whole[-1][0, 0] = 16
    dut = encoder(network, source=source, left_out=0, options=PixelOptions(pixels_per_item=3, pixels_per_cycle=6))
    bench = Bench(dut)
    bench.play([item for i in images for item in pixel_items(i, 3)] + too_bright, len(whole))
    wanted = coding.encode(kind, network.coding.parameters, np.array(whole))
    for one, other in zip(samples_of(bench, source), wanted, strict=True):
        np.testing.assert_array_equal(one, other)


@given(st.integers(1, 2**32 - 1), st.integers(1, 300))
def test_a_leap_is_as_many_steps(state, steps):
    from codesign.coding.bernoulli import random_words

    wanted = int(random_words(state, steps)[-1])
    assert sum(((state & mask).bit_count() & 1) << bit for bit, mask in enumerate(leap(steps))) == wanted


def run(network, images, folder, *, options=None, pixel_options=None, stalls=0, language="verilog") -> dict:
    """Images through the exported design in its simulator: every state is held against the twin there."""
    design = PixelDesign(network, options, pixel_options)
    inputs = coding.encode(network.coding.kind, network.coding.parameters, images)
    steps = inputs.shape[1] - design.core.folded_steps
    stimulus = [{"steps": steps, "items": [format(word, "x") for word in design.items(image)]} for image in images]
    wanted = expected(design.core, list(inputs))
    assert sum(map(len, next(iter(wanted["states"].values())).values())) > 0
    folder.mkdir(exist_ok=True)
    write_json(folder / "vectors.json", {"samples": stimulus, "expected": wanted})
    exported = export_pixels(
        network, output=folder / language, options=options, pixel_options=pixel_options, language=language
    )
    run_bench(
        exported.parent, vectors_file=folder / "vectors.json", work=folder / "work", time_limit_s=560, stalls=stalls
    )
    found = vectors.read(folder / "work" / "found.json")
    assert found["decisions"] == twin.simulate(network, inputs).decisions.tolist()
    return found


@pytest.mark.parametrize(("model", "samples", "stalls"), [("digits-src", 3, 30), ("digits-bmru", 6, 0)])
def test_real_digits_as_pixels_in_icarus(model, samples, stalls, tmp_path):
    network = checkpoint.load(resources.folder("models") / model)
    images = data.load(network.task, "test").images[:samples]
    options = Options(events_per_cycle=2, units_per_cycle=8, serial_sums=True)
    run(network, images, tmp_path, options=options, stalls=stalls)


def test_a_network_of_mnist_size_as_pixels_in_icarus(tmp_path):
    """784 pixels in one-shot coding; a small layer and a made-up image, so that it is quick."""
    network = network_of("one_shot", {"levels": 255, "level": 128, "frames": 7, "seed": 1}, 784)
    images = np.random.Generator(np.random.PCG64(3)).integers(0, 256, (2, 28, 28)) * (np.arange(28) % 4 == 0)
    design = PixelDesign(network, None, PixelOptions(pixels_per_item=28))
    found = run(network, images, tmp_path, pixel_options=PixelOptions(pixels_per_item=28))
    assert found["cycles"] <= 28 + sum(design.encoder.items(images[0])) + sum(design.encoder.items(images[1])) + 60


@pytest.mark.parametrize("units_per_cycle", [1, 8])
@pytest.mark.parametrize("kind", ["bernoulli", "one_shot"])
def test_cycles_of_a_network_are_as_predicted(kind, units_per_cycle, tmp_path):
    """The same image again and again: an encoder that is slower than its network, and one that is faster."""
    network = network_of(kind, BERNOULLI if kind == "bernoulli" else ONE_SHOT, 60)
    image = np.random.Generator(np.random.PCG64(8)).integers(0, 17, (6, 10))
    options, pixel_options = Options(units_per_cycle=units_per_cycle), PixelOptions(pixels_per_item=10)
    found = run(network, np.array([image] * 6), tmp_path, options=options, pixel_options=pixel_options)
    spent = [later - earlier for earlier, later in pairwise(found["results_at"])][2:]
    predicted = PixelDesign(network, options, pixel_options).cycles(image)
    assert spent == pytest.approx([predicted] * len(spent), rel=0.1)


@pytest.mark.parametrize("kind", ["bernoulli", "one_shot"])
def test_pixels_in_ghdl(kind, tmp_path):
    network = network_of(kind, BERNOULLI if kind == "bernoulli" else ONE_SHOT, 60)
    images = np.random.Generator(np.random.PCG64(9)).integers(0, 17, (3, 6, 10))
    run(network, images, tmp_path, options=Options(units_per_cycle=4), stalls=30, language="vhdl")


@pytest.mark.full
@pytest.mark.parametrize("model", ["mnist-src-fast", "mnist-src-55"])
def test_mnist_as_pixels_in_icarus(model, tmp_path):
    network = checkpoint.load(resources.folder("models") / model)
    images = data.load("mnist", "test").images[:2]
    options = Options(events_per_cycle=2, units_per_cycle=32, serial_sums=True)
    run(network, images, tmp_path, options=options, pixel_options=PixelOptions(pixels_per_cycle=56))


def test_the_export_tells_the_pixels(tmp_path):
    network = network_of("one_shot", ONE_SHOT, 12)
    first, again = (export_pixels(network, output=tmp_path / name) for name in "ab")
    assert first.read_bytes() == again.read_bytes()
    head = first.read_text().split("\nmodule", 1)[0]
    assert "// Coding: one_shot, levels 16, level 8, frames 5, seed 3.\n" in head
    assert json.loads((first.parent / "ports.json").read_text())["input"]["signal"] == "pixel"


@pytest.mark.parametrize("name", ["pixels_per_item", "pixels_per_cycle"])
def test_options_are_checked(name):
    with pytest.raises(InputError, match=f"^{name} must be a whole number 1..1024, not 0$"):
        PixelOptions(**{name: 0})
