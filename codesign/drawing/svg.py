"""A sheet as SVG: the same bytes every time, in the colours of the page that it stands in, or in those of print.

In a page, colours are CSS variables of the report. A file alone has plain ones on white paper: it goes into papers and
through programs (Inkscape, LibreOffice, librsvg) that know neither variables nor a dark mode.
"""

import hashlib
import re
from collections.abc import Callable, Mapping
from html import escape

from codesign.drawing.sheet import SIZES, Area, Circle, Item, Line, Point, Sheet, Text

__all__ = ["anchors", "element_id", "svg"]

_FONT = "ui-sans-serif, system-ui, 'Helvetica Neue', Arial, sans-serif"
_INK = "var(--ink, #1b1f24)"
_MUTED = "var(--muted, #5c646d)"
_SURFACE = "var(--surface, #ffffff)"
_STROKES: Mapping[str, str] = {
    "symbol": f'stroke="{_INK}" stroke-width="1.3"',
    "wire": 'stroke="var(--s1, #2563a8)" stroke-width="1.2"',
    "stream": 'stroke="var(--s1, #2563a8)" stroke-width="3"',
    "frame": f'stroke="{_INK}" stroke-width="1.2"',
}
_FILLS: Mapping[str, str] = {
    "name": _INK,
    "value": _MUTED,
    "net": "var(--s1, #2563a8)",
    "title": _INK,
}
_VARIABLE = re.compile(r"var\(--\w+, (#\w+)\)")
"""A colour of the report, and what it is in print."""


def svg(sheet: Sheet, *, name: str, label: str, standalone: bool = False) -> str:
    """The ``<svg>`` element; ``name`` makes its ids unique in a page, ``label`` is read aloud.

    ``standalone`` makes a file of it: with a namespace, plain colours and white paper.
    """
    head = f'<svg viewBox="0 0 {_n(sheet.width)} {_n(sheet.height)}" role="img" aria-label="{escape(label)}"'
    head += f' style="width:{_n(sheet.width)}px" font-family="{_FONT}" fill="none" stroke-linecap="round"'
    head += ' stroke-linejoin="round"'
    if standalone:
        head += f' xmlns="http://www.w3.org/2000/svg" width="{_n(sheet.width)}" height="{_n(sheet.height)}"'
    parts = [head + ">"]
    if standalone:
        parts.append(f'<rect width="{_n(sheet.width)}" height="{_n(sheet.height)}" fill="{_SURFACE}"/>')
    notes = dict(sheet.notes)
    for element in ("", *sheet.elements):
        drawn = [_WRITERS[type(item)](item) for item in sheet.items if item.element == element]
        if not element:
            parts.extend(drawn)
            continue
        note = f"<title>{escape(notes[element])}</title>" if element in notes else ""
        parts.append(f'<g id="{element_id(name, element)}" data-element="{escape(element)}" class="element">{note}')
        parts.extend(drawn)
        parts.append("</g>")
    parts.append("</svg>")
    text = "\n".join(parts)
    return _VARIABLE.sub(r"\1", text) if standalone else text


def anchors(sheet: Sheet, *, name: str) -> dict[str, str]:
    """The id of each element in the SVG of that ``name``."""
    return {element: element_id(name, element) for element in sheet.elements}


def element_id(name: str, element: str) -> str:
    """An id that no other element of no other drawing has, whatever the names hold."""
    return "e" + hashlib.sha256(f"{name}\0{element}".encode()).hexdigest()[:16]


def _n(value: float) -> str:
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _points(points: tuple[Point, ...]) -> str:
    return " ".join(f"{_n(x)},{_n(y)}" for x, y in points)


def _line(item: Line) -> str:
    return f'<polyline points="{_points(item.points)}" {_STROKES[item.style]}/>'


def _area(item: Area) -> str:
    if item.style == "dot":
        return f'<polygon points="{_points(item.points)}" fill="{_INK}"/>'
    return f'<polygon points="{_points(item.points)}" fill="{_SURFACE}" {_STROKES[item.style]}/>'


def _circle(item: Circle) -> str:
    place = f'cx="{_n(item.centre[0])}" cy="{_n(item.centre[1])}" r="{_n(item.radius)}"'
    if item.style == "dot":
        return f'<circle {place} fill="var(--s1, #2563a8)"/>'
    return f'<circle {place} fill="{_SURFACE}" {_STROKES[item.style]}/>'


def _text(item: Text) -> str:
    size = SIZES[item.style]
    # A third of the height below the middle: not every renderer knows dominant-baseline.
    place = f'x="{_n(item.at[0])}" y="{_n(item.at[1] + 0.35 * size)}" font-size="{_n(size)}"'
    bold = ' font-weight="600"' if item.style == "title" else ""
    anchor = "" if item.anchor == "start" else f' text-anchor="{item.anchor}"'
    return f'<text {place}{anchor}{bold} fill="{_FILLS[item.style]}">{escape(item.text)}</text>'


_WRITERS: Mapping[type[Item], Callable[..., str]] = {Line: _line, Area: _area, Circle: _circle, Text: _text}
