"""The transistor netlist in ngspice."""

import numpy as np
from numpy.typing import NDArray

from codesign import analog
from codesign.analog import locate as located
from codesign.analog import technology as technologies
from codesign.analog.technology import Technology
from codesign.measurement import Measurement
from codesign.network import Network
from codesign.verify.compare import Comparison
from codesign.verify.diagnosis import Case
from codesign.verify.divergence import Cause
from codesign.verify.options import Options

__all__ = [
    "PACKAGES",
    "PART",
    "TAKES_DESIGN",
    "TOOLS",
    "cause",
    "causes",
    "die",
    "edits",
    "measure",
    "passes",
    "technology",
]

PART = "circuit"
TOOLS = ("ngspice",)
PACKAGES = ("numpy",)
TAKES_DESIGN = True

LEAST_AGREEMENT = 0.98
"""Of all states, those in the margin too."""
LEAST_OUTSIDE = 0.995
"""Of the states outside the margin."""
LEAST_DECISIONS = 0.98
"""Of the decisions: 49 of 50 in the published study (arXiv 2605.15216), every one of up to 49."""


def technology(options: Options) -> Technology:
    """The technology that the options mean, under their conditions."""
    chosen = options.circuit
    return technologies.load(chosen.technology).at(
        corner=chosen.corner,
        temperature_c=chosen.temperature_c,
        supply_v=chosen.supply_v,
        choice=chosen.choice,
    )


def die(options: Options) -> analog.Die | None:
    """The die that the options mean; None: one without mismatch."""
    seed = options.circuit.mismatch_seed
    return None if seed is None else analog.Die(seed=seed, number=0)


def measure(network: Network, inputs: NDArray[np.int64], options: Options) -> Measurement:
    """Every state at the end of its step, from the drain currents and node voltages of the transistors."""
    options.progress(0, len(inputs), "samples at transistor level")  # the first one takes a while
    return analog.measure(
        network,
        inputs,
        technology=technology(options),
        die=die(options),
        design=options.design,
        jobs=options.jobs,
        time_limit_s=options.time_limit_s,
        progress=options.progress,
    )


def passes(comparison: Comparison) -> bool:
    """Few states may differ, those too close to a threshold to tell among them, and hardly a decision."""
    outside = comparison.states_compared - comparison.states_in_margin
    return (
        comparison.states_agree >= LEAST_AGREEMENT * comparison.states_compared
        and comparison.disagree_outside_margin <= (1 - LEAST_OUTSIDE) * outside
        and comparison.decisions_agree >= LEAST_DECISIONS * comparison.samples
    )


def causes(case: Case, options: Options) -> tuple[Cause, ...]:
    """What the text of the netlist shows and what an in-circuit test of its currents finds, the likeliest first."""
    first = case.first
    wrong = np.flatnonzero(case.measured.decisions != case.trace.decisions)
    # A state in the margin is not what made a decision wrong.
    known = first.layer in case.trace.layers and not (first.in_margin and len(wrong))
    sample = first.sample if known else int(wrong[0])
    place = located.Place(inputs=case.inputs[sample], layer=first.layer, unit=first.unit, step=first.step)
    decided = located.Decided(
        inputs=case.inputs[sample],
        scores=np.array(case.measured.figures["scores"][sample]),
        decision=int(case.measured.decisions[sample]),
    )
    found = located.suspects(
        case.network,
        technology(options),
        place=place if known else None,
        decided=decided,
        design=options.design,
        die=die(options),
        jobs=options.jobs,
        time_limit_s=options.time_limit_s,
    )
    return tuple(map(cause, found))


def edits(network: Network, options: Options) -> tuple[str, ...]:
    """What the text of ``options.design`` shows, in words."""
    assert options.design is not None
    return tuple(item.message for item in located.by_read_back(network, technology(options), options.design))


def cause(found: located.Suspect) -> Cause:
    """A suspect of the circuit in the terms of the comparison."""
    return Cause(
        parameter=found.parameter,
        element=found.element,
        layer=found.layer,
        unit=found.unit,
        expected=found.expected,
        found=found.found,
        evidence=found.evidence,
        message=found.message,
    )
