"""``codesign train``: from a recipe to a checkpoint."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from codesign.cli.screen import Json, accuracies, accuracy_lines, check_output_file, print_json, say, shown_progress
from codesign.errors import InputError

if TYPE_CHECKING:
    from codesign.network import Network

__all__ = ["Output", "Recipe", "show_trained", "train"]

Recipe = Annotated[Path, typer.Argument(metavar="RECIPE", help="A recipe.yaml, or a folder that holds one.")]
Output = Annotated[
    Path | None, typer.Option(metavar="FILE", help="The checkpoint. Default: build/MODEL/checkpoint.safetensors.")
]


Units = Annotated[int | None, typer.Option(help="Train another size: so many units in every layer but the last.")]
Epochs = Annotated[int | None, typer.Option(help="With --units: passes through the training split.")]


def train(recipe: Recipe, output: Output = None, units: Units = None, epochs: Epochs = None, json: Json = None) -> None:
    """Train the model of a recipe. With the same recipe and machine it is the same, byte for byte.

    A checkpoint beside the recipe is left as it is; the last line says whether it was reproduced. With --units the
    network is another one, NAME-UNITS.
    """
    from codesign import checkpoint, training

    check_output_file(output)
    check_output_file(json)
    if epochs is not None and units is None:
        raise InputError("--epochs goes with --units; the passes of the model itself are in its recipe")
    chosen = training.read_recipe(recipe)
    if units is not None:
        chosen = chosen.resized(units, epochs=epochs)
    with shown_progress() as progress:
        network = training.train(chosen, progress=progress)
    path = output or Path("build") / network.name / "checkpoint.safetensors"
    shipped = (recipe if recipe.is_dir() else recipe.parent) / "checkpoint.safetensors"
    before = shipped.read_bytes() if units is None and shipped.is_file() else None
    checkpoint.save(network, path)
    show_trained(network, path)
    reproduced = None if before is None else path.read_bytes() == before
    if reproduced is not None:
        say(f"{'the same bytes as' if reproduced else 'NOT the same bytes as'} {shipped}")
    print_json(json, {
        "model": network.name, "model_hash": network.hash, "checkpoint": str(path),
        "reproduced": reproduced, "accuracy": accuracies(network.training).get("test"),
        "balanced_accuracy": accuracies(network.training, "balanced_accuracy").get("test"),
        "training": dict(network.training),
    })  # fmt: skip


def show_trained(network: "Network", path: Path) -> None:
    """What was made, how well it does, where it is."""
    for line in accuracy_lines(network.training):
        say(line)
    say(f"{network.name}: {network.parameters} parameters, sha256:{network.hash}")
    say(f"checkpoint: {path}")
