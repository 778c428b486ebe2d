"""What is wrong with a file that a pydantic model refuses, in words for who wrote it."""

from collections.abc import Iterator

from pydantic import ValidationError

__all__ = ["faults"]

_PLAIN = {"missing": "this key is missing", "extra_forbidden": "there is no such key; remove or correct it"}
"""Kinds of fault whose own words are about Python."""


def faults(error: ValidationError, prefix: str = "") -> Iterator[str]:
    """Each fault with the field it is in, as it stands in the file; ``prefix`` stands before every field."""
    for fault in error.errors(include_url=False):
        place = ".".join(map(str, fault["loc"]))
        message = _PLAIN.get(fault["type"], fault["msg"].removeprefix("Value error, "))
        yield f"{prefix}{place}: {message}" if place or prefix else message
