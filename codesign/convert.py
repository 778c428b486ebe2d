"""From a PyTorch state dict (.pt) and a recipe to a Network. Nothing in the file is executed.

The state dict has one tensor ``<layer>.<tensor>`` for each tensor of each cell, in the units of training: 1.0 is a
weight of one, or one unit current. It is rounded exactly as training rounds.
"""

import pickle
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from codesign.errors import InputError, nearest
from codesign.network import Network
from codesign.training import read_recipe, require_torch

if TYPE_CHECKING:
    import torch

__all__ = ["convert"]


def convert(state_dict_path: Path, recipe_path: Path) -> Network:
    """The network of a state dict; raises InputError, in one sentence, for a file that does not fit the recipe."""
    recipe = read_recipe(recipe_path)
    require_torch()
    import torch

    from codesign.training.model import Model

    model = Model(recipe)
    found = _state_dict(Path(state_dict_path))
    wanted = model.state_dict()
    try:
        for name in found:
            if name not in wanted:
                raise InputError(f"tensor {name!r} is not in the recipe; {nearest(str(name), wanted)}")
        for name, parameter in wanted.items():
            if name not in found:
                raise InputError(f"tensor {name!r} is missing; the recipe wants it with the shape {_shape(parameter)}")
            _check_tensor(name, found[name], parameter)
        model.load_state_dict({name: found[name].to(torch.float32) for name in wanted})
        model.eval()
        return model.network({"source": "converted from a state dict"})
    except InputError as error:
        raise InputError(f"{state_dict_path}: {error}") from None


def _state_dict(path: Path) -> Mapping[str, Any]:
    import torch

    if not path.is_file():
        raise InputError(f"no state dict at {str(path)!r}; name a .pt file")
    try:
        found = torch.load(path, map_location="cpu", weights_only=True)
    except pickle.UnpicklingError:
        # What torch says here runs over a page and ends in advice to trust the file.
        raise InputError(
            f"{path}: holds more than tensors, or is no PyTorch file; save model.state_dict() with torch.save"
        ) from None
    except (RuntimeError, EOFError, OSError, ValueError, KeyError, TypeError, AttributeError, IndexError):
        raise InputError(f"{path}: no readable PyTorch file; it may be truncated, copy it again") from None
    if not isinstance(found, Mapping):
        raise InputError(f"{path}: holds a {type(found).__name__}, not a state dict; save model.state_dict()")
    return found


def _check_tensor(name: str, found: object, wanted: "torch.Tensor") -> None:
    import torch

    if not isinstance(found, torch.Tensor):
        raise InputError(f"{name!r} is a {type(found).__name__}, not a tensor")
    if found.layout != torch.strided or found.is_quantized or found.is_complex() or found.dtype == torch.bool:
        raise InputError(f"tensor {name!r} must hold plain real numbers, not {found.dtype} ({found.layout})")
    if found.shape != wanted.shape:
        raise InputError(f"tensor {name!r} has the shape {_shape(found)}, but the recipe wants {_shape(wanted)}")
    if not bool(torch.isfinite(found).all()):
        raise InputError(f"tensor {name!r} holds NaN or infinity; only finite numbers can be converted")


def _shape(tensor: "torch.Tensor") -> list[int]:
    return list(tensor.shape)
