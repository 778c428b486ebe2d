"""The PyTorch layer of CMRUs (arXiv 2605.11855): that of BMRUs, but a write adds to the whole old state."""

from typing import ClassVar

from pydantic import Field

from codesign.cells.bmru.module import Module as BistableModule
from codesign.cells.bmru.module import Options as BistableOptions

__all__ = ["Module", "Options"]


class Options(BistableOptions):
    """How a CMRU layer is trained."""

    eps: float = Field(default=1.0, ge=0, le=1, description="part of the old state that a write keeps, in training")


class Module(BistableModule):
    """Counts up or down where the candidate reaches the threshold; an identity path through time for gradients."""

    Options = Options
    _EPS: ClassVar[float] = 1.0
