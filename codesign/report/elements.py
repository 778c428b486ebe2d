"""Where the drawings show what the mapping names."""

from collections.abc import Iterable, Mapping, Sequence

from codesign.analog.netlist import Circuit
from codesign.report.drawings import Drawing

__all__ = ["anchors", "block", "groups"]


def anchors(drawings: Sequence[Drawing], elements: Iterable[str], circuit: Circuit | None) -> dict[str, str]:
    """The id, in the page, of the part that stands for each of ``elements`` (paths in the netlist) that is drawn.

    A part of a cell of the library is shown once, in the drawing of the cell, for all places of that cell; ``circuit``
    says which cell a path leads into.
    """
    exact: dict[str, str] = {}
    for drawing in drawings:
        for path, part in drawing.anchors.items():
            exact.setdefault(path, part)
    cells = {drawing.name.removeprefix("schematic-"): drawing.anchors for drawing in drawings}
    known: dict[str, dict[str, str]] = {}
    if circuit is not None:
        for item in (*circuit.subcircuits, circuit.top):
            known[item.name] = {f"x{instance.name}": instance.subcircuit for instance in item.instances}
    found = {}
    for element in dict.fromkeys(element for element in elements if element):
        anchor: str | None = exact.get(element)
        if anchor is None and circuit is not None:
            cell, name = _inside(element, circuit.top.name, known)
            anchor = cells.get(cell, {}).get(name)
        if anchor is not None:
            found[element] = anchor
    return found


def _inside(path: str, top: str, known: Mapping[str, Mapping[str, str]]) -> tuple[str, str]:
    """The cell of the library that ``path`` leads into, and the name of the element in it; empty where it does not.
    ``known``: subcircuit of the netlist -> its instances -> their subcircuits."""
    names = path.split(".")
    here = top
    for name in names[1:-1]:
        if here not in known or name not in known[here]:
            return "", ""
        here = known[here][name]
    return ("", "") if here in known else (here, names[-1])


def block(drawing: Drawing) -> str:
    """The path of the block that is drawn, as drawings of what it is in name it: all that is in the drawing begins with
    it. Of a layer of the circuit any unit will do. Empty where there is none, as of a cell of the library."""
    first = next(iter(drawing.anchors), "")
    depth = {"circuit": 2 if ", unit " in drawing.title else 0, "hierarchy": first.count(".")}[drawing.kind]
    return ".".join(first.split(".")[:depth])


def groups(drawings: Sequence[Drawing]) -> list[tuple[str, list[tuple[int, str]]]]:
    """For the navigation: (group, (number of the drawing from 1, its short name)); units of a layer stand together."""
    found: dict[str, list[tuple[int, str]]] = {group: [] for group in _REST.values()}
    for number, drawing in enumerate(drawings, start=1):
        layer, unit, short = drawing.title.partition(", unit ")
        group = layer if unit else _REST[drawing.kind]
        found.setdefault(group, []).append((number, short or drawing.title.removeprefix("RTL of ")))
    return [(group, members) for group, members in found.items() if members]


_REST = {"circuit": "Chip, cells", "hierarchy": "RTL"}
