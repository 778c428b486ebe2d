"""A schematic as lines and texts."""

import math
from collections.abc import Iterator
from pathlib import Path

from codesign.analog.library import Cell
from codesign.analog.schematic.layout import UNIT, Block, Flag, Layout, Port, Site, layout, text_start
from codesign.analog.schematic.read import GROUND, Part, Subject, read
from codesign.analog.schematic.symbols import SYMBOLS
from codesign.analog.technology import Technology
from codesign.drawing import svg
from codesign.drawing.sheet import Area, Circle, Item, Line, Point, Sheet, Text
from codesign.errors import InputError, nearest
from codesign.files import write_file

__all__ = ["draw", "drawn", "sheet", "write"]


def draw(technology: Technology, subcircuit: str) -> str:
    """A subcircuit of the technology's cell library as SVG that stands alone, in the colours of print; always the same.

    Raises InputError where there is no such subcircuit.
    """
    library = technology.library()
    if subcircuit not in library:
        raise InputError(f"{technology.name} has no subcircuit {subcircuit!r}; {nearest(subcircuit, library)}")
    name = f"{technology.name} {subcircuit}"
    return svg.svg(
        sheet(library[subcircuit], technology), name=name, label=f"schematic of {subcircuit}", standalone=True
    )


def write(technology: Technology, subcircuit: str, output: Path) -> Path:
    """Write what :func:`draw` draws to ``output``, as SVG or, where that ends in ``.pdf``, as PDF; gives its path.

    Raises InputError for another ending, too.
    """
    text = draw(technology, subcircuit)
    if output.suffix == ".svg":
        write_file(output, text + "\n")
    elif output.suffix == ".pdf":
        from codesign.drawing.figure import pdf

        write_file(output, pdf(sheet(technology.library()[subcircuit], technology)))
    else:
        raise InputError(f"a schematic is written as .svg or .pdf, not as {output.name!r}")
    return output


def sheet(cell: Cell, technology: Technology, *, path: str = "", flat: bool = False) -> Sheet:
    """The schematic of any subcircuit whose device models and inner subcircuits the technology has.

    ``path`` stands before the names that elements can be pointed at with; with ``flat`` the inner subcircuits are drawn
    by what is in them. Raises InputError for a device model or a subcircuit that the technology does not have.
    """
    return drawn(layout(read(cell, technology, path=path, flat=flat)))


def drawn(found: Layout) -> Sheet:
    """The lines and texts of a layout."""
    items: list[Item] = []
    paths = {part.name: part.path for part in found.subject.parts}
    for net, wires in found.wires.items():
        items += [Line(points=(_at(*first), _at(*last)), style="wire", net=net) for first, last in wires.lines]
        items += [Circle(centre=_at(*node), radius=2.6, style="dot", net=net) for node in wires.dots]
    for port in found.ports:
        items += _port(port, rail=port.net in found.subject.supplies)
    for flag in found.flags:
        items += _flag(flag)
    for site in found.sites:
        items += _element(site)
    for block in found.blocks:
        items += _block(block, found)
    width, height = float(found.width * UNIT), float(found.height * UNIT)
    if note := _implied(found.subject):
        caption = Text(at=(UNIT, height + 4), text=note, style="value")
        items.append(caption)
        width, height = max(width, math.ceil(caption.box[2])), height + 16
    notes = tuple((paths[part.name], part.note) for part in found.subject.parts)
    return Sheet(width=width, height=height, items=tuple(items), notes=notes)


def _at(x: float, y: float) -> Point:
    return x * UNIT, y * UNIT


def _implied(subject: Subject) -> str:
    """What goes without being drawn."""
    said = [f"of {kind.upper()}MOS at {net}" for kind, net in sorted(subject.bulks.items())]
    return f"Bulks {' and '.join(said)} unless drawn. W/L in µm \N{MULTIPLICATION SIGN}fingers." if said else ""


