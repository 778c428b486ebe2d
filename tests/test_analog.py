"""The way to transistors: netlist text, mapping, what may not reach a netlist. No simulator is needed here."""

import csv
import itertools
import math
import re
import time
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from networks import skip_network

from codesign import analog, cells, checkpoint, resources
from codesign.analog import rules, writer
from codesign.analog import technology as technologies
from codesign.analog.export import netlist_text
from codesign.analog.mapper import map_network
from codesign.analog.margin import in_margin
from codesign.analog.read_back import read_back, read_skips
from codesign.errors import InputError
from codesign.network import Choice, Layer, Network, Quantisation, Tensor
from codesign.twin import simulate

TECHNOLOGY = technologies.load("generic180")
SIGNED = Quantisation(bits=7, scale=Fraction(1, 8), signed=True)
UNSIGNED = Quantisation(bits=6, scale=Fraction(1, 8), signed=False)


def current_network(rng: np.random.Generator, shape: tuple[int, ...], largest: int = 32) -> Network:
    """Random layers inputs -> bistable -> linear (ReLU, bistable)* -> readout, with every kind of sign and zeros."""
    layers = []
    for position, (inputs, outputs) in enumerate(itertools.pairwise(shape)):
        last = position == len(shape) - 2
        weight = rng.integers(-largest, largest + 1, (outputs, inputs)) * rng.integers(0, 2, (outputs, inputs))
        tensors = {"weight": Tensor(weight, SIGNED)}
        if position % 2 == 0 and not last:
            threshold, width = rng.integers(1, largest + 1, (2, outputs))
            bias = np.minimum(rng.integers(-largest, largest + 1, outputs), threshold + width - 1)
            tensors |= {
                "bias": Tensor(bias, SIGNED),
                "threshold": Tensor(threshold, UNSIGNED),
                "width": Tensor(width, UNSIGNED),
                "gain": Tensor(rng.integers(1, largest + 1, outputs), UNSIGNED),
            }
            layers.append(Layer(name=f"layer{position}", kind="fq_bmru", tensors=tensors))
        else:
            tensors["bias"] = Tensor(rng.integers(-largest, largest + 1, outputs), SIGNED)
            attributes = {"relu": int(not last)}
            layers.append(Layer(name=f"layer{position}", kind="linear", tensors=tensors, attributes=attributes))
    return Network(
        name="random",
        task="digits",
        classes=tuple(f"class {k}" for k in range(shape[-1])),
        coding=Choice(kind="current_rows", parameters={"levels": 16, "steps_per_unit": 8}),
        layers=tuple(layers),
        decision=Choice(kind="mean_readout", parameters={"full_scale": 60}),
    )


def text_of(network: Network) -> str:
    return netlist_text(network, map_network(network, TECHNOLOGY), TECHNOLOGY)


def assert_recovered(network: Network, text: str) -> None:
    found = read_back(text)
    assert list(found) == [layer.name for layer in network.layers]
    for layer in network.layers:
        assert set(found[layer.name]) == set(layer.tensors)
        for name in layer.tensors:
            np.testing.assert_array_equal(found[layer.name][name], layer[name], err_msg=f"{layer.name}.{name}")
    assert read_skips(text) == {layer.name: layer.skip for layer in network.layers if layer.skip}


@settings(max_examples=100, deadline=None)
@given(seed=st.integers(0, 2**32 - 1), shape=st.lists(st.integers(1, 6), min_size=3, max_size=5))
def test_every_parameter_is_recovered_from_the_netlist_text(seed: int, shape: list[int]) -> None:
    network = current_network(np.random.default_rng(seed), tuple(shape))
    assert_recovered(network, text_of(network))


@settings(max_examples=100, deadline=None)
@given(
    seed=st.integers(0, 2**32 - 1),
    sizes=st.tuples(st.integers(1, 5), st.integers(1, 4), st.integers(1, 3), st.integers(1, 3)),
)
def test_every_parameter_and_skip_connection_is_recovered(seed: int, sizes: tuple[int, int, int, int]) -> None:
    inputs, units, blocks, classes = sizes
    rng = np.random.default_rng(seed)
    network = skip_network(rng, inputs=inputs, units=units, blocks=blocks, classes=classes)
    assert_recovered(network, text_of(network))


