"""Folders that are data and not code: ``circuits``, ``hdl``, ``models``."""

from pathlib import Path

from codesign.errors import InputError

__all__ = ["folder"]


def folder(name: str) -> Path:
    """The folder ``name``: in a checkout beside the package, in an installed wheel inside it (``_data``)."""
    package = Path(__file__).resolve().parent
    for candidate in (package.parent / name, package / "_data" / name):
        if candidate.is_dir():
            return candidate
    raise InputError(f"the folder {name!r} of codesign is missing; install it from its wheel or a complete checkout")
