"""``codesign synth``: a model on a board's FPGA."""

from pathlib import Path
from typing import Annotated

import typer

from codesign.cli.examples import Examples, Samples, encoded_samples, wanted
from codesign.cli.screen import Json, Model, check_output_file, print_json, print_table, say
from codesign.cli.shipped import completed

__all__ = ["synth"]

BoardName = Annotated[
    str,
    typer.Option("--board", help="A file of hdl/boards, without .yaml.", autocompletion=completed("boards")),
]
Engine = Annotated[
    str | None, typer.Option(help="Size against speed: small, balanced or fast. Default: that of the board.")
]


def synth(
    model: Model,
    board: BoardName,
    engine: Engine = None,
    clock: Annotated[float | None, typer.Option(metavar="MHZ", help="Of the network; a PLL makes it.")] = None,
    core: Annotated[bool, typer.Option("--core", help="The network alone: no UART, no pins, no bitstream.")] = False,
    place: Annotated[bool, typer.Option(help="Place and route too, not synthesis only.")] = True,
    layers: Annotated[
        bool, typer.Option("--layers", help="Say what each layer takes, too: the core is synthesised once more.")
    ] = False,
    samples: Samples = None,
    output: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Where to; replaced as a whole. Default: build/MODEL/BOARD.")
    ] = None,
    time_limit: Annotated[float, typer.Option(min=1.0, metavar="SECONDS", help="For each tool.")] = 7200.0,
    examples: Examples = None,
    json: Json = None,
) -> None:
    """Build a model's bitstream for a board, and count what it takes of the FPGA.

    Ends with status 1 if the design was placed and does not reach the clock of the network.
    """
    from codesign import checkpoint
    from codesign.digital import boards, options
    from codesign.digital.synthesis import synthesise

    check_output_file(json)
    network, chosen_board = checkpoint.load(model), boards.load(board)
    chosen = options.engine(engine or chosen_board.engine)
    inputs, _ = encoded_samples(network, wanted(samples, examples), examples)
    folder = output or Path("build") / network.name / (f"{board}-core" if core else board)
    result = synthesise(
        network,
        board=chosen_board,
        inputs=list(inputs),
        output=folder,
        options=chosen,
        clock_mhz=clock,
        core=core,
        place=place,
        layers=layers,
        time_limit_s=time_limit,
    )
    figures, timing = result.figures, result.timing
    columns = ["model", "board", "LUT", "FF", "block RAM", "DSP", "Fmax MHz", "clock MHz", "cycles", "us per sample"]
    fmax = "-" if timing is None else round(timing.fmax_mhz, 1)
    row = [network.name, f"{board}, core" if core else board, figures.lut, figures.ff, figures.block_ram, figures.dsp,
           fmax, result.clock_mhz, round(result.cycles_per_sample, 1), result.us_per_sample]  # fmt: skip
    print_table(f"{chosen_board.title}, options {result.options.json()}", columns, [row])
    if result.layers:
        rows = [[name, *found.json().values()] for name, found in result.layers.items()]
        print_table("the core, each layer synthesised by itself", ["layer", "LUT", "FF", "block RAM", "DSP"], rows)
    say("us per sample: at " + ("Fmax" if timing is not None else "the clock") + ", the time of the UART left aside")
    for tool in result.left_out:
        say(f"{tool} is not here; the files for it are in {folder}")
    say(f"bitstream: {result.bitstream}" if result.bitstream else f"no bitstream; files in {folder}")
    print_json(json, result.json())
    if not result.meets_timing:
        assert timing is not None
        say(f"The network reaches {timing.fmax_mhz:.1f} MHz and not {result.clock_mhz:g} MHz; its slowest path:")
        for hop in timing.critical_path:
            say(f"  {hop}")
        raise typer.Exit(1)
