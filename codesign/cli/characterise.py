"""``codesign characterise``: the datasheet of a cell, run in ngspice."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from codesign.cli.screen import Json, check_output_file, print_json, print_table, say, shown_progress

if TYPE_CHECKING:
    from codesign.analog.characterise import Result
    from codesign.analog.characterise.result import Summary, Verdict

__all__ = ["characterise"]


def characterise(
    cell: Annotated[str, typer.Option(help="A cell with a datasheet in circuits/TECHNOLOGY, or a datasheet (.yaml).")],
    technology: Annotated[str, typer.Option(help="The technology: a folder of circuits/.")] = "generic180",
    jobs: Annotated[int | None, typer.Option(min=1, help="Simulations at a time. Default: one per processor.")] = None,
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
    from codesign.verify.options import processors

    check_output_file(json)
    loaded = technologies.load(technology)
    datasheet = package.load(loaded, cell)
    jobs = jobs or processors()
    with shown_progress() as progress:
        if output is None:
            result = package.characterise(datasheet, loaded, jobs=jobs, time_limit_s=time_limit, progress=progress)
        else:
            with output_folder(output) as folder:
                (folder / "decks").mkdir()
                result = package.characterise(
                    datasheet, loaded, jobs=jobs, time_limit_s=time_limit, progress=progress, decks=folder / "decks"
                )
                from codesign.analog.characterise import plots

                plots.write(result, folder)
                print_json(folder / "result.json", result.json())
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
    say(f"{result.runs} measurements at {points} points in {result.wall_s:.0f} s, {result.simulator}")
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
