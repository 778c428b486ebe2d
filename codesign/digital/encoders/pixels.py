"""The stream of pixels that an encoder takes.

An image is a row of items, row-major; an item carries up to ``pixels_per_item`` pixels, the first in lane 0:

================  ============  ==========================================================================
field             bits          meaning
================  ============  ==========================================================================
``pixels``        8 per lane    0 to the coding's ``levels``; more counts as ``levels``
``present``       1 per lane    the lane carries a pixel; all do, except behind the last pixel of an image
``end_of_image``  1             the image is complete with this item
================  ============  ==========================================================================

Pixels that are missing at the end count as 0 and those past the last input are ignored, where the number of pixels is
that of the inputs; where the rows of an image are its steps, there are as many as come.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from amaranth.hdl import unsigned
from amaranth.lib import data
from numpy.typing import NDArray

from codesign.errors import InputError

__all__ = ["PixelOptions", "pixel_items", "pixel_layout"]

_LARGEST = 1024


@dataclass(frozen=True, kw_only=True)
class PixelOptions:
    """Parameters of an encoder."""

    pixels_per_item: int = 4
    """Pixels in an item of the input, one of which is taken per cycle."""
    pixels_per_cycle: int = 16
    """Pixels for which a random number is drawn in one cycle, at least: it is rounded up to what the lanes ask for."""

    def __post_init__(self) -> None:
        for name, value in (
            ("pixels_per_item", self.pixels_per_item),
            ("pixels_per_cycle", self.pixels_per_cycle),
        ):
            if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= _LARGEST:
                raise InputError(f"{name} must be a whole number 1..{_LARGEST}, not {value!r}")

    def json(self) -> dict[str, int]:
        return {"pixels_per_item": self.pixels_per_item, "pixels_per_cycle": self.pixels_per_cycle}


def pixel_layout(lanes: int) -> data.StructLayout:
    """Payload of one item, least significant field first."""
    return data.StructLayout({"pixels": data.ArrayLayout(unsigned(8), lanes), "present": lanes, "end_of_image": 1})


def pixel_items(image: NDArray[np.integer], lanes: int) -> Iterator[dict[str, int]]:
    """The items that carry an ``image`` (rows, columns) of 0..255; the values of a field are as they lie in it."""
    pixels = [int(pixel) for pixel in np.asarray(image).ravel()]
    for start in range(0, max(1, len(pixels)), lanes):
        carried = pixels[start : start + lanes]
        yield {
            "pixels": sum(pixel << 8 * lane for lane, pixel in enumerate(carried)),
            "present": (1 << len(carried)) - 1,
            "end_of_image": int(start + lanes >= len(pixels)),
        }
