"""What stands behind the last layer: its currents leave the chip, or a circuit there decides for a class.

A variant is a file here, named as in ``variants: decision:`` of ``technology.yaml``. It has

* ``TAKES``: the kinds of decision (:data:`codesign.decisions.DECISIONS`) that it can take;
* ``build(network, technology)``: the :class:`Ending` of the chip;
* ``loads(circuit, technology)``: what the test bench connects to the chip's outputs, as lines of SPICE;
* ``saved(circuit)``: the vectors to save;
* ``read(circuit, technology, waveforms, steps)``: the :class:`Outcome` of a simulated sample;
* ``scores(source, sink, dies, network, technology)``: the same in the vectorised model.
"""

import pkgutil
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Literal, Protocol, cast

import numpy as np
from numpy.typing import NDArray

from codesign.analog.netlist import Circuit, Instance
from codesign.analog.simulator import Waveforms
from codesign.analog.technology import Technology
from codesign.errors import InputError, nearest
from codesign.network import Network

if TYPE_CHECKING:
    from codesign.analog.vectorised.dies import Dies
    from codesign.analog.vectorised.ports import Array

__all__ = ["Ending", "Outcome", "Variant", "names", "variant"]


@dataclass(frozen=True, kw_only=True)
class Ending:
    """``sources`` and ``sinks`` are the nodes (outputs of the last layer,) that its positive and its negative currents
    go to, ``outputs`` the chip's output pins, ``watched`` nodes inside that tell how the decision comes about."""

    sources: tuple[str, ...]
    sinks: tuple[str, ...]
    outputs: tuple[str, ...]
    instances: tuple[Instance, ...] = ()
    watched: tuple[str, ...] = ()
    full_scale: int = 0
    """Largest magnitude of a running score that the circuit holds, in unit currents x steps; 0: whatever comes."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Outcome:
    """``scores`` (classes,) in unit currents x steps (of a score that is not summed over steps: unit currents);
    ``decision`` is a class, or -1 where there is not one winner.

    ``signals`` (vector names) are what the report draws, in ``unit`` and under the heading ``group``."""

    scores: NDArray[np.float64]
    decision: int
    signals: tuple[str, ...]
    group: str
    unit: Literal["A", "V"]


class Variant(Protocol):
    """What a file in this folder has."""

    TAKES: Collection[str]

    def build(self, network: Network, technology: Technology) -> Ending:
        """The end of the chip."""

    def loads(self, circuit: Circuit, technology: Technology) -> Sequence[str]:
        """What hangs on the chip's outputs."""

    def saved(self, circuit: Circuit) -> Sequence[str]:
        """What :meth:`read` needs."""

    def read(self, circuit: Circuit, technology: Technology, waveforms: Waveforms, steps: int) -> Outcome:
        """What was decided."""

    def scores(
        self, source: "Array", sink: "Array | None", dies: "Dies", network: Network, technology: Technology
    ) -> NDArray[np.float64]:
        """(dies, samples, classes) in unit currents x steps, of what the last layer sources and sinks (dies, steps,
        samples, classes)."""


@cache
def names() -> tuple[str, ...]:
    """Every variant, in alphabetical order."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


def variant(name: str) -> Variant:
    """The variant ``name``; raises InputError for an unknown one."""
    if name not in names():
        raise InputError(f"unknown decision circuit {name!r}; {nearest(name, names())}")
    return cast(Variant, import_module(f"{__name__}.{name}"))
