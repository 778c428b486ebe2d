"""The files between a testbench and whoever made its stimulus: plain JSON, no codesign needed to read them.

``vectors.json``, written by codesign:

``samples``
    list of samples, each with ``steps`` and ``items`` (the payloads of the input stream, in order, as hex)
``expected`` (may be absent)
    what the integer twin says: ``states`` (layer -> state -> one packed word per step over all samples, as hex,
    unit 0 in the lowest bits), ``decisions`` (one per sample), ``scores`` (a list per sample)

``found.json``, written by the testbench: the same as ``expected``, and ``cycles`` (from the first item to the last
result), ``results_at`` and ``first_item_at`` (cycles after reset) and the ``simulator``.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

__all__ = ["Mismatch", "first_mismatch", "read", "unpack"]


@dataclass(frozen=True, kw_only=True)
class Mismatch:
    """The first value that differs, earliest step first."""

    where: str
    sample: int
    step: int | None
    unit: int
    expected: int
    found: int

    def __str__(self) -> str:
        step = "" if self.step is None else f", step {self.step}"
        return (
            f"{self.where}: sample {self.sample}{step}, unit {self.unit}: expected {self.expected}, found {self.found}"
        )


def read(path: Path) -> dict[str, Any]:
    """The JSON object in ``path``."""
    found: dict[str, Any] = json.loads(path.read_text())
    return found


def unpack(word: int, *, count: int, width: int, signed: bool) -> list[int]:
    """``count`` numbers of ``width`` bits, the first in the lowest bits of ``word``."""
    mask, top = (1 << width) - 1, 1 << (width - 1)
    fields = ((word >> (width * index)) & mask for index in range(count))
    return [field - (1 << width) if signed and field & top else field for field in fields]


def first_mismatch(ports: dict[str, Any], vectors: dict[str, Any], found: dict[str, Any]) -> Mismatch | None:
    """Hold what was ``found`` against what was expected; None where every state and every result agrees."""
    expected = vectors["expected"]
    of_step = [(s, step) for s, sample in enumerate(vectors["samples"]) for step in range(sample["steps"])]
    first: tuple[int, Mismatch] | None = None
    for layer in ports["layers"]:
        for state, shape in layer["states"].items():
            pairs = zip(expected["states"][layer["name"]][state], found["states"][layer["name"]][state], strict=True)
            for index, (wanted, got) in enumerate(pairs):
                if wanted == got or (first is not None and index >= first[0]):
                    continue
                fields = {"count": layer["units"], "width": shape["width"], "signed": shape["signed"]}
                wanted_units, got_units = unpack(int(wanted, 16), **fields), unpack(int(got, 16), **fields)
                unit = next(u for u, (a, b) in enumerate(zip(wanted_units, got_units, strict=True)) if a != b)
                first = (
                    index,
                    Mismatch(
                        where=f"layer {layer['name']}, state {state}",
                        sample=of_step[index][0],
                        step=of_step[index][1],
                        unit=unit,
                        expected=wanted_units[unit],
                        found=got_units[unit],
                    ),
                )
    if first is not None:
        return first[1]
    for index, (wanted, got) in enumerate(zip(expected["scores"], found["scores"], strict=True)):
        for unit, (a, b) in enumerate(zip(wanted, got, strict=True)):
            if a != b:
                return Mismatch(where="score of class", sample=index, step=None, unit=unit, expected=a, found=b)
    for index, (a, b) in enumerate(zip(expected["decisions"], found["decisions"], strict=True)):
        if a != b:
            return Mismatch(where="decision", sample=index, step=None, unit=0, expected=a, found=b)
    return None
