"""The commands, and what becomes of an error.

Nothing here or in a command's file imports NumPy, torch, scikit-learn or Amaranth before the command runs, so
that ``codesign --help`` answers at once.
"""

import sys
from typing import Annotated

import typer

from codesign import __version__
from codesign.cli.activity import activity
from codesign.cli.characterise import characterise
from codesign.cli.check import check
from codesign.cli.convert import convert
from codesign.cli.corners import corners
from codesign.cli.doctor import doctor
from codesign.cli.energy import energy
from codesign.cli.export import export
from codesign.cli.inspect import inspect
from codesign.cli.interrupts import orderly_end
from codesign.cli.montecarlo import montecarlo
from codesign.cli.regress import regress
from codesign.cli.report import report
from codesign.cli.run import run
from codesign.cli.schematic import schematic
from codesign.cli.screen import print_error
from codesign.cli.simulate import simulate
from codesign.cli.synth import synth
from codesign.cli.trace import trace
from codesign.cli.train import train
from codesign.cli.verify import verify
from codesign.errors import CodesignError, InputError, MissingToolError

__all__ = ["app", "main"]

app = typer.Typer(
    name="codesign",
    help="From a trained, quantised recurrent network to transistors and to an FPGA.",
    epilog="Exit status: 0 all right, 1 the answer is no, 2 wrong use or unreadable input, 3 a missing or failed tool.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for _command in (
    doctor,
    train,
    convert,
    inspect,
    check,
    activity,
    export,
    simulate,
    verify,
    trace,
    regress,
    characterise,
    corners,
    montecarlo,
    report,
    schematic,
    synth,
    energy,
    run,
):
    app.command()(_command)

_EXTRAS = {
    "torch": "train",
    "cocotb": "sim",
    "cocotb_tools": "sim",
    "PySpice": "sim",
    "pywellen": "sim",
    "amaranth_boards": "board",
    "serial": "board",
    "distributed": "cluster",
    "dask": "cluster",
}
"""Packages that come with an extra, and which."""


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"codesign {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and exit.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    pass


def main() -> None:
    """Run the command line and end the process with the command's exit status."""
    try:
        with orderly_end():
            app()
    except (CodesignError, OSError, ModuleNotFoundError) as error:
        fault = _explained(error)
        print_error(str(fault))
        sys.exit(fault.exit_status)


def _explained(error: CodesignError | OSError | ModuleNotFoundError) -> CodesignError:
    """The error in the user's terms."""
    if isinstance(error, CodesignError):
        return error
    if isinstance(error, OSError):
        where = f"{error.filename}: " if error.filename else ""
        return InputError(f"{where}{error.strerror or error}")
    package = (error.name or "").partition(".")[0]
    if package == "codesign":
        raise error
    extra = f"[{_EXTRAS[package]}]" if package in _EXTRAS else ""
    return MissingToolError(
        f"the Python package {package!r} is missing; install it with: pip install 'codesign{extra}'"
    )
