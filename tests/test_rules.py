"""Design rules: each fires with the number it measured and lets pass what is just inside its limit."""

import json
import math
import runpy
import subprocess
import sys
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from networks import bmru_network, fq_layer, linear_layer, rows_network, tensor

from codesign import analog, checkpoint, resources, tools
from codesign.analog import rules
from codesign.analog import technology as technologies
from codesign.analog.limits import between
from codesign.analog.technology import Technology
from codesign.errors import InputError
from codesign.network import Choice, Network

GENERIC = technologies.load("generic180")
HOT = GENERIC.at(corner="ff", temperature_c=85)  # a finger leaks 5.69 pA (NMOS) or 1.54 pA (PMOS)
SCRIPT = Path(__file__).parent.parent / "scripts" / "operating_points.py"


def one_cell(weights: list[int], *, bias: int = 0, threshold: int = 8, width: int = 8, full_scale: int = 60) -> Network:
    """One memory cell with these weights, and a readout of ten classes."""
    memory = fq_layer(weight=[weights], bias=[bias], threshold=[threshold], width=[width], gain=[8])
    readout = linear_layer(weight=np.full((10, 1), 8), bias=np.zeros(10, dtype=int))
    decision = Choice(kind="mean_readout", parameters={"full_scale": full_scale})
    return bmru_network((memory, readout), decision=decision)


def with_rules(technology: Technology, **limits: Any) -> Technology:
    return technology.model_copy(update={"rules": technology.rules.model_copy(update=limits)})


def with_supply(supply_v: float, **conditions: Any) -> Technology:
    return GENERIC.at(**conditions).model_copy(update={"supply_v": supply_v})


def with_step(step_s: float, **conditions: Any) -> Technology:
    return GENERIC.at(**conditions).model_copy(update={"step_s": step_s})


def coarse(network: Network, scale: Fraction) -> Network:
    first = network.layers[0]
    weight = tensor(first["weight"], scale=scale)
    return replace(network, layers=(replace(first, tensors={**first.tensors, "weight": weight}), network.layers[1]))


def middle(relu: int) -> Network:
    """A linear layer between memory cell and readout."""
    network = one_cell([8])
    between_them = linear_layer("between", weight=[[8], [-8]], bias=[0, 0], relu=relu)
    readout = linear_layer(weight=np.full((10, 2), 8), bias=np.zeros(10, dtype=int))
    return replace(network, layers=(network.layers[0], between_them, readout))


def asked_last(network: Network) -> Network:
    return replace(network, decision=Choice(kind="last_readout"))


# Hand-computed: 81 fingers that leak 1.54 pA are 124.7 pA, 82 are 126.3 pA; a finger of threshold is 125 pA.
# 0.5 nA / 5.69 pA = 87.9 fingers.
LAW = GENERIC.switching
# Reset of a cell with one weight of 8 fingers at 1 nA: the margin is the larger of 0.05 and 0.03 x 1 unit currents.
RESET_S = (LAW.charge_c + 8 * LAW.charge_per_finger_c) / ((0.05 + LAW.trim) * 1e-9)
IDEAL = {"reference": "ideal"}
NINE = {"memory_cell": "nine_transistor"}
CASES: dict[str, tuple[str, Network, Technology, Network, Technology, float]] = {
    "most fingers": (
        "fingers", one_cell([32]), GENERIC, one_cell([32]), GENERIC.model_copy(update={"largest_fingers": 31}), 32),
    "steps that are no fingers": (
        "quantisation", one_cell([8]), GENERIC, coarse(one_cell([8]), Fraction(1, 4)), GENERIC, 4),
    "both signs into a port": ("signs", middle(1), GENERIC, middle(0), GENERIC, 2),
    "a bias that sets": ("bias", one_cell([8], bias=15), GENERIC, one_cell([8], bias=16), GENERIC, 16),
    "leakage above the threshold": (
        "threshold", one_cell([27] * 3, threshold=1), HOT, one_cell([27, 27, 28], threshold=1), HOT, 1),
    "more threshold than there is": (
        "threshold", one_cell([8], threshold=2), with_rules(GENERIC, least_threshold={"ten_transistor": 2}),
        one_cell([8], threshold=1), with_rules(GENERIC, least_threshold={"ten_transistor": 2}), 1),
    "weights at a node": ("fan_in", one_cell([1] * 256), GENERIC, one_cell([1] * 257), GENERIC, 257),
    "currents at a node": (
        "node_current", one_cell([32] * 25), GENERIC, one_cell([32] * 25, bias=1), GENERIC, 100.125),
    "weights that leak": ("leakage", one_cell([-29] * 3), HOT, one_cell([-29, -29, -30]), HOT, 88 * 5.69e-3),
    "supply of the reference": ("headroom", one_cell([8]), with_supply(0.77), one_cell([8]), with_supply(0.75), 0.75),
    "step of the cell": (
        "step", one_cell([8]), with_step(1.01 * RESET_S), one_cell([8]), with_step(0.99 * RESET_S), RESET_S * 1e3),
    "step at a tenth of the current": (
        "step", one_cell([8]), with_step(10.1 * RESET_S, unit_current_a=1e-10, choice=IDEAL),
        one_cell([8]), with_step(9.9 * RESET_S, unit_current_a=1e-10, choice=IDEAL), RESET_S * 1e4),
    "another unit current than the reference's": (
        "unit_current", one_cell([8]), GENERIC.at(unit_current_a=1.19e-9), one_cell([8]),
        GENERIC.at(unit_current_a=1.21e-9), 21),
    "integrators for the last step": ("decision", one_cell([8]), GENERIC, asked_last(one_cell([8])), GENERIC, 0),
    "no full scale": ("full_scale", one_cell([8], full_scale=1), GENERIC, one_cell([8], full_scale=0), GENERIC, 0),
}  # fmt: skip


