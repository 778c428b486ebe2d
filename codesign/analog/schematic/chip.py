"""The chip as a block diagram: layers, input ports, decision, reference and bias, from the netlist of its top.

Instances of one subcircuit whose names differ only in their last number are one box, and their nets one bus.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from codesign.analog.devices import TOP
from codesign.analog.library import Cell, Element
from codesign.analog.netlist import Circuit, Instance, Subcircuit
from codesign.analog.schematic.nets import flagged, port_sides
from codesign.analog.schematic.read import read
from codesign.analog.technology import Technology
from codesign.drawing.diagram import Box, Pin, diagram
from codesign.drawing.sheet import Sheet

__all__ = ["as_cell", "chip_sheet"]


def as_cell(item: Subcircuit) -> Cell:
    """A subcircuit of the netlist in the form that those of the cell library have."""
    return Cell(name=item.name, ports=item.ports, defaults={}, elements=tuple(map(_element, item.instances)))


def chip_sheet(circuit: Circuit, technology: Technology) -> Sheet:
    """The block diagram of ``circuit``. Thick lines are buses: several nets that differ in their last number."""
    top = circuit.top
    ends = _Ends(circuit, technology)
    rails = _rails(circuit)
    groups: dict[tuple[str, str], list[Instance]] = {}
    for instance in top.instances:
        groups.setdefault((_stem(instance.name), instance.subcircuit), []).append(instance)
    buses = _buses(top)
    boxes = tuple(_box(stem, members, ends, rails, buses) for (stem, _), members in groups.items())
    taken = {pin.net for box in boxes for pin in box.inputs}
    given = {pin.net for box in boxes for pin in box.outputs}
    inputs = [bus for bus in dict.fromkeys(map(_stem, circuit.inputs)) if bus in taken]
    outputs = [bus for bus in dict.fromkeys(map(_stem, circuit.outputs)) if bus in given]
    supplies = ", ".join(circuit.supplies)
    return diagram(
        boxes,
        inputs=tuple(_pin(buses, bus) for bus in inputs),
        outputs=tuple(_pin(buses, bus) for bus in outputs),
        note=f"Thick: buses, with the number of nets. Supplies {supplies}; rails are written in boxes.",
    )


def _element(instance: Instance) -> Element:
    parameters = {name: f"{value:g}" for name, value in instance.parameters.items()}
    return Element(name=f"x{instance.name}", nodes=instance.nodes, model=instance.subcircuit, parameters=parameters)


def _stem(name: str) -> str:
    """Without its last number; what is only a number stays."""
    return re.sub(r"_?\d+$", "", name) or name


def _rails(circuit: Circuit) -> set[str]:
    """Supplies, reset, the nets of the bias, and pins of the chip that three kinds of subcircuits share."""
    users: dict[str, set[str]] = {}
    for instance in circuit.top.instances:
        for node in instance.nodes:
            users.setdefault(node, set()).add(instance.subcircuit)
    shared = {net for net, found in users.items() if len(found) > 2 and _stem(net) == net}
    bias = {node for item in circuit.top.instances if item.subcircuit == "bias" for node in item.nodes}
    return {*circuit.supplies, "rst", "0", *bias, *(shared & set(circuit.top.ports))}


def _buses(top: Subcircuit) -> Mapping[str, int]:
    """How many nets each stem stands for."""
    nets: dict[str, set[str]] = {}
    for instance in top.instances:
        for node in instance.nodes:
            nets.setdefault(_stem(node), set()).add(node)
    return {stem: len(found) for stem, found in nets.items()}


def _pin(buses: Mapping[str, int], bus: str, label: str = "") -> Pin:
    count = buses.get(bus, 1)
    text = label or bus
    return Pin(label=f"{text} [{count}]" if count > 1 else text, net=bus, wide=count > 1)


def _box(stem: str, members: Sequence[Instance], ends: "_Ends", rails: set[str], buses: Mapping[str, int]) -> Box:
    first = members[0]
    ways: dict[str, str] = {}
    for instance in members:
        for port, node in zip(ends.ports(instance.subcircuit), instance.nodes, strict=True):
            if node not in rails:
                way = "in" if port not in ends.outputs(instance.subcircuit) else "out"
                ways.setdefault(_stem(node), way)
    used = list(dict.fromkeys(node for node in first.nodes if node in rails))
    kind = [] if first.subcircuit == first.name else [first.subcircuit]
    lines = [f"{len(members)} × {first.subcircuit}"] if len(members) > 1 else kind  # noqa: RUF001
    lines += [" ".join(used[at : at + 4]) for at in range(0, len(used), 4)]
    name = f"{stem}_…" if len(members) > 1 else first.name
    return Box(
        element=f"{TOP}.x{first.name}",
        title=name,
        lines=tuple(lines),
        inputs=tuple(_pin(buses, bus) for bus, way in ways.items() if way == "in"),
        outputs=tuple(_pin(buses, bus) for bus, way in ways.items() if way == "out"),
        note=f"{name}: {len(members)} of subcircuit {first.subcircuit}",
    )


class _Ends:
    """Which ports of a subcircuit signals leave by: those that only drains are at, or that inner ones leave by."""

    def __init__(self, circuit: Circuit, technology: Technology) -> None:
        self._technology = technology
        self._library = technology.library()
        self._inner = {item.name: item for item in circuit.subcircuits}
        self._known: dict[str, set[str]] = {}

    def ports(self, name: str) -> tuple[str, ...]:
        return self._inner[name].ports if name in self._inner else self._library[name].ports

    def outputs(self, name: str) -> set[str]:
        if name not in self._known:
            self._known[name] = set(self._found(name))
        return self._known[name]

    def _found(self, name: str) -> Iterator[str]:
        if name in self._inner:
            for instance in self._inner[name].instances:
                inner = self.outputs(instance.subcircuit)
                for port, node in zip(self.ports(instance.subcircuit), instance.nodes, strict=True):
                    if port in inner and node in self._inner[name].ports:
                        yield node
            return
        subject = read(self._library[name], self._technology)
        written = flagged(subject)
        yield from (net for net, side in port_sides(subject).items() if side == "right" and net not in written)
