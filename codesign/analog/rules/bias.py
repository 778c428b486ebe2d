"""A bias does not set a memory cell by itself.

A unit that is set whatever comes in could never be reset by its inputs.
"""

from collections.abc import Iterator

from codesign.analog.rules import Design, Finding

__all__ = ["MAPPED", "REMEDY", "check"]

REMEDY = "train with a bias below threshold + width"
MAPPED = False


def check(design: Design) -> Iterator[Finding]:
    """Of every memory cell the bias against the threshold that sets it."""
    for layer in design.memory_layers:
        for unit in range(layer.outputs):
            yield Finding(
                subject=f"layer {layer.name}, unit {unit}",
                found=int(layer["bias"][unit]),
                limit=int(layer["threshold"][unit] + layer["width"][unit]),
                unit="fingers of bias",
                bound="below",
            )
