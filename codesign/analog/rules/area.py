"""The chip fits on the die: gate areas times the layout factor, and its capacitors."""

from collections.abc import Iterator

from codesign.analog.area import estimate
from codesign.analog.rules import Design, Finding

__all__ = ["MAPPED", "REMEDY", "check"]

REMEDY = "train with fewer or smaller weights"
MAPPED = True


def check(design: Design) -> Iterator[Finding]:
    """The whole chip."""
    technology = design.technology
    yield Finding(
        subject="chip",
        found=estimate(design.circuit, technology).total_m2 * 1e6,
        limit=technology.rules.largest_area_m2 * 1e6,
        unit="mm2",
    )
