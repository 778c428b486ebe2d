"""Small networks that tests build by hand, and hypothesis strategies for random ones."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import numpy as np
from hypothesis import strategies as st

from codesign import cells
from codesign.network import Choice, Layer, Network, Quantisation, Tensor

EIGHTH = Fraction(1, 8)


def tensor(values: Any, *, bits: int = 7, scale: Fraction = EIGHTH, signed: bool = True) -> Tensor:
    return Tensor(np.asarray(values), Quantisation(bits=bits, scale=scale, signed=signed))


def fq_layer(name: str = "memory", *, weight: Any, bias: Any, threshold: Any, width: Any, gain: Any) -> Layer:
    tensors = {"weight": weight, "bias": bias, "threshold": threshold, "width": width, "gain": gain}
    return Layer(name=name, kind="fq_bmru", tensors={key: tensor(value) for key, value in tensors.items()})


def linear_layer(name: str = "readout", *, weight: Any, bias: Any, relu: int = 0) -> Layer:
    return Layer(
        name=name,
        kind="linear",
        tensors={"weight": tensor(weight), "bias": tensor(bias)},
        attributes={"relu": relu},
    )


def src_layer(name: str = "spikes", *, weight: Any, **attributes: int) -> Layer:
    weights = tensor(weight, bits=10, scale=Fraction(1, 16))
    return Layer(name=name, kind="src", tensors={"weight": weights}, attributes=attributes)


def bmru_network(layers: tuple[Layer, ...] | None = None, **changes: Any) -> Network:
    """Two inputs, three memory units, ten classes; the digits' coding of 16 levels."""
    if layers is None:
        layers = (
            fq_layer(weight=[[8, -3], [2, 16], [32, -32]], bias=[0, 1, -2], threshold=[4, 8, 2], width=[4, 1, 12],
                     gain=[8, 4, 32]),
            linear_layer(weight=np.arange(30).reshape(10, 3) % 9 - 4, bias=np.arange(10) - 5),
        )  # fmt: skip
    given: dict[str, Any] = {
        "name": "small-bmru",
        "task": "digits",
        "classes": tuple(str(k) for k in range(10)),
        "coding": Choice(kind="current_rows", parameters={"levels": 16, "steps_per_unit": 8}),
        "layers": layers,
        "decision": Choice(kind="mean_readout", parameters={"full_scale": 60}),
        "training": {"seed": 1, "accuracy_test": 0.5, "accuracy_float": "none"},
    }
    return Network(**{**given, **changes})


def rows_network() -> Network:
    """Eight inputs, two memory units: small, and fit for the digits."""
    generator = np.random.Generator(np.random.PCG64(11))
    memory = fq_layer(
        weight=generator.integers(-8, 17, size=(2, 8)), bias=[0, 2], threshold=[6, 8], width=[8, 12], gain=[8, 8]
    )
    readout = linear_layer(weight=generator.integers(-16, 17, size=(10, 2)), bias=np.arange(10) - 5)
    return bmru_network((memory, readout), name="small-rows")


def skip_network(
    rng: np.random.Generator, *, inputs: int, units: int, blocks: int, classes: int, largest: int = 32
) -> Network:
    """The published shape: linear, then blocks of a bistable and a rectified layer with a skip connection, readout."""

    def layer(name: str, kind: str, shape: tuple[int, int], skip: str = "", relu: int | None = 1) -> Layer:
        weight = rng.integers(-largest, largest + 1, shape) * rng.integers(0, 2, shape)
        tensors = {"weight": tensor(weight), "bias": tensor(rng.integers(-largest, 2, shape[0]))}
        if kind == "fq_bmru":
            tensors |= {
                name: tensor(rng.integers(1, largest + 1, shape[0]), bits=6, signed=False)
                for name in ("threshold", "width", "gain")
            }
        attributes = {} if kind == "fq_bmru" or relu is None else {"relu": relu}
        return Layer(name=name, kind=kind, tensors=tensors, attributes=attributes, skip=skip)

    layers, source = [layer("input", "linear", (units, inputs))], "input"
    for block in range(1, blocks + 1):
        # now and then a bistable layer adds something, too
        layers.append(layer(f"memory{block}", "fq_bmru", (units, units), skip=source if rng.integers(4) == 0 else ""))
        layers.append(layer(f"mix{block}", "linear", (units, units), skip=source))
        source = f"mix{block}"
    layers.append(layer("readout", "linear", (classes, units), relu=None))
    return Network(
        name="random",
        task="keyword",
        classes=tuple(f"class {k}" for k in range(classes)),
        coding=Choice(kind="current_rows", parameters={"levels": 64, "steps_per_unit": 16}),
        layers=tuple(layers),
        decision=Choice(kind="mean_readout", parameters={"full_scale": 60}),
    )


def src_network(layers: tuple[Layer, ...] | None = None, *, frames: int = 20, **changes: Any) -> Network:
    """64 inputs, 20 spiking units, ten classes; images of 8x8."""
    weights = np.random.Generator(np.random.PCG64(7)).integers(-16, 17, size=(20, 64))
    given: dict[str, Any] = {
        "name": "small-src",
        "task": "digits",
        "classes": tuple(str(k) for k in range(10)),
        "coding": Choice(kind="bernoulli", parameters={"levels": 16, "black_frames": 2, "active_frames": frames}),
        "layers": layers or (src_layer(weight=weights),),
        "decision": Choice(kind="group_count"),
    }
    return Network(**{**given, **changes})


def arrays(draw: st.DrawFn, shape: tuple[int, ...], minimum: int, maximum: int) -> np.ndarray:
    size = int(np.prod(shape))
    values = draw(st.lists(st.integers(minimum, maximum), min_size=size, max_size=size))
    return np.array(values, dtype=np.int64).reshape(shape)


@st.composite
def layers(draw: st.DrawFn, kind: str, inputs: int, outputs: int, attributes: Mapping[str, int] | None = None) -> Layer:
    """Any layer of ``kind`` whose tensors hold what its specification allows."""
    spec = cells.spec(kind)
    sizes = {"inputs": inputs, "outputs": outputs}
    tensors = {
        name: tensor(
            arrays(draw, tuple(sizes[axis] for axis in wanted.shape), wanted.minimum, wanted.maximum),
            bits=10,
            scale=EIGHTH if spec.takes == "current" else Fraction(1, 16),
        )
        for name, wanted in spec.tensors.items()
    }
    if attributes is None:
        attributes = {name: draw(st.integers(a.minimum, a.maximum)) for name, a in spec.attributes.items()}
    return Layer(name=kind, kind=kind, tensors=tensors, attributes=attributes)
