"""From a network to a circuit: every learned parameter becomes the fingers of one named transistor.

The chip is a chain: input ports, a layer, input ports, the next layer, ..., the decision. What is inside a layer is its
cell's own matter (``codesign/cells/<kind>/circuit.py``), what is behind the last one that of
:mod:`codesign.analog.decisions`.
"""

from dataclasses import replace

from codesign import cells
from codesign.analog.decisions import variant
from codesign.analog.devices import TOP
from codesign.analog.netlist import Circuit, Component, Instance, LayerCircuit, Probe, Subcircuit
from codesign.analog.technology import Technology
from codesign.errors import InputError
from codesign.network import Layer, Network

__all__ = ["RAILS", "SUPPLIES", "layer_subcircuit", "map_network"]

RAILS = ("vbn", "vbp", "vcn", "vcp", "rst", "vdd", "vddm")
"""Bias gate lines, reset and supplies, as they run through every layer and unit."""

SUPPLIES = {
    "vdd": "feed-forward part: input ports, weights, skip connections",
    "vddm": "memory cells",
    "vddr": "reference and bias",
    "vddo": "decision",
}
"""All of one voltage, on pins of their own so that what each part draws can be measured."""


def layer_subcircuit(layer: Layer, instances: tuple[Instance, ...], *, sinks: bool) -> Subcircuit:
    """The subcircuit of a layer around its units' ``instances``, with the ports that :class:`LayerCircuit` names."""
    lines = [f"{sign}{j}" for j in range(layer.inputs) for sign in "np"]
    outputs = [f"o{k}" for k in range(layer.outputs)]
    outputs += [f"s{k}" for k in range(layer.outputs)] if sinks else []
    return Subcircuit(
        name=layer.name,
        ports=(*lines, *outputs, *RAILS),
        instances=instances,
        comment=f"layer {layer.name} ({layer.kind}): {layer.inputs} inputs, {layer.outputs} outputs",
    )


def map_network(network: Network, technology: Technology) -> Circuit:
    """The chip. Whether it works is for :func:`codesign.analog.rules.require` to say, which comes first.

    Raises InputError where a layer has no circuit, where names clash, and where the decision on the chip cannot be
    built.
    """
    circuits: list[LayerCircuit] = [
        cells.part(layer.kind, "circuit").build(layer, technology) for layer in network.layers
    ]
    taken = {"network", *technology.library()}
    subcircuits: list[Subcircuit] = []
    instances = [
        Instance(name="reference", nodes=("vbn", "vddr"), subcircuit="reference"),
        Instance(name="bias", nodes=("vbn", "vbp", "vcn", "vcp", "vddr"), subcircuit="bias"),
    ]
    components: list[Component] = []
    probes: dict[str, tuple[Probe, ...]] = {}
    inputs = tuple(f"i{j}" for j in range(network.inputs))
    signals = inputs
    ending = variant(technology.choice["decision"]).build(network, technology)
    gate_lines: dict[str, tuple[str, ...]] = {}
    """Of each layer whose outputs went into ports: the gate line p of every output."""
    for position, layer in enumerate(network.layers):
        last = position == len(network.layers) - 1
        built = circuits[position]
        _check_names(layer, built, taken)
        lines = tuple(f"{layer.name}_p{j}" for j in range(layer.inputs))
        instances.extend(
            Instance(name=f"port_{layer.name}_{j}", nodes=(signal, line, "vcn", "vdd"), subcircuit="input_port")
            for j, (signal, line) in enumerate(zip(signals, lines, strict=True))
        )
        if position:
            gate_lines[network.layers[position - 1].name] = lines
        nodes = tuple(f"{layer.name}_o{k}" for k in range(layer.outputs))
        sources, sinks = (ending.sources, ending.sinks) if last else (nodes, nodes)
        gates = [node for pair in zip(signals, lines, strict=True) for node in pair]
        signals = sources
        if layer.skip:
            added, sources, sinks = _skip(layer, built, gate_lines[layer.skip], sources, sinks, technology)
            instances.extend(added)
        ends = sources if built.output == "sourced" else (*sources, *sinks)
        instances.append(Instance(name=layer.name, nodes=(*gates, *ends, *RAILS), subcircuit=layer.name))
        path = f"{TOP}.x{layer.name}."
        subcircuits.extend(built.subcircuits)
        components.extend(replace(c, element=path + c.element if c.element else "") for c in built.components)
        probes[layer.name] = tuple(
            replace(p, element=path + p.element, sum_node=path + p.sum_node) for p in built.probes
        )
    supplies = tuple(name for name in SUPPLIES if name != "vddo" or ending.instances)
    top = Subcircuit(
        name="network",
        ports=(*inputs, *ending.outputs, "rst", *supplies),
        instances=(*instances, *ending.instances),
        comment="the chip: inputs, outputs, reset, supplies",
    )
    return Circuit(
        subcircuits=tuple(subcircuits),
        top=top,
        components=tuple(components),
        probes=probes,
        inputs=inputs,
        outputs=ending.outputs,
        supplies=supplies,
        decision=technology.choice["decision"],
        rule=network.decision.kind,
        watched=ending.watched,
        full_scale=ending.full_scale,
    )


def _check_names(layer: Layer, built: LayerCircuit, taken: set[str]) -> None:
    names = {item.name for item in built.subcircuits}
    if taken & names:
        raise InputError(
            f"layer {layer.name!r} would need a second subcircuit {min(taken & names)!r}, a name that the cell "
            "library or another layer has; rename the layer"
        )
    taken |= names


def _skip(
    layer: Layer,
    built: LayerCircuit,
    lines: tuple[str, ...],
    sources: tuple[str, ...],
    sinks: tuple[str, ...],
    technology: Technology,
) -> tuple[list[Instance], tuple[str, ...], tuple[str, ...]]:
    """What adds the currents behind the gate ``lines`` to the nodes ``sources``, and the nodes that the layer's own
    currents flow into and out of.

    A rectified layer is rectified by a port of its own first: behind the sum it would be too late.
    """
    if built.output == "rectified":
        own = tuple(f"{layer.name}_r{k}" for k in range(layer.outputs))
        added = [
            Instance(name=f"skip_{layer.name}_{k}", nodes=(*nodes, "vcn", "vcp", "vdd"), subcircuit="skip_connection")
            for k, nodes in enumerate(zip(own, lines, sources, strict=True))
        ]
        return added, own, own
    added = [
        Instance(
            name=f"skip_{layer.name}_{k}",
            nodes=(line, node, "vdd"),
            subcircuit="positive_weight",
            parameters={"fingers": technology.fingers_per_unit},
        )
        for k, (line, node) in enumerate(zip(lines, sources, strict=True))
    ]
    return added, sources, sinks
