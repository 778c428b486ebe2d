"""Read the parameters of a layer from currents alone, as an in-circuit tester does: needles hold nodes, feed ports.

The names of elements play no part; the same is found where a transistor is wrong, a wire, a device model or a die.

* A needle is a voltage source on the node where the currents of a unit meet, so that every current there flows into it,
  and on the unit's output. It holds the node ``x`` of a memory cell low for one half of each step, high for the other,
  whatever the cell would do.
* The chip's inputs rest. In step 1 + j a unit current is fed into port j of the layer, and as much more as the layer
  before it sinks there at rest; what the needle sees more than in step 0, by what the port's diode carries more, is
  weight j. Last, the ports that a skip connection is taken from are fed. So a layer is tested whatever is wrong before
  it, unless nothing at all arrives.
* The diode that hangs on a held node (of the port, the skip connection or the integrator behind) is not the unit's:
  what it carries is counted out.
* Everything is held against the same test of the netlist as codesign writes it.

A quantity is what it takes to make the difference, in amperes:

===========  =================================================================================================
``weight``   sum node low, step 1 + j minus step 0, per unit current into the port; NaN where nothing got there
``base``     sum node low, step 0: bias minus threshold, and whatever else pulls at the node
``width``    sum node high minus low
``gain``     output, node high minus low
``rest``     output, node low
``skip``     output, step of unit k minus step 0, likewise
``reset``    sum node high while the reset is on: what the reset pulls
``bias_``    drain current of the transistor of the bias, ``threshold_`` of that of the threshold: 0 where there is none
===========  =================================================================================================
"""

import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from codesign import twin
from codesign.analog import simulator, testbench
from codesign.analog.design import Design, copy_into, read_design
from codesign.analog.devices import TOP
from codesign.analog.export import write_into
from codesign.analog.needles import OUTPUT, SOURCED, Needle, deck_text
from codesign.analog.netlist import Circuit
from codesign.analog.technology import Technology
from codesign.analog.timing import start_s
from codesign.network import Layer, Network

__all__ = ["LayerCurrents", "layer_currents", "reference_currents"]

_EARLY, _LATE = 0.49, 0.99
"""When the two halves of a step are read."""
_LEAST_FED = 0.2
"""Unit currents that must get into a port for a weight behind it to be read."""

Currents = NDArray[np.float64]


@dataclass(frozen=True, eq=False, kw_only=True)
class LayerCurrents:
    """``found`` has the quantities of the layer: ``weight`` (units, inputs), all others (units,), in amperes."""

    layer: str
    found: Mapping[str, Currents]


def reference_currents(
    network: Network, circuit: Circuit, technology: Technology, layer: Layer, *, time_limit_s: float = 600
) -> LayerCurrents:
    """What ``layer`` shows in the netlist as codesign writes it; errors as in :func:`layer_currents`."""
    with tempfile.TemporaryDirectory(prefix="codesign-in-circuit-") as name:
        write_into(Path(name), network, circuit, technology)
        design = read_design(Path(name), network.name, technology)
        return layer_currents(network, circuit, technology, layer, design, time_limit_s=time_limit_s)


