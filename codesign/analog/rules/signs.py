"""A current that flows into an input port has one sign, and the last one's may have both.

An input port is a diode: a negative current into it would be lost. Behind the last layer there is no port that would
rectify.
"""

from collections.abc import Iterator

from codesign import cells
from codesign.analog.netlist import LayerCircuit
from codesign.analog.rules import Design, Finding

__all__ = ["MAPPED", "REMEDY", "check"]

REMEDY = "train every linear layer with relu: 1 but the last one, and that with relu: 0"

MAPPED = False


def check(design: Design) -> Iterator[Finding]:
    """Of every layer how many of its outputs have the wrong sign."""
    last = design.network.layers[-1]
    for layer in design.network.layers:
        built: LayerCircuit = cells.part(layer.kind, "circuit").build(layer, design.technology)
        wrong = built.output == ("rectified" if layer is last else "signed")
        what = "rectified at the end" if layer is last else "of both signs in the middle"
        yield Finding(
            subject=f"layer {layer.name}", found=layer.outputs if wrong else 0, limit=0, unit=f"outputs {what}"
        )
