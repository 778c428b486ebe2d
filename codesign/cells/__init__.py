"""The kinds of layers. Adding one is adding a folder here, or to an extension (:mod:`codesign.resources`).

Each folder has the same files, and a stage loads only the one it needs:

==================  =============================================================================
``spec.py``         ``SPEC``, a :class:`~codesign.cells.spec.CellSpec`
``twin.py``         ``run(layer, inputs, scale)``, the integer definition of right; a spiking
                    cell also has ``spikes(states)``, so that a measured state can be drawn as spikes
``module.py``       ``Module``, the PyTorch layer with quantisation-aware training (to train it)
``circuit.py``      ``build(...)``, the transistors of the layer (to export it to SPICE)
``vectorised.py``   ``run(stage)``, the layer in the vectorised circuit model (for Monte Carlo)
``behavioural.py``  ``kind(stage)`` and ``unit(...)``, the layer as macro-models (for large networks)
``rtl.py``          ``build(...)``, the Amaranth design of the layer (to export it to an FPGA)
==================  =============================================================================

A cell that only exists in software (minGRU, LRU, ...) has ``module.py`` alone; all others have ``spec.py`` and
``twin.py``. So importing a network needs neither torch nor Amaranth, and the circuit never sees the RTL.
"""

import pkgutil
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

from codesign import resources
from codesign.cells.spec import CellSpec
from codesign.errors import InputError, nearest

__all__ = ["kinds", "part", "spec"]

__path__.extend(map(str, resources.extensions("cells")))

_PURPOSES = {
    "spec": "specification: it only exists in software",
    "circuit": "transistor circuit",
    "vectorised": "vectorised circuit model",
    "behavioural": "behavioural circuit",
    "rtl": "RTL design",
    "module": "PyTorch layer",
}
"""Of a part, in the words of an error."""


@cache
def kinds(part_name: str = "spec") -> tuple[str, ...]:
    """The kinds that have the named part, in alphabetical order."""
    return tuple(kind for kind in _folders() if find_spec(f"{__name__}.{kind}.{part_name}") is not None)


@cache
def _folders() -> tuple[str, ...]:
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__) if module.ispkg))


def spec(kind: str) -> CellSpec:
    """The specification of ``kind``; raises InputError for an unknown one."""
    found: CellSpec = part(kind, "spec").SPEC
    return found


def part(kind: str, part_name: str) -> ModuleType:
    """The module ``part_name`` of ``kind``; raises InputError where the kind has no such part."""
    if kind not in _folders():
        raise InputError(f"unknown cell {kind!r}; {nearest(kind, kinds(part_name))}")
    if kind not in kinds(part_name):
        purpose = _PURPOSES.get(part_name, part_name)
        raise InputError(f"cell {kind!r} has no {purpose}; cells that have one: {', '.join(kinds(part_name))}")
    return import_module(f"{__name__}.{kind}.{part_name}")
