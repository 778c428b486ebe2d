# amaranth: UnusedElaboratable=no
"""Run a network's Verilog or VHDL in a simulator, on the same inputs as the twin."""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from codesign import tools
from codesign.digital import stimulus
from codesign.digital.bench import vectors
from codesign.digital.design import NetworkDesign
from codesign.digital.existing import open_design
from codesign.digital.export import export
from codesign.digital.options import Options
from codesign.errors import InputError, MissingToolError, ToolError
from codesign.files import output_folder, write_json
from codesign.network import Network
from codesign.twin import simulate as twin

__all__ = ["RtlRun", "require_simulator", "run_bench", "simulate", "waves_file"]

_BENCH = Path(vectors.__file__).with_name("run.py")
_LOG_LINES = 8


@dataclass(frozen=True, eq=False, kw_only=True)
class RtlRun:
    """What the design did."""

    states: Mapping[str, Mapping[str, NDArray[np.int64]]]
    """Layer -> state -> (samples, steps, units), named as in the twin's trace, from step ``first_step`` on."""
    first_step: int
    """Of each sample: the steps before it are always black, and the design's reset states stand for them."""
    decisions: NDArray[np.int64]
    scores: NDArray[np.int64]
    cycles: int
    """From the cycle in which the first item is taken to the one in which the last result is, both included."""
    cycles_first_sample: int
    """The same for the first sample alone: its latency."""
    simulator: str
    """Name and version."""

    @property
    def cycles_per_sample(self) -> float:
        """With the samples one behind the other, without pauses."""
        return self.cycles / len(self.decisions)


def simulate(
    network: Network,
    inputs: NDArray[np.integer],
    *,
    work: Path,
    options: Options | None = None,
    design: Path | None = None,
    time_limit_s: float = 600,
    stalls: int = 0,
    seed: int = 1,
    language: str = "verilog",
    waves: bool = False,
) -> RtlRun:
    """Export ``network``, play ``inputs`` (samples, steps, inputs) into it with cocotb, read all states.

    Verilog is simulated by Icarus, VHDL (``language``) by GHDL. ``work`` becomes a folder with the design, the vectors,
    the simulator's build and ``simulation.log``. With a ``design``, a folder that an export wrote and somebody may have
    edited, the RTL there is simulated instead, and ``options`` are those that it was written with. With ``stalls``,
    each stream pauses in that percentage of the cycles, at random (``seed``). With ``waves``, the simulator also writes
    all signals to :func:`waves_file`. Nothing is compared here.
    Raises InputError for inputs that do not fit and for a ``design`` that is none of this network in this language,
    ToolError when the simulation fails or takes too long.
    """
    inputs = np.asarray(inputs)
    existing = None if design is None else open_design(design, network, language=language)
    made = NetworkDesign(network, options) if existing is None else existing.design
    options = made.options
    if inputs.ndim == 3 and inputs.shape[1] > options.longest_sample:
        raise InputError(
            f"samples of {inputs.shape[1]} steps, but the scores of this design have room for "
            f"{options.longest_sample}; raise longest_sample"
        )
    twin(network, inputs[:0])  # only for its checks
    if len(inputs) == 0:
        raise InputError("at least one sample is needed to simulate, not 0")
    with output_folder(work) as folder:
        write_json(folder / "vectors.json", {"samples": stimulus.samples(made, list(inputs))})
        if existing is None:
            exported = export(network, output=folder / language, options=options, language=language).parent
        else:
            exported = existing.folder.resolve()
        run_bench(
            exported,
            vectors_file=folder / "vectors.json",
            work=folder / "simulation",
            time_limit_s=time_limit_s,
            stalls=stalls,
            seed=seed,
            waves=waves,
        )
        found = vectors.read(folder / "simulation" / "found.json")
        ports = vectors.read(exported / "ports.json")
    return RtlRun(
        states=stimulus.states_of(ports, found, samples=len(inputs), steps=inputs.shape[1] - made.folded_steps),
        first_step=made.folded_steps,
        decisions=np.array(found["decisions"], dtype=np.int64),
        scores=np.array(found["scores"], dtype=np.int64),
        cycles=found["cycles"],
        cycles_first_sample=found["results_at"][0] - found["first_item_at"] + 1,
        simulator=found["simulator"],
    )


def waves_file(work: Path) -> Path:
    """The waveforms (FST) that :func:`simulate` left in ``work``; raises ToolError where there are none."""
    for found in sorted((Path(work) / "simulation").glob("*.fst")):
        return found
    raise ToolError("the simulator wrote no waveforms")


def run_bench(
    design: Path,
    *,
    vectors_file: Path,
    work: Path,
    time_limit_s: float,
    stalls: int = 0,
    seed: int = 1,
    waves: bool = False,
) -> None:
    """Run the testbench on the export in ``design``; raises ToolError with the end of its log where it fails.

    The testbench is a program of its own, in a process group of its own, so that nothing of it outlives the limit.
    """
    # run.py needs cocotb already when it is imported, and this is asked for where that may be missing.
    library, programs = require_simulator(vectors.read(design / "ports.json").get("language", "verilog"))
    folders = [str(program.parent) for program in programs]
    work.mkdir(parents=True, exist_ok=True)
    log = work / "simulation.log"
    command = [sys.executable, str(_BENCH), str(design), "--vectors", str(vectors_file), "--work", str(work)]
    command += ["--stalls", str(stalls), "--seed", str(seed), *(["--waves"] if waves else [])]
    path = os.pathsep.join([*folders, os.environ.get("PATH", "")])
    environment = {**os.environ, "PATH": path, "LIBPYTHON_LOC": str(library)}
    with log.open("wb") as stream:
        process = subprocess.Popen(
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=stream,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            status = process.wait(timeout=time_limit_s)
        except subprocess.TimeoutExpired:
            raise ToolError(f"the simulation did not finish within {time_limit_s:g} s and was stopped") from None
        finally:
            # Also where we are interrupted: the simulator is a grandchild and would go on without us.
            _end_group(process)
    if status != 0:
        lines = [line for line in log.read_text(errors="replace").splitlines() if line.strip() and "**" not in line]
        last = "\n".join(lines[-_LOG_LINES:])
        raise ToolError(f"the simulation of {design.name!r} failed; the end of its log:\n{last}")


def require_simulator(language: str) -> tuple[Path, tuple[Path, ...]]:
    """Python's library and the simulator's programs; raises MissingToolError for the first that is not here."""
    if find_spec("cocotb_tools") is None:
        raise MissingToolError(
            "cocotb (simulation of RTL) is not installed; install it with 'pip install codesign[sim]'"
        )
    programs = {"verilog": ("iverilog", "vvp"), "vhdl": ("ghdl",)}[language]
    return tools.python_library(), tuple(map(tools.find, programs))


def _end_group(process: "subprocess.Popen[bytes]") -> None:
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
