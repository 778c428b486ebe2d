"""What is on this machine: tools, Python packages, data, and what computes a training. Whether each will do.

Nothing here fails because something is missing, so third-party packages are imported where they are asked about.
"""

import os
import re
import shlex
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib import metadata, util
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from codesign import tools
from codesign.errors import CodesignError, MissingToolError, ToolError
from codesign.fingerprint import of_package

if TYPE_CHECKING:
    from packaging.requirements import Requirement

__all__ = ["Finding", "State", "commands", "data", "examine_tools", "packages", "training"]

State = Literal["ok", "untested", "unfit", "missing", "broken"]
"""untested: older than any version known to work. unfit: a version that codesign does not take."""


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One thing that was looked for."""

    name: str
    purpose: str
    state: State
    version: str = ""
    wanted: str = ""
    """The versions that will do, as ``>=39`` or ``==0.5.10``; empty: any."""
    extra: str = ""
    """The extra of codesign that a package belongs to; empty: always needed."""
    optional: bool = False
    """Whether most of codesign works without."""
    place: str = ""
    install: str = ""
    """The command that gets it, or a sentence where no command does."""


def examine_tools() -> tuple[Finding, ...]:
    """Every external tool that codesign knows, and what cocotb needs beside them, where that is installed."""
    found = tuple(map(_tool, tools.TOOLS.values()))
    return (*found, _python_library()) if util.find_spec("find_libpython") else found


def _python_library() -> Finding:
    try:
        state: State = "ok"
        place = str(tools.python_library())
    except MissingToolError:
        state, place = "missing", ""
    return Finding(
        name=tools.PYTHON_LIBRARY,
        purpose="Python within simulators of RTL",
        state=state,
        place=place,
        install=f"apt-get install {tools.PYTHON_LIBRARY}",
    )


def _tool(tool: tools.Tool) -> Finding:
    state: State
    place = version = ""
    try:
        place = str(tools.find(tool.name))
        version = tools.version(tool.name) or _version_of_program(Path(place), tool.package)
        state = "untested" if version and _numbers(version) < _numbers(tool.tested) else "ok"
    except ToolError:
        state = "broken" if place else "missing"
    return Finding(
        name=tool.name,
        purpose=tool.purpose,
        state=state,
        version=version,
        wanted=f">={tool.tested}" if tool.tested else "",
        optional=tool.optional,
        place=place,
        install=tool.install,
    )


def _version_of_program(program: Path, package: str) -> str:
    """The version of the Python package, if it is what installed the program; else nothing."""
    version = of_package(package) if package else ""
    if not version or program.parent != Path(sys.executable).parent:
        return ""
    return version


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", version))


def packages() -> tuple[Finding, ...]:
    """What the installed codesign asks for on this machine: what is always needed, then extra by extra.

    A changed ``pyproject.toml`` shows after the next installation. MissingToolError where codesign is not installed
    but only on the path.
    """
    try:
        asked = metadata.requires("codesign") or []
        extras = metadata.metadata("codesign").get_all("Provides-Extra") or []
    except metadata.PackageNotFoundError:
        raise MissingToolError("codesign is not installed, only on the path; in a clone: pip install -e .") from None
    always = _that_hold(asked, "")
    found = [_package(requirement, "") for requirement in always]
    for extra in extras:
        known = set(map(str, always))
        found += [
            _package(requirement, extra) for requirement in _that_hold(asked, extra) if str(requirement) not in known
        ]
    return tuple(found)


def _that_hold(requirements: Iterable[str], extra: str) -> "list[Requirement]":
    """Those that are meant for this Python, this machine and this extra (none: empty)."""
    from packaging.requirements import Requirement

    read = map(Requirement, requirements)
    return [each for each in read if each.marker is None or each.marker.evaluate({"extra": extra})]


def _package(requirement: "Requirement", extra: str) -> Finding:
    wanted = f"{requirement.name}{requirement.specifier}"
    version = of_package(requirement.name)
    state: State = "ok"
    if not version or not all(map(of_package, _of_extras(requirement))):
        state = "missing"
    elif not requirement.specifier.contains(version, prereleases=True):
        state = "unfit"
    return Finding(
        name=requirement.name,
        purpose="",
        state=state,
        version=version,
        wanted=str(requirement.specifier),
        extra=extra,
        optional=bool(extra),
        install=shlex.join(["pip", "install", f"codesign[{extra}]" if extra else wanted]),
    )


def _of_extras(requirement: "Requirement") -> list[str]:
    """The packages that a package with extras of its own, such as ``dask[distributed]``, needs for those."""
    asked = metadata.requires(requirement.name) or []
    return [each.name for extra in sorted(requirement.extras) for each in _that_hold(asked, extra)]


_DATA_SETS = {"spoken digits": "fsdd/recordings.tar.gz", "MNIST": "mnist/*-ubyte.gz"}


def data() -> tuple[Finding, ...]:
    """The data sets' folder, and the device models of each technology."""
    from codesign.data import store

    folder = store.folder()
    # Not the folder alone: compiled C files lie in it, too, so that it is there before any data are.
    absent = [name for name, files in _DATA_SETS.items() if not any(folder.glob(files))]
    sets = Finding(
        name="data sets",
        purpose="spoken digits, MNIST",
        state="missing" if absent else "ok",
        optional=True,
        place="" if absent else str(folder),
        install=f"{' and '.join(absent)}: downloaded to {folder} when first needed; or set CODESIGN_DATA to a folder "
        "that holds the data",
    )
    return (sets, *_technologies())


