"""One sample on a simulated chip, with everything of one unit written to ngspice's own file."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from codesign import tools
from codesign.analog import simulator, testbench
from codesign.analog.design import copy_into, open_design
from codesign.analog.devices import Device, flatten, flatten_cells
from codesign.analog.export import flat_text, write_into
from codesign.analog.measure import Die
from codesign.analog.rules import require
from codesign.analog.technology import Technology
from codesign.analog.unit_vectors import UnitVectors, unit_vectors
from codesign.errors import InputError
from codesign.network import Network

__all__ = ["Watched", "watch"]

_HELD = 0.35
"""Of the supply: the sinks below and the sources above are saturated."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Watched:
    """The ``vectors`` of the unit over time, and the ``raw`` file that ngspice wrote.

    ``drive`` are the waveforms to read inputs and weights from. In a memory cell the node that they meet at runs to one
    side or the other, and before a port to ground where the sum is negative. That takes the transistors there out of
    saturation: what they would bring is seen in a second run, in which that node is held in the middle. Nothing before
    the unit notices.
    """

    vectors: UnitVectors
    waveforms: simulator.Waveforms
    drive: simulator.Waveforms
    raw: Path
    unit: float
    """What a unit current is in them."""

    def into_port(self, number: int, times_s: NDArray[np.float64]) -> NDArray[np.float64]:
        """What input ``number`` brings at given times, in unit currents, rectified as a port does it."""
        vector = self.vectors.inputs[number]
        values = self.drive.at(vector, times_s) / self.unit
        # The current of a diode has the sign of its terminal; the node of a macro-model is not rectified yet.
        return np.abs(values) if vector.startswith("@") else np.maximum(values, 0.0)


def watch(
    network: Network,
    inputs: NDArray[np.int64],
    *,
    layer: str,
    unit: int,
    technology: Technology,
    folder: Path,
    die: Die | None = None,
    design: Path | None = None,
    time_limit_s: float = 600,
) -> Watched:
    """Simulate one sample, ``inputs`` (steps, inputs), at transistor level in the empty ``folder``.

    ``die`` and ``design`` as for :func:`codesign.analog.measure`, which raises what is raised here, too.
    """
    circuit = require(network, technology)
    if design is not None and die is not None:
        raise InputError(
            "mismatch is drawn for the netlist that codesign makes, not for a design of your own; choose one of the two"
        )
    tools.find("ngspice")
    devices, chip = flatten(circuit, technology), ""
    if design is None:
        write_into(folder, network, circuit, technology)
    else:
        opened = open_design(design, network, circuit, technology)
        devices = flatten_cells(opened.cells, technology)
        copy_into(opened, folder)
    if die is not None:
        chip = "die.cir"
        (folder / chip).write_text(flat_text(network, devices, technology, seed=die.seed, die=die.number))
    sizes = {item.name: item.inputs for item in network.layers}
    vectors = unit_vectors(circuit, devices, layer, unit, inputs=sizes[layer])

    def run(name: str, wanted: tuple[str, ...], held_nodes: dict[str, float]) -> simulator.Waveforms:
        deck = folder / f"{name}.cir"
        deck.write_text(
            testbench.text(network, circuit, technology, inputs, chip=chip, watched=vectors.all, held_nodes=held_nodes)
        )
        return simulator.simulate(deck, wanted, time_limit_s=time_limit_s)

    waveforms = drive = run("trace", vectors.all, {})
    if vectors.sum_node:
        _check_node(vectors.sum_node, devices)
        drive = run("held", vectors.drive, {vectors.sum_node: _HELD * technology.supply_v})
    return Watched(
        vectors=vectors, waveforms=waveforms, drive=drive, raw=folder / "trace.raw", unit=technology.unit_current_a
    )


def _check_node(node: str, devices: Sequence[Device]) -> None:
    if not any(node in device.nodes for device in devices):
        raise InputError(f"the netlist has no node {node}, where the weights of the unit meet; keep its name")
