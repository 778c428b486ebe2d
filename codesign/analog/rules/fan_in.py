"""Not more weights meet at a node than the models were tried with."""

from collections.abc import Iterator

from codesign.analog.rules import Design, Finding

__all__ = ["MAPPED", "REMEDY", "check"]

REMEDY = "train with sparser weights or a narrower layer"
MAPPED = False


def check(design: Design) -> Iterator[Finding]:
    """Of every unit the weights that are not 0."""
    for node in design.nodes():
        yield Finding(
            subject=node.subject, found=node.weights, limit=design.technology.rules.largest_fan_in, unit="weights"
        )
