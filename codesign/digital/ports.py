"""``ports.json``: what a testbench has to know of a generated design, as plain data."""

from typing import Any

from amaranth.lib import data

from codesign.digital.design import NetworkDesign

__all__ = ["PORTS_VERSION", "fields", "inside", "ports"]

PORTS_VERSION = 2


def ports(design: NetworkDesign) -> dict[str, Any]:
    """The streams and the states of ``design``.

    A field of a payload has ``offset`` (from the lowest bit), ``width``, ``signed``, and ``count`` where it is an
    array. A layer has ``instance``, the path below the top module to the module whose registers are its states. Its
    units are dealt with in ``groups`` of ``lanes`` units: each state is a register of ``lanes`` values of ``width``
    bits, the group's first unit in the lowest bits, to be read when the register ``strobe`` of the same module is 1
    before a rising edge of the clock, which it is once per group and step, in order. Lanes past the last unit hold
    nothing.
    ``folded_steps`` leading steps of every sample, which are always black, are not played: the reset states stand for
    them.
    """
    network = design.network
    layers = []
    for layer in network.layers:
        found = design.layers[layer.name]
        layers.append(
            {
                "name": layer.name,
                "kind": layer.kind,
                "instance": [design.instance(layer.name), "units"],
                "strobe": "group_done",
                "units": layer.outputs,
                "groups": found.groups.count,
                "lanes": found.groups.lanes,
                "states": {
                    name: {"register": name, "width": state.range.width, "signed": state.range.signed}
                    for name, state in found.states.items()
                },
            }
        )
    return {
        "format": "codesign-ports",
        "version": PORTS_VERSION,
        "top": design.name,
        "model": network.name,
        "model_hash": network.hash,
        "options": design.options.json(),
        "folded_steps": design.folded_steps,
        "clock": "clk",
        "reset": "rst",
        "input": {
            "stream": "input",
            "signal": design.source.signal,
            "inputs": design.source.size,
            "lanes": design.source.lanes,
            "width": design.source.layout.size,
            "fields": fields(design.source.layout),
        },
        "output": {
            "stream": "output",
            "width": design.output.payload.shape().size,
            "fields": fields(design.output.payload.shape()),
        },
        "classes": list(network.classes),
        "layers": layers,
    }


def fields(layout: data.Layout) -> dict[str, dict[str, Any]]:
    """The fields of a payload, by name."""
    found: dict[str, dict[str, Any]] = {}
    for name, entry in layout:
        shape, count = entry.shape, {}
        if isinstance(shape, data.ArrayLayout):
            count, shape = {"count": shape.length}, shape.elem_shape
        if isinstance(shape, int):
            found[name] = {"offset": entry.offset, "width": shape, "signed": False}
        else:
            found[name] = {"offset": entry.offset, "width": shape.width, "signed": shape.signed, **count}
    return found


def inside(layers: list[dict[str, Any]], instance: str) -> list[dict[str, Any]]:
    """The ``layers`` of a design that is the instance ``instance`` of another top module."""
    return [{**layer, "instance": [instance, *layer["instance"]]} for layer in layers]
