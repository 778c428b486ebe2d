"""How a class is chosen from what the last layer gives: what all stages have to know of a decision.

The class is that of the largest score, the one of the lowest index among equals; without a step all scores are 0. How
scores are computed stands in a table of each stage: :mod:`codesign.twin.scores` (the definition of right),
:mod:`codesign.training.scores`, :mod:`codesign.digital.decision` and the files of :mod:`codesign.analog.decisions`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from codesign.cells.spec import AttributeSpec, Signal

__all__ = ["DECISIONS", "DecisionSpec"]


@dataclass(frozen=True, kw_only=True)
class DecisionSpec:
    """One way to decide."""

    meaning: str
    takes: Signal
    """What the last layer has to give."""
    unit_per_class: bool
    """The last layer has one unit for each class."""
    every_step: bool
    """A score adds up what every step gives; otherwise it is that of one step alone."""
    parameters: Mapping[str, AttributeSpec] = field(default_factory=dict)

    def terms(self, steps: int) -> int:
        """From how many steps of a sample a score comes."""
        return steps if self.every_step else min(steps, 1)


DECISIONS: Mapping[str, DecisionSpec] = {
    "mean_readout": DecisionSpec(
        meaning="a class scores the sum of its unit's outputs over all steps",
        takes="current",
        unit_per_class=True,
        every_step=True,
        parameters={
            "full_scale": AttributeSpec(
                minimum=0,
                maximum=65535,
                default=0,
                meaning="largest magnitude of a running score, in unit currents x steps, that an integrator must hold; "
                "0: unknown",
            ),
        },
    ),
    "last_readout": DecisionSpec(
        meaning="a class scores its unit's output in the last step: what was to be kept until then is asked for",
        takes="current",
        unit_per_class=True,
        every_step=False,
    ),
    "group_count": DecisionSpec(
        meaning="unit n votes for class n mod C with each of its spikes (SRC readout, arXiv 2306.03623)",
        takes="spike",
        unit_per_class=False,
        every_step=True,
        parameters={
            "own": AttributeSpec(
                minimum=1, maximum=64, default=10, meaning="added to class n mod C for a spike of unit n"
            ),
            "other": AttributeSpec(
                minimum=0, maximum=64, default=1, meaning="subtracted from every other class for it"
            ),
        },
    ),
}
