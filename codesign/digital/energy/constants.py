"""What one event costs, with its source (``constants.yaml``), and what others published (``published.yaml``)."""

from functools import cache
from pathlib import Path
from typing import Annotated, Any

import yaml
from pydantic import BaseModel, ConfigDict, Field

__all__ = ["BOUNDS", "Constant", "Constants", "PublishedEnergy", "constants", "published"]

BOUNDS = ("low", "nominal", "high")
"""Order of the three values of every constant."""

_Values = Annotated[tuple[float, float, float], Field(description="low, nominal, high")]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Constant(_Strict):
    """Three values in picojoules per event, or as a factor, and where they come from."""

    pj: _Values | None = None
    factor: _Values | None = None
    meaning: str
    source: str
    derivation: str

    @property
    def values(self) -> tuple[float, float, float]:
        """Joules, or the factor: low, nominal, high."""
        if self.factor is not None:
            return self.factor
        assert self.pj is not None
        low, nominal, high = (value * 1e-12 for value in self.pj)
        return low, nominal, high


class Constants(_Strict):
    """All constants of a device."""

    device: str
    constants: dict[str, Constant]

    def __getitem__(self, name: str) -> tuple[float, float, float]:
        return self.constants[name].values

    def described(self) -> dict[str, Any]:
        """All of it as plain JSON."""
        return self.model_dump(exclude_none=True)


class PublishedEnergy(_Strict):
    """Somebody else's figure, and what it is of."""

    name: str
    source: str
    device: str
    seconds: float
    joules: float
    scope: str


@cache
def constants() -> Constants:
    """Those of ``constants.yaml``."""
    return Constants.model_validate(_read("constants.yaml"))


@cache
def published() -> tuple[PublishedEnergy, ...]:
    """MNIST networks on FPGAs, with the scope of each figure: ``published.yaml``."""
    return tuple(PublishedEnergy.model_validate(row) for row in _read("published.yaml"))


def _read(name: str) -> Any:
    return yaml.safe_load(Path(__file__).with_name(name).read_text())
