"""ngspice, with which everything is simulated and checked."""

from collections.abc import Sequence

from codesign.analog import writer
from codesign.analog.technology import Technology

__all__ = ["RUN", "check", "options", "saved", "vector"]

RUN = "ngspice -b testbench.cir"


def check(technology: Technology) -> None:
    """All technologies have models for it."""


def vector(name: str) -> str:
    """As it is."""
    return name


def options(technology: Technology) -> list[str]:
    """Those of ``technology.yaml``."""
    found = {**technology.simulator.options, **technology.simulator.network_options}
    return [
        ".options " + " ".join(f"{name}={value}" for name, value in found.items()),
        f".temp {writer.number(technology.temperature_c)}",
    ]


def saved(vectors: Sequence[str]) -> list[str]:
    """A ``.save`` each."""
    return [f".save {vector}" for vector in vectors]
