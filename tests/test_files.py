"""All of it or nothing, and never over somebody's files."""

import json
from pathlib import Path

import pytest

from codesign.errors import InputError
from codesign.files import header_lines, output_folder, write_file, write_json


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_folder_appears_only_when_complete(tmp_path: Path):
    target = tmp_path / "deep" / "out"
    with output_folder(target) as folder:
        (folder / "a.txt").write_text("a")
        assert not target.exists()
    assert names(target) == [".codesign", "a.txt"]
    assert names(target.parent) == ["out"]


def test_a_folder_is_replaced_as_a_whole(tmp_path: Path):
    for name in ("old", "new"):
        with output_folder(tmp_path / "out") as folder:
            (folder / name).write_text(name)
    assert names(tmp_path / "out") == [".codesign", "new"]


def test_a_failure_leaves_what_was_there(tmp_path: Path):
    with output_folder(tmp_path / "out") as folder:
        (folder / "old").write_text("old")

    def fail() -> None:
        with output_folder(tmp_path / "out") as folder:
            (folder / "new").write_text("new")
            raise RuntimeError("half way")

    with pytest.raises(RuntimeError, match="half way"):
        fail()
    assert names(tmp_path / "out") == [".codesign", "old"]
    assert names(tmp_path) == ["out"]


def test_somebody_elses_folder_is_not_touched(tmp_path: Path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "thesis.tex").write_text("years of work")
    with pytest.raises(InputError, match="holds files that codesign did not write; name another one"):
        output_folder(tmp_path / "out").__enter__()
    assert names(tmp_path / "out") == ["thesis.tex"]


def test_an_empty_folder_may_be_used(tmp_path: Path):
    (tmp_path / "out").mkdir()
    with output_folder(tmp_path / "out") as folder:
        (folder / "a").write_text("a")
    assert names(tmp_path / "out") == [".codesign", "a"]


def test_a_file_in_the_way_is_named(tmp_path: Path):
    (tmp_path / "file").write_text("a")
    with pytest.raises(InputError, match="is a file; name a folder, or one that does not exist yet"):
        output_folder(tmp_path / "file").__enter__()
    with pytest.raises(InputError, match="runs through a file; name another folder"):
        output_folder(tmp_path / "file" / "out").__enter__()
    with pytest.raises(InputError, match="runs through a file"):
        write_file(tmp_path / "file" / "a.txt", "a")
    with pytest.raises(InputError, match="is a folder; name a file"):
        write_file(tmp_path, "a")
    assert names(tmp_path) == ["file"]


def test_files_are_written_and_replaced(tmp_path: Path):
    write_file(tmp_path / "deep" / "a", "text")
    assert (tmp_path / "deep" / "a").read_text() == "text"
    write_file(tmp_path / "deep" / "a", b"bytes")
    assert (tmp_path / "deep" / "a").read_bytes() == b"bytes"
    assert names(tmp_path / "deep") == ["a"]


def test_json_has_no_nan(tmp_path: Path):
    write_json(tmp_path / "a.json", {"b": 1.5})
    assert json.loads((tmp_path / "a.json").read_text()) == {"b": 1.5}
    with pytest.raises(ValueError, match="not JSON compliant"):
        write_json(tmp_path / "b.json", {"b": float("nan")})
    assert names(tmp_path) == ["a.json"]


def test_headers_are_the_same_every_time():
    def header(configuration: dict[str, int]) -> list[str]:
        return header_lines(model="m", model_hash="0" * 64, configuration=configuration, seed=None)

    assert header({"a": 1, "b": 2}) == header({"b": 2, "a": 1})
    assert header({})[-1] == "seed none"
    assert not any("\n" in line for line in header({"a": 1}))
