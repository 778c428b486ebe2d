"""``codesign verify``: twin, circuit and RTL on the same samples."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from codesign.cli.circuit import Corner, Mismatch, Supply, Technology, Temperature, Use, options
from codesign.cli.examples import Examples, Samples, own, wanted
from codesign.cli.page import TraceIt, material, traced, write_page
from codesign.cli.screen import (
    Engine,
    Json,
    Model,
    check_output_file,
    count,
    print_json,
    print_table,
    say,
    shown_progress,
)
from codesign.errors import InputError

if TYPE_CHECKING:
    from codesign.verify import CircuitOptions, Divergence, VerifyResult

__all__ = ["Design", "Jobs", "Targets", "TimeLimit", "run", "show", "verify"]

Targets = Annotated[
    list[str],
    typer.Option(
        "--target",
        help="spice, behavioural, verilog, vhdl, verilator (the Verilog again, fast: for whole test sets), or all that "
        "the model can be built for, verilator left out; may be repeated.",
    ),
]
Design = Annotated[
    Path | None,
    typer.Option(
        metavar="FOLDER",
        help="Verify this folder, which 'codesign export' wrote and you may have edited, instead of a new export; with "
        "one --target.",
    ),
]
Jobs = Annotated[int | None, typer.Option(min=1, help="Simulations at a time. Default: one per processor.")]
TimeLimit = Annotated[float, typer.Option(min=1.0, metavar="SECONDS", help="Time limit for each run of a simulator.")]


_MOST_EDITS = 5


def verify(
    model: Model,
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
    jobs: Jobs = None,
    time_limit: TimeLimit = 3600.0,
    json: Json = None,
    report: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the report, one HTML page, to FILE.")
    ] = None,
    trace: TraceIt = False,
) -> None:
    """Compare every state of every step of a model's circuit and RTL with its software twin.

    Ends with status 1 if a target does not agree: in RTL every state and decision must be the twin's; in the
    circuit at least 98 % of all states, 99.5 % of those outside the margin, and 98 % of the decisions.
    """
    check_output_file(json)
    check_output_file(report)
    if trace and report is None:
        raise InputError("--trace goes into the page, so give --report FILE, too, or use codesign trace")
    beside = material(model) if report is not None else None
    circuit = options(technology, corner, temperature, supply, use, mismatch)
    result = run(model, target, samples, circuit, jobs, time_limit, engine, examples, design)
    show(result)
    print_json(json, result.json())
    if report is not None and beside is not None:
        found = (
            traced(result, circuit=circuit, engine=engine, design=design, time_limit_s=time_limit, examples=examples)
            if trace
            else ()
        )
        write_page(result, report, beside, found)
    if not result.passed:
        raise typer.Exit(1)


def run(
    model: Path,
    targets: list[str],
    samples: int | None,
    circuit: "CircuitOptions",
    jobs: int | None,
    time_limit_s: float,
    engine: str = "balanced",
    examples: Path | None = None,
    design: Path | None = None,
) -> "VerifyResult":
    """Verify with progress on the screen."""
    from codesign import checkpoint
    from codesign.verify import verify as verified

    network, given = checkpoint.load(model), own(examples)
    with shown_progress() as progress:
        return verified(
            network,
            targets=targets,
            samples=wanted(samples, examples),
            examples=given,
            circuit=circuit,
            engine=engine,
            design=design,
            jobs=jobs,
            time_limit_s=time_limit_s,
            progress=progress,
        )


def show(*results: "VerifyResult") -> None:
    """The table, and the first divergence of every target that has one."""
    columns = ["model", "target", "verdict", "states agree", "in margin", "outside", "decisions", "accuracy", "twin's",
               "seconds"]  # fmt: skip
    rows = []
    for result in results:
        for name, target in result.targets.items():
            c = target.comparison
            rows.append([
                result.network.name, name, "pass" if target.passed else "FAIL",
                count(c.states_agree, c.states_compared), c.states_in_margin, c.disagree_outside_margin,
                f"{c.decisions_agree} of {c.samples}", f"{100 * c.accuracy_target:.1f} %",
                f"{100 * c.accuracy_twin:.1f} %", round(target.wall_s, 1),
            ])  # fmt: skip
    print_table("Against the software twin (outside: states that differ and are not in the margin)", columns, rows)
    for result in results:
        for name, target in result.targets.items():
            where = f"{result.network.name} {name}"
            figures = ", ".join(
                f"{key} {value:.4g}" if isinstance(value, float) else f"{key} {value}"
                for key, value in target.measurement.figures.items()
                if isinstance(value, int | float | str)
            )
            if figures:
                say(f"{where}: {figures}")
            if target.edits:
                say(
                    f"{where}: passes, although the design differs from a new export in {len(target.edits)} "
                    f"place{'s' * (len(target.edits) > 1)}, which these samples do not show to be wrong:"
                )
                for line in target.edits[:_MOST_EDITS]:
                    say(f"    {line}")
            if target.comparison.first_divergence is not None:
                for line in _divergence(target.comparison.first_divergence, target.comparison.samples):
                    say(f"{where}: {line}")


def _divergence(d: "Divergence", samples: int) -> Iterator[str]:
    margin = "in the margin" if d.in_margin else "outside the margin"
    yield (
        f"first divergence in sample {d.sample}, step {d.step}, layer {d.layer!r}, state {d.state!r}, unit {d.unit}: "
        f"expected {d.expected}, found {d.found} ({margin})"
    )
    if d.cause is not None:
        yield f"cause ({d.cause.evidence}): {d.cause.message}"
        same = [item for item in d.candidates if item.evidence == d.cause.evidence == "behaviour"]
        if same:
            yield f"{len(same)} other faults explain as much: {', '.join(item.parameter for item in same[:4])}"
        rest = [item for item in d.candidates if item not in same]
        if rest:
            yield f"it may also be, among {len(rest)}: {rest[0].message}"
    if d.effect is not None:
        decided = (
            f"decided {d.effect.decision_found} instead of {d.effect.decision_twin}"
            if d.effect.changed
            else f"decided {d.effect.decision_twin} all the same"
        )
        yield (
            f"effect: sample {d.sample} is {decided}; decisions changed: {d.effect.decisions_changed} of {samples}, "
            f"samples with differences: {d.effect.samples_with_differences}"
        )
