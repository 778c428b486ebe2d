"""The FuseSoC core of a design (CAPI2, https://fusesoc.readthedocs.io): its files, and how to lint and simulate them.

There is no target for synthesis: a core knows no board, and its streams are no pins. ``codesign synth --board`` adds
what a board needs.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from codesign import __version__

__all__ = ["CoreFiles", "core"]

_TYPES = {"verilog": "verilogSource-2005", "vhdl": "vhdlSource-2008"}
_TESTBENCH_TYPES = {"verilog": "systemVerilogSource", "vhdl": "vhdlSource-2008"}
_SIMULATORS: Mapping[str, Mapping[str, Any]] = {
    "verilog": {"icarus": {"iverilog_options": ["-g2012"]}},
    "vhdl": {"ghdl": {"analyze_options": ["--std=08"], "run_options": ["--ieee-asserts=disable-at-0"]}},
}
_LINTERS: Mapping[str, Mapping[str, Any]] = {
    # Signals that nobody reads and widths that are exact by construction are no faults of generated text.
    "verilog": {
        "verilator": {"mode": "lint-only", "verilator_options": ["-Wno-fatal"]},
        "icarus": {"iverilog_options": ["-g2005"]},
    },
    "vhdl": {"ghdl": {"analyze_options": ["--std=08"], "run_options": ["--no-run"]}},
}


@dataclass(frozen=True, kw_only=True)
class CoreFiles:
    """A design in one language, paths from the folder of the core; without a testbench it cannot be simulated."""

    language: str
    design: str
    testbench: str | None = None
    testbench_top: str | None = None


def core(library: str, top: str, description: str, files: Sequence[CoreFiles], header: Sequence[str]) -> str:
    """The text of ``codesign:library:top``. The first of ``files`` has the plain names of targets (``default``,
    ``lint``, ``sim``), every other one those with its language (``vhdl``, ``lint_vhdl``, ``sim_vhdl``)."""
    filesets: dict[str, Any] = {}
    targets: dict[str, Any] = {}
    for index, found in enumerate(files):
        language = found.language
        end = f"_{language}" if index else ""
        filesets[language] = {"files": [found.design], "file_type": _TYPES[language]}
        targets["default" if index == 0 else language] = {"filesets": [language], "toplevel": top}
        targets[f"lint{end}"] = _target([language], top, _LINTERS[language])
        if found.testbench is not None:
            bench = f"{language}_testbench"
            filesets[bench] = {"files": [found.testbench], "file_type": _TESTBENCH_TYPES[language]}
            targets[f"sim{end}"] = _target([language, bench], found.testbench_top, _SIMULATORS[language])
    content = {
        "name": f"codesign:{library}:{top}:{__version__}",
        "description": description,
        "filesets": filesets,
        "targets": targets,
    }
    text = yaml.safe_dump(content, sort_keys=False, width=120)
    return "\n".join(["CAPI=2:", *(f"# {line}".rstrip() for line in header), text])


def _target(filesets: list[str], top: str | None, tools: Mapping[str, Any]) -> dict[str, Any]:
    return {"default_tool": next(iter(tools)), "filesets": filesets, "toplevel": top, "tools": dict(tools)}
