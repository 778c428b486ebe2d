"""A hierarchical netlist as data: subcircuits that hold instances, and what each parameter became."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

__all__ = ["Circuit", "Component", "Instance", "LayerCircuit", "Probe", "Subcircuit"]


@dataclass(frozen=True, kw_only=True)
class Instance:
    """One ``X`` line: an instance ``name`` of ``subcircuit``, its nodes in port order, parameters."""

    name: str
    nodes: tuple[str, ...]
    subcircuit: str
    parameters: Mapping[str, int | float] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Subcircuit:
    """A ``.subckt``; ``comment`` is one line above it."""

    name: str
    ports: tuple[str, ...]
    instances: tuple[Instance, ...]
    comment: str = ""


@dataclass(frozen=True, kw_only=True)
class Component:
    """One learned parameter and the transistor that carries it.

    ``element`` is the transistor's path in the netlist; a parameter of 0 has none (and 0 fingers). ``current_a``
    is the current the transistor carries when its gate line carries one unit current.
    """

    parameter: str
    value: int
    element: str
    fingers: int
    current_a: float


@dataclass(frozen=True, kw_only=True)
class Probe:
    """How to read a state from the simulation: 1 where the drain current of ``element`` exceeds ``level_a``.

    ``sum_node`` is the node whose net current decides it.
    """

    state: str
    unit: int
    element: str
    level_a: float
    sum_node: str


@dataclass(frozen=True, kw_only=True)
class LayerCircuit:
    """A layer as subcircuits; the last one is the layer itself.

    Its ports are, in this order: for every input j the gate lines ``n<j>`` and ``p<j>``, for every output k the
    node ``o<k>`` that currents flow into, unless ``output`` is ``sourced`` for every output k the node ``s<k>`` that
    currents flow out of, then the rails of :data:`codesign.analog.mapper.RAILS`. Element paths in ``components`` and
    ``probes`` start inside the layer.
    """

    subcircuits: tuple[Subcircuit, ...]
    components: tuple[Component, ...]
    probes: tuple[Probe, ...] = ()
    output: Literal["sourced", "rectified", "signed"] = "sourced"
    """``sourced``: currents of one sign. ``rectified``: sums of both signs, of which a negative one counts as 0.
    ``signed``: sums of both signs, which only the last layer may have, since an input port takes one sign."""


@dataclass(frozen=True, kw_only=True)
class Circuit:
    """A whole network. ``top`` has the ports ``inputs``, ``outputs``, rst and ``supplies``."""

    subcircuits: tuple[Subcircuit, ...]
    top: Subcircuit
    components: tuple[Component, ...]
    probes: Mapping[str, tuple[Probe, ...]]
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    supplies: tuple[str, ...]
    decision: str
    """The variant of the decision: what ``outputs`` mean."""
    rule: str
    """The network's kind of decision, in :data:`codesign.decisions.DECISIONS`."""
    watched: tuple[str, ...] = ()
    """Nodes of ``top`` that tell how the decision comes about."""
    full_scale: int = 0
    """Largest magnitude of a running score that the decision holds, in unit currents x steps; 0: whatever comes."""
