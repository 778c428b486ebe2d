"""What goes into a report beside the verification: studies, and what the model's card says was published."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from codesign.cli.examples import own
from codesign.cli.screen import say, shown_progress
from codesign.errors import CodesignError

if TYPE_CHECKING:
    from codesign.report.published import Published
    from codesign.report.studies import Study
    from codesign.trace import Trace
    from codesign.verify import CircuitOptions, VerifyResult

__all__ = ["Material", "Studies", "TraceIt", "material", "traced", "write_page"]

TraceIt = Annotated[
    bool,
    typer.Option(
        "--trace",
        help="Simulate the sample of each target's first divergence once more, with waveforms, and show in the page "
        "what is inside of that unit.",
    ),
]

Studies = Annotated[
    list[Path] | None,
    typer.Option(
        "--study",
        metavar="FILE",
        help="JSON of montecarlo, characterise or a study script, to be drawn; may be repeated. Those in the model's "
        "folder studies/ are taken by themselves.",
    ),
]


@dataclass(frozen=True, kw_only=True)
class Material:
    """What was found beside a model."""

    studies: "Sequence[Study]"
    published: "Published | None"


def material(model: Path, given: Sequence[Path] | None = None) -> Material:
    """Read before hours of work, so that a wrong file is refused at once: InputError."""
    from codesign.report import studies
    from codesign.report.published import published

    folder = model if model.is_dir() else model.parent
    return Material(studies=studies.load([*studies.kept(folder), *(given or ())]), published=published(folder))


def traced(
    result: "VerifyResult",
    *,
    circuit: "CircuitOptions",
    engine: str,
    design: Path | None,
    time_limit_s: float,
    examples: Path | None,
) -> "list[Trace]":
    """The first divergence of every target that has one, opened. One that cannot be is said, and the others go on: the
    verification before it may have taken hours."""
    from codesign.trace import look, of_divergence
    from codesign.verify import Options

    found, given = [], own(examples)
    with shown_progress() as progress:
        options = Options(
            circuit=circuit, engine=engine, design=design, time_limit_s=time_limit_s, progress=progress
        )  # fmt: skip
        for name, target in result.targets.items():
            first = target.comparison.first_divergence
            if first is None:
                continue
            try:
                position = of_divergence(first, result.network)
                found.append(look(result.network, position, target=name, examples=given, options=options))
            except CodesignError as error:
                say(f"{result.network.name} {name}: no trace: {error}")
    return found


def write_page(result: "VerifyResult", output: Path, beside: Material, traces: "Sequence[Trace]" = ()) -> None:
    """Write the page and say where it is."""
    from codesign.report import write

    published = {} if beside.published is None else {result.network.name: beside.published}
    say(f"report: {write([result], output, studies=beside.studies, published=published, traces=traces)}")
