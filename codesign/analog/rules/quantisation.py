"""A step of a parameter is one finger.

A tensor has as many steps per unit as the technology has fingers per unit current; nothing is rounded on the way.
"""

from collections.abc import Iterator

from codesign.analog.rules import Design, Finding

__all__ = ["MAPPED", "REMEDY", "check"]

REMEDY = "train it with that quantisation"

MAPPED = False


def check(design: Design) -> Iterator[Finding]:
    """Of every tensor how far its steps per unit are from the fingers per unit, in either direction."""
    fingers = design.technology.fingers_per_unit
    for layer in design.network.layers:
        for name, tensor in layer.tensors.items():
            yield Finding(
                subject=f"layer {layer.name}, tensor {name}",
                found=abs(float(1 / tensor.quantisation.scale) - fingers),
                limit=0,
                unit=f"steps per unit away from {fingers}",
            )
