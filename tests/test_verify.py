"""Verification without a simulator: targets by folder, verdicts, the JSON of the design."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from networks import rows_network, src_network

from codesign import tools, twin, verify
from codesign.errors import InputError, MissingToolError, ToolError
from codesign.network import Network
from codesign.verify import CircuitOptions, Comparison, Measurement, Options, targets

FIGURES = {
    "samples", "steps", "states_compared", "states_agree", "states_in_margin", "disagree_outside_margin",
    "decisions_agree", "accuracy_twin", "accuracy_target", "first_divergence", "wall_s",
}  # fmt: skip


def perfect(network: Network, inputs: np.ndarray, **changes: Any) -> Measurement:
    trace = twin.simulate(network, inputs)
    given: dict[str, Any] = {
        "states": {name: {key: value.copy() for key, value in layer.states.items()}
                   for name, layer in trace.layers.items()},
        "decisions": trace.decisions.copy(),
        "figures": {"cycles_per_sample": 12, "mapping": [{"a": 1}]},
    }  # fmt: skip
    return Measurement(**{**given, **changes})


@pytest.fixture
def pretend(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Let a target measure what the given function says."""

    def install(name: str, measure: Callable[[Network, np.ndarray, Options], Measurement]) -> None:
        monkeypatch.setattr(targets.target(name), "measure", measure)

    return install


def test_targets_are_the_files_of_the_folder():
    assert {"spice", "verilog"} <= set(targets.names())
    for name in targets.names():
        assert targets.target(name).PART
        assert callable(targets.target(name).measure)
        assert callable(targets.target(name).passes)


def test_all_are_those_with_the_needed_parts(monkeypatch: pytest.MonkeyPatch):
    parts = {"circuit": ("fq_bmru", "linear"), "rtl": ("fq_bmru", "linear", "src")}
    monkeypatch.setattr(targets.cells, "kinds", lambda part="spec": parts.get(part, ("fq_bmru", "linear", "src")))
    assert {"spice", "verilog"} <= set(targets.possible(rows_network()))
    assert "spice" not in targets.possible(src_network())
    assert targets.select(rows_network(), ["verilog", "all", "verilog"])[0] == "verilog"
    assert len(targets.select(rows_network(), ["spice", "spice"])) == 1


