"""How each kind of element is drawn, upright, in units of the grid: ends at (0, -2) and (0, 2), gate at (-3, 0)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

__all__ = ["SYMBOLS", "Figure"]

Path = tuple[tuple[float, float], ...]


@dataclass(frozen=True, kw_only=True)
class Figure:
    """Lines, arrow heads (filled triangles) and circles (x, y, radius)."""

    lines: tuple[Path, ...] = ()
    arrows: tuple[Path, ...] = ()
    circles: tuple[tuple[float, float, float], ...] = ()


_CHANNEL: tuple[Path, ...] = (
    ((0, -2), (0, -0.9), (-1, -0.9)),
    ((0, 2), (0, 0.9), (-1, 0.9)),
    ((-1, -1.3), (-1, 1.3)),
    ((-1.5, -1), (-1.5, 1)),
)


def _nmos() -> Figure:
    """The arrow is at the source, where the current leaves."""
    return Figure(lines=(*_CHANNEL, ((-3, 0), (-1.5, 0))), arrows=(((-0.1, 0.9), (-0.75, 0.55), (-0.75, 1.25)),))


def _pmos() -> Figure:
    """The arrow is at the source, where the current comes in; the ring at the gate tells it at a glance."""
    return Figure(
        lines=(*_CHANNEL, ((-3, 0), (-2.1, 0))),
        arrows=(((-0.9, -0.9), (-0.25, -1.25), (-0.25, -0.55)),),
        circles=((-1.8, 0, 0.3),),
    )


def _capacitor() -> Figure:
    return Figure(lines=(((0, -2), (0, -0.3)), ((0, 2), (0, 0.3)), ((-1, -0.3), (1, -0.3)), ((-1, 0.3), (1, 0.3))))


def _resistor() -> Figure:
    zigzag = tuple((0.55 * (-1) ** k, -1.05 + 0.35 * k) for k in range(7))
    return Figure(lines=(((0, -2), (0, -1.3), *zigzag, (0, 1.3), (0, 2)),))


def _current() -> Figure:
    return Figure(
        lines=(((0, -2), (0, -1.1)), ((0, 1.1), (0, 2)), ((0, -0.7), (0, 0.5))),
        arrows=(((0, 0.8), (-0.35, 0.1), (0.35, 0.1)),),
        circles=((0, 0, 1.1),),
    )


def _voltage() -> Figure:
    return Figure(
        lines=(((0, -2), (0, -1.1)), ((0, 1.1), (0, 2)), ((-0.35, -0.55), (0.35, -0.55)), ((0, -0.9), (0, -0.2)),
               ((-0.35, 0.6), (0.35, 0.6))),
        circles=((0, 0, 1.1),),
    )  # fmt: skip


SYMBOLS: Mapping[str, Callable[[], Figure]] = {
    "nmos": _nmos,
    "pmos": _pmos,
    "capacitor": _capacitor,
    "resistor": _resistor,
    "current": _current,
    "voltage": _voltage,
}
