"""``codesign corners``: a model's circuit over corners, temperature, supply and dies with mismatch."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from codesign.cli.circuit import Technology, Use, choices
from codesign.cli.examples import Examples, own
from codesign.cli.jobs import Folder, JobLimit, Jobs, Resume, Scheduler, checked_folder, show_failures, workers
from codesign.cli.screen import Json, Model, check_output_file, count, print_json, print_table, say, shown_progress
from codesign.cli.verify import TimeLimit
from codesign.errors import InputError, nearest

if TYPE_CHECKING:
    from codesign.verify.conditions import Study

__all__ = ["corners"]


def corners(
    model: Model,
    technology: Technology = "generic180",
    use: Use = None,
    samples: Annotated[int, typer.Option(min=1, help="How many of the first test samples.")] = 10,
    dies: Annotated[int, typer.Option(min=0, help="So many dies with mismatch.")] = 5,
    only: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="This condition only, e.g. ss or -40C; may be repeated.")
    ] = None,
    examples: Examples = None,
    folder: Folder = None,
    jobs: Jobs = None,
    scheduler: Scheduler = None,
    job_limit: JobLimit = None,
    resume: Resume = True,
    time_limit: TimeLimit = 3600.0,
    json: Json = None,
) -> None:
    """Compare a model's circuit with its twin in every corner, at both ends of the temperature and supply ranges, and
    on dies with mismatch.

    Each condition takes as long as 'codesign verify --target spice' of so many samples. 'codesign report MODEL --study
    FILE' draws the JSON. Ends with status 1 if the circuit does not agree under one of them.
    """
    from codesign import checkpoint
    from codesign.analog import technology as technologies
    from codesign.verify.conditions import conditions, study

    check_output_file(json)
    many = workers(jobs, scheduler, job_limit)
    network = checkpoint.load(model)
    rows = conditions(technologies.load(technology).at(choice=choices(use)), choices(use), dies=dies)
    for name in only or ():
        if name not in [row.name for row in rows]:
            raise InputError(f"unknown condition {name!r}; {nearest(name, [row.name for row in rows])}")
    kept = checked_folder(folder or Path("build") / network.name / "corners" / technology)
    with shown_progress() as progress:
        found = study(
            network,
            [row for row in rows if not only or row.name in only],
            samples=samples,
            examples=own(examples),
            folder=kept,
            workers=many,
            resume=resume,
            time_limit_s=time_limit,
            progress=progress,
        )
    command = " ".join([
        "codesign corners", f"models/{network.name}", f"--technology {technology}",
        *(f"--use {choice}" for choice in use or ()), f"--samples {samples} --dies {dies}",
        *(f"--only {name}" for name in only or ()), *(("--examples FILE.npz",) if examples else ()), "--json FILE",
    ])  # fmt: skip
    _show(found, samples)
    print_json(json, {**found.figures, "command": command})
    if json is not None:
        say(f"study: {json}")
    if not all(row["found"] and row["found"]["passed"] for row in found.figures["rows"]):
        raise typer.Exit(1)


def _show(study: "Study", samples: int) -> None:
    table = []
    for row in study.figures["rows"]:
        found = row["found"]
        if found is None:
            table.append([row["name"], "FAIL", row["error"], "", "", ""])
            continue
        table.append([
            row["name"], "pass" if found["passed"] else "FAIL", count(found["states_agree"], found["states_compared"]),
            f"{found['decisions_agree']} of {samples}", found["undecided"], f"{1e9 * found['power_w']:.1f} nW",
        ])  # fmt: skip
    columns = ["condition", "", "states agree", "decisions", "undecided", "power"]
    print_table(f"{study.figures['model']} in {study.figures['technology']}", columns, table)
    show_failures(study.failures)
