"""One sample on the macro-models, with everything of one unit written to ngspice's own file."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from codesign import cells, tools
from codesign.analog import simulator
from codesign.analog.behavioural.design import chip_of
from codesign.analog.behavioural.macros import RESET, Nodes
from codesign.analog.behavioural.netlist import Deck, bench_text, chip_text, deck
from codesign.analog.measure import Die
from codesign.analog.technology import Technology
from codesign.analog.unit_vectors import UnitVectors, WeightVector
from codesign.analog.vectorised import Model, calibration
from codesign.analog.watch import Watched
from codesign.errors import InputError
from codesign.network import Network

__all__ = ["watch"]

_CURRENT = {"g": "i", "i": "current"}
"""What ngspice calls the current of an element, by its first letter."""


def watch(
    network: Network,
    inputs: NDArray[np.int64],
    *,
    layer: str,
    unit: int,
    technology: Technology,
    folder: Path,
    die: Die | None = None,
    design: Path | None = None,
    time_limit_s: float = 600,
) -> Watched:
    """As :func:`codesign.analog.watch.watch`. One run is enough: the currents here do not depend on where they flow."""
    if design is not None and die is not None:
        raise InputError(
            "mismatch is drawn for the netlist that codesign makes, not for a design of your own; choose one of the two"
        )
    tools.find("ngspice")
    known = calibration.found_or_ideal(technology) if die is None else calibration.load(technology)
    seed = None if die is None else die.seed
    chip = deck(Model(network, technology, known), seed=seed, die=0 if die is None else die.number)
    text = chip_text(network, technology, chip, seed=seed) if design is None else chip_of(network, technology, design)
    (folder / f"{network.name}.cir").write_text(text)
    vectors = _vectors(network, chip, text, layer, unit)
    path = folder / "trace.cir"
    path.write_text(bench_text(network, technology, chip, inputs, watched=vectors.all))
    waveforms = simulator.simulate(path, vectors.all, time_limit_s=time_limit_s)
    return Watched(
        vectors=vectors, waveforms=waveforms, drive=waveforms, raw=path.with_suffix(".raw"), unit=1.0
    )  # fmt: skip


def _vectors(network: Network, chip: Deck, text: str, name: str, unit: int) -> UnitVectors:
    layer = next(item for item in network.layers if item.name == name)
    nodes = Nodes(name)
    stateful = bool(cells.spec(layer.kind).states)
    return UnitVectors(
        inputs=tuple(f"v({nodes.input(j)})" for j in range(layer.inputs)),
        weights=tuple(sorted(_weights(network, chip, text, name, unit), key=_place)),
        nodes={"x": f"v({nodes.decides(unit)})", "y": f"v({nodes.state(unit)})"} if stateful else {},
        output=f"v({nodes.state(unit)})" if stateful else "",
        level=0.5,
        sum_node="",
        reset=f"v({RESET})",
    )


def _place(weight: WeightVector) -> tuple[bool, int]:
    """In the order of the inputs, the bias behind them."""
    return weight.input is None, weight.input or 0


def _weights(network: Network, chip: Deck, text: str, name: str, unit: int) -> Iterator[WeightVector]:
    """The controlled sources of the layer's gate lines and the constant ones, at the nodes where the unit adds up."""
    position = [item.name for item in network.layers].index(name)
    layer, nodes = network.layers[position], Nodes(name)
    lines = {nodes.line(sign, j): j for sign in ("positive", "negative") for j in range(layer.inputs)}
    if cells.spec(layer.kind).states:
        ends = {nodes.decides(unit)}
    elif position + 1 < len(network.layers):
        ends = {nodes.own(unit), Nodes(network.layers[position + 1].name).input(unit)}
    else:
        ends = {nodes.own(unit), chip.outputs[unit], chip.sinks[unit]}
    for words in map(str.split, text.lower().splitlines()):
        if len(words) < 4 or words[0][0] not in _CURRENT or not ends & set(words[1:3]):
            continue
        source = words[0][0] == "g"
        if source and words[3] not in lines:
            continue  # of a skip connection, or of the cell itself
        # A current flows from the first node to the second; what a sink's node collects counts against the unit.
        into = words[2] in ends and words[2] not in chip.sinks
        number = lines[words[3]] if source else None
        value = layer["bias"][unit] if number is None else layer["weight"][unit, number]
        yield WeightVector(
            parameter=f"{name}.bias[{unit}]" if number is None else f"{name}.weight[{unit},{number}]",
            input=number,
            value=int(value),
            sign=1 if into else -1,
            vector=f"@{words[0]}[{_CURRENT[words[0][0]]}]",
        )
