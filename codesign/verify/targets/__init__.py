"""The targets a network is verified on. Adding one is adding a file here; nothing else lists them.

Each file has

* ``PART``: the part of a cell (:mod:`codesign.cells`) that the target is built from;
* ``TOOLS``, ``PACKAGES``: the external tools (:mod:`codesign.tools`) and the Python packages whose versions decide the
  result; the tools are looked for before anything is simulated;
* ``measure(network, inputs, options)``: run the encoded inputs (samples, steps, inputs) on the target and give
  its :class:`~codesign.measurement.Measurement`;
* ``passes(comparison)``: whether the target agrees with the twin as well as such a target must.

and may have

* ``ON_REQUEST = True``: ``all`` does not mean it, since it shows the same as another target, for many samples;
* ``require()``: MissingToolError for what else is not on this machine;
* ``causes(case, options)``: what the target's own text or currents say about a
  :class:`~codesign.verify.diagnosis.Case`, as :class:`~codesign.verify.divergence.Cause` s, the likeliest first;
* ``locate(network, options)``: a function of (layer, tensor, index) that names the element which carries a number;
* ``same_text(network, options)``: a function that tells of another network whether the text of ``options.design`` is
  written for it; None where there is no such folder;
* ``TAKES_DESIGN = True``: it can run ``options.design``, a folder that an export wrote, instead of a new export; then
  it has ``edits(network, options)``, too: what differs there from a new export, in words;
* ``session(network, options)``: a context manager that gives ``measure`` of one argument, the inputs, for a target that
  builds something first and is then run on one part of the samples after the other.
"""

import pkgutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from typing import Protocol, cast

import numpy as np
from numpy.typing import NDArray

from codesign import cells, tools
from codesign.errors import InputError, nearest
from codesign.measurement import Measurement
from codesign.network import Network
from codesign.verify.compare import Comparison
from codesign.verify.options import Options

__all__ = ["Measure", "Target", "names", "possible", "require", "select", "session", "target"]

Measure = Callable[[NDArray[np.int64]], Measurement]


class Target(Protocol):
    """What a file in this folder has."""

    PART: str
    TOOLS: tuple[str, ...]
    PACKAGES: tuple[str, ...]

    def measure(self, network: Network, inputs: NDArray[np.int64], options: Options) -> Measurement:
        """Run the inputs on the target."""

    def passes(self, comparison: Comparison) -> bool:
        """Whether the target agrees well enough."""


@cache
def names() -> tuple[str, ...]:
    """Every target, in alphabetical order."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


def target(name: str) -> Target:
    """The target ``name``; raises InputError for an unknown one."""
    if name not in names():
        raise InputError(f"unknown target {name!r}; {nearest(name, [*names(), 'all'])}")
    return cast(Target, import_module(f"{__name__}.{name}"))


def require(name: str) -> None:
    """MissingToolError where the target ``name`` cannot be run on this machine."""
    found = target(name)
    for tool in found.TOOLS:
        tools.find(tool)
    getattr(found, "require", lambda: None)()


@contextmanager
def session(name: str, network: Network, options: Options) -> Iterator[Measure]:
    """What measures the encoded inputs (samples, steps, inputs) of ``network`` on the target ``name``."""
    found = target(name)
    begin = getattr(found, "session", None)
    if begin is None:
        yield lambda inputs: found.measure(network, inputs, options)
    else:
        with begin(network, options) as measure:
            yield measure


def possible(network: Network) -> tuple[str, ...]:
    """The targets of ``all`` that every layer of ``network`` has the needed cell part for."""
    return tuple(
        name
        for name in names()
        if not getattr(target(name), "ON_REQUEST", False)
        and all(layer.kind in cells.kinds(target(name).PART) for layer in network.layers)
    )


def select(network: Network, wanted: list[str]) -> tuple[str, ...]:
    """The targets that ``wanted`` means, ``all`` being those possible; raises InputError where one is not."""
    found: list[str] = []
    for name in wanted:
        if name == "all":
            found += possible(network)
        else:
            for layer in network.layers:
                cells.part(layer.kind, target(name).PART)
            found.append(name)
    if not found:
        kinds = ", ".join(sorted({layer.kind for layer in network.layers}))
        raise InputError(f"no target can be built for a network of {kinds}; targets are {', '.join(names())}")
    return tuple(dict.fromkeys(found))
