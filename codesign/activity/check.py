"""The check itself: batches of samples through the twin, counted, and findings from the counts."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from codesign import twin
from codesign.activity.ablation import WAYS, changed_decisions
from codesign.activity.connections import connections
from codesign.activity.counts import LayerCounts, SignalCounts
from codesign.activity.findings import Evidence, Finding, connection_findings, findings
from codesign.activity.result import Activity
from codesign.errors import InputError
from codesign.network import Network

__all__ = ["check", "unconnected"]


def check(network: Network, inputs: NDArray[np.integer] | Iterable[NDArray[np.integer]], *, seed: int = 1) -> Activity:
    """What every unit, input line and layer of ``network`` does over ``inputs`` (samples, steps, inputs).

    They may come in batches of at least two samples, so that a whole test set need not fit into memory; a layer is
    averaged, and exchanged between samples, within a batch. ``seed`` says which sample stands in for which. The same
    arguments give the same result. Raises InputError for fewer than two samples, none of a step, or inputs that
    :func:`codesign.twin.simulate` refuses.
    """
    batches = [inputs] if isinstance(inputs, np.ndarray) else inputs
    random = np.random.Generator(np.random.PCG64(seed))
    lines = SignalCounts(network.inputs)
    counts = {layer.name: LayerCounts(layer) for layer in network.layers}
    changed = {layer.name: dict.fromkeys(WAYS, 0) for layer in network.layers}
    decisions = np.zeros(len(network.classes), dtype=np.int64)
    for given in batches:
        batch: NDArray[np.int64] = np.asarray(given).astype(np.int64)
        trace = twin.simulate(network, batch)
        if len(batch) < 2 or batch.shape[1] < 1:
            raise InputError(
                f"an activity check compares samples with each other: it needs at least two of at least one step, "
                f"not {len(batch)} of {batch.shape[1]}"
            )
        lines.add(batch)
        decisions += np.bincount(trace.decisions, minlength=len(decisions))
        for name, counted in counts.items():
            counted.add(trace.own[name])
        for name, ways in changed_decisions(network, batch, trace, random).items():
            for way, number in ways.items():
                changed[name][way] += number
    if lines.samples == 0:
        raise InputError("an activity check needs at least two samples, not 0")
    layers = tuple(counted.activity(changed[name]) for name, counted in counts.items())
    found = {name: int(number) for name, number in zip(network.classes, decisions, strict=True)}
    evidence = Evidence(
        network=network,
        samples=lines.samples,
        steps=lines.steps,
        inputs=lines.input_activity(),
        layers=layers,
        decisions=found,
        connections=connections(network),
    )
    return Activity(
        model=network.name,
        model_hash=network.hash,
        samples=lines.samples,
        steps=lines.steps,
        inputs=evidence.inputs,
        layers=layers,
        decisions=found,
        findings=findings(evidence),
    )


def unconnected(network: Network) -> tuple[Finding, ...]:
    """What the integers alone say: units that read nothing, units and inputs that reach nothing. Needs no samples."""
    return connection_findings(connections(network))
