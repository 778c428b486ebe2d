"""How often each bit of each net changes while real samples run through the flattened design."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from codesign import tools
from codesign.digital.compiled.build import ACTIVITY, compile_design, described
from codesign.digital.energy.netlist import Bit
from codesign.errors import ToolError
from codesign.files import write_file

__all__ = ["Activity", "Switching", "record"]

_NET = re.compile(r"^\s*\((\S+) \(T0 \d+\) \(T1 (\d+)\).*\(TC (\d+)\)\)$")
_INDEX = re.compile(r"^(.*?)(?:\\\[(\d+)\\\])?$")


@dataclass(frozen=True, kw_only=True)
class Switching:
    """Of one bit: cycles in which it was 1 before the rising edge, and how often it differed from the cycle before."""

    high: int
    changes: int


@dataclass(frozen=True, kw_only=True)
class Activity:
    """Every bit of every net over ``cycles`` clock cycles; glitches within a cycle are not in it."""

    bits: Mapping[Bit, Switching]
    cycles: int


def record(
    verilog: Path,
    items: NDArray[np.uint32],
    *,
    samples: int,
    ports: Mapping[str, Any],
    folder: Path,
    time_limit_s: float,
) -> Activity:
    """Play ``items`` (items, words), which hold ``samples`` samples, into the design in ``verilog``, without pauses.

    The design is one module, flat; ``ports`` is what ``ports.json`` says of its streams. ``folder`` takes the files.
    Raises MissingToolError without Verilator or a C++ compiler, ToolError where one fails.
    """
    # Registers of layers have lost their modules; what counts here are the nets.
    flat = {**ports, "layers": []}
    write_file(folder / "design.txt", described(flat))
    compile_design(verilog, folder=folder, ports=flat, time_limit_s=time_limit_s, recording=ACTIVITY)
    items.astype("<u4").tofile(folder / "items.bin")
    arguments = ["design.txt", "items.bin", str(samples), "0", "1"]
    tools.run_built(folder / "simulation", arguments, folder=folder, time_limit_s=time_limit_s)
    return _read((folder / ACTIVITY.file).read_text())


def _read(text: str) -> Activity:
    """The SAIF file that Verilator writes: one instance holds all nets."""
    duration = re.search(r"\(DURATION (\d+)\)", text)
    if duration is None:
        raise ToolError("the simulation wrote no switching activity")
    bits: dict[Bit, Switching] = {}
    for line in text.splitlines():
        if found := _NET.match(line):
            name, index = _INDEX.match(found[1]).groups()  # type: ignore[union-attr]
            bit = name.replace("\\", ""), None if index is None else int(index)
            bits[bit] = Switching(high=int(found[2]), changes=int(found[3]))
    return Activity(bits=bits, cycles=int(duration[1]))
