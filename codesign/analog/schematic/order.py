"""The order of columns and the sides of gates: short level wires, by changes that each make things better."""

from collections.abc import Iterator

from codesign.analog.schematic.nets import flagged, port_sides
from codesign.analog.schematic.read import Part, Subject

__all__ = ["Chain", "Order"]

_PASSES = 12
_WIDE = 12.0
"""Of a column, in units of the grid; only for estimates."""
_GATE = 3.0
Chain = list[tuple[int, Part]]
"""Elements from top to bottom, each with its number."""


class Order:
    """The order of columns and the sides of gates."""

    def __init__(self, chains: list[Chain], subject: Subject) -> None:
        self.chains = chains
        self.flipped = {index: False for chain in chains for index, _ in chain}
        self._first = {chain[0][0]: column for column, chain in enumerate(chains)}
        self._plain = flagged(subject)
        self._sides = port_sides(subject)

    def improve(self) -> None:
        """Until nothing helps, or long enough."""
        best = self._cost()
        for _ in range(_PASSES):
            before = best
            best = self._moved(best)
            best = self._turned(best)
            if best >= before - 1e-9:
                break

    def _moved(self, best: float) -> float:
        """Columns to other places, one at a time."""
        count = len(self.chains)
        for chain in list(self.chains):
            kept = self.chains
            place = kept.index(chain)
            rest = [other for other in kept if other is not chain]
            for target in range(count):
                if target == place:
                    continue
                self.chains = [*rest[:target], chain, *rest[target:]]
                found = self._cost()
                if found < best - 1e-9:
                    best, kept = found, self.chains
            self.chains = kept
        return best

    def _turned(self, best: float) -> float:
        """All gates of a column to one side or the other, then each."""
        for chain in self.chains:
            gated = [index for index, part in chain if part.gate]
            for group in (gated, *([index] for index in gated)):
                kept = {index: self.flipped[index] for index in group}
                for side in (False, True):
                    before = {index: self.flipped[index] for index in group}
                    self.flipped.update(dict.fromkeys(group, side))
                    found = self._cost()
                    if found < best - 1e-9:
                        best, kept = found, dict.fromkeys(group, side)
                    else:
                        self.flipped.update(before)
                self.flipped.update(kept)
        return best

    def _cost(self) -> float:
        ends: dict[str, list[float]] = {}
        total = 0.0
        for column, chain in enumerate(self.chains):
            x = column * _WIDE
            total += 0.05 * abs(column - self._first[chain[0][0]])  # what makes no difference stays as it was written
            for index, part in chain:
                side = _GATE if self.flipped[index] else -_GATE
                total += 0.5 * self.flipped[index]
                for net, at in self._pins(part, x, side):
                    ends.setdefault(net, []).append(at)
            sides = {self.flipped[index] for index, part in chain if part.gate}
            total += 3.0 * (len(sides) - 1) if sides else 0.0
        width = len(self.chains) * _WIDE
        for net, xs in ends.items():
            low, high = min(xs), max(xs)
            total += high - low
            # A net of many pins should not only span little, its pins should be close together, too.
            total += 0.2 * sum(abs(x - xs[0]) for x in xs)
            if self._sides.get(net) == "left":
                total += 0.6 * low
            elif net in self._sides:
                total += 0.6 * (width - high)
        return total

    def _pins(self, part: Part, x: float, side: float) -> Iterator[tuple[str, float]]:
        for net, at in ((part.top, x), (part.bottom, x), (part.gate, x + side)):
            if net and net not in self._plain:
                yield net, at
