"""A memory cell is reset by a drive of nothing: its lower threshold is large enough for its kind of cell.

It has to be above what the positive weights leak at this corner and temperature, and at least what the variant of the
cell needs (``least_threshold``): the ten-transistor cell sinks threshold and width separately; that of nine
(arXiv 2605.07936) needs a width below its upper threshold, which a lower threshold of one finger already is.
"""

from collections.abc import Iterator

from codesign.analog.rules import Design, Finding

__all__ = ["MAPPED", "REMEDY", "check"]

REMEDY = "train with a larger threshold"
MAPPED = False


def check(design: Design) -> Iterator[Finding]:
    """Of every memory cell the lower threshold, in fingers."""
    technology = design.technology
    least = technology.rules.least_threshold[technology.choice["memory_cell"]]
    per_finger = technology.operating_point.leakage_p_a * technology.fingers_per_unit / technology.unit_current_a
    for node in design.nodes():
        if node.layer in design.memory_layers:
            yield Finding(
                subject=node.subject,
                found=int(node.layer["threshold"][node.unit]),
                limit=max(least, node.positive_fingers * per_finger),
                unit="fingers of threshold",
                bound="at least",
            )
