"""The whitelist for names. Whatever passes here may appear in a netlist, in RTL and in a path.

ngspice executes commands that a deck smuggles in (``.control``, a line break inside a name), so names are not
escaped but checked, once, when a network is built.
"""

import re

from codesign.errors import InputError

__all__ = ["check_class_name", "check_element_name", "check_model_name"]

_ELEMENT = re.compile(r"[a-z][a-z0-9_]{0,31}")
_MODEL = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,63}")
_CLASS = re.compile(r"[A-Za-z0-9][A-Za-z0-9 _.-]{0,31}")


def check_element_name(name: object, what: str) -> str:
    """Return ``name`` if it may name a circuit element or an RTL module; raise InputError otherwise."""
    return _check(_ELEMENT, name, what, "a lower-case letter, then at most 31 lower-case letters, digits or '_'")


def check_model_name(name: object, what: str) -> str:
    """Return ``name`` if it may name a model or a task; raise InputError otherwise."""
    return _check(_MODEL, name, what, "a letter, then at most 63 letters, digits, '_' or '-'")


def check_class_name(name: object, what: str) -> str:
    """Return ``name`` if it may label a class; raise InputError otherwise."""
    return _check(_CLASS, name, what, "at most 32 letters, digits, spaces, '_', '.' or '-'")


def _check(pattern: re.Pattern[str], name: object, what: str, allowed: str) -> str:
    if not isinstance(name, str) or pattern.fullmatch(name) is None:
        raise InputError(f"{what} must be {allowed}, not {name!r}")
    return name
