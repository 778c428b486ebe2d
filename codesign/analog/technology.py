"""A technology: a folder under ``circuits`` with device models, a cell library and ``technology.yaml``."""

from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from codesign import resources
from codesign.errors import InputError, nearest

__all__ = ["Simulator", "Technology", "load", "names"]


class Simulator(BaseModel):
    """How ngspice is to be run in this technology."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    options: dict[str, int | float | str] = Field(description="`.options` of ngspice")
    largest_time_step: float = Field(gt=0, le=1, description="of the transient analysis, in steps")


class Technology(BaseModel):
    """``technology.yaml``. SI units; times in steps where it says so."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    version: int = Field(ge=1, le=1, description="of this format")
    name: str = Field(pattern=r"^[a-z][a-z0-9_]*$", description="the folder's name")
    title: str = Field(pattern=r"^[ -~]+$", description="one line for people")
    models: list[str] = Field(description="device model files, in the folder")
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
        return resources.folder("circuits") / self.name

    @property
    def files(self) -> list[Path]:
        """Model files, then cell files, in the order in which they are to be included."""
        return [self.folder / name for name in (*self.models, *self.cells)]


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
    for file in technology.files:
        if not file.is_file():
            raise InputError(f"{path}: the file {file.name!r} is missing")
    return technology
