"""What an activity check found."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from codesign.activity.counts import InputActivity, LayerActivity
from codesign.activity.findings import Finding

__all__ = ["Activity"]


@dataclass(frozen=True, kw_only=True)
class Activity:
    """A network over ``samples`` samples, ``steps`` steps in all."""

    model: str
    model_hash: str
    samples: int
    steps: int
    inputs: InputActivity
    layers: tuple[LayerActivity, ...]
    decisions: Mapping[str, int]
    """How many samples were decided to be of each class."""
    findings: tuple[Finding, ...]

    @property
    def wrong(self) -> tuple[Finding, ...]:
        """The findings that are more than notes."""
        return tuple(finding for finding in self.findings if finding.wrong)

    def json(self) -> dict[str, Any]:
        """As plain JSON."""
        return {
            "model": self.model,
            "model_hash": self.model_hash,
            "samples": self.samples,
            "steps": self.steps,
            "verdict": "wrong" if self.wrong else "right",
            "findings": [finding.json() for finding in self.findings],
            "decisions": dict(self.decisions),
            "inputs": self.inputs.json(),
            "layers": [layer.json() for layer in self.layers],
        }
