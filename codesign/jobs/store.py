"""Results on disk: a file for each, written whole or not at all, with the key of its job.

A folder of a run that was killed is simply used again: what is there with the right key is not done again.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from codesign.files import write_file
from codesign.jobs.job import LOGS, Job

__all__ = ["Store", "decoded", "encoded"]


def encoded(key: str, value: Mapping[str, Any]) -> bytes:
    """The content of a result's file; TypeError or ValueError for what is not plain JSON with names as keys."""
    if not isinstance(value, Mapping) or not all(isinstance(name, str) for name in value):
        raise TypeError(f"the result of a job is a dictionary of plain JSON, not {type(value).__name__}")
    if "key" in value:
        raise ValueError("the result of a job has no 'key' of its own")
    return (json.dumps({"key": key, **value}, allow_nan=False) + "\n").encode()


def decoded(text: bytes) -> dict[str, Any]:
    """The result, with its key."""
    found: dict[str, Any] = json.loads(text)
    return found


class Store:
    """The results and logs of jobs below ``folder``."""

    def __init__(self, folder: Path) -> None:
        self.folder = Path(folder)

    def result(self, job: Job) -> dict[str, Any] | None:
        """What is kept of ``job``, if the same job found it."""
        try:
            found = json.loads(self._path(job, ".json").read_bytes())
        except (OSError, ValueError):
            return None
        return found if isinstance(found, dict) and found.get("key") == job.key else None

    def keep(self, job: Job, text: bytes, files: Mapping[str, bytes]) -> None:
        """Keep a result; its file comes last, so that a result that is there has its files. InputError where it cannot
        be written."""
        for ending, content in files.items():
            write_file(self._path(job, ending), content)
        write_file(self._path(job, ".json"), text)

    def log(self, job: Job) -> Path:
        """Where its log is."""
        return self.folder / LOGS / f"{job.name}.log"

    def _path(self, job: Job, ending: str) -> Path:
        return self.folder / f"{job.name}{ending}"
