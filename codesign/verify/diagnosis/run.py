"""Put together what a target's own text and currents say and what behaviour says."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from codesign.verify.diagnosis.behaviour import Explanation, explain
from codesign.verify.diagnosis.case import Case
from codesign.verify.diagnosis.observed import observed
from codesign.verify.diagnosis.text import Locate, SameText, held_against_text
from codesign.verify.divergence import Cause, Divergence

__all__ = ["diagnosed"]

_MOST_CANDIDATES = 16


def diagnosed(case: Case, *, own: Sequence[Cause], locate: Locate | None, same: SameText | None = None) -> Divergence:
    """The divergence with its cause and further candidates.

    ``own`` is what the target itself tells, the likeliest first. Where a measurement has no margin, that is, where each
    of its values counts, single faults are tried in the twin as well; where the text of a design differs and ``same``
    can tell what it is written for, they are held against it.
    """
    explained: list[Explanation] = []
    if case.measured.in_margin is None:
        seen = observed(case.network, case.inputs, case.trace, case.measured, layer=case.first.layer)
        explained = explain(seen, unit=case.first.unit)
    if own and locate is not None and same is not None:
        differing = [cause.parameter for cause in own]
        explained = held_against_text(case.network, explained, differing=differing, locate=locate, same=same)
    causes = list(dict.fromkeys(_merged(case, list(own), explained, locate)))
    return replace(case.first, cause=causes[0] if causes else None, candidates=tuple(causes[1 : 1 + _MOST_CANDIDATES]))


def _merged(case: Case, own: list[Cause], explained: list[Explanation], locate: Locate | None) -> Iterator[Cause]:
    """First what the text shows and behaviour explains, then the text alone, as near to the divergence as can be, then
    behaviour alone."""
    by_parameter: dict[str, Explanation] = {}
    for item in explained:
        if item.complete:
            by_parameter.setdefault(item.parameter, item)
    confirmed = [cause for cause in own if cause.parameter and cause.parameter in by_parameter]
    yield from (replace(cause, evidence="both") for cause in confirmed)
    rest = [cause for cause in own if cause not in confirmed]
    if explained:  # otherwise the target itself has put them in order
        rest.sort(key=lambda cause: _distance(case, cause))
    nearest = next(iter(by_parameter.values()), None)
    only = len(by_parameter) == 1
    for cause in rest:
        # A line of logic has no parameter of its own: it has the name of the fault that it behaves as.
        if nearest is not None and not cause.parameter and cause.layer == nearest.layer:
            yield _behaves_as(cause, nearest, only=only)
        else:
            yield cause
    for item in explained:
        if not any(cause.parameter == item.parameter for cause in confirmed):
            yield _of(item, locate)


def _behaves_as(cause: Cause, item: Explanation, *, only: bool) -> Cause:
    """A line that differs, with the name of the fault that it behaves as. Where it is not written as for this fault, it
    has that name if the fault is the ``only`` one that explains what was measured."""
    if item.text == "other" and not only:
        return replace(cause, message=f"{cause.message}; it behaves as if {item.what}")
    if item.text == "same":
        message = f"{item.what}: {cause.message}"
        expected, found = item.expected, item.found
    else:
        message = f"{cause.message}; it behaves as if {item.what}"
        expected, found = cause.expected, cause.found
    return replace(
        cause,
        parameter=item.parameter,
        unit=item.unit,
        expected=expected,
        found=found,
        evidence="both",
        message=message,
    )


def _distance(case: Case, cause: Cause) -> tuple[int, bool]:
    """Layers between a cause and the divergence; behind it comes last, the unit itself first."""
    names = [layer.name for layer in case.network.layers]
    at = names.index(case.first.layer) if case.first.layer in names else len(names)
    place = names.index(cause.layer) if cause.layer in names else len(names)
    return (at - place if place <= at else len(names) + place, cause.unit != case.first.unit)


def _of(item: Explanation, locate: Locate | None) -> Cause:
    element = ""
    if locate is not None and item.variant is not None and item.variant.index is not None:
        element = locate(item.layer, item.variant.name, item.variant.index)
    explains = "explains all that was measured"
    if not item.complete:
        explains = f"explains {100 * (1 - item.unexplained / item.of):.0f} % of what differs"
    return Cause(
        parameter=item.parameter,
        element=element,
        layer=item.layer,
        unit=item.unit,
        expected=item.expected,
        found=item.found,
        evidence="behaviour",
        message=f"{item.what}, which {explains}",
    )
