"""The options that say which circuit is meant: technology, conditions, variants of the cells."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from codesign.cli.shipped import completed
from codesign.errors import InputError

if TYPE_CHECKING:
    from codesign.analog.technology import Technology as LoadedTechnology
    from codesign.verify import CircuitOptions

__all__ = ["Corner", "Mismatch", "Supply", "Technology", "Temperature", "Use", "choices", "loaded", "options"]

Technology = Annotated[
    str,
    typer.Option(
        help="The technology of the circuit: a folder of circuits/.", autocompletion=completed("technologies")
    ),
]
Corner = Annotated[str | None, typer.Option(help="Process corner: tt, ff, ss, fs or sf. Default: the technology's.")]
Temperature = Annotated[
    float | None, typer.Option(metavar="CELSIUS", help="Temperature. Default: the technology's own.")
]
Supply = Annotated[float | None, typer.Option(metavar="VOLTS", help="Supply voltage. Default: the technology's own.")]
Use = Annotated[
    list[str] | None,
    typer.Option(
        "--use",
        metavar="BLOCK=VARIANT",
        help="A variant of the cell library, e.g. memory_cell=nine_transistor; may be repeated.",
    ),
]


Mismatch = Annotated[
    int | None,
    typer.Option(metavar="SEED", help="Give every transistor a mismatch, drawn from SEED."),
]


def choices(use: Sequence[str] | None) -> dict[str, str]:
    """Block -> variant; raises InputError for what is not BLOCK=VARIANT. Whether they exist, the technology knows."""
    found: dict[str, str] = {}
    for text in use or ():
        block, sign, variant = text.partition("=")
        if not sign or not block or not variant:
            raise InputError(f"--use takes BLOCK=VARIANT, e.g. decision=readout, not {text!r}")
        found[block] = variant
    return found


def loaded(
    technology: str, corner: str | None, temperature: float | None, supply: float | None, use: Sequence[str] | None
) -> "LoadedTechnology":
    """The technology under the conditions given."""
    from codesign.analog import technology as technologies

    return technologies.load(technology).at(
        corner=corner, temperature_c=temperature, supply_v=supply, choice=choices(use)
    )


def options(
    technology: str,
    corner: str | None,
    temperature: float | None,
    supply: float | None,
    use: Sequence[str] | None,
    mismatch: int | None,
) -> "CircuitOptions":
    """The same for a verification, which may have other targets, too."""
    from codesign.verify import CircuitOptions

    return CircuitOptions(
        technology=technology,
        corner=corner,
        temperature_c=temperature,
        supply_v=supply,
        choice=choices(use),
        mismatch_seed=mismatch,
    )
