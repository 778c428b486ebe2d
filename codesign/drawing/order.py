"""Columns for the boxes of a diagram, from what goes in and out of each."""

from collections.abc import Sequence

__all__ = ["columns"]

Nets = tuple[set[str], set[str]]
"""What goes into a box and what comes out of it."""


def columns(boxes: Sequence[Nets], inputs: set[str]) -> tuple[list[list[int]], dict[int, tuple[int, int]]]:
    """The boxes (by number) of each column, from left to right and top to bottom; and of those that are drawn below a
    chain of others, the first and the last column of that chain.

    A box is behind all that it takes something from. Where that is impossible, since signals go round, the box of the
    round with the most neighbours is drawn below the others.
    """
    after = {i: {j for j in range(len(boxes)) if j != i and boxes[i][1] & boxes[j][0]} for i in range(len(boxes))}
    spanning: dict[int, set[int]] = {}
    while True:
        ring = _ring(after, set(range(len(boxes))) - set(spanning))
        if not ring:
            break
        long = max(sorted(ring), key=lambda i: sum(i in after[j] for j in after) + len(after[i]))
        spanning[long] = ring - {long}
    # A long box is passed twice: what it gives to the chain above it comes before, the rest behind that chain.
    begins = {long: after[long] & ring for long, ring in spanning.items()}
    ends = {long: {i for i in ring if long in after[i]} for long, ring in spanning.items()}
    edges: dict[int, set[int]] = {i: set() for i in range(len(boxes)) if i not in spanning}
    for i, targets in after.items():
        for j in targets:
            if j in spanning and i in spanning[j]:
                continue  # the way back
            for source in ends[i] if i in spanning and j not in spanning[i] else () if i in spanning else (i,):
                edges[source].update(begins[j] if j in spanning else (j,))
    level: dict[int, int] = {}

    def depth(i: int, path: tuple[int, ...] = ()) -> int:
        if i not in level and i not in path:
            earlier = [j for j in edges if i in edges[j] and j not in spanning]
            level[i] = max((depth(j, (*path, i)) + 1 for j in earlier if j not in path), default=0)
        return level.get(i, 0)

    ordinary = [i for i in range(len(boxes)) if i not in spanning]
    for i in ordinary:
        depth(i)
    count = max(level.values(), default=-1) + 1
    placed: list[list[int]] = [[] for _ in range(count)]
    for i in ordinary:
        placed[level[i]].append(i)
    height = dict.fromkeys(range(len(boxes)), 0.0)
    for column in placed:
        # As high as what comes in, on average; what has no such neighbour keeps its place.
        for place, i in enumerate(column):
            sources = [height[j] for j in range(len(boxes)) if i in after[j] and j in level and level[j] < level[i]]
            height[i] = sum(sources) / len(sources) if sources else float(place)
        column.sort(key=lambda i: (height[i], i))
        for place, i in enumerate(column):
            height[i] = float(place)
    spans = {}
    for long, ring in spanning.items():
        levels = [level[i] for i in ring if i in level] or [0]
        spans[long] = (min(levels), max(levels))
    return placed, dict(sorted(spans.items(), key=lambda item: item[1][1] - item[1][0]))


def _ring(after: dict[int, set[int]], among: set[int]) -> set[int]:
    """Boxes that signals go round in, if there are any: all that the first such box reaches and that reach it."""
    reached = {i: _reached(after, i, among) for i in sorted(among)}
    for i, found in reached.items():
        if i in found:
            return {j for j in found if i in reached[j]}
    return set()


def _reached(after: dict[int, set[int]], start: int, among: set[int]) -> set[int]:
    found: set[int] = set()
    pending = list(after[start] & among)
    while pending:
        i = pending.pop()
        if i not in found:
            found.add(i)
            pending.extend(after[i] & among)
    return found
