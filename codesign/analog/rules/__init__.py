"""Design rules: what a network must keep to become a circuit that works, each with the number that was measured.

A rule is a file here; nothing else lists them. It has

* a docstring that says what must hold and why;
* ``REMEDY``: what to do where it does not;
* ``MAPPED``: True where it counts what is in the mapped circuit, so that it can only be checked after all others;
* ``check(design)``: a :class:`Finding` per subject (layer, unit, block, chip), whether it passes or not.

The rules need the network and ``technology.yaml`` alone: no simulator runs. What they hold against the network are the
limits of :class:`codesign.analog.limits.Rules`, which were measured.
"""

import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import import_module
from math import isclose
from typing import Literal, Protocol, cast

import numpy as np

from codesign import cells
from codesign.analog.mapper import map_network
from codesign.analog.netlist import Circuit
from codesign.analog.technology import Technology
from codesign.errors import InputError
from codesign.network import Layer, Network

__all__ = ["Design", "Finding", "Node", "Rule", "Verdict", "check", "names", "require", "rule"]


@dataclass(frozen=True, eq=False, kw_only=True)
class Design:
    """A network that is to be built in a technology."""

    network: Network
    technology: Technology

    @cached_property
    def circuit(self) -> Circuit:
        """The network as a netlist; only for a rule that is ``MAPPED``."""
        return map_network(self.network, self.technology)

    @cached_property
    def memory_layers(self) -> tuple[Layer, ...]:
        """The layers that are built of memory cells."""
        return tuple(layer for layer in self.network.layers if "threshold" in layer.tensors)

    def nodes(self) -> Iterator["Node"]:
        """The node of every unit of every layer."""
        for layer in self.network.layers:
            values = np.concatenate([layer["weight"], layer["bias"][:, None]], axis=1)
            for unit, row in enumerate(values):
                yield Node(
                    layer=layer,
                    unit=unit,
                    weights=int(np.count_nonzero(row[:-1])),
                    positive_fingers=int(row[row > 0].sum()),
                    negative_fingers=-int(row[row < 0].sum()),
                )


@dataclass(frozen=True, eq=False, kw_only=True)
class Node:
    """Where the currents of a unit meet: how many weights, and the fingers of weights and bias by sign."""

    layer: Layer
    unit: int
    weights: int
    positive_fingers: int
    negative_fingers: int

    @property
    def subject(self) -> str:
        """What a finding calls it."""
        return f"layer {self.layer.name}, unit {self.unit}"


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One measured number and what it must keep to, both in ``unit``."""

    subject: str
    found: float
    limit: float
    unit: str
    bound: Literal["at least", "at most", "below"] = "at most"

    @property
    def passed(self) -> bool:
        """Whether ``found`` keeps to ``limit``."""
        if isclose(self.found, self.limit, rel_tol=1e-9):  # a sum of fingers times a current is never quite exact
            return self.bound != "below"
        return self.found > self.limit if self.bound == "at least" else self.found < self.limit

    @property
    def strain(self) -> float:
        """How much of what is allowed is used: 1 at the limit, more beyond; infinite where nothing is allowed."""
        used, allowed = (self.limit, self.found) if self.bound == "at least" else (self.found, self.limit)
        if allowed > 0:
            return used / allowed
        return float("inf") if used > allowed else 1.0 if used == allowed else 0.0


class Rule(Protocol):
    """What a file in this folder has."""

    REMEDY: str
    MAPPED: bool

    def check(self, design: Design) -> Iterator[Finding]:
        """All findings."""


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """A rule on a design: ``worst`` is the finding nearest to its limit or farthest beyond it, None where the design
    has nothing that the rule is about; ``failed`` are all findings that do not pass."""

    rule: str
    meaning: str
    remedy: str
    worst: Finding | None
    failed: tuple[Finding, ...]
    checked: bool = True
    """False where the network cannot be mapped, because other rules fail."""

    @property
    def passed(self) -> bool:
        """Whether every finding did."""
        return self.checked and not self.failed


@cache
def names() -> tuple[str, ...]:
    """Every rule, in alphabetical order."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


def rule(name: str) -> Rule:
    """The rule ``name``."""
    return cast(Rule, import_module(f"{__name__}.{name}"))


def check(network: Network, technology: Technology) -> tuple[Verdict, ...]:
    """All rules on a network, one verdict each, in alphabetical order.

    Raises InputError where the network has a layer that no circuit is known for.
    """
    return _verdicts(Design(network=network, technology=technology))


def _verdicts(design: Design) -> tuple[Verdict, ...]:
    for layer in design.network.layers:
        cells.part(layer.kind, "circuit")
    found = {name: _verdict(name, design) for name in names() if not rule(name).MAPPED}
    sound = all(verdict.passed for verdict in found.values())
    found |= {name: _verdict(name, design, checked=sound) for name in names() if rule(name).MAPPED}
    return tuple(found[name] for name in names())


def require(network: Network, technology: Technology) -> Circuit:
    """The mapped network, after all rules have passed.

    Raises InputError where one fails: with its name, what was found, what is allowed and what to do.
    """
    design = Design(network=network, technology=technology)
    failed = [verdict for verdict in _verdicts(design) if verdict.failed]
    if not failed:
        return design.circuit
    verdict = failed[0]
    finding = max(verdict.failed, key=lambda item: item.strain)
    others = sum(len(item.failed) for item in failed) - 1
    more = f" ({others} more findings fail: see 'codesign check')" if others else ""
    raise InputError(
        f"design rule {verdict.rule!r}: {finding.subject} has {finding.found:.4g} {finding.unit}, allowed are "
        f"{finding.bound} {finding.limit:.4g}; {verdict.remedy}{more}"
    )


def _verdict(name: str, design: Design, *, checked: bool = True) -> Verdict:
    module = rule(name)
    findings = tuple(module.check(design)) if checked else ()
    return Verdict(
        rule=name,
        meaning=(module.__doc__ or "").partition("\n")[0],
        remedy=module.REMEDY,
        worst=max(findings, key=lambda item: (not item.passed, item.strain), default=None),
        failed=tuple(item for item in findings if not item.passed),
        checked=checked,
    )
