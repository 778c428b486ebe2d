"""What is counted and varied: the cell library as text, the chip without hierarchy, conditions, mismatch."""

import math
from pathlib import Path

import numpy as np
import pytest
from networks import rows_network

from codesign.analog import technology as technologies
from codesign.analog.devices import flatten
from codesign.analog.export import flat_text
from codesign.analog.library import evaluate, read_cells
from codesign.analog.mapper import map_network
from codesign.analog.mismatch import draw
from codesign.errors import InputError

TECHNOLOGIES = [technologies.load(name) for name in technologies.names()]
GENERIC = technologies.load("generic180")


@pytest.mark.parametrize(
    ("text", "value"),
    [("8", 8), ("0.5u", 5e-7), ("1meg", 1e6), ("2.5e-9", 2.5e-9), ("{threshold+width}", 5), ("{2*w2 - 1/4}", 3.75),
     ("{-width}", -3), ("{unit/0.5u}", 2e3), ("{(threshold + width) * 0.1p}", 5e-13)],
)  # fmt: skip
def test_values_are_those_of_spice(text: str, value: float) -> None:
    assert math.isclose(evaluate(text, {"threshold": 2, "width": 3, "w2": 2, "unit": 1e-3}), value)


@pytest.mark.parametrize(
    ("text", "reason"),
    [("{nothing}", "unknown parameter 'nothing'"), ("two", "'two' is no number"), ("{2**3}", "numbers, parameters"),
     ("{__import__('os')}", "numbers, parameters"), ("{1/0}", "cannot be computed"), ("{1 +}", "cannot be computed")],
)  # fmt: skip
def test_what_is_no_value_is_refused(text: str, reason: str) -> None:
    with pytest.raises(InputError, match=reason.replace("*", r"\*")):
        evaluate(text, {})


@pytest.mark.parametrize(
    ("text", "reason"),
    [(".subckt a b\nM1 b b 0\n.ends\n", "needs 4 nodes"), ("M1 a b c d nch\n", "outside of a subcircuit"),
     (".subckt a b\nQ1 b b 0 npn\n.ends\n", "'q1' is not known"), (".subckt a b\n", "has no .ends"),
     (".subckt a b\n.ends\n.subckt a b\n.ends\n", "defined twice")],
)  # fmt: skip
def test_a_faulty_cell_library_is_refused(tmp_path: Path, text: str, reason: str) -> None:
    (tmp_path / "cells.cir").write_text(text)
    with pytest.raises(InputError, match=reason):
        read_cells([tmp_path / "cells.cir"])


@pytest.mark.parametrize("technology", TECHNOLOGIES, ids=lambda t: t.name)
def test_the_chip_without_hierarchy_has_every_finger(technology: technologies.Technology) -> None:
    network = rows_network()
    circuit = map_network(network, technology)
    devices = {device.path: device for device in flatten(circuit, technology)}
    for component in circuit.components:
        if component.element:
            path, width = component.element, devices[component.element].parameters["m"]
            assert path.startswith("xnetwork.")
            assert width == component.fingers
    # every node that is not at the edge of the chip is named by where it is, and joins at least two devices
    nodes = [node for device in devices.values() for node in device.nodes]
    edge = {"0", *circuit.top.ports}
    assert {node for node in nodes if "." not in node} == edge
    assert all(nodes.count(node) > 1 for node in set(nodes) - edge)


@pytest.mark.parametrize("technology", TECHNOLOGIES, ids=lambda t: t.name)
def test_all_variants_of_a_block_have_the_same_ports(technology: technologies.Technology) -> None:
    for block in ("memory_cell", "reference"):
        variants = [technology.at(choice={block: variant}) for variant in technology.variants[block]]
        assert len(variants) > 1
        ports = {variant.library()[block].ports for variant in variants}
        parameters = {tuple(sorted(variant.library()[block].defaults)) for variant in variants}
        assert len(ports) == len(parameters) == 1


