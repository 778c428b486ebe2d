"""The package nir, loaded where it is needed."""

from importlib import import_module
from typing import Any

from codesign.errors import MissingToolError

__all__ = ["nir_package"]


def nir_package() -> Any:
    """The package; raises MissingToolError where it cannot be imported."""
    try:
        return import_module("nir")
    except ImportError:
        raise MissingToolError(
            "the package nir is not installed; NIR graphs need it: pip install 'codesign[nir]'"
        ) from None
