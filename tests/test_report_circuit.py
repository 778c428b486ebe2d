"""What the report shows of a chip, from a real run of a small one in ngspice."""

import dataclasses
import re

import numpy as np
import pytest
from report_samples import bmru_network, chip_network, circuit, page, result, rtl, src_network, text_of

from codesign import report
from codesign.report import confusion, facts, power, waveforms
from codesign.report.chain import _lanes, chain
from codesign.report.conditions import conditions
from codesign.report.published import Published, published
from codesign.report.svg import figure, logarithmic, svg
from codesign.verify import verify

ARXIV = Published(power_w=2e-7, source="arXiv 2605.15216")


@pytest.fixture(scope="module")
def chip():
    return verify(chip_network(), targets=["spice", "verilog"], samples=2)


def remeasured(result, **changes):
    """The result with another measurement of its circuit."""
    target = result.targets["spice"]
    measurement = dataclasses.replace(target.measurement, **changes)
    return dataclasses.replace(
        result, targets={**result.targets, "spice": dataclasses.replace(target, measurement=measurement)}
    )


def test_conditions_and_variants_stand_in_a_table_of_the_circuit_alone(chip):
    titles, rows = conditions(chip)
    assert titles == ["Transistor circuit"]
    assert dict(rows) == {
        "Technology": ["generic180"],
        "Process corner": ["tt"],
        "Temperature": ["27 °C"],
        "Supply": ["1 V"],
        "Unit current": ["1 nA"],
        "Length of a step": ["4 ms"],
        "Memory cell": ["ten transistor"],
        "Reference": ["self biased"],
        "Decision": ["winner take all"],
    }
    dies = remeasured(chip, figures={**chip.targets["spice"].measurement.figures, "mismatch_seed": 41, "die": 7})
    assert dict(conditions(dies)[1])["Mismatch: seed of the batch"] == ["41"]
    assert dict(conditions(dies)[1])["Mismatch: die of the batch"] == ["7"]


def test_a_digital_target_alone_has_no_conditions_and_no_power(tmp_path):
    found = result(src_network(), {"verilog": rtl})
    assert conditions(found) == ([], [])
    html = page(tmp_path, found)
    assert "-conditions" not in html
    assert 'class="stack"' not in html
    assert 'class="skip"' not in html


def test_power_stands_by_supply_and_not_among_the_resources(chip):
    figures = chip.targets["spice"].measurement.figures
    bar = power.power_bar(figures, None)
    assert [part.supply for part in bar.parts] == ["vdd", "vddm", "vddr", "vddo"]
    assert bar.parts[1].feeds == "memory cells"
    assert bar.total == f"{figures['power_w'] * 1e9:.3g} nW"
    assert sum(part.share for part in bar.parts) == pytest.approx(100)
    assert (bar.published, bar.published_share) == ("", 0.0)
    labels = [label for label, *_ in facts.resources(chip)[1]]
    assert "Mean power" in labels
    assert not any("vdd" in label for label in labels)
    assert not {"Temperature", "Supply", "Unit current", "Length of a step"} & set(labels)


def test_a_published_power_is_shown_where_the_card_gives_one(chip, tmp_path):
    figures = chip.targets["spice"].measurement.figures
    bar = power.power_bar(figures, ARXIV)
    assert (bar.published, bar.published_share, bar.source) == ("200 nW", 100, "arXiv 2605.15216")
    assert bar.total_share == pytest.approx(100 * figures["power_w"] / 2e-7)
    output = report.write([chip], tmp_path / "with.html", published={"tiny-chip": ARXIV})
    assert "arXiv 2605.15216 200 nW" in text_of(output.read_text()).replace("published ", "")
    assert 'title="published: 200 nW"' in output.read_text()
    assert "published:" not in report.write([chip], tmp_path / "x.html", published={"other": ARXIV}).read_text()


@pytest.mark.parametrize(
    ("card", "expected"),
    [
        ("# m\n\nProse.\n\n- Published power: about 100 nW (arXiv 2605.15216, d = 4)\n",
         Published(power_w=1e-7, source="arXiv 2605.15216, d = 4")),
        ("Published power: 1.5 µW (a paper).", Published(power_w=1.5e-6, source="a paper")),
        ("Some say: published power is 100 nW (arXiv)", None),
        ("Published power: 1.2.3 nW (arXiv)", None),
        ("", None),
    ],
)  # fmt: skip
def test_the_card_gives_a_published_power_on_a_line_of_its_own(card, expected, tmp_path):
    (tmp_path / "README.md").write_text(card)
    found = published(tmp_path)
    assert (found and (found.power_w, found.source)) == (
        expected and (pytest.approx(expected.power_w), expected.source)
    )
    assert published(tmp_path / "nowhere") is None


