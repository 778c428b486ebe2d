# amaranth: UnusedElaboratable=no
"""The decision by the last step: by hand, in training, in RTL under pauses, in Icarus, and on transistors."""

from dataclasses import replace

import numpy as np
import pytest
import torch
from digital_bench import Bench, check, items_of, runs, stall_shares
from hypothesis import given, settings
from hypothesis import strategies as st
from networks import bmru_network, fq_layer, layers, linear_layer, rows_network, src_network

from codesign import analog, coding, data, digital, twin
from codesign.analog import behavioural, rules, technology
from codesign.analog.mapper import map_network
from codesign.analog.vectorised import Model
from codesign.digital import NetworkDesign, Options, predicted_cycles
from codesign.errors import InputError
from codesign.network import Choice, Layer, Network
from codesign.training.scores import scores as trained_scores
from codesign.twin.scores import scores as twin_scores

LAST = Choice(kind="last_readout")
READOUT = technology.load("generic180").at(choice={"decision": "readout"})


def by_hand() -> Network:
    """One input x of eighths and two classes: x + 1, and 5 - x but never below 0, in eighths."""
    rectified = linear_layer("rectified", weight=[[8], [-8]], bias=[1, 5], relu=1)
    pair = linear_layer("pair", weight=[[8, 0], [0, 8]], bias=[0, 0])
    return bmru_network((rectified, pair), classes=("up", "down"), decision=LAST)


def scores_of(network: Network, *samples: list[int]) -> list[list[float]]:
    """In eighths of a unit current."""
    trace = twin.simulate(network, np.array(samples)[:, :, None])
    unit = trace.layers[network.layers[-1].name].scale * 8
    return (trace.scores * float(unit)).tolist()


# Twin and training -----------------------------------------------------------------------------------------------


def test_only_the_last_step_counts() -> None:
    network = by_hand()
    # 5 - 9 is below 0: the class that led before scores nothing now.
    assert scores_of(network, [0, 0, 9], [9, 9, 0], [2, 2, 2]) == [[10, 0], [1, 5], [3, 3]]
    found = twin.simulate(network, np.array([[0, 0, 9], [9, 9, 0], [2, 2, 2]])[:, :, None])
    assert found.decisions.tolist() == [0, 1, 0], "the lowest index of equals"
    mean = replace(network, decision=Choice(kind="mean_readout"))
    assert scores_of(mean, [0, 0, 9]) == [[12, 10]]


def test_negative_scores_are_compared_as_such() -> None:
    network = bmru_network(
        (linear_layer(weight=[[-8], [-16], [-4]], bias=[0, 0, -8]),), classes=("a", "b", "c"), decision=LAST
    )
    assert scores_of(network, [0, 4], [0, 16]) == [[-4, -8, -10], [-16, -32, -16]]
    found = twin.simulate(network, np.array([[[0], [4]], [[0], [16]]]))
    assert found.decisions.tolist() == [0, 0]


def test_without_a_step_all_scores_are_0() -> None:
    trace = twin.simulate(by_hand(), np.zeros((2, 0, 1), dtype=int))
    assert trace.scores.tolist() == [[0, 0], [0, 0]]
    assert trace.decisions.tolist() == [0, 0]


@pytest.mark.parametrize("kind", ["mean_readout", "last_readout", "group_count"])
@pytest.mark.parametrize("steps", [0, 1, 6])
def test_training_scores_as_the_twin(kind: str, steps: int) -> None:
    network = src_network(classes=("a", "b", "c")) if kind == "group_count" else bmru_network(classes=("a", "b", "c"),
        layers=(linear_layer(weight=np.eye(3, dtype=int), bias=[0, 0, 0]),), decision=Choice(kind=kind))  # fmt: skip
    outputs = np.random.default_rng(steps).integers(-9, 10, (4, steps, 5 if kind == "group_count" else 3))
    found = trained_scores(network.decision, torch.from_numpy(outputs).double(), 3)
    assert found.tolist() == twin_scores(network, outputs).tolist()


def test_the_gradient_goes_to_the_last_step_alone() -> None:
    outputs = torch.randn(2, 5, 3, requires_grad=True)
    trained_scores(LAST, outputs, 3).sum().backward()
    assert outputs.grad is not None
    assert outputs.grad.sum(dim=(0, 2)).tolist() == [0, 0, 0, 0, 6]


