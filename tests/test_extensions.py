"""$CODESIGN_EXTENSIONS: cells, codings, data sets, technologies and boards that users keep outside of codesign."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from codesign import resources
from codesign.analog import technology as technologies
from codesign.digital import boards
from codesign.errors import InputError

CODING = """
from codesign.coding.current_rows import PARAMETERS, SIGNAL, black_frames, largest_value, scale, steps

def encode(values, images):
    return values["levels"] - images
"""
DATA = """
import numpy as np
from codesign.data import Examples

CLASSES = ("no", "yes")

def load(split):
    return Examples(images=np.ones((2, 3, 4), np.int64), labels=np.array([0, 1]))
"""


def add(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def run(code: str, extensions: object) -> Any:
    """A new process, since packages are extended when they are imported."""
    return subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "CODESIGN_EXTENSIONS": str(extensions)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_python_packages_find_what_is_in_any_extension(tmp_path: Path):
    add(tmp_path / "a" / "coding" / "negative.py", CODING)
    add(tmp_path / "b" / "data" / "ones.py", DATA)
    add(tmp_path / "b" / "cells" / "buffer" / "__init__.py", "")
    add(tmp_path / "b" / "cells" / "buffer" / "spec.py", "from codesign.cells.linear.spec import SPEC")
    code = (
        "from codesign import cells, coding, data\n"
        "print('buffer' in cells.kinds(), cells.part('buffer', 'spec').SPEC.kind)\n"
        "images = data.load('ones', 'test').images\n"
        "print(data.classes('ones'), coding.encode('negative', {'levels': 4}, images).max())\n"
    )
    done = run(code, os.pathsep.join([str(tmp_path / "a"), "", str(tmp_path / "b")]))
    assert done.stdout == "True linear\n('no', 'yes') 3\n", done.stderr


def test_a_technology_of_an_extension_is_a_technology(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    folder = tmp_path / "circuits" / "mine180"
    shutil.copytree(resources.circuits()["generic180"], folder)
    text = (folder / "technology.yaml").read_text()
    (folder / "technology.yaml").write_text(text.replace("name: generic180", "name: mine180"))
    monkeypatch.setenv("CODESIGN_EXTENSIONS", str(tmp_path))
    assert "mine180" in technologies.names()
    found = technologies.load("mine180")
    assert found.folder == folder
    assert set(found.library()) == set(technologies.load("generic180").library())
    monkeypatch.delenv("CODESIGN_EXTENSIONS")
    with pytest.raises(InputError, match=r"unknown technology 'mine180'"):
        technologies.load("mine180")


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (
            "technology.yaml",
            "\nsupply_v:",
            "\nsuply_v:",
            "technology.yaml: supply_v: this key is missing; suply_v: there is no",
        ),
        ("technology.yaml", "\nsupply_v:", "\nsupply_v: [", "technology.yaml or measured.yaml beside it is no YAML"),
        ("weight.cir", " nch ", " nhc ", "m1 of the cell negative_weight is of the model 'nhc', .* did you mean 'nch'"),
    ],
)
def test_a_faulty_technology_is_refused_with_the_place(
    file: str, old: str, new: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    folder = tmp_path / "circuits" / "mine180"
    shutil.copytree(resources.circuits()["generic180"], folder)
    text = (folder / "technology.yaml").read_text()
    (folder / "technology.yaml").write_text(text.replace("name: generic180", "name: mine180"))
    (folder / file).write_text((folder / file).read_text().replace(old, new))
    monkeypatch.setenv("CODESIGN_EXTENSIONS", str(tmp_path))
    with pytest.raises(InputError, match=said) as caught:
        technologies.load("mine180").library()
    assert "pydantic" not in str(caught.value)


def test_a_board_of_an_extension_is_a_board_but_never_takes_the_place_of_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    text = resources.boards()["icebreaker"].read_text()
    add(tmp_path / "boards" / "desk.yaml", text.replace("name: icebreaker", "name: desk"))
    add(tmp_path / "boards" / "icebreaker.yaml", text.replace("clock_mhz: 12", "clock_mhz: 13"))
    shipped = boards.names()
    monkeypatch.setenv("CODESIGN_EXTENSIONS", str(tmp_path))
    boards.load.cache_clear()
    try:
        assert boards.names() == sorted([*shipped, "desk"])
        assert boards.load("desk").name == "desk"
        assert boards.load("icebreaker").clock_mhz == 12
    finally:
        boards.load.cache_clear()


@pytest.mark.parametrize("kind", ["circuits", "boards"])
def test_an_extension_that_is_no_folder_is_refused(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("CODESIGN_EXTENSIONS", str(tmp_path / "absent"))
    with pytest.raises(InputError) as refused:
        resources.extensions(kind)
    assert str(refused.value) == (
        f"CODESIGN_EXTENSIONS names '{tmp_path}/absent', which is no folder; correct or unset it"
    )


def test_the_command_line_says_the_same(tmp_path: Path):
    done = run("import sys; sys.argv[1:] = ['inspect', 'digits-bmru']; from codesign.cli import main; main()", "absent")
    assert done.returncode == 2
    assert done.stderr == "codesign: CODESIGN_EXTENSIONS names 'absent', which is no folder; correct or unset it\n"
