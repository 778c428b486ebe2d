"""Confusion matrices: what the samples are against what was decided."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from codesign.report.titles import target_title
from codesign.report.words import UNDECIDED, class_name
from codesign.verify.run import VerifyResult

__all__ = ["Confusion", "Decision", "confusions", "odd_decisions"]

_MOST_CLASSES = 40
"""A wider table helps nobody."""


@dataclass(frozen=True, kw_only=True)
class Confusion:
    """``rows``: (true class, counts per column, their shares of the row)."""

    title: str
    columns: tuple[str, ...]
    """The classes, and behind them "undecided" where a target did not decide for one."""
    right: int
    samples: int
    rows: tuple[tuple[str, tuple[tuple[int, float], ...]], ...]


@dataclass(frozen=True, kw_only=True)
class Decision:
    """A sample that a target decided otherwise than the twin."""

    sample: int
    label: str
    twin: str
    target: str
    found: str


def confusions(result: VerifyResult) -> list[Confusion]:
    """The twin's matrix and each target's; none where there are too many classes to look at."""
    if len(result.network.classes) > _MOST_CLASSES:
        return []
    matrices = [_confusion("Software twin", result, result.trace.decisions)]
    for name, target in result.targets.items():
        matrices.append(_confusion(target_title(name), result, target.measurement.decisions))
    return matrices


def odd_decisions(result: VerifyResult) -> list[Decision]:
    """All samples that a target decided otherwise than the twin."""
    names, odd = result.network.classes, []
    for name, target in result.targets.items():
        for sample in np.nonzero(target.measurement.decisions != result.trace.decisions)[0]:
            label, twin, found = (
                class_name(names, int(array[sample]))
                for array in (result.labels, result.trace.decisions, target.measurement.decisions)
            )
            title = target_title(name)
            odd.append(Decision(sample=int(sample), label=label, twin=twin, target=title, found=found))
    return odd


def _confusion(title: str, result: VerifyResult, decisions: NDArray[np.int64]) -> Confusion:
    names = result.network.classes
    decided = (decisions >= 0) & (decisions < len(names))
    columns = names if decided.all() else (*names, UNDECIDED)
    matrix = np.zeros((len(names), len(columns)), dtype=np.int64)
    valid = (result.labels >= 0) & (result.labels < len(names))
    np.add.at(matrix, (result.labels[valid], np.where(decided, decisions, len(names))[valid]), 1)
    rows = tuple(
        (name, tuple((int(n), round(float(n) / max(int(row.sum()), 1), 3)) for n in row))
        for name, row in zip(names, matrix, strict=True)
    )
    right = int((decisions == result.labels).sum())
    return Confusion(title=title, columns=columns, right=right, samples=len(decisions), rows=rows)
