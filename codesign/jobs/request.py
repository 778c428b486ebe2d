"""A job as it travels: packed, with what it shares packed once."""

import hashlib
import pickle
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from codesign.jobs import log
from codesign.jobs.job import Job
from codesign.jobs.outcome import Finished

__all__ = ["Packer", "Request", "unpackable"]


@dataclass(frozen=True, kw_only=True)
class Request:
    """An attempt at a job. ``arguments`` and ``shared`` are pickled dictionaries; ``shared_name`` stands for the
    latter's bytes."""

    name: str
    function: str
    key: str
    attempt: int
    arguments: bytes
    shared_name: str
    shared: bytes


class Packer:
    """Packs the jobs of one run."""

    def __init__(self) -> None:
        self._shared: dict[int, tuple[str, bytes, Mapping[str, Any]]] = {}

    def packed(self, job: Job, attempt: int) -> Request:
        """Raises what pickle does for arguments that cannot be sent."""
        identity = id(job.shared) if job.shared else 0
        if identity not in self._shared:
            # Kept with the object itself: its id must not become another one's.
            packed = pickle.dumps(dict(job.shared))
            self._shared[identity] = (hashlib.sha256(packed).hexdigest()[:16], packed, job.shared)
        name, shared, _ = self._shared[identity]
        return Request(
            name=job.name,
            function=job.function,
            key=job.key,
            attempt=attempt,
            arguments=pickle.dumps(dict(job.arguments)),
            shared_name=name,
            shared=shared,
        )


def unpackable(name: str, error: Exception, path: Path, attempt: int) -> Finished:
    """What comes of a job that cannot be packed, with its log."""
    log.begin(path, name, attempt)
    with path.open("a", encoding="utf-8") as printed:
        return Finished(error=f"its arguments: {log.described(error, printed)}", cause=type(error).__name__)
