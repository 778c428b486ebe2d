"""Training: from a recipe to a quantised network. Importing this package does not import PyTorch."""

from collections.abc import Callable
from pathlib import Path

from codesign.errors import MissingToolError
from codesign.network import Network
from codesign.training.recipe import Recipe, read_recipe

__all__ = ["Recipe", "read_recipe", "require_torch", "train"]


def train(
    recipe: Recipe | Path,
    *,
    progress: Callable[[int, int, str], None] | None = None,
) -> Network:
    """Train the model of a recipe (or of the file that holds it) and score it once on the test split.

    ``progress(done, total, text)`` is called after each epoch. The same recipe gives the same network on the same
    machine. Raises InputError for a recipe that cannot be used, MissingToolError where PyTorch is not installed.
    """
    if not isinstance(recipe, Recipe):
        recipe = read_recipe(recipe)
    require_torch()
    from codesign.training.loop import train_recipe

    return train_recipe(recipe, progress=progress)


def require_torch() -> None:
    """Raise MissingToolError where PyTorch cannot be imported."""
    try:
        import torch  # noqa: F401
    except ImportError:
        raise MissingToolError(
            "PyTorch is not installed; training and converting need it: pip install 'codesign[train]'"
        ) from None
