"""How long work tells where it is."""

from collections.abc import Callable

__all__ = ["Progress", "no_progress"]

Progress = Callable[[int, int, str], None]
"""Called with the work done, the work in all, and what is being done now."""


def no_progress(done: int, total: int, doing: str) -> None:
    """Tell nobody."""