def verdict(name: str, network: Network, technology: Technology) -> rules.Verdict:
    return {found.rule: found for found in rules.check(network, technology)}[name]


@pytest.mark.parametrize("case", CASES)
def test_a_rule_passes_inside_its_limit_and_fires_outside_with_what_it_measured(case: str) -> None:
    name, good, inside, bad, outside, found = CASES[case]
    assert verdict(name, good, inside).passed
    failed = verdict(name, bad, outside)
    assert not failed.passed
    assert failed.worst in failed.failed
    assert failed.worst is not None
    assert math.isclose(failed.worst.found, found, rel_tol=1e-3)
    rules.require(good, inside)
    with pytest.raises(InputError) as error:
        rules.require(bad, outside)
    text = str(error.value)
    assert f"design rule {name!r}" in text
    assert f"has {failed.worst.found:.4g} {failed.worst.unit}" in text
    assert f"{failed.worst.bound} {failed.worst.limit:.4g}" in text
    assert rules.rule(name).REMEDY in text


def test_every_rule_is_tried_above_or_below_and_explains_itself() -> None:
    files = {path.stem for path in Path(rules.__file__).parent.glob("*.py")} - {"__init__"}
    assert set(rules.names()) == files
    assert {name for name, *_ in CASES.values()} | {"area"} == files
    for found in rules.check(rows_network_with_scale(), GENERIC):
        assert found.meaning.endswith(".")
        assert found.remedy


def rows_network_with_scale() -> Network:
    return replace(rows_network(), decision=Choice(kind="mean_readout", parameters={"full_scale": 60}))


def test_the_area_is_held_against_the_die_only_when_everything_else_holds() -> None:
    found = verdict("area", rows_network_with_scale(), GENERIC)
    assert found.passed
    assert found.worst is not None
    inside = with_rules(GENERIC, largest_area_m2=found.worst.found * 1.001e-6)
    outside = with_rules(GENERIC, largest_area_m2=found.worst.found * 0.999e-6)
    assert verdict("area", rows_network_with_scale(), inside).passed
    assert not verdict("area", rows_network_with_scale(), outside).passed
    without_scale = replace(rows_network(), decision=Choice(kind="mean_readout"))
    unchecked = verdict("area", without_scale, GENERIC)
    assert not unchecked.checked
    assert not unchecked.passed
    assert verdict("full_scale", without_scale, GENERIC.at(choice={"decision": "readout"})).worst is None


def test_headroom_stacks_what_is_between_the_rails() -> None:
    """Slow corner at -40 C and 10 nA, computed by hand: kT/q = 20.09 mV, 1.41 kT/q ln 10 = 65.2 mV more per diode; of
    the ten-transistor cell an NMOS diode of 392 mV and three times 4 kT/q."""
    technology = with_supply(0.9, corner="ss", temperature_c=-40, unit_current_a=1e-8, choice={"reference": "ideal"})
    found = {item.subject: item for item in rules.rule("headroom").check(design(one_cell([8]), technology))}
    cell = found["block memory_cell=ten_transistor"]
    assert math.isclose(cell.limit, 0.392 + 0.0652 + 3 * 4 * 0.02009, abs_tol=1e-3)
    assert cell.passed
    assert "block memory_cell=nine_transistor" not in found
    nine = technology.at(choice=NINE)
    assert "block memory_cell=nine_transistor" in {
        item.subject for item in rules.rule("headroom").check(design(one_cell([8]), nine))
    }


def design(network: Network, technology: Technology) -> rules.Design:
    return rules.Design(network=network, technology=technology)


