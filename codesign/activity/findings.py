"""What counts say, in sentences. A finding is ``wrong`` where a part of the network does nothing, or loses something;
all others are notes."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from codesign import cells
from codesign.activity.connections import Connections
from codesign.activity.counts import InputActivity, LayerActivity, UnitActivity
from codesign.cells.spec import CellSpec
from codesign.decisions import DECISIONS
from codesign.network import Network

__all__ = ["Evidence", "Finding", "connection_findings", "findings"]

NEARLY_ALWAYS = 0.99
"""Part of the steps that a unit may spend at an end of its range before that is said."""

_MOST_NAMED = 12


@dataclass(frozen=True, kw_only=True)
class Finding:
    """``numbers`` are units of the layer, or input lines where the layer is empty; none: the layer or the network."""

    kind: str
    wrong: bool
    layer: str
    numbers: tuple[int, ...]
    message: str

    def json(self) -> dict[str, Any]:
        """As plain JSON."""
        return {
            "kind": self.kind,
            "wrong": self.wrong,
            "layer": self.layer,
            "numbers": list(self.numbers),
            "message": self.message,
        }


@dataclass(frozen=True, eq=False, kw_only=True)
class Evidence:
    """What findings come from."""

    network: Network
    samples: int
    steps: int
    inputs: InputActivity
    layers: tuple[LayerActivity, ...]
    decisions: Mapping[str, int]
    connections: tuple[Connections, ...]


def findings(evidence: Evidence) -> tuple[Finding, ...]:
    """Everything that can be said, what is wrong first, and then in the order of the network."""
    found = [finding for ask in _ASKED for finding in ask(evidence)]
    found += connection_findings(evidence.connections, _constant_units(evidence))
    order = {layer.name: index for index, layer in enumerate(evidence.network.layers)}
    return tuple(sorted(found, key=lambda finding: (not finding.wrong, order.get(finding.layer, -1))))


def connection_findings(
    found: Sequence[Connections], said: Mapping[str, frozenset[int]] | None = None
) -> tuple[Finding, ...]:
    """Weights alone: notes, since what is never used is lost area and no error. ``said``: units by layer of which it is
    said elsewhere that they read nothing."""
    notes: list[Finding] = []
    for index, layer in enumerate(found):
        if index == 0 and layer.unread_inputs:
            lines = _named("input line", layer.unread_inputs)
            message = f"{lines}: all weights from there are 0, so the network can be trained without"
            notes.append(_note("unread", "", layer.unread_inputs, message))
        unread = tuple(unit for unit in layer.reads_nothing if unit not in (said or {}).get(layer.layer, ()))
        if unread:
            message = f"{_of(layer.layer, unread)}: all weights are 0, so that no input matters"
            notes.append(_note("reads_nothing", layer.layer, unread, message))
        if layer.reaches_nothing:
            message = (
                f"{_of(layer.layer, layer.reaches_nothing)}: no path of weights leads from there to the decision; "
                f"{layer.idle_parameters} parameters cannot matter and can be removed"
            )
            notes.append(_note("reaches_nothing", layer.layer, layer.reaches_nothing, message))
    return tuple(notes)


def _dead(evidence: Evidence) -> Iterator[Finding]:
    for layer, units in _idle(evidence, lambda unit: unit.largest == 0):
        yield _wrong(
            "dead", layer, units, f"dead, 0 in all {_over(evidence)}{_cause(evidence, layer, units)}; to be removed, "
            "or trained again with more drive or lower thresholds"
        )  # fmt: skip


def _saturated(evidence: Evidence) -> Iterator[Finding]:
    for layer, units in _idle(evidence, lambda unit: unit.largest != 0 and _at_end(unit) == 1.0):
        yield _wrong(
            "saturated", layer, units, f"saturated, at an end of the range in all {_over(evidence)}"
            f"{_cause(evidence, layer, units)}; to be replaced by a bias, or trained again with less drive or higher "
            "thresholds"
        )  # fmt: skip


def _nearly_saturated(evidence: Evidence) -> Iterator[Finding]:
    for layer, units in _units(evidence, lambda unit: not unit.constant and _at_end(unit) >= NEARLY_ALWAYS):
        yield _note(
            "nearly_saturated", layer, units, f"{_of(layer, units)}: nearly always at an end of the range, in at "
            f"least {NEARLY_ALWAYS:.0%} of the steps; look at the thresholds"
        )  # fmt: skip


def _stuck(evidence: Evidence) -> Iterator[Finding]:
    for layer, units in _idle(evidence, lambda unit: unit.largest != 0 and _at_end(unit) < 1.0):
        yield _wrong(
            "stuck", layer, units, f"stuck, one value in all {_over(evidence)}{_cause(evidence, layer, units)}; to be "
            "replaced by a bias"
        )  # fmt: skip


def _constant_terms(evidence: Evidence) -> Iterator[Finding]:
    """What stands where a constant is no loss: the score of a class, and the addend of a skip connection."""
    last = evidence.network.layers[-1]
    for layer, units in _units(evidence, lambda unit: unit.constant):
        place = _place(evidence.network, layer)
        if place == "score":
            names = ", ".join(repr(evidence.network.classes[unit]) for unit in units[:_MOST_NAMED]) + _and_more(units)
            yield _note(
                "constant_score", layer, units, f"{_of(last.name, units)}: the score of class {names} is the same in "
                f"all {_over(evidence)}{_cause(evidence, layer, units)}, so that the other scores alone decide"
            )  # fmt: skip
        elif place == "addend":
            yield _note(
                "constant_addend", layer, units, f"{_of(layer, units)}: what the skip connection brings goes on as it "
                f"is but for a constant, the same in all {_over(evidence)}{_cause(evidence, layer, units)}"
            )  # fmt: skip


def _never_switching(evidence: Evidence) -> Iterator[Finding]:
    """Of cells with a state, in samples of several steps: a memory that never changes is none, but for one that keeps
    what the first step wrote against later inputs."""
    if evidence.steps == evidence.samples:
        return

    def still(unit: UnitActivity) -> bool:
        return not unit.constant and unit.constant_samples == evidence.samples and not unit.memory_used

    for layer, units in _units(evidence, still):
        if _spec(evidence, layer).gives == "spike":
            yield _note(
                "never_switching", layer, units, f"{_of(layer, units)}: in every sample a spike in all steps or in none"
            )  # fmt: skip
        elif _spec(evidence, layer).states:
            yield _wrong(
                "never_switching", layer, units, "never switching, one value from the first step to the last of every "
                "sample; a unit without memory would do, or training with a narrower hysteresis"
            )  # fmt: skip


def _clipped(evidence: Evidence) -> Iterator[Finding]:
    for layer in evidence.layers:
        for state in layer.units[0].share_clipped:
            units = tuple(unit.unit for unit in layer.units if unit.share_clipped[state] > 0)
            if units:
                worst = max(unit.share_clipped[state] for unit in layer.units)
                yield _wrong(
                    "clipped", layer.layer, units, f"clipped, the state {state} is at the end of its bits in up to "
                    f"{worst:.2%} of the steps, and what goes beyond is lost; to be given more bits"
                )  # fmt: skip


def _duplicated(evidence: Evidence) -> Iterator[Finding]:
    for layer in evidence.layers:
        copies = [
            unit
            for unit in layer.units
            if unit.same_as is not None and not unit.constant and not unit.same_in_all_samples
        ]
        if copies:
            units = tuple(unit.unit for unit in copies)
            pairs = ", ".join(f"{unit.unit} of {unit.same_as}" for unit in copies[:_MOST_NAMED])
            message = f"{_of(layer.layer, units)}: copies, with the outputs of another unit in every step ({pairs}"
            message += f"{_and_more(copies)}); where a layer reads them, one with the sum of the weights would do"
            yield _note("duplicated", layer.layer, units, message)


def _same_in_all_samples(evidence: Evidence) -> Iterator[Finding]:
    for layer, units in _units(evidence, lambda unit: unit.same_in_all_samples and not unit.constant):
        message = (
            f"{_of(layer, units)}: the same sequence in all {evidence.samples} samples, which says nothing of them"
        )
        yield _note("same_in_all_samples", layer, units, message)


def _input_lines(evidence: Evidence) -> Iterator[Finding]:
    over = f"in {evidence.samples} samples"
    if silent := evidence.inputs.silent:
        message = (
            f"{_named('input line', silent)}: silent, never anything but 0 {over}; weights from there cannot matter"
        )
        yield _note("silent_input", "", silent, message)
    if constant := evidence.inputs.constant:
        message = f"{_named('input line', constant)}: always the same value {over}; a bias would do"
        yield _note("constant_input", "", constant, message)


def _one_decision(evidence: Evidence) -> Iterator[Finding]:
    found = [name for name, number in evidence.decisions.items() if number]
    if len(found) == 1 and len(evidence.decisions) > 1:
        message = (
            f"all {evidence.samples} samples are decided to be {found[0]!r}, so that no layer can be seen to matter; "
            "give samples of several classes, or train again"
        )
        yield Finding(kind="one_decision", wrong=True, layer="", numbers=(), message=message)


def _layer_without_effect(evidence: Evidence) -> Iterator[Finding]:
    """Not where all decisions are the same, for then nothing can be said of a layer."""
    if any(_one_decision(evidence)):
        return
    of = f"of {evidence.samples} decisions"
    for layer in evidence.layers:
        changed = layer.decisions_changed
        if not any(changed.values()):
            message = (
                f"layer {layer.layer}: never matters, none {of} changes where its outputs are 0, averaged, or those of "
                "another sample; remove it"
            )
            yield Finding(kind="layer_never_matters", wrong=True, layer=layer.layer, numbers=(), message=message)
        elif not changed["averaged"] and not changed["exchanged"]:
            message = (
                f"layer {layer.layer}: none {of} changes where its outputs are averaged over samples or those of "
                "another sample, so that it says nothing of a sample; the same outputs for all samples would do"
            )
            yield _note("layer_is_constant", layer.layer, (), message)


_ASKED: Sequence[Callable[[Evidence], Iterator[Finding]]] = (
    _one_decision,
    _layer_without_effect,
    _dead,
    _saturated,
    _stuck,
    _constant_terms,
    _never_switching,
    _clipped,
    _nearly_saturated,
    _duplicated,
    _same_in_all_samples,
    _input_lines,
)


def _units(evidence: Evidence, chosen: Callable[[UnitActivity], bool]) -> Iterator[tuple[str, tuple[int, ...]]]:
    """The layers that have such units, and which."""
    for layer in evidence.layers:
        units = tuple(unit.unit for unit in layer.units if chosen(unit))
        if units:
            yield layer.layer, units


def _idle(evidence: Evidence, chosen: Callable[[UnitActivity], bool]) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Units whose outputs never change, where that is a loss."""
    for layer, units in _units(evidence, lambda unit: unit.constant and chosen(unit)):
        if not _place(evidence.network, layer):
            yield layer, units


