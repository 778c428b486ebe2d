"""Many verifications as jobs: models by targets and, where the target is RTL, by engines.

The result is plain JSON:

=============  ========================================================================================================
``study``      ``regression``
``samples``    of each model, at most; ``technology``
``cases``      one per verification: ``name``, ``model``, ``model_hash``, ``target``, ``engine`` (null for a circuit),
               ``verdict`` (pass, fail or error), ``comparison`` (as of ``codesign verify``, null for an error) and
               ``error`` (null without one)
=============  ========================================================================================================
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from codesign.data import Examples
from codesign.digital.options import engine as checked_engine
from codesign.errors import InputError
from codesign.jobs import Failure, Job, Workers, key
from codesign.jobs import run as run_jobs
from codesign.network import Network
from codesign.verify import targets as registry
from codesign.verify.examples import examples_for
from codesign.verify.identity import identity
from codesign.verify.options import CircuitOptions, Progress, no_progress
from codesign.verify.run import verify

__all__ = ["Case", "Regression", "cases", "regress", "verified"]


@dataclass(frozen=True, kw_only=True)
class Case:
    """One verification."""

    network: Network
    target: str
    engine: str | None
    """None for a target that is no RTL."""

    @property
    def name(self) -> str:
        """``model/target`` or ``model/target-engine``."""
        return f"{self.network.name}/{self.target}" + (f"-{self.engine}" if self.engine else "")


@dataclass(frozen=True, kw_only=True)
class Regression:
    """What :func:`regress` found; ``figures`` is plain JSON without times."""

    figures: dict[str, Any]
    failures: Mapping[str, Failure]
    """By the name of the case; those without a comparison, with their logs."""
    seconds: Mapping[str, float]
    """Of the cases that were done now."""
    reused: frozenset[str]

    @property
    def passed(self) -> bool:
        return all(case["verdict"] == "pass" for case in self.figures["cases"])


def cases(networks: Sequence[Network], targets: Sequence[str], engines: Sequence[str]) -> list[Case]:
    """Every model on every one of ``targets`` (names, or ``all``) that it can be built for.

    Raises InputError for an unknown target or engine, two models of one name, and where nothing is left.
    """
    for name in engines:
        checked_engine(name)
    names = [network.name for network in networks]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise InputError(f"two of the models are called {twice[0]!r}; a regression takes each model once")
    found = []
    for network in networks:
        for target in _possible(network, targets):
            parts: Sequence[str | None] = engines if registry.target(target).PART == "rtl" else [None]
            found += [Case(network=network, target=target, engine=engine) for engine in dict.fromkeys(parts)]
    if not found:
        raise InputError(f"none of {', '.join(names) or 'no models'} can be built for {', '.join(targets)}")
    return found


def _possible(network: Network, targets: Sequence[str]) -> Sequence[str]:
    found: list[str] = []
    for target in targets:
        if target != "all":
            registry.target(target)
        try:
            found += registry.select(network, [target])
        except InputError:
            continue  # a model of another kind: a regression is over all that there are
    return list(dict.fromkeys(found))


def regress(
    chosen: Sequence[Case],
    *,
    samples: int | None = 10,
    circuit: CircuitOptions = CircuitOptions(),  # noqa: B008 (frozen)
    folder: Path | None = None,
    workers: Workers = Workers(),  # noqa: B008 (frozen)
    resume: bool = True,
    time_limit_s: float = 3600.0,
    progress: Progress = no_progress,
) -> Regression:
    """Do every one of the cases, each a job, with the first ``samples`` (None: all) of its model's test split.

    What is done is kept in ``folder`` with a key that changes with model, samples, circuits, simulators and every
    source file of codesign. A case that raises is one with the verdict ``error``, and the others go on.
    """
    examples = {case.network.name: examples_for(case.network) for case in chosen}
    few = {
        name: Examples(images=found.images[:samples], labels=found.labels[:samples]) for name, found in examples.items()
    }
    options = {"circuit": circuit, "time_limit_s": time_limit_s}
    shared = {
        case.network.name: {"network": case.network, "examples": few[case.network.name], **options} for case in chosen
    }
    outcome = run_jobs(
        [
            Job(
                name=case.name,
                function="codesign.verify.regression:verified",
                arguments={"target": case.target, "engine": case.engine},
                shared=shared[case.network.name],
                key=key(
                    {
                        **identity(
                            case.network, few[case.network.name], target=case.target, technology=circuit.technology
                        ),
                        "engine": case.engine,
                        "circuit": asdict(circuit) if case.engine is None else None,
                    }
                ),
            )
            for case in chosen
        ],
        folder=folder,
        workers=workers,
        resume=resume,
        title="regression",
        said=lambda job, found: found["verdict"],
        progress=progress,
    )
    return Regression(
        figures={
            "study": "regression",
            "samples": samples,
            "technology": circuit.technology,
            "cases": [_row(case, outcome.results.get(case.name), outcome.failures.get(case.name)) for case in chosen],
        },
        failures=outcome.failures,
        seconds=outcome.seconds,
        reused=outcome.reused,
    )


def _row(case: Case, found: Mapping[str, Any] | None, failure: Failure | None) -> dict[str, Any]:
    return {
        "name": case.name,
        "model": case.network.name,
        "model_hash": case.network.hash,
        "target": case.target,
        "engine": case.engine,
        "verdict": "error" if found is None else found["verdict"],
        "comparison": None if found is None else found["comparison"],
        "error": None if failure is None else failure.error,
    }


def verified(
    network: Network,
    examples: Examples,
    target: str,
    engine: str | None,
    circuit: CircuitOptions,
    time_limit_s: float,
) -> dict[str, Any]:
    """The job of one case: verdict and comparison, without times."""
    result = verify(
        network,
        targets=[target],
        examples=examples,
        circuit=circuit,
        engine=engine or "balanced",  # which a circuit does not ask for
        jobs=1,
        time_limit_s=time_limit_s,
    ).targets[target]
    return {"verdict": "pass" if result.passed else "fail", "comparison": result.comparison.json()}
