# amaranth: UnusedElaboratable=no
"""BMRU and CMRU: the twin against the papers' equations and their closed forms, the RTL against the twin."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from digital_bench import Bench, check, items_of, runs, stall_shares
from hypothesis import given, settings
from hypothesis import strategies as st
from networks import arrays, bmru_network, fq_layer, linear_layer, tensor
from typer.testing import CliRunner

from codesign import cells, checkpoint, twin
from codesign.cli.app import app
from codesign.digital import NetworkDesign, Options, predicted_cycles
from codesign.errors import InputError
from codesign.network import Choice, Layer, Network
from codesign.twin.trace import LayerTrace, common_scale

KINDS = ("bmru", "cmru")
EIGHTH = Fraction(1, 8)


def writing_layer(
    kind: str, *, weight: Any, bias: Any, threshold_weight: Any, threshold_bias: Any, gain: Any, **attributes: int
) -> Layer:
    """All scales are 1/8, so that with inputs of 1/8 a bias counts 8 steps of weight x input."""
    values = {"weight": weight, "bias": bias, "threshold_weight": threshold_weight, "threshold_bias": threshold_bias,
              "gain": gain}  # fmt: skip
    tensors = {name: tensor(value, bits=16) for name, value in values.items()}
    return Layer(name=kind, kind=kind, tensors=tensors, attributes=attributes)


def run(layer: Layer, inputs: np.ndarray, scale: Fraction = EIGHTH) -> LayerTrace:
    trace: LayerTrace = cells.part(layer.kind, "twin").run(layer, inputs, scale)
    return trace


# The twin --------------------------------------------------------------------------------------------------------

BINARY = tuple(Fraction(1, 2**k) for k in (2, 3, 5, 8))
ANY = (*BINARY, Fraction(1, 3), Fraction(3, 7), Fraction(5, 6))


@st.composite
def any_layer(
    draw: st.DrawFn, kind: str, inputs: int, outputs: int, scale: Fraction, scales: tuple[Fraction, ...]
) -> Layer:
    """Both sums have scales of their own; often there is no threshold at all, or one that candidates meet exactly."""
    sizes = {"inputs": inputs, "outputs": outputs}
    found = {name: draw(st.sampled_from(scales)) for name in ("weight", "threshold_weight", "gain")}
    found["bias"] = found["weight"] * scale * draw(st.integers(1, 3))
    found["threshold_bias"] = found["threshold_weight"] * scale * draw(st.integers(1, 3))
    tensors = {}
    for name, wanted in cells.spec(kind).tensors.items():
        limit = draw(st.sampled_from((0, 2, 12, wanted.maximum if name == "gain" else 40)))
        values = draw_array(draw, tuple(sizes[axis] for axis in wanted.shape), limit)
        tensors[name] = tensor(values, bits=draw(st.integers(10, 16)), scale=found[name])
    attributes = {name: draw(st.integers(a.minimum, a.maximum)) for name, a in cells.spec(kind).attributes.items()}
    return Layer(name=kind, kind=kind, tensors=tensors, attributes=attributes)


def draw_array(draw: st.DrawFn, shape: tuple[int, ...], limit: int) -> np.ndarray:
    return arrays(draw, shape, -limit, limit)


@st.composite
def cases(draw: st.DrawFn, kind: str, scales: tuple[Fraction, ...] = ANY) -> tuple[Layer, np.ndarray, Fraction]:
    scale = draw(st.sampled_from(scales))
    inputs, outputs = draw(st.integers(1, 3)), draw(st.integers(1, 3))
    layer = draw(any_layer(kind, inputs, outputs, scale, scales))
    shape = (draw(st.integers(0, 2)), draw(st.integers(0, 9)), inputs)
    return layer, draw_array(draw, shape, 16), scale


def of_the_papers(
    layer: Layer, inputs: np.ndarray, scale: Fraction, number: Callable[[Any], Any]
) -> tuple[np.ndarray, np.ndarray]:
    """States and outputs by the equations as printed, in unit currents, with numbers of the type ``number``."""
    eps = {"bmru": 0, "cmru": 1}[layer.kind]

    def real(name: str, *index: int) -> Any:
        return number(int(layer[name][index])) * number(layer.tensors[name].quantisation.scale)

    samples, steps, width = inputs.shape
    states = np.zeros((samples, steps, layer.outputs), dtype=object)
    outputs = np.zeros((samples, steps, layer.outputs), dtype=object)
    for sample in range(samples):
        for n in range(layer.outputs):
            s = number(layer.attributes.get("initial_state", 0))
            for t in range(steps):
                x = [number(int(inputs[sample, t, j])) * number(scale) for j in range(width)]
                c = sum((real("weight", n, j) * x[j] for j in range(width)), real("bias", n))
                beta = abs(
                    sum((real("threshold_weight", n, j) * x[j] for j in range(width)), real("threshold_bias", n))
                )
                z = 1 if abs(c) - beta >= 0 else 0
                sign = 1 if c >= 0 else -1
                s = z * (sign + eps * s) + (1 - z) * s
                states[sample, t, n], outputs[sample, t, n] = s, real("gain", n) * s
    return states, outputs


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_the_twin_is_the_papers_equations_in_float64(kind: str, data: st.DataObject) -> None:
    """All scales are powers of 2, so float64 is exact here."""
    layer, inputs, scale = data.draw(cases(kind, BINARY))
    trace = run(layer, inputs, scale)
    states, outputs = of_the_papers(layer, inputs, scale, float)
    np.testing.assert_array_equal(trace.states["state"], states)
    np.testing.assert_array_equal(trace.outputs * float(trace.scale), outputs)


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_the_twin_is_exact_in_scales_of_any_ratio(kind: str, data: st.DataObject) -> None:
    layer, inputs, scale = data.draw(cases(kind))
    trace = run(layer, inputs, scale)
    states, outputs = of_the_papers(layer, inputs, scale, Fraction)
    np.testing.assert_array_equal(trace.states["state"], states)
    assert (trace.outputs.astype(object) * trace.scale == outputs).all()


def gate_and_sign(layer: Layer, inputs: np.ndarray, scale: Fraction) -> tuple[np.ndarray, np.ndarray]:
    """Each step on its own, as first step of a sample: a unit that begins at 0 shows there what is written."""
    alone = inputs.reshape(-1, 1, inputs.shape[2])
    blank = replace(layer, attributes=dict.fromkeys(layer.attributes, 0))
    written = run(blank, alone, scale).states["state"].reshape(*inputs.shape[:2], layer.outputs)
    return written != 0, written


@settings(max_examples=60, deadline=None)
@given(case=cases("bmru"))
def test_bmru_the_last_write_wins(case: tuple[Layer, np.ndarray, Fraction]) -> None:
    layer, inputs, scale = case
    gate, sign = gate_and_sign(layer, inputs, scale)
    step = np.arange(1, inputs.shape[1] + 1)[None, :, None]
    last = np.maximum.accumulate(np.where(gate, step, 0), axis=1)  # k_t, from 1 on; 0: nothing was written
    initial = np.full((inputs.shape[0], 1, layer.outputs), layer.attributes["initial_state"])
    expected = np.take_along_axis(np.concatenate([initial, sign], axis=1), last, axis=1)
    np.testing.assert_array_equal(run(layer, inputs, scale).states["state"], expected)


@settings(max_examples=60, deadline=None)
@given(case=cases("cmru"))
def test_cmru_is_a_cumulative_sum(case: tuple[Layer, np.ndarray, Fraction]) -> None:
    layer, inputs, scale = case
    _, sign = gate_and_sign(layer, inputs, scale)  # 0 where nothing is written
    np.testing.assert_array_equal(run(layer, inputs, scale).states["state"], np.cumsum(sign, axis=1))


def one_unit(kind: str, candidates: list[int], threshold: int, *, gain: int = 1, **attributes: int) -> list[int]:
    layer = writing_layer(kind, weight=[[8]], bias=[0], threshold_weight=[[0]], threshold_bias=[threshold], gain=[gain],
                          **attributes)  # fmt: skip
    trace = run(layer, np.array(candidates).reshape(1, -1, 1))
    return trace.outputs[0, :, 0].tolist()


@pytest.mark.parametrize("threshold", [4, -4])
def test_thresholds_are_magnitudes_and_closed_on_both_sides(threshold: int) -> None:
    steps = [3, 4, 3, 0, -3, -4, -3, 0, 5, -5]
    assert one_unit("bmru", steps, threshold, gain=3) == [0, 3, 3, 3, 3, -3, -3, -3, 3, -3]
    assert one_unit("bmru", steps, threshold, gain=-3, initial_state=-1)[0] == 3
    assert one_unit("bmru", steps, threshold, gain=2, initial_state=1)[:2] == [2, 2]
    assert one_unit("cmru", steps, threshold, gain=3) == [0, 3, 3, 3, 3, 0, 0, 0, 3, 0]
    assert one_unit("cmru", [9] * 5, threshold, gain=-2) == [-2, -4, -6, -8, -10]


@pytest.mark.parametrize(("kind", "after"), [("bmru", [1, 1]), ("cmru", [1, 2])])
def test_a_candidate_of_0_is_written_as_1_where_there_is_no_threshold(kind: str, after: list[int]) -> None:
    assert one_unit(kind, [0, 0], 0) == after


def test_a_threshold_may_depend_on_the_input() -> None:
    # |8 x| >= |24 x - 64|: from x = 2 to x = 4
    layer = writing_layer("bmru", weight=[[8]], bias=[0], threshold_weight=[[24]], threshold_bias=[-8], gain=[1])
    trace = run(layer, np.array([[[1]], [[2]], [[4]], [[5]], [[-1]]]))
    assert trace.states["state"][:, 0, 0].tolist() == [0, 1, 1, 0, 0]


def test_a_bias_between_the_steps_of_its_sum_is_refused() -> None:
    layer = writing_layer("bmru", weight=[[1]], bias=[1], threshold_weight=[[1]], threshold_bias=[1], gain=[1])
    coarse = replace(layer, tensors={**layer.tensors, "threshold_weight": tensor([[1]], scale=Fraction(3, 8))})
    with pytest.raises(InputError, match="one step of its threshold_bias is 2/3 steps of weight x input"):
        run(coarse, np.zeros((1, 1, 1), dtype=np.int64), Fraction(1, 2))


# The RTL ---------------------------------------------------------------------------------------------------------

SMALL_SCALES = (Fraction(1, 8), Fraction(1, 4), Fraction(1, 3))


@st.composite
def any_current_layer(draw: st.DrawFn, inputs: int, outputs: int, scale: Fraction) -> tuple[Layer, Fraction]:
    """A layer of any cell for currents, and the scale of what it gives."""
    kind = draw(st.sampled_from(("linear", "fq_bmru", *KINDS, *KINDS)))
    if kind in KINDS:
        layer = draw(any_layer(kind, inputs, outputs, scale, SMALL_SCALES))
        return layer, layer.tensors["gain"].quantisation.scale
    spec, weight = cells.spec(kind), draw(st.sampled_from(SMALL_SCALES))
    sizes = {"inputs": inputs, "outputs": outputs}
    scales = {"weight": weight, "gain": draw(st.sampled_from(SMALL_SCALES))}
    tensors = {}
    for name, wanted in spec.tensors.items():
        values = arrays(draw, tuple(sizes[axis] for axis in wanted.shape), max(wanted.minimum, -12), 12)
        tensors[name] = tensor(values, scale=scales.get(name, weight * scale * draw(st.integers(1, 3))))
    attributes = {name: draw(st.integers(a.minimum, a.maximum)) for name, a in spec.attributes.items()}
    layer = Layer(name=kind, kind=kind, tensors=tensors, attributes=attributes)
    return layer, scales["gain"] if kind == "fq_bmru" else weight * scale


@st.composite
def chains(draw: st.DrawFn) -> Network:
    """One to four layers of any cells for currents, with skip connections wherever they fit."""
    common = draw(st.integers(1, 5))
    sizes = draw(st.lists(st.sampled_from((common, common, 1, 3)), min_size=2, max_size=5))
    scale, layers, given_scales = EIGHTH, list[Layer](), dict[str, Fraction]()
    for index in range(len(sizes) - 1):
        layer, scale = draw(any_current_layer(sizes[index], sizes[index + 1], scale))
        layer = replace(layer, name=f"layer_{index}")
        sources = [earlier.name for earlier in layers if earlier.outputs == layer.outputs]
        if sources and draw(st.booleans()):
            layer = replace(layer, skip=draw(st.sampled_from(sources)))
            scale = common_scale(scale, given_scales[layer.skip])
        layers.append(layer)
        given_scales[layer.name] = scale
    return bmru_network(
        tuple(layers),
        classes=tuple(str(k) for k in range(sizes[-1])),
        coding=Choice(kind="current_rows", parameters={"levels": draw(st.sampled_from((1, 16))), "steps_per_unit": 8}),
    )


engines = st.builds(
    Options,
    units_per_cycle=st.integers(1, 6),
    serial_sums=st.booleans(),
    longest_sample=st.sampled_from((7, 1024)),
)


@settings(max_examples=60, deadline=None)
@given(case=runs(chains(), 7), options=engines, stalls=stall_shares, seed=st.integers(0, 999))
def test_every_state_of_the_rtl_is_the_twins(
    case: tuple[Network, list[np.ndarray]], options: Options, stalls: float, seed: int
) -> None:
    network, samples = case
    design = NetworkDesign(network, options)
    found = Bench(design, stalls=stalls, seed=seed).play(items_of(design, samples), len(samples))
    check(network, samples, found)
    if stalls == 0:
        assert found.cycles == predicted_cycles(network, samples, options)


@pytest.mark.parametrize("sign", [-1, 1])
@pytest.mark.parametrize("serial", [False, True])
def test_the_largest_numbers_do_not_overflow(sign: int, serial: bool) -> None:
    """All that may be stored, and a ladder that is climbed for as many steps as the design is made for."""
    largest = {"weight": np.full((3, 2), sign * 256), "bias": np.full(3, sign * 32767),
               "threshold_weight": np.full((3, 2), 256), "threshold_bias": np.full(3, 32767),
               "gain": [256, -256, 0]}  # fmt: skip
    climbing = writing_layer("cmru", **largest)
    behind = writing_layer("bmru", weight=np.full((2, 3), -256), bias=[32767, -32767],
                           threshold_weight=[[256] * 3, [0] * 3], threshold_bias=[0, -32767],
                           gain=[-256, 256])  # fmt: skip
    network = bmru_network((climbing, behind), classes=("a", "b"))
    samples = [np.full((30, 2), 16), np.zeros((30, 2), dtype=int)]
    trace = twin.simulate(network, samples[0][None])
    assert trace.layers["cmru"].states["state"][0, -1].tolist() == [sign * 30] * 3
    design = NetworkDesign(network, Options(longest_sample=30, units_per_cycle=2, serial_sums=serial))
    assert design.layers["cmru"].states["state"].range.high == 30
    check(network, samples, Bench(design).play(items_of(design, samples), 2))


def mixed(seed: int = 5, *, inputs: int = 8) -> Network:
    """Every cell for currents in a chain, signals of both signs, a skip connection, no two scales alike."""
    g = np.random.Generator(np.random.PCG64(seed))

    def writing(kind: str, size: tuple[int, int], weight: Fraction, threshold: Fraction, scale: Fraction) -> Layer:
        scales = {"weight": weight, "bias": weight * scale, "threshold_weight": threshold,
                  "threshold_bias": 3 * threshold * scale, "gain": Fraction(1, 16)}  # fmt: skip
        values = {"weight": g.integers(-60, 61, size), "bias": g.integers(-90, 91, size[0]),
                  "threshold_weight": g.integers(-20, 21, size), "threshold_bias": g.integers(-99, 100, size[0]),
                  "gain": g.integers(-9, 10, size[0])}  # fmt: skip
        tensors = {name: tensor(value, bits=9, scale=scales[name]) for name, value in values.items()}
        return Layer(name=kind, kind=kind, tensors=tensors)

    gate = fq_layer("fq_bmru", weight=g.integers(-8, 17, (5, 6)), bias=[0, 1, -2, 3, 0], threshold=[4, 8, 2, 1, 9],
                    width=[4, 1, 12, 3, 3], gain=[8, 4, 32, 9, 1])  # fmt: skip
    return bmru_network(
        (
            linear_layer("enter", weight=g.integers(-9, 10, (6, inputs)), bias=g.integers(-9, 10, 6)),
            writing("cmru", (6, 6), Fraction(1, 8), Fraction(1, 6), EIGHTH / 8),
            linear_layer("mix", weight=g.integers(-9, 10, (6, 6)), bias=g.integers(-9, 10, 6), relu=1),
            gate,
            replace(writing("bmru", (5, 5), Fraction(1, 3), Fraction(1, 4), EIGHTH), skip="fq_bmru"),
            linear_layer("readout", weight=g.integers(-9, 10, (10, 5)), bias=g.integers(-9, 10, 10)),
        ),
        name="mixed",
    )


@pytest.mark.parametrize("taken", [1, 30, 40])
@pytest.mark.parametrize("serial", [False, True])
def test_reset_from_any_state_leaves_nothing_behind(taken: int, serial: bool) -> None:
    network = mixed(inputs=3)
    g = np.random.Generator(np.random.PCG64(taken))
    samples = [g.integers(0, 17, (steps, 3)) for steps in (9, 0, 1, 12)]
    design = NetworkDesign(network, Options(units_per_cycle=4, serial_sums=serial, longest_sample=12))
    found = Bench(design).play(items_of(design, samples), len(samples), resets=taken)
    check(network, samples, found)
    states = twin.simulate(network, samples[-1][None]).layers
    for kind in KINDS:
        assert len(np.unique(states[kind].states["state"])) > 1


def test_a_saved_checkpoint_verifies_through_icarus(tmp_path: Path) -> None:
    checkpoint.save(mixed(), tmp_path / "mixed" / "checkpoint.safetensors")
    arguments = ["verify", str(tmp_path / "mixed"), "--target", "all", "--samples", "5", "--json"]
    done = CliRunner().invoke(app, [*arguments, str(tmp_path / "out.json")])
    assert done.exit_code == 0, done.output
    targets = json.loads((tmp_path / "out.json").read_text())["targets"]
    assert list(targets) == ["verilog"]  # there is no circuit for it
    assert targets["verilog"]["states_agree"] == targets["verilog"]["states_compared"] == 5 * 8 * (6 + 5 + 5)


@pytest.mark.parametrize("arguments", [("check",), ("verify", "--target", "spice"), ("montecarlo", "--runs", "2")])
def test_there_is_no_circuit_for_currents_of_both_signs(arguments: tuple[str, ...], tmp_path: Path) -> None:
    checkpoint.save(mixed(), tmp_path / "checkpoint.safetensors")
    done = CliRunner().invoke(app, [arguments[0], str(tmp_path), *arguments[1:]], catch_exceptions=True)
    assert isinstance(done.exception, InputError)
    assert re.match(r"cell '[bc]mru' has no ", str(done.exception))
