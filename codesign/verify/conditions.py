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
from dataclasses import dataclass, replace
from typing import Any

from codesign.analog.technology import Technology
from codesign.data import Examples
from codesign.errors import InputError, MissingToolError, ToolError
from codesign.network import Network
from codesign.verify.examples import checked_count, examples_for
from codesign.verify.options import CircuitOptions, Progress, no_progress
from codesign.verify.run import TargetResult, verify

__all__ = ["Condition", "conditions", "study"]

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


def study(
    network: Network,
    rows: Sequence[Condition],
    *,
    samples: int,
    examples: Examples | None = None,
    jobs: int | None = None,
    time_limit_s: float = 3600.0,
    progress: Progress = no_progress,
) -> dict[str, Any]:
    """Verify ``network`` at transistor level under every condition with the first ``samples`` test samples, or
    ``examples`` of the user's own.

    A condition that a design rule refuses or ngspice fails under is a row with an ``error``. Raises InputError for no
    condition and for more samples than there are, MissingToolError without ngspice.
    """
    if not rows:
        raise InputError("a study of conditions needs at least one of them, not none")
    given = examples_for(network, examples)
    # So that a wrong number is not taken for what a condition does.
    checked_count(network, len(given.labels), samples, own=examples is not None)
    found = []
    simulator = ""
    for number, condition in enumerate(rows):
        measured, row = _row(network, condition, number, len(rows), samples, given, jobs, time_limit_s, progress)
        found.append(row)
        simulator = simulator or str(measured.measurement.figures["simulator"] if measured else "")
    first = rows[0].options
    return {
        "study": "conditions",
        "model": network.name,
        "model_hash": network.hash,
        "technology": first.technology,
        "choice": dict(first.choice),
        "samples": samples,
        "simulator": simulator,
        "rows": found,
    }


def _row(
    network: Network,
    condition: Condition,
    number: int,
    count: int,
    samples: int,
    examples: Examples,
    jobs: int | None,
    time_limit_s: float,
    progress: Progress,
) -> tuple[TargetResult | None, dict[str, Any]]:
    options = condition.options

    def show(done: int, total: int, doing: str) -> None:
        progress(number * samples + done, count * samples, f"{network.name} under conditions: {condition.name}")

    row: dict[str, Any] = {
        "name": condition.name,
        "varied": condition.varied,
        "corner": options.corner,
        "temperature_c": options.temperature_c,
        "supply_v": options.supply_v,
        "mismatch_seed": options.mismatch_seed,
    }
    try:
        result = verify(
            network,
            targets=["spice"],
            samples=samples,
            examples=examples,
            circuit=options,
            jobs=jobs,
            time_limit_s=time_limit_s,
            progress=show,
        )
    except MissingToolError:
        raise
    except (InputError, ToolError) as error:
        show(samples, samples, "")
        return None, {**row, "found": None, "error": str(error)}
    target = result.targets["spice"]
    comparison = target.comparison.json()
    del comparison["first_divergence"]
    figures = {name: target.measurement.figures[name] for name in _FIGURES}
    undecided = int((target.measurement.decisions < 0).sum())
    return target, {
        **row,
        "found": {**comparison, "undecided": undecided, "passed": target.passed, **figures},
        "error": None,
    }