def test_it_needs_a_current_of_one_unit_for_each_class() -> None:
    with pytest.raises(InputError, match="decision 'last_readout' needs a current from the last layer, but gets a sp"):
        src_network(decision=LAST)
    with pytest.raises(InputError, match="the last layer gives 3 outputs for 2 classes; one each is needed"):
        bmru_network((linear_layer(weight=[[1], [2], [3]], bias=[0, 0, 0]),), classes=("a", "b"), decision=LAST)


# A task ----------------------------------------------------------------------------------------------------------


def with_readout(*memory: Layer, task: str) -> Network:
    """Behind ``memory``, of whose last layer the first n of seven cells are set: class j scores 2 j n - j^2, most at
    j = n."""
    number = np.arange(8)
    readout = linear_layer(weight=np.repeat(2 * number[:, None], 7, axis=1), bias=24 - number**2)
    return bmru_network(
        (*memory, readout),
        name="copying",
        task=task,
        classes=data.classes(task),
        coding=Choice(kind="current_rows", parameters={"levels": 7, "steps_per_unit": 4}),
        decision=LAST,
    )


def copying() -> Network:
    """Made by hand for ``copy_first_marked_N``: the cells 1 to 7 are set in the marked step up to the number shown, and
    hold in all others."""
    number = np.arange(1, 8)
    # A level is 2 eighths, a mark 14; the bias of 4 keeps a cell from being reset, whose lower threshold is 2. What
    # sets a cell is an eighth above its upper threshold, what does not an eighth below it.
    memory = fq_layer(weight=[[8, 8]] * 7, bias=[4] * 7, threshold=[2] * 7, width=2 * number + 15, gain=[8] * 7)
    return with_readout(memory, task="copy_first_marked_30")


def copying_unmarked() -> Network:
    """Made by hand for ``copy_first_N``: two cells for each level keep whether a number from it on was seen and whether
    one below it was; a cell of the second layer is set where only the former is, and holds where both are."""
    level, one = np.arange(1, 8), np.ones(7, dtype=int)
    seen = fq_layer(
        "seen",
        weight=np.concatenate([8 * one, -8 * one])[:, None],
        bias=np.concatenate([4 * one, 20 * one]),
        threshold=[2] * 14,
        width=np.concatenate([2 * level + 1, 19 - 2 * level]),
        gain=[8] * 14,
    )
    both = np.concatenate([8 * np.eye(7, dtype=int), -8 * np.eye(7, dtype=int)], axis=1)
    kept = fq_layer("kept", weight=both, bias=8 * one, threshold=4 * one, width=8 * one, gain=8 * one)
    return with_readout(seen, kept, task="copy_first_30")


@pytest.mark.parametrize("network", [copying(), copying_unmarked()], ids=lambda network: network.task)
def test_networks_made_by_hand_answer_every_sequence_from_memory(network: Network) -> None:
    for split in ("test", "validation"):
        examples = data.load(network.task, split)
        inputs = coding.encode(network.coding.kind, network.coding.parameters, examples.images)
        trace = twin.simulate(network, inputs)
        assert np.array_equal(trace.decisions, examples.labels)


# RTL -------------------------------------------------------------------------------------------------------------


@st.composite
def current_networks(draw: st.DrawFn) -> Network:
    inputs, units, classes = (draw(st.integers(1, 4)) for _ in range(3))
    memory = draw(layers("fq_bmru", inputs, units))
    readout = draw(layers("linear", units, classes))
    return bmru_network((memory, readout), classes=tuple(str(k) for k in range(classes)), decision=LAST)


designs = st.builds(
    Options, units_per_cycle=st.integers(1, 5), serial_sums=st.booleans(), longest_sample=st.sampled_from((0, 1, 9))
)


@settings(max_examples=40, deadline=None)
@given(case=runs(current_networks(), 5), options=designs, stalls=stall_shares, seed=st.integers(0, 999))
def test_random_networks_equal_the_twin_and_cost_what_is_predicted(case, options, stalls, seed):
    network, samples = case
    design = NetworkDesign(network, options)
    run = Bench(design, stalls=stalls, seed=seed).play(items_of(design, samples), len(samples))
    check(network, samples, run)
    if stalls == 0:
        assert run.cycles == predicted_cycles(network, samples, options)


def test_what_was_large_is_forgotten_and_markers_may_come_alone() -> None:
    network = by_hand()
    design = NetworkDesign(network)
    # 0 after 40 of one class; a missing value is 0; a sample may end behind its last step.
    items = [{"value": 0, "present": 1, "end_of_step": 1}, {"value": 9, "present": 1}, {"end_of_step": 1},
             {"end_of_sample": 1}, {"end_of_sample": 1}, {"end_of_step": 1, "end_of_sample": 1}]  # fmt: skip
    check(network, [np.array([[0], [9]]), np.zeros((0, 1), dtype=int), np.array([[0]])], Bench(design).play(items, 3))


