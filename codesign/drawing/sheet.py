"""A drawing: lines, areas, circles and texts, in the units of SVG (96 to an inch), the origin at the upper left."""

from dataclasses import dataclass
from typing import Literal

__all__ = ["Area", "Circle", "Item", "Line", "Point", "Sheet", "Style", "Text", "text_width"]

Point = tuple[float, float]
Style = Literal["symbol", "wire", "stream", "frame", "dot", "name", "value", "net", "title"]
"""What an item is; how that looks is for the writer to say."""

SIZES = {"name": 9.0, "value": 8.5, "net": 9.0, "title": 11.0}
"""Height of the letters of texts."""
_WIDE = 0.6
"""Width of a letter in its height, at most in the mean of a word: a text takes less than what is kept free for it."""


@dataclass(frozen=True, kw_only=True)
class Line:
    """A polyline. ``net``: the net that it carries, if any; ``element``: the element that it is a part of."""

    points: tuple[Point, ...]
    style: Style = "symbol"
    net: str = ""
    element: str = ""


@dataclass(frozen=True, kw_only=True)
class Area:
    """A closed polygon, filled if its style is ``dot`` (an arrow), else only outlined, over what is behind it."""

    points: tuple[Point, ...]
    style: Style = "symbol"
    element: str = ""


@dataclass(frozen=True, kw_only=True)
class Circle:
    """``dot``: filled, a junction of ``net``; else outlined."""

    centre: Point
    radius: float
    style: Style = "symbol"
    net: str = ""
    element: str = ""


@dataclass(frozen=True, kw_only=True)
class Text:
    """One line of text, centred upright at ``at``."""

    at: Point
    text: str
    style: Style
    anchor: Literal["start", "middle", "end"] = "start"
    element: str = ""

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom: the room that is kept free."""
        width, height = text_width(self.text, self.style), SIZES[self.style]
        left = self.at[0] - {"start": 0.0, "middle": width / 2, "end": width}[self.anchor]
        return left, self.at[1] - height / 2, left + width, self.at[1] + height / 2


Item = Line | Area | Circle | Text


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A whole drawing. ``notes`` are what is said of an element beside what is drawn, by its name."""

    width: float
    height: float
    items: tuple[Item, ...]
    notes: tuple[tuple[str, str], ...] = ()

    @property
    def elements(self) -> tuple[str, ...]:
        """Everything that can be pointed at, in the order of drawing."""
        return tuple(dict.fromkeys(item.element for item in self.items if item.element))


def text_width(text: str, style: Style) -> float:
    """Room for ``text``, in units of the sheet."""
    return len(text) * SIZES[style] * _WIDE
