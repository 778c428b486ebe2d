"""A technology: a folder under ``circuits`` with device models, a cell library and ``technology.yaml``."""

import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal, Self

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from codesign import resources
from codesign.analog.library import Cell, read_cells
from codesign.analog.limits import Currents, Measured, OperatingPoint, Rules, Switching, between
from codesign.errors import InputError, MissingDataError, nearest
from codesign.validation import faults

__all__ = ["ModelFile", "Range", "Simulator", "Technology", "Transistor", "load", "names"]


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Simulator(_Entry):
    """How ngspice is to be run in this technology."""

    options: dict[str, int | float | str] = Field(description="`.options` of ngspice")
    network_options: dict[str, int | float | str] = Field(
        default_factory=dict, description="`.options` besides, where a whole chip is simulated for its states"
    )
    largest_time_step: float = Field(gt=0, le=1, description="of the transient analysis, in steps")


class ModelFile(_Entry):
    """One file of device models: in the technology's folder, or in a process design kit below ``$PDK_ROOT``."""

    file: str = Field(pattern=r"^(\$PDK_ROOT/)?[A-Za-z0-9_./-]+$", description="path")
    section: str | None = Field(default=None, pattern=r"^[a-z0-9_]+$", description="of `.lib`; without: the whole file")

    @property
    def name(self) -> str:
        """The file's name without its folder."""
        return self.file.rpartition("/")[2]


class Transistor(_Entry):
    """What is to be known of a transistor's model beside the model itself."""

    polarity: Literal["n", "p"] = Field(description="n: NMOS, p: PMOS")
    threshold_v_um: float = Field(ge=0, description="A_VT (Pelgrom), in V um: of the difference of two transistors")
    current_factor_um: float = Field(ge=0, description="A_beta (Pelgrom), in um: likewise, relative")


class Range(_Entry):
    """What a condition may be."""

    low: float = Field(description="smallest value")
    high: float = Field(description="largest value")

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.low > self.high:
            raise ValueError(f"low must be at most high, not {self.low} above {self.high}")
        return self


