"""Software against hardware state by state: a small map (units by steps) for each sample.

Drawn directly, not with matplotlib: a map is three paths, and there may be dozens of them.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from codesign.report.aligned import all_steps
from codesign.report.words import Level, count
from codesign.verify.run import TargetResult, VerifyResult

__all__ = ["StateMap", "Tile", "state_maps"]

_TILES = 12
_GOOD_TILES = 6
"""Maps without a difference look alike; fewer of them do."""
_SAMPLES_IN_STRIP = 1500


@dataclass(frozen=True, kw_only=True)
class Tile:
    """One sample of one layer. The paths are SVG path data, one unit square per state."""

    sample: int
    level: Level
    text: str
    active: str
    close: str
    differs_close: str
    differs: str


@dataclass(frozen=True, kw_only=True)
class StateMap:
    """One layer of one target."""

    layer: str
    states: tuple[str, ...]
    units: int
    steps: int
    samples: int
    width: int
    height: int
    """Of a tile, in pixels."""
    summary: str
    strip: tuple[tuple[Level, str], ...]
    """Every sample, (level, what a pointer shows)."""
    tiles: tuple[Tile, ...]


def state_maps(result: VerifyResult, target: TargetResult) -> list[StateMap]:
    """A map for every layer that has states. Where a unit has several, it is as bad as the worst of them."""
    maps = []
    for layer, trace in result.trace.layers.items():
        if not trace.states:
            continue
        shape = trace.outputs.shape
        differs, close = np.zeros(shape, dtype=bool), np.zeros(shape, dtype=bool)
        outside = np.zeros(shape, dtype=bool)
        for state, expected in trace.states.items():
            wrong = all_steps(target.measurement.states[layer][state], expected) != expected
            near = (
                np.zeros(shape, dtype=bool)
                if target.measurement.in_margin is None
                else target.measurement.in_margin[layer][state]
            )
            differs |= wrong
            close |= near
            outside |= wrong & ~near
        first = target.comparison.first_divergence
        always = first.sample if first is not None and first.layer == layer else None
        maps.append(_map(layer, tuple(trace.states), trace.outputs > 0, differs, close, outside, always))
    return maps


def _map(
    layer: str,
    states: tuple[str, ...],
    active: NDArray[np.bool_],
    differs: NDArray[np.bool_],
    close: NDArray[np.bool_],
    outside: NDArray[np.bool_],
    always: int | None,
) -> StateMap:
    samples, steps, units = active.shape
    bad, near = outside.sum(axis=(1, 2)), (differs & ~outside).sum(axis=(1, 2))
    levels: list[Level] = ["bad" if b else "near" if n else "good" for b, n in zip(bad, near, strict=True)]
    texts = [_text(int(b), int(n)) for b, n in zip(bad, near, strict=True)]
    worst_first = np.lexsort((np.arange(samples), -near, -bad))
    chosen = [int(s) for rank, s in enumerate(worst_first) if rank < (_GOOD_TILES if levels[s] == "good" else _TILES)]
    if always is not None and always < samples and always not in chosen:
        chosen.append(always)  # where the first difference is, which may not be the worst sample
    tiles = tuple(
        Tile(
            sample=s,
            level=levels[s],
            text=texts[s],
            active=_path(active[s].T),
            close=_path((close & ~differs)[s].T),
            differs_close=_path((differs & ~outside)[s].T),
            differs=_path(outside[s].T),
        )
        for s in chosen
    )
    strip = tuple((levels[s], f"sample {s}: {texts[s]}") for s in range(min(samples, _SAMPLES_IN_STRIP)))
    return StateMap(
        layer=layer,
        states=states,
        units=units,
        steps=steps,
        samples=samples,
        width=min(max(150, 6 * steps), 330),
        height=min(max(56, 14 * units), 132),
        summary=_summary(levels),
        strip=strip,
        tiles=tiles,
    )


def _path(cells: NDArray[np.bool_]) -> str:
    """Path data of the True cells (units, steps), every run of steps one rectangle."""
    padded = np.pad(cells, ((0, 0), (1, 1))).astype(np.int8)
    change = np.diff(padded, axis=1)
    starts, ends = np.argwhere(change == 1), np.argwhere(change == -1)
    return "".join(
        f"M{x} {y}h{end - x}v1h{x - end}z" for (y, x), (_, end) in zip(starts.tolist(), ends.tolist(), strict=True)
    )


def _text(bad: int, near: int) -> str:
    differ = f"{count(bad)} differ{'s' if bad == 1 else ''}"
    if bad:
        return f"{differ}, {count(near)} in margin" if near else differ
    return f"{count(near)} in margin" if near else "all agree"


def _summary(levels: list[Level]) -> str:
    good, near, bad = (levels.count(level) for level in ("good", "near", "bad"))
    parts = [f"{count(good)} of {count(len(levels))} samples agree in every state"]
    if near:
        parts.append(f"{count(near)} differ{'s' if near == 1 else ''} only in the margin")
    if bad:
        parts.append(f"{count(bad)} differ{'s' if bad == 1 else ''}{' outside it' if near else ''}")
    return ", ".join(parts)
