"""``codesign train STUDY.yaml``: many networks on one task, their table and their curves."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from codesign.cli.jobs import checked_folder, show_failures
from codesign.cli.screen import check_output_file, print_json, say, shown_progress

if TYPE_CHECKING:
    from codesign.jobs import Workers

__all__ = ["train_study"]


def train_study(
    recipe: Path, *, output: Path | None, only: Sequence[str], workers: "Workers", resume: bool, json: Path | None
) -> None:
    """Do the runs that are missing; write summary, table and curves; print the table.

    Results shipped beside the recipe are left as they are; the last line says whether they were reproduced. Ends with
    exit status 1 where a run failed.
    """
    import typer

    from codesign import training
    from codesign.files import write_file
    from codesign.studies import curves, read_study, summary, table
    from codesign.studies.run import run_study

    check_output_file(json)
    if output is not None:
        checked_folder(output)
    study = read_study(recipe)
    training.require_torch()
    folder = output or Path("build") / "studies" / study.name
    with shown_progress() as progress:
        runs = run_study(study, folder, only=only, workers=workers, resume=resume, progress=progress)
    found = summary.summary(study, runs)
    content = summary.text(found)
    if found["variants"]:
        curve = folder / f"{study.name}.svg"
        write_file(curve, curves.svg(found))
        shown = table.markdown(found, curves=curve.name)
        write_file(folder / "table.md", shown)
        say(shown.rstrip())
    show_failures({f"{name}, seed {seed}": failure for (name, seed), failure in runs.failures.items()})
    path = folder / f"{study.name}.json"
    write_file(path, content)
    wanted = len(study.variants) * len(study.seeds)
    say(f"{study.name}: {len(runs.results)} of {wanted} runs, {runs.reused} of them done before")
    say(f"results: {path}")
    shipped = recipe.with_suffix(".json")
    reproduced = shipped.read_text(encoding="utf-8") == content if shipped.is_file() else None
    if reproduced is not None and len(runs.results) == wanted:
        say(f"{'the same bytes as' if reproduced else 'NOT the same bytes as'} {shipped}")
    print_json(json, {
        "study": study.name, "results": str(path), "runs": len(runs.results), "reused": runs.reused,
        "failed": found["failed"], "reproduced": reproduced, "summary": found,
    })  # fmt: skip
    if runs.failures:
        raise typer.Exit(1)
