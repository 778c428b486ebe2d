# amaranth: UnusedElaboratable=no
"""RTL as it stands in a folder: what :func:`codesign.digital.export.export` wrote, perhaps edited by hand since."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from codesign.digital.bench import vectors
from codesign.digital.design import NetworkDesign
from codesign.digital.export import LANGUAGES
from codesign.digital.options import Options
from codesign.digital.ports import PORTS_VERSION
from codesign.errors import InputError, nearest
from codesign.network import Network

__all__ = ["ExistingDesign", "open_design"]


@dataclass(frozen=True, eq=False, kw_only=True)
class ExistingDesign:
    """A folder of RTL, which is read and never written."""

    folder: Path
    file: Path
    """The Verilog or VHDL."""
    ports: Mapping[str, Any]
    design: NetworkDesign
    """What the folder was written from: it says how samples become items."""


def open_design(folder: Path, network: Network, *, language: str) -> ExistingDesign:
    """Read ``folder`` as RTL of ``network`` in ``language``.

    Raises InputError where a file is missing, and where it is of another model, language, version or interface.
    """
    if language not in LANGUAGES:
        raise InputError(f"unknown language {language!r}; {nearest(language, LANGUAGES)}")
    folder = Path(folder)
    ports = _ports(folder, network, language)
    found = ports.get("language", "verilog")
    if found != language:
        raise InputError(f"the design folder {str(folder)!r} holds {found}, not {language}; choose that target")
    if (ports.get("model"), ports.get("model_hash")) != (network.name, network.hash):
        raise InputError(
            f"the design folder {str(folder)!r} is of {ports.get('model')} {str(ports.get('model_hash'))[:12]}, not of "
            f"{network.name} {network.hash[:12]}; name a folder that was exported from this model"
        )
    design = NetworkDesign(network, _options(ports, folder))
    if ports.get("top") != design.name:
        raise InputError(
            f"the top module in {str(folder)!r} is {ports.get('top')!r}, not {design.name!r}; only a design with the "
            "native streams can be verified, not one with a wrapper around it"
        )
    file = folder / f"{ports['top']}.{LANGUAGES[language].suffix}"
    if not file.is_file():
        raise InputError(f"the design folder {str(folder)!r} has no {file.name}; export it again")
    return ExistingDesign(folder=folder, file=file, ports=ports, design=design)


def _ports(folder: Path, network: Network, language: str) -> Mapping[str, Any]:
    advice = f"name a folder that 'codesign export {network.name} --target {language}' wrote"
    try:
        ports = vectors.read(folder / "ports.json")
    except FileNotFoundError:
        raise InputError(f"the design folder {str(folder)!r} has no ports.json; {advice}") from None
    except (OSError, ValueError) as error:
        raise InputError(f"{folder / 'ports.json'} cannot be read ({error}); {advice}") from None
    if not isinstance(ports, dict) or ports.get("format") != "codesign-ports":
        raise InputError(f"{folder / 'ports.json'} does not describe ports of a design; {advice}")
    if ports.get("version") != PORTS_VERSION:
        raise InputError(
            f"{folder / 'ports.json'} is of version {ports.get('version')}, this codesign reads {PORTS_VERSION}; "
            "export the design again"
        )
    return ports


def _options(ports: Mapping[str, Any], folder: Path) -> Options:
    try:
        return Options(**ports["options"])
    except (KeyError, TypeError):
        raise InputError(f"{folder / 'ports.json'} has no options of the generator; export the design again") from None
