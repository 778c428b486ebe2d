"""A netlist folder as it stands: what ``codesign export --target spice`` wrote, perhaps edited by hand since.

The folder is read, never written. What it holds is checked before a simulator sees it: it must be of this model, this
technology, corner and choice of cells, and hold circuits only. Commands to a simulator (``.control`` may run programs),
analyses and options are the test bench's, which is generated around the netlist.
"""

import json
import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from codesign.analog import technology as technologies
from codesign.analog.library import Cell, read_file
from codesign.analog.netlist import Circuit
from codesign.analog.technology import Technology
from codesign.errors import InputError
from codesign.network import Network

__all__ = ["Design", "check_header", "copy_into", "exported_technology", "open_design", "read_design"]

_ALLOWED = (".param", ".include", ".lib", ".model", ".global", ".func")
"""Statements outside of a subcircuit that only say what the circuit is."""
_BENCH = ("supply_v", "temperature_c")
"""Conditions that the test bench sets, so that one netlist serves all of them."""
_INCLUDE = re.compile(r"""\.(?:include|lib)\s+["']?([^"'\s]+)["']?""")


@dataclass(frozen=True, kw_only=True)
class Design:
    """A netlist folder as data.

    ``cells`` are all its subcircuits by name, ``places`` the file of each (relative to the folder), ``statements`` what
    stands outside of subcircuits, ``models`` the device model files that it includes.
    """

    folder: Path
    netlist: str
    cells: Mapping[str, Cell]
    places: Mapping[str, str]
    statements: tuple[str, ...]
    models: tuple[str, ...]

    @property
    def transistors(self) -> int:
        """Transistor lines of the chip and all that is in it, whatever their number of fingers."""
        return self._transistors("network")

    def _transistors(self, name: str) -> int:
        cell = self.cells[name]
        inner = (element.model for element in cell.elements if element.kind == "x")
        return cell.transistors + sum(self._transistors(model) for model in inner if model in self.cells)

    def __contains__(self, path: str) -> bool:
        """Whether the element ``xnetwork.x...`` is there, by its path."""
        if "." not in path:
            return False
        *instances, element = path.split(".")[1:]
        cell = self.cells["network"]
        for name in instances:
            inner = next((item.model for item in cell.elements if item.name == name), "")
            if inner not in self.cells:
                return False
            cell = self.cells[inner]
        return any(item.name == element for item in cell.elements)


def open_design(folder: Path, network: Network, circuit: Circuit, technology: Technology) -> Design:
    """Read ``folder`` as a design of ``network``, whose own ``circuit`` says what a test bench connects and reads.

    Raises InputError where the folder lacks a file, is of another model, technology, corner or choice of cells, has
    other pins than the chip, or has no transistor of a name that a state is read from.
    """
    folder = Path(folder)
    netlist = folder / f"{network.name}.cir"
    check_header(netlist, network, technology)
    design = read_design(folder, network.name, technology)
    top = design.cells.get("network")
    if top is None:
        raise InputError(f"{netlist}: there is no subcircuit 'network', which is the chip")
    if top.ports != circuit.top.ports:
        raise InputError(
            f"{netlist}: the pins of the chip must be {' '.join(circuit.top.ports)}, as the test bench connects them, "
            f"not {' '.join(top.ports)}"
        )
    for layer, probes in circuit.probes.items():
        for probe in probes:
            if probe.element not in design:
                raise InputError(
                    f"{netlist}: there is no transistor {probe.element}, from whose current the {probe.state} of unit "
                    f"{probe.unit} of {layer} is read; keep the names of units, cells and their output transistors"
                )
    return design


def read_design(folder: Path, name: str, technology: Technology) -> Design:
    """The netlist ``name``.cir of ``folder`` and what it includes, without a check of what they are of.

    Raises InputError for an included file that is missing or outside of the folder, and for anything but circuits.
    """
    cells: dict[str, Cell] = {}
    places: dict[str, str] = {}
    models: list[str] = []
    if not (folder / "technology").is_dir():
        raise InputError(f"the design folder {str(folder)!r} has no folder 'technology'; export it again")
    known = {path.name.lower() for path in map(technology.path, technology.models)}
    main = folder / f"{name}.cir"
    found, statements = _read(main)
    pending = [(main, found)]
    for statement in statements:
        _check_statement(main, statement)
        include = _INCLUDE.match(statement)
        if include is None:
            continue
        file = _resolve(folder, include.group(1))
        if file.name.lower() in known:
            models.append(str(file.relative_to(folder)))
            _check_models(file)
            continue
        inner, outside = _read(file)
        for line in outside:
            _check_statement(file, line)
            if _INCLUDE.match(line):
                raise InputError(f"{file}: {line!r} is not allowed here; include the file in {main.name}")
        pending.append((file, inner))
    for file, inner in pending:
        for cell in inner:
            if cell.name in cells:
                raise InputError(f"{file}: the subcircuit {cell.name!r} is also in {places[cell.name]}")
            cells[cell.name] = cell
            places[cell.name] = str(file.relative_to(folder))
    _check_connections(folder, cells, places)
    return Design(
        folder=folder,
        netlist=main.name,
        cells=cells,
        places=places,
        statements=tuple(_plain(line) for line in statements),
        models=tuple(models),
    )


