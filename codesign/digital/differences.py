"""Hold the text of an edited RTL export against what the generator writes: every line and every weight that differs.

Nothing is simulated. White space and comments are no difference. A row of a memory of weights is taken apart into its
numbers, so that a flipped bit has the name of its parameter.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from codesign.digital.existing import ExistingDesign
from codesign.digital.export import LANGUAGES
from codesign.digital.places import Place, weight_at
from codesign.digital.ports import ports

__all__ = ["TextDifference", "differences"]

_BEGIN = re.compile(r"^\s*(?:module\s+(\w+)|entity\s+(\w+)\s+is|architecture\s+\w+\s+of\s+(\w+)\s+is)", re.IGNORECASE)
_MEMORY = re.compile(r"constant (\w+) : \w+_rows := \(")
_ROW = re.compile(
    r"^(?:(?P<memory>\w+)\[(?P<a>\d+)\] = \d+'h(?P<x>[0-9a-fA-F]+);|(?P<b>\d+) => (?:\d+)?x\"(?P<y>[0-9a-fA-F]+)\",?)$"
)
_MOST = 200
"""Of the longest list that still says something."""


@dataclass(frozen=True, kw_only=True)
class TextDifference:
    """One thing that is not as it was written.

    ``element`` is a module with a line of the file, or with the bits of a memory; ``layer`` (empty: of none) is whose
    module it is. ``parameter`` and ``unit`` are known where it is a weight, otherwise empty and None.
    """

    element: str
    layer: str
    unit: int | None
    parameter: str
    expected: str
    found: str

    @property
    def message(self) -> str:
        """One line."""
        named = f" ({self.parameter})" if self.parameter else ""
        return f"{self.element}{named}: {self.found or 'nothing'}, expected {self.expected or 'nothing'}"


@dataclass(frozen=True, kw_only=True)
class _Line:
    number: int
    """In the file, from 1."""
    text: str
    memory: str = ""
    """That it is a row of."""
    address: int = 0
    word: int = 0

    @property
    def place(self) -> tuple[str, int]:
        return self.memory, self.address


def differences(existing: ExistingDesign) -> tuple[TextDifference, ...]:
    """All differences of ``existing`` from a new export, module by module as they stand in a new one; 200 at most."""
    language = existing.ports.get("language", "verilog")
    written, _ = LANGUAGES[language].written(existing.design, ports(existing.design))
    expected = _modules(written)
    found = _modules(existing.file.read_text(encoding="utf-8", errors="replace"))
    listed: list[TextDifference] = []
    for name in (*expected, *(name for name in found if name not in expected)):
        if len(listed) >= _MOST:
            break
        layer = _layer(existing, name)
        if name not in found or name not in expected:
            said = ("a module", "") if name in expected else ("", "a module")
            listed.append(
                TextDifference(element=name, layer=layer, unit=None, parameter="", expected=said[0], found=said[1])
            )
            continue
        listed += _compared(existing, name, layer, expected[name], found[name])
    return tuple(listed[:_MOST])


def _modules(text: str) -> dict[str, list[_Line]]:
    """Lines by module (Verilog) or by entity with its architecture (VHDL), without comments and white space."""
    found: dict[str, list[_Line]] = {}
    name = memory = ""
    for number, raw in enumerate(text.splitlines(), start=1):
        line = re.sub(r"\s*(//|--).*$", "", " ".join(raw.split()))
        begin = _BEGIN.match(line)
        if begin:
            name = next(part for part in begin.groups() if part)
        opened = _MEMORY.match(line)
        if opened:
            memory = opened[1]
        if not line or not name:
            continue
        row = _ROW.match(line)
        if row:
            found.setdefault(name, []).append(
                _Line(
                    number=number,
                    text=line,
                    memory=row["memory"] or memory,
                    address=int(row["a"] or row["b"]),
                    word=int(row["x"] or row["y"], 16),
                )
            )
        else:
            found.setdefault(name, []).append(_Line(number=number, text=line))
    return found


def _layer(existing: ExistingDesign, module: str) -> str:
    """The layer whose module it is, the longest name first."""
    top = str(existing.ports["top"])
    fitting = [
        (len(instance), layer["name"])
        for layer in existing.ports["layers"]
        for instance in (layer["instance"][0],)
        if re.match(rf"{re.escape(top)}_+(skip_)?{re.escape(instance)}(_|$)", module, re.IGNORECASE)
    ]
    return str(max(fitting)[1]) if fitting else ""


def _compared(
    existing: ExistingDesign, module: str, layer: str, expected: Sequence[_Line], found: Sequence[_Line]
) -> Iterator[TextDifference]:
    was, now = [line.text for line in expected], [line.text for line in found]
    if was == now:
        return
    for kind, a, b, c, d in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        for index in range(max(b - a, d - c)):
            old = expected[a + index] if a + index < b else None
            new = found[c + index] if c + index < d else None
            if (
                old is not None
                and new is not None
                and old.memory
                and (old.memory, old.address) == (new.memory, new.address)
            ):
                yield from _rows(existing, module, layer, old, new)
                continue
            line = new.number if new is not None else found[min(c, len(found) - 1)].number
            yield TextDifference(
                element=f"{module}, line {line}",
                layer=layer,
                unit=None,
                parameter="",
                expected="" if old is None else old.text,
                found="" if new is None else new.text,
            )


def _rows(existing: ExistingDesign, module: str, layer: str, expected: _Line, found: _Line) -> Iterator[TextDifference]:
    places: dict[int, Place] = {}
    if layer and expected.memory.startswith("weights"):
        bits = expected.word ^ found.word
        for bit in range(bits.bit_length()):
            if bits >> bit & 1:
                place = weight_at(existing.design, layer, memory=expected.memory, address=expected.address, bit=bit)
                if place is not None:
                    places.setdefault(place.low, place)
    if not places:
        yield TextDifference(
            element=f"{module}, {expected.memory}[{expected.address}], line {found.number}",
            layer=layer,
            unit=None,
            parameter="",
            expected=f"{expected.word:x}",
            found=f"{found.word:x}",
        )
    for place in places.values():
        yield TextDifference(
            element=f"{module}, {place.memory}[{place.address}], bits {place.low} to {place.high}, line {found.number}",
            layer=layer,
            unit=place.unit,
            parameter=place.parameter,
            expected=str(place.number(expected.word)),
            found=str(place.number(found.word)),
        )
