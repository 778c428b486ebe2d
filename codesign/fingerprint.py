"""What a result depends on beside its inputs: the program and files as hashes, tools and packages by version."""

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import metadata
from pathlib import Path

from codesign import resources, tools
from codesign.errors import ToolError

__all__ = ["of_files", "of_package", "of_program", "of_tool", "of_training"]

_PACKAGE = Path(__file__).resolve().parent
_SOURCES = {".py", ".cpp", ".h", ".c"}
_TRAINS = ("cells", "coding", "data", "nn", "recurrence", "studies", "tasks", "training", "twin")
"""The parts of the package that decide what becomes of a training."""


@cache
def of_program() -> str:
    """Of every source file of codesign and of the extensions: a result of another program is none of this one."""
    folders = [_PACKAGE, *resources.extensions("cells"), *resources.extensions("coding")]
    return of_files(_sources(folders))


@cache
def of_training() -> str:
    """Of the source files that train a network, and of all files of the extensions' cells, codings and data sets: hours
    of training are not to be lost to a change of anything else."""
    own = _sources(_PACKAGE / part for part in _TRAINS)
    theirs = (
        path
        for kind in ("cells", "coding", "data")
        for folder in resources.extensions(kind)
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    )
    return of_files([*own, *theirs])


def of_tool(name: str) -> str:
    """The version of an external tool; empty where there is none: workers elsewhere may have it."""
    try:
        return tools.version(name)
    except ToolError:
        return ""


def of_package(name: str) -> str:
    """The version of an installed Python package; empty where it is not here."""
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def _sources(folders: Iterable[Path]) -> Iterator[Path]:
    return (path for folder in folders for path in folder.rglob("*") if path.suffix in _SOURCES)


def of_files(paths: Iterable[Path]) -> str:
    """64 hex digits of the contents of ``paths`` and of their names with those of their folders, in whatever order they
    are given, and wherever these folders are."""
    digest = hashlib.sha256()
    for name, content in sorted((f"{path.parent.name}/{path.name}", _digest(path)) for path in paths):
        digest.update(name.encode() + content)
    return digest.hexdigest()


def _digest(path: Path) -> bytes:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()
