"""How a verification is to be run, and how it tells where it is."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

__all__ = ["CircuitOptions", "Options", "Progress", "no_progress", "processors"]

Progress = Callable[[int, int, str], None]
"""Called with the work done, the work in all, and what is being done now."""


def no_progress(done: int, total: int, doing: str) -> None:
    """Tell nobody."""


def processors() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0))


@dataclass(frozen=True, kw_only=True)
class CircuitOptions:
    """Under what conditions and with which variants of its cells a circuit is simulated; None: the technology's own."""

    technology: str = "generic180"
    corner: str | None = None
    temperature_c: float | None = None
    supply_v: float | None = None
    choice: Mapping[str, str] = field(default_factory=dict)
    """Block -> variant, as in ``variants`` of ``technology.yaml``."""
    mismatch_seed: int | None = None
    """With a seed, every transistor has the mismatch of die 0 of that batch."""


@dataclass(frozen=True, kw_only=True)
class Options:
    """What a target may need beside the network and the inputs; each takes what concerns it."""

    circuit: CircuitOptions = field(default_factory=CircuitOptions)
    engine: str = "balanced"
    """Of the RTL: a name in :data:`codesign.digital.options.ENGINES`."""
    design: Path | None = None
    """A folder that an export of this network for this target wrote, perhaps edited since; None: a new export."""
    jobs: int = field(default_factory=processors)
    """Simulations at a time."""
    time_limit_s: float = 3600.0
    """For each run of a simulator."""
    progress: Progress = no_progress
