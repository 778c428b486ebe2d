"""Under which conditions, and with which variants of its blocks, a target ran."""

from collections.abc import Mapping
from typing import Any

from codesign.report.titles import target_title
from codesign.report.words import si
from codesign.verify.run import VerifyResult

__all__ = ["conditions", "is_condition", "written"]

_NAMED = {
    "technology": ("Technology", ""),
    "corner": ("Process corner", ""),
    "temperature_c": ("Temperature", "°C"),
    "supply_v": ("Supply", "V"),
    "unit_current_a": ("Unit current", "A"),
    "step_s": ("Length of a step", "s"),
    "mismatch_seed": ("Mismatch: seed of the batch", ""),
    "die": ("Mismatch: die of the batch", ""),
}
"""Figure -> what it is called and its unit, in the order of the table."""
_NO_VARIANTS = ("simulator",)
"""Texts that are no variant of a block, nor is what ends in ``_scope`` or ``_version``."""


def conditions(result: VerifyResult) -> tuple[list[str], list[tuple[str, list[str]]]]:
    """Titles of the targets that have any, and rows of (condition, value for each); text figures that nothing else
    shows are the variants that were chosen."""
    having: dict[str, Mapping[str, Any]] = {}
    found: dict[str, None] = {}
    for name, target in result.targets.items():
        keys = [key for key, value in target.measurement.figures.items() if is_condition(key, value)]
        if keys:
            having[name] = target.measurement.figures
            found.update(dict.fromkeys(keys))
    ordered = [key for key in _NAMED if key in found] + [key for key in found if key not in _NAMED]
    rows = [(_label(key), [written(key, figures.get(key)) for figures in having.values()]) for key in ordered]
    return [target_title(name) for name in having], rows


def is_condition(key: str, value: Any) -> bool:
    """Whether the table of conditions shows a figure."""
    if key in _NAMED:
        return isinstance(value, str | int | float)
    return isinstance(value, str) and key not in _NO_VARIANTS and not key.endswith(("_scope", "_version"))


def _label(key: str) -> str:
    return _NAMED[key][0] if key in _NAMED else key.replace("_", " ").capitalize()


def written(key: str, value: Any) -> str:
    """A condition with its unit; "-" for None."""
    if value is None:
        return "-"
    unit = _NAMED[key][1] if key in _NAMED else ""
    if not unit or isinstance(value, str):
        return str(value) if key in _NAMED else str(value).replace("_", " ")
    return si(value, unit) if unit in ("A", "s") else f"{value:g} {unit}"
