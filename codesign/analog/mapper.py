"""From a network to a circuit: every learned parameter becomes the fingers of one named transistor.

The chip is a chain: input ports, a layer, input ports, the next layer, ..., the last layer's current outputs.
What is inside a layer is its cell's own matter (``codesign/cells/<kind>/circuit.py``).
"""

from dataclasses import replace

from codesign import cells
from codesign.analog.netlist import Circuit, Component, Instance, LayerCircuit, Probe, Subcircuit
from codesign.analog.technology import Technology
from codesign.errors import InputError
from codesign.network import Layer, Network

__all__ = ["RAILS", "layer_subcircuit", "map_network"]

RAILS = ("vbn", "vbp", "vcn", "vcp", "rst", "vdd")
"""Bias gate lines, reset and supply, as they run through every layer and unit."""

_BIAS_PORTS = ("vbn", "vbp", "vcn", "vcp", "vdd")


def layer_subcircuit(layer: Layer, instances: tuple[Instance, ...]) -> Subcircuit:
    """The subcircuit of a layer around its units' ``instances``, with the ports that the chain expects."""
    lines = [f"{sign}{j}" for j in range(layer.inputs) for sign in "np"]
    outputs = [f"o{k}" for k in range(layer.outputs)]
    return Subcircuit(
        name=layer.name,
        ports=(*lines, *outputs, *RAILS),
        instances=instances,
        comment=f"layer {layer.name} ({layer.kind}): {layer.inputs} inputs, {layer.outputs} outputs",
    )


def map_network(network: Network, technology: Technology) -> Circuit:
    """Raises InputError where a layer has no circuit or a parameter does not fit the technology."""
    taken = {"network", *technology.library()}
    subcircuits: list[Subcircuit] = []
    instances = [Instance(name="bias", nodes=_BIAS_PORTS, subcircuit="bias")]
    components: list[Component] = []
    probes: dict[str, tuple[Probe, ...]] = {}
    signals = [f"i{j}" for j in range(network.inputs)]
    for position, layer in enumerate(network.layers):
        last = position == len(network.layers) - 1
        built: LayerCircuit = cells.part(layer.kind, "circuit").build(layer, technology)
        names = {item.name for item in built.subcircuits}
        if taken & names:
            raise InputError(
                f"layer {layer.name!r} would need a second subcircuit {min(taken & names)!r}, a name that the cell "
                "library or another layer has; rename the layer"
            )
        taken |= names
        if built.two_signed and not last:
            raise InputError(
                f"layer {layer.name!r} ({layer.kind}) gives currents of both signs in the middle of the network, but "
                "an input port takes one sign; train it with relu: 1"
            )
        subcircuits.extend(built.subcircuits)
        instances.extend(
            Instance(
                name=f"port_{layer.name}_{j}",
                nodes=(signal, f"{layer.name}_p{j}", "vcn", "vdd"),
                subcircuit="input_port",
            )
            for j, signal in enumerate(signals)
        )
        lines = [node for j, signal in enumerate(signals) for node in (signal, f"{layer.name}_p{j}")]
        outputs = [f"q{k}" if last else f"{layer.name}_o{k}" for k in range(layer.outputs)]
        instances.append(Instance(name=layer.name, nodes=(*lines, *outputs, *RAILS), subcircuit=layer.name))
        path = f"xnetwork.x{layer.name}."
        components.extend(replace(c, element=path + c.element if c.element else "") for c in built.components)
        probes[layer.name] = tuple(replace(p, element=path + p.element) for p in built.probes)
        signals = outputs
    inputs = [f"i{j}" for j in range(network.inputs)]
    top = Subcircuit(
        name="network",
        ports=(*inputs, *signals, "vbn", "rst", "vdd"),
        instances=tuple(instances),
        comment="the chip: inputs, outputs, reference current into vbn, reset, supply",
    )
    return Circuit(
        subcircuits=tuple(subcircuits),
        top=top,
        components=tuple(components),
        probes=probes,
        inputs=network.inputs,
        outputs=len(signals),
    )