def test_conditions_outside_of_the_specification_are_refused() -> None:
    for wrong, reason in (
        ({"temperature_c": 86.0}, "a temperature of -40 to 85 C, not 86 C"),
        ({"temperature_c": math.nan}, "a temperature of -40 to 85 C, not nan C"),
        ({"supply_v": 1.2}, "a supply of 0.9 to 1.1 V, not 1.2 V"),
        ({"unit_current_a": 1.0}, "a unit current of 1e-10 to 1e-08 A"),
        ({"choice": {"memory_cel": "x"}}, "no choice of 'memory_cel'; did you mean 'memory_cell'"),
        ({"choice": {"memory_cell": "ten"}}, "no memory_cell 'ten'"),
        ({"corner": "tf"}, "no corner 'tf'"),
    ):
        with pytest.raises(InputError, match=reason):
            GENERIC.at(**wrong)  # type: ignore[arg-type]


def test_times_scale_with_the_unit_current() -> None:
    fast = GENERIC.at(unit_current_a=1e-8)
    assert fast.step_s == pytest.approx(GENERIC.step_s / 10)
    assert fast.parameters == {"unit_current": 1e-8, "step": fast.step_s}


@pytest.mark.parametrize("technology", TECHNOLOGIES, ids=lambda t: t.name)
def test_mismatch_is_pelgroms(technology: technologies.Technology) -> None:
    circuit = map_network(rows_network(), technology)
    devices = flatten(circuit, technology)
    drawn = draw(devices, technology, seed=3, dies=range(4000))
    for index, device in enumerate(devices):
        if device.kind != "m":
            assert not drawn.threshold_v[:, index].any()
            assert (drawn.current_factor[:, index] == 1).all()
            continue
        spread = technology.transistors[device.model]
        root_um = math.sqrt(device.parameters["w"] * device.parameters["l"] * device.parameters["m"]) * 1e6
        sigma = spread.threshold_v_um / math.sqrt(2) / root_um
        assert drawn.threshold_v[:, index].std() == pytest.approx(sigma, rel=0.06)
        assert abs(drawn.threshold_v[:, index].mean()) < 5 * sigma / math.sqrt(4000)
        relative = spread.current_factor_um / math.sqrt(2) / root_um
        assert drawn.current_factor[:, index].std() == pytest.approx(relative, rel=0.06)
    correlation = np.corrcoef(drawn.threshold_v[:, : min(40, len(devices))].T)
    assert np.abs(correlation[np.triu_indices_from(correlation, 1)]).max() < 0.1


def test_a_die_is_the_same_in_whatever_company() -> None:
    devices = flatten(map_network(rows_network(), GENERIC), GENERIC)
    all_of_them = draw(devices, GENERIC, seed=1, dies=range(5))
    backwards = draw(devices[::-1], GENERIC, seed=1, dies=[3])
    np.testing.assert_array_equal(all_of_them.threshold_v[3], backwards.threshold_v[0, ::-1])
    np.testing.assert_array_equal(all_of_them.current_factor[3], backwards.current_factor[0, ::-1])
    assert (all_of_them.threshold_v[3] != draw(devices, GENERIC, seed=2, dies=[3]).threshold_v[0]).any()


def test_a_transistor_without_a_known_mismatch_is_named() -> None:
    bare = GENERIC.model_copy(update={"transistors": {"nch": GENERIC.transistors["nch"]}})
    devices = flatten(map_network(rows_network(), GENERIC), GENERIC)
    with pytest.raises(InputError, match="says nothing of the mismatch of 'pch'"):
        draw(devices, bare, seed=1, dies=[0])


def test_a_higher_threshold_weakens_both_polarities() -> None:
    network = rows_network()
    devices = flatten(map_network(network, GENERIC), GENERIC)
    drawn = draw(devices, GENERIC, seed=5, dies=[2])
    lines = flat_text(network, devices, GENERIC, seed=5, die=2).replace("\n+", "").splitlines()
    written = {line.split()[0]: line for line in lines if line.startswith("m.")}
    for device, threshold in zip(devices, drawn.threshold_v[0], strict=True):
        if device.kind == "m":
            shift = float(written[f"m.{device.path}"].split("delvto=")[1].split()[0])
            assert shift == pytest.approx(threshold if device.model == "nch" else -threshold)