def with_circuit() -> list[str]:
    """The shipped models that can be built of transistors."""
    folders = sorted(path.parent for path in resources.folder("models").glob("*/checkpoint.safetensors"))
    kinds = set(cells.kinds("circuit"))
    return [f.name for f in folders if {layer.kind for layer in checkpoint.load(f).layers} <= kinds]


@pytest.mark.parametrize("name", with_circuit())
def test_every_parameter_of_a_shipped_model_is_recovered(name: str, tmp_path: Path) -> None:
    network = checkpoint.load(resources.folder("models") / name)
    netlist = analog.export(network, technology=technologies.load("generic180"), output=tmp_path / "out")
    assert_recovered(network, netlist.read_text())


def test_a_changed_finger_is_seen_by_the_reading_back() -> None:
    network = current_network(np.random.default_rng(1), (3, 4, 2))
    text = text_of(network)
    found = re.search(r"fingers=(\d+)", text)
    assert found is not None
    broken = text[: found.start(1)] + str(int(found.group(1)) + 1) + text[found.end(1) :]
    with pytest.raises(AssertionError):
        assert_recovered(network, broken)


def test_components_name_an_element_of_the_netlist_for_every_parameter(tmp_path: Path) -> None:
    network = current_network(np.random.default_rng(2), (4, 5, 3))
    analog.export(network, technology=technologies.load("generic180"), output=tmp_path / "out")
    rows = list(csv.DictReader((tmp_path / "out" / "components.csv").open()))
    assert len(rows) == network.parameters
    assert len({row["parameter"] for row in rows}) == len(rows)
    text = (tmp_path / "out" / "random.cir").read_text().lower()
    library = "".join(path.read_text().lower() for path in (tmp_path / "out" / "technology").iterdir())
    for row in rows:
        value, fingers = int(row["value"]), int(row["fingers"])
        layer, tensor, *index = re.findall(r"[a-z]+\d*|\d+", row["parameter"])
        wanted = network.layers[int(layer[-1])][tensor][tuple(map(int, index))]
        assert value == wanted
        assert fingers == abs(value)
        assert math.isclose(float(row["current_a"]), fingers / 8 * 1e-9, rel_tol=1e-9, abs_tol=1e-18)
        assert bool(row["element"]) == bool(value)
        if value:
            top, in_top, unit, element, transistor = row["element"].split(".")
            assert top == "xnetwork"
            block = re.search(rf"\.subckt {in_top[1:]}_{unit[1:]} .*?\.ends", text, re.DOTALL)
            assert block is not None
            assert re.search(rf"^{element} ", block.group(), re.MULTILINE)
            assert re.search(rf"^{transistor} ", library, re.MULTILINE)


def test_export_is_deterministic_to_the_byte(tmp_path: Path) -> None:
    network = current_network(np.random.default_rng(3), (8, 16, 10))
    for name in ("one", "two"):
        analog.export(network, technology=technologies.load("generic180"), output=tmp_path / name)
    files = sorted(path.relative_to(tmp_path / "one") for path in (tmp_path / "one").rglob("*") if path.is_file())
    assert Path("testbench.cir") in files
    for file in files:
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes()


def test_export_of_1000_weights_is_quick_and_whole(tmp_path: Path) -> None:
    network = current_network(np.random.default_rng(4), (20, 32, 10))
    began = time.perf_counter()
    analog.export(network, technology=technologies.load("generic180"), output=tmp_path / "out")
    # The bound of the issue is 1 s; ten times that still catches anything quadratic on a busy machine.
    assert time.perf_counter() - began < 10
    assert_recovered(network, (tmp_path / "out" / "random.cir").read_text())


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_numbers_that_are_none_are_refused(value: float) -> None:
    with pytest.raises(InputError, match="must be finite"):
        writer.number(value)


@pytest.mark.parametrize("name", ["a b", "a\n.control", ".control", "A", "", "x;y", "a=1", "ü"])
def test_names_that_break_out_are_refused(name: str) -> None:
    with pytest.raises(InputError, match="lower-case letters"):
        writer.word(name)
    with pytest.raises(InputError, match="file name"):
        writer.include(name)


@pytest.mark.parametrize("text", ["a\n.control\nshell touch x", "a\r.control", "a\x0b"])
def test_comments_that_break_out_are_refused(text: str) -> None:
    with pytest.raises(InputError, match="one printable line"):
        writer.comment(text)


def test_no_unit_suffix_is_ever_written() -> None:
    assert writer.number(1e6) == "1000000"
    assert writer.number(2.5e-9) == "2.5e-09"


