"""The circuit of a result: a unit of each layer with its real fingers, and each cell of the library in the chip."""

from collections.abc import Iterator, Mapping

from codesign.analog.devices import TOP
from codesign.analog.library import Cell, Element
from codesign.analog.netlist import Instance, Subcircuit
from codesign.analog.schematic import sheet
from codesign.report.drawings.drawing import Drawing, drawing
from codesign.report.hardware import Chip, chip
from codesign.verify.run import VerifyResult

__all__ = ["schematics"]


def schematics(result: VerifyResult) -> tuple[Drawing, ...]:
    """The drawings of the chip that was simulated; none where no target is a circuit."""
    found = chip(result)
    if found is None:
        return ()
    unique = result.network.hash
    return (*_units(result, found, unique), *_cells(found, unique))


def _units(result: VerifyResult, found: Chip, unique: str) -> Iterator[Drawing]:
    """Of each layer the first of those units that have the most weights."""
    by_name = {item.name: item for item in found.circuit.subcircuits}
    for layer in result.network.layers:
        unit = max(by_name[layer.name].instances, key=lambda item: len(by_name[item.subcircuit].instances))
        path = f"{TOP}.x{layer.name}.x{unit.name}."
        yield drawing(
            sheet(_cell(by_name[unit.subcircuit]), found.technology, path=path, flat=True),
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


def _cell(item: Subcircuit) -> Cell:
    """A subcircuit of the netlist as one of the library."""
    return Cell(name=item.name, ports=item.ports, defaults={}, elements=tuple(map(_element, item.instances)))


def _element(instance: Instance) -> Element:
    parameters: Mapping[str, str] = {name: f"{value:g}" for name, value in instance.parameters.items()}
    return Element(name=f"x{instance.name}", nodes=instance.nodes, model=instance.subcircuit, parameters=parameters)
