"""Tensors of a linear layer, in fingers."""

from codesign.cells.spec import AttributeSpec, CellSpec, TensorSpec

__all__ = ["SPEC"]

SPEC = CellSpec(
    kind="linear",
    title="linear layer",
    source="arXiv 2605.15216",
    takes="current",
    gives="current",
    tensors={
        "weight": TensorSpec(shape=("outputs", "inputs"), minimum=-32, maximum=32, meaning="weight"),
        "bias": TensorSpec(shape=("outputs",), minimum=-32, maximum=32, meaning="bias current"),
    },
    attributes={
        "relu": AttributeSpec(minimum=0, maximum=1, default=0, meaning="1: negative sums become 0 (an input port)")
    },
)
