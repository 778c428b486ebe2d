"""What all weights at a node leak while their inputs are 0 is no signal.

A finger that is off still passes the leakage current of its corner and temperature; the more fingers, the smaller the
unit current, the hotter, the worse.
"""

from collections.abc import Iterator

from codesign.analog.rules import Design, Finding

__all__ = ["MAPPED", "REMEDY", "check"]

REMEDY = "train with sparser weights, raise the unit current, or lower the temperature"
MAPPED = False


def check(design: Design) -> Iterator[Finding]:
    """Of every unit the leakage of the weights and bias of one sign, the larger of both."""
    technology = design.technology
    point = technology.operating_point
    for node in design.nodes():
        leakage_a = max(node.negative_fingers * point.leakage_n_a, node.positive_fingers * point.leakage_p_a)
        yield Finding(
            subject=node.subject,
            found=leakage_a / technology.unit_current_a,
            limit=technology.rules.largest_leakage,
            unit="unit currents of leakage",
        )
