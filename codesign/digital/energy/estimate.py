# amaranth: UnusedElaboratable=no
"""Dynamic energy per sample of a network's core: what changed in simulation, times what a change costs."""

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from codesign.digital.bench import vectors
from codesign.digital.compiled.stimulus import item_words
from codesign.digital.design import NetworkDesign
from codesign.digital.energy.activity import Activity, Switching, record
from codesign.digital.energy.constants import BOUNDS, constants
from codesign.digital.energy.netlist import Bit, Memory, Netlist, flatten
from codesign.digital.export import export
from codesign.digital.options import Options
from codesign.errors import ToolError
from codesign.network import Network

__all__ = ["METHOD", "SCOPE", "Energy", "counted", "estimate", "study"]

METHOD = (
    "changes of every net of the flattened word-level netlist, counted by Verilator on test samples, times a constant "
    "per change and driven input; flip-flops times clock cycles; bits of memory ports in cycles in which they are "
    "enabled; a factor for glitches on nets behind logic"
)
SCOPE = "the core alone, dynamic; no static power, no pins, no clock generator, no board"

Range = tuple[float, float, float]


@dataclass(frozen=True, eq=False, kw_only=True)
class Energy:
    """Joules per sample, each as low, nominal, high."""

    parts: Mapping[str, Range]
    """``logic``, ``registers``, ``memory`` (each with the nets that they drive), ``inputs``, ``clock``."""
    samples: int
    cycles_per_sample: float
    counts: Mapping[str, float]
    """Per sample: ``net_changes``, ``driven_changes`` (each times the inputs that the net drives),
    ``memory_bits_moved``; and ``registers``, ``memory_bits``."""

    @property
    def total(self) -> Range:
        low, nominal, high = (sum(part[bound] for part in self.parts.values()) for bound in range(3))
        return low, nominal, high

    def power_w(self, clock_hz: float) -> Range:
        """While samples follow each other without a pause."""
        low, nominal, high = (value * clock_hz / self.cycles_per_sample for value in self.total)
        return low, nominal, high

    def json(self) -> dict[str, Any]:
        """Plain JSON, with the scope, the method and every constant."""

        def named(values: Range) -> dict[str, float]:
            return {name: float(f"{value:.4g}") for name, value in zip(BOUNDS, values, strict=True)}

        return {
            "scope": SCOPE,
            "method": METHOD,
            "device": constants().device,
            "samples": self.samples,
            "cycles_per_sample": self.cycles_per_sample,
            "energy_j_per_sample": named(self.total),
            "power_w_at_100_mhz": named(self.power_w(100e6)),
            "parts_j_per_sample": {name: named(values) for name, values in self.parts.items()},
            "counts": {name: float(f"{value:.6g}") for name, value in self.counts.items()},
            "constants": constants().described()["constants"],
        }


def estimate(
    network: Network,
    inputs: NDArray[np.integer],
    *,
    options: Options | None = None,
    time_limit_s: float = 1800,
) -> Energy:
    """Run ``inputs`` (samples, steps, inputs), one behind the other, and count.

    Raises InputError where a layer has no RTL or the inputs do not fit, MissingToolError without Verilator or a C++
    compiler, ToolError where a tool fails.
    """
    inputs = np.asarray(inputs)
    design = NetworkDesign(network, options)
    with tempfile.TemporaryDirectory(prefix="codesign-energy-") as name:
        folder = Path(name)
        exported = export(network, output=folder / "verilog", options=options)
        netlist = flatten(exported, top=design.name, folder=folder)
        activity = record(
            folder / "flat.v",
            item_words(design.source, inputs[:, design.folded_steps :]),
            samples=len(inputs),
            ports=vectors.read(exported.parent / "ports.json"),
            folder=folder,
            time_limit_s=time_limit_s,
        )
    return counted(netlist, activity, samples=len(inputs))


def study(network: Network, found: Energy, *, engine: str, options: Options) -> dict[str, Any]:
    """The JSON of ``codesign energy``, a study of the kind ``energy`` for the report."""
    return {
        "study": "energy",
        "model": network.name,
        "model_hash": network.hash,
        "engine": engine,
        "options": options.resolved(network).json(),
        "command": f"codesign energy models/{network.name} --engine {engine} --samples {found.samples}",
        **found.json(),
    }


def counted(netlist: Netlist, activity: Activity, *, samples: int) -> Energy:
    """The energy of ``activity`` in ``netlist``. Raises ToolError where a net was not recorded."""
    costs = constants()
    parts: dict[str, Range] = {}
    changes_all = driven_all = 0
    for kind, sinks in sorted(netlist.sinks.items()):
        changes, driven = _changes(sinks, activity)
        changes_all, driven_all = changes_all + changes, driven_all + driven
        parts[kind] = _times(driven, costs["net_sink"])
        if kind != "input":
            parts[kind] = _plus(parts[kind], _times(changes, costs["cell_output"]))
        if kind == "logic":
            glitches = costs["glitches"]
            parts[kind] = parts[kind][0] * glitches[0], parts[kind][1] * glitches[1], parts[kind][2] * glitches[2]
    moved = sum(port.width * _moves(port, activity) for port in netlist.ports)
    parts["memory"] = _plus(parts.get("memory", _NOTHING), _times(moved, costs["memory_bit"]))
    parts["clock"] = _times(netlist.registers * activity.cycles, costs["clock_load"])
    return Energy(
        parts={name: _times(1 / samples, values) for name, values in parts.items()},
        samples=samples,
        cycles_per_sample=activity.cycles / samples,
        counts={
            "net_changes": changes_all / samples,
            "driven_changes": driven_all / samples,
            "memory_bits_moved": moved / samples,
            "registers": netlist.registers,
            "memory_bits": netlist.memory_bits,
        },
    )


_NOTHING: Range = (0.0, 0.0, 0.0)


def _times(count: float, each: Range) -> Range:
    return count * each[0], count * each[1], count * each[2]


def _plus(first: Range, second: Range) -> Range:
    return first[0] + second[0], first[1] + second[1], first[2] + second[2]


def _changes(sinks: Mapping[Bit, int], activity: Activity) -> tuple[int, int]:
    """Changes of all bits, and changes times inputs that each drives."""
    changes = driven = 0
    for bit, count in sinks.items():
        found = _switching(bit, activity).changes
        changes += found
        driven += found * count
    return changes, driven


def _moves(port: Memory, activity: Activity) -> int:
    """Cycles in which bits move through ``port``."""
    if port.address is not None:
        return min(activity.cycles, sum(_switching(bit, activity).changes for bit in port.address))
    return activity.cycles if port.enable is None else _switching(port.enable, activity).high


def _switching(bit: Bit, activity: Activity) -> Switching:
    try:
        return activity.bits[bit]
    except KeyError:
        raise ToolError(f"the simulation did not record the net {bit[0]!r}") from None
