"""The datasheet of a cell: what is measured, under which conditions, and what it has to be.

It is specification, documentation and test in one: ``circuits/<technology>/datasheet_<cell>.yaml``.
"""

from pathlib import Path
from typing import Any, Self

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from codesign.analog.characterise import measurements
from codesign.analog.characterise.conditions import Condition, Conditions, points
from codesign.analog.characterise.measurements import Quantity
from codesign.analog.technology import Technology
from codesign.errors import InputError, nearest
from codesign.validation import faults

__all__ = ["Bounds", "Datasheet", "Limit", "Mismatch", "Plan", "load", "names"]

_PREFIX = "datasheet_"


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Bounds(_Entry):
    """An interval; an end that is left out is open."""

    minimum: float | None = Field(default=None, description="smallest value that is allowed")
    maximum: float | None = Field(default=None, description="largest value that is allowed")

    @model_validator(mode="after")
    def _sensible(self) -> Self:
        if self.minimum is None and self.maximum is None:
            raise ValueError("give a minimum, a maximum or both")
        if self.minimum is not None and self.maximum is not None and self.minimum > self.maximum:
            raise ValueError(f"minimum must be at most maximum, not {self.minimum:g} above {self.maximum:g}")
        return self

    def __str__(self) -> str:
        if self.minimum is None or self.maximum is None:
            return f"at most {self.maximum:g}" if self.minimum is None else f"at least {self.minimum:g}"
        return f"{self.minimum:g} to {self.maximum:g}"


class Limit(_Entry):
    """What a quantity has to be, in its own unit."""

    typical: Bounds | None = Field(default=None, description="at the technology's own operating point, every setting")
    all: Bounds | None = Field(default=None, description="at every point and setting, without mismatch")
    sigma: Bounds | None = Field(default=None, description="its standard deviation over the dies, every setting")

    @property
    def scopes(self) -> dict[str, Bounds]:
        """The bounds that are given, by scope."""
        given = {"typical": self.typical, "all": self.all, "sigma": self.sigma}
        return {scope: bounds for scope, bounds in given.items() if bounds is not None}


class Mismatch(_Entry):
    """How many chips are drawn where a plan says ``mismatch: true``."""

    dies: int = Field(ge=2, le=10000, description="dies; every transistor of each has its own deviation (Pelgrom)")
    seed: int = Field(ge=0, description="of the batch: the same seed is the same dies")


class Plan(_Entry):
    """How one measurement is made."""

    stimulus: dict[str, Any] = Field(default_factory=dict, description="what the measurement itself can be told")
    vary: list[list[Condition]] = Field(
        default_factory=list, description="groups of conditions; within a group all combinations are measured"
    )
    mismatch: bool = Field(default=False, description="measure the dies, too, at the typical point")


class Datasheet(_Entry):
    """A datasheet. Quantities and their units are those of the measurements that it plans."""

    version: int = Field(ge=1, le=1, description="of this format")
    cell: str = Field(pattern=r"^[a-z][a-z0-9_]*$", description="what is characterised")
    title: str = Field(pattern=r"^[ -~]+$", description="one line for people")
    use: dict[str, str] = Field(default_factory=dict, description="block -> variant of the cell library")
    conditions: Conditions = Field(description="values of what a measurement varies")
    mismatch: Mismatch | None = Field(default=None, description="needed where a plan measures mismatch")
    measurements: dict[str, Plan] = Field(min_length=1, description="by the measurement's name")
    limits: dict[str, Limit] = Field(description="by the quantity's name; a quantity without is only reported")

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        for name, plan in self.measurements.items():
            if name not in measurements.names():
                raise ValueError(f"measurements: unknown {name!r}; {nearest(name, measurements.names())}")
            if plan.mismatch and self.mismatch is None:
                raise ValueError(f"measurements.{name}.mismatch: true needs a section 'mismatch' with dies and seed")
        for name, limit in self.limits.items():
            if name not in self.quantities:
                raise ValueError(f"limits: nothing here measures {name!r}; {nearest(name, self.quantities)}")
            if limit.sigma is not None and not self.measurements[self._measured_by(name)].mismatch:
                raise ValueError(
                    f"limits.{name}.sigma: its measurement {self._measured_by(name)} has no mismatch: true"
                )
        return self

    @property
    def quantities(self) -> dict[str, Quantity]:
        """Everything that is measured, in the order of the datasheet."""
        return {
            quantity: described
            for name in self.measurements
            for quantity, described in measurements.measurement(name).QUANTITIES.items()
        }

    def stimulus(self, name: str) -> BaseModel:
        """The checked stimulus of a measurement."""
        return measurements.measurement(name).Stimulus.model_validate(self.measurements[name].stimulus)

    def _measured_by(self, quantity: str) -> str:
        found = (name for name in self.measurements if quantity in measurements.measurement(name).QUANTITIES)
        return next(found)


def names(technology: Technology) -> list[str]:
    """The cells that have a datasheet in this technology."""
    return sorted(path.stem.removeprefix(_PREFIX) for path in technology.folder.glob(f"{_PREFIX}*.yaml"))


def load(technology: Technology, cell: str) -> Datasheet:
    """The datasheet of ``cell``: of that name in the technology's folder, or a path that ends in ``.yaml``.

    Raises InputError for an unknown cell and for a faulty datasheet; the message names the field.
    """
    if cell.endswith((".yaml", ".yml")):
        path = Path(cell)
        if not path.is_file():
            raise InputError(f"there is no datasheet {cell!r}; name a file, or one of {', '.join(names(technology))}")
    else:
        if cell not in names(technology):
            raise InputError(
                f"technology {technology.name} has no datasheet of {cell!r}; {nearest(cell, names(technology))}"
            )
        path = technology.folder / f"{_PREFIX}{cell}.yaml"
    try:
        datasheet = Datasheet.model_validate(yaml.safe_load(path.read_text()))
    except yaml.YAMLError as error:
        raise InputError(f"{path} is no YAML: {error}") from None
    except ValidationError as error:
        raise InputError(f"{path}: {'; '.join(faults(error))}") from None
    for name in datasheet.measurements:
        try:
            datasheet.stimulus(name)
        except ValidationError as error:
            wrong = "; ".join(faults(error, f"measurements.{name}.stimulus."))
            raise InputError(f"{path}: {wrong}") from None
    chosen = technology.at(choice=datasheet.use)
    for name, plan in datasheet.measurements.items():
        for point in points(chosen, datasheet.conditions, plan.vary):
            try:
                point.technology(chosen)
            except InputError as error:
                raise InputError(f"{path}: measurements.{name}.vary: {error}") from None
    return datasheet
