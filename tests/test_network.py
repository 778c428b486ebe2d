"""What a Network refuses, word for word, and what its hash covers."""

from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from networks import bmru_network, fq_layer, linear_layer, src_layer, src_network, tensor

from codesign.errors import InputError
from codesign.network import Choice, Layer, Quantisation, Tensor

GOOD: dict[str, Any] = {"weight": [[8, 1]], "bias": [0], "threshold": [4], "width": [4], "gain": [8]}


def refused(build: Any) -> str:
    with pytest.raises(InputError) as caught:
        build()
    assert "\n" not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"weight": [[33, 0]]}, "layer 'memory' (fq_bmru): tensor 'weight' (input weight) holds 0..33, "
                                "allowed are -32..32"),
        ({"weight": [[0, -33]]}, "layer 'memory' (fq_bmru): tensor 'weight' (input weight) holds -33..0, "
                                 "allowed are -32..32"),
        ({"threshold": [0]}, "layer 'memory' (fq_bmru): tensor 'threshold' (lower threshold beta_lo) holds 0..0, "
                             "allowed are 1..32"),
        ({"bias": [0, 0]}, "layer 'memory' (fq_bmru): tensor 'bias' has the shape (2,), but outputs is 1"),
        ({"bias": [[0]]}, "layer 'memory' (fq_bmru): tensor 'bias' must have the shape (outputs), not (1, 1)"),
        ({"weight": np.zeros((1, 0), dtype=int)}, "layer 'memory' (fq_bmru): inputs must be 1 to 65536, not 0"),
        ({"name": "Memory"}, "a layer name must be a lower-case letter, then at most 31 lower-case letters, digits "
                             "or '_', not 'Memory'"),
    ],
)  # fmt: skip
def test_layers_are_checked(change: dict[str, Any], message: str):
    assert refused(lambda: fq_layer(**{**GOOD, **change})) == message


@pytest.mark.parametrize(
    "name", ["a\nb", "a .control", ".control", "a b", "", "1a", "ä", "a" * 33, "a\n", "a;b", "a/b"]
)
def test_names_that_could_reach_a_netlist_are_refused(name: str):
    assert refused(lambda: fq_layer(name, **GOOD)).startswith("a layer name must be")
    if name not in ("ä", "a" * 33):
        assert refused(lambda: bmru_network(task=name)).startswith("a task name must be")
        assert refused(lambda: bmru_network(name=name)).startswith("a model name must be")
    if name in ("a\nb", ".control", "", "a\n", "a;b"):
        classes = (*map(str, range(9)), name)
        assert refused(lambda: bmru_network(classes=classes)).startswith("a class name must be")


def test_unknown_kinds_name_the_nearest():
    weight = {"weight": tensor([[1]])}
    assert refused(lambda: Layer(name="a", kind="fq_brmu", tensors=weight)) == (
        "unknown cell 'fq_brmu'; did you mean 'fq_bmru'?"
    )
    assert refused(lambda: Layer(name="a", kind="../data", tensors=weight)).startswith("unknown cell '../data'; ")
    assert refused(lambda: bmru_network(decision=Choice(kind="mean_readouts"))) == (
        "unknown decision 'mean_readouts'; did you mean 'mean_readout'?"
    )
    assert refused(lambda: bmru_network(coding=Choice(kind="rows"))).startswith("unknown input coding 'rows'; ")
    # A cell without attributes has none to offer.
    layer = refused(lambda: Layer(name="a", kind="fq_bmru", tensors=fq_layer(**GOOD).tensors, attributes={"relu": 1}))
    assert layer == "layer 'a' (fq_bmru): attribute 'relu' is unknown; none is allowed here"


def test_tensors_must_be_those_of_the_cell():
    tensors = dict(fq_layer(**GOOD).tensors)
    gain = tensors.pop("gain")
    assert refused(lambda: Layer(name="memory", kind="fq_bmru", tensors=tensors)) == (
        "layer 'memory' (fq_bmru): tensor 'gain' is missing; it has bias, gain, threshold, weight, width"
    )
    assert refused(lambda: Layer(name="memory", kind="fq_bmru", tensors={**tensors, "gian": gain})) == (
        "layer 'memory' (fq_bmru): tensor 'gian' is unknown; did you mean 'gain'?"
    )


