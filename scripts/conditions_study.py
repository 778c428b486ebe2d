"""A model's circuit over corners, temperature, supply and mismatch, for the report.

    python scripts/conditions_study.py models/keyword-bmru --technology generic180 --samples 10 --json FILE

Fourteen conditions; each takes as long as ``codesign verify`` of so many samples. ``codesign report MODEL --study
FILE`` draws it; kept as ``models/NAME/studies/FILE.json`` it is in every report of that model.
"""

import sys
from typing import Annotated

import typer

from codesign import checkpoint
from codesign.analog import technology as technologies
from codesign.cli.circuit import Technology, Use, choices
from codesign.cli.screen import Json, Model, check_output_file, count, print_error, print_json, print_table, say
from codesign.cli.screen import shown_progress as shown
from codesign.cli.verify import Jobs, Samples, TimeLimit
from codesign.errors import CodesignError, InputError, nearest
from codesign.verify.conditions import conditions, study


def main(
    model: Model,
    technology: Technology = "generic180",
    use: Use = None,
    samples: Samples = 10,
    dies: Annotated[int, typer.Option(min=0, help="So many dies with mismatch.")] = 5,
    only: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="This condition only; may be repeated.")
    ] = None,
    jobs: Jobs = None,
    time_limit: TimeLimit = 3600.0,
    json: Json = None,
) -> None:
    """Compare a circuit with the twin under each condition. Ends with status 1 if it does not agree under one."""
    check_output_file(json)
    network = checkpoint.load(model)
    rows = conditions(technologies.load(technology).at(choice=choices(use)), choices(use), dies=dies)
    for name in only or ():
        if name not in [row.name for row in rows]:
            raise InputError(f"unknown condition {name!r}; {nearest(name, [row.name for row in rows])}")
    chosen = [row for row in rows if not only or row.name in only]
    with shown() as progress:
        found = study(network, chosen, samples=samples, jobs=jobs, time_limit_s=time_limit, progress=progress)
    found["command"] = " ".join([
        "python scripts/conditions_study.py", f"models/{network.name}", f"--technology {technology}",
        *(f"--use {choice}" for choice in use or ()), f"--samples {samples} --dies {dies}",
        *(f"--only {name}" for name in only or ()), "--json FILE",
    ])  # fmt: skip
    table = []
    for row in found["rows"]:
        f = row["found"]
        if f is None:
            table.append([row["name"], "FAIL", row["error"], "", "", ""])
            continue
        table.append([
            row["name"], "pass" if f["passed"] else "FAIL", count(f["states_agree"], f["states_compared"]),
            f"{f['decisions_agree']} of {samples}", f["undecided"], f"{1e9 * f['power_w']:.1f} nW",
        ])  # fmt: skip
    print_table(
        f"{network.name} in {technology}", ["condition", "", "states agree", "decisions", "undecided", "power"], table
    )
    print_json(json, found)
    if json is not None:
        say(f"study: {json}")
    if not all(row["found"] and row["found"]["passed"] for row in found["rows"]):
        raise typer.Exit(1)


if __name__ == "__main__":
    try:
        typer.run(main)
    except CodesignError as error:
        print_error(str(error))
        sys.exit(error.exit_status)
