# amaranth: UnusedElaboratable=no
"""Running the tools, one after the other.

For a board Amaranth writes the tools' files and says how to call them; we call them, so that each has a time limit.
"""

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from amaranth.back import rtlil
from numpy.typing import NDArray

from codesign import tools
from codesign.digital import toolchains
from codesign.digital.boards import Board, BoardTop
from codesign.digital.design import NetworkDesign
from codesign.digital.options import Options, engine
from codesign.digital.synthesis.figures import Figures, Timing, read_figures, read_timing
from codesign.digital.synthesis.layers import layer_figures
from codesign.digital.timing import predicted_cycles
from codesign.digital.toolchains import Toolchain
from codesign.errors import MissingToolError
from codesign.files import output_folder, write_file, write_json
from codesign.network import Network

__all__ = ["Synthesis", "synthesise"]

_STATISTICS = "statistics.json"
_REPORT = "nextpnr.json"
_UNWANTED = (".bat", ".debug.v")


@dataclass(frozen=True, kw_only=True)
class Synthesis:
    """A network on a board, or without pins (``core``)."""

    network: Network
    board: Board
    options: Options
    core: bool
    clock_mhz: float
    """The clock that was asked for, as it can be made."""
    figures: Figures
    timing: Timing | None
    """None where nothing was placed: with 7 series here, with iCE40 for a core."""
    cycles_per_sample: float
    """Mean over the samples given, one behind the other; the UART, which is slower, left aside."""
    bitstream: Path | None
    versions: Mapping[str, str]
    """Tools that ran."""
    left_out: tuple[str, ...]
    """Tools that the board's platform calls and that are not on this machine."""
    layers: Mapping[str, Figures]
    """What each layer and the decision take, synthesised by themselves; empty where that was not asked for."""

    @property
    def meets_timing(self) -> bool:
        """Whether the clock is within what was reached; True where nothing was placed."""
        return self.timing is None or self.timing.fmax_mhz >= self.clock_mhz

    @property
    def us_per_sample(self) -> float:
        """At the highest clock, or, where nothing was placed, at that of the board."""
        return self.cycles_per_sample / (self.timing.fmax_mhz if self.timing else self.clock_mhz)

    def json(self) -> dict[str, Any]:
        """The keys of the house, and how they came about."""
        return {
            "model": self.network.name,
            "model_hash": self.network.hash,
            "board": self.board.name,
            "core": self.core,
            "options": self.options.json(),
            **self.figures.json(),
            "fmax_mhz": None if self.timing is None else self.timing.fmax_mhz,
            "clock_mhz": self.clock_mhz,
            "meets_timing": self.meets_timing,
            "cycles_per_sample": self.cycles_per_sample,
            "us_per_sample": self.us_per_sample,
            "us_per_sample_at_clock": self.cycles_per_sample / self.clock_mhz,
            "bitstream": None if self.bitstream is None else str(self.bitstream),
            "utilisation": {} if self.timing is None else {k: list(v) for k, v in self.timing.utilisation.items()},
            "critical_path": [] if self.timing is None else list(self.timing.critical_path),
            "cells": dict(self.figures.cells),
            "tools": dict(self.versions),
            "left_out": list(self.left_out),
            "layers": {name: figures.json() for name, figures in self.layers.items()},
        }


