# amaranth: UnusedElaboratable=no
"""Skip connections in RTL: against the twin under pauses of both streams, and how much has to wait in between."""

import random
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from amaranth.sim import Simulator
from digital_bench import Bench, Run, check, items_of, runs, stall_shares
from hypothesis import given, settings
from hypothesis import strategies as st
from networks import arrays, bmru_network, fq_layer, linear_layer, tensor

from codesign import cells, coding, data, digital, resources, tools, twin
from codesign.checkpoint import load, save
from codesign.digital import NetworkDesign, predicted_cycles
from codesign.digital.interval import Interval
from codesign.digital.skip import SkipConnection
from codesign.digital.streams import Bundle
from codesign.network import Choice, Layer, Network
from codesign.twin.trace import common_scale
from codesign.verify import encoded_test_samples, verify

WEIGHT_SCALES = (Fraction(1, 8), Fraction(1, 4), Fraction(1, 3))
GAIN_SCALES = (Fraction(1, 8), Fraction(1, 2), Fraction(3, 8), Fraction(1, 5))


@st.composite
def layer_with_scale(draw: st.DrawFn, name: str, inputs: int, outputs: int, scale: Fraction) -> tuple[Layer, Fraction]:
    """Any layer that gets integers of ``scale``, and the scale of its outputs; no two need be powers of 2 apart."""
    kind = draw(st.sampled_from(("fq_bmru", "linear")))
    spec, sizes = cells.spec(kind), {"inputs": inputs, "outputs": outputs}
    weight = draw(st.sampled_from(WEIGHT_SCALES))
    scales = {"weight": weight, "gain": draw(st.sampled_from(GAIN_SCALES))}
    tensors = {}
    for key, wanted in spec.tensors.items():
        limit = draw(st.sampled_from((1, 3, wanted.maximum)))
        values = arrays(draw, tuple(sizes[axis] for axis in wanted.shape), max(wanted.minimum, -limit), limit)
        whole = weight * scale * draw(st.integers(1, 3))  # of what is compared with the sums or added to them
        tensors[key] = tensor(values, scale=scales.get(key, whole))
    attributes = {key: draw(st.integers(a.minimum, a.maximum)) for key, a in spec.attributes.items()}
    layer = Layer(name=name, kind=kind, tensors=tensors, attributes=attributes)
    return layer, scales["gain"] if kind == "fq_bmru" else weight * scale


@st.composite
def skip_networks(draw: st.DrawFn) -> Network:
    """Two to five layers, most of one size, with connections wherever they fit: nested, crossing, from one source."""
    common = draw(st.integers(1, 4))
    sizes = draw(st.lists(st.sampled_from((common, common, common, 1, 3)), min_size=3, max_size=6))
    scale = Fraction(1, 8)
    layers: list[Layer] = []
    given: dict[str, Fraction] = {}
    for index in range(len(sizes) - 1):
        layer, scale = draw(layer_with_scale(f"layer_{index}", sizes[index], sizes[index + 1], scale))
        sources = [earlier.name for earlier in layers if earlier.outputs == layer.outputs]
        if sources and draw(st.integers(0, 3)):
            layer = replace(layer, skip=draw(st.sampled_from(sources)))
            scale = common_scale(scale, given[layer.skip])
        layers.append(layer)
        given[layer.name] = scale
    return bmru_network(
        tuple(layers),
        classes=tuple(str(k) for k in range(sizes[-1])),
        coding=Choice(kind="current_rows", parameters={"levels": draw(st.sampled_from((1, 16))), "steps_per_unit": 8}),
    )


@settings(max_examples=35, deadline=None)
@given(case=runs(skip_networks(), 5), stalls=stall_shares, seed=st.integers(0, 999))
def test_random_skips_equal_the_twin(case, stalls, seed):
    network, samples = case
    design = NetworkDesign(network)
    run = Bench(design, stalls=stalls, seed=seed).play(items_of(design, samples), len(samples))
    check(network, samples, run)
    assert not any(run.filled.values())
    if stalls == 0:  # a connection costs no cycle: the prediction knows of none
        assert run.cycles == predicted_cycles(network, samples)


# Shapes ----------------------------------------------------------------------------------------------------------


def random_fq(name: str, size: int, *, skip: str = "", seed: int = 1) -> Layer:
    g = np.random.Generator(np.random.PCG64(seed))
    layer = fq_layer(name, weight=g.integers(-8, 17, (size, size)), bias=g.integers(0, 9, size),
                     threshold=g.integers(1, 12, size), width=g.integers(1, 9, size),
                     gain=g.integers(1, 33, size))  # fmt: skip
    return replace(layer, skip=skip)


