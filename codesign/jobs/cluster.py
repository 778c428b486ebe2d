"""Jobs on the workers of a Dask scheduler (extra ``cluster``).

A worker does a job as this machine would: in a process of its own beside the worker (:mod:`codesign.jobs.process`), so
that a job which takes too long can be stopped, and one that ends its process has a log and leaves the worker alone.
Results and logs come back through the scheduler and are written here: the workers need no folder in common.
"""

import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

from codesign import __version__, fingerprint
from codesign.errors import ToolError
from codesign.files import write_file
from codesign.jobs import log
from codesign.jobs.job import Job
from codesign.jobs.outcome import DIED, Finished
from codesign.jobs.process import Process
from codesign.jobs.request import Packer, Request, unpackable

__all__ = ["on_dask"]

_ANSWER_S = 10.0
"""A scheduler that does not answer within this is not there."""
_LOST_S = 60.0
"""So long a scheduler whose workers are all gone may take to get new ones."""
_AHEAD = 2
"""Jobs at the scheduler for each thread of its workers: no thread waits for this process, and few jobs take memory."""


def on_dask(
    jobs: Sequence[Job],
    address: str,
    *,
    time_limit_s: float | None,
    log_of: Callable[[Job], Path],
    attempt: int,
) -> Generator[tuple[Job, Finished], None, None]:
    """Each job with what came of it, in the order in which they end. The jobs of a worker that is lost are done by
    others. Raises ToolError for a scheduler that does not answer, has no workers, or goes away."""
    versions = _versions()
    packer, waiting, ended = Packer(), deque(jobs), SimpleQueue[Any]()
    running: dict[Any, Job] = {}
    shared: dict[str, Any] = {}
    with _client(address) as client:
        run = f"{time.time_ns():x}"  # another run's jobs of the same names are not these
        room, asked = 0, 0.0
        while waiting or running:
            if time.monotonic() >= asked:
                room, asked = _room(client, address), time.monotonic() + 2.0
            while waiting and len(running) < room:
                job = waiting.popleft()
                try:
                    request = packer.packed(job, attempt)
                except Exception as error:  # pickle raises whatever an object's own methods raise
                    yield job, unpackable(job.name, error, log_of(job), attempt)
                    continue
                name = request.shared_name
                if name not in shared:
                    # As a task, which is done again should its worker be lost; what is scattered would be lost with it.
                    shared[name] = client.submit(_same, request.shared, key=f"shared-{name}-{run}", pure=False)
                future = client.submit(
                    _do, replace(request, shared=b""), shared[name], time_limit_s, versions,
                    key=f"{job.name}-{attempt}-{run}", pure=False,
                )  # fmt: skip
                running[future] = job
                future.add_done_callback(ended.put)
            try:
                future = ended.get(timeout=1.0)
            except Empty:
                continue
            job = running.pop(future)
            finished = _result(future, address)
            log.begin(log_of(job), job.name, attempt)
            if finished.log is not None:
                before = log_of(job).read_bytes() if attempt > 1 else b""
                write_file(log_of(job), before + finished.log)
            elif finished.error:
                with log_of(job).open("a", encoding="utf-8") as printed:
                    printed.write(f"{finished.error}\n")
            yield job, replace(finished, log=None)


def _result(future: Any, address: str) -> Finished:
    try:
        found: Finished = future.result()
    except Exception as error:
        kind = type(error).__name__
        if kind == "KilledWorker":
            return Finished(error=f"the Dask workers that tried it were lost: {error}", cause=DIED)
        if "Cancelled" in kind or "CommClosed" in kind:
            raise ToolError(f"the Dask scheduler at {address} went away ({error!r}); call it again to go on") from None
        return Finished(error=f"the Dask worker could not do it: {error!r}", cause=kind)
    finally:
        future.release()
    return found


def _room(client: Any, address: str) -> int:
    """How many jobs may be at the scheduler; waits a while where it has no workers now."""
    end = time.monotonic() + _LOST_S
    while True:
        try:
            threads: int = sum(client.nthreads().values())
        except (OSError, TimeoutError, ValueError) as error:
            raise ToolError(f"the Dask scheduler at {address} went away ({error!r}); call it again to go on") from None
        if threads:
            return _AHEAD * threads
        if time.monotonic() > end:
            raise ToolError(
                f"the Dask scheduler at {address} has had no workers for {_LOST_S:g} s; start some with 'dask worker' "
                "and call it again to go on"
            )
        time.sleep(1.0)


@contextmanager
def _client(address: str) -> Iterator[Any]:
    distributed: Any = import_module("distributed")  # only needed here, and without type annotations
    try:
        client = distributed.Client(address, timeout=_ANSWER_S, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        raise ToolError(
            f"no Dask scheduler answers at {address} ({error}); start one with 'dask scheduler' and workers with "
            "'dask worker'"
        ) from None
    try:
        client.wait_for_workers(1, timeout=_ANSWER_S)
    except TimeoutError:
        client.close()
        raise ToolError(f"the Dask scheduler at {address} has no workers; start some with 'dask worker'") from None
    try:
        yield client
    finally:
        client.close()  # and with it what was submitted and has not begun


# What follows runs in the worker.

_own = threading.local()
"""The process beside this thread of the worker; it ends with the worker, whose pipe it reads."""


def _same(value: bytes) -> bytes:
    return value


def _versions() -> tuple[str, str, str]:
    """Of codesign, of Python, and of all source files, those of extensions included."""
    return __version__, f"{sys.version_info[0]}.{sys.version_info[1]}", fingerprint.of_program()


def _do(request: Request, shared: bytes, time_limit_s: float | None, versions: tuple[str, str, str]) -> Finished:
    own = _versions()
    if versions != own:
        there, here = (f"codesign {v[0]} (sources {v[2][:8]}) in Python {v[1]}" for v in (own, versions))
        return Finished(
            error=f"the Dask worker has {there}, this machine {here}; install the same on both, with the same "
            "extensions in CODESIGN_EXTENSIONS, and start the worker again",
            cause="InputError",
        )
    if not hasattr(_own, "process"):
        _own.process = Process()
    finished: Finished = _own.process.do(replace(request, shared=shared), time_limit_s)
    return finished
