"""``codesign report``: verify, and write the page."""

from pathlib import Path
from typing import Annotated

import typer

from codesign.cli.circuit import Corner, Mismatch, Supply, Technology, Temperature, Use, options
from codesign.cli.examples import Examples, Samples
from codesign.cli.page import Studies, TraceIt, material, traced, write_page
from codesign.cli.screen import Engine, Json, Model, check_output_file, print_json, say
from codesign.cli.verify import Design, Jobs, Targets, TimeLimit, run, show
from codesign.files import check_output_folder

__all__ = ["report"]


def report(
    model: Model,
    output: Annotated[Path | None, typer.Option(metavar="FILE", help="Default: build/MODEL/report.html.")] = None,
    study: Studies = None,
    target: Targets = ["all"],  # noqa: B006 (typer copies it)
    samples: Samples = None,
    examples: Examples = None,
    technology: Technology = "generic180",
    corner: Corner = None,
    temperature: Temperature = None,
    supply: Supply = None,
    use: Use = None,
    mismatch: Mismatch = None,
    engine: Engine = "balanced",
    design: Design = None,
    trace: TraceIt = False,
    jobs: Jobs = None,
    time_limit: TimeLimit = 3600.0,
    plots: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Write every plot and drawing as SVG, PDF and CSV to FOLDER, for papers."),
    ] = None,
    json: Json = None,
) -> None:
    """Verify a model and write what was found as one self-contained HTML page, with the studies of the model.

    Ends with status 1 if a target does not agree; the page is written all the same and shows where.
    """
    check_output_file(output)
    check_output_file(json)
    if plots is not None:
        check_output_folder(plots)
    beside = material(model, study)
    circuit = options(technology, corner, temperature, supply, use, mismatch)
    result = run(model, target, samples, circuit, jobs, time_limit, engine, examples, design)
    show(result)
    found = (
        traced(result, circuit=circuit, engine=engine, design=design, time_limit_s=time_limit, examples=examples)
        if trace
        else ()
    )
    write_page(result, output or Path("build") / result.network.name / "report.html", beside, found)
    if plots is not None:
        from codesign.report import plots as paper

        say(f"plots: {len(paper.write(result, plots, studies=beside.studies))} in {plots}")
    if json is not None:
        from codesign.report.costs import costs

        each = costs(result)
        print_json(json, {**result.json(), "costs": None if each is None else each.json()})
    if not result.passed:
        raise typer.Exit(1)
