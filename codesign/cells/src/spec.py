"""Tensors and attributes of an SRC layer. 1024 stands for 1.0."""

from codesign.cells.spec import AttributeSpec, CellSpec, TensorSpec

__all__ = ["SPEC"]

SPEC = CellSpec(
    kind="src",
    title="spiking recurrent cell",
    source="arXiv 2306.03623, integer form arXiv 2605.10679",
    takes="spike",
    gives="spike",
    states=("i", "h", "hs"),
    tensors={
        "weight": TensorSpec(shape=("outputs", "inputs"), minimum=-256, maximum=256, meaning="synaptic weight"),
    },
    attributes={
        "z_max": AttributeSpec(minimum=0, maximum=1024, default=900, meaning="slow-state factor while h < 500"),
        "z_min": AttributeSpec(minimum=0, maximum=1024, default=100, meaning="slow-state factor from h = 500"),
        "initial_h": AttributeSpec(minimum=-1024, maximum=1023, default=0, meaning="h after reset"),
        "initial_hs": AttributeSpec(minimum=-800, maximum=1023, default=0, meaning="hs after reset"),
    },
)
