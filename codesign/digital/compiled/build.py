# amaranth: UnusedElaboratable=no
"""Build the program and run samples through it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from codesign import tools
from codesign.digital.bench import vectors
from codesign.digital.compiled.stimulus import item_words
from codesign.digital.design import NetworkDesign
from codesign.digital.existing import open_design
from codesign.digital.export import export
from codesign.digital.options import Options
from codesign.digital.simulate import RtlRun
from codesign.digital.stimulus import played
from codesign.errors import InputError, ToolError
from codesign.files import output_folder, write_file
from codesign.network import Network
from codesign.twin import simulate as twin

__all__ = ["ACTIVITY", "WAVES", "CompiledDesign", "Recording", "build", "compile_design", "described"]

_HARNESS = Path(__file__).with_name("harness.cpp")
_WIDEST_STATE = 32
# The design is right or wrong, so no time goes into what Verilator could say about its style.
_VERILATOR = ["--cc", "-O3", "--x-assign", "fast", "--x-initial", "0", "--noassert", "-Wno-fatal", "-Wno-lint",
              "-Wno-style", "--prefix", "Vtop", "-Mdir", "."]  # fmt: skip
_RUNTIME = ("verilated.cpp", "verilated_dpi.cpp", "verilated_threads.cpp")


@dataclass(frozen=True, kw_only=True)
class Recording:
    """What a run writes beside its results: the ``file``, and how Verilator and the harness come to do so."""

    file: str
    arguments: tuple[str, ...]
    define: str
    runtime: str


ACTIVITY = Recording(
    file="activity.saif",
    arguments=("--trace-saif", "--trace-underscore", "--trace-max-width", "0"),
    define="VM_TRACE_SAIF",
    runtime="verilated_saif_c.cpp",
)
"""How often each bit of each net changes."""
# VCD and not FST, which would need the headers of zlib.
WAVES = Recording(
    file="waves.vcd",
    arguments=("--trace-vcd", "--trace-max-width", "0"),
    define="VM_TRACE_VCD",
    runtime="verilated_vcd_c.cpp",
)
"""All signals, 10 ns per cycle."""


@dataclass(frozen=True, eq=False, kw_only=True)
class CompiledDesign:
    """The program of one design."""

    design: NetworkDesign
    ports: Mapping[str, Any]
    folder: Path
    """Holds ``simulation``, and the files of its runs."""

    def run(self, inputs: NDArray[np.integer], *, stalls: int = 0, seed: int = 1, time_limit_s: float = 600) -> RtlRun:
        """Play ``inputs`` (samples, steps, inputs) from reset; all states, as :func:`codesign.digital.simulate` gives.

        With ``stalls``, each stream pauses in that percentage of the cycles, at random (``seed``). Raises InputError
        for inputs that do not fit, ToolError where the program fails or takes too long. One run at a time per folder.
        """
        inputs = np.asarray(inputs)
        design = self.design
        twin(design.network, inputs[:0])  # only for its checks
        longest = design.options.longest_sample
        if len(inputs) == 0 or inputs.shape[1] > longest:
            raise InputError(
                f"inputs must be at least one sample of at most {longest} steps (longest_sample), not {inputs.shape}"
            )
        steps = inputs[:, design.folded_steps :]
        if design.folded_steps:
            for sample in inputs:
                played(design, sample)  # for its check
        item_words(design.source, steps).astype("<u4").tofile(self.folder / "items.bin")
        finished = tools.run_built(
            self.folder / "simulation",
            ["design.txt", "items.bin", str(len(inputs)), str(stalls), str(seed)],
            folder=self.folder,
            time_limit_s=time_limit_s,
        )
        counted = dict(line.split() for line in finished.stdout.splitlines())
        decisions, scores = self._results(len(inputs))
        times = np.fromfile(self.folder / "times.bin", dtype="<u8").astype(np.int64)
        first = int(counted["first_item_at"])
        return RtlRun(
            states=self._states(len(inputs), steps.shape[1]),
            first_step=design.folded_steps,
            decisions=decisions,
            scores=scores,
            cycles=int(times[-1]) - first + 1,
            cycles_first_sample=int(times[0]) - first + 1,
            simulator=f"Verilator {counted['verilator']}",
        )

    def _states(self, samples: int, steps: int) -> dict[str, dict[str, NDArray[np.int64]]]:
        states: dict[str, dict[str, NDArray[np.int64]]] = {}
        for number, layer in enumerate(self.ports["layers"]):
            states[layer["name"]] = {}
            for place, name in enumerate(layer["states"]):
                found = np.fromfile(self.folder / f"states_{number}_{place}.bin", dtype="<i4").astype(np.int64)
                if found.size != samples * steps * layer["units"]:
                    raise ToolError(
                        f"layer {layer['name']!r}, state {name!r}: the simulation showed {found.size} values, "
                        f"not {samples * steps * layer['units']}"
                    )
                states[layer["name"]][name] = found.reshape(samples, steps, layer["units"])
        return states

    def _results(self, samples: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Decisions (samples,) and scores (samples, classes)."""
        raw = np.fromfile(self.folder / "results.bin", dtype=np.uint8).reshape(samples, -1)
        bits = np.unpackbits(raw, axis=1, bitorder="little").astype(np.int64)
        fields = self.ports["output"]["fields"]
        return _numbers(bits, fields["decision"])[:, 0], _numbers(bits, fields["scores"])


