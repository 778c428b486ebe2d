"""``codesign train``: from a recipe to a checkpoint."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from codesign.cli.activity import warn_of_activity
from codesign.cli.jobs import JobLimit, Jobs, Resume, Scheduler, workers
from codesign.cli.screen import Json, accuracies, accuracy_lines, check_output_file, print_json, say, shown_progress
from codesign.cli.shipped import completed, recipe_path
from codesign.errors import InputError

if TYPE_CHECKING:
    from codesign.network import Network

__all__ = ["Output", "Recipe", "show_trained", "train"]

Recipe = Annotated[
    Path,
    typer.Argument(
        metavar="RECIPE",
        help="A recipe.yaml or a folder that holds one, the YAML of a study, or the name of a model or a study that "
        "comes with codesign.",
        callback=recipe_path,
        autocompletion=completed("models", "studies"),
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "--folder",
        metavar="PATH",
        help="The checkpoint, default build/MODEL/checkpoint.safetensors; the folder of a study, build/studies/NAME.",
    ),
]


Units = Annotated[int | None, typer.Option(help="Train another size: so many units in every layer but the last.")]
Epochs = Annotated[int | None, typer.Option(help="With --units: passes through the training split.")]
Only = Annotated[
    list[str] | None, typer.Option(metavar="VARIANT", help="Of a study: run this variant alone. May be repeated.")
]


def train(
    recipe: Recipe,
    output: Output = None,
    units: Units = None,
    epochs: Epochs = None,
    only: Only = None,
    jobs: Jobs = None,
    scheduler: Scheduler = None,
    job_limit: JobLimit = None,
    resume: Resume = True,
    json: Json = None,
) -> None:
    """Train the model of a recipe. With the same recipe and machine it is the same, byte for byte.

    A checkpoint beside the recipe is left as it is; the last line says whether it was reproduced. With --units the
    network is another one, NAME-UNITS. A study (models/studies) trains many networks and ends in a table; called
    again it goes on where it stopped.
    """
    from codesign import checkpoint, studies, training

    if studies.is_study(recipe):
        from codesign.cli.study import train_study

        if units is not None or epochs is not None:
            raise InputError("--units and --epochs are for the recipe of a model; the sizes of a study are in its YAML")
        many = workers(jobs, scheduler, job_limit)
        train_study(recipe, output=output, only=only or [], workers=many, resume=resume, json=json)
        return
    if only or not resume or any(given is not None for given in (jobs, scheduler, job_limit)):
        raise InputError(
            "--only, --jobs, --scheduler, --job-limit and --no-resume are for a study; this is the recipe of a model"
        )
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
    warn_of_activity(network, str(path))
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
