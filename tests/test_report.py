"""The report page as a whole: what it says at a glance, that nothing breaks out of it, that it loads nothing."""

import re

import pytest
from report_samples import HOSTILE, bmru_network, circuit, hostile, page, result, rtl, src_network, text_of

from codesign import report
from codesign.errors import InputError


@pytest.fixture(scope="module")
def both():
    return (
        result(bmru_network(), {"spice": circuit, "verilog": rtl}),
        result(src_network(), {"verilog": rtl}),
    )


def test_every_part_is_there(both, tmp_path):
    html = page(tmp_path, *both)
    text = text_of(html)
    for part in ("State by state", "Waveforms and spikes", "Decisions", "Costs and resources", "Seeds", "Versions",
                 "Training record", "input currents", "memory cell outputs", "readout currents",
                 "Hysteresis of the memory cells",
                 "core with bias, simulated, no pads", "34.2 nW", "550 pJ", "412", "1,234", "ngspice 39.3",
                 "Icarus Verilog 12.0", "generic180", "memory.weight[3,2]", "input coding: seed",
                 "spikes of sample 0", both[0].network.hash, both[1].network.hash):  # fmt: skip
        assert part in text, part
    assert html.count("<figcaption>") >= 7
    assert html.count('class="confusion"') == 5  # twin and targets of both models


def test_agreement_shows_as_such(both, tmp_path):
    html = page(tmp_path, both[1])
    assert "Every target agrees with the software twin in every state" in text_of(html)
    assert '<article class="card good">' in html
    assert "No state differs." in html
    assert 'class="differs"' not in html
    assert "sample 0: all agree" in html


def test_differences_in_the_margin_are_not_a_failure(both, tmp_path):
    html = page(tmp_path, both[0])
    assert '<article class="card near">' in html
    assert '<article class="card bad">' not in html
    assert "Agrees, but for 3 states within the margin" in html
    assert 'class="differs-close"' in html


def test_planted_disagreement_is_named_and_drawn(tmp_path):
    found = result(
        bmru_network(),
        {"spice": lambda t, i: circuit(t, i, close_flips=0, outside=[(3, 2, 5)], wrong_decision=True)},
    )
    html = page(tmp_path, found)
    text = text_of(html)
    assert "The target does not agree with the software twin" in text
    assert "1 state differs outside the margin and 1 decision differs" in text
    assert "First difference: sample 3, step 2, layer “memory”, unit 5, state “state”" in text
    assert "unit currents; it resets at" in text
    assert "It lies outside the margin." in text
    assert "The sample is decided as “" in text
    assert 'class="differs" d="M2 5h1v1h-1z"' in html
    assert "1 decision that a target took otherwise than the twin" in text


def test_hostile_names_stay_text(tmp_path):
    found = result(bmru_network(training={HOSTILE: HOSTILE, "seed": HOSTILE}), {"spice": hostile, HOSTILE: rtl})
    html = page(tmp_path, found)
    data = html.count('<script type="application/json"')
    assert html.count("<script") == html.count("</script") == data + 1
    assert data == 3  # mapping, waveforms, hysteresis
    assert "<img" not in html
    assert "&lt;script&gt;alert(1)" in html
    assert html.count("<svg") == html.count("</svg>")


def test_bytes_are_the_same_every_time(both, tmp_path):
    first = report.write(both, tmp_path / "a.html").read_bytes()
    again = (
        result(bmru_network(), {"spice": circuit, "verilog": rtl}),
        result(src_network(), {"verilog": rtl}),
    )
    assert report.write(again, tmp_path / "b.html").read_bytes() == first


def test_nothing_is_loaded(both, tmp_path):
    html = page(tmp_path, *both)
    scripts = "".join(re.findall(r"<script>(.*?)</script>", html, re.DOTALL))
    markup = re.sub(r"<script.*?</script>", "", html, flags=re.DOTALL)
    assert len(markup) < len(html) - 50_000
    assert not re.search(r"https?:|//[a-z]|\bsrc\s*=|@import|<link|<iframe|<object", markup)
    assert not re.search(r"fetch\(|XMLHttpRequest|import\(|WebSocket|sendBeacon|\.src\b|eval\(|innerHTML", scripts)
    assert all(link.startswith("#") for link in re.findall(r'href="([^"]*)"', html))
    assert not re.search(r"url\((?!#)", html)
    assert "default-src 'none'" in html


def test_ids_are_unique_and_links_lead_somewhere(both, tmp_path):
    html = page(tmp_path, *both)
    ids = re.findall(r'\bid="([^"]*)"', html)
    assert len(ids) == len(set(ids))
    for target in re.findall(r'href="#([^"]*)"|url\(#([^)]*)\)', html):
        assert (target[0] or target[1]).partition("?")[0] in ids


def test_a_target_that_compared_nothing(tmp_path):
    text = text_of(page(tmp_path, result(bmru_network(), {"verilog": rtl}, samples=0)))
    assert "Nothing was compared" in text


def test_no_target_at_all(tmp_path):
    assert "No target was compared" in page(tmp_path, result(src_network(), {}))


def test_no_result_is_refused(tmp_path):
    with pytest.raises(InputError, match="at least one verification"):
        report.write([], tmp_path / "report.html")


def test_output_that_is_a_folder_is_refused(both, tmp_path):
    with pytest.raises(InputError, match="is a folder"):
        report.write(both, tmp_path)
