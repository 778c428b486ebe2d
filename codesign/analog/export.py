"""Write a network as a SPICE netlist: a folder that plain ``ngspice -b`` can run."""

import csv
import io
import shutil
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from codesign import coding
from codesign.analog import area, dialects, testbench, writer
from codesign.analog.devices import Device
from codesign.analog.flat import flat_lines
from codesign.analog.netlist import Circuit, Component
from codesign.analog.rules import require
from codesign.analog.technology import Technology
from codesign.files import header_lines, output_folder
from codesign.network import Network

__all__ = ["export", "flat_text", "netlist_text", "stimulus", "write_into"]


def export(network: Network, *, technology: Technology, output: Path, dialect: str = dialects.DEFAULT) -> Path:
    """Write ``<model>.cir`` (the network), ``components.csv`` (a row per learned parameter), ``area.csv`` (an
    estimate by block), ``testbench.cir`` (to run by hand) and ``technology/`` (models and cells) into the folder
    ``output``; returns the netlist's path. ``dialect`` is that of a simulator (:mod:`codesign.analog.dialects`).

    Raises InputError for a network without circuit, one that breaks a design rule, an unusable ``output``, an unknown
    ``dialect``, and one that the technology has no models for.
    """
    dialects.dialect(dialect).check(technology)
    circuit = require(network, technology)
    with output_folder(Path(output)) as folder:
        write_into(folder, network, circuit, technology)
        (folder / "area.csv").write_text(_csv_text(area.rows(area.estimate(circuit, technology))))
        (folder / "testbench.cir").write_text(
            testbench.text(network, circuit, technology, stimulus(network), measured=True, dialect=dialect)
        )
    return Path(output) / f"{network.name}.cir"


def stimulus(network: Network) -> NDArray[np.int64]:
    """A stimulus that needs no data set: even inputs at half scale, odd ones, none."""
    half = coding.largest_value(network.coding.kind, network.coding.parameters) // 2
    inputs = np.zeros((3, network.inputs), dtype=np.int64)
    inputs[0, ::2] = inputs[1, 1::2] = half
    return inputs


def write_into(folder: Path, network: Network, circuit: Circuit, technology: Technology) -> None:
    """Write netlist, component table and technology files into an existing folder."""
    (folder / f"{network.name}.cir").write_text(netlist_text(network, circuit, technology))
    (folder / "components.csv").write_text(_components_text(circuit.components))
    (folder / "technology").mkdir()
    for file in technology.files:
        shutil.copyfile(file, folder / "technology" / file.name)


def netlist_text(network: Network, circuit: Circuit, technology: Technology) -> str:
    """The netlist: includes, a subcircuit per unit, per layer, and the chip."""
    header = header_lines(
        model=network.name,
        model_hash=network.hash,
        configuration=technology.conditions,
        seed=None,
    )
    parts = ["\n".join(map(writer.comment, header)) + "\n"]
    parts.append("\n".join(writer.technology_lines(technology)) + "\n")
    parts.extend(writer.subcircuit(item) for item in (*circuit.subcircuits, circuit.top))
    return "\n".join(parts)


def flat_text(network: Network, devices: Sequence[Device], technology: Technology, *, seed: int, die: int) -> str:
    """The chip without hierarchy, every transistor with the mismatch of one die; nodes are those of the test bench."""
    header = header_lines(
        model=network.name, model_hash=network.hash, configuration={**technology.conditions, "die": die}, seed=seed
    )
    lines = [*map(writer.comment, header), *writer.models(technology)]
    lines.extend(flat_lines(devices, technology, seed=seed, die=die))
    return "\n".join(lines) + "\n"


def _components_text(components: Sequence[Component]) -> str:
    head: list[object] = ["parameter", "value", "element", "fingers", "current_a"]
    rows = [[c.parameter, c.value, c.element, c.fingers, writer.number(c.current_a)] for c in components]
    return _csv_text([head, *rows])


def _csv_text(rows: Sequence[Sequence[object]]) -> str:
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerows(rows)
    return stream.getvalue()
