"""The hardware behind a result, built again from its network, under the conditions that it was simulated in."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from codesign.analog import technology as technologies
from codesign.analog.mapper import map_network
from codesign.analog.netlist import Circuit
from codesign.analog.technology import Technology
from codesign.verify.run import VerifyResult

__all__ = ["Chip", "chip", "has_rtl"]


@dataclass(frozen=True, kw_only=True)
class Chip:
    """The circuit of a result, and ``figures`` of the target that simulated it."""

    technology: Technology
    circuit: Circuit
    figures: Mapping[str, Any]


def chip(result: VerifyResult) -> Chip | None:
    """The chip of a target that is a circuit, the first one that has its power; None where there is none."""
    for target in sorted(result.targets.values(), key=lambda target: "power_w" not in target.measurement.figures):
        figures = target.measurement.figures
        if figures.get("technology") not in technologies.names():
            continue
        technology = technologies.load(figures["technology"])
        conditions = {
            name: figures[name]
            for name in ("corner", "temperature_c", "supply_v", "unit_current_a")
            if figures.get(name) is not None
        }
        choice = {block: figures[block] for block in technology.variants if isinstance(figures.get(block), str)}
        technology = technology.at(**conditions, choice=choice)
        return Chip(technology=technology, circuit=map_network(result.network, technology), figures=figures)
    return None


def has_rtl(result: VerifyResult) -> bool:
    """Whether a target of the result is RTL, which counts cycles."""
    return any("cycles_per_sample" in target.measurement.figures for target in result.targets.values())
