"""The transistors of an FQ-BMRU layer: per unit its weights, its bias and one bistable memory cell."""

from codesign.analog.fingers import component, fan_in
from codesign.analog.mapper import RAILS, layer_subcircuit
from codesign.analog.netlist import Component, Instance, LayerCircuit, Probe, Subcircuit
from codesign.analog.technology import Technology
from codesign.network import Layer

__all__ = ["build"]

_CELL_PORTS = ("x", "sp", "out", "vbn", "vbp", "vcp", "rst", "vddm")


def build(layer: Layer, technology: Technology) -> LayerCircuit:
    """One subcircuit per unit. Whether it works is for :mod:`codesign.analog.rules` to say."""
    units: list[Subcircuit] = []
    instances: list[Instance] = []
    components: list[Component] = []
    probes: list[Probe] = []
    for unit in range(layer.outputs):
        threshold, width, gain = (int(layer[name][unit]) for name in ("threshold", "width", "gain"))
        fan = fan_in(layer, unit, technology, source="sp", sink="x", path=f"xu{unit}")
        cell = Instance(
            name="cell",
            nodes=_CELL_PORTS,
            subcircuit="memory_cell",
            parameters={
                "threshold": threshold,
                "width": width,
                "gain": gain,
                # carries all positive currents, so it is as wide as all of them together
                "cascode": max(technology.fingers_per_unit, fan.positive_fingers),
            },
        )
        units.append(
            Subcircuit(
                name=f"{layer.name}_u{unit}",
                ports=(*fan.lines, "out", *RAILS),
                instances=(*fan.instances, cell),
                comment=f"{layer.name}, unit {unit}",
            )
        )
        instances.append(
            Instance(name=f"u{unit}", nodes=(*fan.lines, f"o{unit}", *RAILS), subcircuit=f"{layer.name}_u{unit}")
        )
        components.extend(fan.components)
        for name, value in (("threshold", threshold), ("width", width), ("gain", gain)):
            element = f"xu{unit}.xcell.m{name}"
            components.append(component(f"{layer.name}.{name}[{unit}]", value, element, technology))
        probes.append(
            Probe(
                state="state",
                unit=unit,
                element=f"xu{unit}.xcell.moutput",
                level_a=gain / technology.fingers_per_unit * technology.unit_current_a / 2,
                sum_node=f"xu{unit}.x",
            )
        )
    return LayerCircuit(
        subcircuits=(*units, layer_subcircuit(layer, tuple(instances), sinks=False)),
        components=tuple(components),
        probes=tuple(probes),
    )
