"""Parameters as fingers: the part of the mapping that every layer of currents shares."""

from dataclasses import dataclass

from codesign.analog.netlist import Component, Instance
from codesign.analog.technology import Technology
from codesign.network import Layer

__all__ = ["Fan", "component", "fan_in"]


@dataclass(frozen=True, kw_only=True)
class Fan:
    """All weights and the bias of one unit."""

    lines: tuple[str, ...]
    """The gate lines they use, each once, inputs in order."""
    instances: tuple[Instance, ...]
    components: tuple[Component, ...]
    positive_fingers: int
    negative_fingers: int


def component(parameter: str, value: int, element: str, technology: Technology) -> Component:
    """The row of one parameter; without an element when it is 0."""
    return Component(
        parameter=parameter,
        value=value,
        element=element if value else "",
        fingers=abs(value),
        current_a=abs(value) / technology.fingers_per_unit * technology.unit_current_a,
    )


def fan_in(layer: Layer, unit: int, technology: Technology, *, source: str, sink: str, path: str) -> Fan:
    """Mirror outputs for the weights and the bias of ``unit``: positive ones into the node ``source``, negative
    ones out of the node ``sink``. ``path`` is the unit's element path inside the layer."""
    lines: list[str] = []
    instances: list[Instance] = []
    components: list[Component] = []
    currents = [(f"weight[{unit},{j}]", int(w), f"w{j}", f"n{j}", f"p{j}") for j, w in enumerate(layer["weight"][unit])]
    currents.append((f"bias[{unit}]", int(layer["bias"][unit]), "bias", "vbn", "vbp"))
    for parameter, value, name, negative, positive in currents:
        components.append(component(f"{layer.name}.{parameter}", value, f"{path}.x{name}.m1", technology))
        if value == 0:
            continue
        line = positive if value > 0 else negative
        lines.append(line)
        instances.append(
            Instance(
                name=name,
                nodes=(line, source, "vdd") if value > 0 else (line, sink),
                subcircuit="positive_weight" if value > 0 else "negative_weight",
                parameters={"fingers": abs(value)},
            )
        )
    values = [value for _, value, *_ in currents]
    return Fan(
        lines=tuple(line for line in lines if line not in ("vbn", "vbp")),
        instances=tuple(instances),
        components=tuple(components),
        positive_fingers=sum(value for value in values if value > 0),
        negative_fingers=-sum(value for value in values if value < 0),
    )