def test_operating_points_are_interpolated() -> None:
    points = GENERIC.measured.operating_points["tt"]
    assert between(points, 27) == points[27]
    assert between(points, 200) == points[85]
    warm = between(points, 56)
    assert math.isclose(warm.n_v, (points[27].n_v + points[85].n_v) / 2)
    assert math.isclose(warm.leakage_n_a, math.sqrt(points[27].leakage_n_a * points[85].leakage_n_a))


@pytest.mark.parametrize("model", ["digits-bmru", "keyword-bmru"])
@pytest.mark.parametrize("name", technologies.names())
def test_the_shipped_models_keep_the_rules_in_both_technologies(model: str, name: str) -> None:
    network = checkpoint.load(resources.folder("models") / model)
    for choice in ({}, NINE):
        assert rules.require(network, technologies.load(name).at(choice=choice)).components


def test_no_simulator_runs_and_what_breaks_a_rule_is_not_exported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*arguments: Any, **named: Any) -> None:
        raise AssertionError("a rule ran an external tool")

    monkeypatch.setattr(tools, "run", refuse)
    bad = one_cell([8], bias=16)
    with pytest.raises(
        InputError, match=r"design rule 'bias': layer memory, unit 0 has 16 fingers of bias, .* below 16"
    ):
        analog.export(bad, technology=GENERIC, output=tmp_path / "out")
    with pytest.raises(InputError, match="design rule 'bias'"):
        analog.measure(bad, np.zeros((1, 1, 1), dtype=int), technology=GENERIC)
    assert not (tmp_path / "out").exists()


def run_check(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "codesign.cli", "check", *arguments], capture_output=True, text=True, timeout=120
    )


def test_the_command_shows_every_rule_and_ends_with_the_verdict(tmp_path: Path) -> None:
    good = run_check(
        str(resources.folder("models") / "digits-bmru"), "--samples", "5", "--json", str(tmp_path / "good.json")
    )
    assert good.returncode == 0, good.stderr
    result = json.loads((tmp_path / "good.json").read_text())
    assert result["verdict"] == "pass"
    assert set(result["rules"]) == set(rules.names())
    assert result["area"]["total_m2"] > 0
    assert 50e-9 < result["power"]["power_w"] < 500e-9
    checkpoint.save(one_cell([8], bias=16, full_scale=0), tmp_path / "bad.safetensors")
    bad = run_check(str(tmp_path / "bad.safetensors"), "--json", str(tmp_path / "bad.json"))
    assert bad.returncode == 1, bad.stderr
    assert "FAIL" in bad.stdout
    result = json.loads((tmp_path / "bad.json").read_text())
    assert {name for name, rule in result["rules"].items() if rule["verdict"] == "fail"} == {"bias", "full_scale"}
    assert result["rules"]["bias"]["worst"] == {
        "subject": "layer memory, unit 0", "found": 16.0, "bound": "below", "limit": 16.0, "unit": "fingers of bias"
    }  # fmt: skip
    assert result["rules"]["area"]["verdict"] == "not checked"
    assert "area" not in result


@pytest.mark.parametrize("name", technologies.names())
def test_what_technology_yaml_states_is_what_ngspice_measures(name: str) -> None:
    script = runpy.run_path(str(SCRIPT))
    technology = technologies.load(name).at(choice={"reference": "ideal"})
    point = technology.operating_point
    diodes = script["diodes"](technology)
    assert math.isclose(diodes["n_v"], point.n_v, abs_tol=1e-3)
    assert math.isclose(diodes["p_v"], point.p_v, abs_tol=1e-3)
    assert math.isclose(diodes["leakage_n_a"], point.leakage_n_a, rel_tol=0.01)
    assert math.isclose(diodes["leakage_p_a"], point.leakage_p_a, rel_tol=0.01)
    current, least_v = script["reference"](technology.at(choice={"reference": "self_biased"}))
    assert math.isclose(current, point.reference["self_biased"], abs_tol=2e-3)
    assert math.isclose(least_v, point.reference_least_v["self_biased"], abs_tol=0.015)


def test_a_cell_is_reset_as_late_as_the_rule_says() -> None:
    """At an overdrive and a load that the law was not fitted to."""
    script = runpy.run_path(str(SCRIPT))
    technology = GENERIC.at(choice={"reference": "ideal"})
    law = technology.switching
    overdrive, fingers = 0.15, 64
    predicted_s = (law.charge_c + 2 * fingers * law.charge_per_finger_c) / ((overdrive + law.trim) * 1e-9)
    assert math.isclose(script["reset_time_s"](technology, overdrive, fingers), predicted_s, rel_tol=0.25)
