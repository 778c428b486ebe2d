"""``codesign trace``: one unit around one step, from the simulator's own waveforms."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from codesign.cli.circuit import Corner, Mismatch, Supply, Technology, Temperature, Use
from codesign.cli.circuit import options as circuit_options
from codesign.cli.examples import Examples, own, wanted
from codesign.cli.screen import Engine, Json, Model, check_output_file, print_json, print_table, say, shown_progress
from codesign.cli.verify import TimeLimit
from codesign.errors import InputError

if TYPE_CHECKING:
    from codesign.data import Examples as OwnExamples
    from codesign.network import Network
    from codesign.trace import Position, Trace
    from codesign.verify import Options

__all__ = ["trace"]


def trace(
    model: Model,
    target: Annotated[str, typer.Option(help="spice, behavioural, verilog, vhdl or verilator.")],
    output: Annotated[Path, typer.Option(metavar="FOLDER", help="What is written goes into this folder.")],
    verified: Annotated[
        Path | None,
        typer.Option(
            "--from", metavar="FILE", help="Open the first divergence in this file of 'codesign verify --json'."
        ),
    ] = None,
    sample: Annotated[int | None, typer.Option(min=0, help="The sample; with --layer, --unit and --step.")] = None,
    layer: Annotated[str | None, typer.Option(help="The layer, by its name.")] = None,
    unit: Annotated[int | None, typer.Option(min=0, help="The unit of the layer.")] = None,
    step: Annotated[int | None, typer.Option(min=0, help="The step of the sample.")] = None,
    window: Annotated[int, typer.Option(min=0, max=1000, help="Steps before and after that are shown.")] = 3,
    samples: Annotated[
        int | None, typer.Option(min=1, help="Samples to verify where no position is given. Default: as of verify.")
    ] = None,
    examples: Examples = None,
    design: Annotated[
        Path | None,
        typer.Option(
            metavar="FOLDER",
            help="Trace this folder, which 'codesign export' wrote and you may have edited, instead of a new export.",
        ),
    ] = None,
    technology: Technology = "generic180",
    corner: Corner = None,
    temperature: Temperature = None,
    supply: Supply = None,
    use: Use = None,
    mismatch: Mismatch = None,
    engine: Engine = "balanced",
    time_limit: TimeLimit = 3600.0,
    json: Json = None,
) -> None:
    """Open the first divergence, or any unit: what is inside of it around that step, from the simulator's waveforms.

    Without a position the first samples are verified, and the first state that differs is opened; where none does,
    nothing is written. FOLDER gets drawings (SVG, PDF), tables (CSV), the text, and the simulator's own waveform file.
    """
    from codesign import checkpoint
    from codesign.trace import trace as traced
    from codesign.verify import Options

    check_output_file(json)
    network, given = checkpoint.load(model), own(examples)
    with shown_progress() as progress:
        options = Options(
            circuit=circuit_options(technology, corner, temperature, supply, use, mismatch),
            engine=engine,
            design=design,
            time_limit_s=time_limit,
            progress=progress,
        )
        chosen = _given(sample, layer, unit, step)
        if chosen is None:
            chosen = _diverging(network, target, verified, wanted(samples, examples), given, options)
        elif verified is not None:
            raise InputError("--from and --sample, --layer, --unit, --step say both what to open; give one of them")
        if chosen is None:
            say(f"{network.name} {target}: nothing diverges; to look at a unit anyway give --sample, --layer, --unit "
                "and --step")  # fmt: skip
            print_json(json, {"model": network.name, "model_hash": network.hash, "target": target, "position": None})
            return
        result = traced(
            network, chosen, target=target, output=output, window=window, examples=given, options=options
        )  # fmt: skip
    _show(result, output)
    print_json(json, result.json())


def _given(sample: int | None, layer: str | None, unit: int | None, step: int | None) -> "Position | None":
    """The position on the command line; raises InputError for a part of one."""
    from codesign.trace import Position

    parts = {"--sample": sample, "--layer": layer, "--unit": unit, "--step": step}
    missing = [name for name, value in parts.items() if value is None]
    if len(missing) == len(parts):
        return None
    if sample is None or layer is None or unit is None or step is None:
        raise InputError(f"a position needs --sample, --layer, --unit and --step; {' and '.join(missing)} missing")
    return Position(sample=sample, layer=layer, unit=unit, step=step)


def _diverging(
    network: "Network",
    target: str,
    verified: Path | None,
    samples: int | None,
    examples: "OwnExamples | None",
    options: "Options",
) -> "Position | None":
    from codesign.trace import first_divergence, read_verify

    if verified is not None:
        return read_verify(verified, network, target, options)
    return first_divergence(network, target=target, samples=samples, examples=examples, options=options)


def _show(result: "Trace", output: Path) -> None:
    from codesign.trace import steps_table

    for line in result.text:
        say(line)
    columns, rows = steps_table(result.found, result.steps, result.position.step)
    print_table("Steps around (!: not as expected)", columns, rows)
    say(f"written to {output}: " + ", ".join(sorted(path.name for path in output.iterdir() if path.name[0] != ".")))
