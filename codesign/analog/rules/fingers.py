"""A parameter needs no more fingers than the technology allows.

A transistor of many fingers loads its gate line and its node, and the mirror ratio grows with it.
"""

from collections.abc import Iterator

from codesign.analog.rules import Design, Finding

__all__ = ["MAPPED", "REMEDY", "check"]

REMEDY = "train with fewer bits, or scale the layer down"

MAPPED = False


def check(design: Design) -> Iterator[Finding]:
    """The largest magnitude of every tensor."""
    for layer in design.network.layers:
        for name, tensor in layer.tensors.items():
            yield Finding(
                subject=f"layer {layer.name}, tensor {name}",
                found=float(abs(tensor.values).max()),
                limit=design.technology.largest_fingers,
                unit="fingers",
            )
