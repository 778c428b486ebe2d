"""A first estimate of the chip's area, block by block: gate areas and a stated layout factor.

A transistor takes W x L x fingers times ``layout_factor`` (wires, contacts, wells, spacing), a capacitor its value over
the technology's ``capacitance_f_m2``; a metal-insulator-metal one needs no factor. Nothing is placed or routed.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from codesign.analog.devices import Device, flatten
from codesign.analog.netlist import Circuit
from codesign.analog.technology import Technology

__all__ = ["Area", "BlockArea", "estimate", "rows"]


@dataclass(frozen=True, kw_only=True)
class BlockArea:
    """All instances of one subcircuit of the cell library in one part of the chip.

    ``part`` is a layer, or the block itself where it stands beside the layers (ports, skip connections, bias,
    reference, decision).
    """

    part: str
    block: str
    instances: int
    transistors: int
    gate_m2: float
    capacitor_m2: float
    layout_factor: float

    @property
    def total_m2(self) -> float:
        """As laid out."""
        return self.gate_m2 * self.layout_factor + self.capacitor_m2


@dataclass(frozen=True, kw_only=True)
class Area:
    """The chip, in the order of the netlist."""

    blocks: tuple[BlockArea, ...]

    @property
    def gate_m2(self) -> float:
        """Of all transistors."""
        return sum(block.gate_m2 for block in self.blocks)

    @property
    def capacitor_m2(self) -> float:
        """Of all capacitors."""
        return sum(block.capacitor_m2 for block in self.blocks)

    @property
    def total_m2(self) -> float:
        """As laid out."""
        return sum(block.total_m2 for block in self.blocks)


def estimate(circuit: Circuit, technology: Technology) -> Area:
    """The area of ``circuit``; every device of :func:`codesign.analog.devices.flatten` is in exactly one block."""
    inside = {
        item.name: {f"x{instance.name}": instance.subcircuit for instance in item.instances}
        for item in (*circuit.subcircuits, circuit.top)
    }
    parts: dict[tuple[str, str], list[Device]] = {}
    instances: dict[tuple[str, str], set[str]] = {}
    for device in flatten(circuit, technology):
        key, instance = _place(device.path, circuit.top.name, inside)
        parts.setdefault(key, []).append(device)
        instances.setdefault(key, set()).add(instance)
    return Area(
        blocks=tuple(
            BlockArea(
                part=part,
                block=block,
                instances=len(instances[part, block]),
                transistors=sum(device.kind == "m" for device in devices),
                gate_m2=sum(device.gate_area_m2 for device in devices),
                capacitor_m2=sum(device.value for device in devices if device.kind == "c")
                / technology.rules.capacitance_f_m2,
                layout_factor=technology.layout_factor,
            )
            for (part, block), devices in parts.items()
        )
    )


def rows(area: Area) -> list[list[str | int | float]]:
    """A table with its heading, areas in um2; what ``area.csv`` of an export holds. The last row is the whole chip."""
    head: list[str | int | float] = [
        "part",
        "block",
        "instances",
        "transistors",
        "gate_um2",
        "capacitor_um2",
        "total_um2",
    ]
    body: list[list[str | int | float]] = [
        [
            b.part,
            b.block,
            b.instances,
            b.transistors,
            *(round(a * 1e12, 3) for a in (b.gate_m2, b.capacitor_m2, b.total_m2)),
        ]
        for b in area.blocks
    ]
    whole = (area.gate_m2, area.capacitor_m2, area.total_m2)
    counts = [sum(b.instances for b in area.blocks), sum(b.transistors for b in area.blocks)]
    return [head, *body, ["chip", "", *counts, *(round(a * 1e12, 3) for a in whole)]]


def _place(path: str, top: str, inside: Mapping[str, Mapping[str, str]]) -> tuple[tuple[str, str], str]:
    """(part, block) of a device and the path of the block's instance. ``inside`` has the subcircuits that are not of
    the cell library (layers and their units): instance -> subcircuit."""
    names = path.split(".")[1:]
    block, part = top, ""
    for depth, name in enumerate(names):
        block = inside[block][name]
        part = part or block
        if block not in inside:
            return (part, block), ".".join(names[: depth + 1])
    raise ValueError(f"{path!r} is in no block of the cell library")
