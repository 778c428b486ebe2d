"""Amaranth's simulator as a testbench: plays samples into a design, reads every state, holds it against the twin."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import numpy as np
from amaranth.hdl import ClockDomain, Module
from amaranth.sim import Simulator
from hypothesis import strategies as st

from codesign import coding, twin
from codesign.digital import NetworkDesign
from codesign.digital.bench.vectors import unpack
from codesign.digital.stimulus import payload, played
from codesign.digital.streams import input_items
from codesign.network import Network

__all__ = ["Bench", "Run", "check", "items_of", "runs", "stall_shares"]

LIMIT = 5_000  # cycles; a design that stands still fails instead of hanging


@dataclass
class Run:
    """What a simulation showed: states per layer and state, one list per step; results in order."""

    states: dict[str, dict[str, list[list[int]]]] = field(default_factory=dict)
    joined: dict[str, list[int]] = field(default_factory=dict)
    """Values behind the skip connection of a layer, all units of all steps in order."""
    filled: dict[str, int] = field(default_factory=dict)
    """Cycles in which the memory of a skip connection was full."""
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
            ctx.set(port.payload.as_value(), payload(self.design.source, item))
            ctx.set(port.valid, 1)
            ready = False
            while not ready:
                _, _, ready = await ctx.tick().sample(port.ready)
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
        layer = self.design.layers[name]
        states = self.run.states[name]
        signals = [layer.units.register(state) for state in states]
        row: dict[str, list[int]] = {state: [] for state in states}
        async for _, reset, done, *words in ctx.tick().sample(layer.units.group_done, *signals):
            if reset:
                row = {state: [] for state in states}
            elif done:
                for (state, found), word in zip(states.items(), words, strict=True):
                    shape = layer.states[state].range
                    row[state] += unpack(word, count=layer.groups.lanes, width=shape.width, signed=shape.signed)
                    if len(row[state]) == layer.groups.room:
                        found.append(row[state][: layer.groups.units])
                        row[state] = []

    async def _join(self, ctx: Any, *, name: str) -> None:
        skip = self.design.skips[name]
        port = skip.output
        item = port.payload
        signals = (port.valid & port.ready & item.present, item.value, skip.level == skip.depth)
        async for _, reset, moves, value, full in ctx.tick().sample(*signals):
            if moves and not reset:
                self.run.joined[name].append(value)
            self.run.filled[name] += full

    async def _count(self, ctx: Any) -> None:
        port_in, port_out, first, cycle = self.design.input, self.design.output, None, 0
        signals = (port_in.valid, port_in.ready, port_out.valid, port_out.ready)
        async for _, _, in_valid, in_ready, out_valid, out_ready in ctx.tick().sample(*signals):
            if first is None and in_valid and in_ready:
                first = cycle
            if out_valid and out_ready:
                self.run.cycles = cycle - first + 1
            cycle += 1

    def levels_when_blocked(self, items: Sequence[dict[str, int]], *, cycles: int) -> dict[str, int]:
        """What waits in each skip connection after ``cycles`` in which no result is taken."""
        m = Module()
        m.submodules.dut = self.design
        simulator = Simulator(m)
        simulator.add_clock(1e-6)
        levels: dict[str, int] = {}

        async def main(ctx: Any) -> None:
            await ctx.tick().repeat(cycles)
            assert ctx.get(self.design.input.valid), "more items are needed to fill the design"
            levels.update({name: ctx.get(skip.level) for name, skip in self.design.skips.items()})

        simulator.add_testbench(partial(self._drive, items=items), background=True)
        simulator.add_testbench(main)
        simulator.run()
        return levels

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
                for values in self.run.joined.values():
                    values.clear()
            await self._drive(ctx, items)

        async def results_of(ctx: Any) -> None:
            if resets:  # what comes before the reset is dropped
                ctx.set(self.design.output.ready, 1)
                while not ctx.get(domain.rst):
                    await ctx.tick()
                ctx.set(self.design.output.ready, 0)
                await ctx.tick()  # the cycle of the reset: what stands at the output in it is of before
            await self._collect(ctx, results)

        for name, layer in self.design.layers.items():
            if layer.states:
                self.run.states[name] = {state: [] for state in layer.states}
                simulator.add_testbench(partial(self._watch, name=name), background=True)
        for name in self.design.skips:
            self.run.joined[name], self.run.filled[name] = [], 0
            simulator.add_testbench(partial(self._join, name=name), background=True)
        simulator.add_testbench(self._count, background=True)
        simulator.add_testbench(main, background=True)
        simulator.add_testbench(results_of)
        simulator.run()
        return self.run


def items_of(design: NetworkDesign, samples: Sequence[np.ndarray]) -> list[dict[str, int]]:
    return [
        item
        for sample in samples
        for item in input_items(design.source, played(design, sample) if design.folded_steps else sample)
    ]


def check(network: Network, samples: Sequence[np.ndarray], run: Run, *, first_step: int = 0) -> None:
    """Every state of every step from the first one on, every sum of a skip connection, every score and decision."""
    traces = [twin.simulate(network, sample[None]) for sample in samples]
    for layer, states in run.states.items():
        for state, found in states.items():
            expected = [step.tolist() for trace in traces for step in trace.layers[layer].states[state][0, first_step:]]
            assert found == expected, (layer, state)
    for layer, values in run.joined.items():
        assert values == [v for trace in traces for v in trace.layers[layer].outputs.ravel().tolist()], layer
    assert run.scores == [trace.scores[0].tolist() for trace in traces]
    assert run.decisions == [int(trace.decisions[0]) for trace in traces]


@st.composite
def runs(
    draw: st.DrawFn, networks: st.SearchStrategy[Network], largest_length: int
) -> tuple[Network, list[np.ndarray]]:
    """A network and samples of different lengths, 0 and 1 among them."""
    network = draw(networks)
    lengths = draw(st.lists(st.integers(0, largest_length), min_size=1, max_size=5))
    largest = coding.largest_value(network.coding.kind, network.coding.parameters)
    generator = np.random.Generator(np.random.PCG64(draw(st.integers(0, 2**32))))
    density = draw(st.sampled_from((0.1, 0.5, 1.0)))
    samples = []
    for length in lengths:
        shape = (length, network.inputs)
        samples.append(generator.integers(0, largest, shape, endpoint=True) * (generator.random(shape) < density))
    return network, samples


stall_shares = st.sampled_from((0.0, 0.2, 0.7))
