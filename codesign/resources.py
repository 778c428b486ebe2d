"""Folders that are data and not code: ``circuits``, ``hdl``, ``models``; the models and studies in the last; and what
users add in folders of their own.

``$CODESIGN_EXTENSIONS`` names such folders, separated as in ``$PATH``. Each may hold ``cells/NAME/``,
``coding/NAME.py``, ``data/NAME.py``, ``circuits/NAME/`` and ``boards/NAME.yaml``, written as those of codesign are.
What comes with codesign is found first, so a name of its own always means the same.
"""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from codesign.errors import InputError

__all__ = ["boards", "circuits", "extensions", "folder", "models", "studies"]

_VARIABLE = "CODESIGN_EXTENSIONS"


def folder(name: str) -> Path:
    """The folder ``name``: in an installed wheel inside the package (``_data``), in a checkout beside it."""
    package = Path(__file__).resolve().parent
    # Inside first: what lies beside an installed package belongs to others, who may have a folder 'models', too.
    for candidate in (package / "_data" / name, package.parent / name):
        if candidate.is_dir():
            return candidate
    raise InputError(f"the folder {name!r} of codesign is missing; install it from its wheel or a complete checkout")


def extensions(kind: str) -> list[Path]:
    """The folders ``kind`` (``cells``, say) of the user's extensions; raises InputError for one that is no folder."""
    given = [Path(part).expanduser() for part in os.environ.get(_VARIABLE, "").split(os.pathsep) if part]
    for path in given:
        if not path.is_dir():
            raise InputError(f"{_VARIABLE} names {str(path)!r}, which is no folder; correct or unset it")
    return [path.resolve() / kind for path in given if (path / kind).is_dir()]


def circuits() -> Mapping[str, Path]:
    """The folder of every technology, by its name."""
    return _first(path.parent for path in _globbed([folder("circuits"), *extensions("circuits")], "*/technology.yaml"))


def boards() -> Mapping[str, Path]:
    """The YAML file of every board, by its name."""
    return _first(_globbed([folder("hdl") / "boards", *extensions("boards")], "*.yaml"))


def models() -> Mapping[str, Path]:
    """The folder of every model that comes with codesign, by its name."""
    return {path.parent.name: path.parent for path in sorted(folder("models").glob("*/checkpoint.safetensors"))}


def studies() -> Mapping[str, Path]:
    """The YAML file of every study that comes with codesign, by its name."""
    return {path.stem: path for path in sorted((folder("models") / "studies").rglob("*.yaml"))}


def _globbed(folders: Sequence[Path], pattern: str) -> Iterator[Path]:
    for each in folders:
        yield from sorted(each.glob(pattern))


def _first(paths: Iterable[Path]) -> dict[str, Path]:
    """By name; where two have the same, the first of them."""
    found: dict[str, Path] = {}
    for path in paths:
        found.setdefault(path.stem if path.is_file() else path.name, path)
    return found
