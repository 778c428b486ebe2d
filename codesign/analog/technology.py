"""A technology: a folder under ``circuits`` with device models, a cell library and ``technology.yaml``."""

import os
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from codesign import resources
from codesign.errors import InputError, MissingToolError, nearest

__all__ = ["ModelFile", "Simulator", "Technology", "load", "names"]


class Simulator(BaseModel):
    """How ngspice is to be run in this technology."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    options: dict[str, int | float | str] = Field(description="`.options` of ngspice")
    largest_time_step: float = Field(gt=0, le=1, description="of the transient analysis, in steps")


class ModelFile(BaseModel):
    """One file of device models: in the technology's folder, or in a process design kit below ``$PDK_ROOT``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    file: str = Field(pattern=r"^(\$PDK_ROOT/)?[A-Za-z0-9_./-]+$", description="path")
    section: str | None = Field(default=None, pattern=r"^[a-z0-9_]+$", description="of `.lib`; without: the whole file")

    @property
    def name(self) -> str:
        """The file's name without its folder."""
        return self.file.rpartition("/")[2]


class Technology(BaseModel):
    """``technology.yaml``. SI units; times in steps where it says so."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    version: int = Field(ge=1, le=1, description="of this format")
    name: str = Field(pattern=r"^[a-z][a-z0-9_]*$", description="the folder's name")
    title: str = Field(pattern=r"^[ -~]+$", description="one line for people")
    corners: dict[str, list[ModelFile]] = Field(description="device models of each process corner; tt is typical")
    corner: str = Field(default="tt", description="the corner in use")
    pdk: str = Field(default="", pattern=r"^[ -~]*$", description="how to get what is below $PDK_ROOT")
    cells: list[str] = Field(description="cell library files, in the folder")
    supply_v: float = Field(gt=0, le=10)
    temperature_c: float = Field(ge=-55, le=150)
    unit_current_a: float = Field(gt=0, le=1e-3, description="current of an activation of 1.0")
    fingers_per_unit: int = Field(ge=1, description="fingers of a weight of 1.0")
    largest_fingers: int = Field(ge=1, description="fingers of one parameter")
    step_s: float = Field(gt=0, description="inputs are held this long")
    input_edge: float = Field(gt=0, lt=0.5, description="rise and fall time of an input, in steps")
    reset: float = Field(gt=0, description="reset is held this long before the first step, in steps")
    margin_unit: float = Field(ge=0, description="smallest margin to a threshold, in unit currents")
    margin_relative: float = Field(ge=0, description="margin as a part of the currents at the node")
    simulator: Simulator

    @property
    def folder(self) -> Path:
        """Where ``technology.yaml`` and the cell library are."""
        return resources.folder("circuits") / self.name

    @property
    def models(self) -> list[ModelFile]:
        """The model files of the corner in use, in the order in which they are to be included."""
        return self.corners[self.corner]

    def path(self, model: ModelFile) -> Path:
        """Where a model file is; raises MissingToolError when it needs a design kit that is not here."""
        if not model.file.startswith("$PDK_ROOT/"):
            return self.folder / model.file
        root = os.environ.get("PDK_ROOT")
        if not root:
            raise MissingToolError(f"technology {self.name} needs the variable PDK_ROOT; {self.pdk}")
        path = Path(root) / model.file.removeprefix("$PDK_ROOT/")
        if not path.is_file():
            raise MissingToolError(f"technology {self.name} needs {str(path)!r}, which is missing; {self.pdk}")
        return path

    @property
    def cell_files(self) -> list[Path]:
        """The cell library."""
        return [self.folder / name for name in self.cells]

    @property
    def files(self) -> list[Path]:
        """Everything a netlist includes: models, then cells, each file once."""
        return [*dict.fromkeys(self.path(model) for model in self.models), *self.cell_files]

    def library(self) -> dict[str, int]:
        """The subcircuits of the cell library, each with its number of transistors."""
        counts: dict[str, int] = {}
        current = ""
        for file in self.cell_files:
            for line in file.read_text().lower().splitlines():
                words = line.split()
                if words[:1] == [".subckt"]:
                    current = words[1]
                    counts[current] = 0
                elif words[:1] == [".ends"]:
                    current = ""
                elif current and line.startswith("m"):
                    counts[current] += 1
        return counts

    def at(self, *, corner: str) -> "Technology":
        """This technology in another process corner; raises InputError for an unknown one."""
        if corner not in self.corners:
            raise InputError(f"technology {self.name} has no corner {corner!r}; {nearest(corner, self.corners)}")
        return self.model_copy(update={"corner": corner})


def names() -> list[str]:
    """All technologies that this installation has."""
    return sorted(path.parent.name for path in resources.folder("circuits").glob("*/technology.yaml"))


def load(name: str) -> Technology:
    """Read a technology; raises InputError for an unknown name or a faulty file."""
    if name not in names():
        raise InputError(f"unknown technology {name!r}; {nearest(name, names())}")
    path = resources.folder("circuits") / name / "technology.yaml"
    try:
        technology = Technology.model_validate(yaml.safe_load(path.read_text()))
    except (yaml.YAMLError, ValidationError) as error:
        raise InputError(f"{path}: {error}") from None
    if technology.name != name:
        raise InputError(f"{path}: name is {technology.name!r}, but the folder is {name!r}")
    if technology.corner not in technology.corners:
        raise InputError(f"{path}: the corner {technology.corner!r} is not among its corners")
    own = [model.file for models in technology.corners.values() for model in models if model.file[0] != "$"]
    for file in [*own, *technology.cells]:
        if not (technology.folder / file).is_file():
            raise InputError(f"{path}: the file {file!r} is missing")
    return technology
