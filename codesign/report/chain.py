"""The layers as a chain of boxes, with an arc for every skip connection."""

from dataclasses import dataclass

from markupsafe import Markup, escape

from codesign import cells
from codesign.network import Network
from codesign.report.svg import clean

__all__ = ["chain"]

_BOX, _GAP, _HEIGHT = 98, 34, 52
"""Of a box, in pixels: width, space to the next one, height."""
_ARC = 15
"""Rise of an arc above the boxes, and from one lane of arcs to the next."""


@dataclass(frozen=True, kw_only=True)
class _Box:
    """``lines`` are name, kind and size."""

    lines: tuple[str, str, str]
    remembers: bool = False


def chain(network: Network) -> Markup:
    """An ``<svg>``: input, layers, decision from left to right; a layer's skip connection joins behind it."""
    boxes = [
        _Box(lines=("input", network.coding.kind, str(network.inputs))),
        *(
            _Box(
                lines=(layer.name, layer.kind, str(layer.outputs)),
                remembers=bool(cells.spec(layer.kind).states),
            )
            for layer in network.layers
        ),
        _Box(lines=("decision", network.decision.kind, f"{len(network.classes)} classes")),
    ]
    place = {layer.name: number for number, layer in enumerate(network.layers, start=1)}
    skips = [(place[layer.skip], place[layer.name]) for layer in network.layers if layer.skip]
    lanes = _lanes(skips)
    top = 6 + _ARC * (max(lanes) + 1 if lanes else 0)
    width, height = len(boxes) * (_BOX + _GAP) - _GAP + 2, top + _HEIGHT + 2
    parts = [*_joints(len(boxes), top)]
    for (start, end), lane in zip(skips, lanes, strict=True):
        parts.append(_arc(start, end, top, top - _ARC * (lane + 1)))
    parts += [_box(box, number, top) for number, box in enumerate(boxes)]
    label = "layers: " + ", ".join(_spoken(layer.name, layer.skip) for layer in network.layers)
    return Markup(
        f'<svg class="chain" viewBox="0 0 {width} {height}" style="width:{width}px" role="img" '
        f'aria-label="{escape(label)}">{"".join(parts)}</svg>'
    )


def _spoken(name: str, skip: str) -> str:
    return f"{name} plus the outputs of {skip}" if skip else name


def _lanes(skips: list[tuple[int, int]]) -> list[int]:
    """A lane for each arc, the lowest in which it crosses none; one may begin where another ends."""
    taken: list[list[tuple[int, int]]] = []
    lanes = []
    for start, end in skips:
        free = (n for n, lane in enumerate(taken) if all(end <= other[0] or start >= other[1] for other in lane))
        lane = next(free, len(taken))
        if lane == len(taken):
            taken.append([])
        taken[lane].append((start, end))
        lanes.append(lane)
    return lanes


def _left(number: int) -> int:
    return 1 + number * (_BOX + _GAP)


def _joints(count: int, top: int) -> list[str]:
    y = top + _HEIGHT // 2
    return [
        f'<path class="wire" d="M{_left(n) + _BOX} {y}H{_left(n + 1) - 1}m-6 -4l6 4l-6 4"/>' for n in range(count - 1)
    ]


def _arc(start: int, end: int, top: int, lane: int) -> str:
    """From just behind the box ``start`` (and what joins there) to a plus sign behind the box ``end``."""
    y = top + _HEIGHT // 2
    begin, plus = _left(start) + _BOX + 22, _left(end) + _BOX + 12
    return (
        f'<circle class="tap" cx="{begin}" cy="{y}" r="2.5"/>'
        f'<path class="skip" d="M{begin} {y}V{lane + 6}q0 -6 6 -6H{plus - 6}q6 0 6 6V{y - 7}"/>'
        f'<circle class="plus" cx="{plus}" cy="{y}" r="7"/>'
        f'<path class="skip" d="M{plus - 4} {y}h8M{plus} {y - 4}v8"/>'
    )


def _box(box: _Box, number: int, top: int) -> str:
    x = _left(number)
    kind = "box memory" if box.remembers else "box"
    texts = "".join(
        f'<text class="{style}" x="{x + _BOX // 2}" y="{top + 16 + 15 * row}">{escape(text)}</text>'
        for row, (style, text) in enumerate(zip(("name", "kind", "kind"), clean(box.lines, 15), strict=True))
    )
    return f'<rect class="{kind}" x="{x}" y="{top}" width="{_BOX}" height="{_HEIGHT}" rx="6"/>{texts}'
