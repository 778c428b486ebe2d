"""A decision that integrates on the chip knows the largest score that it has to hold.

The capacitors of its integrators are sized by it: without it they would be of any size, and saturate.
"""

from collections.abc import Iterator

from codesign.analog.decisions import variant
from codesign.analog.rules import Design, Finding

__all__ = ["MAPPED", "REMEDY", "check"]

REMEDY = "train it again, which records it, or let the currents leave the chip with --use decision=readout"
MAPPED = False


def check(design: Design) -> Iterator[Finding]:
    """The network's full_scale, where the chosen decision is sized by it and can be taken at all."""
    technology = design.technology
    chosen = technology.choice["decision"]
    if chosen in technology.rules.integrating and design.network.decision.kind in variant(chosen).TAKES:
        yield Finding(
            subject=f"decision {design.network.decision.kind}",
            found=design.network.decision.parameters.get("full_scale", 0),
            limit=1,
            unit="unit currents x steps of full_scale",
            bound="at least",
        )
