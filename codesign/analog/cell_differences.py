"""Compare two texts of one subcircuit: as it was written and as it is found.

Names of inner nodes mean nothing to a circuit, so they may differ: a node of the one is that node of the other to which
most terminals of elements of the same name are connected. What is then connected elsewhere is a difference, as is an
element that is missing, added, of another kind, or with other parameters. An element that only has another name, and
one that was split into parallel ones with as many fingers in all, are none.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from codesign.analog.library import Cell, Element, evaluate
from codesign.errors import InputError

__all__ = ["CellDifference", "compare_cells", "terminals"]

_TERMINALS = {"m": ("drain", "gate", "source", "bulk")}
_FINGERS = ("fingers", "m")
_GROUND = "0"


@dataclass(frozen=True, kw_only=True)
class CellDifference:
    """What differs inside of a subcircuit: the element, its ``aspect`` and both texts.

    ``aspect`` is ``element`` (missing, added), ``model`` (of a transistor), ``subcircuit``, ``connection`` (of the
    ``terminal``), ``value``, or the name of a parameter. ``element`` is empty where the subcircuit's own head differs.
    """

    element: str
    aspect: str
    expected: str
    found: str
    terminal: str = ""


def terminals(element: Element, cells: Mapping[str, Cell]) -> tuple[str, ...]:
    """What the nodes of ``element`` are called: the ports of a subcircuit, drain, gate, source, bulk, or numbers."""
    if element.kind == "x" and element.model in cells:
        return cells[element.model].ports
    return _TERMINALS.get(element.kind, tuple(str(k + 1) for k in range(len(element.nodes))))


def compare_cells(expected: Cell, found: Cell, cells: Mapping[str, Cell]) -> list[CellDifference]:
    """Every difference, in the order of ``expected``; ``cells`` give the names of ports."""
    if len(expected.ports) != len(found.ports):
        return [
            CellDifference(element="", aspect="ports", expected=" ".join(expected.ports), found=" ".join(found.ports))
        ]
    differences = [
        CellDifference(element="", aspect=name, expected=was, found=now)
        for name, was, now in _changed(expected.defaults, found.defaults)
    ]
    same = {element.name: element for element in found.elements}
    pairs = [(element, same[element.name]) for element in expected.elements if element.name in same]
    node_of = _node_map(expected, found, [pair for pair in pairs if len(pair[0].nodes) == len(pair[1].nodes)])
    names = {element.name for element in expected.elements}
    missing = [element for element in expected.elements if element.name not in same]
    added = [element for element in found.elements if element.name not in names]
    paired = {element.name: other for element, other in pairs}
    _match_renamed(missing, added, node_of, paired)
    _merge_parallel(paired, added)
    for element in expected.elements:
        if element.name in paired:
            differences.extend(_element(element, paired[element.name], node_of, cells))
        else:
            differences.append(
                CellDifference(element=element.name, aspect="element", expected=_shown(element), found="missing")
            )
    differences.extend(
        CellDifference(element=element.name, aspect="element", expected="none", found=_shown(element))
        for element in added
    )
    return differences


def _node_map(expected: Cell, found: Cell, pairs: Sequence[tuple[Element, Element]]) -> dict[str, str]:
    """Node of ``expected`` -> node of ``found``: ports by their position, inner nodes by what most terminals say."""
    fixed = {_GROUND: _GROUND, **dict(zip(expected.ports, found.ports, strict=True))}
    votes: Counter[tuple[str, str]] = Counter()
    for element, other in pairs:
        votes.update(zip(element.nodes, other.nodes, strict=True))
    taken = set(fixed.values())
    # The same name first where as many terminals speak for several nodes.
    ranked = sorted(votes.items(), key=lambda vote: (-vote[1], vote[0][0] != vote[0][1], vote[0]))
    for (node, there), _ in ranked:
        if node not in fixed and there not in taken:
            fixed[node] = there
            taken.add(there)
    return fixed


def _match_renamed(
    missing: list[Element], added: list[Element], node_of: Mapping[str, str], paired: dict[str, Element]
) -> None:
    """Pair what is the same element under another name, and take it out of both lists."""
    for element in list(missing):
        for other in added:
            if not list(_element(element, other, node_of, {})):
                missing.remove(element)
                added.remove(other)
                paired[element.name] = other
                break


def _merge_parallel(paired: dict[str, Element], added: list[Element]) -> None:
    """Add the fingers of an added element to those of a paired one that it stands beside."""
    for other in list(added):
        for name, element in paired.items():
            key = next((key for key in _FINGERS if key in element.parameters and key in other.parameters), None)
            rest = [{k: v for k, v in item.parameters.items() if k != key} for item in (element, other)]
            if key and (element.model, element.nodes, rest[0]) == (other.model, other.nodes, rest[1]):
                try:
                    total = evaluate(element.parameters[key], {}) + evaluate(other.parameters[key], {})
                except InputError:  # an expression of parameters: not to be added up here
                    continue
                paired[name] = replace(element, parameters={**element.parameters, key: f"{total:g}"})
                added.remove(other)
                break


def _element(
    expected: Element, found: Element, node_of: Mapping[str, str], cells: Mapping[str, Cell]
) -> Iterator[CellDifference]:
    what = "subcircuit" if expected.kind == "x" else "model" if expected.kind == "m" else "value"
    if expected.kind != found.kind:
        yield CellDifference(element=expected.name, aspect="element", expected=_shown(expected), found=_shown(found))
        return
    if expected.model != found.model and not (what == "value" and _equal(expected.model, found.model)):
        yield CellDifference(element=expected.name, aspect=what, expected=expected.model, found=found.model)
    if len(expected.nodes) != len(found.nodes):
        if expected.model == found.model:
            yield CellDifference(
                element=expected.name,
                aspect="nodes",
                expected=" ".join(expected.nodes),
                found=" ".join(found.nodes),
            )
    else:
        wanted = [node_of.get(node, node) for node in expected.nodes]
        actual = list(found.nodes)
        if expected.kind == "m" and [wanted[2], wanted[1], wanted[0], wanted[3]] == actual:
            actual = wanted  # drain and source of a transistor are one and the same
        back = {other: node for node, other in node_of.items()}
        for terminal, node, now in zip(terminals(expected, cells), wanted, actual, strict=False):
            if node != now:
                yield CellDifference(
                    element=expected.name,
                    aspect="connection",
                    terminal=terminal,
                    expected=back.get(node, node),
                    found=back.get(now, now),
                )
    for name, was, now in _changed(expected.parameters, found.parameters):
        yield CellDifference(element=expected.name, aspect=name, expected=was, found=now)


def _changed(expected: Mapping[str, str], found: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Name, both texts; a transistor without ``m`` has one finger."""
    for name in dict.fromkeys([*expected, *found]):
        standard = "1" if name == "m" else "none"
        was, now = expected.get(name, standard), found.get(name, standard)
        if not _equal(was, now):
            yield name, was, now


def _equal(first: str, second: str) -> bool:
    """Whether two texts are one value: equal numbers, or the same expression."""
    try:
        return abs(evaluate(first, {}) - evaluate(second, {})) <= 1e-9 * abs(evaluate(first, {}))
    except InputError:
        return "".join(first.split()) == "".join(second.split())


def _shown(element: Element) -> str:
    parameters = [f"{name}={value}" for name, value in element.parameters.items()]
    return " ".join([*element.nodes, element.model, *parameters])
