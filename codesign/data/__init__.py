"""Data sets: each a module with ``CLASSES`` and ``load(split)``; adding one is adding a file here, or to an extension
(:mod:`codesign.resources`).

A module with ``SIZES`` makes a family of data sets, one of each size: ``load(split, size)``, and ``NAME_N`` is the one
of size N: ``copy_first_300`` has 300 steps. Tasks of sequences are images (samples, steps, inputs), for the coding
``current_rows``.

| task | images | classes | asks for |
|---|---|---|---|
| ``digits`` | 8 x 8 of 0..16 | 10 | the digit (scikit-learn) |
| ``mnist`` | 28 x 28 of 0..255 | 10 | the digit |
| ``sequential_mnist``, ``permuted_mnist`` | 784 x 1 of 0..255 | 10 | the digit, a pixel per step |
| ``sequential_mnist_14x14``, ``permuted_mnist_14x14`` | 196 x 1 of 0..255 | 10 | the same, averaged over 2 x 2 pixels |
| ``sequential_mnist_black_N``, ``sequential_mnist_14x14_black_N`` | N black steps more | 10 | the digit, after a wait |
| ``copy_first_N`` | N x 1 of 0..7 | 8 | the first number |
| ``copy_first_marked_N`` | N x 2 of 0..7 | 8 | the same, with an input that marks the first step |
| ``denoising_N`` | N x 2 of 0..1 | 32 | five marked bits, in their order |
| ``denoising_gap_N`` | N x 2 of 0..1 | 32 | the same, none of them in the second half |
| ``t_maze_N`` | (N + 1) x 4 of 0..1 | 4 | the action at the end of a corridor of N cells |
| ``spoken_digits``, ``spoken_digits_speakers`` | 50 x 13 of 0..64 | 10 | the digit that was spoken |
| ``keyword``, ``keyword_speakers`` | 50 x 13 of 0..64 | 2 | was it "zero"? |
"""

import pkgutil
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from codesign import resources
from codesign.errors import InputError, nearest

__all__ = ["Examples", "Split", "classes", "is_known", "load"]

__path__.extend(map(str, resources.extensions("data")))

Split = Literal["train", "validation", "test"]

_SIZED = re.compile(r"(.+)_(0|[1-9][0-9]{0,8})")


@dataclass(frozen=True, eq=False, kw_only=True)
class Examples:
    """Images (samples, rows, columns) of whole numbers and their labels (samples,)."""

    images: NDArray[np.int64]
    labels: NDArray[np.int64]


def load(task: str, split: Split) -> Examples:
    """The examples of ``task``; raises InputError for an unknown task, and for a size that it is not made in."""
    module, size = _found(task)
    examples: Examples = module.load(split) if size is None else module.load(split, size)
    return examples


def classes(task: str) -> tuple[str, ...]:
    """The names of the classes of ``task``, in the order of its labels; raises InputError as :func:`load`."""
    names: tuple[str, ...] = _found(task)[0].CLASSES
    return names


def is_known(task: str) -> bool:
    """Whether :func:`load` knows ``task``."""
    try:
        _found(task)
    except InputError:
        return False
    return True


@cache
def _modules() -> Mapping[str, ModuleType]:
    """The data sets by name; what else is in this package helps them."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    found = {name: import_module(f"{__name__}.{name}") for name in names}
    return {name: module for name, module in found.items() if hasattr(module, "load")}


def _found(task: str) -> tuple[ModuleType, int | None]:
    """The module of ``task``, and the size that its name asks for."""
    modules = _modules()
    if task in modules:
        sizes: range | None = getattr(modules[task], "SIZES", None)
        if sizes is not None:
            raise InputError(f"task {task!r} needs a size: {task}_{sizes[0]} to {task}_{sizes[-1]}")
        return modules[task], None
    match = _SIZED.fullmatch(task)
    if match is None or match[1] not in modules:
        raise InputError(f"unknown task {task!r}; {nearest(task, modules)}")
    name, size = match[1], int(match[2])
    sizes = getattr(modules[name], "SIZES", None)
    if sizes is None:
        raise InputError(f"unknown task {task!r}; the data set {name!r} comes in one size only")
    if size not in sizes:
        raise InputError(f"task {task!r} cannot be made; it needs a size of {sizes[0]} to {sizes[-1]}, not {size}")
    return modules[name], size
