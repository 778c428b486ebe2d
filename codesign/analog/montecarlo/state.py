"""What is done already, on disk: a folder per configuration, a file per piece of work, written whole or not at all.

A run that was killed is begun again with the same folder: what is there is not done again, what is not there is done.
One of another configuration (model, technology, calibration, samples, seed, program) has another folder; the number of
dies is no part of it, so a longer run continues a shorter one.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from codesign.files import write_file
from codesign.jobs import Job, key
from codesign.jobs.store import Store

__all__ = ["State"]


class State:
    """What was found of one configuration: the folder below ``folder`` that its jobs are kept in."""

    def __init__(self, folder: Path, configuration: Mapping[str, Any]) -> None:
        """Raises InputError where ``folder`` cannot be one."""
        self.key = key(configuration)
        self.folder = Path(folder) / self.key[:16]
        write_file(self.folder / "configuration.json", json.dumps(configuration, sort_keys=True) + "\n")

    def job(self, name: str, function: str, *, shared: Mapping[str, Any], weight: int = 1, **arguments: Any) -> Job:
        """A job of this configuration; a name stands for its arguments."""
        return Job(
            name=name,
            function=function,
            arguments=arguments,
            shared=shared,
            key=key({"configuration": self.key, "name": name}),
            weight=weight,
        )

    def decisions(self) -> dict[int, list[int]]:
        """Of every die that is done; a file that is spoilt counts for nothing, as with every other job."""
        found: dict[int, list[int]] = {}
        store = Store(self.folder)
        for path in sorted(self.folder.glob("dies_*.json")):
            piece = store.result(self.job(path.stem, "", shared={}))
            if piece is not None:
                found.update(zip(piece["dies"], piece["decisions"], strict=True))
        return found
