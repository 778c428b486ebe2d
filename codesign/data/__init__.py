"""Data sets: each a module with ``load(split)``; adding one is adding a file."""

from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from codesign.errors import InputError
from codesign.names import check_element_name

__all__ = ["Examples", "Split", "load"]

Split = Literal["train", "validation", "test"]


@dataclass(frozen=True, eq=False, kw_only=True)
class Examples:
    """Images (samples, rows, columns) of whole numbers and their labels (samples,)."""

    images: NDArray[np.int64]
    labels: NDArray[np.int64]


def load(task: str, split: Split) -> Examples:
    """The examples of ``task``; raises InputError for an unknown task."""
    check_element_name(task, "a task name")
    if find_spec(f"{__name__}.{task}") is None:
        raise InputError(f"unknown task {task!r}; no data set of that name is known")
    examples: Examples = import_module(f"{__name__}.{task}").load(split)
    return examples
