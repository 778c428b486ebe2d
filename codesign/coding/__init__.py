"""Input codings: from images (samples, rows, columns) of whole numbers to what the first layer takes.

Each is a module with ``PARAMETERS``, ``SIGNAL``, ``encode``, ``scale``, ``largest_value``, ``steps`` and
``black_frames``; adding one is adding a file. All are deterministic, so the chip, the twin and the training see the
same inputs.
"""

import pkgutil
from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from importlib import import_module
from types import ModuleType

import numpy as np
from numpy.typing import NDArray

from codesign import resources
from codesign.cells.spec import AttributeSpec, Signal
from codesign.errors import InputError

__all__ = ["black_frames", "encode", "largest_value", "parameters", "scale", "signal", "steps"]

__path__.extend(map(str, resources.extensions("coding")))


@cache
def _modules() -> dict[str, ModuleType]:
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return {name: import_module(f"{__name__}.{name}") for name in names}


def parameters() -> dict[str, Mapping[str, AttributeSpec]]:
    """The parameters of every coding, by its name."""
    return {name: module.PARAMETERS for name, module in _modules().items()}


def signal(kind: str) -> Signal:
    """What the coding gives: currents or spikes."""
    found: Signal = _modules()[kind].SIGNAL
    return found


def encode(kind: str, values: Mapping[str, int], images: NDArray[np.integer]) -> NDArray[np.int64]:
    """Images (samples, rows, columns) of 0..``levels`` as (samples, steps, inputs) whole numbers >= 0.

    Every coding has the parameter ``levels``. Raises InputError for other images.
    """
    images = np.asarray(images)
    if images.ndim != 3 or (images.size and (images.min() < 0 or images.max() > values["levels"])):
        found = f" of {images.min()}..{images.max()}" if images.size else ""
        raise InputError(
            f"images must be (samples, rows, columns) of 0..{values['levels']} (the coding's levels), "
            f"not {images.shape}{found}"
        )
    encoded: NDArray[np.int64] = _modules()[kind].encode(values, images)
    return encoded


def scale(kind: str, values: Mapping[str, int]) -> Fraction:
    """What one step of the encoded numbers stands for, in unit currents (1 for spikes)."""
    found: Fraction = _modules()[kind].scale(values)
    return found


def largest_value(kind: str, values: Mapping[str, int]) -> int:
    """The largest encoded number."""
    found: int = _modules()[kind].largest_value(values)
    return found


def black_frames(kind: str, values: Mapping[str, int]) -> int:
    """The number of leading steps in which no image gives any input."""
    found: int = _modules()[kind].black_frames(values)
    return found


def steps(kind: str, values: Mapping[str, int]) -> int | None:
    """The number of steps of every sample; None where it is that of the image's rows."""
    found: int | None = _modules()[kind].steps(values)
    return found
