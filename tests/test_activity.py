"""The activity check: networks made to have each defect, and the same without it."""

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from lif_networks import lif_layer, lif_network
from networks import bmru_network, fq_layer, linear_layer, rows_network, src_layer, src_network, tensor
from typer.testing import CliRunner

from codesign import activity, checkpoint, twin
from codesign.activity import Activity
from codesign.cli.activity import warn_of_activity, warn_of_weights
from codesign.cli.app import app
from codesign.cli.screen import count
from codesign.errors import InputError
from codesign.network import Layer, Network

SAMPLES, STEPS = 12, 9


def currents(seed: int = 3, samples: int = SAMPLES) -> np.ndarray:
    """Two lines that are high or low, in steps of 1/8: both drives of a memory, in turns."""
    return np.random.Generator(np.random.PCG64(seed)).integers(0, 17, size=(samples, STEPS, 2))


def memory(**changes: Any) -> Layer:
    """Three units that are set and reset by one line or the other."""
    given: dict[str, Any] = {
        "weight": [[8, 0], [0, 8], [8, -8]], "bias": [0, 0, 2], "threshold": [4, 5, 3], "width": [3, 2, 4],
        "gain": [8, 8, 6],
    }  # fmt: skip
    return fq_layer(**{**given, **changes})


READOUT = linear_layer(weight=[[8, -8, 3], [-8, 8, 1]], bias=[1, 0])


def network(*layers: Layer) -> Network:
    return bmru_network(layers, classes=("a", "b"))


def kinds(found: Activity, *, wrong: bool) -> dict[str, tuple[str, tuple[int, ...]]]:
    return {finding.kind: (finding.layer, finding.numbers) for finding in found.findings if finding.wrong is wrong}


def test_a_network_in_order_has_no_finding_and_its_counts_are_those_of_the_twin():
    found = activity.check(network(memory(), READOUT), currents())
    assert (found.findings, found.samples, found.steps) == ((), SAMPLES, SAMPLES * STEPS)
    outputs = twin.simulate(network(memory(), READOUT), currents()).layers["memory"].outputs
    for unit in found.layers[0].units:
        values = outputs[:, :, unit.unit]
        assert unit.share_at_zero == np.mean(values == 0)
        assert unit.share_at_upper_end == np.mean(values == (8, 8, 6)[unit.unit])
        assert unit.switches_per_sample == sum(int(a != b) for row in values for a, b in pairwise(row)) / SAMPLES
        assert (unit.least, unit.largest) == (values.min(), values.max())
    assert all(0 < number <= SAMPLES for layer in found.layers for number in layer.decisions_changed.values())
    assert sum(found.decisions.values()) == SAMPLES


@pytest.mark.parametrize(
    ("changes", "kind", "units"),
    [
        ({"threshold": [4, 32, 3], "width": [3, 32, 4]}, "dead", (1,)),
        ({"weight": [[0, 0], [0, 8], [8, -8]]}, "dead", (0,)),
        ({"bias": [0, 0, 32], "weight": [[8, 0], [0, 8], [8, 0]]}, "saturated", (2,)),
        # Set by the first step or never again: no input of 1 resets it, none but the first step's can set it.
        ({"weight": [[8, 0], [0, 8], [0, 8]], "bias": [0, 0, 8], "width": [3, 2, 4]}, "saturated", (2,)),
    ],
)  # fmt: skip
def test_units_that_do_nothing_are_named(changes: dict[str, Any], kind: str, units: tuple[int, ...]):
    found = activity.check(network(memory(**changes), READOUT), currents())
    assert kinds(found, wrong=True)[kind] == ("memory", units)
    message = next(finding.message for finding in found.findings if finding.kind == kind)
    assert message.startswith(f"layer memory, unit {units[0]}: {kind}, ")
    assert f"in all {SAMPLES * STEPS} steps of {SAMPLES} samples" in message
    assert ("(all weights are 0)" in message) == (changes.get("weight", [[1]])[0] == [0, 0])