def test_attributes_are_checked_and_completed():
    assert dict(src_layer(weight=[[1]]).attributes) == {"z_max": 900, "z_min": 100, "initial_h": 0, "initial_hs": 0}
    assert refused(lambda: src_layer(weight=[[1]], zmax=900)) == (
        "layer 'spikes' (src): attribute 'zmax' is unknown; did you mean 'z_max'?"
    )
    assert refused(lambda: src_layer(weight=[[1]], z_max=1025)) == (
        "layer 'spikes' (src): attribute 'z_max' (slow-state factor while h < 500) must be a whole number 0..1024, "
        "not 1025"
    )
    for wrong in (True, 1.0, "1"):
        assert "must be a whole number 0..1024" in refused(lambda w=wrong: src_layer(weight=[[1]], z_max=w))
    assert refused(lambda: bmru_network(coding=Choice(kind="current_rows", parameters={"levels": 16}))) == (
        "input coding 'current_rows': attribute 'steps_per_unit' (pixel steps that make one unit current) is missing"
    )


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ([1.0, np.nan], "a quantised tensor holds NaN or infinity; only whole numbers are allowed"),
        ([1.0, np.inf], "a quantised tensor holds NaN or infinity; only whole numbers are allowed"),
        ([1.0, 0.5], "a quantised tensor holds fractions; only whole numbers are allowed"),
        ([8, -3], "values -3..8 do not fit 4 signed bits (-8..7)"),
    ],
)
def test_tensors_hold_whole_numbers_that_fit(values: list[float], message: str):
    assert refused(lambda: tensor(values, bits=4)) == message


def test_a_tensor_cannot_be_changed():
    found = tensor([1, 2])
    with pytest.raises(ValueError, match="read-only"):
        found.values[0] = 3


def test_quantisations_are_checked():
    assert refused(lambda: Quantisation(bits=0, scale=Fraction(1), signed=True)) == (
        "a quantisation has 1 to 32 bits, not 0"
    )
    assert refused(lambda: Quantisation(bits=8, scale=Fraction(0), signed=True)) == (
        "a quantisation scale must be above 0, not 0"
    )
    for bits, signed, low, high in ((1, True, -1, 0), (8, True, -128, 127), (8, False, 0, 255), (1, False, 0, 1)):
        quantisation = Quantisation(bits=bits, scale=Fraction(1), signed=signed)
        assert (quantisation.minimum, quantisation.maximum) == (low, high)


def test_layers_must_fit_each_other():
    memory = fq_layer(**GOOD)
    readout = linear_layer(weight=np.zeros((10, 3), dtype=int), bias=np.zeros(10, dtype=int))
    assert refused(lambda: bmru_network((memory, readout))) == (
        "layer 'readout' has 3 inputs, but the layer before it gives 1"
    )
    assert refused(lambda: bmru_network((memory,))) == (
        "the last layer gives 1 outputs for 10 classes; one each is needed"
    )
    assert refused(lambda: bmru_network((memory, memory))) == "layer names must differ, not ['memory', 'memory']"
    assert refused(lambda: bmru_network(())) == "a network has at least one layer, not none"
    assert refused(lambda: bmru_network((src_layer(weight=[[1]]),))) == (
        "layer 'spikes' (src) takes a spike, but gets a current"
    )
    assert refused(lambda: src_network(decision=Choice(kind="mean_readout"))) == (
        "decision 'mean_readout' needs a current from the last layer, but gets a spike"
    )


def test_class_names_must_differ():
    assert "1 to 1024 different classes" in refused(lambda: bmru_network(classes=("a",) * 10))


def test_the_hash_covers_what_is_computed_and_nothing_else():
    network = bmru_network()
    memory, readout = network.layers
    assert network.hash == bmru_network().hash
    assert network.hash == bmru_network(training={}).hash
    changed = Tensor(readout["bias"] + np.eye(1, 10, dtype=np.int32)[0], readout.tensors["bias"].quantisation)
    other = linear_layer(weight=readout["weight"], bias=changed.values)
    hashes = {
        network.hash,
        bmru_network((memory, other)).hash,
        bmru_network(name="another").hash,
        bmru_network(coding=Choice(kind="current_rows", parameters={"levels": 16, "steps_per_unit": 4})).hash,
        bmru_network((memory, linear_layer(weight=readout["weight"], bias=readout["bias"], relu=1))).hash,
    }
    assert len(hashes) == 5


def test_parameters_counts_every_learned_integer():
    assert bmru_network().parameters == 3 * 2 + 4 * 3 + 10 * 3 + 10
