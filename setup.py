"""What pyproject.toml cannot say: circuits, boards and models travel inside the wheel, and the same files make the same
wheel, byte for byte.

In a checkout these folders stand beside the package, where people look for them; ``codesign.resources`` finds them
there, and an editable installation too. A wheel can hold files only inside packages, so they are copied to
``codesign/_data`` of the build tree. The build tree is a temporary folder: setuptools' ``build/`` keeps files that were
deleted since, and ``build/`` is where codesign writes its own results.
"""

import os
import shutil
import tempfile
from pathlib import Path

from setuptools import setup
from setuptools.command.bdist_wheel import bdist_wheel
from setuptools.command.build import build
from setuptools.command.build_py import build_py

ROOT = Path(__file__).resolve().parent
DATA = ("circuits", "hdl/baselines", "hdl/boards", "models")
"""Folders that code reads. Generated RTL (``hdl/rtl``) and benches (``sim``) are in the checkout and in the sdist."""

# 1980 is the earliest time that a zip file can hold.
os.environ.setdefault("SOURCE_DATE_EPOCH", "315532800")

_build_tree = tempfile.TemporaryDirectory(prefix="codesign-build-")


class BuildInTemporaryFolder(build):
    """``build`` with a folder that is new and goes away; ``--build-base`` still chooses another."""

    def initialize_options(self) -> None:
        super().initialize_options()
        self.build_base = _build_tree.name


class BuildWithData(build_py):
    """``build_py`` and the copy of the data folders. An editable installation copies nothing."""

    def run(self) -> None:
        super().run()
        if self.editable_mode:
            return
        for name in DATA:
            shutil.copytree(
                ROOT / name,
                Path(self.build_lib) / "codesign" / "_data" / name,
                ignore=shutil.ignore_patterns(".*", "__pycache__"),
                dirs_exist_ok=True,
            )


class SameWheelEverywhere(bdist_wheel):
    """``bdist_wheel`` of files with the usual modes, whatever the checkout's were (they follow the umask)."""

    def write_wheelfile(self, *arguments: str, **options: str) -> None:
        # The last step before all is packed. Nothing in the package is run as a program of its own.
        super().write_wheelfile(*arguments, **options)
        for path in Path(self.bdist_dir).rglob("*"):
            path.chmod(0o755 if path.is_dir() else 0o644)


setup(cmdclass={"bdist_wheel": SameWheelEverywhere, "build": BuildInTemporaryFolder, "build_py": BuildWithData})
