"""The transistors of a linear layer: one node per output, into which mirrors source and out of which they sink.

A rectified layer needs nothing more: its current flows into the next layer's input port, whose diode passes one
direction only.
"""

from codesign.analog.fingers import check_fingers, fan_in
from codesign.analog.mapper import RAILS, layer_subcircuit
from codesign.analog.netlist import Component, Instance, LayerCircuit, Subcircuit
from codesign.analog.technology import Technology
from codesign.network import Layer

__all__ = ["build"]


def build(layer: Layer, technology: Technology) -> LayerCircuit:
    """One subcircuit per output, with its weights and bias; raises InputError for parameters without fingers."""
    check_fingers(layer, technology)
    units: list[Subcircuit] = []
    instances: list[Instance] = []
    components: list[Component] = []
    for unit in range(layer.outputs):
        fan = fan_in(layer, unit, technology, source="out", sink="out", path=f"xu{unit}")
        ports = (*fan.lines, "out", *RAILS)
        units.append(
            Subcircuit(
                name=f"{layer.name}_u{unit}",
                ports=ports,
                instances=fan.instances,
                comment=f"{layer.name}, output {unit}",
            )
        )
        instances.append(
            Instance(name=f"u{unit}", nodes=(*fan.lines, f"o{unit}", *RAILS), subcircuit=f"{layer.name}_u{unit}")
        )
        components.extend(fan.components)
    return LayerCircuit(
        subcircuits=(*units, layer_subcircuit(layer, tuple(instances))),
        components=tuple(components),
        two_signed=not layer.attributes["relu"],
    )
