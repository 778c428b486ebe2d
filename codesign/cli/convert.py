"""``codesign convert``: from a PyTorch state dict to a checkpoint."""

from pathlib import Path
from typing import Annotated

import typer

from codesign.cli.screen import check_output_file
from codesign.cli.train import Output, Recipe, show_trained

__all__ = ["convert"]


def convert(
    state_dict: Annotated[Path, typer.Argument(metavar="STATE_DICT", help="A .pt file of tensors.")],
    recipe: Recipe,
    output: Output = None,
) -> None:
    """Quantise a trained state dict (.pt, read with weights_only=True) into a checkpoint, as its recipe says."""
    from codesign import checkpoint
    from codesign.convert import convert as converted

    check_output_file(output)
    network = converted(state_dict, recipe)
    path = output or Path("build") / network.name / "checkpoint.safetensors"
    checkpoint.save(network, path)
    show_trained(network, path)