def random_linear(name: str, size: int, *, skip: str = "", relu: int = 0, seed: int = 2) -> Layer:
    g = np.random.Generator(np.random.PCG64(seed))
    layer = linear_layer(name, weight=g.integers(-32, 33, (size, size)), bias=g.integers(-32, 33, size), relu=relu)
    return replace(layer, skip=skip)


def network_of(*layers: Layer, name: str = "skips") -> Network:
    return bmru_network(layers, classes=tuple(f"c{k}" for k in range(layers[-1].outputs)), name=name)


SHAPES = {
    "published": network_of(  # a linear layer, two blocks of memory and mix, each past itself, a readout
        random_linear("enter", 4, relu=1), random_fq("memory_1", 4),
        random_linear("mix_1", 4, relu=1, skip="enter", seed=3), random_fq("memory_2", 4, seed=4),
        random_linear("mix_2", 4, relu=1, skip="mix_1", seed=5), random_linear("readout", 4, seed=6),
    ),
    "on memory and on the last layer": network_of(
        random_fq("a", 3), random_fq("b", 3, skip="a", seed=3), random_linear("c", 3, skip="b", seed=4)
    ),
    "one source of three": network_of(
        random_fq("a", 3), random_fq("b", 3, skip="a", seed=3), random_linear("c", 3, skip="a", seed=4),
        random_linear("d", 3, skip="a", seed=5),
    ),
    "nested": network_of(
        random_fq("a", 3), random_linear("b", 3, relu=1), random_fq("c", 3, skip="b", seed=3),
        random_linear("d", 3, skip="a", seed=5),
    ),
    "crossing": network_of(
        random_fq("a", 3), random_linear("b", 3, relu=1), random_fq("c", 3, skip="a", seed=3),
        random_linear("d", 3, skip="b", seed=5),
    ),
    "one unit": network_of(
        random_fq("a", 1, seed=0), random_linear("b", 1, relu=1, skip="a", seed=1),
        random_fq("c", 1, skip="b", seed=2), random_linear("d", 1, skip="a", seed=3),
    ),
}  # fmt: skip


def samples_for(network: Network, lengths: Sequence[int] = (5, 0, 1, 9, 0, 0, 1)) -> list[np.ndarray]:
    generator = np.random.Generator(np.random.PCG64(5))
    return [generator.integers(0, 17, (length, network.inputs)) for length in lengths]


def play(network: Network, *, depth: int | None = None, stalls: float = 0.0, resets: int = 0, seed: int = 0) -> Run:
    """Samples through the design of ``network``; with ``depth``, every connection has room for that many items."""
    design, samples = NetworkDesign(network), samples_for(network)
    for skip in design.skips.values():
        skip.depth = depth or skip.depth
    run = Bench(design, stalls=stalls, seed=seed).play(items_of(design, samples), len(samples), resets=resets)
    check(network, samples, run)
    return run


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_equals_the_twin_and_costs_no_cycle(shape):
    network = SHAPES[shape]
    run = play(network)
    assert run.joined.keys() == {layer.name for layer in network.layers if layer.skip}
    assert all(len(set(values)) > 1 for values in run.joined.values())
    assert run.cycles == predicted_cycles(network, samples_for(network))


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("taken", [7, 37])
def test_reset_leaves_nothing_that_waits(shape, taken):
    play(SHAPES[shape], resets=taken)


@pytest.mark.parametrize("shape", [shape for shape in SHAPES if shape != "one unit"])  # whose address has no bit
@pytest.mark.parametrize("stalls", [0.0, 0.5, 0.9])
def test_room_for_one_step_is_enough_to_go_on(shape, stalls):
    network = SHAPES[shape]
    run = play(network, depth=network.layers[-1].outputs, stalls=stalls, seed=3)
    assert any(run.filled.values())  # or it would prove nothing


def test_with_less_room_it_stands_still():
    with pytest.raises(AssertionError):
        play(SHAPES["published"], depth=3)


@pytest.mark.parametrize("shape", SHAPES)
def test_there_is_room_for_all_that_waits_behind_a_blocked_output(shape):
    network = SHAPES[shape]
    design = NetworkDesign(network)
    # The first two samples fill the decision, the third one everything before it.
    items = items_of(design, samples_for(network, (1, 1, 60)))
    levels = Bench(design).levels_when_blocked(items, cycles=1000)
    assert levels.keys() == design.skips.keys()
    for name, level in levels.items():
        # A bound, and not a wasteful one.
        assert design.skips[name].depth / 3 < level <= design.skips[name].depth


