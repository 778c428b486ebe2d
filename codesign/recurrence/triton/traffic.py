"""How many bytes an operator has to move per sample, step and unit: what its speed is measured against.

Each tensor is counted once. Not counted is what is small (vectors, initial states, partial sums), and the first pass
over the inputs where time is cut into chunks (``schedule``): that one is overhead.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

__all__ = ["TRAFFIC", "Traffic"]


@dataclass(frozen=True, kw_only=True)
class Traffic:
    """Tensors of numbers (4 or 8 bytes per element) and of codes (1 byte) that a pass reads and writes."""

    numbers: int
    codes: int = 0

    def bytes(self, number: int) -> int:
        """Per element, with ``number`` bytes in a number."""
        return self.numbers * number + self.codes


def _passes(forward: Traffic, backward: Traffic) -> Mapping[str, Traffic]:
    return MappingProxyType({"forward": forward, "backward": backward})


TRAFFIC: Mapping[str, Mapping[str, Traffic]] = MappingProxyType(
    {
        # candidate, outputs, kept; candidate, gradient of the outputs, kept, gradient of the candidate
        "bmru": _passes(Traffic(numbers=2, codes=1), Traffic(numbers=3, codes=1)),
        # and the threshold of each step; and its gradient
        "bmru with thresholds": _passes(Traffic(numbers=3, codes=1), Traffic(numbers=5, codes=1)),
        # nothing is kept
        "cmru": _passes(Traffic(numbers=2), Traffic(numbers=3)),
        "cmru with thresholds": _passes(Traffic(numbers=3), Traffic(numbers=5)),
        "fq_bmru": _passes(Traffic(numbers=2, codes=1), Traffic(numbers=3, codes=1)),
        # candidate, threshold, step, outputs; those three, gradients of outputs, candidate, threshold and step
        "alpha_cmru": _passes(Traffic(numbers=4), Traffic(numbers=7)),
        # decay, inputs, states; decay, states, their gradient, gradients of inputs and decay
        "linear recurrence": _passes(Traffic(numbers=3), Traffic(numbers=5)),
    }
)
"""By operator and pass, without the states that a caller may ask for in addition (one more tensor of numbers)."""
