"""What of a subcircuit is drawn: elements with their pins, and what kind of net each is."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from codesign.analog.library import Cell, Element, evaluate
from codesign.analog.technology import Technology
from codesign.errors import InputError

__all__ = ["GROUND", "Part", "Subject", "read"]

GROUND = "0"
_TIMES = "\N{MULTIPLICATION SIGN}"
_LONGEST = 16
"""Letters of a line beside an element."""


@dataclass(frozen=True, kw_only=True)
class Part:
    """An element as it is drawn, upright: current flows from ``top`` to ``bottom``.

    ``symbol`` is ``nmos``, ``pmos``, ``capacitor``, ``resistor``, ``current``, ``voltage`` or ``block``. ``bulk`` is
    the net of the bulk where it is none that goes without saying. ``values`` are lines of text: size, fingers.
    ``pins`` of a block are (port, net).
    """

    name: str
    symbol: str
    top: str = ""
    bottom: str = ""
    gate: str = ""
    bulk: str = ""
    values: tuple[str, ...] = ()
    note: str
    path: str
    pins: tuple[tuple[str, str], ...] = ()

    @property
    def polarity(self) -> str:
        """``p`` for what stands among the PMOS, ``n`` for what stands below."""
        return "p" if self.symbol == "pmos" else "n"

    @property
    def tied(self) -> bool:
        """Whether both ends of its channel are one net, as of a transistor that is a capacitor."""
        return bool(self.gate) and self.top == self.bottom and not self.bulk_apart

    @property
    def bulk_apart(self) -> bool:
        """Whether the bulk is at a net of its own, which is written beside it."""
        return self.bulk not in ("", self.top, self.bottom)


@dataclass(frozen=True, kw_only=True)
class Subject:
    """A whole subcircuit. ``bulks`` says what goes without saying: polarity -> net of the bulks."""

    name: str
    ports: tuple[str, ...]
    supplies: tuple[str, ...]
    grounds: tuple[str, ...]
    bulks: Mapping[str, str]
    parts: tuple[Part, ...]


def read(
    cell: Cell,
    technology: Technology,
    *,
    library: Mapping[str, Cell] | None = None,
    path: str = "",
    flat: bool = False,
) -> Subject:
    """The subcircuit ``cell``.

    Subcircuits in it that are one transistor are drawn as that, others as blocks, or with ``flat`` by what is in them;
    ``library`` (default: the technology's) has them. ``path`` stands before the name of each element.
    Raises InputError for a device model or a subcircuit that is not known.
    """
    known = technology.library() if library is None else library
    elements = [pair for element in cell.elements for pair in _opened(element, known, flat=flat)]
    polarity: dict[str, list[str]] = {"n": [], "p": []}
    for _, element in elements:
        if element.kind == "m":
            if element.model not in technology.transistors:
                allowed = ", ".join(technology.transistors)
                raise InputError(
                    f"{cell.name}: {element.name} is of the unknown model {element.model!r}; known: {allowed}"
                )
            polarity[technology.transistors[element.model].polarity].append(element.nodes[3])
    bulks = {kind: max(dict.fromkeys(nets), key=nets.count) for kind, nets in polarity.items() if nets}
    outside = {*cell.ports, GROUND}
    supplies = tuple(
        net
        for net in dict.fromkeys(polarity["p"])
        if net in outside and net != GROUND and (net == bulks["p"] or _only_feeds(net, elements, technology))
    )
    # A net that only sources of current come from is a supply as well.
    supplies += tuple(
        element.nodes[0]
        for _, element in elements
        if element.kind == "i" and element.nodes[0] in cell.ports and element.nodes[0] not in supplies
    )
    grounds = tuple(dict.fromkeys((GROUND, *(net for net in polarity["n"] if net in outside and net not in supplies))))
    inside: dict[str, int] = {}
    for name, _ in elements:
        instance = name.rpartition(".")[0]
        inside[instance] = inside.get(instance, 0) + 1
    parts = tuple(
        _part(_shown(name, inside), element, technology, bulks, supplies, known, path + name)
        for name, element in elements
    )
    return Subject(
        name=cell.name, ports=cell.ports, supplies=tuple(dict.fromkeys(supplies)), grounds=grounds, bulks=bulks,
        parts=parts,
    )  # fmt: skip


def _only_feeds(net: str, elements: list[tuple[str, Element]], technology: Technology) -> bool:
    """Whether nothing but sources and bulks of PMOS is at ``net``, which is so of a supply alone."""
    for _, element in elements:
        if element.kind != "m":
            if net in element.nodes:
                return False
            continue
        drain, gate, source, bulk = element.nodes
        polarity = technology.transistors[element.model].polarity
        if net in (drain, gate) or (net in (source, bulk) and polarity == "n"):
            return False
    return True


def _opened(element: Element, known: Mapping[str, Cell], *, flat: bool) -> list[tuple[str, Element]]:
    """The element and its path; a subcircuit that is one transistor, or with ``flat`` any, gives what it holds."""
    if element.kind != "x":
        return [(element.name, element)]
    if element.model not in known:
        raise InputError(f"{element.name}: there is no subcircuit {element.model!r}")
    inner = known[element.model]
    if len(inner.ports) != len(element.nodes):
        raise InputError(f"{element.name}: {element.model!r} has {len(inner.ports)} ports, not {len(element.nodes)}")
    if not flat and [item.kind for item in inner.elements] != ["m"]:
        return [(element.name, element)]
    nodes = {GROUND: GROUND, **dict(zip(inner.ports, element.nodes, strict=True))}
    given = {**inner.defaults, **element.parameters}
    found = []
    for item in inner.elements:
        outer = replace(
            item,
            nodes=tuple(nodes.get(node, f"{element.name}.{node}") for node in item.nodes),
            model=_filled(item.model, given) if item.model.startswith("{") else item.model,
            parameters={name: _filled(text, given) for name, text in item.parameters.items()},
        )
        found += [(f"{element.name}.{name}", part) for name, part in _opened(outer, known, flat=flat)]
    return found


def _shown(path: str, cells: Mapping[str, int]) -> str:
    """A short name: without the letter of instances, and without that of the only element of one."""
    *instances, last = path.split(".")
    names = [name[1:] for name in instances]
    if instances and cells[".".join(instances)] == 1:
        return ".".join(names)
    return ".".join((*names, last))


def _filled(text: str, given: Mapping[str, str]) -> str:
    try:
        return f"{evaluate(text, {name: evaluate(value, {}) for name, value in given.items()}):.6g}"
    except InputError:
        return text


def _part(
    name: str,
    element: Element,
    technology: Technology,
    bulks: Mapping[str, str],
    supplies: tuple[str, ...],
    known: Mapping[str, Cell],
    path: str,
) -> Part:
    note = f"{path}: {' '.join(element.nodes)} {element.model}"
    note += "".join(f" {key}={value}" for key, value in element.parameters.items())
    if element.kind == "m":
        drain, gate, source, bulk = element.nodes
        polarity = technology.transistors[element.model].polarity
        top, bottom = (drain, source) if polarity == "n" else (source, drain)
        return Part(
            name=name, symbol=f"{polarity}mos", top=top, bottom=bottom, gate=gate,
            bulk="" if bulk == bulks[polarity] else bulk, values=_size(element.parameters), note=note, path=path,
        )  # fmt: skip
    if element.kind == "x":
        inner = known[element.model]
        values = tuple(f"{key} {value}" for key, value in element.parameters.items())
        return Part(
            name=name, symbol="block", values=(element.model, *values), note=note, path=path,
            pins=tuple(zip(inner.ports, element.nodes, strict=True)),
        )  # fmt: skip
    top, bottom = element.nodes
    if element.kind in "cr" and (top == GROUND or bottom in supplies):
        top, bottom = bottom, top  # they have no direction
    symbol = {"c": "capacitor", "r": "resistor", "i": "current", "v": "voltage"}[element.kind]
    return Part(
        name=name, symbol=symbol, top=top, bottom=bottom, values=_lines(element.model), note=note, path=path
    )  # fmt: skip


def _size(parameters: Mapping[str, str]) -> tuple[str, ...]:
    """W / L in micrometres, and fingers."""
    size = "/".join(_micrometres(parameters[key]) for key in ("w", "l") if key in parameters)
    fingers = f"{_TIMES}{_short(parameters.get('m', '1'))}"
    return (f"{size} {fingers}",) if len(fingers) <= 5 else (size, fingers)


def _micrometres(text: str) -> str:
    try:
        return f"{evaluate(text, {}) * 1e6:.4g}"
    except InputError:
        return _short(text)


def _lines(text: str) -> tuple[str, ...]:
    """A value; a formula goes over into more lines before its operators."""
    lines = [""]
    for piece in re.split(r"(?<=[^-+*/(])(?=[-+*/])", text.strip("{}")):
        if lines[-1] and len(lines[-1] + piece) > _LONGEST:
            lines.append("")
        lines[-1] += piece
    return tuple(_short(line) for line in lines)


def _short(text: str) -> str:
    plain = text.strip("{}")
    return plain if len(plain) <= _LONGEST else plain[: _LONGEST - 1] + "…"
