"""A circuit under one condition after the other: corners, temperatures, supplies, dies with mismatch.

The result is plain JSON, a study of the kind ``conditions`` for the report:

========================  ==========================================================================================
``study``                 ``conditions``
``model``, ``model_hash``, ``technology``, ``choice``, ``samples``, ``simulator``
``rows``                  one per condition: ``name``, ``varied`` (typical, corner, temperature, supply or mismatch),
                          ``corner``, ``temperature_c``, ``supply_v``, ``mismatch_seed`` (or null), and ``found``: the
                          figures of the comparison, ``undecided``, ``passed``, ``power_w``, ``energy_j_per_sample``; or
                          null where there is an ``error``: a design rule that refuses, or what ngspice says
========================  ==========================================================================================
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from codesign.analog.technology import Technology
from codesign.data import Examples
from codesign.errors import InputError, MissingToolError
from codesign.jobs import Failure, Job, Workers, key
from codesign.jobs import run as run_jobs
from codesign.network import Network
from codesign.verify.examples import checked_count, examples_for
from codesign.verify.identity import identity
from codesign.verify.options import CircuitOptions, Progress, no_progress
from codesign.verify.run import verify

__all__ = ["Condition", "Study", "conditions", "measured", "study"]

_FIGURES = ("power_w", "energy_j_per_sample")


@dataclass(frozen=True, kw_only=True)
class Condition:
    """One row: what it is called, what it varies, and under what the circuit is simulated."""

    name: str
    varied: str
    options: CircuitOptions


def conditions(technology: Technology, choice: Mapping[str, str] | None = None, *, dies: int = 5) -> list[Condition]:
    """Typical first; then each corner, both ends of the temperature and of the supply range, and ``dies`` dies with
    mismatch, the first of the batches 1, 2...; each with all else typical."""
    chosen = dict(choice or {})
    typical = CircuitOptions(
        technology=technology.name,
        corner=technology.corner,
        temperature_c=technology.temperature_c,
        supply_v=technology.supply_v,
        choice=chosen,
    )
    found = [Condition(name="typical", varied="typical", options=typical)]
    for corner in technology.corners:
        if corner != technology.corner:
            found.append(Condition(name=corner, varied="corner", options=replace(typical, corner=corner)))
    for value in (technology.temperature_range_c.low, technology.temperature_range_c.high):
        options = replace(typical, temperature_c=value)
        found.append(Condition(name=f"{value:g}C", varied="temperature", options=options))
    for value in (technology.supply_range_v.low, technology.supply_range_v.high):
        found.append(Condition(name=f"{value:g}V", varied="supply", options=replace(typical, supply_v=value)))
    for seed in range(1, dies + 1):
        found.append(Condition(name=f"die{seed}", varied="mismatch", options=replace(typical, mismatch_seed=seed)))
    return found


@dataclass(frozen=True, kw_only=True)
class Study:
    """What :func:`study` found; ``figures`` is plain JSON."""

    figures: dict[str, Any]
    failures: Mapping[str, Failure]
    """The rows where a simulator failed, with their logs."""


def study(
    network: Network,
    rows: Sequence[Condition],
    *,
    samples: int,
    examples: Examples | None = None,
    folder: Path | None = None,
    workers: Workers = Workers(),  # noqa: B008 (frozen)
    resume: bool = True,
    time_limit_s: float = 3600.0,
    progress: Progress = no_progress,
) -> Study:
    """Verify ``network`` at transistor level under every condition with the first ``samples`` test samples, or
    ``examples`` of the user's own, a condition a job; what is done is kept in ``folder`` (:func:`codesign.jobs.run`).

    A condition that a design rule refuses or ngspice fails under is a row with an ``error``; the latter is tried again
    by the next call. Raises InputError for no condition and for more samples than there are, MissingToolError without
    ngspice.
    """
    if not rows:
        raise InputError("a study of conditions needs at least one of them, not none")
    given = examples_for(network, examples)
    # So that a wrong number is not taken for what a condition does.
    checked_count(network, len(given.labels), samples, own=examples is not None)
    few = Examples(images=given.images[:samples], labels=given.labels[:samples])
    first = rows[0].options
    decides = identity(network, few, target="spice", technology=first.technology)
    shared = {"network": network, "examples": few, "time_limit_s": time_limit_s}
    # No file begins with a hyphen, as -40C does.
    names = {row.name: row.name if row.name == row.varied else f"{row.varied}_{row.name}" for row in rows}
    outcome = run_jobs(
        [
            Job(
                name=names[row.name],
                function="codesign.verify.conditions:measured",
                arguments={"condition": row},
                shared=shared,
                key=key({**decides, "condition": asdict(row)}),
                weight=samples,
            )
            for row in rows
        ],
        folder=folder,
        workers=workers,
        resume=resume,
        title=f"{network.name} under conditions",
        said=lambda job, found: found["row"]["error"] or f"{found['row']['found']['states_agree']} states agree",
        progress=progress,
    )
    for failure in outcome.failures.values():
        if failure.cause == MissingToolError.__name__:
            raise MissingToolError(str(failure))
    found = [
        outcome.results[names[row.name]]["row"]
        if names[row.name] in outcome.results
        else {**_described(row), "found": None, "error": outcome.failures[names[row.name]].error}
        for row in rows
    ]
    simulators = [result["simulator"] for result in outcome.results.values() if result["simulator"]]
    return Study(
        figures={
            "study": "conditions",
            "model": network.name,
            "model_hash": network.hash,
            "technology": first.technology,
            "choice": dict(first.choice),
            "samples": samples,
            "simulator": simulators[0] if simulators else "",
            "rows": found,
        },
        failures={row.name: outcome.failures[name] for row in rows if (name := names[row.name]) in outcome.failures},
    )


def _described(condition: Condition) -> dict[str, Any]:
    options = condition.options
    return {
        "name": condition.name,
        "varied": condition.varied,
        "corner": options.corner,
        "temperature_c": options.temperature_c,
        "supply_v": options.supply_v,
        "mismatch_seed": options.mismatch_seed,
    }


def measured(network: Network, examples: Examples, condition: Condition, time_limit_s: float) -> dict[str, Any]:
    """The job of one condition: its ``row``, and the ``simulator``. Raises ToolError where ngspice fails."""
    row = _described(condition)
    try:
        result = verify(
            network,
            targets=["spice"],
            samples=None,
            examples=examples,
            circuit=condition.options,
            jobs=1,
            time_limit_s=time_limit_s,
        )
    except InputError as error:
        return {"row": {**row, "found": None, "error": str(error)}, "simulator": ""}
    target = result.targets["spice"]
    comparison = target.comparison.json()
    del comparison["first_divergence"]
    figures = {name: target.measurement.figures[name] for name in _FIGURES}
    undecided = int((target.measurement.decisions < 0).sum())
    found = {**comparison, "undecided": undecided, "passed": target.passed, **figures}
    return {"row": {**row, "found": found, "error": None}, "simulator": target.measurement.figures["simulator"]}