def test_a_memory_that_never_switches_within_a_sample_is_named():
    inputs = currents()
    inputs[:, :, 0] = np.where(np.arange(SAMPLES) % 2, 16, 0)[:, None]  # one level per sample
    found = activity.check(network(memory(), READOUT), inputs)
    assert kinds(found, wrong=True) == {"never_switching": ("memory", (0,))}
    # A layer without a state cannot keep anything, so nothing is wrong with one that follows its inputs.
    still = np.repeat(inputs[:, :1], STEPS, axis=1)
    assert "never_switching" not in kinds(
        activity.check(network(linear_layer(weight=[[8, -3], [2, 5]], bias=[0, 1])), still), wrong=True
    )
    # With a single step there is nothing to switch between.
    assert "never_switching" not in kinds(activity.check(network(memory(), READOUT), inputs[:, :1]), wrong=True)


def test_a_memory_of_the_first_step_is_not_said_to_need_none():
    random = np.random.Generator(np.random.PCG64(3))
    inputs = np.full((SAMPLES, STEPS, 2), 8)  # within the hysteresis
    inputs[:, 0, 0] = np.where(np.arange(SAMPLES) % 2, 16, 0)
    inputs[:, :, 1] = random.integers(0, 17, size=(SAMPLES, STEPS))
    layer = memory(threshold=[4, 5, 3], width=[8, 2, 4])
    found = activity.check(network(layer, READOUT), inputs)
    outputs = twin.simulate(network(layer, READOUT), inputs).layers["memory"].outputs[:, :, 0]
    assert (outputs == outputs[:, :1]).all()
    assert len(np.unique(outputs)) == 2
    assert "never_switching" not in {finding.kind for finding in found.findings}
    assert found.layers[0].units[0].memory_used is True
    assert found.layers[1].units[0].memory_used is None


def test_a_class_whose_score_is_constant_is_noted():
    # Two classes need one sum: the other stays where it is, and no class can be removed.
    found = activity.check(network(memory(), linear_layer(weight=[[8, -8, 3], [0, 0, 0]], bias=[0, 3])), currents())
    assert kinds(found, wrong=True) == {}
    assert kinds(found, wrong=False) == {"constant_score": ("readout", (1,))}
    assert "the score of class 'b' is the same" in found.findings[0].message


def test_a_unit_that_is_nearly_always_at_its_end_is_noted():
    inputs = np.full((4, 200, 2), 16)
    inputs[:, 0] = 0
    inputs[1, 1:, 1] = 0  # so that something differs
    found = activity.check(network(memory(), READOUT), inputs)
    assert kinds(found, wrong=False)["nearly_saturated"] == ("memory", (0,))


def test_copies_and_units_that_know_nothing_of_the_sample_are_noted():
    twice = memory(
        weight=[[8, 0], [0, 8], [8, 0]], bias=[0, 0, 0], threshold=[4, 5, 4], width=[3, 2, 3], gain=[8, 8, 8]
    )
    found = activity.check(network(twice, READOUT), currents())
    assert kinds(found, wrong=False) == {"duplicated": ("memory", (2,))}
    assert "(2 of 0)" in found.findings[0].message
    inputs = currents()
    inputs[:, :, 0] = inputs[0, :, 0]  # line 0 is the same in every sample
    found = activity.check(network(memory(), READOUT), inputs)
    assert kinds(found, wrong=False) == {"same_in_all_samples": ("memory", (0,))}


def test_input_lines_that_carry_nothing_are_noted():
    inputs = currents()
    inputs[:, :, 0] = 0
    assert kinds(activity.check(network(memory(), READOUT), inputs), wrong=False)["silent_input"] == ("", (0,))
    inputs[:, :, 0] = 16
    assert kinds(activity.check(network(memory(), READOUT), inputs), wrong=False)["constant_input"] == ("", (0,))


