"""Folders that are data and not code: ``circuits``, ``hdl``, ``models``; and the models and studies in the last."""

from collections.abc import Mapping
from pathlib import Path

from codesign.errors import InputError

__all__ = ["folder", "models", "studies"]


def folder(name: str) -> Path:
    """The folder ``name``: in an installed wheel inside the package (``_data``), in a checkout beside it."""
    package = Path(__file__).resolve().parent
    # Inside first: what lies beside an installed package belongs to others, who may have a folder 'models', too.
    for candidate in (package / "_data" / name, package.parent / name):
        if candidate.is_dir():
            return candidate
    raise InputError(f"the folder {name!r} of codesign is missing; install it from its wheel or a complete checkout")


def models() -> Mapping[str, Path]:
    """The folder of every model that comes with codesign, by its name."""
    return {path.parent.name: path.parent for path in sorted(folder("models").glob("*/checkpoint.safetensors"))}


def studies() -> Mapping[str, Path]:
    """The YAML file of every study that comes with codesign, by its name."""
    return {path.stem: path for path in sorted((folder("models") / "studies").rglob("*.yaml"))}
