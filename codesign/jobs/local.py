"""Jobs in processes of this machine, or in this one."""

import pickle
import time
from collections.abc import Callable, Generator, Sequence
from pathlib import Path
from selectors import EVENT_READ, DefaultSelector
from typing import Any, cast

from codesign.jobs import log, work
from codesign.jobs.job import Job
from codesign.jobs.outcome import Finished
from codesign.jobs.process import Process
from codesign.jobs.request import Packer, unpackable

__all__ = ["here", "in_processes"]


def in_processes(
    jobs: Sequence[Job], *, count: int, time_limit_s: float | None, log_of: Callable[[Job], Path], attempt: int
) -> Generator[tuple[Job, Finished], None, None]:
    """Each job with what came of it, in the order in which they end, ``count`` at a time.

    A process does one job after the other, so that what a job imports is imported once; one that dies takes its own job
    alone with it, and another one is started. All are ended when the caller stops, by an exception too.
    """
    packer, waiting = Packer(), iter(jobs)
    processes = [Process() for _ in range(min(count, len(jobs)))]
    idle, deadlines = list(processes), dict[Process, float]()
    with DefaultSelector() as selector:
        try:
            while True:
                while idle and (job := next(waiting, None)) is not None:
                    process, path = idle.pop(0), log_of(job)
                    try:
                        request = packer.packed(job, attempt)
                    except Exception as error:  # pickle raises whatever an object's own methods raise
                        idle.insert(0, process)
                        yield job, unpackable(job.name, error, path, attempt)
                        continue
                    process.begin(request, path)
                    selector.register(process.replies, EVENT_READ, (process, job))
                    if time_limit_s is not None:
                        deadlines[process] = time.monotonic() + time_limit_s
                if not selector.get_map():
                    return
                left = min(deadlines.values()) - time.monotonic() if deadlines else None
                ready = {chosen.data[0] for chosen, _ in selector.select(left)}
                for chosen in list(selector.get_map().values()):
                    process, job = chosen.data
                    late = process in deadlines and time.monotonic() >= deadlines[process]
                    if process not in ready and not late:
                        continue
                    selector.unregister(chosen.fileobj)
                    deadlines.pop(process, None)
                    finished = process.end() if process in ready else process.stopped(time_limit_s or 0.0)
                    idle.append(process)
                    yield job, finished
        finally:
            for process in processes:
                process.kill()


def here(
    jobs: Sequence[Job], *, log_of: Callable[[Job], Path], attempt: int
) -> Generator[tuple[Job, Finished], None, None]:
    """The same one after the other in this process, with one thread for NumPy's products; what a job prints is shown,
    and only its traceback is in its log."""
    from threadpoolctl import threadpool_limits

    for job in jobs:
        path = log_of(job)
        log.begin(path, job.name, attempt)
        with path.open("a", encoding="utf-8", buffering=1) as printed, threadpool_limits(1):
            # Through pickle as on the other ways, so that a job cannot change what the next one gets.
            try:
                arguments = cast("dict[str, Any]", pickle.loads(pickle.dumps({**job.shared, **job.arguments})))
            except Exception as error:
                finished = Finished(error=log.described(error, printed), cause=type(error).__name__)
            else:
                finished = work.do(job.function, arguments, job.key, printed)
        yield job, finished
