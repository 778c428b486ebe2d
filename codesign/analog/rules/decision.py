"""The chosen decision circuit can take the network's kind of decision.

Integrators on the chip add up all steps; they cannot tell the last one from the others.
"""

from collections.abc import Iterator

from codesign.analog.decisions import variant
from codesign.analog.rules import Design, Finding

__all__ = ["MAPPED", "REMEDY", "check"]

REMEDY = "let the currents leave the chip, to be compared at the end of the last step, with --use decision=readout"
MAPPED = False


def check(design: Design) -> Iterator[Finding]:
    """1 where it can, 0 where it cannot."""
    chosen, kind = design.technology.choice["decision"], design.network.decision.kind
    yield Finding(
        subject=f"decision {kind}",
        found=int(kind in variant(chosen).TAKES),
        limit=1,
        unit=f"circuits in {chosen}",
        bound="at least",
    )
