"""The container file and the workflow: they cannot run in a test, but they can name what does not exist."""

import re
import shlex
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

from codesign import tools
from codesign.cli.app import app

ROOT = Path(__file__).resolve().parents[1]
SETUP = (ROOT / "scripts" / "setup.sh").read_text()
CONTAINER = (ROOT / "Containerfile").read_text()
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))

FOR_MORE = {"gcc", "g++", "ca-certificates"}
"""In the container and not needed to set up: compilers make it faster, certificates let it download data sets."""


def packages_of_setup() -> set[str]:
    """What ``missing_packages`` and ``missing_test_packages`` of scripts/setup.sh can name."""
    body = SETUP.split("missing_packages() {")[1].split("install_packages() {")[0]
    return {word for line in re.findall(r"\becho ([a-z0-9 +-]+)$", body, re.MULTILINE) for word in line.split()}


def instructions() -> list[tuple[str, str]]:
    """Name and arguments of each, with continued lines joined."""
    text = re.sub(r"^#.*\n", "", CONTAINER, flags=re.MULTILINE).replace("\\\n", " ")
    return [(line.split(None, 1)[0], line.split(None, 1)[1]) for line in text.splitlines() if line.strip()]


def packages_of_container() -> set[str]:
    (run,) = [arguments for name, arguments in instructions() if name == "RUN" and "apt-get install" in arguments]
    words = shlex.split(run.split("apt-get install")[1].split("&&")[0])
    return {word for word in words if not word.startswith("-")}


def steps() -> list[tuple[str, dict[str, Any]]]:
    found = []
    for path in WORKFLOWS:
        for job in yaml.safe_load(path.read_text())["jobs"].values():
            found += [(path.name, step) for step in job["steps"]]
    return found


def commands(program: str) -> set[str]:
    """The word after ``program`` in every command of the workflows and of the container file's introduction."""
    lines = [line for _, step in steps() for line in step.get("run", "").splitlines()]
    lines += [line.lstrip("# ") for line in CONTAINER.splitlines() if line.startswith("#    ")]
    return {word for line in lines for word in re.findall(rf"(?:^|[ /]){program} ([a-z][a-z-]*)", line)}


def test_the_container_has_the_packages_of_setup():
    always = {"ngspice", "libngspice0", "iverilog", "ghdl", "make", "python3", "python3-venv"}
    assert packages_of_setup() == always | {"chromium"}
    # The library of Debian 12's Python: setup.sh asks the Python that it finds for the name.
    assert packages_of_container() - FOR_MORE == packages_of_setup() | {"libpython3.11"}
    assert CONTAINER.count("debian:12") == 1
    assert packages_of_container() >= FOR_MORE


def test_setup_and_doctor_name_the_same_packages():
    needed = {
        word
        for tool in tools.TOOLS.values()
        if not tool.optional and tool.install.startswith("apt-get install ")
        for word in tool.install.split()[2:]
    }
    assert needed == packages_of_setup() - {"make", "python3", "python3-venv", "chromium"}


def test_the_container_file_is_well_formed():
    names = [name for name, _ in instructions()]
    assert set(names) <= {"FROM", "RUN", "USER", "WORKDIR", "COPY", "ENV", "CMD"}
    assert names[0] == "FROM"
    assert names.count("CMD") == 1
    user = names.index("USER")
    assert instructions()[user] == ("USER", "codesign")
    # All after it runs without root, and setup.sh could not install a system package there.
    assert all("apt-get" not in arguments for _, arguments in instructions()[user:])
    for name, arguments in instructions():
        if name == "COPY":
            *sources, _ = [word for word in arguments.split() if not word.startswith("--")]
            assert all((ROOT / source).exists() for source in sources), arguments


def test_every_make_target_and_command_exists():
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    assert {"setup", "lint", "test", "demo"} <= commands("make") <= targets
    known = {command.callback.__name__ for command in app.registered_commands if command.callback}
    assert "doctor" in commands("codesign")
    assert commands("codesign") - {"codesign", "make"} <= known


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_the_workflow_is_well_formed(path: Path):
    workflow = yaml.safe_load(path.read_text())
    assert {"name", "jobs", "permissions"} <= set(workflow)
    assert True in workflow, "YAML 1.1 reads the key 'on' as true"
    for job in workflow["jobs"].values():
        assert job["runs-on"]
        assert job["timeout-minutes"] > 0
        for step in job["steps"]:
            assert ("uses" in step) != ("run" in step), step
            assert re.fullmatch(r"[\w-]+/[\w-]+@v\d+", step.get("uses", "actions/checkout@v4")), step


def test_the_workflow_runs_every_python_that_is_promised():
    promised = set(re.findall(r'"Programming Language :: Python :: (3\.\d+)"', (ROOT / "pyproject.toml").read_text()))
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "ci.yml").read_text())
    assert set(workflow["jobs"]["test"]["strategy"]["matrix"]["python"]) == promised == {"3.11", "3.12", "3.13"}


@pytest.mark.parametrize("python", ["3.11.2", "3.12.3", "3.13.0"], ids=["debian12", "ubuntu24.04", "3.13"])
def test_every_package_of_the_lock_file_takes_the_python_of_a_fresh_machine(python: str):
    """pip refuses the whole file for one release that wants a later bugfix of Python than the distribution has."""
    pins = [Requirement(line) for line in (ROOT / "requirements.lock").read_text().splitlines() if "==" in line]
    assert len(pins) > 50
    refused = []
    for pin in pins:
        installed = distribution(pin.name)
        # get: the backport importlib_metadata, once something has imported it, raises KeyError where there is none.
        wanted = installed.metadata.get("Requires-Python") or ""
        if installed.version in pin.specifier and python not in SpecifierSet(wanted):
            refused.append(f"{pin}: Python {wanted}")
    assert not refused