def test_factors_need_not_be_powers_of_two():
    memory = fq_layer("a", weight=[[8]], bias=[0], threshold=[2], width=[2], gain=[7])
    memory = replace(memory, tensors={**memory.tensors, "gain": tensor([7], scale=Fraction(3, 8))})
    last = replace(linear_layer("b", weight=[[-5]], bias=[3]), skip="a")
    last = replace(
        last, tensors={"weight": tensor([[-5]], scale=Fraction(2, 3)), "bias": tensor([3], scale=Fraction(1, 4))}
    )
    network = network_of(memory, last)
    skip = NetworkDesign(network).skips["b"]
    assert skip.bundle.scale == Fraction(1, 8)  # of 3/8 and of 2/3 x 3/8
    assert skip.bundle.ranges == (Interval(-35 * 2 + 3 * 2, 3 * 2 + 7 * 3),)
    run = play(network)
    assert {3 * 2, -35 * 2 + 3 * 2 + 7 * 3} == set(run.joined["b"])


class Ends:
    """Plays both streams into a connection, each with pauses of its own, and takes both that leave it."""

    def __init__(self, skip: SkipConnection, stalls: Sequence[float], seed: int) -> None:
        self.skip, self._stalls, self._random = skip, stalls, random.Random(seed)
        self.onward: list[int] = []
        self.output: list[int] = []

    async def _send(self, ctx, port, values, stalls):
        for value in values:
            while self._random.random() < stalls:
                ctx.set(port.valid, 0)
                await ctx.tick()
            ctx.set(port.payload, {"value": value, "present": 1, "end_of_step": 0, "end_of_sample": 0})
            ctx.set(port.valid, 1)
            ready = False
            while not ready:
                _, _, ready = await ctx.tick().sample(port.ready)
        ctx.set(port.valid, 0)

    async def _take(self, ctx, port, found, count, stalls):
        before = None  # what was offered and not taken
        for _ in range(3000):
            ctx.set(port.ready, self._random.random() >= stalls)
            _, _, valid, ready, value = await ctx.tick().sample(port.valid, port.ready, port.payload.value)
            assert before is None or (valid and value == before), "an item was withdrawn or changed"
            before = value if valid and not ready else None
            if valid and ready:
                found.append(value)
            if len(found) == count:
                return
        pytest.fail(f"{len(found)} of {count} items")

    def play(self, earlier: Sequence[int], own: Sequence[int]) -> None:
        skip, count = self.skip, len(own)
        simulator = Simulator(skip)
        simulator.add_clock(1e-6)
        first, second, third, fourth = self._stalls
        simulator.add_testbench(partial(self._send, port=skip.earlier, values=earlier, stalls=first), background=True)
        simulator.add_testbench(partial(self._send, port=skip.input, values=own, stalls=second), background=True)
        simulator.add_testbench(partial(self._take, port=skip.onward, found=self.onward, count=count, stalls=third))
        simulator.add_testbench(partial(self._take, port=skip.output, found=self.output, count=count, stalls=fourth))
        simulator.run()


@settings(max_examples=25, deadline=None)
@given(
    stalls=st.tuples(stall_shares, stall_shares, stall_shares, stall_shares),
    depth=st.integers(2, 9),
    scales=st.tuples(st.sampled_from(GAIN_SCALES), st.sampled_from(GAIN_SCALES)),
    seed=st.integers(0, 999),
)
def test_a_connection_keeps_its_streams_together_at_any_timing(stalls, depth, scales, seed):
    """Also where the later layer were quicker than the memory, or one end pauses for long."""
    ranges = (Interval(-9, 200), Interval(0, 7))
    earlier, own = (
        Bundle(signal="current", ranges=(found,) * 3, scale=scale) for found, scale in zip(ranges, scales, strict=True)
    )
    ends = Ends(SkipConnection(earlier=earlier, own=own, depth=depth), stalls, seed)
    generator = np.random.Generator(np.random.PCG64(seed))
    values = [generator.integers(found.low, found.high, 40, endpoint=True).tolist() for found in ranges]
    ends.play(*values)
    scale = ends.skip.bundle.scale
    assert ends.onward == values[0]
    assert [value * scale for value in ends.output] == [
        a * scales[0] + b * scales[1] for a, b in zip(*values, strict=True)
    ]


# The Verilog -----------------------------------------------------------------------------------------------------


def rows_of(network: Network, count: int) -> np.ndarray:
    images = data.load("digits", "test").images[:count]
    return coding.encode(network.coding.kind, network.coding.parameters, images)


