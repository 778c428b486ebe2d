"""A step is longer than the slowest memory cell takes to switch.

How long depends on the charge that its node needs, which grows with the fingers at the node, and on how far its
drive is beyond the threshold: at least the margin below which a state counts as undecided, which is ``margin_unit``,
or ``margin_relative`` of the currents at the node while all inputs are at 1.0. A reset takes longer than a set and is
what is counted. Times scale with 1 / unit current.
"""

from collections.abc import Iterator

from codesign.analog.rules import Design, Finding

__all__ = ["MAPPED", "REMEDY", "check"]

REMEDY = "lengthen the step (step_s), raise the unit current, or train with sparser weights"
MAPPED = False


def check(design: Design) -> Iterator[Finding]:
    """Of every memory cell the time that it takes to be reset."""
    technology = design.technology
    law = technology.switching
    for node in design.nodes():
        if node.layer in design.memory_layers:
            fingers = node.positive_fingers + node.negative_fingers
            overdrive = max(technology.margin_unit, technology.margin_relative * fingers / technology.fingers_per_unit)
            charge_c = law.charge_c + fingers * law.charge_per_finger_c
            yield Finding(
                subject=node.subject,
                found=charge_c / ((overdrive + law.trim) * technology.unit_current_a) * 1e3,
                limit=technology.step_s * 1e3,
                unit="ms to be reset",
            )
