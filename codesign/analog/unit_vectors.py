"""What ngspice has to save of one unit: the current of every weight's transistor, the nodes of its cell, its output."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from codesign.analog.devices import TOP, Device
from codesign.analog.netlist import Circuit
from codesign.analog.testbench import probe_vector

__all__ = ["UnitVectors", "WeightVector", "unit_vectors"]

_GROUND = "0"


@dataclass(frozen=True, kw_only=True)
class WeightVector:
    """The current of one weight (``input`` is the number of the layer's input) or of the bias (``input`` None)."""

    parameter: str
    input: int | None
    value: int
    """Fingers that it should have, negative where they should sink."""
    sign: int
    """1 where the netlist sources the current, -1 where it sinks it."""
    vector: str


@dataclass(frozen=True, kw_only=True)
class UnitVectors:
    """Names as ngspice has them. ``inputs`` are the currents into the layer's ports, one of each input."""

    inputs: tuple[str, ...]
    weights: tuple[WeightVector, ...]
    nodes: Mapping[str, str]
    """Voltages inside of the unit that gate a transistor, by the node's name within the unit: they decide."""
    output: str
    """What the memory cell's state is read from, its output current; empty: the unit has none."""
    level: float
    """The magnitude of the output above which the state is 1."""
    sum_node: str
    """Where the currents of the weights meet, in the cell or in front of a port, if it can run to one side; else empty:
    what takes them is then of the only sign that they have."""
    reset: str = "v(rst)"

    @property
    def drive(self) -> tuple[str, ...]:
        """What the unit gets: inputs and weights."""
        return tuple(dict.fromkeys([*self.inputs, *(weight.vector for weight in self.weights)]))

    @property
    def all(self) -> tuple[str, ...]:
        """Every vector, each once."""
        output = (self.output,) if self.output else ()
        return tuple(dict.fromkeys([*self.drive, *self.nodes.values(), *output, self.reset]))


def unit_vectors(circuit: Circuit, devices: Sequence[Device], layer: str, unit: int, *, inputs: int) -> UnitVectors:
    """The vectors of ``unit`` of ``layer``, which has so many ``inputs``, in the chip that ``devices`` are all of.

    A weight whose transistor is not there (any more) is left out, and so is a port's.
    """
    there = {device.path: device for device in devices}
    inside = f"{TOP}.x{layer}.xu{unit}."
    weights = []
    for component in circuit.components:
        number = _input_of(component.parameter, layer, unit)
        if component.element in there and number is not _OTHER:
            weights.append(
                WeightVector(
                    parameter=component.parameter,
                    input=number,
                    value=component.value,
                    sign=1 if there[component.element].nodes[2] in circuit.supplies else -1,
                    vector=probe_vector(component.element),
                )
            )
    gates = (device.nodes[1] for device in devices if device.kind == "m" and device.path.startswith(inside))
    nodes = {node.removeprefix(inside): f"v({node})" for node in gates if node.startswith(inside)}
    ports = (f"{TOP}.xport_{layer}_{number}.mdiode" for number in range(inputs))
    probe = next((probe for probe in circuit.probes[layer] if probe.unit == unit), None)
    sinks = [there[weight.vector.removeprefix("@m.").removesuffix("[id]")] for weight in weights if weight.sign < 0]
    return UnitVectors(
        inputs=tuple(probe_vector(port) for port in ports if port in there),
        weights=tuple(weights),
        nodes=nodes,
        output="" if probe is None else probe_vector(probe.element),
        level=0.0 if probe is None else probe.level_a,
        sum_node=_rectified(sinks, devices) if probe is None else probe.sum_node,
    )


def _rectified(sinks: Sequence[Device], devices: Sequence[Device]) -> str:
    """The node that ``sinks`` take currents from, if an NMOS diode hangs there: it passes no negative sum, which then
    pulls the node to ground."""
    nodes = {device.nodes[0] for device in sinks}
    diodes = (
        device.nodes[0]
        for device in devices
        if device.kind == "m" and device.nodes[0] == device.nodes[1] and device.nodes[2] == _GROUND
    )
    return next((node for node in diodes if node in nodes), "")


_OTHER = -1


def _input_of(parameter: str, layer: str, unit: int) -> int | None:
    """The input that a weight is of, None for the bias of ``unit``, _OTHER for what is neither."""
    if parameter == f"{layer}.bias[{unit}]":
        return None
    head = f"{layer}.weight[{unit},"
    return int(parameter.removeprefix(head).rstrip("]")) if parameter.startswith(head) else _OTHER