def test_weights_that_cannot_matter_are_found_without_samples():
    first = linear_layer("first", weight=[[8, 0], [0, 0], [4, 0]], bias=[0, 1, 0], relu=1)
    second = linear_layer("second", weight=[[8, 3, 0], [-8, 0, 0]], bias=[0, 0])
    found = {finding.kind: finding for finding in activity.unconnected(network(first, second))}
    assert {kind: (item.layer, item.numbers) for kind, item in found.items()} == {
        "unread": ("", (1,)), "reads_nothing": ("first", (1,)), "reaches_nothing": ("first", (2,)),
    }  # fmt: skip
    assert "3 parameters cannot matter" in found["reaches_nothing"].message
    assert not any(finding.wrong for finding in found.values())
    # What a skip connection carries reaches the decision without a weight.
    middle = Layer(
        name="middle", kind="linear", skip="first", attributes={"relu": 1},
        tensors={"weight": tensor(np.zeros((3, 3), dtype=int)), "bias": tensor([1, 0, 0])},
    )  # fmt: skip
    last = linear_layer("last", weight=[[8, 3, 0], [-8, 0, 5]], bias=[0, 0])
    assert not any(finding.kind == "reaches_nothing" for finding in activity.unconnected(network(first, middle, last)))


def test_a_layer_that_never_matters_is_wrong_and_its_skip_connection_is_not_taken_away():
    first = linear_layer("first", weight=[[8, 0], [0, 8]], bias=[0, 0], relu=1)
    # It switches, but a quarter of a current never turns the lead of whole ones.
    block = fq_layer("block", weight=[[8, 0], [0, 8]], bias=[0, 0], threshold=[4, 4], width=[4, 4], gain=[1, 1])
    block = Layer(name="block", kind="fq_bmru", tensors=block.tensors, skip="first")
    last = linear_layer("last", weight=[[8, 0], [0, 8]], bias=[0, 0])
    inputs = currents()
    inputs[::2, :, 0] //= 8
    inputs[1::2, :, 1] //= 8
    found = activity.check(network(first, block, last), inputs)
    assert kinds(found, wrong=True) == {"layer_never_matters": ("block", ())}
    changed = {layer.layer: layer.decisions_changed for layer in found.layers}
    assert set(changed["block"].values()) == {0}
    assert changed["first"]["exchanged"] > 0
    assert changed["last"]["silenced"] > 0


def test_a_layer_that_only_adds_a_constant_is_noted():
    first = linear_layer("first", weight=[[8, 0], [0, 8]], bias=[0, 0], relu=1)
    block = Layer(
        name="block", kind="linear", skip="first", attributes={"relu": 1},
        tensors={"weight": tensor([[0, 0], [0, 0]]), "bias": tensor([16, 0])},
    )  # fmt: skip
    last = linear_layer("last", weight=[[8, 0], [0, 8]], bias=[-16, 0])
    found = activity.check(network(first, block, last), currents())
    assert kinds(found, wrong=False) == {"layer_is_constant": ("block", ()), "constant_addend": ("block", (0, 1))}
    assert kinds(found, wrong=True) == {}


def test_one_decision_for_all_samples_is_wrong_and_says_nothing_of_layers():
    always = linear_layer(weight=[[0, 0, 0], [-1, -1, -1]], bias=[32, -32])
    found = activity.check(network(memory(), always), currents())
    assert list(kinds(found, wrong=True)) == ["one_decision"]
    assert kinds(found, wrong=False)["constant_score"] == ("readout", (0,))
    assert "all 12 samples are decided to be 'a'" in found.findings[0].message


def test_states_at_the_end_of_their_bits_are_named():
    inputs = np.random.Generator(np.random.PCG64(1)).integers(0, 2, size=(SAMPLES, STEPS, 2))
    layer = {"weight": [[9, 9], [9, 3]], "threshold": [18, 3]}
    found = activity.check(lif_network((lif_layer(**layer, bits=5),)), inputs)
    assert kinds(found, wrong=True)["clipped"] == ("lif", (0,))
    assert "the state v is at the end of its bits" in next(f.message for f in found.findings if f.kind == "clipped")
    assert "clipped" not in kinds(activity.check(lif_network((lif_layer(**layer, bits=12),)), inputs), wrong=True)


