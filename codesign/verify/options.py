"""How a verification is to be run, and how it tells where it is."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field

__all__ = ["Options", "Progress", "no_progress", "processors"]

Progress = Callable[[int, int, str], None]
"""Called with the work done, the work in all, and what is being done now."""


def no_progress(done: int, total: int, doing: str) -> None:
    """Tell nobody."""


def processors() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0))


@dataclass(frozen=True, kw_only=True)
class Options:
    """What a target may need beside the network and the inputs; each takes what concerns it."""

    technology: str = "generic180"
    jobs: int = field(default_factory=processors)
    """Simulations at a time."""
    time_limit_s: float = 3600.0
    """For each run of a simulator."""
    progress: Progress = no_progress