def layer_currents(
    network: Network,
    circuit: Circuit,
    technology: Technology,
    layer: Layer,
    design: Design,
    *,
    chip: str = "",
    time_limit_s: float = 600,
) -> LayerCurrents:
    """What ``layer`` shows in ``design``; with ``chip``, the text of a flat netlist, in that one instead.

    Raises ToolError where ngspice fails.
    """
    needles = tuple(_needles(network, circuit, layer, design))
    feeds = _feeds(network, circuit, layer, design)
    transistors = _transistors(layer, circuit, design)
    diodes = _diodes(network, layer)
    steps = 1 + len(feeds)
    with tempfile.TemporaryDirectory(prefix="codesign-in-circuit-") as name:
        folder = Path(name)
        copy_into(design, folder)
        if chip:
            (folder / "die.cir").write_text(chip)
        deck = folder / "needles.cir"
        vectors = [needle.vector for needle in needles]
        vectors += [testbench.probe_vector(element) for *_, element in transistors]
        beside = [needle.diode for needle in needles if needle.diode]
        vectors += [testbench.probe_vector(element) for element in _there([*diodes, *beside], design)]
        deck.write_text(
            deck_text(network, circuit, technology, needles, feeds, vectors, chip="die.cir" if chip else "")
        )
        waveforms = simulator.simulate(deck, vectors, time_limit_s=time_limit_s)
    begin = start_s(technology)
    times: Currents = np.asarray(begin + np.arange(steps) * technology.step_s)
    read: dict[str, Currents] = {}
    for needle in needles:
        when = np.concatenate([*(times + part * technology.step_s for part in (_EARLY, _LATE)), [begin / 2]])
        rows = read.setdefault(needle.quantity, np.zeros((layer.outputs, len(when))))
        rows[needle.unit] += waveforms.at(needle.vector, when)
        if needle.diode in design:
            taken = np.abs(waveforms.at(testbench.probe_vector(needle.diode), when))
            rows[needle.unit] += -taken if needle.level == SOURCED else taken
    arrived = np.ones(len(feeds))
    for k, element in enumerate(diodes):
        if element in design:
            carried = waveforms.at(testbench.probe_vector(element), times + _EARLY * technology.step_s)
            arrived[k] = abs(carried[1 + k] - carried[0]) / technology.unit_current_a
    arrived[arrived < _LEAST_FED] = np.nan
    found = _quantities(layer, circuit, read, arrived)
    first = begin + _EARLY * technology.step_s
    for quantity, unit, element in transistors:
        values = found.setdefault(quantity, np.zeros(layer.outputs))
        values[unit] = abs(waveforms.at(testbench.probe_vector(element), np.array([first]))[0])
    return LayerCurrents(layer=layer.name, found=found)


def _quantities(layer: Layer, circuit: Circuit, read: Mapping[str, Currents], arrived: Currents) -> dict[str, Currents]:
    """``read`` (units, early halves of all steps, their late halves, the reset), by what its needles are for;
    ``arrived`` (feeds,) in unit currents."""
    total, steps = read["sum"], 1 + len(arrived)
    low, high = total[:, :steps], total[:, steps : 2 * steps]
    weights = slice(1, 1 + layer.inputs)
    found = {"weight": (low[:, weights] - low[:, :1]) / arrived[: layer.inputs], "base": low[:, 0]}
    if circuit.probes[layer.name]:
        found |= {"width": high[:, 0] - low[:, 0], "reset": total[:, -1]}
    if "output" in read:
        output = read["output"]
        found["rest"] = output[:, 0]
        if circuit.probes[layer.name]:
            found["gain"] = output[:, steps] - output[:, 0]
    if layer.skip:
        units = np.arange(layer.outputs)
        added = read.get("output", total)
        found["skip"] = (added[units, 1 + layer.inputs + units] - added[:, 0]) / arrived[layer.inputs :]
    return found


def _needles(network: Network, circuit: Circuit, layer: Layer, design: Design) -> Iterator[Needle]:
    sums, own, outputs = _ends(circuit, layer, design)
    position = [item.name for item in network.layers].index(layer.name)
    behind = network.layers[position + 1].name if position + 1 < len(network.layers) else ""
    for unit in range(layer.outputs):
        for number, node in enumerate(dict.fromkeys((sums[unit], own[unit]))):
            square = circuit.probes[layer.name] and not number
            if node in circuit.outputs:
                yield Needle(name="", node=node, quantity="sum", unit=unit)
                continue
            level = None if square else SOURCED if number else OUTPUT
            integrator = f"xintegrator{unit}.{'mminus' if number else 'mplus'}"
            rectifier = f"xskip_{layer.name}_{unit}" if outputs[unit] else f"xport_{behind}_{unit}"
            yield Needle(
                name=f"needle{unit}_{number}",
                node=_inside(circuit, node),
                quantity="sum",
                unit=unit,
                level=level,
                diode="" if square else f"{TOP}.{f'{rectifier}.mdiode' if behind else integrator}",
            )
        if outputs[unit] and outputs[unit] not in (sums[unit], own[unit]):
            yield Needle(
                name=f"needle{unit}_o",
                node=_inside(circuit, outputs[unit]),
                quantity="output",
                unit=unit,
                level=OUTPUT,
                diode=f"{TOP}.xport_{behind}_{unit}.mdiode",
            )


