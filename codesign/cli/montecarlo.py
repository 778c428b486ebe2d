"""``codesign montecarlo``: the yield of a model's decisions."""

from pathlib import Path
from typing import Annotated, Any

import typer

from codesign.cli.circuit import Corner, Supply, Technology, Temperature, Use, loaded
from codesign.cli.examples import Examples, encoded_samples
from codesign.cli.jobs import JobLimit, Jobs, Resume, Scheduler, checked_folder, workers
from codesign.cli.screen import Json, Model, check_output_file, count, print_json, print_table, say, shown_progress
from codesign.cli.verify import TimeLimit

__all__ = ["montecarlo"]


def montecarlo(
    model: Model,
    technology: Technology = "generic180",
    runs: Annotated[int, typer.Option(min=1, help="Dies.")] = 1000,
    samples: Annotated[int | None, typer.Option(help="How many of the first test samples. Default: all.")] = None,
    seed: Annotated[int, typer.Option(min=0, help="Of the batch that the dies are of.")] = 1,
    limit: Annotated[
        float | None,
        typer.Option(metavar="ACCURACY", help="What a good die has, 0 to 1. Default: 3 points less than the twin."),
    ] = None,
    least_yield: Annotated[
        float | None, typer.Option(metavar="SHARE", help="Status 1 where fewer of the dies are good. Default: none.")
    ] = None,
    spice_runs: Annotated[
        int, typer.Option(min=0, help="So many of the dies, from the worst to the best, at transistor level, too.")
    ] = 0,
    spice_samples: Annotated[
        int, typer.Option(min=1, help="Test samples for each of those; half are those that dies disagree on most.")
    ] = 10,
    folder: Annotated[
        Path | None,
        typer.Option(
            "--folder",
            "--state",
            metavar="DIR",
            help="Keeps results and logs: a run that was stopped goes on from there. Default: build/MODEL/montecarlo.",
        ),
    ] = None,
    corner: Corner = None,
    temperature: Temperature = None,
    supply: Supply = None,
    use: Use = None,
    jobs: Jobs = None,
    scheduler: Scheduler = None,
    job_limit: JobLimit = None,
    resume: Resume = True,
    time_limit: TimeLimit = 3600.0,
    examples: Examples = None,
    json: Json = None,
) -> None:
    """Give every transistor of many dies its mismatch, and show what becomes of the model's decisions on the test set.

    By the vectorised circuit model; with --spice-runs some dies at transistor level beside it. Ends with status 1 where
    fewer dies reach the limit than --least-yield asks for.
    """
    from codesign import checkpoint
    from codesign.analog.montecarlo import Beside
    from codesign.analog.montecarlo import montecarlo as run

    check_output_file(json)
    network = checkpoint.load(model)
    many = workers(jobs, scheduler, job_limit)
    state = checked_folder(folder or Path("build") / network.name / "montecarlo")
    chosen = loaded(technology, corner, temperature, supply, use)
    inputs, labels = encoded_samples(network, samples, examples)
    with shown_progress() as progress:
        found = run(
            network,
            inputs,
            labels,
            technology=chosen,
            runs=runs,
            seed=seed,
            limit=limit,
            beside_it=Beside(dies=spice_runs, samples=spice_samples, time_limit_s=time_limit),
            state=state,
            workers=many,
            resume=resume,
            progress=progress,
        )
    _show(found.figures)
    print_json(json, found.figures)
    if least_yield is not None and found.share < least_yield:
        raise typer.Exit(1)


def _show(figures: dict[str, Any]) -> None:
    names = ("mean", "minimum", "p1", "p5", "p50", "p95", "maximum")
    rows = [
        [what, *(f"{100 * figures[name][entry]:.2f}" for entry in names), _interval(figures[name]["mean_interval_95"])]
        for what, name in ((figures["measure"], "accuracy"), ("decisions as the twin's", "agreement_with_twin"))
    ]
    print_table(
        f"{figures['model']} on {figures['runs']} dies of {figures['technology']}, {figures['samples']} samples (%)",
        ["", *names, "mean, 95 %"],
        rows,
    )
    say(
        f"yield: {count(figures['dies_above_limit'], figures['runs'])} dies reach {100 * figures['limit']:.2f} % "
        f"(twin: {100 * figures['accuracy_twin']:.2f} %); 95 %: {_interval(figures['yield_interval_95'])}"
    )
    say(f"{figures['dies_done_before']} dies were done before; {figures['wall_s']:.1f} s")
    beside = figures["transistor_level"]
    if beside is not None:
        compared = beside["decisions_compared"]
        say(
            f"transistor level, {beside['dies']} dies x {beside['samples']} samples: decisions as the vectorised "
            f"model's {count(beside['decisions_agree'], compared)}; as the twin's {beside['decisions_agree_twin']}, in "
            f"the vectorised model {beside['vectorised_decisions_agree_twin']}; "
            f"states {count(beside['states_agree'], beside['states_compared'])}; scores differ by "
            f"{beside['score_error_rms']:.3f} unit currents per step (rms)"
        )
        macro = beside["behavioural"]
        say(
            f"behavioural netlist: decisions {count(macro['decisions_agree'], compared)}, states "
            f"{count(macro['states_agree'], macro['states_compared'])}, scores {macro['score_error_rms']:.3f}"
        )


def _interval(ends: list[float]) -> str:
    return f"{100 * ends[0]:.2f} to {100 * ends[1]:.2f} %"
