"""What yosys and nextpnr say, in figures."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from codesign.digital.toolchains import Toolchain
from codesign.errors import ToolError

__all__ = ["Figures", "Timing", "read_figures", "read_timing"]


@dataclass(frozen=True, kw_only=True)
class Figures:
    """Resources, counted in the netlist that yosys maps to the family's cells."""

    lut: int
    ff: int
    block_ram: float
    """In the family's unit: 18 kbit (ECP5), 4 kbit (iCE40), 36 kbit (7 series)."""
    dsp: int
    cells: Mapping[str, int]
    """All cells by type, as yosys counts them."""

    def json(self) -> dict[str, float]:
        """Plain JSON, the cells left aside."""
        return {"lut": self.lut, "ff": self.ff, "block_ram": self.block_ram, "dsp": self.dsp}


@dataclass(frozen=True, kw_only=True)
class Timing:
    """What place and route reached."""

    fmax_mhz: float
    utilisation: Mapping[str, tuple[int, int]]
    """Kind of site -> used, available."""
    critical_path: tuple[str, ...]
    """The slowest path: a line for each hop, with its delay in ns."""


def read_figures(path: Path, toolchain: Toolchain, *, modules: Sequence[str] = ()) -> Figures:
    """From the file that ``stat -json`` of yosys wrote: the whole design, or ``modules`` of it without what they
    contain.

    Raises ToolError where it cannot be read or has no such module.
    """
    statistics = _read(path, "yosys")
    try:
        parts = [statistics["modules"][name] for name in modules] or [statistics["design"]]
    except KeyError as error:
        raise ToolError(f"yosys left no module {error} to count") from None
    cells: dict[str, int] = {}
    for part in parts:
        for cell, number in part["num_cells_by_type"].items():
            cells[cell] = cells.get(cell, 0) + number
    counts = {
        kind: sum(cells.get(cell, 0) * weight for cell, weight in weights.items())
        for kind, weights in toolchain.cells.items()
    }
    return Figures(
        lut=round(counts["lut"]),
        ff=round(counts["ff"]),
        block_ram=counts["block_ram"],
        dsp=round(counts["dsp"]),
        cells=dict(sorted(cells.items())),
    )


def read_timing(path: Path) -> Timing:
    """From the file that ``--report`` of nextpnr wrote; of several clocks, the one with the least room."""
    report = _read(path, "nextpnr")
    clocks = report["fmax"]
    if not clocks:
        raise ToolError("nextpnr found no clock in the design")
    name = min(
        report["fmax"], key=lambda clock: report["fmax"][clock]["achieved"] / report["fmax"][clock]["constraint"]
    )
    paths = [found for found in report["critical_paths"] if found["from"] == found["to"] == f"posedge {name}"]
    return Timing(
        fmax_mhz=float(clocks[name]["achieved"]),
        utilisation={
            kind: (count["used"], count["available"]) for kind, count in report["utilization"].items() if count["used"]
        },
        critical_path=tuple(_hop(hop) for hop in paths[0]["path"]) if paths else (),
    )


def _hop(hop: Mapping[str, Any]) -> str:
    if hop["type"] == "routing":
        return f"{hop['delay']:6.2f} ns wire {hop['net']} to {hop['to']['cell']}.{hop['to']['port']}"
    return f"{hop['delay']:6.2f} ns {hop['type']} {hop['from']['cell']}.{hop['to']['port']}"


def _read(path: Path, tool: str) -> Any:
    try:
        return json.loads(path.read_text())
    except (OSError, ValueError) as error:
        raise ToolError(f"{tool} left no report that can be read ({error})") from None