def eight_inputs(*, clash: bool = False) -> Network:
    """Rows of the digits into the published shape; with ``clash``, under names that want each other's instances."""
    names = ("enter", "memory_1", "mix_1", "memory_2", "mix_2", "readout")
    if clash:
        names = ("decision", "skip_reg", "reg", "decision_", "skip_skip_reg", "reg__sums")
    g = np.random.Generator(np.random.PCG64(8))

    def parameters(low: int, high: int) -> np.ndarray:
        return g.integers(low, high, 4)

    def memory(name: str) -> Layer:
        return fq_layer(name, weight=g.integers(-8, 17, (4, 4)), bias=parameters(0, 9), threshold=parameters(1, 12),
                        width=parameters(1, 9), gain=parameters(1, 33))  # fmt: skip

    def mix(name: str, skip: str) -> Layer:
        layer = linear_layer(name, weight=g.integers(-16, 17, (4, 4)), bias=parameters(-16, 17), relu=1)
        return replace(layer, skip=skip)

    layers = (
        linear_layer(names[0], weight=g.integers(-4, 9, (4, 8)), bias=parameters(-16, 17), relu=1),
        memory(names[1]), mix(names[2], names[0]), memory(names[3]), mix(names[4], names[2]),
        linear_layer(names[5], weight=g.integers(-16, 17, (10, 4)), bias=g.integers(-16, 17, 10)),
    )  # fmt: skip
    return bmru_network(layers, name="skips")


def test_verify_compares_every_state_of_real_digits(tmp_path):
    save(eight_inputs(), tmp_path / "checkpoint.safetensors")
    result = verify(load(tmp_path), targets=["verilog"], samples=12)
    found = result.targets["verilog"].json()
    assert result.passed
    assert found["states_agree"] == found["states_compared"] == 12 * 8 * 8
    assert found["decisions_agree"] == 12
    predicted = predicted_cycles(result.network, list(result.inputs))
    assert found["cycles_per_sample"] == predicted / 12


def assert_icarus_equals_the_twin(network: Network, inputs: np.ndarray, work: Path, *, stalls: int = 0) -> None:
    run, trace = digital.simulate(network, inputs, work=work, stalls=stalls), twin.simulate(network, inputs)
    for layer in network.layers:
        assert run.states[layer.name].keys() == trace.layers[layer.name].states.keys()
        for state, expected in trace.layers[layer.name].states.items():
            np.testing.assert_array_equal(run.states[layer.name][state], expected)
    np.testing.assert_array_equal(run.scores, trace.scores)
    np.testing.assert_array_equal(run.decisions, trace.decisions)


@pytest.mark.parametrize("clash", [False, True])
def test_icarus_under_stalls(clash, tmp_path):
    network = eight_inputs(clash=clash)
    assert_icarus_equals_the_twin(network, rows_of(network, 6), tmp_path / "run", stalls=40)


SHIPPED = sorted(path.parent.name for path in resources.folder("models").glob("*-bmru/checkpoint.safetensors"))
SPOKEN = [name for name in SHIPPED if not name.startswith("digits-")]


@pytest.mark.parametrize("name", SPOKEN)
def test_shipped_models_of_spoken_words(name, tmp_path):
    network = load(resources.folder("models") / name)
    assert len(NetworkDesign(network).skips) == 2  # one past each block
    inputs, _ = encoded_test_samples(network, 4)
    assert_icarus_equals_the_twin(network, inputs, tmp_path / "run")


@pytest.mark.parametrize("name", SPOKEN)
def test_shipped_models_at_the_ends_of_their_inputs(name, tmp_path):
    """Frames of nothing and of the most that the coding gives, which no recording has."""
    network = load(resources.folder("models") / name)
    largest = coding.largest_value(network.coding.kind, network.coding.parameters)
    inputs = np.random.Generator(np.random.PCG64(4)).choice([0, largest], (2, 20, network.inputs))
    assert_icarus_equals_the_twin(network, inputs, tmp_path / "run", stalls=40)


def test_the_verilog_names_the_connection_and_has_no_warnings(tmp_path):
    path = digital.export(eight_inputs(), output=tmp_path / "verilog")
    text = path.read_text()
    assert "// Skip connections, as instances: skip_mix_1 (adds enter), skip_mix_2 (adds mix_1)\n" in text
    assert "skips__skip_mix_1 skip_mix_1 (" in text
    module = text.split("module skips__skip_mix_2(")[1].split("endmodule")[0]
    assert all(f"{port};" in module for port in ("earlier__payload", "onward__payload", "input__payload"))
    done = tools.run("iverilog", ["-Wall", "-g2005", "-t", "null", path.name], folder=path.parent, time_limit_s=60)
    assert done.stdout + done.stderr == ""
