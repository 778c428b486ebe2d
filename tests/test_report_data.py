"""What the page's scripts are given: curves of few points, JSON that stays inside its element, other networks."""

import base64
import dataclasses
import hashlib
import json
import re
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from report_samples import HOSTILE, bmru_network, chip_network, circuit, page, result, rtl, src_network, text_of

from codesign import report
from codesign.analog import technology as technologies
from codesign.analog.mapper import map_network
from codesign.digital.energy.constants import published as published_networks
from codesign.measurement import Measurement
from codesign.report import facts, view
from codesign.report.divergence import opened
from codesign.report.drawings import schematics
from codesign.report.elements import anchors, block, groups
from codesign.report.embedded import embedded, packed
from codesign.report.implementations import compared, drawn, needs
from codesign.report.published import Published
from codesign.report.simplify import kept_points
from codesign.report.waveforms import waveform_plots
from codesign.verify.divergence import Cause, Effect


@settings(max_examples=60, deadline=None)
@given(
    seed=st.integers(0, 10_000),
    size=st.integers(2, 300),
    curves=st.integers(1, 4),
    within=st.sampled_from([0.0, 0.01, 0.3]),
)
def test_kept_points_are_within_the_stated_error(seed, size, curves, within):
    rng = np.random.default_rng(seed)
    time = np.cumsum(rng.integers(0, 3, size)).astype(float)  # two points may share a time, as the edge of a step does
    values = [np.cumsum(rng.normal(0, 1, size) * (rng.random(size) < 0.2)) for _ in range(curves)]
    kept, error = kept_points(time, values, within=within, most=10_000)
    assert kept[0] == 0
    assert kept[-1] == size - 1
    assert (np.diff(kept) > 0).all()
    assert error <= within
    alone = np.isin(time, time[np.append(np.diff(time) > 0, True) & np.append(True, np.diff(time) > 0)])
    for curve in values:
        drawn_curve = np.interp(time, time[kept], curve[kept])
        assert np.abs(drawn_curve - curve)[alone].max(initial=0) <= within + 1e-9


def test_kept_points_stop_at_the_most_and_say_what_is_left():
    time = np.arange(1000.0)
    curve = np.random.default_rng(1).normal(0, 1, 1000)
    kept, error = kept_points(time, [curve], within=0.001, most=100)
    assert len(kept) == 100
    assert error > 0.1
    flat, error = kept_points(time, [np.zeros(1000)], within=0.0, most=100)
    assert flat.tolist() == [0, 999]
    assert error == 0


def test_a_short_peak_is_kept():
    time = np.linspace(0, 1, 10_000)
    curve = np.zeros(10_000)
    curve[7777] = 1.0
    kept, _ = kept_points(time, [curve], within=0.001, most=1000)
    assert 7777 in kept
    assert len(kept) <= 6


def test_embedded_json_cannot_end_its_element():
    text = embedded({HOSTILE: [HOSTILE, "\u2028é", 1.5, None]})
    assert json.loads(text) == {HOSTILE: [HOSTILE, "\u2028é", 1.5, None]}
    assert not set(text) & set("<>&")
    assert text.isascii()
    with pytest.raises(ValueError, match="not JSON compliant"):
        embedded(float("nan"))


def test_waveforms_as_numbers_are_those_of_the_simulation():
    found = result(bmru_network(), {"spice": circuit})
    measured = found.targets["spice"].measurement
    for plot in waveform_plots(measured, "t"):
        waveforms = [w for w in measured.waveforms if w.group == plot.title]
        factor = {"nA": 1e-9, "pA": 1e-12}[plot.data["unit"]]
        assert [s["name"] for s in plot.data["signals"]] == [w.name for w in waveforms]
        span = (plot.data["high"] - plot.data["low"]) * factor
        for signal, waveform in zip(plot.data["signals"], waveforms, strict=True):
            time = np.frombuffer(base64.b64decode(plot.data["times"][signal["time"]]), "<f8")
            values = np.frombuffer(base64.b64decode(signal["values"]), "<f4") * factor
            assert len(time) == len(values) < len(waveform.time_s)
            error = np.abs(np.interp(waveform.time_s, time, values) - waveform.values).max()
            assert error <= 1.01e-3 * span
    assert packed(np.array([1.0, -2.0]), "f4") == base64.b64encode(np.array([1, -2], "<f4").tobytes()).decode()


def test_all_rows_of_the_mapping_are_there_whatever_they_hold():
    rows = [{"parameter": f"m.w[{i}]", "value": i, "element": "", "fingers": None, "current_a": float("nan")}
            for i in range(300)]  # fmt: skip

    def many(trace, inputs):
        measured = circuit(trace, inputs)
        measured.figures["mapping"][:] = [*rows, "no row"]
        return measured

    found = result(bmru_network(), {"spice": many})
    shown, total = facts.mapping(found)
    assert (len(shown), total) == (200, 300)
    data = facts.mapping_data(found)
    assert len(data["rows"]) == 300
    assert data["rows"][299] == ["m.w[299]", 299, "", None, None]
    assert facts.mapping_data(result(src_network(), {"verilog": rtl}))["rows"] == []


