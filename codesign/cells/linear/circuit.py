"""The transistors of a linear layer: mirrors source into one node per output and sink out of another; the chip joins
both, unless the two sums are to be told apart.

A rectified layer needs nothing more: its current flows into the next layer's input port, whose diode passes one
direction only.
"""

from codesign.analog.fingers import fan_in
from codesign.analog.mapper import RAILS, layer_subcircuit
from codesign.analog.netlist import Component, Instance, LayerCircuit, Subcircuit
from codesign.analog.technology import Technology
from codesign.network import Layer

__all__ = ["build"]


def build(layer: Layer, technology: Technology) -> LayerCircuit:
    """One subcircuit per output, with its weights and bias."""
    units: list[Subcircuit] = []
    instances: list[Instance] = []
    components: list[Component] = []
    for unit in range(layer.outputs):
        fan = fan_in(layer, unit, technology, source="sp", sink="sink", path=f"xu{unit}")
        cascode = Instance(
            name="cascode",
            nodes=("sp", "source", "vcp", "vdd"),
            subcircuit="source_cascode",
            parameters={"fingers": max(technology.fingers_per_unit, fan.positive_fingers)},
        )
        ports = (*fan.lines, "source", "sink", *RAILS)
        units.append(
            Subcircuit(
                name=f"{layer.name}_u{unit}",
                ports=ports,
                instances=(*fan.instances, cascode) if fan.positive_fingers else fan.instances,
                comment=f"{layer.name}, output {unit}",
            )
        )
        instances.append(
            Instance(
                name=f"u{unit}",
                nodes=(*fan.lines, f"o{unit}", f"s{unit}", *RAILS),
                subcircuit=f"{layer.name}_u{unit}",
            )
        )
        components.extend(fan.components)
    return LayerCircuit(
        subcircuits=(*units, layer_subcircuit(layer, tuple(instances), sinks=True)),
        components=tuple(components),
        output="rectified" if layer.attributes["relu"] else "signed",
    )
