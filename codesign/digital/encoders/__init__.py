"""Input codings in RTL: from the pixels of an image to the items that the first layer takes.

Each coding that the chip can do itself is a module of the coding's name with one function,
``build(network, source=, left_out=, options=)``, that gives a component with the ports ``input`` (in,
:func:`pixel_layout`), ``output`` (out, ``source.layout``); adding one is adding a file. What leaves it is exactly what
``coding.encode`` gives for the image, without its first ``left_out`` steps (black frames that the network's reset
states stand for): the same spikes or values in each step, and the same ends. The spikes of a step may be spread over
more items than ``streams.input_items`` makes.

Each component predicts, for a chain behind it that always takes, ``items(image)``, the cycles of each step of an image
(rows, columns), and ``cycles(image)``, those from one image to the next.
"""

import pkgutil
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any

from codesign.digital.encoders.pixels import PixelOptions, pixel_items, pixel_layout
from codesign.digital.streams import Bundle
from codesign.errors import InputError
from codesign.network import Network

__all__ = ["PixelOptions", "encoder", "pixel_items", "pixel_layout"]


@cache
def _modules() -> dict[str, ModuleType]:
    found = (import_module(f"{__name__}.{m.name}") for m in sorted(pkgutil.iter_modules(__path__)))
    return {module.__name__.rpartition(".")[2]: module for module in found if hasattr(module, "build")}


def encoder(network: Network, *, source: Bundle, left_out: int, options: PixelOptions) -> Any:
    """The encoder of the network's coding; raises InputError where it has none."""
    kind = network.coding.kind
    if kind not in _modules():
        raise InputError(f"the coding {kind!r} has no encoder in RTL; those that have one: {', '.join(_modules())}")
    return _modules()[kind].build(network, source=source, left_out=left_out, options=options)
