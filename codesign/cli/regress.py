"""``codesign regress``: many models on many targets with many engines, for continuous integration."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from codesign.cli.circuit import Corner, Mismatch, Supply, Technology, Temperature, Use, options
from codesign.cli.jobs import Folder, JobLimit, Jobs, Resume, Scheduler, checked_folder, show_failures, workers
from codesign.cli.screen import Json, check_output_file, count, print_json, print_table, say, shown_progress
from codesign.cli.shipped import completed, model_path
from codesign.cli.verify import TimeLimit

if TYPE_CHECKING:
    from codesign.verify.regression import Regression

__all__ = ["regress"]

Engines = Annotated[list[str], typer.Option("--engine", help="Of RTL: small, balanced, fast; may be repeated.")]


def regress(
    models: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[MODEL]...",
            help="Checkpoints, folders that hold one, or names of models that come with codesign. Default: all these.",
            autocompletion=completed("models"),
        ),
    ] = None,
    target: Annotated[
        list[str],
        typer.Option("--target", help="As of 'codesign verify'; may be repeated. Models without it are left out."),
    ] = ["all"],  # noqa: B006 (typer copies it)
    engine: Engines = ["balanced"],  # noqa: B006 (typer copies it)
    samples: Annotated[int, typer.Option(min=1, help="How many of the first test samples of each model.")] = 10,
    technology: Technology = "generic180",
    corner: Corner = None,
    temperature: Temperature = None,
    supply: Supply = None,
    use: Use = None,
    mismatch: Mismatch = None,
    folder: Folder = None,
    jobs: Jobs = None,
    scheduler: Scheduler = None,
    job_limit: JobLimit = None,
    resume: Resume = True,
    time_limit: TimeLimit = 3600.0,
    json: Json = None,
    junit: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the result as JUnit XML to FILE.")] = None,
) -> None:
    """Verify models on targets, RTL with each engine; each such verification is a job.

    A result is taken from the folder only while model, samples, circuits, simulators and every source file of codesign
    are as they were. Ends with status 1 if a target disagrees, else with 3 if a job failed.
    """
    from codesign import checkpoint, resources
    from codesign.files import write_file
    from codesign.verify.junit import junit as in_xml
    from codesign.verify.regression import cases
    from codesign.verify.regression import regress as run

    check_output_file(json)
    check_output_file(junit)
    many = workers(jobs, scheduler, job_limit)
    circuit = options(technology, corner, temperature, supply, use, mismatch)
    paths = [model_path(path) for path in models] if models else list(resources.models().values())
    chosen = cases([checkpoint.load(path) for path in paths], target, engine)
    kept = checked_folder(folder or Path("build") / "regress")
    with shown_progress() as progress:
        found = run(
            chosen,
            samples=samples,
            circuit=circuit,
            folder=kept,
            workers=many,
            resume=resume,
            time_limit_s=time_limit,
            progress=progress,
        )
    _show(found)
    print_json(json, found.figures)
    if junit is not None:
        write_file(junit, in_xml(found))
    if not found.passed:
        raise typer.Exit(1 if any(case["verdict"] == "fail" for case in found.figures["cases"]) else 3)


def _show(found: "Regression") -> None:
    rows = []
    for case in found.figures["cases"]:
        comparison = case["comparison"]
        seconds = found.seconds.get(case["name"])
        rows.append([
            case["model"], case["target"], case["engine"] or "",
            {"pass": "pass", "fail": "FAIL", "error": "ERROR"}[case["verdict"]],
            count(comparison["states_agree"], comparison["states_compared"]) if comparison else case["error"],
            f"{comparison['decisions_agree']} of {comparison['samples']}" if comparison else "",
            "done before" if seconds is None else round(seconds, 1),
        ])  # fmt: skip
    print_table("Regression", ["model", "target", "engine", "", "states agree", "decisions", "seconds"], rows)
    for case in found.figures["cases"]:
        if case["verdict"] == "fail" and case["comparison"]["first_divergence"]:
            where = case["comparison"]["first_divergence"]
            say(
                f"{case['name']}: first divergence in sample {where['sample']}, step {where['step']}, layer "
                f"{where['layer']!r}, unit {where['unit']}: expected {where['expected']}, found {where['found']}"
            )
    show_failures(found.failures)
    verdicts = [case["verdict"] for case in found.figures["cases"]]
    say(f"{verdicts.count('pass')} of {len(verdicts)} pass, {len(found.reused)} were done before")
