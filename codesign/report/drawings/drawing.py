"""One drawing of the report."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from codesign.drawing.sheet import Sheet
from codesign.drawing.svg import anchors, svg

__all__ = ["Drawing", "drawing"]

Kind = Literal["circuit", "hierarchy"]


@dataclass(frozen=True, kw_only=True)
class Drawing:
    """A drawing with its ``<svg>`` element.

    ``anchors``: element or instance, by its path -> id in the SVG, where the path also is the attribute
    ``data-element``; of a unit of a circuit, the path is that of the mapping. ``name`` is the stem of a file that holds
    it, ``sheet`` the same drawing as lines and texts.
    """

    title: str
    kind: Kind
    svg: Markup
    caption: str
    anchors: Mapping[str, str]
    name: str
    sheet: Sheet


def drawing(sheet: Sheet, *, kind: Kind, title: str, caption: str, name: str, unique: str) -> Drawing:
    """``sheet`` for the report; ``unique`` tells drawings of the same name apart within a page."""
    salt = f"{unique} {name}"
    return Drawing(
        title=title,
        kind=kind,
        svg=Markup(svg(sheet, name=salt, label=title)),
        caption=caption,
        anchors=anchors(sheet, name=salt),
        name=name,
        sheet=sheet,
    )
