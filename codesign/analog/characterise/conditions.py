"""The conditions a cell is characterised under: which ones there are, and the points that a plan asks for."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from codesign.analog.technology import Technology

__all__ = ["Condition", "Conditions", "Point", "points"]

Condition = Literal["corner", "temperature_c", "supply_v", "unit_current_a"]
"""What can vary."""


class Conditions(BaseModel):
    """The values that each condition takes where a measurement varies it; elsewhere it is the technology's own."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    corner: list[str] = Field(min_length=1, description="process corners of the technology")
    temperature_c: list[float] = Field(min_length=1, description="in degrees Celsius")
    supply_v: list[float] = Field(min_length=1, description="supply voltages, in volts")
    unit_current_a: list[float] = Field(
        min_length=1, description="currents of an activation of 1.0, in amperes; all times scale with 1 / unit current"
    )


@dataclass(frozen=True, kw_only=True)
class Point:
    """One set of conditions. ``die`` is a number where every transistor has that die's mismatch, else None."""

    corner: str
    temperature_c: float
    supply_v: float
    unit_current_a: float
    die: int | None = None

    def technology(self, technology: Technology) -> Technology:
        """``technology`` under these conditions; raises InputError for what it is not specified for."""
        return technology.at(
            corner=self.corner,
            temperature_c=self.temperature_c,
            supply_v=self.supply_v,
            unit_current_a=self.unit_current_a,
        )

    def json(self) -> dict[str, Any]:
        """As plain JSON."""
        return {
            "corner": self.corner,
            "temperature_c": self.temperature_c,
            "supply_v": self.supply_v,
            "unit_current_a": self.unit_current_a,
            **({} if self.die is None else {"die": self.die}),
        }

    def __str__(self) -> str:
        text = f"{self.corner} {self.temperature_c:g} C {self.supply_v:g} V {self.unit_current_a * 1e9:g} nA"
        return text if self.die is None else f"{text} die {self.die}"


def points(
    technology: Technology,
    conditions: Conditions,
    vary: Sequence[Sequence[Condition]],
    *,
    dies: int = 0,
) -> list[Point]:
    """The typical point first (the technology's own operating point), then for every group of ``vary`` all
    combinations of its conditions with the rest typical, each point once, then ``dies`` dies at the typical point."""
    own: dict[str, Any] = {
        "corner": technology.corner,
        "temperature_c": technology.temperature_c,
        "supply_v": technology.supply_v,
        "unit_current_a": technology.unit_current_a,
    }
    found = [Point(**own)]
    for group in vary:
        for values in product(*(getattr(conditions, name) for name in group)):
            found.append(Point(**{**own, **dict(zip(group, values, strict=True))}))
    found.extend(Point(**own, die=die) for die in range(dies))
    return list(dict.fromkeys(found))
