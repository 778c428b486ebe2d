"""``codesign report``: verify, and write the page."""

from pathlib import Path
from typing import Annotated

import typer

from codesign.cli.circuit import Corner, Mismatch, Supply, Technology, Temperature, Use, options
from codesign.cli.examples import Examples, Samples
from codesign.cli.page import Studies, material, write_page
from codesign.cli.screen import Model, check_output_file
from codesign.cli.verify import Jobs, Targets, TimeLimit, run, show

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
    jobs: Jobs = None,
    time_limit: TimeLimit = 3600.0,
) -> None:
    """Verify a model and write what was found as one self-contained HTML page, with the studies of the model.

    Ends with status 1 if a target does not agree; the page is written all the same and shows where.
    """
    check_output_file(output)
    beside = material(model, study)
    circuit = options(technology, corner, temperature, supply, use, mismatch)
    result = run(model, target, samples, circuit, jobs, time_limit, examples=examples)
    show(result)
    write_page(result, output or Path("build") / result.network.name / "report.html", beside)
    if not result.passed:
        raise typer.Exit(1)