def _element(site: Site) -> Iterator[Item]:
    part, way = site.part, -1 if site.flipped else 1
    figure = SYMBOLS[part.symbol]()

    def at(x: float, y: float) -> Point:
        return _at(site.x + way * x, site.y + y)

    for path in figure.lines:
        yield Line(points=tuple(at(x, y) for x, y in path), element=part.path)
    for x, y, radius in figure.circles:
        yield Circle(centre=at(x, y), radius=radius * UNIT, element=part.path)
    for path in figure.arrows:
        yield Area(points=tuple(at(x, y) for x, y in path), style="dot", element=part.path)
    if part.tied:
        loop = ((0, 2), (1, 2), (1, -2), (0, -2))
        yield Line(points=tuple(at(x, y) for x, y in loop), element=part.path)
    if part.bulk:
        yield Line(points=(at(-1, 0), at(1.0 if part.bulk_apart else 0.0, 0)), element=part.path)
        if not part.bulk_apart:
            upper = part.bulk == part.top
            yield Line(points=(at(0, 0), at(0, -0.9 if upper else 0.9)), element=part.path)
    start = text_start(part) if part.gate else 1.5
    lines = [part.name, *part.values]
    gap = 11.0
    for index, text in enumerate(lines):
        shift = (index - (len(lines) - 1) / 2) * gap
        x, y = at(start, 0)
        yield Text(
            at=(x, y + shift), text=text, style="value" if index else "name",
            anchor="end" if site.flipped else "start", element=part.path,
        )  # fmt: skip


def _port(port: Port, *, rail: bool) -> Iterator[Item]:
    """A pentagon that points at the wire, with the name beside it; a rail has only its name."""
    x, y = _at(*port.node)
    way = -1 if port.side == "left" else 1
    if not rail:
        tip = ((x, y), (x + way * 4, y - 4), (x + way * 10, y - 4), (x + way * 10, y + 4), (x + way * 4, y + 4))
        yield Area(points=tip, style="wire")
    yield Text(
        at=(x + way * (4 if rail else 13), y), text=port.net, style="net",
        anchor="end" if port.side == "left" else "start",
    )  # fmt: skip


def _flag(flag: Flag) -> Iterator[Item]:
    pin = flag.pin
    x, y = _at(*pin.node)
    if flag.kind == "ground":
        yield Line(points=((x, y), (x, y + 8)), style="wire", net=pin.net)
        for index in range(3):
            half = 7 - 2.5 * index
            yield Line(points=((x - half, y + 8 + 3 * index), (x + half, y + 8 + 3 * index)), style="wire", net=pin.net)
        if pin.net != GROUND:
            yield Text(at=(x + 9, y + 14), text=pin.net, style="net")
        return
    if flag.kind == "supply":
        yield Line(points=((x, y), (x, y - 8)), style="wire", net=pin.net)
        yield Line(points=((x - 7, y - 8), (x + 7, y - 8)), style="wire", net=pin.net)
        yield Text(at=(x, y - 15), text=pin.net, style="net", anchor="middle")
        return
    dx, dy = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}[pin.side]
    yield Line(points=((x, y), (x + 4 * dx, y + 4 * dy)), style="wire", net=pin.net)
    anchor = {-1: "end", 1: "start"}.get(dx, "middle")
    yield Text(at=(x + 7 * dx, y + 11 * dy), text=pin.net, style="net", anchor=anchor)  # type: ignore[arg-type]


def _block(block: Block, found: Layout) -> Iterator[Item]:
    part: Part = block.part
    left, top = _at(block.left, block.top)
    right, bottom = _at(block.right, block.bottom)
    corners = ((left, top), (right, top), (right, bottom), (left, bottom))
    yield Area(points=corners, style="frame", element=part.path)
    middle = (left + right) / 2
    yield Text(at=(middle, top + 12), text=part.name, style="title", anchor="middle", element=part.path)
    for index, text in enumerate(part.values):
        yield Text(at=(middle, top + 26 + 12 * index), text=text, style="value", anchor="middle", element=part.path)
    for pin in found.pins:
        if pin.element == part.name:
            x, y = _at(*pin.node)
            inwards = 4 if pin.side == "left" else -4
            yield Text(
                at=(x + inwards, y), text=pin.pin, style="name", anchor="start" if pin.side == "left" else "end",
                element=part.path,
            )  # fmt: skip