def test_a_supply_without_a_figure_or_with_a_strange_one_is_left_out():
    assert power.power_bar({"power_w": 1e-9}, None) is None
    assert power.power_bar({"supplies": {"vdd": "all"}, "power_vdd_w": "much"}, None) is None
    bar = power.power_bar({"supplies": {"a": "x", "b": "y"}, "power_a_w": 3e-9, "power_b_w": None}, None)
    assert [(part.supply, part.of_all) for part in bar.parts] == [("a", "100 %")]


def test_integrators_are_volts_and_the_winner_is_marked(chip):
    measured = chip.targets["spice"].measurement
    decided = int(measured.decisions[0])
    plots = waveforms.waveform_plots(measured, "t", chip.network.classes)
    (plot,) = [plot for plot in plots if plot.title == "integrator voltages"]
    assert "voltage (mV)" in plot.drawing
    assert plot.drawing.count("(decided)") == 1
    assert f">{decided} (decided)<" in plot.drawing
    assert "The thick line was decided for." in plot.caption
    undecided = dataclasses.replace(measured, decisions=np.full_like(measured.decisions, -1))
    (plot,) = [p for p in waveforms.waveform_plots(undecided, "t", chip.network.classes) if "integrator" in p.title]
    assert "(decided)" not in plot.drawing
    assert "The sample was left undecided." in plot.caption


def test_numbers_on_an_axis_keep_their_digits(chip):
    """Coordinates are rounded to a hundredth of a point; 0.001 on an axis is not 0.00."""
    with figure(3, 2) as drawing:
        axes = drawing.add_subplot()
        axes.plot([0.0011, 0.0044], [1e-6, 1e6])
        logarithmic(axes, "y")
        axes.set_xticks([0.0015, 0.0035])
        drawn = svg(drawing, name="digits", label="a plot")
    assert ">0.0015<" in drawn
    assert ">10⁻⁶<" in drawn
    assert "mathdefault" not in drawn
    assert not re.search(r'="[^"]*\.\d\d\d[^"]*"', drawn.replace("stroke-dasharray", "").replace("rgb", ""))


def test_undecided_samples_have_a_column_and_a_word(chip, tmp_path):
    decisions = chip.targets["spice"].measurement.decisions.copy()
    decisions[1] = -1
    found = remeasured(chip, decisions=decisions)
    twin, spice, verilog = confusion.confusions(found)
    assert twin.columns == verilog.columns == chip.network.classes
    assert spice.columns == (*chip.network.classes, "undecided")
    label = int(chip.labels[1])
    assert [row[1][-1][0] for row in spice.rows] == [int(k == label) for k in range(10)]
    assert [decision.found for decision in confusion.odd_decisions(found)] == ["undecided"]
    text = text_of(page(tmp_path, found))
    assert "Undecided: the circuit had no single winner." in text
    assert "ndecided" not in text_of(page(tmp_path, chip))


def test_the_first_divergence_says_that_a_sample_was_left_undecided(tmp_path):
    def undecided(trace, inputs):
        measured = circuit(trace, inputs, close_flips=0, outside=[(3, 2, 5)], wrong_decision=True)
        return dataclasses.replace(measured, decisions=np.where(np.arange(12) == 3, -1, trace.decisions))

    found = result(bmru_network(), {"spice": undecided})
    assert "The sample is left undecided; the twin decides “" in text_of(page(tmp_path, found))


def test_skip_connections_are_drawn_and_named(chip, tmp_path):
    drawn = chain(chip.network)
    assert drawn.count('class="box') == 6  # input, four layers, decision
    assert drawn.count('class="box memory"') == 1
    assert drawn.count('class="plus"') == drawn.count('class="tap"') == 1
    assert "mix plus the outputs of input" in drawn
    text = text_of(page(tmp_path, chip))
    assert "adds the outputs of input (skip connection)" in text
    assert "Arcs are skip connections" in text


def test_arcs_that_cross_take_lanes_of_their_own():
    assert _lanes([(1, 3), (3, 5)]) == [0, 0]
    assert _lanes([(1, 4), (2, 5), (4, 6)]) == [0, 1, 0]


def test_accuracies_of_the_training_record_stand_side_by_side(chip):
    assert facts.accuracies(chip.network.training) == [
        ("test", "50.00 %", "25.00 %"),
        ("mismatch 5 %", "-", "20.00 %"),
    ]
    assert facts.accuracies({"accuracy_float": "none", "accuracy_test": True, "seed": 3}) == []


def test_a_circuit_that_passes_with_a_few_states_outside_says_so(tmp_path):
    found = result(bmru_network(), {"spice": lambda t, i: circuit(t, i, close_flips=0, outside=[(3, 2, 5)])})
    target = dataclasses.replace(found.targets["spice"], passed=True)
    text = text_of(page(tmp_path, dataclasses.replace(found, targets={"spice": target})))
    assert "Every target agrees with the software twin, but for few states" in text
    assert "Passes, but 1 state differs outside the margin" in text


def test_maps_of_many_steps_are_wide_and_of_few_units_low(chip, tmp_path):
    html = page(tmp_path, chip)
    assert '<div class="tiles" style="--wide:150px; --high:56px">' in html