def test_spiking_units_that_never_spike_are_dead():
    weight = np.random.Generator(np.random.PCG64(7)).integers(-16, 17, size=(20, 64))
    weight[3] = -abs(weight[3])
    inputs = np.random.Generator(np.random.PCG64(8)).integers(0, 2, size=(6, 40, 64))
    found = activity.check(src_network((src_layer(weight=weight),)), inputs)
    assert 3 in kinds(found, wrong=True)["dead"][1]
    dead = {unit.unit for unit in found.layers[0].units if unit.share_at_zero == 1.0}
    assert set(kinds(found, wrong=True)["dead"][1]) == dead != set(range(20))


def test_batches_count_as_one():
    whole, inputs = network(memory(), READOUT), currents(samples=40)
    one, many = activity.check(whole, inputs), activity.check(whole, iter([inputs[:13], inputs[13:30], inputs[30:]]))
    assert [layer.units for layer in one.layers] == [layer.units for layer in many.layers]
    assert (one.inputs, one.decisions, one.steps) == (many.inputs, many.decisions, many.steps)
    assert activity.check(whole, inputs).json() == one.json()


@pytest.mark.parametrize("samples", [0, 1])
def test_too_few_samples_are_refused(samples: int):
    with pytest.raises(InputError, match=f"at least two of at least one step, not {samples} of 9"):
        activity.check(network(memory(), READOUT), currents(samples=samples))
    with pytest.raises(InputError, match="at least two samples, not 0"):
        activity.check(network(memory(), READOUT), iter(()))


def test_the_command_shows_writes_and_ends_with_1_where_something_is_wrong(tmp_path: Path, monkeypatch: Any):
    monkeypatch.chdir(tmp_path)
    checkpoint.save(rows_network(), tmp_path / "rows.safetensors")
    done = CliRunner().invoke(app, ["activity", "rows.safetensors", "--samples", "50", "--json", "a.json"])
    found = json.loads((tmp_path / "a.json").read_text())
    assert done.exit_code == (1 if any(finding["wrong"] for finding in found["findings"]) else 0)
    assert (found["samples"], found["steps"], len(found["layers"][0]["units"])) == (50, 400, 2)
    assert f"units that change: {count(12, 12)}" in done.output
    assert "exchanged" in done.output
    np.savez(tmp_path / "own.npz", images=np.zeros((4, 8, 8), dtype=int), labels=np.arange(4))
    done = CliRunner().invoke(app, ["activity", "rows.safetensors", "--examples", "own.npz", "--json", "b.json"])
    assert done.exit_code == 1
    wrong = {
        finding["kind"] for finding in json.loads((tmp_path / "b.json").read_text())["findings"] if finding["wrong"]
    }
    assert {"dead", "one_decision"} <= wrong


def test_training_and_conversion_end_with_a_hint_where_something_is_found(capsys: Any):
    weight = np.array(rows_network().layers[0]["weight"])
    weight[1] = 0
    dead = fq_layer(weight=weight, bias=[0, 2], threshold=[6, 8], width=[8, 12], gain=[8, 8])
    changed = bmru_network((dead, rows_network().layers[1]), name="dead")
    warn_of_activity(changed, "build/dead.safetensors")
    said = capsys.readouterr().out
    assert said.startswith("activity, over 100 test samples: all 100 samples are decided to be '5', ")
    assert said.endswith(" (1 more); see: codesign activity build/dead.safetensors\n")
    warn_of_weights(changed, "dead")
    assert capsys.readouterr().out.startswith(
        "activity, by the weights alone: layer memory, unit 1: all weights are 0, so that no input matters"
    )
    warn_of_activity(src_network(task="unknown"), "spikes")  # no data to look at
    warn_of_weights(rows_network(), "rows")
    assert capsys.readouterr().out == ""
