"""Every error a user can meet. Each says what was found, what is allowed and what to do.

The command line turns the class into the exit status of ``design.md``: 2 for wrong use or unreadable input,
3 for a tool that is missing or failed. (1, "the answer is no", is a result and not an error.)
"""

from collections.abc import Iterable
from difflib import get_close_matches

__all__ = ["CodesignError", "InputError", "MissingDataError", "MissingToolError", "ToolError", "nearest"]


class CodesignError(Exception):
    """Base class; ``exit_status`` is what the command line returns."""

    exit_status = 2


class InputError(CodesignError):
    """The user's input (a file, a name, a number) cannot be used."""

    exit_status = 2


class ToolError(CodesignError):
    """An external tool failed, ran out of time or did not deliver what it was asked for."""

    exit_status = 3


class MissingToolError(ToolError):
    """An external tool, or data that must be fetched, is not on this machine."""


class MissingDataError(MissingToolError):
    """A data set, or the device models of a technology, has to be fetched, and cannot be from here."""


def nearest(found: str, allowed: Iterable[str]) -> str:
    """A closing hint for a wrong name: the nearest allowed one, or all of them when none is near."""
    names = sorted(allowed)
    near = get_close_matches(found, names, n=1)
    if near:
        return f"did you mean {near[0]!r}?"
    return "allowed: " + ", ".join(names) if names else "none is allowed here"
