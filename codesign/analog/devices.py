"""A circuit without its hierarchy: every transistor and capacitor by its path, with its size.

What area, mismatch and the count of devices are taken from. A path is what ngspice calls the element, so
``xnetwork.xmemory.xu0.xcell.mgain`` here is ``@m.xnetwork.xmemory.xu0.xcell.mgain[id]`` there.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from codesign.analog.library import Cell, Element, evaluate
from codesign.analog.netlist import Circuit, Instance
from codesign.analog.technology import Technology
from codesign.errors import InputError

__all__ = ["TOP", "Device", "flatten", "flatten_cells", "flatten_instances"]

TOP = "xnetwork"
"""The instance of the chip in a test bench; every path begins with it."""
_GROUND = "0"


@dataclass(frozen=True, kw_only=True)
class Device:
    """One element. ``parameters`` are numbers in SI units (``w``, ``l``, ``m``, ...); ``model`` is empty and ``value``
    set for a capacitor, a resistor or a source."""

    path: str
    nodes: tuple[str, ...]
    model: str
    value: float
    parameters: Mapping[str, float]

    @property
    def kind(self) -> str:
        """``m``, ``c``, ``r``, ``i`` or ``v``."""
        return self.path.rpartition(".")[2][0]

    @property
    def gate_area_m2(self) -> float:
        """W x L x fingers of a transistor, 0 of everything else."""
        p = self.parameters
        return p["w"] * p["l"] * p.get("m", 1.0) if self.kind == "m" else 0.0


def flatten(circuit: Circuit, technology: Technology) -> tuple[Device, ...]:
    """All devices in the order of the netlist. Nodes that are no port of the chip begin with ``xnetwork.``.

    Raises InputError where the netlist uses what the library does not have.
    """
    blocks: dict[str, Cell] = dict(technology.library())
    for item in (*circuit.subcircuits, circuit.top):
        blocks[item.name] = Cell(
            name=item.name, ports=item.ports, defaults={}, elements=tuple(map(_line, item.instances))
        )
    top = blocks[circuit.top.name]
    devices: list[Device] = []
    _expand(top, TOP, {port: port for port in top.ports}, {}, blocks, technology.parameters, devices)
    return tuple(devices)


def flatten_cells(cells: Mapping[str, Cell], technology: Technology) -> tuple[Device, ...]:
    """The same of a chip whose subcircuits, library included, are ``cells``: of a netlist that was read."""
    top = cells["network"]
    devices: list[Device] = []
    _expand(top, TOP, {port: port for port in top.ports}, {}, cells, technology.parameters, devices)
    return tuple(devices)


def flatten_instances(instances: Sequence[Instance], technology: Technology) -> tuple[Device, ...]:
    """The devices of library blocks without a chip around them, as for a bench; their nodes keep their names."""
    nodes = {node: node for item in instances for node in item.nodes}
    bench = Cell(name="bench", ports=tuple(nodes), defaults={}, elements=tuple(map(_line, instances)))
    devices: list[Device] = []
    _expand(bench, TOP, nodes, {}, technology.library(), technology.parameters, devices)
    return tuple(devices)


def _line(instance: Instance) -> Element:
    parameters = {name: repr(value) for name, value in instance.parameters.items()}
    return Element(name=f"x{instance.name}", nodes=instance.nodes, model=instance.subcircuit, parameters=parameters)


def _expand(
    cell: Cell,
    path: str,
    nodes: Mapping[str, str],
    given: Mapping[str, float],
    blocks: Mapping[str, Cell],
    common: Mapping[str, float],
    devices: list[Device],
) -> None:
    known = {**common, **{name: evaluate(text, common) for name, text in cell.defaults.items()}, **given}

    def node(name: str) -> str:
        return name if name == _GROUND else nodes.get(name, f"{path}.{name}")

    for element in cell.elements:
        place = f"{path}.{element.name}"
        values = {name: evaluate(text, known) for name, text in element.parameters.items()}
        outer = tuple(map(node, element.nodes))
        if element.kind == "x":
            if element.model not in blocks:
                raise InputError(f"{place}: the cell library has no subcircuit {element.model!r}")
            inner = blocks[element.model]
            if len(inner.ports) != len(outer):
                raise InputError(f"{place}: {element.model!r} has {len(inner.ports)} ports, not {len(outer)}")
            _expand(inner, place, dict(zip(inner.ports, outer, strict=True)), values, blocks, common, devices)
        elif element.kind == "m":
            devices.append(Device(path=place, nodes=outer, model=element.model, value=0.0, parameters=values))
        else:
            value = evaluate(element.model, known)
            devices.append(Device(path=place, nodes=outer, model="", value=value, parameters=values))
