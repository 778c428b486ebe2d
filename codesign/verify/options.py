"""How a verification is to be run, and how it tells where it is."""

from collections.abc import Callable
from dataclasses import dataclass

__all__ = ["Options", "Progress", "no_progress"]

Progress = Callable[[int, int, str], None]
"""Called with the work done, the work in all, and what is being done now."""


def no_progress(done: int, total: int, doing: str) -> None:
    """Tell nobody."""


@dataclass(frozen=True, kw_only=True)
class Options:
    """What a target may need beside the network and the inputs; each takes what concerns it."""

    technology: str = "generic180"
    jobs: int | None = None
    """Simulations at a time; None: as many as there are processors."""
    time_limit_s: float = 3600.0
    """For one target in all."""
    progress: Progress = no_progress
