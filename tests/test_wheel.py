"""Wheel and sdist: what is in them, and that an installed codesign works from any folder, without the checkout."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
pytest.importorskip("build")

NOT_SOURCE = shutil.ignore_patterns(
    ".git", ".venv", "build", "dist", "*.egg-info", "__pycache__", ".hypothesis", ".*_cache", "PKG-INFO", "setup.cfg"
)
"""The last two are in an unpacked sdist, whose tests pass, too."""
DATA = ("circuits", "hdl/baselines", "hdl/boards", "models")
"""As in setup.py: folders that the wheel holds in codesign/_data."""

OTHER_PACKAGES = "packages_of_the_tests.pth"

# A Python older than 3.12 may have brought a setuptools that is older than pyproject.toml asks for: then pip fetches
# one, as it did when this environment was set up.
_SETUPTOOLS = [package.version for package in metadata.distributions(name="setuptools")]
OFFLINE = bool(_SETUPTOOLS) and int(_SETUPTOOLS[0].partition(".")[0]) >= 77
BUILD_OPTIONS = ["--no-isolation"] if OFFLINE else []
PIP_OPTIONS = ["--quiet", "--no-deps", *(["--no-index", "--no-build-isolation"] if OFFLINE else [])]


@dataclass(frozen=True)
class Environment:
    """A virtual environment that sees the packages of this one, but neither its codesign nor the checkout."""

    folder: Path
    work: Path
    """Where commands run: an empty folder, far from any checkout."""

    def run(self, program: str, *arguments: str, time_limit_s: float = 120) -> subprocess.CompletedProcess[str]:
        variables = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        # This environment's programs, last but before the system's: yosys comes with pip.
        here = [str(self.folder / "bin"), str(Path(sys.executable).parent), os.environ["PATH"]]
        return subprocess.run(
            [str(self.folder / "bin" / program), *arguments],
            cwd=self.work,
            env={**variables, "PATH": os.pathsep.join(here)},
            capture_output=True,
            text=True,
            timeout=time_limit_s,
            check=False,
        )

    def python(self, script: str) -> str:
        done = self.run("python", "-c", script)
        assert done.returncode == 0, done.stderr
        return done.stdout


def new_environment(folder: Path, what: Sequence[str]) -> Environment:
    """Install ``what`` with pip, without its dependencies."""
    venv.create(folder / "venv", with_pip=False, symlinks=True)
    environment = Environment(folder / "venv", folder / "work")
    environment.work.mkdir()
    packages = Path(environment.python("import sysconfig; print(sysconfig.get_path('purelib'))").strip())
    # A path in a .pth file is searched last, and .pth files there (such as that of an editable codesign) are not read.
    seen = dict.fromkeys((sysconfig.get_path("purelib"), sysconfig.get_path("platlib")))
    (packages / OTHER_PACKAGES).write_text("\n".join(seen) + "\n")
    call(
        [sys.executable, "-m", "pip", "--python", str(environment.folder / "bin" / "python"), "install",
         "--ignore-installed", *PIP_OPTIONS, *what],
        folder,
    )  # fmt: skip
    return environment


def call(command: Sequence[str], folder: Path) -> None:
    variables = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    done = subprocess.run(command, cwd=folder, env=variables, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]


def contents(folder: Path, prefix: str = "") -> dict[str, bytes]:
    """Every file below ``folder`` as name to bytes."""
    files = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {prefix + path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sources: nothing is built in the checkout itself."""
    copy = tmp_path_factory.mktemp("sources") / "checkout"
    shutil.copytree(ROOT, copy, ignore=NOT_SOURCE)
    return copy


@pytest.fixture(scope="module")
def sources(checkout: Path) -> Mapping[str, bytes]:
    """What is in the copy before anything is built from it."""
    return contents(checkout)


