"""Designs against the integer twin, cycle by cycle in Amaranth's simulator, on networks of every kind and shape."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import partial
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from amaranth.hdl import ClockDomain, Module
from amaranth.sim import Simulator
from hypothesis import given, settings
from hypothesis import strategies as st
from networks import arrays, bmru_network, fq_layer, linear_layer, src_layer, src_network, tensor

from codesign import cells, twin
from codesign.digital import NetworkDesign, Options, predicted_cycles
from codesign.digital.bench.vectors import unpack
from codesign.digital.streams import input_items
from codesign.network import Choice, Layer, Network

LIMIT = 5_000  # cycles; a design that stands still fails instead of hanging


@dataclass
class Run:
    """What a simulation showed: states per layer and state, one list per step; results in order."""

    states: dict[str, dict[str, list[list[int]]]] = field(default_factory=dict)
    decisions: list[int] = field(default_factory=list)
    scores: list[list[int]] = field(default_factory=list)
    cycles: int = 0


class Bench:
    """Plays items into a design; ``stalls`` is the share of cycles in which each stream pauses."""

    def __init__(self, design: NetworkDesign, *, stalls: float = 0.0, seed: int = 0) -> None:
        self.design, self._stalls, self._random = design, stalls, random.Random(seed)
        self.run = Run()

    def _pauses(self) -> bool:
        return self._stalls > 0 and self._random.random() < self._stalls

    async def _drive(self, ctx: Any, items: Sequence[dict[str, int]]) -> None:
        port = self.design.input
        for item in items:
            while self._pauses():
                ctx.set(port.valid, 0)
                await ctx.tick()
            ctx.set(port.payload, {name: item.get(name, 0) for name in self.design.source.layout.members})
            ctx.set(port.valid, 1)
            await ctx.tick().until(port.ready)
        ctx.set(port.valid, 0)

    async def _collect(self, ctx: Any, count: int) -> None:
        port, layout = self.design.output, self.design.output.payload.shape()
        for _ in range(LIMIT):
            accept = not self._pauses()
            ctx.set(port.ready, accept)
            _, _, valid, payload = await ctx.tick().sample(port.valid, port.payload.as_value())
            if accept and valid:
                result = layout.from_bits(payload)
                self.run.decisions.append(int(result.decision))
                self.run.scores.append([int(score) for score in result.scores])
                if len(self.run.decisions) == count:
                    break
        for _ in range(20):
            _, _, valid = await ctx.tick().sample(port.valid)
            assert not valid, "a result too many"

    async def _watch(self, ctx: Any, *, name: str) -> None:
        units = self.design.layers[name].units
        states = self.run.states[name]
        signals = [getattr(units.component, state) for state in states]
        async for _, _, done, *words in ctx.tick().sample(units.component.step_done, *signals):
            if done:
                for (state, found), word in zip(states.items(), words, strict=True):
                    shape = units.states[state]
                    found.append(
                        unpack(
                            word,
                            count=self.design.layers[name].bundle.size,
                            width=shape.width,
                            signed=shape.signed,
                        )
                    )

    async def _count(self, ctx: Any) -> None:
        port_in, port_out, first, cycle = self.design.input, self.design.output, None, 0
        signals = (port_in.valid, port_in.ready, port_out.valid, port_out.ready)
        async for _, _, in_valid, in_ready, out_valid, out_ready in ctx.tick().sample(*signals):
            if first is None and in_valid and in_ready:
                first = cycle
            if out_valid and out_ready:
                self.run.cycles = cycle - first + 1
            cycle += 1

    def play(self, items: Sequence[dict[str, int]], results: int, *, resets: int = 0) -> Run:
        """Run until ``results`` results are there; with ``resets``, that many items are taken and forgotten first."""
        m = Module()
        m.domains.sync = domain = ClockDomain()
        m.submodules.dut = self.design
        simulator = Simulator(m)
        simulator.add_clock(1e-6)

        async def main(ctx: Any) -> None:
            if resets:
                await self._drive(ctx, list(items)[:resets])
                ctx.set(domain.rst, 1)
                await ctx.tick()
                ctx.set(domain.rst, 0)
                for states in self.run.states.values():
                    for found in states.values():
                        found.clear()
            await self._drive(ctx, items)

        async def results_of(ctx: Any) -> None:
            if resets:  # what comes before the reset is dropped
                ctx.set(self.design.output.ready, 1)
                while not ctx.get(domain.rst):
                    await ctx.tick()
                ctx.set(self.design.output.ready, 0)
            await self._collect(ctx, results)

        for name, layer in self.design.layers.items():
            if layer.units is not None and layer.units.states:
                self.run.states[name] = {state: [] for state in layer.units.states}
                simulator.add_testbench(partial(self._watch, name=name), background=True)
        simulator.add_testbench(self._count, background=True)
        simulator.add_testbench(main, background=True)
        simulator.add_testbench(results_of)
        simulator.run()
        return self.run


def items_of(design: NetworkDesign, samples: Sequence[np.ndarray]) -> list[dict[str, int]]:
    return [item for sample in samples for item in input_items(design.source, sample)]


def check(network: Network, samples: Sequence[np.ndarray], run: Run) -> None:
    """Every state of every step, every score and every decision."""
    traces = [twin.simulate(network, sample[None]) for sample in samples]
    for layer, states in run.states.items():
        for state, found in states.items():
            expected = [step.tolist() for trace in traces for step in trace.layers[layer].states[state][0]]
            assert found == expected, (layer, state)
    assert run.scores == [trace.scores[0].tolist() for trace in traces]
    assert run.decisions == [int(trace.decisions[0]) for trace in traces]


# Networks of any shape -------------------------------------------------------------------------------------------

SCALES = {"weight": (8, 4), "bias": (8, 4, 2), "threshold": (8, 2), "width": (8, 4), "gain": (8, 4)}


@st.composite
def current_layer(draw: st.DrawFn, name: str, kind: str, inputs: int, outputs: int) -> Layer:
    spec = cells.spec(kind)
    sizes = {"inputs": inputs, "outputs": outputs}
    tensors = {}
    for key, wanted in spec.tensors.items():
        shape = tuple(sizes[axis] for axis in wanted.shape)
        limit = draw(st.sampled_from((1, 3, wanted.maximum)))
        tensors[key] = tensor(
            arrays(draw, shape, max(wanted.minimum, -limit), limit),
            bits=draw(st.integers(7, 12)),
            scale=Fraction(1, draw(st.sampled_from(SCALES[key]))),
        )
    attributes = {key: draw(st.integers(a.minimum, a.maximum)) for key, a in spec.attributes.items()}
    return Layer(name=name, kind=kind, tensors=tensors, attributes=attributes)


@st.composite
def current_networks(draw: st.DrawFn) -> Network:
    kinds = draw(st.lists(st.sampled_from(("fq_bmru", "linear")), min_size=1, max_size=3))
    sizes = draw(st.lists(st.integers(1, 5), min_size=len(kinds) + 1, max_size=len(kinds) + 1))
    layers = tuple(
        draw(current_layer(f"layer_{index}", kind, sizes[index], sizes[index + 1])) for index, kind in enumerate(kinds)
    )
    parameters = {"levels": draw(st.sampled_from((1, 16, 255))), "steps_per_unit": 8}
    return bmru_network(
        layers,
        classes=tuple(str(k) for k in range(sizes[-1])),
        coding=Choice(kind="current_rows", parameters=parameters),
    )


@st.composite
def spike_networks(draw: st.DrawFn) -> Network:
    sizes = draw(st.lists(st.integers(1, 6), min_size=2, max_size=4))
    layers = []
    for index, (inputs, outputs) in enumerate(pairwise(sizes)):
        limit = draw(st.sampled_from((1, 16, 256)))
        attributes = {key: draw(st.integers(a.minimum, a.maximum)) for key, a in cells.spec("src").attributes.items()}
        if draw(st.booleans()):  # the published parameters, with which neurons do spike
            attributes = {"z_max": draw(st.sampled_from((800, 900, 960))), "z_min": 100}
        weight = arrays(draw, (outputs, inputs), -limit if draw(st.booleans()) else 0, limit)
        layers.append(src_layer(f"layer_{index}", weight=weight, **attributes))
    return src_network(
        tuple(layers),
        classes=tuple(str(k) for k in range(draw(st.integers(1, 5)))),
        decision=Choice(
            kind="group_count", parameters={"own": draw(st.integers(1, 64)), "other": draw(st.integers(0, 64))}
        ),
    )


@st.composite
def runs(
    draw: st.DrawFn, networks: st.SearchStrategy[Network], largest_length: int
) -> tuple[Network, list[np.ndarray]]:
    """A network and samples of different lengths, 0 and 1 among them."""
    network = draw(networks)
    lengths = draw(st.lists(st.integers(0, largest_length), min_size=1, max_size=5))
    largest = 1 if network.coding.kind == "bernoulli" else network.coding.parameters["levels"]
    generator = np.random.Generator(np.random.PCG64(draw(st.integers(0, 2**32))))
    density = draw(st.sampled_from((0.1, 0.5, 1.0)))
    samples = []
    for length in lengths:
        shape = (length, network.inputs)
        samples.append(generator.integers(0, largest, shape, endpoint=True) * (generator.random(shape) < density))
    return network, samples


stall_shares = st.sampled_from((0.0, 0.2, 0.7))
designs = st.builds(Options, units_per_cycle=st.integers(1, 4))


@settings(max_examples=60, deadline=None)
@given(case=runs(current_networks(), 5), stalls=stall_shares, seed=st.integers(0, 999))
def test_currents_equal_the_twin(case, stalls, seed):
    network, samples = case
    design = NetworkDesign(network)
    run = Bench(design, stalls=stalls, seed=seed).play(items_of(design, samples), len(samples))
    check(network, samples, run)
    if stalls == 0:
        assert run.cycles == predicted_cycles(network, samples)


@settings(max_examples=60, deadline=None)
@given(case=runs(spike_networks(), 14), options=designs, stalls=stall_shares, seed=st.integers(0, 999))
def test_spikes_equal_the_twin(case, options, stalls, seed):
    network, samples = case
    design = NetworkDesign(network, options)
    run = Bench(design, stalls=stalls, seed=seed).play(items_of(design, samples), len(samples))
    check(network, samples, run)
    if stalls == 0:
        assert run.cycles == predicted_cycles(network, samples, options)


# Corners ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("sign", [-1, 1])
def test_currents_with_the_largest_weights_do_not_overflow(sign):
    network = bmru_network(
        (
            fq_layer(weight=sign * np.full((3, 4), 32), bias=sign * np.full(3, 32), threshold=np.full(3, 32),
                     width=np.full(3, 32), gain=np.full(3, 32)),
            linear_layer("hidden", weight=np.full((2, 3), 32), bias=np.full(2, 32), relu=1),
            linear_layer(weight=-np.full((2, 2), 32), bias=-np.full(2, 32)),
        ),
        classes=("a", "b"),
    )  # fmt: skip
    samples = [np.full((40, 4), 16), np.zeros((3, 4), dtype=int)]
    design = NetworkDesign(network, Options(longest_sample=40))
    check(network, samples, Bench(design).play(items_of(design, samples), 2))


@pytest.mark.parametrize("sign", [-1, 1])
def test_spikes_with_the_largest_weights_do_not_overflow(sign):
    network = src_network((src_layer(weight=np.full((5, 4), sign * 256)),), classes=("a", "b", "c"))
    samples = [np.ones((90, 4), dtype=int)]  # long enough for the leak and the inputs to balance
    design = NetworkDesign(network, Options(longest_sample=90, units_per_cycle=2))
    check(network, samples, Bench(design).play(items_of(design, samples), 1))


def test_thresholds_are_exact_and_no_state_outlives_its_sample():
    # One finger of weight, threshold and width is one input step here, so every sum meets its threshold exactly.
    network = bmru_network(
        (fq_layer(weight=[[8], [8], [8]], bias=[0, 1, -1], threshold=[4, 4, 4], width=[4, 5, 3], gain=[1, 2, 3]),),
        classes=("a", "b", "c"),
    )
    up, down = list(range(17)), list(range(16, -1, -1))
    samples = [np.array(steps)[:, None] for steps in (up + down, up, [6, 7, 5], up, [], [6], down)]
    trace = twin.simulate(network, samples[0][None])
    layer = trace.layers["memory"]
    assert all((layer.drive == threshold).any(axis=(0, 1)).all() for threshold in layer.thresholds)
    design = NetworkDesign(network)
    check(network, samples, Bench(design).play(items_of(design, samples), len(samples)))


@pytest.mark.parametrize("initial_h", [-1024, 499, 500, 511, 512, 1023])
@pytest.mark.parametrize("initial_hs", [-800, -799, 0, 1023])
def test_every_branch_of_the_spiking_cell(initial_h, initial_hs):
    weight = [[0], [1], [-1], [16], [40], [-256]]
    attributes = {"initial_h": initial_h, "initial_hs": initial_hs}
    network = src_network((src_layer(weight=weight, **attributes),), classes=("a", "b"))
    samples = [np.array([1, 1, 0, 0, 1, 1, 1, 0, 0, 0, 0, 1])[:, None]] * 2
    design = NetworkDesign(network, Options(units_per_cycle=4))
    check(network, samples, Bench(design).play(items_of(design, samples), 2))


SMALL = {
    "current": bmru_network((fq_layer(weight=[[8, -3, 9], [20, 16, 2]], bias=[0, 1], threshold=[4, 8], width=[4, 1],
                                      gain=[8, 4]),), classes=("a", "b")),
    "spike": src_network((src_layer(weight=np.random.Generator(np.random.PCG64(3)).integers(-9, 99, (5, 3))),),
                         classes=("a", "b")),
}  # fmt: skip


@pytest.mark.parametrize("signal", SMALL)
@pytest.mark.parametrize("taken", [1, 5, 20, 33, 50])
def test_reset_from_any_state_leaves_nothing_behind(signal, taken):
    network = SMALL[signal]
    generator = np.random.Generator(np.random.PCG64(taken))
    samples = [generator.integers(0, 2, (7, 3)) for _ in range(4)]
    design = NetworkDesign(network)
    run = Bench(design).play(items_of(design, samples), len(samples), resets=taken)
    check(network, samples, run)


JUNK = {
    "current": [
        [{"value": 7, "present": 1}] * 9 + [{"end_of_step": 1, "end_of_sample": 1}],  # too many values
        [{"value": 7, "present": 1}] * 2 + [{"end_of_sample": 1}],  # a step without an end
        [{"value": 31, "present": 1, "end_of_step": 1}, {"end_of_sample": 1}],  # too large, too few
        [{}, {}, {"value": 3}, {"end_of_sample": 1}],  # nothing at all
    ],
    "spike": [
        [{"address": 3, "spike": 1, "end_of_step": 1}] * 3 + [{"end_of_sample": 1}],  # no such input
        [{"address": 1, "spike": 1}] * 300 + [{"end_of_step": 1, "end_of_sample": 1}],  # more often than it can
        [{"end_of_step": 1}, {"address": 1, "spike": 1}, {"end_of_sample": 1}],  # a step without an end
        [{}, {"address": 1}, {"end_of_sample": 1}],  # nothing at all
    ],
}


@pytest.mark.parametrize("signal", SMALL)
@pytest.mark.parametrize("kind", range(4))
def test_malformed_input_does_no_harm_to_the_next_sample(signal, kind):
    network = SMALL[signal]
    generator = np.random.Generator(np.random.PCG64(kind))
    sample = generator.integers(0, 2, (9, 3))
    design = NetworkDesign(network)
    run = Bench(design).play([*JUNK[signal][kind], *input_items(design.source, sample)], 2)
    trace = twin.simulate(network, sample[None])
    assert run.scores[1] == trace.scores[0].tolist()
    assert run.decisions[1] == int(trace.decisions[0])


def test_missing_values_count_as_zero_and_markers_may_come_alone():
    network = SMALL["current"]
    design = NetworkDesign(network)
    items = [{"value": 9, "present": 1}, {"end_of_step": 1}, {}, {"value": 9, "present": 1, "end_of_step": 1},
             {"end_of_sample": 1}]  # fmt: skip
    check(network, [np.array([[9, 0, 0], [9, 0, 0]])], Bench(design).play(items, 1))


def test_a_wrong_twin_is_noticed():
    network = SMALL["spike"]
    weights = network.layers[0]["weight"].copy()
    weights[4, 1] += 1
    other = src_network((src_layer(weight=weights),), classes=("a", "b"))
    samples = [np.ones((9, 3), dtype=int)]
    design = NetworkDesign(network)
    run = Bench(design).play(items_of(design, samples), 1)
    check(network, samples, run)
    with pytest.raises(AssertionError):
        check(other, samples, run)
