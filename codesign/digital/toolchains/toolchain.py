"""What has to be known of an FPGA family."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from codesign.errors import InputError

__all__ = ["CorePlacement", "Pll", "Toolchain", "nearest_setting"]


@dataclass(frozen=True, kw_only=True)
class Pll:
    """A phase-locked loop that makes ``output_hz``."""

    output_hz: float
    build: Callable[[Any, Any, Any], Any]
    """An instance from the signals of the oscillator, of the new clock and of its lock."""


@dataclass(frozen=True, kw_only=True)
class CorePlacement:
    """How a network without a UART is placed, to see how fast it could be clocked: pins are wherever they fit."""

    tool: str
    arguments: tuple[str, ...]
    """Beside the files and the clock."""
    target_mhz: float
    """Clock to aim at where none is named: nextpnr tries no harder than it is told to."""


@dataclass(frozen=True, kw_only=True)
class Toolchain:
    """Yosys for synthesis, and what comes behind it."""

    name: str
    synthesis: str
    """Yosys command for a core."""
    options: str
    """Of that command, for a board as well."""
    cells: Mapping[str, Mapping[str, float]]
    """For ``lut``, ``ff``, ``block_ram`` and ``dsp``: how many of them a cell of the netlist is."""
    pll: Callable[[float, float], Pll]
    """From oscillator to clock, in Hz; the nearest that there is. Raises InputError where none is within 1 %."""
    core: CorePlacement | None = None
    bitstream: str = ""
    """Suffix of the file to load."""
    before_synthesis: str = ""
    """Yosys command before that of a core."""
    after_synthesis: str = "tee -q -o {statistics} stat -json"
    """For the script of a board: a command that leaves the figures in the file ``statistics``."""
    tools: tuple[str, ...] = ("yosys",)
    """Those that a board cannot do without; others that its platform calls are left out where they are missing."""


_LARGEST_ERROR = 0.01


def nearest_setting(
    oscillator_hz: float, wanted_hz: float, settings: Sequence[tuple[float, tuple[int, int, int]]]
) -> tuple[float, tuple[int, int, int]]:
    """The setting (clock in Hz, three numbers) whose clock is nearest; raises InputError where none is within 1 %."""
    found = min(settings, key=lambda setting: abs(setting[0] - wanted_hz), default=None)
    if found is None or abs(found[0] / wanted_hz - 1) > _LARGEST_ERROR:
        near = "" if found is None else f"; the nearest is {found[0] / 1e6:.3f} MHz"
        raise InputError(f"a clock of {wanted_hz / 1e6:g} MHz cannot be made from {oscillator_hz / 1e6:g} MHz{near}")
    return found
