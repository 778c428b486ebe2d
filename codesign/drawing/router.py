"""Wires on a grid: every net a tree of upright and level lines between its pins.

Nets are routed one after the other, each pin by the cheapest way to what its net has already (A*, Hart, Nilsson,
Raphael 1968): a unit of length costs 1, bends and crossings more. Two nets never share more of the grid than a point
at which one goes straight up and the other straight across; a net that finds no way is reported.
"""

import heapq
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

__all__ = ["Grid", "Node", "Wires"]

Node = tuple[int, int]
_BEND, _CROSSING, _BESIDE = 4, 7, 2
_MOVES = ((1, 0), (-1, 0), (0, 1), (0, -1))
"""Column and row of a step; the first two are level."""


@dataclass(frozen=True, kw_only=True)
class Wires:
    """The tree of one net: ``lines`` from corner to corner (each two nodes), ``dots`` where more than two lines (or
    a pin and two lines) meet."""

    lines: tuple[tuple[Node, Node], ...]
    dots: tuple[Node, ...]


class Grid:
    """What is taken of a grid of ``width`` by ``height`` nodes."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self._blocked: set[Node] = set()
        self._taken: dict[Node, str] = {}
        """Nodes that one net has for itself."""
        self._passing: dict[Node, list[str]] = {}
        """Nodes that nets go straight through: those that go level, those that go upright."""
        self._edges: dict[str, set[tuple[Node, Node]]] = {}
        self._pins: dict[str, list[Node]] = {}

    def block(self, left: int, top: int, right: int, bottom: int) -> None:
        """Nothing goes through the nodes of a rectangle, its edges included; pins in it can still be reached."""
        self._blocked.update((x, y) for x in range(left, right + 1) for y in range(top, bottom + 1))

    def pin(self, net: str, node: Node) -> None:
        """A pin of ``net``; nothing else goes through it."""
        if self._taken.setdefault(node, net) != net:
            raise ValueError(f"node {node} is a pin of {self._taken[node]!r} and cannot be one of {net!r}")
        self._pins.setdefault(net, []).append(node)

    def lay(self, net: str, first: Node, last: Node) -> None:
        """A straight line of ``net`` that is there before anything is routed."""
        (x, y), (to_x, to_y) = first, last
        step = ((to_x > x) - (to_x < x), (to_y > y) - (to_y < y))
        path = [first]
        while path[-1] != last:
            path.append((path[-1][0] + step[0], path[-1][1] + step[1]))
        self._add(net, path)

    def route(self) -> tuple[str, ...]:
        """Connect the pins of every net, short nets first; the nets that could not be, which keep no wire."""
        failed = [net for net in sorted(self._pins, key=self._extent) if not self._connect(net)]
        for net in failed:
            self._remove(net)
        return tuple(failed)

    def wires(self) -> Mapping[str, Wires]:
        """What was laid and routed, by net."""
        return {net: self._drawn(net, edges) for net, edges in self._edges.items() if edges}

    def _extent(self, net: str) -> tuple[int, str]:
        xs, ys = zip(*self._pins[net], strict=True)
        return max(xs) - min(xs) + max(ys) - min(ys), net

    def _connect(self, net: str) -> bool:
        pins = list(dict.fromkeys(self._pins[net]))
        tree = {node for edge in self._edges.get(net, ()) for node in edge}
        if not tree:
            tree = {pins.pop(0)}
        while pins:
            # The nearest first, so that what is close is connected directly.
            pin = min(pins, key=lambda p: (min(abs(p[0] - x) + abs(p[1] - y) for x, y in tree), p))
            pins.remove(pin)
            if pin in tree:
                continue
            path = self._search(net, tree, pin)
            if path is None:
                return False
            self._add(net, path)
            tree.update(path)
        return True

    def _search(self, net: str, tree: Iterable[Node], target: Node) -> list[Node] | None:
        """The cheapest way from any node of ``tree`` to ``target``, or None."""
        starts = [node for node in sorted(tree) if self._alone(net, node)]
        known = set(tree)
        best: dict[tuple[Node, int], int] = {}
        came: dict[tuple[Node, int], tuple[Node, int]] = {}
        queue: list[tuple[int, int, Node, int]] = []
        for node in starts:
            distance = abs(node[0] - target[0]) + abs(node[1] - target[1])
            heapq.heappush(queue, (distance, 0, node, -1))
            best[node, -1] = 0
        while queue:
            _, cost, node, came_by = heapq.heappop(queue)
            if best[node, came_by] < cost:
                continue
            if node == target:
                return self._path(came, (node, came_by))
            for move, (dx, dy) in enumerate(_MOVES):
                following = node[0] + dx, node[1] + dy
                if following in known or (came_by >= 0 and move == came_by ^ 1):
                    continue
                if came_by >= 0 and move != came_by and not self._alone(net, node):
                    continue  # a bend needs the node for itself
                step = self._step(net, following, level=move < 2, target=target)
                if step is None:
                    continue
                total = cost + step + (_BEND if came_by >= 0 and move != came_by else 0)
                state = following, move
                if total < best.get(state, 1 << 30):
                    best[state] = total
                    came[state] = node, came_by
                    distance = abs(following[0] - target[0]) + abs(following[1] - target[1])
                    heapq.heappush(queue, (total + distance, total, following, move))
        return None

    @staticmethod
    def _path(came: Mapping[tuple[Node, int], tuple[Node, int]], state: tuple[Node, int]) -> list[Node]:
        path = [state[0]]
        while state in came:
            state = came[state]
            path.append(state[0])
        return path[::-1]

    def _alone(self, net: str, node: Node) -> bool:
        """Whether no other net has anything of ``node``."""
        return self._taken.get(node, net) == net and all(other in ("", net) for other in self._passing.get(node, ()))

    def _step(self, net: str, node: Node, *, level: bool, target: Node) -> int | None:
        """The price of entering ``node``, None where that is not allowed."""
        x, y = node
        if not (0 <= x < self.width and 0 <= y < self.height):
            return None
        if node == target:
            return 1 if self._alone(net, node) else None
        if node in self._blocked or node in self._taken:
            return None
        passing = self._passing.get(node)
        if passing is None:
            # Beside a symbol or a pin a wire is harder to follow.
            near = any((x + dx, y + dy) in self._blocked or (x + dx, y + dy) in self._taken for dx, dy in _MOVES)
            return 1 + (_BESIDE if near else 0)
        same, across = (passing[0], passing[1]) if level else (passing[1], passing[0])
        if same:
            return None
        return 1 + (_CROSSING if across not in ("", net) else 0)

    def _add(self, net: str, path: Sequence[Node]) -> None:
        edges = self._edges.setdefault(net, set())
        for before, after in pairwise(path):
            edges.add((min(before, after), max(before, after)))
        for index, node in enumerate(path):
            moves = {
                (path[other][0] != node[0], path[other][1] != node[1])
                for other in (index - 1, index + 1)
                if 0 <= other < len(path)
            }
            straight = 0 < index < len(path) - 1 and len(moves) == 1
            if not straight or node in self._taken:
                self._taken[node] = net
                continue
            slots = self._passing.setdefault(node, ["", ""])
            slots[0 if (True, False) in moves else 1] = net

    def _remove(self, net: str) -> None:
        pins = set(self._pins[net])
        self._edges.pop(net, None)
        self._taken = {node: owner for node, owner in self._taken.items() if owner != net or node in pins}
        for node, slots in list(self._passing.items()):
            self._passing[node] = ["" if owner == net else owner for owner in slots]
            if self._passing[node] == ["", ""]:
                del self._passing[node]

    def _drawn(self, net: str, edges: set[tuple[Node, Node]]) -> Wires:
        beside: dict[Node, set[Node]] = {}
        for first, last in edges:
            beside.setdefault(first, set()).add(last)
            beside.setdefault(last, set()).add(first)
        pins = self._pins.get(net, [])
        dots = tuple(sorted(node for node, found in beside.items() if len(found) + pins.count(node) > 2))
        ends = {node for node, found in beside.items() if not self._straight(node, found)}
        lines = []
        for start in sorted(ends):
            for move in ((1, 0), (0, 1)):
                node = (start[0] + move[0], start[1] + move[1])
                if node not in beside[start]:
                    continue
                while node not in ends:
                    node = (node[0] + move[0], node[1] + move[1])
                lines.append((start, node))
        return Wires(lines=tuple(lines), dots=dots)

    @staticmethod
    def _straight(node: Node, beside: set[Node]) -> bool:
        if len(beside) != 2:
            return False
        (x1, y1), (x2, y2) = sorted(beside)
        return x1 == x2 == node[0] or y1 == y2 == node[1]
