"""Write a network as Verilog or VHDL: one folder that is complete without us."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from codesign import checkpoint
from codesign.digital.design import NetworkDesign
from codesign.digital.options import Options
from codesign.digital.ports import ports
from codesign.digital.verilog import verilog
from codesign.digital.vhdl import vhdl
from codesign.errors import InputError, nearest
from codesign.files import header_lines, output_folder, write_file, write_json
from codesign.network import Network

__all__ = ["LANGUAGES", "Language", "export", "write_top"]


@dataclass(frozen=True, kw_only=True)
class Language:
    """A language that designs are written in."""

    suffix: str
    comment: str
    written: Callable[[Any, Mapping[str, Any]], tuple[str, Mapping[str, Any]]]
    """The text of a design and what its ``ports.json`` then says, from what that says of the Verilog."""


def _as_verilog(design: Any, described: Mapping[str, Any]) -> tuple[str, Mapping[str, Any]]:
    return verilog(design), described


def _as_vhdl(design: Any, described: Mapping[str, Any]) -> tuple[str, Mapping[str, Any]]:
    made = vhdl(design)
    return made.text, made.described(described)


LANGUAGES: Mapping[str, Language] = {
    "verilog": Language(suffix="v", comment="//", written=_as_verilog),
    "vhdl": Language(suffix="vhd", comment="--", written=_as_vhdl),
}


def export(network: Network, *, output: Path, options: Options | None = None, language: str = "verilog") -> Path:
    """Write ``<top>.v`` or ``<top>.vhd``, ``ports.json`` and ``checkpoint.safetensors`` to the folder ``output``.

    Gives the path of the first one. The same network and options give the same bytes. Raises InputError where a layer
    has no RTL, and for an unknown ``language``.
    """
    if language not in LANGUAGES:
        raise InputError(f"unknown language {language!r}; {nearest(language, LANGUAGES)}")
    design = NetworkDesign(network, options)
    text, described = LANGUAGES[language].written(design, ports(design))
    return _write(text, LANGUAGES[language], network, _header(design, described), described, output)


def write_top(
    design: Any,
    *,
    network: Network,
    header: Sequence[str],
    described: Mapping[str, Any],
    output: Path,
    language: str = "verilog",
) -> Path:
    """Write any top module around ``network`` (a component with a ``name``) as :func:`export` does."""
    if language not in LANGUAGES:
        raise InputError(f"unknown language {language!r}; {nearest(language, LANGUAGES)}")
    text, complete = LANGUAGES[language].written(design, {**described, "top": design.name})
    return _write(text, LANGUAGES[language], network, header, complete, output)


def _write(
    text: str, language: Language, network: Network, header: Sequence[str], described: Mapping[str, Any], output: Path
) -> Path:
    name = f"{described['top']}.{language.suffix}"
    with output_folder(output) as folder:
        comment = "\n".join(f"{language.comment} {line}".rstrip() for line in header)
        write_file(folder / name, comment + "\n\n" + text)
        write_json(folder / "ports.json", described)
        # So that the twin of exactly this design can be run beside it.
        checkpoint.save(network, folder / "checkpoint.safetensors")
    return Path(output) / name


def _header(design: NetworkDesign, described: Mapping[str, Any]) -> list[str]:
    network = design.network
    names = described.get("names", {})
    lines = header_lines(model=network.name, model_hash=network.hash, configuration=design.options.json(), seed=None)
    lines += ["", f"{described['top']}: clk, synchronous reset rst (active high), and two streams."]
    lines += ["An item moves at a rising edge of clk at which valid and ready are both 1."]
    for stream in ("input", "output"):
        payload = f"{stream}__payload"
        lines += ["", f"{names.get(payload, payload)}, least significant field first:"]
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
        f"The states of a layer are registers of <layer>.{described['layers'][0]['instance'][-1]}; they show one group "
        "of units after the other, each",
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
