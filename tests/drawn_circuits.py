"""What is wrong with a drawn schematic, told from the lines and texts that are drawn, not from how they were made."""

from itertools import combinations

from codesign.analog.schematic.draw import drawn
from codesign.analog.schematic.layout import UNIT, Layout, layout
from codesign.analog.schematic.read import Subject
from codesign.drawing.sheet import Line, Sheet, Text


def faults(subject: Subject) -> list[str]:
    """Every way in which the drawing of ``subject`` says something else than its netlist, or cannot be read."""
    plan = layout(subject)
    sheet = drawn(plan)
    return [*_elements(plan, sheet), *_pins(plan, sheet), *_wires(plan, sheet), *_overlaps(plan, sheet)]


def _elements(plan: Layout, sheet: Sheet) -> list[str]:
    wanted = sorted(part.name for part in plan.subject.parts)
    found = sorted([site.part.name for site in plan.sites] + [block.part.name for block in plan.blocks])
    said = [] if found == wanted else [f"elements {found} instead of {wanted}"]
    texts = [item.text for item in sheet.items if isinstance(item, Text)]
    said += [f"{name} is written {texts.count(name)} times" for name in wanted if texts.count(name) < 1]
    if sorted(sheet.elements) != sorted(part.path for part in plan.subject.parts):
        said.append("not every element can be pointed at")
    return said


def _pins(plan: Layout, sheet: Sheet) -> list[str]:
    """Every pin has its net drawn or written at it, and all wired pins of a net are one piece."""
    said = []
    wanted = [
        (part.name, net)
        for part in plan.subject.parts
        for net in (
            *([part.top] if part.tied else [part.top, part.bottom] if part.symbol != "block" else []),
            *([part.gate] if part.gate else []),
            *([part.bulk] if part.bulk not in ("", part.top, part.bottom) else []),
            *(net for _, net in part.pins),
        )
    ]
    if sorted(wanted) != sorted((pin.element, pin.net) for pin in plan.pins):
        said.append("the pins are not those of the netlist")
    written = {flag.pin for flag in plan.flags}
    named = {port.net for port in plan.ports}
    lines = [item for item in sheet.items if isinstance(item, Line) and item.net]
    for net in {pin.net for pin in plan.pins}:
        pins = [pin for pin in plan.pins if pin.net == net]
        for pin in pins:
            at = (pin.node[0] * UNIT, pin.node[1] * UNIT)
            alone = pin not in written and len(pins) == 1 and net not in named
            if not alone and not any(_on(at, line) and line.net == net for line in lines):
                said.append(f"pin {pin.pin} of {pin.element} is not connected to {net}")
        wired = [pin.node for pin in pins if pin not in written] + [p.node for p in plan.ports if p.net == net]
        if wired and len(wired) < len(pins) and net not in named:
            said.append(f"{net} is partly wired and partly written, and nothing tells that this is one net")
        if len({_piece(plan, net, node) for node in wired}) > 1:
            said.append(f"the wires of {net} are in pieces")
    return said


def _piece(plan: Layout, net: str, start: tuple[int, int]) -> frozenset[tuple[int, int]]:
    beside: dict[tuple[int, int], set[tuple[int, int]]] = {}
    for first, last in _steps(plan, net):
        beside.setdefault(first, set()).add(last)
        beside.setdefault(last, set()).add(first)
    seen, pending = {start}, [start]
    while pending:
        for node in beside.get(pending.pop(), set()) - seen:
            seen.add(node)
            pending.append(node)
    return frozenset(seen)


def _steps(plan: Layout, net: str) -> set[tuple[tuple[int, int], tuple[int, int]]]:
    """The wires of a net, cut into steps of the grid."""
    found = set()
    for (x1, y1), (x2, y2) in plan.wires[net].lines if net in plan.wires else ():
        assert x1 == x2 or y1 == y2, "a wire is neither level nor upright"
        length = max(abs(x2 - x1), abs(y2 - y1))
        dx, dy = (x2 - x1) // length, (y2 - y1) // length
        found |= {((x1 + dx * k, y1 + dy * k), (x1 + dx * (k + 1), y1 + dy * (k + 1))) for k in range(length)}
    return found


