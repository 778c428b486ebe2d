"""The circuit of a result: a unit of each layer with its real fingers, and each cell of the library in the chip."""

from collections.abc import Iterator

from codesign.analog.devices import TOP
from codesign.analog.netlist import Instance
from codesign.analog.schematic import as_cell, chip_sheet, sheet
from codesign.network import Layer
from codesign.report.drawings.drawing import Drawing, drawing
from codesign.report.hardware import Chip, chip
from codesign.verify.run import VerifyResult

__all__ = ["schematics"]


def schematics(result: VerifyResult, *, parameters: int = 0) -> tuple[Drawing, ...]:
    """The drawings of the chip that was simulated; none where no target is a circuit.

    All units of a layer are drawn while these layers have at most ``parameters`` parameters, else one unit.
    """
    found = chip(result)
    if found is None:
        return ()
    unique = result.network.hash
    return (_chip(found, unique), *_units(result, found, unique, parameters), *_cells(found, unique))


def _chip(found: Chip, unique: str) -> Drawing:
    return drawing(
        chip_sheet(found.circuit, found.technology),
        kind="circuit",
        title="The chip",
        caption="Subcircuit network of the netlist. Every input current flows into an input port, which leaves it on "
        "two gate lines, n for the negative and p for the positive weights of the layer behind it.",
        name="schematic-chip",
        unique=unique,
    )


def _units(result: VerifyResult, found: Chip, unique: str, parameters: int) -> Iterator[Drawing]:
    """Of each layer all units, or where these are too many the first of those that have the most weights."""
    by_name = {item.name: item for item in found.circuit.subcircuits}
    drawn = 0
    chosen: list[tuple[Layer, Instance]] = []
    for layer in result.network.layers:
        units = by_name[layer.name].instances
        inside = sum(tensor.values.size for tensor in layer.tensors.values())
        if drawn + inside <= parameters:
            drawn += inside
            chosen.extend((layer, unit) for unit in units)
        else:
            chosen.append((layer, max(units, key=lambda item: len(by_name[item.subcircuit].instances))))
    for layer, unit in chosen:
        path = f"{TOP}.x{layer.name}.x{unit.name}."
        yield drawing(
            sheet(as_cell(by_name[unit.subcircuit]), found.technology, path=path, flat=True),
            kind="circuit",
            title=f"{layer.name}, unit {unit.name}",
            caption=f"Subcircuit {unit.subcircuit} of the netlist ({layer.kind}) with all that is in it. Every learned "
            "weight is a transistor of its own, its fingers are the weight; p.. and n.. are the gate lines of the "
            "input ports, and all currents meet at one node. A weight of 0 has no transistor.",
            name=f"schematic-{layer.name}-{unit.name}",
            unique=unique,
        )


def _cells(found: Chip, unique: str) -> Iterator[Drawing]:
    """Every cell of the library that is in the chip, once."""
    library = found.technology.library()
    used: dict[str, int] = {}
    for item in (found.circuit.top, *found.circuit.subcircuits):
        for instance in item.instances:
            if instance.subcircuit in library:
                used[instance.subcircuit] = used.get(instance.subcircuit, 0) + 1
    for name in library:
        if name in used:
            yield drawing(
                sheet(library[name], found.technology),
                kind="circuit",
                title=name,
                caption=f"Cell {name} of {found.technology.name}, drawn from its .cir file; {used[name]} in the chip. "
                "Fingers by name are parameters of the cell.",
                name=f"schematic-{name}",
                unique=unique,
            )
