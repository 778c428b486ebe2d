"""Tensors and attributes of an SRC layer in its full form. 1024 stands for 1.0."""

from codesign.cells.spec import AttributeSpec, CellSpec, TensorSpec

__all__ = ["SPEC"]

SPEC = CellSpec(
    kind="src_full",
    title="spiking recurrent cell, full form",
    source="arXiv 2306.03623",
    takes="spike",
    gives="spike",
    states=("i", "h", "hs"),
    tensors={
        "weight": TensorSpec(shape=("outputs", "inputs"), minimum=-256, maximum=256, meaning="synaptic weight"),
    },
    attributes={
        "weight_shift": AttributeSpec(
            minimum=0, maximum=9, default=6, meaning="one step of a weight, and of i, is 2^weight_shift / 1024"
        ),
        "rho": AttributeSpec(minimum=1024, maximum=4095, default=3072, meaning="largest drive of a neuron, in 1/1024"),
        "bias": AttributeSpec(
            minimum=-16384, maximum=-4096, default=-6144, meaning="b, added inside of the outer tanh, in 1/1024"
        ),
        "z_hyp": AttributeSpec(minimum=0, maximum=1024, default=922, meaning="slow-state factor at low h, in 1/1024"),
        "z_dep": AttributeSpec(minimum=0, maximum=1024, default=0, meaning="slow-state factor at high h, in 1/1024"),
        "largest_error": AttributeSpec(
            minimum=1, maximum=64, default=16, meaning="of rho tanh(i / rho), of tanh and of z, in 1/1024"
        ),
        "initial_h": AttributeSpec(minimum=-1024, maximum=1023, default=0, meaning="h after reset"),
        "initial_hs": AttributeSpec(minimum=-1024, maximum=1023, default=0, meaning="hs after reset"),
    },
)
