"""Block diagrams: boxes in columns in the order in which signals pass them, wired on a grid.

A box that signals come back to (a skip connection, which takes what a chain of others begins with and ends with) stands
below that chain and is as long as it. Where wires do not fit, the diagram grows; what cannot be wired at all is
written at its pins.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from codesign.drawing.order import columns
from codesign.drawing.router import Grid, Node
from codesign.drawing.sheet import Area, Circle, Item, Line, Sheet, Style, Text, text_width

__all__ = ["Box", "Pin", "diagram"]

_UNIT = 10.0
_PITCH = 3
"""Between pins, in units of the grid."""
_LINE = 1.3
"""Between lines of text."""


_ANCHORS: Mapping[int, Literal["start", "middle", "end"]] = {-1: "end", 0: "middle", 1: "start"}
"""Of a text, by the way that it goes from its place."""


@dataclass(frozen=True, kw_only=True)
class Pin:
    """Where the net ``net`` enters or leaves a box; ``wide``: a stream or a bus, drawn thick."""

    label: str
    net: str
    wide: bool = False


@dataclass(frozen=True, kw_only=True)
class Box:
    """``element`` is what it is pointed at by, ``lines`` are written in it below its ``title``."""

    element: str
    title: str
    lines: tuple[str, ...] = ()
    inputs: tuple[Pin, ...] = ()
    outputs: tuple[Pin, ...] = ()
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class _Rectangle:
    box: Box
    left: int
    top: int
    right: int
    bottom: int


@dataclass
class _Plan:
    """One attempt: rectangles, and (pin, node, way, whether it goes in) of every pin; a way is a step outwards."""

    rectangles: list[_Rectangle] = field(default_factory=list)
    pins: list[tuple[Pin, Node, Node, bool]] = field(default_factory=list)
    ports: list[tuple[Pin, Node, bool]] = field(default_factory=list)
    width: int = 0
    height: int = 0
    written: set[str] = field(default_factory=set)


def diagram(boxes: Sequence[Box], *, inputs: Sequence[Pin] = (), outputs: Sequence[Pin] = (), note: str = "") -> Sheet:
    """The diagram of ``boxes`` between the ports ``inputs`` at the left and ``outputs`` at the right.

    Pins of the same ``net`` are connected; a net with one pin alone is not drawn.
    """
    written: set[str] = set()
    spread = 0
    while True:
        plan = _planned(boxes, inputs, outputs, spread, written)
        grid = _grid(plan)
        failed = grid.route()
        if not failed:
            break
        spread += 1
        if spread > 3:
            written |= set(failed)
            spread = 2
    return _drawn(plan, grid, note)


def _planned(
    boxes: Sequence[Box], inputs: Sequence[Pin], outputs: Sequence[Pin], spread: int, written: set[str]
) -> _Plan:
    plan = _Plan(written=written)
    placed, spans = columns(
        [({pin.net for pin in box.inputs}, {pin.net for pin in box.outputs}) for box in boxes],
        {pin.net for pin in inputs},
    )
    counts = _counts(boxes, inputs, outputs)
    # All alike, so that the pins of boxes side by side are level.
    head = max((_header(box) for index, box in enumerate(boxes) if index not in spans), default=0)
    gap = 4 + spread + min(5, max((len(column) for column in placed), default=1))
    x = math.ceil(max([text_width(pin.label, "net") / _UNIT for pin in inputs], default=0.0)) + 3 + gap
    left_edge = x - gap
    extents: list[tuple[int, int]] = []
    heights = [sum(_height(boxes[i], head) + 3 + spread for i in column) for column in placed]
    tallest = max(heights, default=0)
    for column, height in zip(placed, heights, strict=True):
        y, width = 2 + (tallest - height) // 2, max((_width(boxes[i]) for i in column), default=0)
        for index in column:
            box = boxes[index]
            plan.rectangles.append(_Rectangle(box=box, left=x, top=y, right=x + width, bottom=y + _height(box, head)))
            y += _height(box, head) + 3 + spread
        extents.append((x, x + width))
        x += width + gap
    bottom = 2 + tallest + 1
    levels: list[list[int]] = []  # long boxes that stand side by side
    for index, (first, last) in spans.items():
        free = [level for level in levels if all(last < spans[i][0] or spans[i][1] < first for i in level)]
        if free:
            free[0].append(index)
        else:
            levels.append([index])
    for level in levels:
        tall = max(_header(boxes[index]) + 2 for index in level)
        for index in level:
            first, last = spans[index]
            left, right = extents[first][0], max(extents[last][1], extents[first][0] + _width(boxes[index]))
            plan.rectangles.append(
                _Rectangle(box=boxes[index], left=left, top=bottom + 2, right=right, bottom=bottom + 2 + tall)
            )
        bottom += tall + 4 + spread
    right_edge = x
    plan.height = bottom + 2
    plan.width = right_edge + math.ceil(max([text_width(pin.label, "net") / _UNIT for pin in outputs], default=0.0)) + 3
    for rectangle in plan.rectangles:
        for pin, node, way, into in _box_pins(rectangle, plan.rectangles, spans, boxes, head):
            if counts.get(pin.net, 0) > 1:
                plan.pins.append((pin, node, way, into))
    for ports, edge, into in ((inputs, left_edge, False), (outputs, right_edge, True)):
        used: list[int] = []
        for pin in ports:
            heights = [node[1] for other, node, _, _ in plan.pins if other.net == pin.net]
            wanted = heights[0] if heights else 3
            places = range(2, max(plan.height, 4 * len(ports)))
            _, y = min((abs(at - wanted), at) for at in places if all(abs(at - other) > 1 for other in used))
            used.append(y)
            plan.ports.append((pin, (edge, y), into))
            plan.height = max(plan.height, y + 2)
    return plan


def _counts(boxes: Sequence[Box], inputs: Sequence[Pin], outputs: Sequence[Pin]) -> Mapping[str, int]:
    counts: dict[str, int] = {}
    for pin in (*inputs, *outputs, *(pin for box in boxes for pin in (*box.inputs, *box.outputs))):
        counts[pin.net] = counts.get(pin.net, 0) + 1
    return counts


def _width(box: Box) -> int:
    texts = [text_width(box.title, "title"), *(text_width(line, "value") for line in box.lines)]
    sides = [max((text_width(pin.label, "name") for pin in pins), default=0.0) for pins in (box.inputs, box.outputs)]
    return math.ceil(max([*texts, sum(sides) + 10]) / _UNIT) + 2


def _header(box: Box) -> int:
    return math.ceil(2.2 + _LINE * len(box.lines))


def _height(box: Box, head: int) -> int:
    return head + _PITCH * max(len(box.inputs), len(box.outputs), 1)


def _box_pins(
    rectangle: _Rectangle,
    rectangles: Sequence[_Rectangle],
    spans: Mapping[int, tuple[int, int]],
    boxes: Sequence[Box],
    head: int,
) -> Iterator[tuple[Pin, Node, Node, bool]]:
    """Inputs at the left, outputs at the right; of a long box what is connected to the chain above it at the top."""
    box = rectangle.box
    below = any(boxes[index] is box for index in spans)
    inside = {
        pin.net
        for other in rectangles
        if other.box is not box and rectangle.left <= other.left and other.right <= rectangle.right
        for pin in (*other.box.inputs, *other.box.outputs)
    }
    for pins, into in ((box.inputs, True), (box.outputs, False)):
        at_side = [pin for pin in pins if not (below and pin.net in inside)]
        at_top = [pin for pin in pins if below and pin.net in inside]
        for place, pin in enumerate(at_side):
            x = rectangle.left if into else rectangle.right
            first = rectangle.bottom - 1 if below else rectangle.top + head + 1
            yield pin, (x, first - 2 * place if below else first + _PITCH * place), (-1 if into else 1, 0), into
        for place, pin in enumerate(at_top):
            # What goes up does so where the chain begins, what comes down where it ends.
            x = rectangle.right - 3 - _PITCH * place if into else rectangle.left + 3 + _PITCH * place
            yield pin, (x, rectangle.top), (0, -1), into


def _grid(plan: _Plan) -> Grid:
    grid = Grid(plan.width, plan.height)
    for rectangle in plan.rectangles:
        grid.block(rectangle.left, rectangle.top, rectangle.right, rectangle.bottom)
    for pin, node, _, _ in plan.pins:
        if pin.net not in plan.written:
            grid.pin(pin.net, node)
    wired = {pin.net for pin, _, _, _ in plan.pins}
    for pin, node, _ in plan.ports:
        if pin.net in wired and pin.net not in plan.written:
            grid.pin(pin.net, node)
    return grid


def _drawn(plan: _Plan, grid: Grid, note: str) -> Sheet:
    items: list[Item] = []
    every = [pin for pin, _, _, _ in plan.pins] + [pin for pin, _, _ in plan.ports]
    wide = {pin.net for pin in every if pin.wide}

    def at(node: tuple[float, float]) -> tuple[float, float]:
        return node[0] * _UNIT, node[1] * _UNIT

    for net, wires in grid.wires().items():
        style: Style = "stream" if net in wide else "wire"
        items += [Line(points=(at(first), at(last)), style=style, net=net) for first, last in wires.lines]
        items += [Circle(centre=at(dot), radius=4 if net in wide else 2.6, style="dot", net=net) for dot in wires.dots]
    for rectangle in plan.rectangles:
        items += _rectangle(rectangle)
    for pin, node, way, into in plan.pins:
        x, y = at(node)
        if into:
            items.append(_arrow((x, y), way, 1.0 if pin.net in wide else 0.7))
        if pin.net in plan.written:
            end = (x + 12 * way[0], y + 12 * way[1])
            items.append(Line(points=((x, y), end), style="wire", net=pin.net))
            beside = (end[0] + 4 * way[0], end[1] + 6 * way[1])
            items.append(Text(at=beside, text=pin.net, style="net", anchor=_ANCHORS[way[0]]))
    for rectangle in plan.rectangles:
        for pin, node, way, _ in plan.pins:
            inside = rectangle.left <= node[0] <= rectangle.right and rectangle.top <= node[1] <= rectangle.bottom
            if inside:
                x, y = at(node)
                where = (x - 5 * way[0], y - 8 * way[1])
                anchor = _ANCHORS[-way[0]]
                items.append(Text(at=where, text=pin.label, style="name", anchor=anchor, element=rectangle.box.element))
    for pin, node, into in plan.ports:
        x, y = at(node)
        if into:
            items.append(_arrow((x, y), (-1, 0), 1.0))
            items.append(Text(at=(x + 4, y), text=pin.label, style="net"))
        else:
            items.append(Text(at=(x - 4, y), text=pin.label, style="net", anchor="end"))
    height = plan.height * _UNIT
    if note:
        items.append(Text(at=(_UNIT, height + 2), text=note, style="value"))
    notes = tuple((r.box.element, r.box.note) for r in plan.rectangles if r.box.note)
    return Sheet(width=plan.width * _UNIT, height=height + (14 if note else 0), items=tuple(items), notes=notes)


def _rectangle(rectangle: _Rectangle) -> Iterator[Item]:
    box = rectangle.box
    left, top = rectangle.left * _UNIT, rectangle.top * _UNIT
    right, bottom = rectangle.right * _UNIT, rectangle.bottom * _UNIT
    corners = ((left, top), (right, top), (right, bottom), (left, bottom))
    yield Area(points=corners, style="frame", element=box.element)
    middle = (left + right) / 2
    yield Text(at=(middle, top + 14), text=box.title, style="title", anchor="middle", element=box.element)
    for index, line in enumerate(box.lines):
        y = top + 14 + (index + 1) * _LINE * _UNIT
        yield Text(at=(middle, y), text=line, style="value", anchor="middle", element=box.element)


def _arrow(tip: tuple[float, float], way: Node, size: float) -> Area:
    """A head that points against ``way``, at the edge of a box."""
    (x, y), (dx, dy) = tip, way
    back, half = 9 * size, 5 * size
    base = (x + back * dx, y + back * dy)
    one, other = (base[0] - half * dy, base[1] + half * dx), (base[0] + half * dy, base[1] - half * dx)
    return Area(points=((x, y), one, other), style="dot")
