"""How a verification is to be run, and how it tells where it is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from codesign.jobs.workers import processors
from codesign.progress import Progress, no_progress

__all__ = ["CircuitOptions", "Options", "Progress", "no_progress", "processors"]


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
