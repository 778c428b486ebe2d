"""Who does the work: this process, local processes, or the workers of a Dask scheduler."""

import multiprocessing
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures import as_completed as completed_here
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from codesign.analog.montecarlo.work import Work, decide
from codesign.errors import InputError, ToolError

__all__ = ["results"]

Chunk = tuple[int, ...]
Result = tuple[Chunk, list[list[int]]]

_ANSWER_S = 10.0  # a scheduler that does not answer within this is not there


def results(work: Work, chunks: Sequence[Chunk], *, jobs: int, scheduler: str | None) -> Iterator[Result]:
    """Each chunk of dies with its decisions, in the order in which they come.

    With ``scheduler`` (``tcp://host:port``) on its workers, which need codesign and the technology: a worker that dies
    loses nothing, another one does its chunks. Otherwise in ``jobs`` processes. Raises ToolError for a scheduler that
    does not answer or has no workers, and for a chunk that several workers died of.
    """
    if not chunks:
        return
    if scheduler is not None:
        yield from _on_dask(work, chunks, scheduler)
    elif jobs == 1 or len(chunks) == 1:
        for chunk in chunks:
            yield chunk, decide(work, chunk)
    else:
        yield from _here(work, chunks, jobs)


def _here(work: Work, chunks: Sequence[Chunk], jobs: int) -> Iterator[Result]:
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(min(jobs, len(chunks)), mp_context=context, initializer=_begin, initargs=(work,)) as pool:
        futures = {pool.submit(_begun, chunk): chunk for chunk in chunks}
        try:
            for future in completed_here(futures):
                yield futures[future], future.result()
        except BaseException:
            pool.shutdown(wait=True, cancel_futures=True)
            raise


_work: list[Work] = []
"""What this worker process was begun with."""


def _begin(work: Work) -> None:
    _work.append(work)


def _begun(chunk: Chunk) -> list[list[int]]:
    return decide(_work[-1], chunk)


def _on_dask(work: Work, chunks: Sequence[Chunk], address: str) -> Iterator[Result]:
    distributed = _distributed()
    with _client(address) as client:
        # The work goes with each chunk: what is scattered once is lost with the worker that holds it.
        futures = {
            client.submit(decide, work, chunk, key=f"dies-{work.key[:16]}-{chunk[0]}-{chunk[-1]}", pure=False): chunk
            for chunk in chunks
        }
        for future in distributed.as_completed(list(futures)):
            chunk = futures[future]
            try:
                yield chunk, future.result()
            except Exception as error:
                raise ToolError(f"the Dask workers could not do dies {chunk[0]} to {chunk[-1]}: {error!r}") from error


def _distributed() -> Any:
    """Only needed with a scheduler, and without type annotations."""
    return import_module("distributed")


@contextmanager
def _client(address: str) -> Iterator[Any]:
    if "://" not in address:
        raise InputError(f"a scheduler's address is tcp://HOST:PORT, not {address!r}")
    try:
        client = _distributed().Client(address, timeout=_ANSWER_S)
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
        client.close()