def build(
    network: Network,
    *,
    work: Path,
    options: Options | None = None,
    design: Path | None = None,
    recording: Recording | None = None,
    time_limit_s: float = 600,
) -> CompiledDesign:
    """Export ``network`` and compile it in ``work``, which becomes a folder with the Verilog and the program.

    With a ``design``, a folder of Verilog that an export wrote and somebody may have edited, that is compiled instead.
    With a ``recording``, each run leaves its file in ``work``, too. Raises InputError where a layer has no RTL, a state
    is wider than 32 bits or the ``design`` is none of this network, MissingToolError without Verilator or a C++
    compiler, ToolError where one of them fails or takes too long.
    """
    existing = None if design is None else open_design(design, network, language="verilog")
    made = NetworkDesign(network, options) if existing is None else existing.design
    with output_folder(work) as folder:
        exported = existing.file if existing else export(network, output=folder / "verilog", options=options)
        ports = vectors.read(exported.parent / "ports.json")
        write_file(folder / "design.txt", described(ports))
        compile_design(exported, folder=folder, ports=ports, time_limit_s=time_limit_s, recording=recording)
    return CompiledDesign(design=made, ports=ports, folder=Path(work))


def compile_design(
    verilog: Path, *, folder: Path, ports: Mapping[str, Any], time_limit_s: float, recording: Recording | None = None
) -> None:
    """Make ``folder``/simulation from the file ``verilog`` of the design that ``ports`` (ports.json) describes."""
    objects = folder / "objects"
    objects.mkdir()
    write_file(objects / "observed.vlt", _observed(ports))
    arguments = [*_VERILATOR, *(recording.arguments if recording else ()), "--top-module", ports["top"]]
    tools.run(
        "verilator", [*arguments, "observed.vlt", str(verilog.resolve())], folder=objects, time_limit_s=time_limit_s
    )
    root = Path(tools.run("verilator", ["--getenv", "VERILATOR_ROOT"], folder=folder, time_limit_s=60).stdout.strip())
    include = ["-std=c++17", "-I.", f"-I{root / 'include'}", f"-I{root / 'include' / 'vltstd'}"]
    include += [f"-D{name}=0" for name in ("VM_COVERAGE", "VM_SC", "VM_TIMING")]
    include.append(f"-DVM_TRACE={int(recording is not None)}")
    include += [f"-D{kind.define}={int(kind is recording)}" for kind in (ACTIVITY, WAVES)]
    # What Verilator calls slow runs once: the contents of memories, which take an optimiser minutes.
    slow = sorted(path.name for path in objects.glob("*__Slow.cpp"))
    fast = sorted(path.name for path in objects.glob("*.cpp") if path.name not in slow)
    write_file(objects / "slow.cc", "".join(f'#include "{name}"\n' for name in slow))
    write_file(objects / "fast.cc", "".join(f'#include "{name}"\n' for name in fast))
    runtime = [str(root / "include" / name) for name in (*_RUNTIME, *((recording.runtime,) if recording else ()))]
    _compile(["-O0", *include, "-c", "slow.cc", "-o", "slow.o"], objects, time_limit_s)
    sources = ["fast.cc", str(_HARNESS), *runtime, "slow.o"]
    program = str(folder.resolve() / "simulation")
    _compile(["-O1", *include, *sources, "-pthread", "-o", program], objects, time_limit_s)


def _compile(arguments: list[str], folder: Path, time_limit_s: float) -> None:
    tools.run("c++", arguments, folder=folder, time_limit_s=time_limit_s)


def _observed(ports: Mapping[str, Any]) -> str:
    """Verilator's configuration that keeps the registers to observe."""
    lines = ["`verilator_config"]
    for layer in ports["layers"]:
        registers = [layer["strobe"], *(state["register"] for state in layer["states"].values())]
        module = f"*{layer['instance'][-1]}*"
        lines += [f'public_flat_rd -module "{module}" -var "{name}"' for name in registers]
    return "\n".join(dict.fromkeys(lines)) + "\n"


def described(ports: Mapping[str, Any]) -> str:
    """The file DESIGN of the harness: bytes of an item and of a result, then each layer and its states."""
    lines = [" ".join(str(4 * -(-ports[stream]["width"] // 32)) for stream in ("input", "output"))]
    lines.append(str(len(ports["layers"])))
    for layer in ports["layers"]:
        scope = ".".join([ports["top"], *layer["instance"]])
        sizes = " ".join(str(layer[name]) for name in ("units", "groups", "lanes"))
        lines.append(f"{scope} {layer['strobe']} {sizes} {len(layer['states'])}")
        for name, state in layer["states"].items():
            if state["width"] > _WIDEST_STATE:
                raise InputError(
                    f"layer {layer['name']!r}: state {name!r} has {state['width']} bits, but this simulation holds at "
                    f"most {_WIDEST_STATE}; use the target 'verilog'"
                )
            lines.append(f"{state['register']} {state['width']} {int(state['signed'])}")
    return "\n".join(lines) + "\n"


def _numbers(bits: NDArray[np.int64], field: Mapping[str, Any]) -> NDArray[np.int64]:
    """The numbers of a field, (rows, count), from rows of bits."""
    count, width = field.get("count", 1), field["width"]
    taken = bits[:, field["offset"] : field["offset"] + count * width].reshape(len(bits), count, width)
    weights = np.int64(1) << np.arange(width, dtype=np.int64)
    if field["signed"]:
        weights[-1] = -weights[-1]
    found: NDArray[np.int64] = taken @ weights
    return found
