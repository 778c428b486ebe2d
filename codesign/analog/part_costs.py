"""What each part of the chip costs: a layer with its input ports and skip connections, and what is of no layer.

Transistors and area are counted in the netlist; power is predicted (:mod:`codesign.analog.power`), since a simulated
chip has one pin per kind of block, not per layer.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from numpy import integer
from numpy.typing import NDArray

from codesign.analog.devices import Device, flatten
from codesign.analog.netlist import Circuit
from codesign.analog.power import predict
from codesign.analog.technology import Technology
from codesign.network import Network
from codesign.twin import NetworkTrace

__all__ = ["DECISION", "REFERENCE", "PartCost", "part_costs"]

REFERENCE, DECISION = "reference and bias", "decision"
"""Parts that belong to no layer."""
_REFERENCE_BLOCKS = ("reference", "bias")


@dataclass(frozen=True, kw_only=True)
class PartCost:
    """Of one part: ``area_m2`` as laid out (:mod:`codesign.analog.area`), ``power_w`` the predicted mean."""

    part: str
    transistors: int
    area_m2: float
    power_w: float


def part_costs(
    network: Network,
    circuit: Circuit,
    technology: Technology,
    inputs: NDArray[integer],
    *,
    trace: NetworkTrace | None = None,
) -> tuple[PartCost, ...]:
    """The layers in their order, then :data:`REFERENCE` and :data:`DECISION`; together they are the whole chip.

    ``inputs`` (samples, steps, inputs) are those that the power is predicted for; ``trace`` is the twin's on them.
    """
    owners = _owners(network, circuit)
    devices: dict[str, list[Device]] = {layer.name: [] for layer in network.layers}
    devices |= {REFERENCE: [], DECISION: []}
    for device in flatten(circuit, technology):
        devices[owners[device.path.split(".")[1]]].append(device)
    power = predict(network, inputs, technology, trace=trace)
    watts = {
        name: power.watts_per_unit * float(sum(values.mean() for values in currents.values()))
        for name, currents in power.layers.items()
    }
    watts |= {REFERENCE: power.mean_w("vddr"), DECISION: power.mean_w("vddo")}
    return tuple(
        PartCost(
            part=part,
            transistors=sum(device.kind == "m" for device in found),
            area_m2=_area_m2(found, technology),
            power_w=watts[part],
        )
        for part, found in devices.items()
        if found
    )


def _area_m2(devices: list[Device], technology: Technology) -> float:
    gates = sum(device.gate_area_m2 for device in devices)
    capacitors = sum(device.value for device in devices if device.kind == "c")
    return gates * technology.layout_factor + capacitors / technology.rules.capacitance_f_m2


def _owners(network: Network, circuit: Circuit) -> Mapping[str, str]:
    """Instance of the chip, as in a path -> the part that it is of."""
    owners = {f"x{instance.name}": DECISION for instance in circuit.top.instances}
    owners |= {
        f"x{instance.name}": REFERENCE for instance in circuit.top.instances if instance.name in _REFERENCE_BLOCKS
    }
    for layer in network.layers:
        owners[f"x{layer.name}"] = layer.name
        owners |= {f"xport_{layer.name}_{j}": layer.name for j in range(layer.inputs)}
        owners |= {f"xskip_{layer.name}_{k}": layer.name for k in range(layer.outputs)}
    return owners
