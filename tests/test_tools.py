"""External programs: where they are looked for, and what is said when one is missing, fails or hangs."""

from pathlib import Path

import pytest

from codesign import tools
from codesign.errors import MissingToolError, ToolError


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A stand-in for ngspice that runs the given shell script."""

    def install(script: str) -> Path:
        program = tmp_path / "fake-ngspice"
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)
        monkeypatch.setenv("CODESIGN_NGSPICE", str(program))
        tools.version.cache_clear()
        return program

    yield install
    tools.version.cache_clear()


def test_the_environment_variable_comes_first(fake):
    program = fake("true")
    assert tools.find("ngspice") == program


def test_a_wrong_environment_variable_is_named(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("CODESIGN_NGSPICE", "/nowhere/ngspice")
    with pytest.raises(MissingToolError) as caught:
        tools.find("ngspice")
    assert str(caught.value) == (
        "CODESIGN_NGSPICE='/nowhere/ngspice' names no program that can be run; correct or unset it"
    )


def test_a_missing_tool_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.delenv("CODESIGN_NGSPICE", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(MissingToolError) as caught:
        tools.find("ngspice")
    assert str(caught.value) == (
        "ngspice (transistor-level simulation) is not on PATH; install it with 'apt-get install ngspice libngspice0' "
        "or set CODESIGN_NGSPICE to its path"
    )
    assert caught.value.exit_status == 3


def test_a_python_without_its_library_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("find_libpython.find_libpython", lambda: None)  # as with Debian's python3 alone
    monkeypatch.delenv("LIBPYTHON_LOC", raising=False)
    with pytest.raises(
        MissingToolError, match=r"install it with 'apt-get install libpython3\.\d+' or set LIBPYTHON_LOC"
    ):
        tools.python_library()


def test_output_and_status_come_back(fake, tmp_path: Path):
    fake('echo "out $1"; echo err >&2; pwd; exit 4')
    done = tools.run("ngspice", ["a b;c"], folder=tmp_path, time_limit_s=20, check=False)
    assert (done.status, done.stdout, done.stderr) == (4, f"out a b;c\n{tmp_path}\n", "err\n")


def test_a_failure_tells_its_last_lines(fake, tmp_path: Path):
    fake("echo singular matrix; exit 4")
    with pytest.raises(ToolError, match="ngspice ended with status 4: singular matrix"):
        tools.run("ngspice", [], folder=tmp_path, time_limit_s=20)


def test_a_tool_that_hangs_is_stopped(fake, tmp_path: Path):
    fake("exec sleep 60")
    with pytest.raises(ToolError, match=r"ngspice did not finish within 0\.3 s and was stopped"):
        tools.run("ngspice", [], folder=tmp_path, time_limit_s=0.3)


def test_a_tool_gets_no_input_and_its_environment(fake, tmp_path: Path):
    fake('cat; echo "$OMP_THREAD_LIMIT $EXTRA"')
    done = tools.run("ngspice", [], folder=tmp_path, time_limit_s=20, environment={"EXTRA": "more"})
    assert done.stdout == "1 more\n"


@pytest.mark.parametrize(
    ("printed", "version"),
    [("** ngspice-39 : Circuit level", "39"), ("ngspice-39.3", "39.3"), ("Icarus Verilog version 11.0 (s)", "11.0")],
)
def test_versions_are_found(fake, printed: str, version: str):
    fake(f"echo '{printed}'")
    assert tools.version("ngspice") == version


def test_a_tool_without_a_version_is_broken(fake):
    fake("echo hello")
    with pytest.raises(ToolError, match="ngspice: no version in what '--version' printed"):
        tools.version("ngspice")


def test_a_number_in_a_traceback_is_no_version(fake):
    fake("echo 'File /usr/lib/python3.11/pathlib.py'; exit 1")
    with pytest.raises(ToolError, match="ngspice ended with status 1"):
        tools.version("ngspice")


def test_a_tool_has_a_home_where_the_variable_is_not_set(fake, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    fake('echo "$HOME"')
    monkeypatch.delenv("HOME")
    done = tools.run("ngspice", [], folder=tmp_path, time_limit_s=20)
    assert Path(done.stdout.strip()).is_absolute()


@pytest.mark.parametrize("writable", [True, False])
def test_yowasp_keeps_what_it_compiles_where_it_can_write(
    writable: bool, fake, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    fake('echo "$YOWASP_CACHE_DIR"')
    place = tmp_path / "cache"
    if not writable:
        place.write_text("a file, below which even root makes no folder")
    monkeypatch.setenv("XDG_CACHE_HOME", str(place))
    monkeypatch.delenv("YOWASP_CACHE_DIR", raising=False)
    tools._yowasp_cache.cache_clear()
    try:
        chosen = tools.run("ngspice", [], folder=tmp_path, time_limit_s=20).stdout.strip()
    finally:
        tools._yowasp_cache.cache_clear()
    assert (chosen == "") is writable
    assert writable or Path(chosen).is_dir()
