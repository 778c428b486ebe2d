"""The cocotb test: plays samples into a generated design and reads every state of every step.

It needs cocotb and the standard library alone. The streams are driven as any user of the design may drive them,
and the states are read once per step, as one packed word each, when the layer says that they are final.
Started by ``run.py``, which passes these variables: ``BENCH_PORTS``, ``BENCH_VECTORS``, ``BENCH_FOUND`` (paths)
and ``BENCH_STALLS`` (percent of the cycles in which each stream pauses), ``BENCH_SEED``.
"""

import json
import os
import random
from pathlib import Path
from typing import Any

import cocotb
import vectors as files  # type: ignore[import-not-found]  # beside this file, wherever it was copied to
from cocotb.clock import Clock
from cocotb.triggers import ClockCycles, Event, RisingEdge

__all__ = ["every_state"]

_PERIOD_NS = 10


class Stalls:
    """Says in which cycles a stream pauses."""

    def __init__(self, percent: int, seed: str) -> None:
        self.percent, self._random = percent, random.Random(seed)

    def now(self) -> bool:
        return self.percent > 0 and self._random.randrange(100) < self.percent


class Cycles:
    """Counts clock cycles from the simulation's time, so that nothing has to run in each of them."""

    @property
    def now(self) -> int:
        return int(cocotb.utils.get_sim_time("ns")) // _PERIOD_NS


def stream(dut: Any, ports: dict[str, Any], name: str) -> tuple[Any, Any, Any]:
    """``valid``, ``payload`` and ``ready`` of a stream. In VHDL their names are others than in Verilog."""
    names = ports.get("names", {})
    found = (f"{name}__{part}" for part in ("valid", "payload", "ready"))
    valid, payload, ready = (dut[names.get(port, port)] for port in found)
    return valid, payload, ready


async def drive(
    dut: Any, port: tuple[Any, Any, Any], items: list[int], stalls: Stalls, cycles: Cycles, times: list[int]
) -> None:
    """Offer ``items`` one after the other; ``times`` gets the cycles in which they were taken."""
    clock = RisingEdge(dut.clk)
    valid, payload, ready = port
    for item in items:
        while stalls.now():
            valid.value = 0
            await clock
        valid.value = 1
        payload.value = item
        await clock
        while not int(ready.value):
            await RisingEdge(ready)
            await clock
        times.append(cycles.now)
    valid.value = 0


async def collect(
    dut: Any,
    port: tuple[Any, Any, Any],
    count: int,
    stalls: Stalls,
    cycles: Cycles,
    words: list[int],
    times: list[int],
) -> None:
    """Take ``count`` results."""
    clock = RisingEdge(dut.clk)
    valid, payload, ready = port
    while len(words) < count:
        accept = not stalls.now()
        ready.value = int(accept)
        await clock
        if accept and int(valid.value):
            words.append(int(payload.value))
            times.append(cycles.now)
        elif not stalls.percent:
            await RisingEdge(valid)
    ready.value = 0


async def watch(dut: Any, layer: dict[str, Any], words: dict[str, list[str]], every: Event, count: int) -> None:
    """Read the states of one layer at each of its strobes, a group at a time; sets ``every`` after ``count`` steps."""
    units = dut
    for name in layer["instance"]:
        units = units[name]
    strobe = units[layer["strobe"]]
    handles = {state: units[shape["register"]] for state, shape in layer["states"].items()}
    # Of the last group, lanes past the last unit hold nothing.
    masks = {state: (1 << shape["width"] * layer["units"]) - 1 for state, shape in layer["states"].items()}
    places = {state: shape["width"] * layer["lanes"] for state, shape in layer["states"].items()}
    step = dict.fromkeys(handles, 0)
    group = 0
    clock, done = RisingEdge(dut.clk), RisingEdge(strobe)
    while True:
        await done
        # High for one cycle per group, but for several in a row where groups follow each other at once.
        await clock
        while int(strobe.value):
            for state, handle in handles.items():
                step[state] |= int(handle.value) << group * places[state]
            group += 1
            if group == layer["groups"]:
                for state, word in step.items():
                    words[state].append(format(word & masks[state], "x"))
                    step[state] = 0
                group = 0
                if len(words[next(iter(words))]) == count:
                    every.set()
            await clock


@cocotb.test()
async def every_state(dut: Any) -> None:
    """All samples of the vectors; writes what was found and fails at the first difference from what was expected."""
    ports = files.read(Path(os.environ["BENCH_PORTS"]))
    vectors = files.read(Path(os.environ["BENCH_VECTORS"]))
    percent, seed = int(os.environ.get("BENCH_STALLS", "0")), os.environ.get("BENCH_SEED", "1")
    samples = vectors["samples"]
    steps = sum(sample["steps"] for sample in samples)
    items = [int(item, 16) for sample in samples for item in sample["items"]]

    source, sink = stream(dut, ports, "input"), stream(dut, ports, "output")
    source[0].value = 0
    source[1].value = 0
    sink[2].value = 0
    dut.rst.value = 1
    Clock(dut.clk, _PERIOD_NS, unit="ns").start()
    await ClockCycles(dut.clk, 3)
    dut.rst.value = 0

    states: dict[str, dict[str, list[str]]] = {}
    waiting: list[Event] = []
    for layer in ports["layers"]:
        words: dict[str, list[str]] = {state: [] for state in layer["states"]}
        states[layer["name"]] = words
        if words and steps:
            waiting.append(Event())
            cocotb.start_soon(watch(dut, layer, words, waiting[-1], steps))
    cycles, taken, results, times = Cycles(), list[int](), list[int](), list[int]()
    cocotb.start_soon(drive(dut, source, items, Stalls(percent, f"input {seed}"), cycles, taken))
    await collect(dut, sink, len(samples), Stalls(percent, f"output {seed}"), cycles, results, times)
    for event in waiting:
        await event.wait()
    await ClockCycles(dut.clk, 20)
    assert not int(sink[0].value), "a result too many stands at the output"

    fields = ports["output"]["fields"]
    found = {
        "states": states,
        "decisions": [_field(word, fields["decision"])[0] for word in results],
        "scores": [_field(word, fields["scores"]) for word in results],
        "cycles": times[-1] - taken[0] + 1 if taken else 0,
        "first_item_at": taken[0] if taken else 0,
        "results_at": times,
        "simulator": f"{cocotb.SIM_NAME} {cocotb.SIM_VERSION}",
    }
    Path(os.environ["BENCH_FOUND"]).write_text(json.dumps(found))
    for name, layer_states in states.items():
        for state, layer_words in layer_states.items():
            assert len(layer_words) == steps, f"layer {name}, state {state}: {len(layer_words)} steps, expected {steps}"
    if "expected" in vectors:
        mismatch = files.first_mismatch(ports, vectors, found)
        assert mismatch is None, str(mismatch)
        cocotb.log.info("every state of %d steps in %d samples is as expected", steps, len(samples))


def _field(word: int, field: dict[str, Any]) -> list[int]:
    values: list[int] = files.unpack(
        word >> field["offset"], count=field.get("count", 1), width=field["width"], signed=field["signed"]
    )
    return values
