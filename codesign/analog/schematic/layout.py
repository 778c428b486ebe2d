"""A placed schematic on a grid: coordinates, pins, what is written at pins, ports at the edges, and the wires.

What cannot be wired is written at its pins, like a rail; so every netlist can be drawn, however odd.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from codesign.analog.schematic.nets import flagged, port_sides
from codesign.analog.schematic.place import Placed, Placement, place
from codesign.analog.schematic.read import Part, Subject
from codesign.drawing.router import Grid, Node, Wires
from codesign.drawing.sheet import text_width

__all__ = ["UNIT", "Block", "Flag", "Layout", "Pin", "Port", "Site", "layout"]

UNIT = 10.0
"""Of the grid, in units of the sheet."""
_REACH = 2
"""From the middle of a symbol to its ends."""
_GATE = 3
_MARGIN = 3
Side = Literal["left", "right", "up", "down"]


@dataclass(frozen=True, kw_only=True)
class Site:
    """An element, its middle at (``x``, ``y``)."""

    part: Part
    x: int
    y: int
    flipped: bool


@dataclass(frozen=True, kw_only=True)
class Block:
    """A subcircuit as a box from (``left``, ``top``) to (``right``, ``bottom``)."""

    part: Part
    left: int
    top: int
    right: int
    bottom: int


@dataclass(frozen=True, kw_only=True)
class Pin:
    """Where a net meets an element."""

    element: str
    pin: str
    net: str
    node: Node
    side: Side


@dataclass(frozen=True, kw_only=True)
class Flag:
    """The net of a pin, written at it; ``kind`` is ``text``, ``supply`` or ``ground``."""

    pin: Pin
    kind: str


@dataclass(frozen=True, kw_only=True)
class Port:
    """The end of a net at the edge of the drawing."""

    net: str
    node: Node
    side: Side


@dataclass(frozen=True, kw_only=True)
class Layout:
    """Everything that is drawn, on a grid of ``width`` by ``height``."""

    subject: Subject
    width: int
    height: int
    sites: tuple[Site, ...]
    blocks: tuple[Block, ...]
    pins: tuple[Pin, ...]
    flags: tuple[Flag, ...]
    ports: tuple[Port, ...]
    wires: Mapping[str, Wires]


def layout(subject: Subject) -> Layout:
    """Place and wire ``subject``: wider where wires do not fit, and with nets written at their pins where that does not
    help either."""
    placement = place(subject)
    # A bulk has its net written beside it; that net then needs its name elsewhere, too.
    bulks = {part.bulk for part in subject.parts if part.bulk_apart}
    written = flagged(subject) | (bulks - set(port_sides(subject)))
    spread = 0
    while True:
        plan = _Plan(subject, placement, written, spread)
        failed = plan.grid.route()
        if not failed:
            return plan.layout()
        if spread < 2:
            spread += 1
        else:
            written = {*written, *failed}


def text_start(part: Part) -> float:
    """From the middle of a symbol to its text, in units of the grid."""
    if part.bulk_apart:
        return 2.3 + text_width(part.bulk, "net") / UNIT
    return 1.6 if part.tied else 0.7


class _Plan:
    """One attempt."""

    def __init__(self, subject: Subject, placement: Placement, written: set[str], spread: int) -> None:
        self.subject, self.placement, self.written, self.spread = subject, placement, written, spread
        self.sites: list[Site] = []
        self.blocks: list[Block] = []
        self.pins: list[Pin] = []
        self.flags: list[Flag] = []
        self.ports: list[Port] = []
        boxes = [part for part in subject.parts if part.symbol == "block"]
        top, rows, bottom = self._heights()
        sides = port_sides(subject)
        widest = {
            side: max([text_width(net, "net") / UNIT + 2 for net, at in sides.items() if at == side], default=0.0)
            for side in ("left", "right")
        }
        xs, right = self._columns(math.ceil(widest["left"]) + _MARGIN)
        for placed in placement.placed:
            self.sites.append(Site(part=placed.part, x=xs[placed.column], y=rows[placed.row], flipped=placed.flipped))
        for part in boxes:
            block = self._box(part, right + 3 + spread, top)
            self.blocks.append(block)
            right, bottom = block.right + self._after(part), max(bottom, block.bottom + 3)
        self.left_edge, self.right_edge = math.ceil(widest["left"]) + 1, right + 2 + spread
        self.width = self.right_edge + math.ceil(widest["right"]) + 1
        self.height = bottom
        self.grid = Grid(self.width, self.height)
        # Names of ports stand beyond the edges.
        self.grid.block(0, 0, self.left_edge - 1, self.height)
        self.grid.block(self.right_edge + 1, 0, self.width, self.height)
        self._occupy()
        self._rails(top)
        self._ports(sides)

    def layout(self) -> Layout:
        return Layout(
            subject=self.subject, width=self.width, height=self.height, sites=tuple(self.sites),
            blocks=tuple(self.blocks), pins=tuple(self.pins), flags=tuple(self.flags), ports=tuple(self.ports),
            wires=self.grid.wires(),
        )  # fmt: skip

    def _written(self, net: str) -> bool:
        return net in self.written

    def _heights(self) -> tuple[int, list[int], int]:
        """Where the first channel begins, the middle of each row, and the end of the last channel."""
        rows = self.placement.rows
        tracks: list[set[str]] = [set() for _ in range(rows + 1)]
        down, up = [0] * (rows + 1), [0] * (rows + 1)
        for placed in self.placement.placed:
            part, row = placed.part, placed.row
            ends = [(part.top, row), (part.bottom, row + 1)]
            for net, channel in ends[:1] if part.tied else ends:
                if not self._written(net):
                    tracks[channel].add(net)
                elif channel == row:
                    up[channel] = 2 if channel or net not in self.subject.supplies else 1
                else:
                    down[channel] = 2
        y = 1 + 2 * len(self.subject.supplies)
        start, middles = 1, []
        for row in range(rows):
            lines = 1 + up[row] + down[row] + min(5, len(tracks[row])) + self.spread
            y += max(3, lines)
            middles.append(y + _REACH)
            y += 2 * _REACH
        return start, middles, y + max(4, 1 + down[rows] + min(5, len(tracks[rows]))) + 1

    def _columns(self, x: int) -> tuple[list[int], int]:
        """The middle of each column, and where the last one ends."""
        middles, first = [], True
        for column in range(self.placement.columns):
            left = right = 1
            for placed in self.placement.placed:
                if placed.column == column:
                    reach = self._reach(placed)
                    left, right = max(left, reach[0]), max(right, reach[1])
            x += left + (0 if first else 2 + self.spread)
            first = False
            middles.append(x)
            x += right
        return middles, x

    def _reach(self, placed: Placed) -> tuple[int, int]:
        """How far an element reaches to the left and to the right."""
        part = placed.part
        gate = 2 if not part.gate else _GATE + (self._text(part.gate) if self._written(part.gate) else 0)
        texts = max(text_width(text, "name") for text in (part.name, *part.values)) / UNIT
        text = math.ceil(text_start(part) + texts)
        ends = max((self._text(net) // 2 + 1 for net in (part.top, part.bottom) if self._written(net)), default=1)
        left, right = max(gate, ends), max(text, ends)
        return (right, left) if placed.flipped else (left, right)

    @staticmethod
    def _text(net: str) -> int:
        """Room for a name, in units of the grid."""
        return math.ceil(text_width(net, "net") / UNIT) + 1

    def _occupy(self) -> None:
        for site in self.sites:
            part, way = site.part, -1 if site.flipped else 1
            texts = max(text_width(text, "name") for text in (part.name, *part.values)) / UNIT
            inner, outer = (
                (-2, math.floor(text_start(part) + texts)) if part.gate else (-1, math.floor(0.9 + 1 + texts))
            )
            ends = sorted((site.x + way * inner, site.x + way * max(1, outer)))
            self.grid.block(ends[0], site.y - 1, ends[1], site.y + 1)
            if part.tied:
                beside = sorted((site.x, site.x + way))
                self.grid.block(beside[0], site.y - _REACH, beside[1], site.y + _REACH)
            self._pin(part, "top", part.top, (site.x, site.y - _REACH), "up")
            if not part.tied:
                self._pin(part, "bottom", part.bottom, (site.x, site.y + _REACH), "down")
            if part.gate:
                side: Side = "right" if site.flipped else "left"
                self._pin(part, "gate", part.gate, (site.x - way * _GATE, site.y), side)
            if part.bulk_apart:
                at = Pin(element=part.name, pin="bulk", net=part.bulk, node=(site.x + way, site.y),
                         side="left" if site.flipped else "right")  # fmt: skip
                self.pins.append(at)
                self.flags.append(Flag(pin=at, kind="text"))
        for block in self.blocks:
            self.grid.block(block.left, block.top, block.right, block.bottom)
            left, right = self._divided(block.part)
            for ports, x, side in ((left, block.left, "left"), (right, block.right, "right")):
                for index, (port, net) in enumerate(ports):
                    node = (x, block.bottom - 1 - 2 * (len(ports) - 1 - index))
                    self._pin(block.part, port, net, node, "left" if side == "left" else "right")

    def _pin(self, part: Part, name: str, net: str, node: Node, side: Side) -> None:
        pin = Pin(element=part.name, pin=name, net=net, node=node, side=side)
        self.pins.append(pin)
        if not self._written(net):
            self.grid.pin(net, node)
            return
        if net in self.subject.supplies and side == "up" and self._on_rail(node):
            self.grid.pin(net, node)
            return
        kind = "text"
        if net in self.subject.supplies and side == "up":
            kind = "supply"
        elif net in self.subject.grounds and side == "down":
            kind = "ground"
        self.flags.append(Flag(pin=pin, kind=kind))
        x, y = node
        room, half = self._text(net), self._text(net) // 2
        self.grid.pin(f"\0{len(self.flags)}", node)  # nobody else's
        reach = {
            "left": (x - room, y, x - 1, y),
            "right": (x + 1, y, x + room, y),
            "up": (x - half, y - 2, x + half, y - 1),
            "down": (x - half, y + 1, x + half, y + 2),
        }[side]
        self.grid.block(*reach)

    def _on_rail(self, node: Node) -> bool:
        return node[1] == min((site.y for site in self.sites), default=0) - _REACH

    def _rails(self, top: int) -> None:
        """A line for each supply above the first row."""
        row = min((site.y for site in self.sites), default=0)
        for index, supply in enumerate(self.subject.supplies):
            xs = [
                pin.node[0]
                for pin in self.pins
                if pin.net == supply and pin.node[1] == row - _REACH and pin.side == "up"
            ]
            if not xs:
                continue
            y = top + 1 + 2 * index
            self.grid.lay(supply, (min(xs) - 1, y), (max(xs) + 1, y))
            self.ports.append(Port(net=supply, node=(min(xs) - 1, y), side="left"))

    def _ports(self, sides: Mapping[str, str]) -> None:
        used: dict[str, list[int]] = {"left": [], "right": []}
        for net, side in sides.items():
            pins = [pin for pin in self.pins if pin.net == net and not self._written(net)]
            if not pins:
                continue
            nearest = min(pins, key=lambda pin: ((1 if side == "left" else -1) * pin.node[0], pin.node[1]))
            # One beside an end, so that the wire runs straight past the texts of its row.
            y = nearest.node[1] + {"up": -1, "down": 1}.get(nearest.side, 0)
            low, high = 2, self.height - 2
            candidates = sorted(range(low, high), key=lambda at: (abs(at - y), at))
            y = next((at for at in candidates if all(abs(at - other) > 1 for other in used[side])), candidates[0])
            used[side].append(y)
            x = self.left_edge if side == "left" else self.right_edge
            self.grid.pin(net, (x, y))
            self.ports.append(Port(net=net, node=(x, y), side="left" if side == "left" else "right"))

    def _divided(self, part: Part) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
        """Pins of a box to the left, where what is shared with other elements comes in, and to the right."""
        others = {
            net
            for other in self.subject.parts
            if other is not part
            for net in (other.top, other.bottom, other.gate, *(at for _, at in other.pins))
        }
        left = [(port, net) for port, net in part.pins if net in others and not self._written(net)]
        right = [pair for pair in part.pins if pair not in left]
        return left, right

    def _box(self, part: Part, left: int, top: int) -> Block:
        at_left, at_right = self._divided(part)
        inside = max(
            text_width(part.name, "title"),
            2 * max((text_width(port, "name") for port, _ in part.pins), default=0.0) + 20,
            *(text_width(text, "value") for text in part.values),
        )
        right = left + math.ceil(inside / UNIT) + 2
        lines = 2 + math.ceil(1.2 * len(part.values)) + 2
        height = lines + 2 * max(len(at_left), len(at_right), 1)
        begin = max(top + 2, (self.sites[0].y if self.sites else 6) - 2)
        return Block(part=part, left=left, top=begin, right=right, bottom=begin + height)

    def _after(self, part: Part) -> int:
        """Room for what is written at the right of a box."""
        return max((self._text(net) for _, net in self._divided(part)[1] if self._written(net)), default=0)
