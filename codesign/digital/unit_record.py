"""What one unit did in a simulation of the RTL, step by step, from its nets cycle by cycle."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from codesign.digital.bench.vectors import unpack
from codesign.digital.streams import Bundle
from codesign.digital.unit_nets import Path, StreamNets, UnitNets

__all__ = ["Item", "UnitRecord", "Words", "moved", "read_items", "unit_record"]

Words = Mapping[Path, Sequence[int | None]]
"""Of each net its value before every rising edge of the clock; None: not known."""


@dataclass(frozen=True, kw_only=True)
class Item:
    """What a layer took in one cycle: ``values`` by input, and whether it closes the step."""

    cycle: int
    values: Mapping[int, int]
    end_of_step: bool


@dataclass(frozen=True, eq=False, kw_only=True)
class UnitRecord:
    """Steps are counted over all samples that were played. Cycles are rising edges of the clock."""

    items: tuple[Item, ...]
    inputs: NDArray[np.int64]
    """(steps, inputs)"""
    last_item: NDArray[np.int64]
    """(steps,): the cycle in which the item that closes the step is taken."""
    sums: Mapping[str, NDArray[np.int64]]
    """(steps,) each."""
    sums_taken: NDArray[np.int64]
    """(steps,): the cycle in which the unit takes its sums."""
    states: Mapping[str, NDArray[np.int64]]
    """(steps,) each."""
    states_seen: NDArray[np.int64]
    """(steps,): the cycle in which the new states stand in the registers to observe; empty without states."""


def unit_record(nets: UnitNets, source: Bundle, words: Words) -> UnitRecord:
    """Read ``words``, which has every one of ``nets.paths``; ``source`` is what the layer gets."""
    items = read_items(nets.items, source, words)
    inputs, last_item = _steps_of(items, source.size)
    taken, group = [], 0
    for cycle in moved(nets.sums, words):
        payload = words[nets.sums.payload][cycle] or 0
        if not nets.step.of(payload):
            continue
        if group == nets.group:
            taken.append(cycle)
        group = 0 if nets.end_of_step.of(payload) else group + 1
    seen = [] if nets.strobe is None else [cycle for cycle, word in enumerate(words[nets.strobe]) if word]
    seen = seen[nets.group :: nets.groups]
    return UnitRecord(
        items=tuple(items),
        inputs=inputs,
        last_item=last_item,
        sums={name: _at(field.path, field.of, taken, words) for name, field in nets.own_sums.items()},
        sums_taken=np.array(taken, dtype=np.int64),
        states={name: _at(field.path, field.of, seen, words) for name, field in nets.states.items()},
        states_seen=np.array(seen, dtype=np.int64),
    )


def moved(stream: StreamNets, words: Words) -> list[int]:
    """The cycles in which an item of ``stream`` moves."""
    pairs = zip(words[stream.valid], words[stream.ready], strict=True)
    return [cycle for cycle, (valid, ready) in enumerate(pairs) if valid and ready]


def read_items(stream: StreamNets, source: Bundle, words: Words) -> list[Item]:
    """What moved on ``stream``, a stream of ``source.layout``; values are numbered as the sums number them."""
    layout, found, index = source.layout, [], 0
    for cycle in moved(stream, words):
        word = words[stream.payload][cycle] or 0

        def part(name: str, word: int = word) -> int:
            entry = layout[name]
            return word >> int(entry.offset) & ((1 << int(entry.width)) - 1)

        closes = bool(part("end_of_step") or part("end_of_sample"))
        values: dict[int, int] = {}
        if source.signal == "spike":
            addresses = unpack(
                part("address"), count=source.lanes, width=layout["address"].width // source.lanes, signed=False
            )
            for lane, address in enumerate(addresses):
                number = address * source.lanes + lane
                if part("spike") >> lane & 1 and number < source.size:
                    values[number] = 1
        elif part("present") and index < source.size:
            width = layout["value"].width
            values[index] = unpack(part("value"), count=1, width=width, signed=source.range.signed)[0]
        if source.signal != "spike":
            index = 0 if closes else index + part("present")
        found.append(Item(cycle=cycle, values=values, end_of_step=bool(part("end_of_step"))))
    return found


def _steps_of(items: Sequence[Item], size: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    rows, last = [], []
    row = np.zeros(size, dtype=np.int64)
    for item in items:
        for number, value in item.values.items():
            row[number] += value
        if item.end_of_step:
            rows.append(row)
            last.append(item.cycle)
            row = np.zeros(size, dtype=np.int64)
    return np.array(rows, dtype=np.int64).reshape(-1, size), np.array(last, dtype=np.int64)


def _at(path: Path, read: Callable[[int], int], cycles: Sequence[int], words: Words) -> NDArray[np.int64]:
    return np.array([read(words[path][cycle] or 0) for cycle in cycles], dtype=np.int64)
