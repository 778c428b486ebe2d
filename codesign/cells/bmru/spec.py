"""Tensors of a BMRU layer. Its signals are currents of both signs, so there is no transistor circuit for it."""

from collections.abc import Mapping

from codesign.cells.spec import AttributeSpec, CellSpec, TensorSpec

__all__ = ["SPEC", "TENSORS"]

_WEIGHT, _BIAS = 256, 32767
"""Largest magnitudes: 9 bits and a sign for what is multiplied, 16 bits for what is only added."""

TENSORS: Mapping[str, TensorSpec] = {
    "weight": TensorSpec(
        shape=("outputs", "inputs"), minimum=-_WEIGHT, maximum=_WEIGHT, meaning="weight of the candidate, W_c"
    ),
    "bias": TensorSpec(shape=("outputs",), minimum=-_BIAS, maximum=_BIAS, meaning="bias of the candidate, b_c"),
    "threshold_weight": TensorSpec(
        shape=("outputs", "inputs"), minimum=-_WEIGHT, maximum=_WEIGHT, meaning="weight of the threshold, W_beta"
    ),
    "threshold_bias": TensorSpec(
        shape=("outputs",), minimum=-_BIAS, maximum=_BIAS, meaning="bias of the threshold, b_beta"
    ),
    "gain": TensorSpec(
        shape=("outputs",), minimum=-_WEIGHT, maximum=_WEIGHT, meaning="output of the state 1, alpha; of either sign"
    ),
}
"""Of every cell that writes where its candidate reaches its threshold."""

SPEC = CellSpec(
    kind="bmru",
    title="bistable memory recurrent unit",
    source="arXiv 2601.09495",
    takes="current",
    gives="current",
    states=("state",),
    tensors=TENSORS,
    attributes={
        "initial_state": AttributeSpec(minimum=-1, maximum=1, default=0, meaning="state before the first step")
    },
)
