"""A design as VHDL-2008: the netlist that yosys tidied, one entity for each of its modules.

Amaranth and yosys write no VHDL, so this package prints it: operators as expressions of ``numeric_std``, registers as
clocked processes with initial values, memories as arrays. Entities, ports, instances and signals have the names that
they have in the Verilog, as far as VHDL has such names (:mod:`~codesign.digital.vhdl.names`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from codesign.digital.hierarchy import Modules
from codesign.digital.tidy import tidied
from codesign.digital.vhdl.architecture import Entity, entity
from codesign.digital.vhdl.functions import package
from codesign.digital.vhdl.names import Names
from codesign.digital.vhdl.netlist import Module, modules

__all__ = ["Vhdl", "printed", "vhdl"]


@dataclass(frozen=True, kw_only=True)
class Vhdl:
    """The VHDL of a design."""

    text: str
    """A package of functions, then every entity behind those that it has instances of; the top one is the last."""
    entities: dict[str, Entity]
    """By the name of the module."""
    top: str
    """The module that is the top."""

    def described(self, described: Mapping[str, Any]) -> dict[str, Any]:
        """``ports.json`` of the Verilog with the names of the VHDL: those of its layers, and ``names`` of the ports."""
        layers = []
        for layer in described["layers"]:
            if not layer["states"]:
                # Nothing to be read, and where it has no units of its own there is no such instance either.
                layers.append(dict(layer))
                continue
            module, path = self.top, []
            for instance in layer["instance"]:
                path.append(self.entities[module].names.of(instance))
                module = self.entities[module].instances[instance]
            names = self.entities[module].names
            states = {
                state: {**shape, "register": names.of(shape["register"])} for state, shape in layer["states"].items()
            }
            layers.append({**layer, "instance": path, "strobe": names.of(layer["strobe"]), "states": states})
        top = self.entities[self.top]
        ports = {name: port.name for name, port in top.ports.items()}
        return {**described, "language": "vhdl", "top": top.name, "names": ports, "layers": layers}


def vhdl(design: Any) -> Vhdl:
    """All of ``design``, a component with a ``name``. Raises ToolError where yosys fails or a cell has no VHDL."""
    converted = Modules()
    top = converted.convert(design, design.name)
    found = modules(tidied(converted.texts.values(), top=top, write="write_json design.json", file="design.json"))
    return printed(found, top=top)


def printed(found: dict[str, Module], *, top: str) -> Vhdl:
    """The modules of a netlist as VHDL."""
    names = Names()
    entity_names = {module: names[module] for module in _ordered(found, top)[::-1]}
    functions = names.new(f"{entity_names[top]}_functions")
    entities: dict[str, Entity] = {}
    for module in _ordered(found, top):
        entities[module] = entity(
            found[module],
            name=entity_names[module],
            entities=entities,
            package=functions,
            plain_ports=module == top,
        )
    body = "\n".join(made.text for made in entities.values())
    head = package(functions, body)
    if not head:
        body = body.replace(f"use work.{functions}.all;\n", "")
    return Vhdl(text="\n".join(filter(None, (head, body))), entities=entities, top=top)


def _ordered(found: dict[str, Module], top: str) -> list[str]:
    """Modules, each behind those that it has instances of."""
    ordered: list[str] = []

    def add(module: str) -> None:
        if module not in ordered:
            for cell in sorted(found[module].cells, key=lambda cell: cell.name):
                if cell.kind in found:
                    add(cell.kind)
            ordered.append(module)

    add(top)
    return ordered
