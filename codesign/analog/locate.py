"""Which element of a circuit makes it differ from the twin: what a netlist says of itself, and what currents say.

The two are independent. A netlist that somebody edited is held against the mapping
(:mod:`codesign.analog.differences`); currents are those of an in-circuit test (:mod:`codesign.analog.findings`), which
finds as well what no text shows: a die's mismatch, a device model, a wire.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from codesign.analog.differences import ElementDifference, differences
from codesign.analog.effects import Place, effect
from codesign.analog.findings import Finding, decision_findings, electrical_findings
from codesign.analog.mapper import map_network
from codesign.analog.measure import Die, measure
from codesign.analog.technology import Technology
from codesign.network import Network

__all__ = ["Decided", "Place", "Suspect", "by_behaviour", "by_read_back", "read_back", "suspects"]


@dataclass(frozen=True, kw_only=True)
class Suspect:
    """An element that is not as it should be.

    ``parameter`` is the first of those that it carries (:class:`codesign.analog.carriers.Carried`), ``element`` its
    path; ``layer`` (empty: of several, or of none) and ``unit`` (None: likewise) say whose it is. ``evidence`` is
    ``read back`` where the netlist's text shows it, ``behaviour`` where currents or scores do, ``both``.
    """

    parameter: str
    element: str
    layer: str
    unit: int | None
    expected: str
    found: str
    evidence: Literal["read back", "behaviour", "both"]
    message: str


@dataclass(frozen=True, eq=False, kw_only=True)
class Decided:
    """A sample that was decided wrongly: its ``inputs`` (steps, inputs), and the ``scores`` measured (classes,)."""

    inputs: NDArray[np.int64]
    scores: NDArray[np.float64]
    decision: int


def suspects(
    network: Network,
    technology: Technology,
    *,
    place: Place | None = None,
    design: Path | None = None,
    die: Die | None = None,
    decided: Decided | None = None,
    jobs: int = 1,
    time_limit_s: float = 600,
) -> tuple[Suspect, ...]:
    """Every suspect, the likeliest first, where the first state that differs is that of ``place`` (None: all states are
    right, a decision is not).

    First what the text of ``design`` shows and currents confirm, then what only the text shows, then what only currents
    do. ``decided`` is looked at where everything before the decision is as it should be. Raises InputError for a
    ``design`` that is none of this network, ToolError where ngspice fails. ``jobs`` simulations run at a time, each for
    ``time_limit_s`` at most.
    """
    read = () if design is None else by_read_back(network, technology, design, place=place)
    behaved = by_behaviour(
        network, technology, place=place, design=design, die=die, decided=decided, jobs=jobs, time_limit_s=time_limit_s
    )
    confirmed = [item for item in read if any(_same(item, other) for other in behaved)]
    alone = [item for item in behaved if not any(_same(other, item) for other in confirmed)]
    both = [replace(item, evidence="both") for item in confirmed]
    return (*both, *(item for item in read if item not in confirmed), *alone)


def by_read_back(
    network: Network, technology: Technology, design: Path, *, place: Place | None = None
) -> tuple[Suspect, ...]:
    """What the text of ``design`` shows: first that of the unit of ``place``, then what the signal comes from, then
    what is behind it."""
    found = differences(network, technology, design)
    if place is not None:
        order = {layer.name: position for position, layer in enumerate(network.layers)}
        last = order[place.layer]
        found = tuple(
            sorted(
                found,
                key=lambda item: (
                    order.get(item.layer, 0) > last,
                    (item.layer, item.unit) != (place.layer, place.unit),
                    item.layer == place.layer and item.unit is not None,
                ),
            )
        )
    return tuple(map(read_back, found))


def by_behaviour(
    network: Network,
    technology: Technology,
    *,
    place: Place | None = None,
    design: Path | None = None,
    die: Die | None = None,
    decided: Decided | None = None,
    jobs: int = 1,
    time_limit_s: float = 600,
) -> tuple[Suspect, ...]:
    """What currents show before the state of ``place``, what moves it most first; if nothing, then what they show
    behind it, then what the scores do: they are held against those of the netlist as codesign writes it, so that what
    every such chip is off by is no finding."""
    names = [item.name for item in network.layers]
    split = names.index(place.layer) + 1 if place else len(names)
    for part in (names[:split], names[split:]):
        found = electrical_findings(
            network, technology, part, design=design, die=die, jobs=jobs, time_limit_s=time_limit_s
        )
        if place is not None:
            effects = {item.parameter: effect(network, item, place) for item in found}
            found = tuple(sorted(found, key=lambda item: -effects[item.parameter]))
        if found:
            return tuple(_behaved(network, technology, found))
    if decided is None:
        return ()
    written = measure(network, decided.inputs[None], technology=technology, jobs=1, time_limit_s=time_limit_s)
    expected = np.array(written.figures["scores"])
    found = decision_findings(network, decided.scores[None], expected, np.array([decided.decision]))
    return tuple(_behaved(network, technology, found))


def read_back(item: ElementDifference) -> Suspect:
    """A difference in the text as a suspect."""
    return Suspect(
        parameter=item.parameters[0] if item.parameters else item.element,
        element=item.element,
        layer=item.layer,
        unit=item.unit,
        expected=item.expected,
        found=item.found,
        evidence="read back",
        message=item.message,
    )


def _behaved(network: Network, technology: Technology, findings: Sequence[Finding]) -> Iterator[Suspect]:
    elements = {item.parameter: item.element for item in map_network(network, technology).components}
    for item in findings:
        yield Suspect(
            parameter=item.parameter,
            element=elements.get(item.parameter, ""),
            layer=item.layer,
            unit=item.unit,
            expected=f"{item.expected:.4g}",
            found=f"{item.found:.4g}",
            evidence="behaviour",
            message=item.message,
        )


def _same(read: Suspect, behaved: Suspect) -> bool:
    """Whether both mean one parameter, or the same thing of all units."""
    first, second = (name.replace(" ", "") for name in (read.parameter, behaved.parameter))
    return first == second or (":" in second and first.partition("[")[0] == second.partition("[")[0])
