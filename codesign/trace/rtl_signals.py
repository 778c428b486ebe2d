"""The cycles in which a unit of the RTL does one step, as logic and bus traces."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from codesign.digital.streams import Bundle
from codesign.digital.unit_nets import Field, Path, StreamNets, UnitNets
from codesign.digital.unit_record import Item, UnitRecord
from codesign.trace.found import Signal
from codesign.trace.waves import Clocked

__all__ = ["signals"]

_MOST_CYCLES = 26  # whose values can be read in a column of a page
_AFTER = 2


def signals(
    nets: UnitNets,
    record: UnitRecord,
    clocked: Clocked,
    *,
    source: Bundle,
    step: int,
    offset: int,
    expected: Mapping[str, NDArray[np.float64]],
) -> tuple[tuple[Signal, ...], tuple[float, float]]:
    """What is drawn of ``step``, and the cycles that it takes. Cycles in which nothing of it moves are left out.

    ``step`` counts all steps that were played; ``expected`` holds the twin's sums and states by name, (steps,) each of
    the sample, whose own step s is the step s + ``offset`` of those.
    """
    end = int((record.states_seen if len(record.states_seen) else record.sums_taken)[step])
    begin = next(item.cycle for item in record.items if item.cycle > (record.last_item[step - 1] if step else -1))
    taken = int(record.sums_taken[step])
    events = [item.cycle for item in record.items if begin <= item.cycle <= record.last_item[step]]
    sheet = _Sheet(clocked, _eventful([*events, *range(taken, end + _AFTER)], len(clocked.time_s)))
    items = {item.cycle: item for item in record.items}
    own = range(begin, int(record.last_item[step]) + 1)
    found = [*sheet.handshake(nets.items, "inputs"), sheet.items(items, source, own)]
    found += sheet.handshake(nets.sums, "sums")
    for name, field in nets.own_sums.items():
        found.append(sheet.at(name, "sums", field, record.sums_taken, step, expected[name], offset))
    # Where the pipeline stalled nobody knows from here which cycle of a net inside of it is the unit's.
    flowing = len(record.states_seen) and record.states_seen[step] - record.sums_taken[step] == nets.stages
    for name, (path, net) in nets.inside.items():
        if path in clocked.words and flowing:
            width = clocked.widths[path]
            whole = Field(path=path, offset=0, width=width, signed=net.signed and width > 1)
            found.append(sheet.at(name, "update", whole, record.sums_taken + net.stage, step))
    if nets.strobe is not None:
        found.append(sheet.logic("group_done", "states", nets.strobe))
    for name, field in nets.states.items():
        found.append(sheet.at(name, "states", field, record.states_seen, step, expected[name], offset))
    return tuple(found), (float(begin), float(end) + 1.0)


def _eventful(events: list[int], count: int) -> NDArray[np.int64]:
    """The cycles of ``events`` and one on either side, of ``count``; the middle is left out where they are too many."""
    cycles = sorted({cycle + side for cycle in events for side in (-1, 0, 1) if 0 <= cycle + side < count})
    if len(cycles) > _MOST_CYCLES:
        half = _MOST_CYCLES // 2
        cycles = [*cycles[:half], *cycles[-half:]]
    return np.array(cycles, dtype=np.int64)


class _Sheet:
    """Signals over the same cycles."""

    def __init__(self, clocked: Clocked, cycles: NDArray[np.int64]) -> None:
        self._clocked, self._cycles = clocked, cycles

    def _signal(self, name: str, panel: str, kind: "str", values: list[float], **more: object) -> Signal:
        return Signal(
            name=name,
            panel=panel,
            kind=kind,  # type: ignore[arg-type]
            unit="",
            at=self._cycles.astype(np.float64),
            values=np.array(values, dtype=np.float64),
            **more,  # type: ignore[arg-type]
        )

    def logic(self, name: str, panel: str, path: Path) -> Signal:
        words = self._clocked.words[path]
        return self._signal(name, panel, "logic", [_number(words[cycle]) for cycle in self._cycles])

    def handshake(self, stream: StreamNets, panel: str) -> list[Signal]:
        return [self.logic("valid", panel, stream.valid), self.logic("ready", panel, stream.ready)]

    def items(self, items: Mapping[int, Item], source: Bundle, own: range) -> Signal:
        texts, values = [], []
        for cycle in self._cycles:
            item = items.get(int(cycle))
            texts.append("" if item is None else _item_text(item, source))
            values.append(np.nan if item is None else _item_value(item, source))
        faint = np.array([cycle not in own for cycle in self._cycles])
        name = "spikes" if source.signal == "spike" else "value"
        return self._signal(name, "inputs", "bus", values, texts=tuple(texts), faint=faint)

    def at(
        self,
        name: str,
        panel: str,
        field: Field,
        when: NDArray[np.int64],
        own: int,
        expected: NDArray[np.float64] | None = None,
        offset: int = 0,
    ) -> Signal:
        """The field in the cycles ``when`` it is the unit's turn, a step each, held against what was ``expected``.

        The step ``own`` is the one meant, the others are faint.
        """
        values = np.full(len(self._cycles), np.nan)
        wrong, faint = np.zeros(len(self._cycles), dtype=bool), np.zeros(len(self._cycles), dtype=bool)
        marks: dict[int, str] = {}
        for number, cycle in enumerate(when):
            place = int(np.searchsorted(self._cycles, cycle))
            if place == len(values) or self._cycles[place] != cycle:
                continue
            values[place] = field.of(self._clocked.words[field.path][cycle] or 0)
            faint[place] = number != own
            step = number - offset
            if expected is not None and 0 <= step < len(expected) and values[place] != expected[step]:
                wrong[place] = True
                marks[place] = f"{expected[step]:g}"
        return self._signal(name, panel, "bus", list(values), wrong=wrong, faint=faint, marks=marks)


def _number(word: int | None) -> float:
    return np.nan if word is None else float(word)


def _item_text(item: Item, source: Bundle) -> str:
    """The value, of one input after the other; of spikes the numbers of their inputs. A bar closes the step.

    Where there is no room for it, the drawing has how many they are, in brackets."""
    shown = sorted(item.values) if source.signal == "spike" else list(item.values.values())
    return ",".join(map(str, shown)) + ("|" if item.end_of_step else "")


def _item_value(item: Item, source: Bundle) -> float:
    """The value; of spikes how many there are."""
    return float(len(item.values) if source.signal == "spike" else sum(item.values.values()))
