"""What a technology says of its blocks beside their netlists: what they need, what they draw, how they behave.

The sections ``currents`` and ``rules`` of ``technology.yaml``, and all of ``measured.yaml``, which
``scripts/operating_points.py`` writes. All of it is data, so that neither the design rules
(:mod:`codesign.analog.rules`) nor the power law (:mod:`codesign.analog.power`) has to run a simulator.
"""

from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict, Field

__all__ = [
    "Currents",
    "DecisionCurrents",
    "Measured",
    "MemoryCurrents",
    "OperatingPoint",
    "Rules",
    "Stack",
    "Switching",
    "between",
]

_EXPRESSION = r"^(\{[a-z0-9_ .+*/()-]+\}|[0-9.]+)$"


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class OperatingPoint(_Entry):
    """What transistors do at one corner and temperature, at a unit current of 1 nA."""

    n_v: float = Field(gt=0, description="gate-source voltage of an NMOS of one unit's fingers that carries 1 nA")
    p_v: float = Field(gt=0, description="likewise of a PMOS, its magnitude")
    leakage_n_a: float = Field(gt=0, description="drain current of one NMOS finger with its gate at its source")
    leakage_p_a: float = Field(gt=0, description="likewise of a PMOS finger")
    reference: dict[str, float] = Field(description="variant of the reference -> its current, in unit currents")
    reference_least_v: dict[str, float] = Field(description="variant -> supply below which it gives 5 % less")


class MemoryCurrents(_Entry):
    """A variant of the memory cell while it is high, in unit currents; ``{expressions}`` of threshold, width, gain."""

    sink: str = Field(pattern=_EXPRESSION, description="out of the node x, beside the negative weights")
    feedback: str = Field(pattern=_EXPRESSION, description="from vddm into the node sp, beside the positive weights")
    high: str = Field(pattern=_EXPRESSION, description="what else it takes from vddm")


class DecisionCurrents(_Entry):
    """A variant of the decision: what it takes from vddo, in unit currents."""

    fixed: float = Field(ge=0, description="in any case")
    per_class: float = Field(ge=0, description="for every class")
    per_negative: float = Field(
        ge=0, description="for every unit current that the negative weights of the readout sink"
    )


class Currents(_Entry):
    """What the blocks take from the supplies: the numbers of the power law."""

    memory_cell: dict[str, MemoryCurrents] = Field(description="by variant")
    reference: dict[str, float] = Field(description="variant -> what it takes, in unit currents, its output included")
    bias: float = Field(ge=0, description="the bias lines, in unit currents")
    decision: dict[str, DecisionCurrents] = Field(description="by variant")


class Stack(_Entry):
    """Transistors between the rails, of which every one must keep its voltage for the block to work."""

    n: float = Field(default=0, ge=0, description="gate-source voltages of NMOS")
    p: float = Field(default=0, ge=0, description="gate-source voltages of PMOS")
    saturated: float = Field(default=0, ge=0, description="transistors that only have to be saturated")


class Switching(_Entry):
    """How fast a memory cell is reset, which takes it longer than being set:
    time = (charge_c + fingers x charge_per_finger_c) / ((overdrive + trim) x unit current)."""

    charge_c: float = Field(gt=0, description="that its own node needs")
    charge_per_finger_c: float = Field(ge=0, description="that each finger of a weight at the node adds")
    trim: float = Field(ge=0, description="by how much it switches early, in unit currents")


class Rules(_Entry):
    """Limits of the design rules; blocks are named as in ``--use``, ``block=variant``, or by their subcircuit."""

    least_threshold: dict[str, int] = Field(description="variant of the memory cell -> fingers of a lower threshold")
    largest_fan_in: int = Field(ge=1, description="weights of one unit that are not 0")
    largest_node_current_a: float = Field(gt=0, description="of one sign, all inputs at 1.0")
    reference_current_a: dict[str, float] = Field(description="variant of the reference that has a current of its own")
    largest_reference_error: float = Field(gt=0, description="of the unit current against that, relative")
    largest_leakage: float = Field(gt=0, description="of all weights at a node that are off, in unit currents")
    largest_area_m2: float = Field(gt=0, description="of the laid-out chip")
    subthreshold_slope: float = Field(ge=1, le=3, description="n: a gate-source voltage grows by n kT/q per e-fold")
    saturation: float = Field(gt=0, description="least drain-source voltage of a saturated transistor, in kT/q")
    stacks: dict[str, Stack] = Field(description="by block")
    integrating: list[str] = Field(description="variants of the decision that are sized by the network's full_scale")
    capacitance_f_m2: float = Field(gt=0, description="of a capacitor, per area")


class Measured(_Entry):
    """``measured.yaml``; empty in a technology that has not been measured yet."""

    switching: dict[str, Switching] = Field(default_factory=dict, description="by variant of the memory cell")
    operating_points: dict[str, dict[float, OperatingPoint]] = Field(
        default_factory=dict, description="corner -> temperature in C -> what was measured"
    )


def between(points: Mapping[float, OperatingPoint], temperature_c: float) -> OperatingPoint:
    """The operating point at a temperature: linear between its neighbours, the leakage exponential; outside of all
    points it is that of the nearest."""
    known = sorted(points)
    above = next((known_c for known_c in known if known_c >= temperature_c), known[-1])
    below = next((known_c for known_c in reversed(known) if known_c <= temperature_c), known[0])
    low, high = points[below], points[above]
    part = (temperature_c - below) / (above - below) if above > below else 0.0

    def linear(a: float, b: float) -> float:
        return a + part * (b - a)

    def exponential(a: float, b: float) -> float:
        return float(a * (b / a) ** part)

    return OperatingPoint(
        n_v=linear(low.n_v, high.n_v),
        p_v=linear(low.p_v, high.p_v),
        leakage_n_a=exponential(low.leakage_n_a, high.leakage_n_a),
        leakage_p_a=exponential(low.leakage_p_a, high.leakage_p_a),
        reference={name: linear(low.reference[name], high.reference[name]) for name in low.reference},
        reference_least_v={
            name: linear(low.reference_least_v[name], high.reference_least_v[name]) for name in low.reference_least_v
        },
    )
