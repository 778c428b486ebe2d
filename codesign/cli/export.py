"""``codesign export``: a model becomes a netlist or RTL."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from codesign.cli.circuit import Corner, Supply, Temperature, Use, loaded
from codesign.cli.circuit import Technology as TechnologyName
from codesign.cli.screen import Engine, Model, say
from codesign.errors import InputError, nearest

if TYPE_CHECKING:
    from codesign.analog.technology import Technology
    from codesign.digital import Options
    from codesign.network import Network

__all__ = ["EXPORTERS", "Chosen", "export"]


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """What an exporter may need beside the network; each takes what concerns it."""

    technology: "Technology"
    engine: "Options"
    interface: str | None = None
    dialect: str = "ngspice"


def _spice(network: "Network", chosen: Chosen, output: Path) -> Path:
    from codesign import analog

    return Path(analog.export(network, technology=chosen.technology, output=output, dialect=chosen.dialect))


def _behavioural(network: "Network", chosen: Chosen, output: Path) -> Path:
    from codesign.analog import behavioural

    return Path(behavioural.export(network, technology=chosen.technology, output=output))


def _items(network: "Network", chosen: Chosen, output: Path, language: str) -> Path:
    from codesign import digital

    return Path(digital.export(network, output=output, options=chosen.engine, language=language))


def _axi_stream(network: "Network", chosen: Chosen, output: Path, language: str) -> Path:
    from codesign.digital.axi_stream import export_axi_stream

    return export_axi_stream(network, output=output, options=chosen.engine, language=language)


def _pixels(network: "Network", chosen: Chosen, output: Path, language: str) -> Path:
    from codesign.digital.pixel_design import export_pixels

    return export_pixels(network, output=output, options=chosen.engine, language=language)


def _nir(network: "Network", chosen: Chosen, output: Path) -> Path:
    from codesign import nir

    return nir.export(network, output=output)


INTERFACES = {None: _items, "axi-stream": _axi_stream, "pixels": _pixels}
"""What can stand around the network in RTL; None: its own two streams of items."""


def _rtl(language: str) -> Callable[["Network", Chosen, Path], Path]:
    return lambda network, chosen, output: INTERFACES[chosen.interface](network, chosen, output, language)


EXPORTERS: Mapping[str, Callable[["Network", Chosen, Path], Path]] = {
    "spice": _spice,
    "behavioural": _behavioural,
    "verilog": _rtl("verilog"),
    "vhdl": _rtl("vhdl"),
    "nir": _nir,
}
"""Each gives the file to begin with. Adding an export is adding a line here."""

_RTL = ("verilog", "vhdl")


def export(
    model: Model,
    target: Annotated[str, typer.Option(help=f"What to write: {', '.join(EXPORTERS)}.")],
    technology: TechnologyName = "generic180",
    corner: Corner = None,
    temperature: Temperature = None,
    supply: Supply = None,
    use: Use = None,
    engine: Engine = "balanced",
    interface: Annotated[
        str | None,
        typer.Option(help="RTL only, what the samples come through: axi-stream or pixels; default: items."),
    ] = None,
    dialect: Annotated[str, typer.Option(help="Of --target spice: the simulator, ngspice or xyce.")] = "ngspice",
    output: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Where to; replaced as a whole. Default: build/MODEL/TARGET.")
    ] = None,
) -> None:
    """Write a model as a SPICE netlist (every parameter a transistor), as Verilog, as VHDL or as a NIR graph."""
    from codesign import checkpoint
    from codesign.digital.options import engine as rtl_options

    if target not in EXPORTERS:
        raise InputError(f"unknown target {target!r}; {nearest(target, EXPORTERS)}")
    if interface not in INTERFACES:
        raise InputError(f"unknown interface {interface!r}; {nearest(interface or '', filter(None, INTERFACES))}")
    if interface is not None and target not in _RTL:
        raise InputError(f"--interface is for --target {' or '.join(_RTL)}, not for {target!r}; leave it out")
    if dialect != "ngspice" and target != "spice":
        raise InputError(f"--dialect is for --target spice, not for {target!r}; leave it out")
    network = checkpoint.load(model)
    folder = output or Path("build") / network.name / (target if interface is None else f"{target}-{interface}")
    chosen = Chosen(
        technology=loaded(technology, corner, temperature, supply, use),
        engine=rtl_options(engine),
        interface=interface,
        dialect=dialect,
    )
    top = EXPORTERS[target](network, chosen, folder)
    say(f"{network.name}: {network.parameters} parameters as {target}; the file to begin with is {top}")
    for file in sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith(".")):
        say(f"  {file.relative_to(folder)}  {file.stat().st_size} bytes")
