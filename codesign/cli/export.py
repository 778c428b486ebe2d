"""``codesign export``: a model becomes a netlist or RTL."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from codesign.cli.circuit import Corner, Supply, Technology, Temperature, Use, loaded
from codesign.cli.screen import Model, say
from codesign.errors import InputError, nearest

if TYPE_CHECKING:
    from codesign.analog.technology import Technology as LoadedTechnology
    from codesign.network import Network

__all__ = ["EXPORTERS", "export"]


def _spice(network: "Network", technology: "LoadedTechnology", output: Path) -> Path:
    from codesign import analog

    return Path(analog.export(network, technology=technology, output=output))


def _verilog(network: "Network", technology: "LoadedTechnology", output: Path) -> Path:
    from codesign import digital

    return Path(digital.export(network, output=output))


def _vhdl(network: "Network", technology: "LoadedTechnology", output: Path) -> Path:
    from codesign import digital

    return Path(digital.export(network, output=output, language="vhdl"))


def _behavioural(network: "Network", technology: "LoadedTechnology", output: Path) -> Path:
    from codesign.analog import behavioural

    return Path(behavioural.export(network, technology=technology, output=output))


def _axi_stream(network: "Network", output: Path) -> Path:
    from codesign.digital.axi_stream import export_axi_stream

    return export_axi_stream(network, output=output)


def _pixels(network: "Network", output: Path) -> Path:
    from codesign.digital.pixel_design import export_pixels

    return export_pixels(network, output=output)


INTERFACES = {"axi-stream": _axi_stream, "pixels": _pixels}
"""What can stand around the network in Verilog, instead of its own two streams of items."""

EXPORTERS = {"spice": _spice, "behavioural": _behavioural, "verilog": _verilog, "vhdl": _vhdl}
"""Each gives the file to begin with. Adding an export is adding a line here."""


def export(
    model: Model,
    target: Annotated[str, typer.Option(help=f"What to write: {', '.join(EXPORTERS)}.")],
    technology: Technology = "generic180",
    corner: Corner = None,
    temperature: Temperature = None,
    supply: Supply = None,
    use: Use = None,
    interface: Annotated[
        str | None,
        typer.Option(help=f"Verilog only, what the samples come through: {', '.join(INTERFACES)}; default: items."),
    ] = None,
    output: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Where to; replaced as a whole. Default: build/MODEL/TARGET.")
    ] = None,
) -> None:
    """Write a model as a SPICE netlist (every parameter a transistor), as Verilog or as VHDL."""
    from codesign import checkpoint

    if target not in EXPORTERS:
        raise InputError(f"unknown target {target!r}; {nearest(target, EXPORTERS)}")
    if interface is not None and interface not in INTERFACES:
        raise InputError(f"unknown interface {interface!r}; {nearest(interface, INTERFACES)}")
    if interface is not None and target != "verilog":
        raise InputError(f"--interface is for --target verilog, not for {target!r}; leave it out")
    network = checkpoint.load(model)
    folder = output or Path("build") / network.name / (target if interface is None else f"{target}-{interface}")
    if interface is not None:
        top = INTERFACES[interface](network, folder)
    else:
        top = EXPORTERS[target](network, loaded(technology, corner, temperature, supply, use), folder)
    say(f"{network.name}: {network.parameters} parameters as {target}; the file to begin with is {top}")
    for file in sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith(".")):
        say(f"  {file.relative_to(folder)}  {file.stat().st_size} bytes")