def _technologies() -> list[Finding]:
    try:
        from codesign.analog import technology as technologies
    except ModuleNotFoundError:  # the table of packages says which
        return []
    found = []
    for name in technologies.names():
        technology = technologies.load(name)
        missing = ""
        try:
            for model in technology.models:
                technology.path(model)
        except CodesignError as error:
            missing = str(error)
        found.append(
            Finding(
                name=name,
                purpose="device models",
                state="missing" if missing else "ok",
                optional=True,
                place="" if missing else str(technology.path(technology.models[-1]).parent),
                install=missing,
            )
        )
    return found


def training() -> tuple[Finding, ...]:
    """What computes recurrences in training (:mod:`codesign.recurrence`), with the device; empty without PyTorch."""
    if util.find_spec("torch") is None:
        return ()
    import torch

    from codesign.recurrence import implementation

    gpus = [torch.cuda.get_device_name(number) for number in range(torch.cuda.device_count())]
    found = [
        Finding(
            name="GPU",
            purpose="training of large networks",
            state="ok" if gpus else "missing",
            version=torch.version.cuda or "",
            optional=True,
            place=", ".join(gpus),
            install="a CUDA device, and a PyTorch made for it (this one is made for the CPU)"
            if torch.version.cuda is None
            else "a CUDA device with its driver",
        )
    ]
    for name, devices in implementation.IMPLEMENTATIONS.items():
        found.append(
            Finding(
                name=name,
                purpose=f"recurrences on {', '.join(devices) or 'any device'}",
                state="ok" if implementation.available(name) else "missing",
                optional=True,
                install=implementation.NEEDS.get(name, ""),
            )
        )
    return tuple(found)


def commands(findings: Sequence[Finding]) -> list[str]:
    """The commands that get these tools and packages: one for each installer, and what neither has as it is."""
    words: dict[str, list[str]] = {}
    others = []
    for finding in findings:
        installer = next((name for name in _INSTALLERS if finding.install.startswith(name)), None)
        if installer is None:
            others.append(f"{finding.name}: {finding.install}")
        else:
            words.setdefault(installer, []).extend(shlex.split(finding.install.removeprefix(installer)))
    said = {"apt-get install": "apt-get install" if os.geteuid() == 0 else "sudo apt-get install"}
    return [
        *(f"{said.get(name, name)} {shlex.join(dict.fromkeys(wanted))}" for name, wanted in words.items()),
        *dict.fromkeys(others),
    ]


_INSTALLERS = ("apt-get install", "pip install")
