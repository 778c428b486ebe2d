"""What a trace found inside of the unit that differs first: its drawing in the page's colours, its steps, its words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import matplotlib as mpl
from markupsafe import Markup

from codesign.report.svg import PAGE_COLOURS, svg
from codesign.report.titles import target_title
from codesign.trace import Trace, steps_table
from codesign.trace import style as paper
from codesign.trace.draw import figure

__all__ = ["Traced", "traced"]

_COLOURS = {
    paper.EXPECTED: "twin",
    paper.FOUND: "s1",
    paper.WRONG: "bad",
    paper.LIMIT: "s4",
    paper.ALLOWED: "grid",
    paper.SHADE: "near-tint",
    paper.BUS: "raised",
    paper.BUS_WRONG: "bad-tint",
    paper.PAPER: "surface",
    paper.EDGE: "grid",
    paper.GAP: "muted",
    **dict(zip(paper.COLOURS[1:], ("s2", "s3", "s6", "s4", "s5"), strict=True)),
}
"""What the drawing for papers uses -> the page's role for it."""


@dataclass(frozen=True, kw_only=True)
class Traced:
    """``lines`` are what is off in the step and what is off first; the row at ``marked`` is the step meant."""

    target: str
    title: str
    where: str
    lines: tuple[str, ...]
    drawing: Markup
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    marked: int


def traced(traces: Sequence[Trace], model_hash: str, target: str, name: str) -> Traced | None:
    """The first of ``traces`` that is of this checkpoint and target; ``name`` makes its ids unique in the page."""
    found = next((item for item in traces if item.network.hash == model_hash and item.target == target), None)
    return None if found is None else _traced(found, name)


def _traced(trace: Trace, name: str) -> Traced:
    columns, rows = steps_table(trace.found, trace.steps, trace.position.step)
    return Traced(
        target=trace.target,
        title=target_title(trace.target),
        where=trace.text[0].partition(", ")[2],
        lines=tuple(trace.text[1:]),
        drawing=_drawing(trace, name),
        columns=tuple(columns),
        rows=tuple((row[0].lstrip(">"), *row[1:]) for row in rows),
        marked=trace.steps.index(trace.position.step),
    )


def _drawing(trace: Trace, name: str) -> Markup:
    settings: Any = {**paper.SETTINGS, **PAGE_COLOURS}
    with mpl.rc_context():
        mpl.rcdefaults()  # a user's matplotlibrc must not change the page
        mpl.rcParams.update(settings)
        drawn = figure(trace.found, title="", step=trace.position.step, steps=trace.steps)
        return svg(drawn, name=name, label=f"trace: {trace.title}", more=_COLOURS)
