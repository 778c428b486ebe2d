"""Runs of a study: each (variant, seed) is a job with a result of its own, so that a study can go on where it stopped.

A result holds the key of its job, a hash of everything that decides it. A job whose result has the right key is not
run again; with a changed recipe only what the change touches is.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from codesign import __version__, fingerprint
from codesign.errors import InputError, nearest
from codesign.jobs import Failure, Job, Workers, key
from codesign.jobs import run as run_jobs
from codesign.progress import Progress, no_progress
from codesign.studies.recipe import Study

__all__ = ["Run", "Runs", "chosen", "run_study"]


@dataclass(frozen=True, kw_only=True)
class Run:
    """One variant and one seed of a study."""

    study: Study
    variant: str
    seed: int

    @property
    def name(self) -> str:
        """Of its job; below the study's folder its result is this with ``.json`` and, if it is a network of whole
        numbers, its checkpoint with ``.safetensors``."""
        return f"runs/{self.variant}/{self.seed}"

    @property
    def verifies(self) -> bool:
        """Whether its RTL is verified."""
        wanted = self.study.verification is not None and self.study.variants[self.variant].quantised
        return wanted and self.seed == self.study.seeds[0]

    @property
    def key(self) -> str:
        """SHA-256 of all that decides the result: recipe, seed, what trains (also in extensions), and its versions."""
        study = self.study.model_dump(mode="json")
        variant = study["variants"][self.variant]
        unused = {"variants", "seeds", "title", "notes", "left_out", "verification", "mismatch"}
        decides = {name: value for name, value in study.items() if name not in unused}
        decides |= {
            "variant": {name: value for name, value in variant.items() if name != "reference"},
            "mismatch": study["mismatch"] if variant["mismatch"] else None,
            "verification": study["verification"] if self.verifies else None,
            "seed": self.seed,
            "label": self.variant,
            "codesign": __version__,
            "program": fingerprint.of_training(),
            "torch": version("torch"),
        }
        return key(decides)


@dataclass(frozen=True, kw_only=True)
class Runs:
    """What there is of a study."""

    results: Mapping[tuple[str, int], Mapping[str, Any]]
    """By variant and seed."""
    failures: Mapping[tuple[str, int], Failure]
    """Of each run that has none."""
    reused: int
    """Results that were there before."""


def chosen(study: Study, only: Sequence[str] = ()) -> list[str]:
    """The variants to run; raises InputError for one that the study has not."""
    for name in only:
        if name not in study.variants:
            raise InputError(f"study {study.name!r} has no variant {name!r}; {nearest(name, study.variants)}")
    return [name for name in study.variants if not only or name in only]


def run_study(
    study: Study,
    folder: Path,
    *,
    only: Sequence[str] = (),
    workers: Workers = Workers(),  # noqa: B008 (frozen)
    resume: bool = True,
    progress: Progress = no_progress,
) -> Runs:
    """Do all runs of ``study`` that are not in ``folder`` yet (with ``resume`` false: all), by ``workers``.

    ``only`` names the variants to run; the others' results are taken where they are. A run that fails is reported in
    the end, and the others go on. Raises InputError for a study that its trainer cannot do.
    """
    from codesign.jobs.store import Store
    from codesign.studies.trainers import checked_study

    names = chosen(study, only)
    checked_study(study)
    # Seed by seed, so that a study that is interrupted has something of every variant.
    every = [Run(study=study, variant=name, seed=seed) for seed in study.seeds for name in study.variants]
    shared = {"study": study}
    jobs = {
        (each.variant, each.seed): Job(
            name=each.name,
            function="codesign.studies.work:trained",
            arguments={"variant": each.variant, "seed": each.seed, "verifies": each.verifies},
            shared=shared,
            key=each.key,
        )
        for each in every
    }
    others = {which: job for which, job in jobs.items() if which[0] not in names}
    wanted = {which: job for which, job in jobs.items() if which not in others}
    outcome = run_jobs(
        list(wanted.values()),
        folder=folder,
        workers=workers,
        resume=resume,
        title=study.name,
        said=lambda job, found: _said(found),
        progress=progress,
    )
    store = Store(folder)
    beside = {which: before for which, job in others.items() if (before := store.result(job)) is not None}
    done = {which: outcome.results[job.name] for which, job in wanted.items() if job.name in outcome.results}
    return Runs(
        results={which: found for which in jobs if (found := done.get(which) or beside.get(which)) is not None},
        failures={which: outcome.failures[job.name] for which, job in wanted.items() if job.name in outcome.failures},
        reused=len(outcome.reused) + len(beside),
    )


def _said(result: Mapping[str, Any]) -> str:
    name, value = next(iter(result["test"].items()))
    return f"{name} {100 * value:.1f} %"
