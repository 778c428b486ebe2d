"""What is done already, on disk: a folder per configuration, a file per piece of work, written whole or not at all.

A run that was killed is begun again with the same folder: what is there is not done again, what is not there is done.
One of another configuration (model, technology, calibration, samples, seed) has another folder; the number of dies is
no part of it, so a longer run continues a shorter one.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from codesign.errors import InputError
from codesign.files import write_file

__all__ = ["State", "key"]


def key(configuration: Mapping[str, Any]) -> str:
    """64 hex digits that stand for ``configuration``, plain JSON."""
    return hashlib.sha256(json.dumps(configuration, sort_keys=True).encode()).hexdigest()


class State:
    """The pieces of one configuration below ``folder``. A piece has a name of letters, digits and '_'."""

    def __init__(self, folder: Path, configuration: Mapping[str, Any]) -> None:
        """Raises InputError where ``folder`` cannot be one."""
        self.key = key(configuration)
        self.folder = Path(folder) / self.key[:16]
        self._write("configuration", dict(configuration))

    def decisions(self) -> dict[int, list[int]]:
        """Of every die that is done."""
        found: dict[int, list[int]] = {}
        for path in sorted(self.folder.glob("dies_*.json")):
            piece = self._read(path)
            found.update(zip(piece["dies"], piece["decisions"], strict=True))
        return found

    def add(self, dies: Sequence[int], decisions: Sequence[Sequence[int]]) -> None:
        """Keep the decisions of a chunk."""
        self._write(f"dies_{dies[0]:06d}_{dies[-1]:06d}", {"dies": list(dies), "decisions": list(decisions)})

    def piece(self, name: str) -> dict[str, Any] | None:
        """What was kept under ``name``, or None."""
        path = self.folder / f"{name}.json"
        return self._read(path) if path.is_file() else None

    def keep(self, name: str, value: Mapping[str, Any]) -> None:
        """Keep ``value``."""
        self._write(name, value)

    def _write(self, name: str, value: Mapping[str, Any]) -> None:
        write_file(self.folder / f"{name}.json", json.dumps(value, sort_keys=True) + "\n")

    def _read(self, path: Path) -> dict[str, Any]:
        try:
            found: dict[str, Any] = json.loads(path.read_text())
        except ValueError as error:
            raise InputError(f"{path} is no result of codesign ({error}); delete it") from None
        return found
