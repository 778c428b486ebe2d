"""Docstrings as Markdown: roles, literal blocks and simple tables of reStructuredText become what Markdown has."""

import re
from typing import Any

import griffe

from docs_pages.markdown import prose, table

__all__ = ["AsMarkdown", "as_markdown"]

_RULER = re.compile(r"=+( +=+)+")


class AsMarkdown(griffe.Extension):
    """Changes each docstring as it is read."""

    def on_instance(self, *, obj: griffe.Object, **_: Any) -> None:
        if obj.docstring is not None:
            obj.docstring.value = as_markdown(obj.docstring.value)


def as_markdown(text: str) -> str:
    """The docstring ``text`` as Markdown."""
    lines, done = text.splitlines(), []
    while lines:
        line = lines.pop(0)
        if _RULER.fullmatch(line.strip()):
            end = next(index for index, each in reversed(list(enumerate(lines))) if _RULER.fullmatch(each.strip()))
            done.append(_table(line, lines[:end]))
            lines = lines[end + 1 :]
        else:
            done.append(re.sub(r"::$", ":", line))
    return prose("\n".join(done))


def _table(ruler: str, lines: list[str]) -> str:
    """A simple table between two rulers; with a third one after its first row that row is the heading."""
    starts = [found.start() for found in re.finditer("=+", ruler)]
    rows: list[list[str]] = []
    heading: list[str] = [""] * len(starts)
    for line in lines:
        if _RULER.fullmatch(line.strip()):
            heading = rows.pop(0)
            continue
        cells = [line[start:end].strip() for start, end in zip(starts, [*starts[1:], None], strict=True)]
        if rows and not cells[0]:
            rows[-1] = [" ".join(filter(None, pair)) for pair in zip(rows[-1], cells, strict=True)]
        else:
            rows.append(cells)
    return "\n" + table(heading, rows)