def test_ours_stand_first_and_others_only_beside_a_task_like_theirs():
    found = result(bmru_network(), {"spice": circuit, "verilog": rtl})
    digits = compared(found)
    assert [i.ours for i in digits] == [True, True, *[False] * len(published_networks())]
    spice, verilog = digits[:2]
    assert (spice.joules, spice.watts, spice.size) == (5.5e-10, 3.42e-8, "412 transistors")
    assert needs(found, "spice") == "34.2 nW; 550 pJ per sample; 412 transistors"
    assert needs(found, "verilog") == "1,234 clock cycles per sample"
    assert spice.scope == "core with bias, simulated, no pads"
    assert verilog.seconds == pytest.approx(1234 / 100e6)
    assert "assumed clock of 100 MHz" in verilog.scope
    assert all(i.scope and i.source for i in digits)
    assert any("MNIST" in i.task for i in digits)
    card = Published(power_w=1e-7, source="a paper")
    chip = compared(result(chip_network(), {"verilog": rtl}), published=card)
    assert chip[-1].watts == 1e-7
    assert drawn(chip[:1], "t") is None
    plot = drawn(digits, "t")
    assert ">energy per inference<" in plot
    assert re.search(r">1\d* .J<", plot)
    close = drawn([dataclasses.replace(digits[0], seconds=2e-6, joules=joules) for joules in (3e-8, 5e-8)], "t")
    for label in ("10 nJ", "100 nJ", "1 \N{MICRO SIGN}s", "10 \N{MICRO SIGN}s"):
        assert f">{label}<" in close


def test_synthesis_is_shown_of_that_very_checkpoint_only():
    from codesign import checkpoint, resources

    network = checkpoint.load(resources.models()["digits-src"])
    found = compared(result(network, {"verilog": rtl}))
    (board,) = [i for i in found if i.device == "icebreaker"]
    assert "2,818 LUT" in board.size
    assert "MHz it can be clocked with" in board.scope
    assert not any(i.device == "icebreaker" for i in compared(result(src_network(), {"verilog": rtl})))


def test_what_is_vendored_is_what_was_published():
    folder = Path(report.__file__).parent / "vendor"
    listed = re.findall(r"^\| (uPlot\S+) \| ([0-9a-f]{64}) \|$", (folder / "README.md").read_text(), re.MULTILINE)
    assert {name for name, _ in listed} == {path.name for path in folder.iterdir()} - {"README.md"}
    for name, digest in listed:
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest


def test_models_of_one_name_have_addresses_of_their_own():
    assert view.addresses(["a", "b", "a", "a"]) == ["a", "b", "a-2", "a-3"]


def test_a_first_divergence_says_where_to_look():
    found = result(bmru_network(), {"spice": lambda t, i: circuit(t, i, close_flips=0, outside=[(0, 2, 5)])})
    look = opened(found, "spice", "m")
    assert [place.words for place in look.places] == [
        "the state map", "its unit's parameters", "the waveforms of that step",
    ]  # fmt: skip
    assert look.places[0].address == "/m/states?sample=0&target=spice&layer=memory&unit=5&step=2"
    clean = result(bmru_network(), {"spice": lambda t, i: circuit(t, i, close_flips=0)})
    assert opened(clean, "spice", "m") is None


@pytest.mark.parametrize("parameters", [0, 1000])
def test_elements_are_found_in_their_unit_or_else_in_the_cell_they_are_in(parameters):
    circuit = map_network(chip_network(), technologies.load("generic180"))
    measured = Measurement(states={}, decisions=np.zeros(0, int), figures={"technology": "generic180"})
    found = result(chip_network(), {"verilog": rtl})
    target = dataclasses.replace(found.targets["verilog"], measurement=measured)
    found = dataclasses.replace(found, targets={"spice": target})
    drawings = schematics(found, parameters=parameters)
    names = {anchor: (drawing.title, path) for drawing in drawings for path, anchor in drawing.anchors.items()}
    elements = [component.element for component in circuit.components]
    places = {element: names[anchor] for element, anchor in anchors(drawings, elements, circuit).items()}
    assert set(places) == {element for element in elements if element}
    assert places["xnetwork.xmemory.xu1.xcell.mwidth"] == (
        ("memory, unit u1", "xnetwork.xmemory.xu1.xcell.mwidth") if parameters else ("memory_cell", "mwidth")
    )
    assert anchors(drawings, ["xnetwork.xnowhere.m1", "x", "xnetwork.xmemory.xu1.xcell.mnone"], circuit) == {}
    chip, *_ = drawings
    assert block(chip) == ""
    assert {block(drawing) for drawing in drawings if drawing.title.startswith("memory, unit")} == {"xnetwork.xmemory"}
    labels = [group for group, _ in groups(drawings)]
    assert labels == ["Chip, cells", "input", "memory", "mix", "readout"]


def test_the_likely_cause_of_a_divergence_is_told_and_leads_to_its_parameter(tmp_path):
    found = result(bmru_network(), {"spice": lambda t, i: circuit(t, i, close_flips=0, outside=[(0, 2, 5)])})

    def cause(parameter):
        return Cause(
            parameter=parameter, element="xm.m1", layer="memory", unit=5, expected="3", found="4", evidence="read back",
            message=f"{parameter} has 4 fingers, not 3 <{HOSTILE}>",
        )  # fmt: skip

    target = found.targets["spice"]
    first = dataclasses.replace(
        target.comparison.first_divergence,
        cause=cause("memory.weight[5,1]"),
        candidates=tuple(cause(f"memory.weight[5,{j}]") for j in range(2, 8)),
        effect=Effect(decision_twin="1", decision_found="7", samples_with_differences=3, decisions_changed=1),
    )
    comparison = dataclasses.replace(target.comparison, first_divergence=first)
    told = dataclasses.replace(found, targets={"spice": dataclasses.replace(target, comparison=comparison)})
    look = opened(told, "spice", "m")
    assert look.places[1].address == "/m/mapping?q=memory.weight%5B5%2C1%5D"
    assert len(look.others) == 5
    html = page(tmp_path, told)
    text = text_of(html)
    assert "Likely cause memory.weight[5,1] has 4 fingers, not 3" in text
    assert "5 others would explain it, too" in text
    assert "3 of 12 samples differ somewhere; 1 decision changes." in text
    assert "<img" not in html
