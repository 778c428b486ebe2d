"""Networks of leaky integrate-and-fire neurons that tests build by hand, and hypothesis strategies for random ones."""

from fractions import Fraction
from itertools import pairwise
from typing import Any

import numpy as np
from hypothesis import strategies as st
from networks import arrays, tensor

from codesign.network import Choice, Layer, Network

__all__ = ["lif_layer", "lif_network", "lif_networks"]


def lif_layer(name: str = "lif", *, weight: Any, shift: int = 4, **given: Any) -> Layer:
    """Tensors in steps: bias in those of the sum, threshold and reset in those of v, both decays in 2^-shift."""
    units, fraction = len(weight), given.get("fraction", 0)
    values = {"bias": 0, "decay": 1 << shift, "current_decay": 0, "threshold": 8, "reset": 0}
    scales = {"bias": Fraction(1, 8), "decay": Fraction(1, 1 << shift), "current_decay": Fraction(1, 1 << shift)}
    tensors = {"weight": tensor(weight, bits=16)}
    for key, default in values.items():
        tensors[key] = tensor(
            np.broadcast_to(given.pop(key, default), units), bits=32, scale=scales.get(key, Fraction(1, 8 << fraction))
        )
    return Layer(name=name, kind="lif", tensors=tensors, attributes=given)


def lif_network(layers: tuple[Layer, ...], classes: int = 2) -> Network:
    return Network(
        name="small-lif",
        task="spikes",
        classes=tuple(str(k) for k in range(classes)),
        coding=Choice(kind="spikes"),
        layers=layers,
        decision=Choice(kind="group_count"),
    )


@st.composite
def lif_networks(draw: st.DrawFn) -> Network:
    sizes = draw(st.lists(st.integers(1, 6), min_size=2, max_size=4))
    layers = []
    for index, (inputs, outputs) in enumerate(pairwise(sizes)):
        limit, shift = draw(st.sampled_from((1, 16, 32767))), draw(st.integers(0, 16))
        fraction = draw(st.integers(0, 6))
        whole = 1 << shift

        def per_unit(low: int, high: int, units: int = outputs) -> Any:
            # Half of the time one number for all, for which the RTL has logic of its own.
            return draw(st.integers(low, high)) if draw(st.booleans()) else arrays(draw, (units,), low, high)

        layers.append(
            lif_layer(
                f"layer_{index}",
                weight=arrays(draw, (outputs, inputs), -limit if draw(st.booleans()) else 0, limit),
                shift=shift,
                bias=per_unit(-limit, limit),
                decay=per_unit(0, whole) if draw(st.booleans()) else whole,
                current_decay=per_unit(0, whole) if draw(st.booleans()) else 0,
                threshold=per_unit(1, 3 * limit << fraction),
                reset=per_unit(-limit << fraction, limit << fraction),
                fraction=fraction,
                bits=draw(st.sampled_from((2, 5, 9, 16, 32, 40))),
                reset_by=draw(st.integers(0, 2)),
                strict=draw(st.integers(0, 1)),
            )
        )
    return lif_network(tuple(layers), classes=draw(st.integers(1, 5)))
