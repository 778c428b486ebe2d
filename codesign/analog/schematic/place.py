"""Where each element of a schematic stands: in which column, in which row, and to which side its gate looks.

Elements in series make columns, of which each carries one current from top to bottom. Rows are chosen for short upright
wires and for gate lines that run level, the order of columns and the sides of gates for short level wires: from a fixed
start, changes are made as long as one helps, so that the same netlist is always placed alike.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from codesign.analog.schematic.nets import flagged
from codesign.analog.schematic.order import Chain, Order
from codesign.analog.schematic.read import Part, Subject

__all__ = ["Placed", "Placement", "place"]

_PASSES = 12


@dataclass(frozen=True, kw_only=True)
class Placed:
    """``part`` in a column and a row; with ``flipped`` its gate looks to the right."""

    part: Part
    column: int
    row: int
    flipped: bool


@dataclass(frozen=True, kw_only=True)
class Placement:
    """All elements but blocks; ``rows`` of them in all."""

    placed: tuple[Placed, ...]
    columns: int
    rows: int


def place(subject: Subject) -> Placement:
    """Place everything but blocks."""
    parts = [part for part in subject.parts if part.symbol != "block"]
    rails = {*subject.supplies, *subject.grounds}
    chains = _shared(_chains(parts, rails))
    rows, count = _rows(chains, subject, rails)
    order = Order(chains, subject)
    order.improve()
    placed = tuple(
        Placed(part=parts[index], column=column, row=rows[index], flipped=order.flipped[index])
        for column, chain in enumerate(order.chains)
        for index, _ in chain
    )
    return Placement(placed=placed, columns=len(order.chains), rows=count)


def _chains(parts: Sequence[Part], rails: set[str]) -> list[Chain]:
    """Elements in series, PMOS before NMOS; nets with the fewest choices first."""
    below: dict[int, int] = {}
    above: dict[int, int] = {}
    nets = dict.fromkeys(part.bottom for part in parts if part.bottom not in rails)
    pairs: list[tuple[int, int, int, int]] = []
    for net in nets:
        uppers = [i for i, part in enumerate(parts) if part.bottom == net and not part.tied]
        lowers = [i for i, part in enumerate(parts) if part.top == net and not part.tied]
        for upper in uppers:
            for lower in lowers:
                if upper == lower or (parts[upper].polarity, parts[lower].polarity) == ("n", "p"):
                    continue
                alike = parts[upper].polarity == parts[lower].polarity
                # A capacitor beside a branch is no part of it.
                odd = sum(parts[i].symbol in ("capacitor", "resistor") for i in (upper, lower))
                pairs.append((odd, len(uppers) * len(lowers) - alike, upper, lower))
    for _, _, upper, lower in sorted(pairs):
        if upper not in below and lower not in above and _top(upper, above) != _top(lower, above):
            below[upper], above[lower] = lower, upper
    chains = []
    for index in range(len(parts)):
        if index in above:
            continue
        chain = [index]
        while chain[-1] in below:
            chain.append(below[chain[-1]])
        chains.append([(i, parts[i]) for i in chain])
    return chains


def _top(index: int, above: Mapping[int, int]) -> int:
    while index in above:
        index = above[index]
    return index


def _shared(chains: list[Chain]) -> list[Chain]:
    """Where many columns hold only PMOS and many only NMOS, as in the weights of a unit, pairs of them become one."""
    uppers = [chain for chain in chains if all(part.polarity == "p" for _, part in chain)]
    lowers = [chain for chain in chains if all(part.polarity == "n" for _, part in chain)]
    if min(len(uppers), len(lowers)) < 3:
        return chains
    mixed = [chain for chain in chains if chain not in uppers and chain not in lowers]
    pairs = [upper + lower for upper, lower in zip(uppers, lowers, strict=False)]
    most = max(uppers, lowers, key=len)
    return [*pairs, *most[len(pairs) :], *mixed]


def _rows(chains: list[Chain], subject: Subject, rails: set[str]) -> tuple[dict[int, int], int]:
    """The row of each element, PMOS above NMOS, and the number of rows."""
    upper = max((sum(part.polarity == "p" for _, part in chain) for chain in chains), default=0)
    lower = max((sum(part.polarity == "n" for _, part in chain) for chain in chains), default=0)
    count = max(1, upper + lower)
    rows: dict[int, int] = {}
    for chain in chains:
        ps = [index for index, part in chain if part.polarity == "p"]
        ns = [index for index, part in chain if part.polarity == "n"]
        rows |= {index: row for row, index in enumerate(ps)}
        rows |= {index: upper + row for row, index in enumerate(ns)}
    parts = {index: part for chain in chains for index, part in chain}
    members: dict[str, list[tuple[int, float]]] = {}
    for index, part in parts.items():
        for net, offset in ((part.top, -0.5), (part.bottom, 0.5), (part.gate, 0.0)):
            if net and net not in rails:
                members.setdefault(net, []).append((index, offset))
    plain = flagged(subject)
    crossed = _crossed(parts)

    def cost(index: int) -> float:
        part, row = parts[index], rows[index]
        total = 0.0
        for net in {part.top, part.bottom, part.gate} - rails - {""}:
            heights = [rows[other] + offset for other, offset in members[net]]
            if net not in plain:
                total += 0.6 * (max(heights) - min(heights))
            level = [rows[other] for other, offset in members[net] if offset == 0]
            if part.gate == net:
                alike = [rows[o] for o, at in members[net] if at == 0 and parts[o].polarity == part.polarity]
                total += (0.3 if net in plain else 2.0) * sum(abs(row - other) for other in alike) / len(level)
        for other in crossed.get(index, ()):
            total += abs(row - rows[other])
        if part.bottom in subject.grounds:
            total += 0.3 * (count - 1 - row)
        if part.top in subject.supplies:
            total += 3.0 * row
        return total

    for _ in range(_PASSES):
        changed = False
        for chain in chains:
            for place, (index, part) in enumerate(chain):
                low = rows[chain[place - 1][0]] + 1 if place else 0
                high = rows[chain[place + 1][0]] - 1 if place + 1 < len(chain) else count - 1
                low, high = (low, min(high, upper - 1)) if part.polarity == "p" else (max(low, upper), high)
                now, before = cost(index), rows[index]
                for row in range(low, high + 1):
                    if row == rows[index]:
                        continue
                    was, rows[index] = rows[index], row
                    found = cost(index)
                    if found < now - 1e-9:
                        now = found
                    else:
                        rows[index] = was
                changed |= rows[index] != before
            changed |= _slide(chain, rows, upper, count, cost)
        if not changed:
            break
    return rows, count


def _crossed(parts: Mapping[int, Part]) -> dict[int, list[int]]:
    """Of each element the others that it is cross-coupled with: the drain of each at the gate of the other."""

    def drain(part: Part) -> str:
        return part.bottom if part.polarity == "p" else part.top

    found: dict[int, list[int]] = {}
    for index, part in parts.items():
        for other, second in parts.items():
            alike = index != other and part.symbol == second.symbol and part.gate != second.gate
            if alike and part.gate and part.gate == drain(second) and second.gate == drain(part):
                found.setdefault(index, []).append(other)
    return found


def _slide(chain: Chain, rows: dict[int, int], upper: int, count: int, cost: object) -> bool:
    """Move the NMOS of a column, and then its PMOS, together, where that is better than each alone."""
    assert callable(cost)
    changed = False
    for polarity, low, high in (("n", upper, count - 1), ("p", 0, upper - 1)):
        group = [index for index, part in chain if part.polarity == polarity]
        if len(group) < 2:
            continue
        best, kept = sum(cost(i) for i in group), {i: rows[i] for i in group}
        start = dict(kept)
        for shift in range(low - min(kept.values()), high - max(kept.values()) + 1):
            rows.update({i: row + shift for i, row in start.items()})
            found = sum(cost(i) for i in group)
            if found < best - 1e-9:
                best, kept = found, {i: rows[i] for i in group}
        rows.update(kept)
        changed |= kept != start
    return changed
