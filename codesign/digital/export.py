"""Write a network as Verilog: one folder that is complete without us."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from codesign import checkpoint
from codesign.digital.design import NetworkDesign
from codesign.digital.options import Options
from codesign.digital.ports import ports
from codesign.digital.verilog import verilog
from codesign.files import header_lines, output_folder, write_file, write_json
from codesign.network import Network

__all__ = ["export", "write_top"]


def export(network: Network, *, output: Path, options: Options | None = None) -> Path:
    """Write ``<top>.v``, ``ports.json`` and ``checkpoint.safetensors`` to the folder ``output``; the Verilog's path.

    The same network and options give the same bytes. Raises InputError where a layer has no RTL.
    """
    design = NetworkDesign(network, options)
    described = ports(design)
    return write_top(design, network=network, header=_header(design, described), described=described, output=output)


def write_top(
    design: Any, *, network: Network, header: Sequence[str], described: Mapping[str, Any], output: Path
) -> Path:
    """Write any top module around ``network`` (a component with a ``name``) as :func:`export` does."""
    text = verilog(design)
    with output_folder(output) as folder:
        comment = "\n".join(f"// {line}".rstrip() for line in header)
        write_file(folder / f"{design.name}.v", comment + "\n\n" + text)
        write_json(folder / "ports.json", described)
        # So that the twin of exactly this design can be run beside it.
        checkpoint.save(network, folder / "checkpoint.safetensors")
    return Path(output) / f"{design.name}.v"


def _header(design: NetworkDesign, described: dict[str, Any]) -> list[str]:
    network = design.network
    lines = header_lines(model=network.name, model_hash=network.hash, configuration=design.options.json(), seed=None)
    lines += ["", f"{design.name}: clk, synchronous reset rst (active high), and two streams."]
    lines += ["An item moves at a rising edge of clk at which valid and ready are both 1."]
    for stream in ("input", "output"):
        lines += ["", f"{stream}__payload, least significant field first:"]
        for name, field in described[stream]["fields"].items():
            sign = "signed" if field["signed"] else "unsigned"
            count = f"{field['count']} x " if "count" in field else ""
            lines.append(f"  {name:<14} {count}{field['width']} bits {sign}, from bit {field['offset']}")
    lines += [
        "",
        *_input(design),
        "end_of_step and end_of_sample close the step and the sample after it. A sample without steps is one item with",
        "end_of_sample alone.",
        f"Output: one item per sample; decision is one of {json.dumps(list(network.classes))}.",
        "Layers, as instances of their names: "
        + ", ".join(f"{layer.name} ({layer.kind}, {layer.inputs} to {layer.outputs})" for layer in network.layers),
        *_skips(design),
        "The states of a layer are registers of <layer>.units; they show one group of units after the other, each",
        "while group_done of that module is 1: "
        + ", ".join(f"{name} {found.groups.count} x {found.groups.lanes}" for name, found in design.layers.items()),
    ]
    return lines


def _input(design: NetworkDesign) -> list[str]:
    source, left_out = design.source, design.folded_steps
    if source.signal != "spike":
        return ["Input: an item with present = 1 carries the value of the next input;"]
    lines = []
    if left_out:
        lines = [
            f"Left out of every sample: its first {left_out} steps, which are always black; the reset stands for them."
        ]
    lanes = source.lanes
    number = "address[b]" if lanes == 1 else f"address[b] x {lanes} + b"
    return [*lines, f"Input: an item with spike[b] = 1 carries a spike of input {number}, for each b below {lanes};"]


def _skips(design: NetworkDesign) -> list[str]:
    ends = [layer for layer in design.network.layers if layer.skip]
    named = ", ".join(f"{design.skip_instance(layer.name)} (adds {layer.skip})" for layer in ends)
    return [f"Skip connections, as instances: {named}"] if ends else []
