"""What the page shows of a study: a heading, facts, plots, one table, and the command that makes it again."""

from dataclasses import dataclass

from markupsafe import Markup

from codesign.report.words import Level

__all__ = ["Column", "Plot", "Row", "Section", "Table"]


@dataclass(frozen=True, kw_only=True)
class Plot:
    """A figure. ``caption`` says what it shows and what would be wrong, ``says`` what to point at for numbers ("" where
    nothing in the drawing tells any)."""

    title: str
    drawing: Markup
    caption: str
    says: str = ""


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column of a table; ``number`` aligns it to the right."""

    title: str
    number: bool = False


@dataclass(frozen=True, kw_only=True)
class Row:
    """A cell for every column; ``level`` colours what is marked with ✓, ≈ or ✗ in front."""

    cells: tuple[str, ...]
    level: Level | None = None


@dataclass(frozen=True, kw_only=True)
class Table:
    """``caption`` says what would be wrong."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    caption: str


@dataclass(frozen=True, kw_only=True)
class Section:
    """A whole study. ``headline`` is its finding in a sentence, which ``level`` judges (None: nothing to judge),
    ``facts`` are (name, value), ``note`` is what is to be known before one believes it, "" for nothing."""

    title: str
    level: Level | None
    headline: str
    facts: tuple[tuple[str, str], ...]
    plots: tuple[Plot, ...]
    table: Table
    command: str
    note: str = ""
