"""Networks of every kind of cell to plant faults into, with inputs on which all of their units change their states."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

import numpy as np
from lif_networks import lif_layer, lif_network
from networks import EIGHTH, bmru_network, fq_layer, linear_layer, src_layer, src_network, tensor

from codesign import checkpoint, data
from codesign.data import Examples
from codesign.network import Choice, Layer, Network
from codesign.verify.examples import encoded

__all__ = ["SUBJECTS", "Subject"]

MODELS = Path(__file__).parent.parent / "models"


@dataclass(frozen=True, kw_only=True)
class Subject:
    """A network, the engine that its RTL is generated with, and what is played into it."""

    build: Callable[[], tuple[Network, np.ndarray]] = field(repr=False)
    engine: str = "small"

    @property
    def network(self) -> Network:
        return self.build()[0]

    @property
    def examples(self) -> Examples:
        """The images, all of the first class: nobody asks for accuracy here."""
        images = self.build()[1]
        return Examples(images=images, labels=np.zeros(len(images), dtype=np.int64))

    @property
    def inputs(self) -> np.ndarray:
        """(samples, steps, inputs), as encoded."""
        return encoded(self.network, self.examples, slice(None))[0]


def _images(seed: int, shape: tuple[int, int, int], largest: int) -> np.ndarray:
    return np.random.Generator(np.random.PCG64(seed)).integers(0, largest + 1, shape)


def _skip() -> tuple[Network, np.ndarray]:
    """Two bistable layers and a rectified one with a skip connection, each updated at once."""
    mix = linear_layer("mix", weight=[[-12, 6, -1], [8, -5, -5], [10, -5, 7]], bias=[-2, -2, 1], relu=1)
    layers = (
        linear_layer("input", weight=[[16, -11, -6], [3, 14, -12], [10, -8, -5]], bias=[-3, 0, 0], relu=1),
        fq_layer(
            "memory",
            weight=[[-9, 12, 5], [16, -9, -11], [5, 15, 7]],
            bias=[6, -2, -3],
            threshold=[7, 3, 8],
            width=[3, 8, 8],
            gain=[12, 11, 10],
        ),
        replace(mix, skip="input"),
        fq_layer("last", weight=[[16, 6, -8], [4, 7, 6]], bias=[-1, -1], threshold=[6, 7], width=[5, 6], gain=[9, 9]),
        linear_layer(weight=[[-11, -6], [2, -5]], bias=[4, 1]),
    )
    network = bmru_network(
        layers,
        name="faulty",
        classes=("no", "yes"),
        coding=Choice(kind="current_rows", parameters={"levels": 64, "steps_per_unit": 16}),
        decision=Choice(kind="mean_readout", parameters={"full_scale": 10}),
    )
    rows = [[27, 5, 27], [31, 28, 23], [22, 1, 9], [19, 0, 20], [12, 25, 23], [25, 9, 24], [22, 0, 17], [14, 32, 8]]
    return network, np.concatenate(([rows], _images(4, (7, 8, 3), 32)))


def _groups() -> tuple[Network, np.ndarray]:
    """Six bistable units in two groups: sums, states, thresholds and gains lie in memories."""
    rng = np.random.Generator(np.random.PCG64(285))
    memory = fq_layer(
        weight=rng.integers(-12, 20, (6, 3)),
        bias=rng.integers(-4, 5, 6),
        threshold=[4, 6, 3, 8, 5, 7],
        width=[3, 5, 4, 4, 6, 3],
        gain=[8, 9, 10, 11, 12, 13],
    )
    readout = linear_layer(weight=rng.integers(-9, 10, (10, 6)), bias=rng.integers(-6, 5, 10))
    return bmru_network((memory, readout)), _images(286, (8, 12, 3), 16)


def _signed(name: str, kind: str, rng: np.random.Generator, shape: tuple[int, int], **attributes: int) -> Layer:
    units = shape[0]
    tensors = {
        "weight": tensor(rng.integers(-30, 31, shape), bits=10),
        "bias": tensor(rng.integers(-120, 121, units), bits=16, scale=EIGHTH / 4),
        "threshold_weight": tensor(rng.integers(-12, 20, shape), bits=10, scale=EIGHTH / 2),
        "threshold_bias": tensor(rng.integers(-60, 300, units), bits=16, scale=EIGHTH / 4),
        "gain": tensor(rng.integers(3, 40, units) * (-1) ** np.arange(units), bits=10),
    }
    return Layer(name=name, kind=kind, tensors=tensors, attributes=attributes)


def _bmru() -> tuple[Network, np.ndarray]:
    rng = np.random.Generator(np.random.PCG64(134))
    layers = (
        _signed("first", "bmru", rng, (3, 2), initial_state=-1),
        _signed("second", "bmru", rng, (6, 3), initial_state=0),
        linear_layer(weight=rng.integers(-9, 10, (10, 6)), bias=rng.integers(-6, 5, 10)),
    )
    return bmru_network(layers), _images(135, (8, 12, 2), 16)


def _cmru() -> tuple[Network, np.ndarray]:
    rng = np.random.Generator(np.random.PCG64(73))
    layers = (
        _signed("counting", "cmru", rng, (5, 3)),
        linear_layer(weight=rng.integers(-9, 10, (10, 5)), bias=rng.integers(-6, 5, 10)),
    )
    return bmru_network(layers), _images(74, (8, 12, 3), 16)


def _src() -> tuple[Network, np.ndarray]:
    rng = np.random.Generator(np.random.PCG64(3))
    layers = (
        src_layer("first", weight=rng.integers(-100, 120, (6, 8))),
        src_layer("second", weight=rng.integers(-120, 256, (10, 6))),
    )
    coding = {"levels": 16, "black_frames": 2, "active_frames": 40, "rate": 160}
    return src_network(layers, coding=Choice(kind="bernoulli", parameters=coding)), _images(4, (6, 1, 8), 16)


def _lif() -> tuple[Network, np.ndarray]:
    rng = np.random.Generator(np.random.PCG64(165))
    layers = (
        lif_layer(
            "hidden",
            weight=rng.integers(-6, 12, (5, 4)),
            bias=[1, 0, -1, 2, 0],
            decay=[12, 14, 13, 10, 15],
            current_decay=[6, 8, 4, 10, 9],
            threshold=[24, 30, 18, 26, 40],
            reset=[2, -3, 0, 1, -4],
        ),
        lif_layer("last", weight=rng.integers(-4, 14, (2, 5)), threshold=[12, 12], decay=[13, 11], reset=[1, -2]),
    )
    return lif_network(layers), (rng.random((8, 24, 4)) < 0.5).astype(np.int64)


def _shipped(name: str, samples: int) -> Callable[[], tuple[Network, np.ndarray]]:
    def build() -> tuple[Network, np.ndarray]:
        network = checkpoint.load(MODELS / name)
        return network, data.load(network.task, "test").images[:samples]

    return build


SUBJECTS: Mapping[str, Subject] = {
    "skip": Subject(build=cache(_skip)),
    "groups": Subject(build=cache(_groups)),
    "bmru": Subject(build=cache(_bmru)),
    "cmru": Subject(build=cache(_cmru)),
    "src": Subject(build=cache(_src)),
    "lif": Subject(build=cache(_lif)),
    "digits-bmru": Subject(build=cache(_shipped("digits-bmru", 8)), engine="balanced"),
    "keyword-bmru": Subject(build=cache(_shipped("keyword-bmru", 4)), engine="balanced"),
}