class Technology(_Entry):
    """``technology.yaml``. SI units; times in steps where it says so."""

    version: int = Field(ge=2, le=2, description="of this format")
    name: str = Field(pattern=r"^[a-z][a-z0-9_]*$", description="the folder's name")
    title: str = Field(pattern=r"^[ -~]+$", description="one line for people")
    corners: dict[str, list[ModelFile]] = Field(description="device models of each process corner; tt is typical")
    corner: str = Field(default="tt", description="the corner in use")
    pdk: str = Field(default="", pattern=r"^[ -~]*$", description="how to get what is below $PDK_ROOT")
    transistors: dict[str, Transistor] = Field(description="by the name of the device model")
    cells: list[str] = Field(description="cell library files, in the folder, that every circuit has")
    variants: dict[str, dict[str, list[str]]] = Field(
        description="block -> variant -> cell library files; the variants of a block have the same ports"
    )
    choice: dict[str, str] = Field(description="block -> the variant in use")
    layout_factor: float = Field(ge=1, description="area of a laid-out block, in gate areas")
    supply_v: float = Field(gt=0, le=10, description="voltage of all supplies")
    supply_range_v: Range = Field(description="what `--supply` may be")
    temperature_c: float = Field(description="temperature")
    temperature_range_c: Range = Field(description="what `--temperature` may be")
    unit_current_a: float = Field(gt=0, description="current of an activation of 1.0")
    unit_current_range_a: Range = Field(description="unit currents that a datasheet may ask for")
    fingers_per_unit: int = Field(ge=1, description="fingers of a weight of 1.0")
    largest_fingers: int = Field(ge=1, description="fingers of one parameter")
    step_s: float = Field(gt=0, description="inputs are held this long")
    input_edge: float = Field(gt=0, lt=0.5, description="rise and fall time of an input, in steps")
    reset: float = Field(gt=0, description="reset is held this long before the first step, in steps")
    margin_unit: float = Field(ge=0, description="smallest margin to a threshold, in unit currents")
    margin_relative: float = Field(ge=0, description="margin as a part of the currents at the node")
    simulator: Simulator = Field(description="how ngspice is run")
    currents: Currents = Field(description="what the blocks take from the supplies")
    rules: Rules = Field(description="limits of the design rules")
    measured: Measured = Field(default_factory=Measured, description="the file measured.yaml beside this one")

    @property
    def folder(self) -> Path:
        """Where ``technology.yaml`` and the cell library are."""
        return resources.circuits()[self.name]

    @property
    def models(self) -> list[ModelFile]:
        """The model files of the corner in use, in the order in which they are to be included."""
        return self.corners[self.corner]

    def path(self, model: ModelFile) -> Path:
        """Where a model file is; raises MissingDataError when it needs a design kit that is not here."""
        if not model.file.startswith("$PDK_ROOT/"):
            return self.folder / model.file
        root = os.environ.get("PDK_ROOT")
        if not root:
            raise MissingDataError(f"technology {self.name} needs the variable PDK_ROOT; {self.pdk}")
        path = Path(root) / model.file.removeprefix("$PDK_ROOT/")
        if not path.is_file():
            raise MissingDataError(f"technology {self.name} needs {str(path)!r}, which is missing; {self.pdk}")
        return path

    @property
    def cell_files(self) -> list[Path]:
        """The cell library in use: what every circuit has, then the chosen variant of each block."""
        chosen = [file for block, variant in self.choice.items() for file in self.variants[block][variant]]
        return [self.folder / name for name in (*self.cells, *chosen)]

    @property
    def files(self) -> list[Path]:
        """Everything a netlist includes: models, then cells, each file once."""
        return [*dict.fromkeys(self.path(model) for model in self.models), *self.cell_files]

    @property
    def parameters(self) -> dict[str, float]:
        """What every netlist states with `.param`, for cells that are sized by it."""
        return {"unit_current": self.unit_current_a, "step": self.step_s}

    @property
    def conditions(self) -> dict[str, str | float]:
        """What a circuit is simulated under, as plain JSON; part of the header of what is written."""
        return {
            "technology": self.name,
            "corner": self.corner,
            "temperature_c": self.temperature_c,
            "supply_v": self.supply_v,
            "unit_current_a": self.unit_current_a,
            **self.choice,
        }

    @property
    def operating_point(self) -> OperatingPoint:
        """What was measured at the corner in use, interpolated to the temperature in use."""
        if self.corner not in self.measured.operating_points:
            raise self._not_measured(f"corner {self.corner!r}")
        return between(self.measured.operating_points[self.corner], self.temperature_c)

    @property
    def switching(self) -> Switching:
        """How fast the memory cell in use is reset."""
        cell = self.choice["memory_cell"]
        if cell not in self.measured.switching:
            raise self._not_measured(f"memory cell {cell!r}")
        return self.measured.switching[cell]

    def _not_measured(self, what: str) -> InputError:
        return InputError(
            f"technology {self.name} has not been measured for the {what}; "
            f"'python scripts/operating_points.py {self.name}' does so"
        )

    def library(self) -> Mapping[str, Cell]:
        """The subcircuits of the cell library in use, by name; raises InputError where one has a transistor of a model
        that is not among ``transistors``."""
        found = _library(tuple(self.cell_files))
        for cell in found.values():
            for element in cell.elements:
                if element.kind == "m" and element.model not in self.transistors:
                    raise InputError(
                        f"technology {self.name}: {element.name} of the cell {cell.name} is of the model "
                        f"{element.model!r}, which technology.yaml does not have under 'transistors'; "
                        f"{nearest(element.model, self.transistors)}"
                    )
        return found

    def at(
        self,
        *,
        corner: str | None = None,
        temperature_c: float | None = None,
        supply_v: float | None = None,
        unit_current_a: float | None = None,
        choice: Mapping[str, str] | None = None,
    ) -> "Technology":
        """This technology under other conditions and with other variants of its cells; what is None stays as it is.

        Times scale with 1 / unit current, as the circuit's own do, so ``step_s`` does too. Raises InputError for what
        the technology does not have or is not specified for.
        """
        changes: dict[str, object] = {}
        if corner is not None:
            if corner not in self.corners:
                raise InputError(f"technology {self.name} has no corner {corner!r}; {nearest(corner, self.corners)}")
            changes["corner"] = corner
        if temperature_c is not None:
            changes["temperature_c"] = self._within("temperature", temperature_c, self.temperature_range_c, "C")
        if supply_v is not None:
            changes["supply_v"] = self._within("supply", supply_v, self.supply_range_v, "V")
        if unit_current_a is not None:
            changes["unit_current_a"] = self._within("unit current", unit_current_a, self.unit_current_range_a, "A")
            changes["step_s"] = self.step_s * self.unit_current_a / unit_current_a
        chosen = dict(self.choice)
        for block, variant in (choice or {}).items():
            if block not in self.variants:
                raise InputError(f"technology {self.name} has no choice of {block!r}; {nearest(block, self.variants)}")
            if variant not in self.variants[block]:
                raise InputError(
                    f"technology {self.name} has no {block} {variant!r}; {nearest(variant, self.variants[block])}"
                )
            chosen[block] = variant
        return self.model_copy(update={**changes, "choice": chosen})

    def _within(self, what: str, value: float, allowed: Range, unit: str) -> float:
        if not allowed.low <= value <= allowed.high:
            raise InputError(
                f"technology {self.name} is specified for a {what} of {allowed.low:g} to {allowed.high:g} {unit}, "
                f"not {value:g} {unit}"
            )
        return value


@cache
def _library(files: tuple[Path, ...]) -> Mapping[str, Cell]:
    return read_cells(files)


def names() -> list[str]:
    """All technologies that this installation has."""
    return sorted(resources.circuits())


def load(name: str) -> Technology:
    """Read a technology; raises InputError for an unknown name or a faulty file."""
    known = resources.circuits()
    if name not in known:
        raise InputError(f"unknown technology {name!r}; {nearest(name, known)}")
    path = known[name] / "technology.yaml"
    measured = path.with_name("measured.yaml")
    try:
        value = yaml.safe_load(path.read_text())
        if measured.is_file() and isinstance(value, dict):
            value = {**value, "measured": yaml.safe_load(measured.read_text())}
        technology = Technology.model_validate(value)
    except yaml.YAMLError as error:
        raise InputError(f"{path} or {measured.name} beside it is no YAML: {' '.join(str(error).split())}") from None
    except ValidationError as error:
        raise InputError(f"{path}: {'; '.join(faults(error))}") from None
    if technology.name != name:
        raise InputError(f"{path}: name is {technology.name!r}, but the folder is {name!r}")
    if technology.corner not in technology.corners:
        raise InputError(f"{path}: the corner {technology.corner!r} is not among its corners")
    if set(technology.choice) != set(technology.variants):
        raise InputError(f"{path}: 'choice' must name one variant of each of {', '.join(technology.variants)}")
    own = [model.file for models in technology.corners.values() for model in models if model.file[0] != "$"]
    variants = [file for block in technology.variants.values() for files in block.values() for file in files]
    for file in [*own, *technology.cells, *variants]:
        if not (technology.folder / file).is_file():
            raise InputError(f"{path}: the file {file!r} is missing")
    return technology.at(choice=technology.choice)  # checks that the variants chosen exist
