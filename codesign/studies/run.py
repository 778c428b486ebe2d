"""Runs of a study: each (variant, seed) is a job with a result of its own, so that a study can go on where it stopped.

A result holds the key of its job, a hash of everything that decides it. A job whose result has the right key is not
run again; with a changed recipe only what the change touches is.
"""

import hashlib
import json
import multiprocessing
import time
import traceback
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from codesign import __version__, checkpoint
from codesign.errors import CodesignError, InputError, nearest
from codesign.files import write_json
from codesign.studies.recipe import Study
from codesign.verify.options import Progress, no_progress, processors

__all__ = ["Job", "Runs", "chosen", "run_study"]


@dataclass(frozen=True, kw_only=True)
class Job:
    """One variant and one seed of a study; its files lie in ``folder``."""

    study: Study
    variant: str
    seed: int
    folder: Path

    @property
    def path(self) -> Path:
        """Its result."""
        return self.folder / "runs" / self.variant / f"{self.seed}.json"

    @property
    def checkpoint(self) -> Path:
        """Its network, if it is one of whole numbers."""
        return self.path.with_suffix(".safetensors")

    @property
    def verifies(self) -> bool:
        """Whether its RTL is verified."""
        wanted = self.study.verification is not None and self.study.variants[self.variant].quantised
        return wanted and self.seed == self.study.seeds[0]

    @property
    def key(self) -> str:
        """SHA-256 of all that decides the result: recipe, seed, and the versions of what computes."""
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
            "torch": version("torch"),
        }
        return hashlib.sha256(json.dumps(decides, sort_keys=True).encode()).hexdigest()

    def result(self) -> dict[str, Any] | None:
        """What was found before, if the same job found it."""
        try:
            found = json.loads(self.path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        return found if isinstance(found, dict) and found.get("key") == self.key else None


@dataclass(frozen=True, kw_only=True)
class Runs:
    """What there is of a study."""

    results: Mapping[tuple[str, int], Mapping[str, Any]]
    """By variant and seed."""
    failures: Mapping[tuple[str, int], str]
    """The error of each run that has none."""
    reused: int
    """Results that were there before."""


def chosen(study: Study, only: Sequence[str] = ()) -> list[str]:
    """The variants to run; raises InputError for one that the study has not."""
    for name in only:
        if name not in study.variants:
            raise InputError(f"study {study.name!r} has no variant {name!r}; {nearest(name, study.variants)}")
    return [name for name in study.variants if not only or name in only]


def run_study(
    study: Study, folder: Path, *, only: Sequence[str] = (), jobs: int | None = None, progress: Progress = no_progress
) -> Runs:
    """Do all runs of ``study`` that are not in ``folder`` yet, ``jobs`` at a time (default: one per processor).

    ``only`` names the variants to run; the others' results are taken where they are. A run that fails is reported in
    the end, and the others go on. Raises InputError for a study that its trainer cannot do.
    """
    from codesign.studies.trainers import checked_study

    names = chosen(study, only)
    if jobs is not None and jobs < 1:
        raise InputError(f"jobs must be at least 1, not {jobs}")
    checked_study(study)
    # Seed by seed, so that a study that is interrupted has something of every variant.
    every = [
        Job(study=study, variant=name, seed=seed, folder=folder) for seed in study.seeds for name in study.variants
    ]
    before = {(job.variant, job.seed): found for job in every if (found := job.result()) is not None}
    todo = [job for job in every if job.variant in names and (job.variant, job.seed) not in before]
    failures: dict[tuple[str, int], str] = {}
    done = len([job for job in every if job.variant in names]) - len(todo)
    total = done + len(todo)
    if done:
        progress(done, total, f"{study.name}: {done} runs were done before")

    def report(job: Job, error: str | None) -> None:
        nonlocal done
        done += 1
        if error is not None:
            failures[job.variant, job.seed] = error
        said = "failed" if error else _said(job.result())
        progress(done, total, f"{study.name}: {job.variant}, seed {job.seed}: {said}")

    _do(todo, min(jobs or processors(), len(todo)), report)
    results = {(job.variant, job.seed): found for job in every if (found := job.result()) is not None}
    return Runs(results=results, failures=failures, reused=len(before))


def _said(result: Mapping[str, Any] | None) -> str:
    assert result is not None
    name, value = next(iter(result["test"].items()))
    return f"{name} {100 * value:.1f} %"


def _do(todo: Sequence[Job], jobs: int, report: Callable[[Job, str | None], None], *, second_try: bool = False) -> None:
    """Do the jobs. A process that dies takes the jobs of all others with it; they are tried once more."""
    if jobs <= 1 and not second_try:
        for job in todo:
            report(job, _work(job))
        return
    lost: list[Job] = []
    # Spawned and not forked: torch's threads do not survive a fork.
    with ProcessPoolExecutor(max(jobs, 1), mp_context=multiprocessing.get_context("spawn")) as pool:
        futures: dict[Future[str | None], Job] = {pool.submit(_work, job): job for job in todo}
        try:
            for future in as_completed(futures):
                try:
                    report(futures[future], future.result())
                except BrokenProcessPool:
                    if second_try:
                        report(futures[future], "its process died, or one beside it; run the command again to go on")
                    else:
                        lost.append(futures[future])
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    if lost:
        _do(lost, jobs, report, second_try=True)


def _work(job: Job) -> str | None:
    """Do one job and write its result; the error, if there is one."""
    from threadpoolctl import threadpool_limits

    try:
        with threadpool_limits(1):
            _run(job)
    except CodesignError as error:
        return str(error)
    except Exception as error:  # whatever it is, the other runs go on and this one is reported
        place = traceback.extract_tb(error.__traceback__)[-1]
        return f"{type(error).__name__}: {error} ({Path(place.filename).name}:{place.lineno})"
    return None


def _run(job: Job) -> None:
    from codesign.studies.quantised import verified
    from codesign.studies.trainers import trainer

    begin = time.perf_counter()
    outcome = trainer(job.study.trainer).run(job.study, job.variant, job.seed)
    result = {
        "key": job.key,
        "study": job.study.name,
        "variant": job.variant,
        "seed": job.seed,
        "units": outcome.units,
        "parameters": outcome.parameters,
        "curve": asdict(outcome.curve),
        "test": dict(outcome.test),
        "mismatch": dict(outcome.mismatch),
        "notes": dict(outcome.notes),
    }
    if outcome.integer is not None:
        result["integer"] = asdict(outcome.integer)
    if outcome.network is not None:
        checkpoint.save(outcome.network, job.checkpoint)
        result["model_hash"] = outcome.network.hash
        if job.verifies:
            result["verify"] = verified(outcome.network, job.study)
    result["seconds"] = round(time.perf_counter() - begin, 1)
    write_json(job.path, result)
