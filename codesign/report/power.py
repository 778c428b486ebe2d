"""What each part of a target draws, beside the total and what was published."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from codesign.report.published import Published
from codesign.report.words import number, si

__all__ = ["Part", "PowerBar", "is_part", "power_bar"]

_COLOURS = 6
"""So many series colours there are."""


@dataclass(frozen=True, kw_only=True)
class Part:
    """One supply and what it feeds. ``share`` is per cent of the longest bar, ``of_all`` of the total, as text."""

    supply: str
    feeds: str
    power: str
    share: float
    of_all: str
    colour: str


@dataclass(frozen=True, kw_only=True)
class PowerBar:
    """A bar of parts; ``total_share`` and ``published_share`` are per cent of the longer of the two bars."""

    parts: tuple[Part, ...]
    total: str
    total_share: float
    published: str
    published_share: float
    source: str


def is_part(key: str, figures: Mapping[str, Any]) -> bool:
    """Whether a figure is the power of one of the supplies."""
    supplies = figures.get("supplies")
    return isinstance(supplies, Mapping) and any(key == f"power_{supply}_w" for supply in supplies)


def power_bar(figures: Mapping[str, Any], published: Published | None) -> PowerBar | None:
    """The bar of a target that knows its supplies apart, else None."""
    supplies = figures.get("supplies")
    if not isinstance(supplies, Mapping):
        return None
    drawn = {
        str(supply): (str(feeds), float(figures[f"power_{supply}_w"]))
        for supply, feeds in supplies.items()
        if isinstance(figures.get(f"power_{supply}_w"), int | float)
    }
    total = sum(power for _, power in drawn.values())
    if not total > 0:
        return None
    longest = max(total, published.power_w if published else 0.0)
    parts = tuple(
        Part(
            supply=supply,
            feeds=feeds,
            power=si(power, "W"),
            share=100 * max(power, 0.0) / longest,
            of_all=f"{number(round(100 * power / total, 1))} %",
            colour=f"s{1 + index % _COLOURS}",
        )
        for index, (supply, (feeds, power)) in enumerate(drawn.items())
    )
    return PowerBar(
        parts=parts,
        total=si(total, "W"),
        total_share=100 * total / longest,
        published="" if published is None else si(published.power_w, "W"),
        published_share=0.0 if published is None else 100 * published.power_w / longest,
        source="" if published is None else published.source,
    )
