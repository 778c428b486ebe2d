"""What the text of a design says about the faults that explain a measurement: many explain it, few are in the text."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace

from codesign.errors import InputError
from codesign.network import Network
from codesign.verify.diagnosis import variants
from codesign.verify.diagnosis.behaviour import Explanation
from codesign.verify.diagnosis.variants import Variant

__all__ = ["Locate", "SameText", "held_against_text"]

Locate = Callable[[str, str, tuple[int, ...]], str]
"""(layer, tensor, index) -> the element that carries this number; empty: not known."""
SameText = Callable[[Network], bool]
"""Whether the text of the design is what is written for this network."""

_MOST_WRITTEN = 16
"""Networks that are written to be held against the text."""


def held_against_text(
    network: Network, explained: Sequence[Explanation], *, differing: Sequence[str], locate: Locate, same: SameText
) -> list[Explanation]:
    """``explained`` without the numbers that stand in the text as they should; first those that the text is written for
    letter by letter, last those that it is not written for.

    ``differing`` are the parameters that the text has other numbers for, as far as their places are known.
    """
    found: list[Explanation] = []
    left = _MOST_WRITTEN
    for item in explained:
        variant = item.variant
        if variant is None or not item.complete or item.parameter in differing:
            found.append(item)
            continue
        if variant.index is not None and locate(item.layer, variant.name, variant.index):
            continue  # it has a place of its own in the text, where nothing differs
        left -= 1
        if left >= 0:
            found.append(replace(item, text=_text(network, variant, same)))
        else:
            found.append(item)
    return sorted(found, key=lambda item: ("same", "", "other").index(item.text))


def _text(network: Network, variant: Variant, same: SameText) -> str:
    with suppress(InputError):  # a number that no network may hold
        layers = (
            variants.checked(layer, variant) if layer.name == variant.layer else layer for layer in network.layers
        )
        return "same" if same(replace(network, layers=tuple(layers))) else "other"
    return "other"  # numbers are written with as many bits as the largest that is allowed takes
