"""What decides the result of a verification, so that one of an earlier run can be taken for it."""

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from codesign import fingerprint, resources
from codesign.data import Examples
from codesign.network import Network
from codesign.verify import targets as registry

__all__ = ["identity"]


def identity(network: Network, examples: Examples, *, target: str, technology: str) -> dict[str, Any]:
    """Plain JSON that changes with the network, the examples, the program, the circuits and the simulators here."""
    found = registry.target(target)
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
        "circuits": _circuits(technology) if found.PART != "rtl" else None,
        "simulators": {name: fingerprint.of_tool(name) for name in found.TOOLS},
        "packages": {name: fingerprint.of_package(name) for name in found.PACKAGES},
    }


@cache
def _circuits(technology: str) -> str:
    """Of everything in a technology's folder, and of the device models elsewhere that it names."""
    from codesign.analog import technology as technologies

    loaded = technologies.load(technology)
    folder = resources.circuits()[technology]
    models = {file for corner in loaded.corners for file in loaded.at(corner=corner).files}
    return fingerprint.of_files({*(path for path in folder.rglob("*") if path.is_file()), *map(Path, models)})