def _ends(circuit: Circuit, layer: Layer, design: Design) -> tuple[list[str], list[str], list[str]]:
    """Per unit: where its positive currents go, where its negative ones come from, and the node of its output, if it is
    another."""
    nodes = _nodes(design, circuit, f"x{layer.name}")[2 * layer.inputs :]
    sources = nodes[: layer.outputs]
    if circuit.probes[layer.name]:
        sums = [f"x{layer.name}.xu{unit}.{_sum_node(layer, unit, design)}" for unit in range(layer.outputs)]
        return sums, sums, list(sources)
    sinks = nodes[layer.outputs : 2 * layer.outputs]
    outputs = [""] * layer.outputs
    if layer.skip and layer.attributes["relu"]:  # rectified before the earlier layer's current is added
        outputs = [_nodes(design, circuit, f"xskip_{layer.name}_{k}")[2] for k in range(layer.outputs)]
    return list(sources), list(sinks), outputs


def _sum_node(layer: Layer, unit: int, design: Design) -> str:
    """The node of the unit that its memory cell calls x."""
    inside = design.cells[f"{layer.name}_u{unit}"].elements if f"{layer.name}_u{unit}" in design.cells else ()
    for item in inside:
        if item.name == "xcell" and item.model in design.cells and "x" in design.cells[item.model].ports:
            return item.nodes[design.cells[item.model].ports.index("x")]
    return "x"


def _transistors(layer: Layer, circuit: Circuit, design: Design) -> list[tuple[str, int, str]]:
    """Quantity, unit and element of the transistors that the needles cannot tell apart."""
    found = []
    for component in circuit.components:
        tensor, _, rest = component.parameter.removeprefix(f"{layer.name}.").partition("[")
        if tensor in ("bias", "threshold") and component.element and component.element in design:
            found.append((f"{tensor}_", int(rest.rstrip("]")), component.element))
    return found


def _feeds(network: Network, circuit: Circuit, layer: Layer, design: Design) -> list[tuple[str, float]]:
    """The nodes that are fed one after the other, the layer's input signals and then those of its skip connection, each
    with the current that it sinks at rest, in unit currents."""
    names = [item.name for item in network.layers]
    rest = twin.simulate(network, np.zeros((1, 1, network.inputs), dtype=np.int64))

    def sunk(source: str) -> Currents:
        trace = rest.layers[source]
        if circuit.probes[source] or network.layers[names.index(source)].skip or trace.drive is None:
            return np.zeros(trace.outputs.shape[2])  # it sources only
        return np.asarray(np.maximum(-trace.drive[0, 0], 0) * float(trace.drive_scale or 0))

    def nodes(source: str) -> list[str]:
        sums, _, outputs = _ends(circuit, network.layers[names.index(source)], design)
        return [output or total for output, total in zip(outputs, sums, strict=True)]

    # What is fed is what the layer before gives, not what this one takes: they may not be connected as they should.
    position = names.index(layer.name)
    fed: list[str] = list(design.cells["network"].ports[: layer.inputs])
    more = np.zeros(layer.inputs)
    if position:
        fed, more = nodes(names[position - 1]), sunk(names[position - 1])
    if layer.skip:
        fed = fed + nodes(layer.skip)
        more = np.concatenate([more, sunk(layer.skip)])
    return [(_inside(circuit, node), float(current)) for node, current in zip(fed, more, strict=True)]


def _diodes(network: Network, layer: Layer) -> list[str]:
    """The diode of the port behind each feed."""
    found = [f"{TOP}.xport_{layer.name}_{j}.mdiode" for j in range(layer.inputs)]
    if layer.skip:
        behind = network.layers[[item.name for item in network.layers].index(layer.skip) + 1]
        found += [f"{TOP}.xport_{behind.name}_{k}.mdiode" for k in range(layer.outputs)]
    return found


def _there(elements: Iterable[str], design: Design) -> list[str]:
    """Those that the design has, each once."""
    return [element for element in dict.fromkeys(elements) if element in design]


def _inside(circuit: Circuit, node: str) -> str:
    """The name of a node of the chip in a test bench around it."""
    return node if node in circuit.top.ports else f"{TOP}.{node}"


def _nodes(design: Design, circuit: Circuit, name: str) -> tuple[str, ...]:
    """The nodes of an element of the chip; where it is missing, those that it should have."""
    there = (element.nodes for element in design.cells["network"].elements if element.name == name)
    return next(there, ()) or next(item.nodes for item in circuit.top.instances if f"x{item.name}" == name)
