"""What a plot for a paper is."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from matplotlib.figure import Figure

from codesign.report.studies import Study
from codesign.verify.run import VerifyResult

__all__ = ["Material", "PaperPlot", "stem", "studies_of"]


@dataclass(frozen=True, eq=False, kw_only=True)
class Material:
    """What there is to be plotted."""

    result: VerifyResult
    studies: tuple[Study, ...]


@dataclass(frozen=True, eq=False, kw_only=True)
class PaperPlot:
    """A plot and its data.

    ``draw`` makes the figure, under the settings of :mod:`codesign.report.plots.style`; ``svg`` is the text of the SVG
    where it is not made from that figure. ``columns`` have their units in brackets, ``rows`` a value for each.
    """

    stem: str
    title: str
    draw: Callable[[], Figure]
    columns: tuple[str, ...]
    rows: Iterable[tuple[object, ...]]
    svg: str = ""


def stem(*words: str) -> str:
    """A name for files from any words: small letters, numbers and hyphens, at most 80."""
    return re.sub(r"[^a-z0-9]+", "-", " ".join(words).lower()).strip("-")[:80] or "plot"


def studies_of(material: Material, kind: str) -> Iterator[tuple[str, Any]]:
    """(stem, form) of every study of that kind; the number of a study is its place among all."""
    for index, study in enumerate(material.studies, start=1):
        if study.kind == kind:
            yield stem("study", str(index), kind, study.form.technology), study.form
