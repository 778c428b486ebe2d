"""Assignments as lines of text."""

from dataclasses import replace

from codesign.digital.vhdl.expressions import Expression, Kind, of_kind, typed, wrapped
from codesign.digital.vhdl.wires import Place

__all__ = ["WIDTH", "clocked", "concurrent", "indented"]

WIDTH = 110
"""Characters of a line, where a statement can be divided."""


def indented(lines: list[str], levels: int = 1) -> list[str]:
    """``lines``, further in by two spaces a level."""
    return ["  " * levels + line if line else "" for line in lines]


def concurrent(target: Place, value: Expression) -> list[str]:
    """An assignment outside processes; a multiplexer becomes ``when ... else``."""
    if value.choice is None:
        return _plain(target, value)
    lines, rest = [], value
    while rest.choice is not None:
        condition, yes, no = rest.choice
        lines.append(f"{_text(target, replace(yes, choice=None))} when {condition.test} else")
        rest = no
    lines.append(f"{_text(target, rest)};")
    joined = f"{target.text} <= {' '.join(lines)}"
    if len(joined) <= WIDTH:
        return [joined]
    return [f"{target.text} <=", *indented(lines)]


def clocked(target: Place, value: Expression) -> list[str]:
    """An assignment in a process; a multiplexer becomes ``if``, and what only keeps a value is left out."""
    if value.choice is None:
        return [] if value.text == target.expression.text else _plain(target, value)
    lines, word, rest = list[str](), "if", value
    while rest.choice is not None:
        condition, yes, no = rest.choice
        inner = clocked(target, yes)
        if not inner and word == "if" and no.choice is None:
            return [f"if not {wrapped(condition, 'not')} then", *indented(clocked(target, no)), "end if;"]
        lines += [f"{word} {condition.test} then", *indented(inner or ["null;"])]
        word, rest = "elsif", no
    last = clocked(target, rest)
    if last:
        lines += ["else", *indented(last)]
    return [*lines, "end if;"]


def _plain(target: Place, value: Expression) -> list[str]:
    text = _text(target, value)
    line = f"{target.text} <= {text};"
    if len(line) <= WIDTH or not value.parts:
        return [line]
    parts = [wrapped(part, "&") for part in value.parts]
    rows: list[str] = []
    for part in parts:
        if rows and len(rows[-1]) + len(part) + 4 <= WIDTH and "(" not in part[:1]:
            rows[-1] += f" & {part}"
        else:
            rows.append(part)
    rows = [f"{row} &" for row in rows[:-1]] + rows[-1:]
    if target.kind is Kind.SIGNED or target.plain_vector:
        function = "std_logic_vector" if target.plain_vector else "signed"
        return [f"{target.text} <= {function}(unsigned'(", *indented([*rows[:-1], f"{rows[-1]}));"])]
    return [f"{target.text} <=", *indented([*rows[:-1], f"{rows[-1]};"])]


def _text(target: Place, value: Expression) -> str:
    """``value`` as the target's type wants it."""
    if value.value == 0 and target.kind is not Kind.BIT:
        return "(others => '0')"
    if target.plain_vector:
        if value.plain:
            return value.plain
        return value.text if value.value is not None and value.text.endswith('"') else (
            f"std_logic_vector({typed(value).text})"
        )  # fmt: skip
    return of_kind(value, target.kind).text
