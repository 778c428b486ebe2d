"""Hold a netlist folder, perhaps edited by hand, against what the mapper makes of the network: every element that
differs, by its path and by the parameter that it carries.

Nothing is simulated. What only looks different (names of inner nodes and of elements that nobody reads, an element
split into parallel ones) is no difference; see :mod:`codesign.analog.cell_differences`.
"""

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from codesign.analog.carriers import Carriers, shortened
from codesign.analog.cell_differences import CellDifference, compare_cells
from codesign.analog.design import Design, open_design, read_design
from codesign.analog.export import write_into
from codesign.analog.mapper import map_network
from codesign.analog.technology import Technology
from codesign.network import Network

__all__ = ["ElementDifference", "differences", "differences_of"]


@dataclass(frozen=True, kw_only=True)
class ElementDifference:
    """One thing in a netlist that is not as the network wants it.

    ``element`` is a path as in ``components.csv``; of a cell of the library it is the cell's own element
    (``memory_cell.mwidth``), since it stands in every instance. ``parameters`` are what it carries. ``layer`` and
    ``unit`` (None: several, or none) say whose it is, ``file`` where it stands. ``aspect``, ``expected`` and ``found``
    are those of :class:`codesign.analog.cell_differences.CellDifference`.
    """

    element: str
    parameters: tuple[str, ...]
    layer: str
    unit: int | None
    aspect: str
    expected: str
    found: str
    file: str
    terminal: str = ""

    @property
    def message(self) -> str:
        """One line: ``xnetwork.xmemory.xu3.xw5.m1 (memory.weight[3,5]): 12 fingers, 10 expected``."""
        carried = f" ({shortened(self.parameters)})" if self.parameters else ""
        return f"{self.element}{carried}: {self._what()} [{self.file}]"

    def _what(self) -> str:
        if self.aspect == "fingers":
            return f"{self.found} finger{'s' * (self.found != '1')}, {self.expected} expected"
        if self.aspect == "connection":
            return f"{self.terminal} on {self.found}, expected on {self.expected}"
        if self.aspect == "element":
            return (
                f"{self.expected!r} is missing"
                if self.found == "missing"
                else f"{self.found!r}, {self.expected} expected"
            )
        return f"{self.aspect} {self.found}, {self.expected} expected"


def differences(network: Network, technology: Technology, folder: Path) -> tuple[ElementDifference, ...]:
    """Every element of the design in ``folder`` that is not what the mapper makes of ``network``; empty: none.

    Those of units come first, in the order of the netlist, then the chip's, the cell library's and the device models'.
    Raises InputError as :func:`codesign.analog.design.open_design` does.
    """
    circuit = map_network(network, technology)
    return differences_of(network, technology, open_design(folder, network, circuit, technology))


def differences_of(network: Network, technology: Technology, design: Design) -> tuple[ElementDifference, ...]:
    """The same of a design that is open already."""
    circuit = map_network(network, technology)
    with tempfile.TemporaryDirectory(prefix="codesign-expected-") as name:
        write_into(Path(name), network, circuit, technology)
        expected = read_design(Path(name), network.name, technology)
        carriers = Carriers(network=network, circuit=circuit, cells=expected.cells)
        return (
            *_cells(expected, design, carriers),
            *_statements(expected, design),
            *_models(expected, design),
        )


def _cells(expected: Design, design: Design, carriers: Carriers) -> Iterator[ElementDifference]:
    circuit = carriers.circuit
    own = [item.name for item in (*circuit.subcircuits, circuit.top)]
    names = [*own, *(name for name in expected.cells if name not in own)]
    for name in names:
        paths = list(carriers.instances(name))
        if not paths:
            continue  # a block of the library that this chip has not
        if name not in design.cells:
            yield _at(carriers, paths, name in own, _missing(name), name, design.netlist)
            continue
        for found in compare_cells(expected.cells[name], design.cells[name], expected.cells):
            yield _at(carriers, paths, name in own, found, name, design.places[name])


def _missing(name: str) -> CellDifference:
    return CellDifference(element="", aspect="element", expected=f".subckt {name}", found="missing")


def _at(
    carriers: Carriers, paths: Sequence[str], own: bool, found: CellDifference, cell: str, file: str
) -> ElementDifference:
    """With the path and the parameters of what ``found`` in ``cell``, of which ``paths`` are the instances."""
    carried = [carriers.of(_element_path(carriers, path, found)) for path in paths]
    parameters = [name for item in carried for name in item.parameters]
    if found.aspect == "connection" and found.terminal:
        inner = [name for path in paths for name in carriers.on_port(f"{path}.{found.element}", found.terminal)]
        parameters = inner or parameters
    layers = {item.layer for item in carried}
    single = own and len(paths) == 1
    return ElementDifference(
        element=_element_path(carriers, paths[0], found) if single else f"{cell}.{found.element}".rstrip("."),
        parameters=tuple(dict.fromkeys(parameters)),
        layer=next(iter(layers)) if len(layers) == 1 else "",
        unit=carried[0].unit if len(carried) == 1 else None,
        aspect=found.aspect,
        expected=found.expected,
        found=found.found,
        terminal=found.terminal,
        file=file,
    )


def _element_path(carriers: Carriers, path: str, found: CellDifference) -> str:
    """The path of the transistor that carries the parameter, where the difference is one of the call of its cell."""
    if not found.element:
        return path
    place = f"{path}.{found.element}"
    inside = [
        item.element
        for item in carriers.circuit.components
        if item.element == place or item.element.startswith(f"{place}.")
    ]
    named = [element for element in inside if element == f"{place}.m{found.aspect}"]  # threshold, width, gain
    if named:
        return named[0]
    return inside[0] if len(inside) == 1 else place


def _statements(expected: Design, design: Design) -> Iterator[ElementDifference]:
    """Parameters and includes of the chip, whose order does not matter."""
    pairs = [(line, "missing") for line in expected.statements if line not in design.statements]
    pairs += [("none", line) for line in design.statements if line not in expected.statements]
    for was, now in pairs:
        yield ElementDifference(
            element=(was if now == "missing" else now).split()[0],
            parameters=(),
            layer="",
            unit=None,
            aspect="element",
            expected=was,
            found=now,
            file=design.netlist,
        )


def _models(expected: Design, design: Design) -> Iterator[ElementDifference]:
    for name in expected.models:
        was = (expected.folder / name).read_text(errors="replace").splitlines()
        path = design.folder / name
        now = path.read_text(errors="replace").splitlines() if path.is_file() else []
        if was == now:
            continue
        line = next(
            (k for k, pair in enumerate(zip(was, now, strict=False)) if pair[0] != pair[1]), min(len(was), len(now))
        )
        yield ElementDifference(
            element=name,
            parameters=("device models",),
            layer="",
            unit=None,
            aspect=f"line {line + 1}",
            expected=repr(was[line]) if line < len(was) else "no line",
            found=repr(now[line]) if line < len(now) else "no line",
            file=name,
        )