def test_scores_need_no_room_for_a_long_sample() -> None:
    short, long = (NetworkDesign(copying(), Options(longest_sample=steps)) for steps in (1, 1 << 20))
    assert short.decision.scores == long.decision.scores
    mean = replace(copying(), decision=Choice(kind="mean_readout"))
    assert NetworkDesign(mean, Options(longest_sample=1000)).decision.scores.width > short.decision.scores.width + 8


@pytest.mark.parametrize("stalls", [0, 40])
def test_icarus_gives_every_state_and_every_score(stalls, tmp_path) -> None:
    network = copying()
    images = data.load(network.task, "test").images[:12]
    inputs = coding.encode(network.coding.kind, network.coding.parameters, images)
    run = digital.simulate(network, inputs, work=tmp_path / "run", stalls=stalls)
    trace = twin.simulate(network, inputs)
    np.testing.assert_array_equal(run.states["memory"]["state"], trace.layers["memory"].states["state"])
    np.testing.assert_array_equal(run.scores, trace.scores)
    np.testing.assert_array_equal(run.decisions, trace.decisions)
    assert run.scores.min() < 0
    if stalls == 0:
        assert run.cycles == predicted_cycles(network, list(inputs))


# Circuit ---------------------------------------------------------------------------------------------------------


def asked_last() -> tuple[Network, np.ndarray]:
    """Real digits, their first four rows alone; the two decisions differ on some of them."""
    network = replace(rows_network(), decision=LAST)
    images = data.load("digits", "test").images[:60, :4]
    mean = replace(network, decision=Choice(kind="mean_readout"))
    inputs = coding.encode(network.coding.kind, network.coding.parameters, images)
    last, other = (twin.simulate(n, inputs) for n in (network, mean))
    ordered = np.sort(last.scores, axis=1)
    clear = ordered[:, -1] - ordered[:, -2] >= np.quantile(ordered[:, -1] - ordered[:, -2], 0.5)
    return network, inputs[(last.decisions != other.decisions) & clear][:3]


def test_transistors_and_macro_models_decide_by_the_last_step() -> None:
    network, inputs = asked_last()
    assert len(inputs) == 3
    trace = twin.simulate(network, inputs)
    unit = float(trace.layers["readout"].scale)
    measured = analog.measure(network, inputs, technology=READOUT, jobs=1)
    assert measured.decisions.tolist() == trace.decisions.tolist()
    np.testing.assert_allclose(measured.figures["scores"], trace.scores * unit, atol=0.15)
    assert 0 < measured.figures["readout_error_mean"] < 0.1
    macro = behavioural.measure(network, inputs, technology=READOUT, jobs=1)
    assert macro.decisions.tolist() == trace.decisions.tolist()
    np.testing.assert_allclose(macro.figures["scores"], measured.figures["scores"], atol=0.05)
    fast = Model(network, READOUT).run(inputs)
    assert fast.decisions[0].tolist() == trace.decisions.tolist()
    np.testing.assert_allclose(fast.scores[0], measured.figures["scores"], atol=0.05)


def test_transistors_keep_the_first_number_to_the_last_step() -> None:
    network = copying()
    examples = data.load(network.task, "test")
    inputs = coding.encode(network.coding.kind, network.coding.parameters, examples.images[:5, :12])
    assert len(set(examples.labels[:5])) >= 3
    measured = analog.measure(network, inputs, technology=READOUT, jobs=1)
    assert measured.decisions.tolist() == examples.labels[:5].tolist()
    expected = twin.simulate(network, inputs).layers["memory"].states["state"]
    np.testing.assert_array_equal(measured.states["memory"]["state"], expected)


def test_integrators_on_the_chip_say_which_variant_to_take() -> None:
    network, inputs = asked_last()
    integrating = technology.load("generic180")
    message = "design rule 'decision': decision last_readout has 0 circuits in winner_take_all.*--use decision=readout"
    with pytest.raises(InputError, match=message):
        analog.measure(network, inputs, technology=integrating)
    with pytest.raises(InputError, match=message):
        Model(network, integrating)
    with pytest.raises(InputError, match=r"cannot be taken by winner_take_all.*--use decision=readout"):
        map_network(network, integrating)
    failed = {verdict.rule for verdict in rules.check(network, integrating) if verdict.failed}
    assert failed == {"decision"}, "full_scale is no matter of this decision"
    assert all(verdict.passed for verdict in rules.check(network, READOUT))
