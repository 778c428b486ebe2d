"""Run `verify` on RTL with a planted fault in it."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from rtl_fault_networks import SUBJECTS
from rtl_fault_planting import RtlFault

from codesign import digital, twin, verify
from codesign.digital.options import engine
from codesign.verify.diagnosis.behaviour import explain
from codesign.verify.diagnosis.observed import observed
from codesign.verify.divergence import Cause, Divergence

__all__ = ["Planted", "exported", "planted", "verified"]


@dataclass(frozen=True, eq=False, kw_only=True)
class Planted:
    """What `verify` said of ``fault``."""

    fault: RtlFault
    result: verify.TargetResult

    @property
    def first(self) -> Divergence | None:
        return self.result.comparison.first_divergence

    @property
    def found(self) -> bool:
        """Whether it fails, and shows where the fault is seen first."""
        first = self.first
        return (
            not self.result.passed
            and first is not None
            and first.layer == self.fault.layer
            and self.fault.unit in (None, first.unit)
        )

    @property
    def cause(self) -> Cause | None:
        return None if self.first is None else self.first.cause

    @property
    def named(self) -> bool:
        """Whether the cause is the fault: its parameter, its number and its place."""
        fault, cause = self.fault, self.cause
        if cause is None or not cause.parameter.startswith(fault.named):
            return False
        if fault.element and f"_{fault.element}," not in cause.element:
            return False
        if fault.change is None:
            return True
        value = str(fault.change.value)
        return cause.found == value or f"{fault.named} is {value}," in cause.message

    @cached_property
    def by_behaviour(self) -> list[str]:
        """What may be wrong according to what was measured, without the text: all that explain every value of it."""
        if self.first is None:
            return []
        network, inputs = self.fault.of.network, self.fault.of.inputs
        trace = twin.simulate(network, inputs)
        seen = observed(network, inputs, trace, self.result.measurement, layer=self.first.layer)
        found = [item.parameter for item in explain(seen, unit=self.first.unit) if item.complete]
        return list(dict.fromkeys(found))

    @property
    def is_the_change(self) -> bool:
        """Whether the fault is the number that it is said to be: the twin with it gives all that was measured."""
        assert self.fault.change is not None
        measured = self.result.measurement
        trace = twin.simulate(self.fault.change.of(self.fault.of.network), self.fault.of.inputs)
        return np.array_equal(trace.decisions, measured.decisions) and all(
            np.array_equal(trace.layers[layer].states[state][:, measured.first_step :], values)
            for layer, states in measured.states.items()
            for state, values in states.items()
        )


def exported(subject: str, language: str, folder: Path) -> Path:
    """The RTL without a fault, made once in ``folder``."""
    output = folder / f"{subject}-{language}"
    if not output.is_dir():
        chosen = SUBJECTS[subject]
        digital.export(chosen.network, output=output, options=engine(chosen.engine), language=language)
    return output


def verified(subject: str, language: str, design: Path) -> verify.TargetResult:
    """The RTL of ``design`` against the twin."""
    chosen = SUBJECTS[subject]
    result = verify.verify(chosen.network, targets=[language], examples=chosen.examples, design=design, jobs=1)
    return result.targets[language]


def planted(fault: RtlFault, folder: Path) -> Planted:
    """Plant ``fault`` into a copy of the RTL, in ``folder``, and verify it."""
    target = folder / "".join(c if c.isalnum() else "-" for c in fault.name)
    design = fault.plant(exported(fault.subject, fault.language, folder), target)
    return Planted(fault=fault, result=verified(fault.subject, fault.language, design))