@pytest.fixture(scope="module")
def built(checkout: Path, sources: Mapping[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the sdist, and the wheel that was built from the sdist."""
    folder = tmp_path_factory.mktemp("dist")
    call([sys.executable, "-m", "build", *BUILD_OPTIONS, "--outdir", str(folder), str(checkout)], folder)
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> Path:
    (found,) = built.glob("codesign-*-py3-none-any.whl")
    return found


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    return new_environment(tmp_path_factory.mktemp("installed"), [str(wheel)])


def test_the_sdist_is_the_checkout(built: Path, sources: Mapping[str, bytes]):
    (path,) = built.glob("codesign-*.tar.gz")
    with tarfile.open(path) as archive:
        members = [member for member in archive if member.isfile()]
        found = {member.name.partition("/")[2]: archive.extractfile(member).read() for member in members}  # type: ignore[union-attr]
    made = {"PKG-INFO", "setup.cfg"}
    assert made <= set(found)
    theirs = {name: data for name, data in found.items() if name not in made and ".egg-info/" not in name}
    assert sorted(theirs) == sorted(sources)
    assert {name for name in theirs if theirs[name] != sources.get(name)} == set()


def test_the_wheel_is_the_package_with_its_data_and_no_more(wheel: Path, checkout: Path):
    with zipfile.ZipFile(wheel) as archive:
        found = {name: archive.read(name) for name in archive.namelist() if ".dist-info/" not in name}
        information = {Path(name).name for name in archive.namelist() if ".dist-info/" in name}
        times = {entry.date_time for entry in archive.infolist()}
    wanted = contents(checkout / "codesign", "codesign/")
    for name in DATA:
        wanted |= contents(checkout / name, f"codesign/_data/{name}/")
    assert sorted(found) == sorted(wanted)
    assert found == wanted
    assert {"LICENSE", "NOTICE", "METADATA", "entry_points.txt"} <= information
    assert times == {(1980, 1, 1, 0, 0, 0)}


def test_pip_makes_the_same_bytes_of_the_tree_and_writes_nothing_into_it(
    wheel: Path, checkout: Path, sources: Mapping[str, bytes], tmp_path: Path
):
    for path in checkout.rglob("*"):
        path.chmod(path.stat().st_mode ^ 0o020)  # as a checkout under another umask would have it
    pip = [sys.executable, "-m", "pip", "wheel", *PIP_OPTIONS, "--wheel-dir", str(tmp_path), str(checkout)]
    call(pip, tmp_path)
    assert (tmp_path / wheel.name).read_bytes() == wheel.read_bytes()
    after = {name: data for name, data in contents(checkout).items() if ".egg-info/" not in name}
    assert after == sources


def test_the_installed_package_is_found_and_not_the_checkout(installed: Environment):
    said = installed.python(
        "import json, codesign\n"
        "from codesign import checkpoint, resources\n"
        "network = checkpoint.load(resources.models()['digits-bmru'])\n"
        "print(json.dumps([codesign.__file__, str(resources.folder('circuits')), network.name]))\n"
    )
    package, circuits, name = json.loads(said)
    site = installed.folder.resolve()
    assert Path(package).resolve().is_relative_to(site)
    assert Path(circuits) == Path(package).parent / "_data" / "circuits"
    assert name == "digits-bmru"


def test_a_folder_of_others_beside_the_package_is_not_taken(installed: Environment):
    package = Path(installed.python("import codesign; print(codesign.__file__)").strip()).parent
    other = package.parent / "models"
    other.mkdir()
    try:
        assert installed.run("codesign", "inspect", "digits-bmru").returncode == 0
    finally:
        other.rmdir()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["inspect", "keyword-bmru"], "170 parameters"),
        (["check", "keyword-bmru"], "Design rules"),
        (["check", "keyword-bmru", "--technology", "gf180mcu"], "Design rules"),
        (["export", "keyword-bmru", "--target", "spice"], "build/keyword-bmru/spice"),
        (["export", "digits-bmru", "--target", "verilog", "--output", "rtl"], "rtl/digits_bmru.v"),
        (["simulate", "digits-src", "--samples", "2"], "right: 2 of 2"),
        (["doctor"], "everything needed is here"),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, list) else "",
)
def test_commands_from_another_folder(arguments: list[str], said: str, installed: Environment):
    done = installed.run("codesign", *arguments)
    assert done.returncode == 0, done.stdout + done.stderr
    assert said in done.stdout
    assert str(ROOT) + os.sep not in done.stdout.replace(str(Path(sys.executable).parent), "")


def test_the_export_is_that_of_the_checkout(installed: Environment, tmp_path: Path):
    done = installed.run("codesign", "export", "keyword-bmru", "--target", "spice", "--output", "same")
    assert done.returncode == 0, done.stderr
    here = [sys.executable, "-m", "codesign.cli", "export", str(ROOT / "models" / "keyword-bmru")]
    call([*here, "--target", "spice", "--output", "same"], tmp_path)
    assert contents(installed.work / "same") == contents(tmp_path / "same")


def test_rtl_agrees_with_the_twin(installed: Environment):
    done = installed.run(
        "codesign", "verify", "digits-bmru", "--target", "verilog", "--samples", "1", "--json", "verify.json"
    )
    assert done.returncode == 0, done.stdout + done.stderr
    found = json.loads((installed.work / "verify.json").read_text())
    assert found["targets"]["verilog"]["states_agree"] == found["targets"]["verilog"]["states_compared"] > 0


def test_c_files_are_compiled_where_they_are_installed(installed: Environment):
    pytest.importorskip("torch")
    said = installed.python(
        "from codesign.recurrence import implementation\n"
        "from codesign.cells.src import kernel\n"
        "print(implementation.available('fused'), kernel.__file__)\n"
    )
    available, _, place = said.strip().partition(" ")
    assert available == ("True" if shutil.which("cc") else "False")
    assert Path(place).resolve().is_relative_to(installed.folder.resolve())


USER_SCRIPT = """\
from pathlib import Path

from codesign import checkpoint, resources
from codesign.network import Network
from codesign.verify import VerifyResult, verify

network = checkpoint.load(resources.models()["digits-bmru"])
result: VerifyResult = verify(network, targets=["verilog"], samples=1)
reveal_type(network)
wrong: int = checkpoint.load(Path("model"))
"""


def test_mypy_sees_the_types_from_outside(installed: Environment):
    pytest.importorskip("mypy")
    (installed.work / "user.py").write_text(USER_SCRIPT)
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--cache-dir", "cache", "--python-executable",
         str(installed.folder / "bin" / "python"), "--follow-imports", "silent", "user.py"],
        cwd=installed.work, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    lines = done.stdout.splitlines()
    assert any('Revealed type is "codesign.network.Network"' in line for line in lines), done.stdout + done.stderr
    errors = [line for line in lines if "error:" in line]
    assert len(errors) == 1, errors
    assert errors[0].startswith("user.py:10:")
    assert "Incompatible types in assignment" in errors[0]


def test_an_editable_installation_uses_the_checkout(checkout: Path, tmp_path: Path):
    environment = new_environment(tmp_path, ["--editable", str(checkout)])
    (packages,) = (environment.folder / "lib").glob("python*/site-packages")
    (packages / OTHER_PACKAGES).unlink()  # a codesign that is installed there would come before one that is editable
    said = environment.python("from codesign import resources; print(resources.folder('circuits'))")
    assert Path(said.strip()) == checkout / "circuits"
    assert not (checkout / "codesign" / "_data").exists()
