"""Tensors and attributes of a layer of leaky integrate-and-fire neurons."""

from codesign.cells.spec import AttributeSpec, CellSpec, TensorSpec

__all__ = ["SPEC"]

_FACTOR = 1 << 16
_LEVEL = (1 << 31) - 1

SPEC = CellSpec(
    kind="lif",
    title="leaky integrate-and-fire neuron",
    source="neuromorphic intermediate representation, arXiv 2311.14641 (LIF, CubaLIF, IF)",
    takes="spike",
    gives="spike",
    states=("i", "v", "s"),
    tensors={
        "weight": TensorSpec(
            shape=("outputs", "inputs"), minimum=-32768, maximum=32767, meaning="synaptic weight: its scale is that of "
            "the sums; one step of i and v is 2^-fraction of it"
        ),
        "bias": TensorSpec(
            shape=("outputs",), minimum=-_LEVEL, maximum=_LEVEL, meaning="added to the sum of each step"
        ),
        "decay": TensorSpec(
            shape=("outputs",), minimum=0, maximum=_FACTOR, meaning="factor of v per step: its scale is 2^-k, at most 1"
        ),
        "current_decay": TensorSpec(
            shape=("outputs",), minimum=0, maximum=_FACTOR, meaning="factor of i per step, of a scale of 2^-k, at most "
            "1; 0 for all units: no synaptic current"
        ),
        "threshold": TensorSpec(shape=("outputs",), minimum=1, maximum=_LEVEL, meaning="v that makes a spike"),
        "reset": TensorSpec(shape=("outputs",), minimum=-_LEVEL, maximum=_LEVEL, meaning="v after a spike, reset_by 0"),
    },
    attributes={
        "fraction": AttributeSpec(minimum=0, maximum=24, default=0, meaning="bits of i and v below one step of a sum"),
        "bits": AttributeSpec(minimum=2, maximum=40, default=32, meaning="bits of i and v, at which they saturate"),
        "reset_by": AttributeSpec(
            minimum=0, maximum=2, default=0, meaning="after a spike: 0 v is set to reset; the threshold is "
            "subtracted 1 before the decay, 2 after it"
        ),
        "strict": AttributeSpec(minimum=0, maximum=1, default=0, meaning="1: a spike is v > threshold; 0: v >= it"),
    },
)  # fmt: skip
