"""The program of a worker process: jobs come in by standard input, what came of them goes out by standard output.

Started by :mod:`codesign.jobs.process`. When its parent is gone, so is this one, with all that its job has started and
with its temporary files.
"""

import os
import pickle
import shutil
import signal
import threading
from collections.abc import Mapping
from pathlib import Path
from queue import SimpleQueue
from typing import Any, BinaryIO, TextIO

from codesign.jobs import log, work
from codesign.jobs.frames import read_frame, write_frame
from codesign.jobs.outcome import Finished

__all__ = ["main"]


def main(scratch: str) -> None:
    """Do jobs until the parent ends; then remove the folder ``scratch``."""
    # What a job and its programs print goes to its log; what is said to the parent must not mix with it.
    requests, replies = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1):
        os.dup2(nothing, number)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what an interrupt means
    waiting: SimpleQueue[bytes] = SimpleQueue()
    threading.Thread(target=_listen, args=(requests, waiting, scratch), daemon=True).start()
    shared: Mapping[str, Any] = {}
    problem: Finished | None = None
    while True:
        request = pickle.loads(waiting.get())
        with log.printed_to(Path(request["log"])) as printed:  # unpacking may import half the package, and warn
            if "shared" in request:
                shared, problem = _unpacked(request["shared"], printed)
                continue
            arguments, finished = ({}, problem) if problem is not None else _unpacked(request["arguments"], printed)
            if finished is None:
                finished = work.do(request["function"], {**shared, **arguments}, request["key"], printed)
        try:
            write_frame(replies, pickle.dumps(finished))
        except BrokenPipeError:
            _end(scratch)


def _unpacked(data: bytes, printed: TextIO) -> tuple[Mapping[str, Any], Finished | None]:
    """Arguments, or what the job failed by."""
    try:
        found: Mapping[str, Any] = pickle.loads(data)
    except Exception as error:
        return {}, Finished(error=log.described(error, printed), cause=type(error).__name__)
    return found, None


def _listen(requests: BinaryIO, waiting: "SimpleQueue[bytes]", scratch: str) -> None:
    """Take requests in while a job runs, too: that is how the end of the parent is noticed."""
    while (frame := read_frame(requests)) is not None:
        waiting.put(frame)
    _end(scratch)


def _end(scratch: str) -> None:
    """The parent is gone."""
    shutil.rmtree(scratch, ignore_errors=True)
    os.killpg(0, signal.SIGKILL)
