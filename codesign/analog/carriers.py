"""What an element of the chip carries: from its path to the parameters, the layer and the unit that it serves."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from codesign import cells
from codesign.analog.devices import TOP
from codesign.analog.library import Cell
from codesign.analog.netlist import Circuit
from codesign.network import Network

__all__ = ["Carried", "Carriers", "shortened"]


@dataclass(frozen=True, kw_only=True)
class Carried:
    """``parameters`` as in ``components.csv`` (``memory.weight[0,3]``), or what is no learned parameter but of a unit
    (``memory.state[0]``, ``mix.skip[2]``), a layer or the chip (``bias``, ``reference``, ``decision[1]``)."""

    parameters: tuple[str, ...]
    layer: str = ""
    unit: int | None = None
    """None: of several units, or of none."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Carriers:
    """The paths of a circuit as it is mapped, by what they carry. ``cells`` are its subcircuits, those of the library
    too."""

    network: Network
    circuit: Circuit
    cells: Mapping[str, Cell]

    @cached_property
    def _components(self) -> dict[str, str]:
        return {item.element: item.parameter for item in self.circuit.components if item.element}

    @cached_property
    def _gives(self) -> dict[str, str]:
        """What of a unit an element serves that carries no learned parameter."""
        return {layer.name: next(iter(cells.spec(layer.kind).states), "output") for layer in self.network.layers}

    @cached_property
    def _names(self) -> dict[str, Carried]:
        """Every element of the chip itself, by name."""
        found: dict[str, Carried] = {}
        for layer in self.network.layers:
            found[f"x{layer.name}"] = Carried(parameters=(f"{layer.name}.weight[:,:]",), layer=layer.name)
            for j in range(layer.inputs):
                carried = Carried(parameters=(f"{layer.name}.weight[:,{j}]",), layer=layer.name)
                found[f"xport_{layer.name}_{j}"] = carried
            for k in range(layer.outputs):
                carried = Carried(parameters=(f"{layer.name}.skip[{k}]",), layer=layer.name, unit=k)
                found[f"xskip_{layer.name}_{k}"] = carried
        found |= {f"x{name}": Carried(parameters=(name,)) for name in ("reference", "bias")}
        for instance in self.circuit.top.instances:
            digits = instance.name[len(instance.name.rstrip("0123456789")) :]
            name = f"decision[{digits}]" if digits else "decision"
            found.setdefault(f"x{instance.name}", Carried(parameters=(name,)))
        return found

    def of(self, path: str) -> Carried:
        """What the element or the instance at ``path`` carries."""
        names = path.split(".")[1:]
        top = self._names.get(names[0], Carried(parameters=()))
        if len(names) == 1 or not top.layer or names[0] != f"x{top.layer}":
            return top
        layer, unit = top.layer, _unit(names[1])
        exact = self._components.get(path)
        if exact is None:
            below = [name for element, name in self._components.items() if element.startswith(f"{path}.")]
            # a memory cell has three parameters and a state, an instance of a weight one
            exact = below[0] if len(below) == 1 else None
        if exact is not None:
            return Carried(parameters=(exact,), layer=layer, unit=unit)
        # A weight of 0 has no element. What is added under its name is taken by that name.
        digits = names[2][2:] if len(names) > 2 and names[2][:2] == "xw" else ""
        kind = f"weight[{unit},{digits}]" if digits.isdigit() else f"bias[{unit}]" if names[-1] == "xbias" else ""
        return Carried(parameters=(f"{layer}.{kind or f'{self._gives[layer]}[{unit}]'}",), layer=layer, unit=unit)

    def on_port(self, path: str, port: str) -> tuple[str, ...]:
        """The parameters whose elements hang on ``port`` of the instance at ``path``, at whatever depth."""
        cell = self._cell(path)
        found: list[str] = []
        if cell is None:
            return self.of(path).parameters
        for element in cell.elements:
            if port not in element.nodes:
                continue
            inner = f"{path}.{element.name}"
            if element.kind == "x" and not self._is_library(element.model):
                at = self.cells[element.model].ports[element.nodes.index(port)]
                found.extend(self.on_port(inner, at))
            else:
                found.extend(self.of(inner).parameters)
        return tuple(dict.fromkeys(found)) or self.of(path).parameters

    def instances(self, subcircuit: str) -> Iterator[str]:
        """The paths of all instances of ``subcircuit``; the chip's own is ``xnetwork``."""
        yield from self._instances(self.circuit.top.name, TOP, subcircuit)

    def _instances(self, within: str, path: str, wanted: str) -> Iterator[str]:
        if within == wanted:
            yield path
        for element in self.cells[within].elements:
            if element.kind == "x" and element.model in self.cells:
                yield from self._instances(element.model, f"{path}.{element.name}", wanted)

    def _cell(self, path: str) -> Cell | None:
        cell = self.cells[self.circuit.top.name]
        for name in path.split(".")[1:]:
            model = next((element.model for element in cell.elements if element.name == name), "")
            if model not in self.cells:
                return None
            cell = self.cells[model]
        return cell

    def _is_library(self, name: str) -> bool:
        return name not in {item.name for item in self.circuit.subcircuits}


def _unit(name: str) -> int | None:
    return int(name[2:]) if name[:2] == "xu" and name[2:].isdigit() else None


def shortened(parameters: Sequence[str], *, most: int = 3) -> str:
    """A list of parameters for a message: of each tensor the first ones, and how many more there are."""
    tensors: dict[str, list[str]] = {}
    for parameter in parameters:
        tensors.setdefault(parameter.partition("[")[0], []).append(parameter)
    if len(parameters) <= most:
        return ", ".join(parameters)
    return ", ".join(
        f"{names[0]} and {len(names) - 1} more" if len(names) > 1 else names[0] for names in tensors.values()
    )
