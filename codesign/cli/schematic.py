"""``codesign schematic``: a cell as a picture."""

from pathlib import Path
from typing import Annotated

import typer

from codesign.cli.circuit import Technology, Use, loaded
from codesign.cli.screen import check_output_file, say

__all__ = ["schematic"]


def schematic(
    cell: Annotated[str, typer.Argument(help="A subcircuit of the cell library, e.g. memory_cell.")],
    technology: Technology = "generic180",
    use: Use = None,
    output: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Ends in .svg or .pdf. Default: build/schematic-CELL.svg.")
    ] = None,
) -> None:
    """Draw a subcircuit of a technology's cell library, placed and wired from its netlist."""
    from codesign.analog.schematic import write

    file = output or Path("build") / f"schematic-{cell}.svg"
    check_output_file(file)
    say(f"schematic: {write(loaded(technology, None, None, None, use), cell, file)}")
