"""``codesign characterise``: the datasheet of a cell, run in ngspice."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from codesign.cli.jobs import Folder, JobLimit, Jobs, Resume, Scheduler, checked_folder, workers
from codesign.cli.screen import Json, check_output_file, print_json, print_table, say, shown_progress

if TYPE_CHECKING:
    from codesign.analog.characterise import Result
    from codesign.analog.characterise.result import Summary, Verdict

__all__ = ["characterise"]


def characterise(
    cell: Annotated[str, typer.Option(help="A cell with a datasheet in circuits/TECHNOLOGY, or a datasheet (.yaml).")],
    technology: Annotated[str, typer.Option(help="The technology: a folder of circuits/.")] = "generic180",
    folder: Folder = None,
    jobs: Jobs = None,
    scheduler: Scheduler = None,
    job_limit: JobLimit = None,
    resume: Resume = True,
    time_limit: Annotated[float, typer.Option(min=1.0, metavar="SECONDS", help="For each run of ngspice.")] = 600.0,
    json: Json = None,
    output: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR", help="Where plots (SVG), result.json and the typical decks go; replaced as a whole."
        ),
    ] = None,
) -> None:
    """Measure a cell under all conditions of its datasheet and compare it with the limits that stand there.

    Ends with status 1 if a limit is not met.
    """
    from codesign.analog import characterise as package
    from codesign.analog import technology as technologies
    from codesign.files import output_folder

    check_output_file(json)
    many = workers(jobs, scheduler, job_limit)
    loaded = technologies.load(technology)
    datasheet = package.load(loaded, cell)
    kept = checked_folder(folder or Path("build") / "characterise" / technology / datasheet.cell)

    run = partial(
        package.characterise,
        datasheet,
        loaded,
        folder=kept,
        workers=many,
        resume=resume,
        time_limit_s=time_limit,
    )
    with shown_progress() as progress:
        if output is None:
            result = run(progress=progress)
        else:
            with output_folder(output) as written:
                (written / "decks").mkdir()
                result = run(progress=progress, decks=written / "decks")
                from codesign.analog.characterise import plots

                plots.write(result, written)
                print_json(written / "result.json", result.json())
    _show(result)
    print_json(json, result.json())
    if not result.passed:
        raise typer.Exit(1)


def _show(result: "Result") -> None:
    columns = ["quantity", "unit", "typical", "minimum", "maximum", "sigma", "limits", ""]
    rows = [
        [
            summary.name,
            summary.quantity.unit,
            _typical(summary),
            _number(summary.smallest),
            _number(summary.largest),
            _number(summary.sigma) if summary.sigma is not None else "",
            "; ".join(f"{verdict.scope} {verdict.bounds}" for verdict in summary.verdicts),
            "" if not summary.verdicts else "pass" if summary.passed else "FAIL",
        ]
        for summary in result.summaries
    ]
    points = len({item.point for item in result.found})
    print_table(f"{result.datasheet.title} ({result.technology})", columns, rows)
    before = f", {result.reused} of them done before" if result.reused else ""
    say(f"{result.runs} measurements at {points} points in {result.wall_s:.0f} s{before}, {result.simulator}")
    for verdict in result.failures:
        say(_failure(verdict))


def _failure(verdict: "Verdict") -> str:
    return f"FAIL {verdict}"


def _typical(summary: "Summary") -> str:
    reached = [value for value in summary.typical if value is not None]
    if len(reached) < len(summary.typical) or not reached:
        return "not reached"
    low, high = _number(min(reached)), _number(max(reached))
    return low if low == high else f"{low} .. {high}"


def _number(value: float | None) -> str:
    return "not reached" if value is None else f"{value:.3g}"