def _on(at: tuple[float, float], line: Line) -> bool:
    return any(
        min(a[0], b[0]) <= at[0] <= max(a[0], b[0]) and min(a[1], b[1]) <= at[1] <= max(a[1], b[1])
        for a, b in zip(line.points, line.points[1:], strict=False)
    )


def _wires(plan: Layout, sheet: Sheet) -> list[str]:
    """Two nets only cross, each going straight on; no wire goes through a pin of another net or through a symbol."""
    said = []
    ways: dict[tuple[int, int], dict[str, set[str]]] = {}
    for net in plan.wires:
        for first, last in _steps(plan, net):
            way = "level" if first[1] == last[1] else "upright"
            for node, end in ((first, "after"), (last, "before")):
                ways.setdefault(node, {}).setdefault(net, set()).add(f"{way} {end}")
    for node, nets in ways.items():
        for one, other in combinations(sorted(nets), 2):
            kinds = {frozenset(found.split()[0] for found in nets[net]) for net in (one, other)}
            straight = all(len(nets[net]) == 2 and len({f.split()[0] for f in nets[net]}) == 1 for net in (one, other))
            if not straight or len(kinds) < 2:
                said.append(f"{one} and {other} touch at {node}")
        for pin in plan.pins:
            if pin.node == node and set(nets) - {pin.net}:
                said.append(f"a wire of {set(nets) - {pin.net}} runs through a pin of {pin.element}")
    bodies = [(site.part.name, *_body(site.x, site.y, site.flipped)) for site in plan.sites]
    bodies += [(block.part.name, block.left, block.top, block.right, block.bottom) for block in plan.blocks]
    for name, left, top, right, bottom in bodies:
        for (x, y), nets in ways.items():
            if left < x < right and top < y < bottom:
                said.append(f"a wire of {sorted(nets)} runs through {name}")
    dots = {dot for wires in plan.wires.values() for dot in wires.dots}
    for node, nets in ways.items():
        for net, found in nets.items():
            joined = len(found) + sum(pin.node == node and pin.net == net for pin in plan.pins)
            joined += sum(
                port.node == node and port.net == net and net not in plan.subject.supplies for port in plan.ports
            )
            if joined > 2 and node not in dots:
                said.append(f"no dot where {net} branches at {node}")
    return said


def _body(x: int, y: int, flipped: bool) -> tuple[float, float, float, float]:
    """The middle of a symbol, without its leads."""
    return (x, y - 1.5, x + 2, y + 1.5) if flipped else (x - 2, y - 1.5, x, y + 1.5)


def _overlaps(plan: Layout, sheet: Sheet) -> list[str]:
    said = []
    bodies = [(site.part.name, _body(site.x, site.y, site.flipped)) for site in plan.sites]
    bodies += [(b.part.name, (b.left, b.top, b.right, b.bottom)) for b in plan.blocks]
    for (one, a), (other, b) in combinations(bodies, 2):
        if _meet(a, b):
            said.append(f"{one} overlaps {other}")
    texts = [(item.text, item.box) for item in sheet.items if isinstance(item, Text)]
    for (one, a), (other, b) in combinations(texts, 2):
        if _meet(a, b, slack=1.5):
            said.append(f"the text {one!r} overlaps {other!r}")
    for line in (item for item in sheet.items if isinstance(item, Line) and item.style == "wire"):
        for first, last in zip(line.points, line.points[1:], strict=False):
            box = (min(first[0], last[0]), min(first[1], last[1]), max(first[0], last[0]), max(first[1], last[1]))
            said += [
                f"a wire of {line.net} runs through the text {text!r}" for text, b in texts if _meet(box, b, slack=1)
            ]
    for text, (left, top, right, bottom) in texts:
        if left < 0 or top < 0 or bottom > sheet.height or right > sheet.width:
            said.append(f"the text {text!r} is outside of the drawing")
    return said


def _meet(a: tuple[float, ...], b: tuple[float, ...], slack: float = 0.0) -> bool:
    return a[0] < b[2] - slack and b[0] < a[2] - slack and a[1] < b[3] - slack and b[1] < a[3] - slack
