"""The currents that meet at a node leave its diode near weak inversion.

The gate-source voltage of a port grows with its current, faster beyond weak inversion, and takes the headroom of what
drives it.
"""

from collections.abc import Iterator

from codesign.analog.rules import Design, Finding

__all__ = ["MAPPED", "REMEDY", "check"]

REMEDY = "lower the unit current, or train with smaller weights (current_weight in the recipe)"
MAPPED = False


def check(design: Design) -> Iterator[Finding]:
    """Of every unit the larger of the two sums of currents, positive and negative, while all inputs are at 1.0."""
    technology = design.technology
    finger_a = technology.unit_current_a / technology.fingers_per_unit
    for node in design.nodes():
        yield Finding(
            subject=node.subject,
            found=max(node.positive_fingers, node.negative_fingers) * finger_a * 1e9,
            limit=technology.rules.largest_node_current_a * 1e9,
            unit="nA",
        )