@pytest.mark.parametrize(
    ("target", "tool"),
    [
        ("verilog", "vvp"),
        ("vhdl", "ghdl"),
        ("verilator", "verilator"),
        ("spice", "ngspice"),
        ("behavioural", "ngspice"),
    ],
)
def test_a_missing_tool_is_told_before_anything_is_simulated(target: str, tool: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv(tools.TOOLS[tool].variable, "/nowhere/tool")
    other = "behavioural" if tool != "ngspice" else "verilog"
    said: list[str] = []
    with pytest.raises(MissingToolError, match="/nowhere/tool"):
        verify.verify(rows_network(), targets=[other, target], samples=1, progress=lambda *now: said.append(now[-1]))
    assert not said


def test_the_json_has_what_the_design_names(pretend: Callable[..., None]):
    pretend("verilog", lambda network, inputs, options: perfect(network, inputs))
    network = rows_network()
    result = verify.verify(network, targets=["verilog"], samples=3)
    found = result.json()
    assert (found["model"], found["model_hash"]) == (network.name, network.hash)
    assert set(found["targets"]["verilog"]) >= FIGURES | {"cycles_per_sample"}
    assert "mapping" not in found["targets"]["verilog"]
    assert found["targets"]["verilog"]["states_compared"] == 3 * 8 * 2
    assert found["targets"]["verilog"]["steps"] == 3 * 8
    assert found["targets"]["verilog"]["first_divergence"] is None
    assert found["targets"]["verilog"]["verdict"] == "pass"
    assert result.passed


def test_one_wrong_state_fails_rtl_and_is_named(pretend: Callable[..., None]):
    def measure(network: Network, inputs: np.ndarray, options: Options) -> Measurement:
        measured = perfect(network, inputs)
        for sample, step, unit in ((0, 6, 1), (2, 5, 0), (1, 5, 1)):
            measured.states["memory"]["state"][sample, step, unit] ^= 1
        return measured

    pretend("verilog", measure)
    network = rows_network()
    result = verify.verify(network, targets=["verilog"], samples=3)
    assert not result.passed
    found = result.json()["targets"]["verilog"]
    assert found["verdict"] == "fail"
    assert found["states_agree"] == found["states_compared"] - 3
    expected = int(result.trace.layers["memory"].states["state"][1, 5, 1])
    decided = network.classes[int(result.trace.decisions[1])]
    assert found["first_divergence"] == {
        "sample": 1, "layer": "memory", "state": "state", "unit": 1, "step": 5,
        "expected": expected, "found": 1 - expected, "in_margin": False,
        # No single fault of the network makes just these three states.
        "cause": None, "candidates": (),
        "effect": {
            "decision_twin": decided, "decision_found": decided, "samples_with_differences": 3, "decisions_changed": 0,
        },
    }  # fmt: skip


def comparison(**changes: Any) -> Comparison:
    given: dict[str, Any] = {
        "samples": 10, "steps": 80, "states_compared": 1000, "states_agree": 1000, "states_in_margin": 50,
        "disagree_outside_margin": 0, "decisions_agree": 10, "accuracy_twin": 1.0, "accuracy_target": 1.0,
        "first_divergence": None,
    }  # fmt: skip
    return Comparison(**{**given, **changes})


@pytest.mark.parametrize(
    ("changes", "spice", "verilog"),
    [
        ({}, True, True),
        ({"states_agree": 999}, True, False),
        ({"states_agree": 980}, True, False),
        ({"states_agree": 979}, False, False),
        ({"states_agree": 996, "disagree_outside_margin": 4}, True, False),
        ({"states_agree": 995, "disagree_outside_margin": 5}, False, False),
        ({"samples": 50, "decisions_agree": 49}, True, False),
        ({"decisions_agree": 9}, False, False),
    ],
)
def test_verdicts(changes: dict[str, int], spice: bool, verilog: bool):
    assert targets.target("spice").passes(comparison(**changes)) is spice
    assert targets.target("verilog").passes(comparison(**changes)) is verilog


def test_states_in_the_margin_are_told_apart(pretend: Callable[..., None]):
    def measure(network: Network, inputs: np.ndarray, options: Options) -> Measurement:
        shape = (len(inputs), 8, 2)
        close = np.zeros(shape, dtype=bool)
        close[0, 3] = True
        measured = perfect(network, inputs, in_margin={"memory": {"state": close}})
        measured.states["memory"]["state"][0, 3, 0] ^= 1
        return measured

    pretend("spice", measure)
    result = verify.verify(rows_network(), targets=["spice"], samples=10)
    found = result.targets["spice"].comparison
    assert (found.states_in_margin, found.disagree_outside_margin) == (2, 0)
    assert found.first_divergence is not None
    assert found.first_divergence.in_margin
    assert result.passed


def test_options_and_progress_reach_the_target(pretend: Callable[..., None]):
    seen: list[Any] = []

    def measure(network: Network, inputs: np.ndarray, options: Options) -> Measurement:
        options.progress(1, 2, "half")
        seen.append((options.circuit.technology, options.jobs, options.time_limit_s))
        return perfect(network, inputs)

    pretend("spice", measure)
    verify.verify(
        rows_network(), targets=["spice"], samples=1, circuit=CircuitOptions(technology="another"), jobs=3,
        time_limit_s=9.0, progress=lambda *told: seen.append(told),
    )  # fmt: skip
    assert seen == [(1, 2, "small-rows spice: half"), ("another", 3, 9.0)]


@pytest.mark.parametrize("samples", [-1, 0, 361])
def test_samples_must_be_in_the_test_set(samples: int):
    with pytest.raises(InputError) as caught:
        verify.verify(rows_network(), targets=["spice"], samples=samples)
    assert str(caught.value) == f"samples must be 1..360 (the test set of 'digits'), not {samples}"


def test_an_unknown_target_names_the_nearest():
    with pytest.raises(InputError, match="unknown target 'spise'; did you mean 'spice'"):
        verify.verify(rows_network(), targets=["spise"], samples=1)


@pytest.mark.parametrize(
    ("states", "message"),
    [
        ({}, "state 'state' of layer 'memory' was not measured"),
        ({"memory": {"state": np.zeros((1, 7, 2), dtype=np.int64)}},
         "state 'state' of layer 'memory' was measured with the shape (1, 7, 2), not (1, 8, 2)"),
    ],
)  # fmt: skip
def test_a_measurement_without_a_state_is_an_error(states: Any, message: str, pretend: Callable[..., None]):
    pretend("spice", lambda network, inputs, options: perfect(network, inputs, states=states))
    with pytest.raises(ToolError) as caught:
        verify.verify(rows_network(), targets=["spice"], samples=1)
    assert str(caught.value) == message
