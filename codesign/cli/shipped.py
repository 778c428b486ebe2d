"""Names of what comes with codesign: models and studies where a path is expected, and completion in the shell.

A name works from every folder, and in an installed wheel, where the models are inside the package.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

from codesign import resources
from codesign.errors import InputError, nearest

__all__ = ["completed", "model_path", "recipe_path"]


def model_path(given: Path) -> Path:
    """The path of MODEL: as it is where it exists, else that of the shipped model of this name; else InputError."""
    return _path(
        given, resources.models(), "checkpoint", "a .safetensors file or a folder that holds checkpoint.safetensors"
    )


def recipe_path(given: Path) -> Path:
    """The path of RECIPE: as it is where it exists, else that of the shipped model or study of this name."""
    shipped = {**resources.studies(), **resources.models()}
    return _path(given, shipped, "recipe", "a YAML file or a folder that holds recipe.yaml")


def _path(given: Path, shipped: Mapping[str, Path], what: str, allowed: str) -> Path:
    # Not a name, but a path: who opens it says what is wrong with it.
    if given.exists() or given.name != str(given) or given.suffix in (".safetensors", ".yaml"):
        return given
    if given.name not in shipped:
        raise InputError(
            f"no {what} at {given.name!r}, and none of this name comes with codesign "
            f"({nearest(given.name, shipped)}); name {allowed}"
        )
    return shipped[given.name]


_NAMES: Mapping[str, Callable[[], list[str]]] = {
    "models": lambda: list(resources.models()),
    "studies": lambda: list(resources.studies()),
    "technologies": lambda: list(resources.circuits()),
    "boards": lambda: list(resources.boards()),
}
"""By file names alone: a completion must not wait for an import."""


def completed(*kinds: str) -> Callable[[str], list[str]]:
    """The completion of a word to names of these kinds; where none fits, the shell goes on with its file names."""

    def names(incomplete: str) -> list[str]:
        return sorted(name for kind in kinds for name in _NAMES[kind]() if name.startswith(incomplete))

    return names
