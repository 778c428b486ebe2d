"""Tensors of a CMRU layer: those of a BMRU. Its state begins at 0 and counts."""

from codesign.cells.bmru.spec import TENSORS
from codesign.cells.spec import CellSpec

__all__ = ["SPEC"]

SPEC = CellSpec(
    kind="cmru",
    title="cumulative memory recurrent unit",
    source="arXiv 2605.11855",
    takes="current",
    gives="current",
    states=("state",),
    tensors=TENSORS,
)
