"""The log of a job: who did it where, all that it printed and logged, its traceback, its seconds."""

import logging
import os
import socket
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import TextIO

from codesign.errors import CodesignError

__all__ = ["begin", "described", "last_lines", "printed_to", "tail"]

_LINES = 12
_BYTES = 256 << 10
"""Of a log that is read or brought from another machine, the end: a job may have printed gigabytes."""


def begin(path: Path, name: str, attempt: int) -> None:
    """Begin the log of the first attempt, or go on in it for another one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("a" if attempt > 1 else "w", encoding="utf-8") as log:
            log.write(f"job {name}, attempt {attempt}, on {socket.gethostname()}\n")
    except OSError as error:
        error.filename = str(path)  # a full disk does not say which
        raise


@contextmanager
def printed_to(path: Path) -> Iterator[TextIO]:
    """Append to ``path`` what the block prints and logs, what programs and libraries write below Python included."""
    with path.open("a", encoding="utf-8", buffering=1) as log:
        kept = [os.dup(1), os.dup(2)]
        try:
            for number in (1, 2):
                os.dup2(log.fileno(), number)
            with _logging_to(log), redirect_stdout(log), redirect_stderr(log):
                yield log
        finally:
            for number, before in zip((1, 2), kept, strict=True):
                os.dup2(before, number)
                os.close(before)


@contextmanager
def _logging_to(log: TextIO) -> Iterator[None]:
    """Append messages of the logging module, from INFO, to ``log``."""
    root, handler = logging.getLogger(), logging.StreamHandler(log)
    handler.setFormatter(logging.Formatter("%(levelname)s %(name)s: %(message)s"))
    level = root.level
    root.addHandler(handler)
    root.setLevel(min(level, logging.INFO))
    try:
        yield
    finally:
        root.removeHandler(handler)
        root.setLevel(level)


def described(error: BaseException, log: TextIO) -> str:
    """An error in one sentence: ours as it is, another one with its class and place. Its traceback goes to ``log``."""
    traceback.print_exception(error, file=log)
    if isinstance(error, CodesignError):
        return str(error)
    frames = traceback.extract_tb(error.__traceback__)
    place = f" ({Path(frames[-1].filename).name}:{frames[-1].lineno})" if frames else ""
    return f"{type(error).__name__}: {error}{place}"


def tail(path: Path) -> bytes:
    """The end of a log; nothing where there is none."""
    try:
        with path.open("rb") as log:
            size = log.seek(0, os.SEEK_END)
            log.seek(max(0, size - _BYTES))
            return log.read()
    except OSError:
        return b""


def last_lines(path: Path) -> tuple[str, ...]:
    """The last lines of a log."""
    return tuple(tail(path).decode("utf-8", errors="replace").splitlines()[-_LINES:])