def _check_connections(folder: Path, cells: Mapping[str, Cell], places: Mapping[str, str]) -> None:
    """Raises InputError for an instance with another number of nodes than its subcircuit has ports."""
    for cell in cells.values():
        for element in cell.elements:
            inner = cells.get(element.model) if element.kind == "x" else None
            if inner is not None and len(inner.ports) != len(element.nodes):
                raise InputError(
                    f"{folder / places[cell.name]}: {element.name} in {cell.name} connects {len(element.nodes)} nodes, "
                    f"but {inner.name} in {places[inner.name]} has the {len(inner.ports)} ports {' '.join(inner.ports)}"
                )


def copy_into(design: Design, target: Path) -> None:
    """Copy what the netlist needs into the existing folder ``target``, so that a test bench can stand beside it."""
    beside = (str(path.relative_to(design.folder)) for path in _beside(design.folder))
    for name in sorted({design.netlist, *design.places.values(), *design.models, *beside}):
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(design.folder / name, target / name)


def _beside(folder: Path) -> list[Path]:
    """Files of the technology: device models include each other, which is not followed here."""
    return sorted(path for path in (folder / "technology").glob("*") if path.is_file())


def _read(file: Path) -> tuple[list[Cell], list[str]]:
    try:
        return read_file(file)
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{file}: it cannot be read ({error})") from None
    except (IndexError, ValueError) as error:
        raise InputError(f"{file}: it is no netlist ({error})") from None


def _resolve(folder: Path, name: str) -> Path:
    """The file that an include means; statements are in lower case, file names need not be."""
    wanted = (folder / name).resolve()
    if not wanted.is_relative_to(folder.resolve()):
        raise InputError(f"{folder}: the netlist includes {name!r}, which is outside of the design's folder; copy it")
    parent = folder / Path(name).parent
    for path in sorted(parent.iterdir()) if parent.is_dir() else ():
        if path.name.lower() == wanted.name:
            return path
    raise InputError(f"{folder}: the netlist includes {name!r}, which is missing")


def _check_statement(file: Path, statement: str) -> None:
    word = statement.split()[0]
    if word not in _ALLOWED:
        raise InputError(
            f"{file}: {statement!r} is not allowed in a design, only subcircuits and {', '.join(_ALLOWED)}; supplies, "
            "inputs, analyses and options are those of the test bench"
        )


def _check_models(file: Path) -> None:
    """Device models are the simulator's own language, and are not understood here; they must not command it."""
    for number, line in enumerate(file.read_text(errors="replace").splitlines(), start=1):
        if line.strip().lower().startswith((".control", ".exec")):
            raise InputError(f"{file}: line {number}, {line.strip()!r}, is not allowed in device models")


def exported_technology(netlist: Path) -> Technology:
    """The technology, its conditions and its choice of cells that the header of the file ``netlist`` names.

    Raises InputError where it is missing or unreadable, and for what this installation does not have.
    """
    _, _, configured = _header(netlist)
    loaded = technologies.load(str(configured.get("technology")))
    return loaded.at(
        corner=configured.get("corner"),
        temperature_c=configured.get("temperature_c"),
        supply_v=configured.get("supply_v"),
        unit_current_a=configured.get("unit_current_a"),
        choice={block: configured[block] for block in loaded.variants if block in configured},
    )


def check_header(netlist: Path, network: Network, technology: Technology) -> None:
    """Raises InputError where the file ``netlist`` is missing or unreadable, or says in its header that it is of
    another model, technology, corner or choice of cells."""
    model, model_hash, configured = _header(netlist)
    if model_hash != network.hash:
        raise InputError(
            f"{netlist} was made of {model} with the hash {model_hash[:12]}, but the model is "
            f"{network.name} with the hash {network.hash[:12]}; name the model that it was exported from, or "
            "export again"
        )
    for name, wanted in technology.conditions.items():
        if name not in _BENCH and configured.get(name) != wanted:
            option = {"technology": "--technology", "corner": "--corner"}.get(name, f"--use {name}=")
            raise InputError(
                f"{netlist} was exported with {name} {configured.get(name)!r}, but is to be verified with {wanted!r}; "
                f"say {option.rstrip('=')}{'=' if option.endswith('=') else ' '}{configured.get(name)}, or export again"
            )


def _header(netlist: Path) -> tuple[str, str, dict[str, Any]]:
    """Model, its hash and the configuration that the first lines of a netlist tell."""
    if not netlist.is_file():
        raise InputError(
            f"the design folder {str(netlist.parent)!r} has no {netlist.name}; name a folder that "
            f"'codesign export {netlist.stem}' wrote for this target"
        )
    try:
        text = netlist.read_text()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{netlist}: it cannot be read ({error})") from None
    model = re.search(r"^\* model (\S+) sha256:([0-9a-f]{64})$", text, re.MULTILINE)
    configured = re.search(r"^\* configuration (\{.*\})$", text, re.MULTILINE)
    if model is None or configured is None:
        raise InputError(
            f"{netlist}: its first lines do not say of which model and configuration it is; keep the header that the "
            "export wrote"
        )
    try:
        found: dict[str, Any] = json.loads(configured.group(1))
    except ValueError as error:
        raise InputError(f"{netlist}: the configuration in its header is no JSON ({error})") from None
    return model.group(1), model.group(2), found


def _plain(statement: str) -> str:
    return " ".join(re.sub(r"\s*=\s*", "=", statement).split())
