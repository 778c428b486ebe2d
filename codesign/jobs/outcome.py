"""What came of the jobs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from codesign.errors import CodesignError, InputError, MissingDataError, MissingToolError, ToolError

__all__ = ["DIED", "LATE", "Failure", "Finished", "Outcome"]

DIED = "died"
"""The cause of a failure without an exception: the process of the job ended."""
LATE = "time limit"
"""Another one: the job took too long."""


_OWN: Mapping[str, type[CodesignError]] = {
    kind.__name__: kind for kind in (InputError, MissingDataError, MissingToolError, ToolError)
}


@dataclass(frozen=True, kw_only=True)
class Finished:
    """What a process says of one attempt at a job; it can be pickled."""

    text: bytes | None = None
    """The JSON of the result, or None where there is an ``error``."""
    files: Mapping[str, bytes] = field(default_factory=dict)
    error: str = ""
    cause: str = ""
    """The class of the exception, or :data:`DIED`, or :data:`LATE`."""
    seconds: float = 0.0
    log: bytes | None = None
    """Of an attempt on another machine; here the log is where it should be already."""


@dataclass(frozen=True, kw_only=True)
class Failure:
    """A job without a result."""

    error: str
    """In one sentence."""
    cause: str
    """The class of the exception, or :data:`DIED`, or :data:`LATE`."""
    log: Path
    """All that it printed and logged, its traceback, its host."""
    last_lines: tuple[str, ...]
    """Of the log."""

    def __str__(self) -> str:
        return f"{self.error}; log: {self.log}"


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """Results and failures by the job's name, in the order in which the jobs were given."""

    results: Mapping[str, Mapping[str, Any]]
    failures: Mapping[str, Failure]
    reused: frozenset[str]
    """Of those that were in the folder before."""
    seconds: Mapping[str, float] = field(repr=False)
    """How long each took that was done now."""

    def require(self) -> Mapping[str, Mapping[str, Any]]:
        """The results. Where a job has none, the error of the first of those, with its log: that of the job where it
        is one of codesign's own, and ToolError for everything else."""
        if self.failures:
            name, failure = next(iter(self.failures.items()))
            # What codesign raised is a sentence; the traceback in the log adds nothing to it.
            said = failure.cause in _OWN
            shown = "" if said else "".join(f"\n    {line}" for line in failure.last_lines)
            rest = "the others are done; call it again to do the rest" if self.results else "no other one is done"
            raise _OWN.get(failure.cause, ToolError)(
                f"{len(self.failures)} of {len(self.failures) + len(self.results)} jobs failed, {rest}. "
                f"The first, {name}: {failure}{shown}"
            )
        return self.results
