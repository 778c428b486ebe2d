"""The cell library of a technology, read from its ``.cir`` files: what a designer may edit is what is counted here.

Only what such files hold is understood: ``.subckt`` with parameters, elements M, C, R, I, V and X, comments and
continuation lines. A value is a number with a SPICE suffix, or an expression of parameters in braces.
"""

import ast
import operator
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from codesign.errors import InputError

__all__ = ["Cell", "Element", "evaluate", "read_cells", "read_file"]

_NODES = {"m": 4, "c": 2, "r": 2, "i": 2, "v": 2}
"""Nodes of each kind of element, by the first letter of its name."""
_SUFFIXES = {"f": 1e-15, "p": 1e-12, "n": 1e-9, "u": 1e-6, "m": 1e-3, "k": 1e3, "meg": 1e6, "g": 1e9, "t": 1e12}
_NUMBER = re.compile(r"([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(meg|[fpnumkgt])?")
_OPERATORS: Mapping[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


@dataclass(frozen=True, kw_only=True)
class Element:
    """One element line. ``model`` is the device model of a transistor, the subcircuit of an ``x``, the value (text) of
    the rest; ``parameters`` are texts as they stand."""

    name: str
    nodes: tuple[str, ...]
    model: str
    parameters: Mapping[str, str]

    @property
    def kind(self) -> str:
        """The first letter of its name, which to SPICE is the kind of element."""
        return self.name[0]


@dataclass(frozen=True, kw_only=True)
class Cell:
    """A subcircuit: ports in order, parameters with their defaults (texts), elements."""

    name: str
    ports: tuple[str, ...]
    defaults: Mapping[str, str]
    elements: tuple[Element, ...]

    @property
    def transistors(self) -> int:
        """Transistor lines, whatever their number of fingers; subcircuits inside are not counted."""
        return sum(element.kind == "m" for element in self.elements)


def read_cells(files: Iterable[Path]) -> dict[str, Cell]:
    """All subcircuits of ``files`` by name; raises InputError that names file and line where one is not understood."""
    cells: dict[str, Cell] = {}
    for file in files:
        found, outside = read_file(file)
        for line in outside:
            if line.split()[0] != ".param":
                raise InputError(f"{file}: {line!r} stands outside of a subcircuit")
        for cell in found:
            if cell.name in cells:
                raise InputError(f"{file}: the subcircuit {cell.name!r} is defined twice in this cell library")
            cells[cell.name] = cell
    return cells


def evaluate(text: str, parameters: Mapping[str, float]) -> float:
    """The value of ``0.5u``, ``8`` or ``{threshold + width}``; raises InputError for anything else."""
    if text[:1] == "{" and text[-1:] == "}":
        # A suffix is no Python: 0.5u becomes 5e-07 first. A name before a digit (x2) is left alone.
        plain = re.sub(r"(?<![\w.])" + _NUMBER.pattern + r"(?!\w)", lambda found: repr(_number(found)), text[1:-1])
        try:
            return _value(ast.parse(plain.strip(), mode="eval").body, parameters)
        except (SyntaxError, ZeroDivisionError) as error:
            raise InputError(f"the expression {text} cannot be computed ({error})") from None
    found = _NUMBER.fullmatch(text)
    if found is None:
        raise InputError(f"{text!r} is no number; allowed are numbers with a SPICE suffix and {{expressions}}")
    return _number(found)


def _number(found: re.Match[str]) -> float:
    return float(found.group(1)) * _SUFFIXES.get(found.group(2) or "", 1.0)


def _value(node: ast.expr, parameters: Mapping[str, float]) -> float:
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        return float(node.value)
    if isinstance(node, ast.Name):
        if node.id not in parameters:
            raise InputError(f"unknown parameter {node.id!r} in an expression; known are {', '.join(parameters)}")
        return parameters[node.id]
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return -_value(node.operand, parameters)
    if isinstance(node, ast.BinOp) and type(node.op) in _OPERATORS:
        return _OPERATORS[type(node.op)](_value(node.left, parameters), _value(node.right, parameters))
    raise InputError("an expression in a cell library may hold numbers, parameters, + - * / and brackets only")


def read_file(file: Path) -> tuple[list[Cell], list[str]]:
    """The subcircuits of one file, in order, and the statements outside of them, in lower case on one line each.

    Raises InputError that names the file and what in it is not understood.
    """
    cells: list[Cell] = []
    outside: list[str] = []
    head: list[str] = []
    elements: list[Element] = []
    for line in _statements(file):
        words = re.findall(r"\S*\{[^}]*\}|\S+", re.sub(r"\s*=\s*", "=", line))
        if words[0] == ".subckt":
            if head or len(words) < 2:
                problem = (
                    f"the subcircuit {head[1]!r} has no .ends before {line!r}" if head else f"{line!r} has no name"
                )
                raise InputError(f"{file}: {problem}")
            head, elements = words, []
        elif words[0] == ".ends":
            if not head:
                raise InputError(f"{file}: {line!r} ends no subcircuit")
            ports = tuple(word for word in head[2:] if "=" not in word)
            _only_once(ports, f"{file}: the subcircuit {head[1]!r} has the port")
            _only_once([each.name for each in elements], f"{file}: the subcircuit {head[1]!r} has the element")
            cells.append(Cell(name=head[1], ports=ports, defaults=_pairs(head), elements=tuple(elements)))
            head = []
        elif head:
            elements.append(_element(words, f"{file}: {line}"))
        else:
            outside.append(line)
    if head:
        raise InputError(f"{file}: the subcircuit {head[1]!r} has no .ends")
    return cells, outside


def _only_once(names: Sequence[str], what: str) -> None:
    """Simulators connect the one or the other, or stop without saying which it is."""
    for name in names:
        if names.count(name) > 1:
            raise InputError(f"{what} {name!r} twice; give each a name of its own")


def _element(words: list[str], where: str) -> Element:
    plain = [word for word in words if "=" not in word or word.startswith("{")]
    kind = words[0][0]
    count = len(plain) - 2 if kind == "x" else _NODES.get(kind)
    if count is None:
        hint = "; a .param stands before the subcircuit, or among its parameters" if words[0] == ".param" else ""
        raise InputError(
            f"{where}: an element {words[0]!r} is not known; a cell may hold {', '.join(_NODES)} and x{hint}"
        )
    if len(plain) != count + 2:
        raise InputError(f"{where}: {words[0]!r} needs {count} nodes and one model or value")
    return Element(name=words[0], nodes=tuple(plain[1:-1]), model=plain[-1], parameters=_pairs(words))


def _pairs(words: Iterable[str]) -> dict[str, str]:
    found = (word.partition("=") for word in words if "=" in word and not word.startswith("{"))
    return {name: value for name, _, value in found}


def _statements(file: Path) -> list[str]:
    statements: list[str] = []
    for raw in file.read_text().lower().splitlines():
        line = raw.split(";")[0].split("$")[0].rstrip()
        if line.startswith("+"):
            if not statements:
                raise InputError(f"{file}: {line!r} goes on from a line that is not there")
            statements[-1] += " " + line[1:]
        elif line and not line.startswith("*"):
            statements.append(line.strip())
    return statements
