"""A network as a deck of macro-models."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from codesign import cells, coding
from codesign.analog import testbench, writer
from codesign.analog.behavioural.macros import RESET, Nodes, factor, port_line, sum_node
from codesign.analog.technology import Technology
from codesign.analog.timing import duration_s, sample_times_s, start_s
from codesign.analog.vectorised import Model
from codesign.analog.vectorised.dies import Dies
from codesign.analog.vectorised.stage import Sign
from codesign.files import header_lines
from codesign.network import Layer, Network

__all__ = ["Deck", "bench_text", "chip_text", "deck"]

_SIGNS: tuple[Sign, ...] = ("positive", "negative")
_LEAST_LAG = 1e-5  # steps

# The signals are of the order of 1 V and 1 A, so ngspice's own tolerances fit; charges are some 1e-5. With three times
# the error allowed and trtol at 50, the states of 52 clips and 20 digits are the same, in a quarter of the time.
_OPTIONS = "method=gear reltol=3e-3 chgtol=1e-6 itl4=50 trtol=50"


@dataclass(frozen=True, kw_only=True)
class Deck:
    """The chip: ``lines`` of SPICE, and nodes: of the ``inputs``, of what the last layer sources (``outputs``) and of
    what it sinks, of every state by layer."""

    lines: tuple[str, ...]
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    sinks: tuple[str, ...]
    states: dict[str, tuple[str, ...]]


def deck(model: Model, *, seed: int | None = None, die: int = 0) -> Deck:
    """``model`` without mismatch, or with that of die number ``die`` of the batch ``seed``.

    Raises InputError for a cell that has no behavioural part.
    """
    network = model.network
    dies = model.dies(seed=seed, dies=(die,))
    lines: list[str] = []
    states: dict[str, tuple[str, ...]] = {}
    behind = {first.name: second.name for first, second in zip(network.layers, network.layers[1:], strict=False)}
    outputs, sinks = (tuple(f"{name}{k}" for k in range(network.layers[-1].outputs)) for name in "qs")
    for position, layer in enumerate(network.layers):
        last = position == len(network.layers) - 1
        inputs = () if last else tuple(Nodes(behind[layer.name]).input(k) for k in range(layer.outputs))
        ends = list(zip(outputs, sinks, strict=True)) if last else [(name, name) for name in inputs]
        lines.append(
            writer.comment(f"layer {layer.name} ({layer.kind}): {layer.inputs} inputs, {layer.outputs} outputs")
        )
        lines.extend(_layer(model, layer, dies, ends, behind))
        if cells.spec(layer.kind).states:
            states[layer.name] = tuple(Nodes(layer.name).state(unit) for unit in range(layer.outputs))
    lines.extend(map(sum_node, (*outputs, *sinks)))
    first = network.layers[0]
    return Deck(
        lines=tuple(lines),
        inputs=tuple(Nodes(first.name).input(j) for j in range(first.inputs)),
        outputs=outputs,
        sinks=sinks,
        states=states,
    )


def _layer(
    model: Model, layer: Layer, dies: Dies, ends: list[tuple[str, str]], behind: dict[str, str]
) -> Iterator[str]:
    nodes, stage = Nodes(layer.name), model.stage(layer, dies)
    part = cells.part(layer.kind, "behavioural")
    mirrors = stage.calibration.mirrors[part.kind(stage)]
    charges = model.charges(layer)
    for index in range(layer.inputs):
        yield sum_node(nodes.input(index))
        for sign, gain in zip(_SIGNS, (mirrors.positive, mirrors.negative), strict=True):
            lag_s = max(float(charges[sign][index]), _LEAST_LAG) * stage.step_s
            yield from port_line(nodes.input(index), nodes.line(sign, index), gain, lag_s=lag_s)
    skip = model.skip(layer, behind[layer.skip], dies) if layer.skip else None
    for unit, unit_ends in enumerate(ends):
        end = unit_ends[0]
        if skip is not None:
            source = Nodes(behind[layer.skip])
            yield factor(source.line("positive", unit), end, float(skip.earlier[0, unit]))
            if skip.own is not None and skip.own_gain is not None:
                own = nodes.own(unit)
                yield sum_node(own)
                lag_s = max(model.skip_charge, _LEAST_LAG) * stage.step_s
                yield from port_line(own, f"{own}p", skip.own_gain, lag_s=lag_s)
                yield factor(f"{own}p", end, float(skip.own[0, unit]))
                unit_ends = (own, own)
        yield from part.unit(stage, nodes, unit, unit_ends)


def chip_text(network: Network, technology: Technology, chip: Deck, *, seed: int | None = None) -> str:
    """The chip, with a header."""
    header = header_lines(model=network.name, model_hash=network.hash, configuration=technology.conditions, seed=seed)
    return "\n".join([*map(writer.comment, header), *chip.lines]) + "\n"


def bench_text(
    network: Network,
    technology: Technology,
    chip: Deck,
    inputs: NDArray[np.int64],
    *,
    measured: bool = False,
    watched: Sequence[str] = (),
) -> str:
    """A deck for one sample, ``inputs`` (steps, inputs) in the network's integer steps, that includes the chip.

    With ``measured`` it is a deck to run by hand: ngspice prints the outputs at the end of every step.
    ``watched`` are vectors to save beside those of :func:`saved`.
    """
    number, steps = writer.number, len(inputs)
    scale = float(coding.scale(network.coding.kind, network.coding.parameters))
    released = start_s(technology)
    edge = technology.input_edge * technology.step_s
    lines = [
        writer.comment(f"behavioural test bench of {network.name}"),
        writer.include(f"{network.name}.cir"),
        writer.piecewise_linear("vrst", [RESET, "0"], [(0.0, 1.0), (released - edge, 1.0), (released, 0.0)]),
    ]
    for j, name in enumerate(chip.inputs):
        lines.append(writer.piecewise_linear(f"iin{j}", ["0", name], testbench.held(inputs[:, j] * scale, technology)))
    largest = technology.simulator.largest_time_step * technology.step_s
    lines.append(f".options {_OPTIONS}")
    lines.append(f".tran {number(largest)} {number(duration_s(technology, steps))} 0 {number(largest)}")
    lines.extend(f".save {vector}" for vector in dict.fromkeys([*saved(chip), *watched]))
    if measured:
        for step, time in enumerate(sample_times_s(technology, steps)):
            for name in (*chip.outputs, *chip.sinks):
                lines.append(f".meas tran {name}_step{step} FIND v({name}) AT={number(float(time))}")
    return "\n".join([*lines, ".end"]) + "\n"


def saved(chip: Deck) -> list[str]:
    """The vectors to save: outputs, sinks, states."""
    states = (name for names in chip.states.values() for name in names)
    return [f"v({name})" for name in (*chip.outputs, *chip.sinks, *states)]