def test_what_cannot_be_mapped_is_refused() -> None:
    rng = np.random.default_rng(5)
    good = current_network(rng, (3, 4, 2))
    memory, readout = good.layers
    high = {**memory.tensors, "bias": Tensor(memory["threshold"] + memory["width"], SIGNED)}
    high["threshold"] = Tensor(np.minimum(memory["threshold"], 8), UNSIGNED)
    high["width"] = Tensor(np.minimum(memory["width"], 8), UNSIGNED)
    high["bias"] = Tensor(high["threshold"].values + high["width"].values, SIGNED)
    with pytest.raises(InputError, match="design rule 'bias': layer layer0, unit"):
        rules.require(_with(good, Layer(name="layer0", kind="fq_bmru", tensors=high), readout), TECHNOLOGY)
    coarse = Quantisation(bits=7, scale=Fraction(1, 4), signed=True)
    scaled = {**memory.tensors, "weight": Tensor(memory["weight"], coarse)}
    with pytest.raises(InputError, match="design rule 'quantisation': layer layer0, tensor weight has 4 steps"):
        rules.require(_with(good, Layer(name="layer0", kind="fq_bmru", tensors=scaled), readout), TECHNOLOGY)
    with pytest.raises(InputError, match="would need a second subcircuit 'bias'"):
        text_of(_with(good, Layer(name="bias", kind="fq_bmru", tensors=memory.tensors), readout))
    with pytest.raises(InputError, match="would need a second subcircuit 'layer0_u1'"):
        text_of(_with(good, memory, Layer(name="layer0_u1", kind="linear", tensors=readout.tensors)))
    middle = Layer(name="between", kind="linear", tensors=_square(4), attributes={"relu": 0})
    with pytest.raises(InputError, match="layer between has 4 outputs of both signs in the middle"):
        rules.require(_with(good, memory, middle, readout), TECHNOLOGY)
    with pytest.raises(InputError, match="did you mean 'generic180'"):
        technologies.load("generic18")


def test_a_spiking_network_has_no_circuit(tmp_path: Path) -> None:
    network = checkpoint.load(resources.folder("models") / "digits-src")
    with pytest.raises(InputError, match="cell 'src' has no transistor circuit; cells that have one: fq_bmru, linear"):
        analog.export(network, technology=technologies.load("generic180"), output=tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_margin_marks_exactly_the_states_that_hang_on_a_threshold() -> None:
    """One unit, threshold 1, width 1 unit current; the drive is the input itself."""
    layer = Layer(
        name="memory",
        kind="fq_bmru",
        tensors={
            "weight": Tensor(np.array([[8]]), SIGNED),
            "bias": Tensor(np.array([0]), SIGNED),
            "threshold": Tensor(np.array([8]), UNSIGNED),
            "width": Tensor(np.array([8]), UNSIGNED),
            "gain": Tensor(np.array([8]), UNSIGNED),
        },
    )
    readout = Layer(
        name="readout",
        kind="linear",
        tensors={"weight": Tensor(np.array([[8]]), SIGNED), "bias": Tensor(np.array([0]), SIGNED)},
    )
    network = Network(
        name="one",
        task="digits",
        classes=("a",),
        coding=Choice(kind="current_rows", parameters={"levels": 255, "steps_per_unit": 64}),
        layers=(layer, readout),
        decision=Choice(kind="mean_readout", parameters={"full_scale": 60}),
    )
    # in 1/64 unit currents: below; just below the upper threshold (128); held; clearly set; near the upper one while
    # high, which does not matter; near the lower one (64) while high; held; clearly reset; near the lower one while low
    inputs = np.array([40, 126, 100, 160, 126, 66, 100, 20, 66]).reshape(1, -1, 1)
    trace = simulate(network, inputs)
    marked = in_margin(layer, trace.layers["memory"], inputs, TECHNOLOGY)[0, :, 0]
    assert marked.tolist() == [False, True, True, False, False, True, True, False, False]


def _square(size: int) -> dict[str, Tensor]:
    return {"weight": Tensor(np.eye(size, dtype=int) * 8, SIGNED), "bias": Tensor(np.zeros(size, dtype=int), SIGNED)}


def _with(network: Network, *layers: Layer) -> Network:
    return Network(
        name=network.name,
        task=network.task,
        classes=network.classes,
        coding=network.coding,
        layers=layers,
        decision=network.decision,
    )