def synthesise(
    network: Network,
    *,
    board: Board,
    inputs: Sequence[NDArray[np.integer]],
    output: Path,
    options: Options | None = None,
    clock_mhz: float | None = None,
    core: bool = False,
    place: bool = True,
    layers: bool = False,
    time_limit_s: float = 3600.0,
) -> Synthesis:
    """Build ``network`` for ``board`` in the folder ``output``, which is replaced as a whole.

    ``inputs``: samples (steps, inputs) for the cycles. ``core``: the network alone, without UART and pins; there
    is no bitstream then. Without ``place``, synthesis only. ``layers``: count each layer, too, which synthesises the
    core once more. Raises InputError for a clock or a baud rate that cannot be made, MissingToolError and ToolError;
    each tool has ``time_limit_s``.
    """
    chosen = options or engine(board.engine)
    design = NetworkDesign(network, chosen)
    toolchain = toolchains.load(board.toolchain)
    with output_folder(output) as folder:
        run = _Run(folder=folder, toolchain=toolchain, place=place, time_limit_s=time_limit_s)
        if core:
            clock = clock_mhz or board.clock_mhz
            _build_core(design, clock_mhz, run)
        else:
            clock = _build_board(design, board, clock_mhz, run)
        result = Synthesis(
            network=network,
            board=board,
            options=chosen,
            core=core,
            clock_mhz=clock,
            figures=read_figures(folder / _STATISTICS, toolchain),
            timing=read_timing(folder / _REPORT) if (folder / _REPORT).exists() else None,
            cycles_per_sample=predicted_cycles(network, inputs, chosen) / len(inputs),
            bitstream=output / run.bitstream if (folder / run.bitstream).exists() else None,
            versions={name: tools.version(name) for name in run.ran},
            left_out=tuple(run.left_out),
            layers=layer_figures(design, toolchain, folder=folder, time_limit_s=time_limit_s) if layers else {},
        )
        write_json(folder / "synthesis.json", result.json())
    return result


class _Run:
    """The tools that have run in a folder."""

    def __init__(self, *, folder: Path, toolchain: Toolchain, place: bool, time_limit_s: float) -> None:
        self.folder, self.toolchain, self.place, self._time_limit_s = folder, toolchain, place, time_limit_s
        self.bitstream = f"top.{toolchain.bitstream}"
        self.ran: list[str] = []
        self.left_out: list[str] = []

    def tool(self, name: str, arguments: Sequence[str]) -> None:
        """Run a tool; one that the family can do without is left out where it is missing."""
        try:
            tools.find(name)
        except MissingToolError:
            if name in self.toolchain.tools:
                raise
            self.left_out.append(name)
            return
        tools.run(name, arguments, folder=self.folder, time_limit_s=self._time_limit_s)
        self.ran.append(name)


def _build_core(design: NetworkDesign, clock_mhz: float | None, run: _Run) -> None:
    toolchain = run.toolchain
    write_file(run.folder / "top.il", rtlil.convert(design, name="top", emit_src=False))
    _synthesise("read_rtlil top.il", run)
    if toolchain.core is not None and run.place:
        aim = clock_mhz or toolchain.core.target_mhz
        files = ["--json", "top.json", "--report", _REPORT, "--log", "top.tim", "--freq", f"{aim:g}"]
        run.tool(toolchain.core.tool, ["--quiet", "--timing-allow-fail", *toolchain.core.arguments, *files])


def _synthesise(read: str, run: _Run) -> None:
    script = [
        read,
        run.toolchain.before_synthesis,
        f"{run.toolchain.synthesis} {run.toolchain.options} -top top",
        f"tee -q -o {_STATISTICS} stat -json",
        "write_json top.json",
    ]
    write_file(run.folder / "synthesis.ys", "\n".join(script) + "\n")
    run.tool("yosys", ["-q", "-l", "top.rpt", "synthesis.ys"])


def _build_board(design: NetworkDesign, board: Board, clock_mhz: float | None, run: _Run) -> float:
    """The clock of the network, in MHz."""
    top = BoardTop(design, board, clock_mhz=clock_mhz)
    with _yosys_for_amaranth():
        plan = board.new_platform().prepare(
            top,
            "top",
            emit_src=False,
            synth_opts=run.toolchain.options,
            script_after_synth=run.toolchain.after_synthesis.format(statistics=_STATISTICS),
            nextpnr_opts=f"--report {_REPORT} --timing-allow-fail",
        )
    for name, content in plan.files.items():
        if not name.endswith(_UNWANTED):
            write_file(run.folder / name, content)
    for name, *arguments in json.loads(plan.files["build_top.json"])["commands"]:
        if name == "yosys" or run.place:
            run.tool(name, arguments)
    if "yosys" not in run.ran:
        _synthesise("read_verilog top.v", run)
    return top.clock_hz / 1e6


@contextmanager
def _yosys_for_amaranth() -> Iterator[None]:
    """Amaranth prints Verilog, for Vivado, with the yosys that these variables name."""
    wanted = {"AMARANTH_USE_YOSYS": "system", "YOSYS": str(tools.find("yosys"))}
    before = {name: os.environ.get(name) for name in wanted}
    os.environ.update(wanted)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
