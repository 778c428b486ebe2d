"""What a testbench expects of the states: a signature of each layer in each step.

Scores hide much: one weight off by one changes no answer of a few samples in most networks, but it does change a state.
The states themselves would be megabytes, so the testbench folds those of a step into a word, unit by unit.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from codesign.twin import NetworkTrace

__all__ = ["BITS", "FACTOR", "Register", "Signature", "Watched", "watched"]

BITS = 64
FACTOR = 0x100000001B3
"""signature := (signature xor state) x factor, modulo 2^64, from 0 on; the factor is that of FNV-1a (RFC 9923)."""


@dataclass(frozen=True, kw_only=True)
class Register:
    """A state of a layer: ``lanes`` values of ``width`` bits in one register."""

    name: str
    width: int
    lanes: int


@dataclass(frozen=True, kw_only=True)
class Signature:
    """Of the states of a layer at the end of a step; both counted from 0, steps with those that are left out."""

    sample: int
    step: int
    word: int


@dataclass(frozen=True, kw_only=True)
class Watched:
    """A layer. Its registers show a group of units in each cycle in which ``strobe`` is 1."""

    layer: str
    identifier: str
    instance: tuple[str, ...]
    strobe: str
    units: int
    groups: int
    registers: tuple[Register, ...]
    signatures: tuple[Signature, ...]
    """In the order in which the design makes the steps."""


def watched(described: Mapping[str, Any], traces: Sequence[NetworkTrace]) -> tuple[Watched, ...]:
    """The layers that have states; ``described`` is ``ports.json``, ``traces`` the twin's, one of each sample."""
    first = described["folded_steps"]
    return tuple(
        Watched(
            layer=layer["name"],
            identifier=f"layer_{index}",
            instance=tuple(layer["instance"]),
            strobe=layer["strobe"],
            units=layer["units"],
            groups=layer["groups"],
            registers=tuple(
                Register(name=state["register"], width=state["width"], lanes=layer["lanes"])
                for state in layer["states"].values()
            ),
            signatures=tuple(
                Signature(sample=sample, step=step, word=word)
                for sample, trace in enumerate(traces)
                for step, word in _words(layer["states"], trace.layers[layer["name"]].states, first)
            ),
        )
        for index, layer in enumerate(described["layers"])
        if layer["states"]
    )


def _words(
    shapes: Mapping[str, Any], states: Mapping[str, NDArray[np.integer]], first: int
) -> Iterator[tuple[int, int]]:
    """Steps of a sample from ``first`` on, with their signatures; ``states`` are (1, steps, units)."""
    values = np.stack([np.asarray(states[name])[0] for name in shapes], axis=-1)
    masks = [(1 << shape["width"]) - 1 for shape in shapes.values()]
    for step in range(first, len(values)):
        word = 0
        for unit in values[step].tolist():
            for value, mask in zip(unit, masks, strict=True):
                word = (word ^ (value & mask)) * FACTOR % (1 << BITS)
        yield step, word
