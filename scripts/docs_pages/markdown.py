"""Pieces of Markdown that the generated pages are made of."""

import re
from collections.abc import Iterable, Sequence

__all__ = ["anchor", "code", "prose", "table"]


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; a bar inside a cell does not end it."""
    lines = [columns, ["---"] * len(columns), *rows]
    return "".join(f"| {' | '.join(cell.replace('|', '&#124;') for cell in line)} |\n" for line in lines) + "\n"


def code(text: object) -> str:
    """As code, on one line."""
    return f"`{text}`" if str(text) else ""


def prose(text: str) -> str:
    """A docstring's text as Markdown: double backticks are single ones, and a role is the last name in it."""
    text = re.sub(r":(?:class|func|mod|data|meth|attr):`~?(?:[\w.]*\.)?(\w+)`", r"`\1`", text)
    return text.replace("``", "`").replace("{", "&#123;") if "`" not in text else text.replace("``", "`")


def anchor(text: str) -> str:
    """The id that the heading ``text`` gets."""
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", text).strip().lower())
