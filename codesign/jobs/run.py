"""Do the jobs that a folder does not hold yet."""

import shutil
import tempfile
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

from codesign.errors import InputError
from codesign.jobs.job import Job, checked
from codesign.jobs.log import last_lines
from codesign.jobs.outcome import DIED, Failure, Finished, Outcome
from codesign.jobs.store import Store, decoded
from codesign.jobs.workers import Workers, processors
from codesign.progress import Progress, no_progress

__all__ = ["run"]


def run(
    jobs: Sequence[Job],
    *,
    folder: Path | None = None,
    workers: Workers = Workers(),  # noqa: B008 (frozen)
    resume: bool = True,
    title: str = "jobs",
    said: Callable[[Job, Mapping[str, Any]], str] = lambda job, found: "done",
    progress: Progress = no_progress,
) -> Outcome:
    """Do ``jobs``; results and logs are kept below ``folder`` (without one nothing is kept but the logs, where one
    failed).

    A job whose result is there with its key is not done again, unless ``resume`` is false. A job that raises, takes too
    long or ends its process is a failure, and the others go on; one that ended its process is tried once more, alone,
    when the others have finished: it may have been stopped for want of memory. An interrupt ends all processes and
    leaves what is done. ``said`` puts a result in words for ``progress``, whose text begins with ``title``; progress is
    counted in weights. Raises InputError for jobs that cannot be told apart and for a folder that cannot be written,
    ToolError for a scheduler that does not answer, has no workers, or goes away.
    """
    every = checked(jobs)
    if folder is not None:
        return _done(every, Store(folder), workers, resume, title, said, progress)
    temporary = Path(tempfile.mkdtemp(prefix="codesign-jobs-"))
    logs_named = False
    try:
        outcome = _done(every, Store(temporary), workers, False, title, said, progress)
        logs_named = bool(outcome.failures)
        return outcome
    finally:
        if not logs_named:
            shutil.rmtree(temporary, ignore_errors=True)


def _done(
    every: Sequence[Job],
    store: Store,
    workers: Workers,
    resume: bool,
    title: str,
    said: Callable[[Job, Mapping[str, Any]], str],
    progress: Progress,
) -> Outcome:
    found = {job.name: before for job in every if resume and (before := store.result(job)) is not None}
    reused = frozenset(found)
    todo = sorted((job for job in every if job.name not in found), key=lambda job: -job.weight)
    total = sum(job.weight for job in every)
    done = total - sum(job.weight for job in todo)
    failed: dict[str, Finished] = {}
    seconds: dict[str, float] = {}
    if reused:
        progress(done, total, f"{title}: {len(reused)} of {len(every)} were done before")
    for attempt in (1, 2):
        again = []
        with closing(_attempts(todo, workers, store, attempt)) as attempts:
            for job, finished in attempts:
                if finished.text is None and finished.cause == DIED and attempt == 1:
                    again.append(job)
                    continue
                seconds[job.name] = finished.seconds
                kept = _kept(store, job, finished)
                if kept.text is None:
                    failed[job.name] = kept
                else:
                    found[job.name] = decoded(kept.text)
                done += job.weight
                shown = "failed" if job.name in failed else said(job, found[job.name])
                progress(done, total, f"{title}: {job.name}: {shown}")
        todo = again
    return Outcome(
        results={job.name: found[job.name] for job in every if job.name in found},
        failures={job.name: _failure(failed[job.name], store.log(job)) for job in every if job.name in failed},
        reused=reused,
        seconds=seconds,
    )


def _attempts(
    jobs: Sequence[Job], workers: Workers, store: Store, attempt: int
) -> Generator[tuple[Job, Finished], None, None]:
    """Whoever is to do them does them."""
    if not jobs:
        return
    if workers.scheduler is not None:
        from codesign.jobs.cluster import on_dask

        yield from on_dask(
            jobs, workers.scheduler, time_limit_s=workers.time_limit_s, log_of=store.log, attempt=attempt
        )
    elif workers.count == 0:
        from codesign.jobs.local import here

        yield from here(jobs, log_of=store.log, attempt=attempt)
    else:
        from codesign.jobs.local import in_processes

        count = 1 if attempt > 1 else workers.count or processors()
        yield from in_processes(jobs, count=count, time_limit_s=workers.time_limit_s, log_of=store.log, attempt=attempt)


def _kept(store: Store, job: Job, finished: Finished) -> Finished:
    """``finished`` again, its result on disk; or what it has failed by after all."""
    if finished.text is None:
        return finished
    try:
        store.keep(job, finished.text, finished.files)
    except InputError as error:
        return replace(finished, text=None, error=str(error), cause=type(error).__name__)
    return finished


def _failure(finished: Finished, log: Path) -> Failure:
    return Failure(error=finished.error, cause=finished.cause, log=log, last_lines=last_lines(log))
