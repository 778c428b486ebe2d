"""The reference gives the unit current that the circuit is meant to have.

A real reference gives the current it was designed for, whatever is asked; thresholds and biases would be off by the
ratio, and the step, which scales with the unit current, would not fit.
"""

from collections.abc import Iterator

from codesign.analog.rules import Design, Finding

__all__ = ["MAPPED", "REMEDY", "check"]

REMEDY = "keep the unit current it was designed for, or study another one with --use reference=ideal"
MAPPED = False


def check(design: Design) -> Iterator[Finding]:
    """The unit current against that of the reference, where the reference has one of its own."""
    technology = design.technology
    reference = technology.choice["reference"]
    designed_a = technology.rules.reference_current_a.get(reference)
    if designed_a is not None:
        yield Finding(
            subject=f"block reference={reference}",
            found=100 * abs(technology.unit_current_a / designed_a - 1),
            limit=100 * technology.rules.largest_reference_error,
            unit="% away from the reference's current",
            bound="at most",
        )
