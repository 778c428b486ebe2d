"""The supply holds the transistors that are stacked between the rails.

Gate-source voltages are those measured at the corner, interpolated to the temperature, and changed by n kT/q ln of
the unit current over 1 nA; what is only saturated needs ``saturation`` x kT/q. A reference needs what was measured.
"""

from collections.abc import Iterator
from math import log

from codesign.analog.rules import Design, Finding

__all__ = ["MAPPED", "REMEDY", "check"]

BOLTZMANN_J_K = 1.380649e-23
CHARGE_C = 1.602176634e-19
ZERO_CELSIUS_K = 273.15
MEASURED_AT_A = 1e-9
"""The unit current of the operating points."""

REMEDY = "raise the supply, or lower the unit current"
MAPPED = False


def check(design: Design) -> Iterator[Finding]:
    """Of every block in use the supply against what it needs."""
    technology = design.technology
    point, rules = technology.operating_point, technology.rules
    thermal_v = BOLTZMANN_J_K / CHARGE_C * (technology.temperature_c + ZERO_CELSIUS_K)
    more_v = rules.subthreshold_slope * thermal_v * log(technology.unit_current_a / MEASURED_AT_A)
    needs = {
        block: stack.n * (point.n_v + more_v)
        + stack.p * (point.p_v + more_v)
        + stack.saturated * rules.saturation * thermal_v
        for block, stack in rules.stacks.items()
    }
    reference = technology.choice["reference"]
    needs[f"reference={reference}"] = point.reference_least_v[reference]
    for block, needed_v in needs.items():
        name, sign, variant = block.partition("=")
        if not sign or technology.choice.get(name) == variant:
            yield Finding(
                subject=f"block {block}", found=technology.supply_v, limit=needed_v, unit="V", bound="at least"
            )