def _place(network: Network, name: str) -> str:
    """Where a constant of a layer without states is no loss: ``score``, ``addend``; otherwise nothing."""
    layer = next(layer for layer in network.layers if layer.name == name)
    if cells.spec(layer.kind).states:
        return ""
    if layer is network.layers[-1] and DECISIONS[network.decision.kind].unit_per_class:
        return "score"
    return "addend" if layer.skip else ""


def _at_end(unit: UnitActivity) -> float:
    """Part of the steps at an end of its range that is not 0."""
    shares = (unit.share_at_lower_end, unit.share_at_upper_end)
    ends = [share for share, value in zip(shares, (unit.least, unit.largest), strict=True) if share and value != 0]
    return max(ends, default=0.0)


def _constant_units(evidence: Evidence) -> dict[str, frozenset[int]]:
    return {layer.layer: frozenset(unit.unit for unit in layer.units if unit.constant) for layer in evidence.layers}


def _cause(evidence: Evidence, layer: str, units: tuple[int, ...]) -> str:
    """Why, where the weights say it."""
    reads_nothing = next(found.reads_nothing for found in evidence.connections if found.layer == layer)
    unread = tuple(unit for unit in units if unit in reads_nothing)
    if not unread:
        return ""
    whose = "" if unread == units else f" of {_named('unit', unread)}"
    return f" (all weights{whose} are 0)"


def _over(evidence: Evidence) -> str:
    return f"{evidence.steps:,} steps of {evidence.samples:,} samples"


def _spec(evidence: Evidence, layer: str) -> CellSpec:
    return cells.spec(next(found.kind for found in evidence.network.layers if found.name == layer))


def _wrong(kind: str, layer: str, units: tuple[int, ...], said: str) -> Finding:
    return Finding(kind=kind, wrong=True, layer=layer, numbers=units, message=f"{_of(layer, units)}: {said}")


def _note(kind: str, layer: str, numbers: tuple[int, ...], message: str) -> Finding:
    return Finding(kind=kind, wrong=False, layer=layer, numbers=numbers, message=message)


def _of(layer: str, units: tuple[int, ...]) -> str:
    return f"layer {layer}, {_named('unit', units)}"


def _named(what: str, numbers: tuple[int, ...]) -> str:
    listed = ", ".join(map(str, numbers[:_MOST_NAMED]))
    return f"{what}{'s' if len(numbers) > 1 else ''} {listed}{_and_more(numbers)}"


def _and_more(items: Sequence[object]) -> str:
    return f" and {len(items) - _MOST_NAMED} more" if len(items) > _MOST_NAMED else ""
