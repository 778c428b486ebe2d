"""Tensors of an FQ-BMRU layer, in fingers: 8 fingers are a weight of 1.0 or one unit current."""

from codesign.cells.spec import CellSpec, TensorSpec

__all__ = ["SPEC"]

SPEC = CellSpec(
    kind="fq_bmru",
    title="first-quadrant bistable memory recurrent unit",
    source="arXiv 2605.15216",
    takes="current",
    gives="current",
    states=("state",),
    tensors={
        "weight": TensorSpec(shape=("outputs", "inputs"), minimum=-32, maximum=32, meaning="input weight"),
        "bias": TensorSpec(shape=("outputs",), minimum=-32, maximum=32, meaning="bias current"),
        "threshold": TensorSpec(shape=("outputs",), minimum=1, maximum=32, meaning="lower threshold beta_lo"),
        "width": TensorSpec(shape=("outputs",), minimum=1, maximum=32, meaning="hysteresis width beta_hi - beta_lo"),
        "gain": TensorSpec(
            shape=("outputs",), minimum=1, maximum=32, meaning="output current of the high state, alpha"
        ),
    },
)
