"""The report page, made from real runs of the twin; targets are the twin with planted noise."""

import dataclasses
import re
import shutil
import subprocess
from fractions import Fraction
from html.parser import HTMLParser

import numpy as np
import pytest

from codesign import report
from codesign.errors import InputError
from codesign.network import Choice, Layer, Network, Quantisation, Tensor
from codesign.report import facts, raster, statemap, waveforms, words
from codesign.twin import simulate
from codesign.verify.compare import compare
from codesign.verify.measurement import Measurement, Waveform
from codesign.verify.run import TargetResult, VerifyResult

FINGERS = {"bits": 7, "scale": Fraction(1, 8), "signed": True}
DIGITS = tuple("0123456789")


def tensor(values, **quantisation):
    return Tensor(np.asarray(values), Quantisation(**(FINGERS | quantisation)))


def bmru_network(seed=1, units=16, training=None):
    rng = np.random.default_rng(seed)
    return Network(
        name="digits-bmru",
        task="digits",
        classes=DIGITS,
        coding=Choice(kind="current_rows", parameters={"levels": 16, "steps_per_unit": 16}),
        layers=(
            Layer(
                name="memory",
                kind="fq_bmru",
                tensors={
                    "weight": tensor(rng.integers(-20, 25, (units, 8))),
                    "bias": tensor(rng.integers(-6, 6, units)),
                    "threshold": tensor(rng.integers(2, 8, units)),
                    "width": tensor(rng.integers(2, 9, units)),
                    "gain": tensor(rng.integers(4, 12, units)),
                },
            ),
            Layer(
                name="readout",
                kind="linear",
                tensors={"weight": tensor(rng.integers(-16, 17, (10, units))), "bias": tensor(np.zeros(10, int))},
            ),
        ),
        decision=Choice(kind="mean_readout"),
        training={"seed": 7, "test_accuracy": 0.91, "loss": list(range(30))} if training is None else training,
    )


def src_network(seed=2, units=24):
    weight = np.random.default_rng(seed).integers(-12, 14, (units, 64))
    return Network(
        name="digits-src",
        task="digits",
        classes=DIGITS,
        coding=Choice(
            kind="bernoulli", parameters={"levels": 16, "black_frames": 3, "active_frames": 30, "rate": 40, "seed": 9}
        ),
        layers=(Layer(name="hidden", kind="src", tensors={"weight": tensor(weight, bits=5, scale=Fraction(1, 16))}),),
        decision=Choice(kind="group_count"),
        training={"seed": 3},
    )


def blobs(samples, seed=0):
    """Images with something in them: a bright square that moves."""
    rng = np.random.default_rng(seed)
    images = rng.integers(0, 4, (samples, 8, 8))
    for image, (row, column) in zip(images, rng.integers(0, 5, (samples, 2)), strict=True):
        image[row : row + 4, column : column + 3] = rng.integers(9, 17)
    return images


def result(network, targets, samples=12):
    """``targets``: name -> function of (trace, inputs) that gives its Measurement."""
    from codesign import coding

    inputs = coding.encode(network.coding.kind, network.coding.parameters, blobs(samples))
    trace = simulate(network, inputs)
    labels = (trace.decisions + (np.arange(samples) % 5 == 0)) % 10
    results = {}
    for name, make in targets.items():
        measured = make(trace, inputs)
        found = compare(trace, measured, labels)
        passed = found.perfect if name != "spice" else not found.disagree_outside_margin
        results[name] = TargetResult(
            measurement=measured,
            comparison=found,
            passed=passed and found.decisions_agree == samples,
            wall_s=12.5,
        )
    return VerifyResult(
        network=network, inputs=inputs, labels=labels, trace=trace, targets=results, technology="generic180"
    )


def copied(trace):
    return {
        layer: {n: v.copy() for n, v in found.states.items()} for layer, found in trace.layers.items() if found.states
    }


def rtl(trace, inputs, flips=()):
    """The RTL: the twin's states, but for ``flips`` of (layer, state, sample, step, unit, value)."""
    states = copied(trace)
    for layer, state, sample, step, unit, value in flips:
        states[layer][state][sample, step, unit] = value
    return Measurement(
        states=states,
        decisions=trace.decisions.copy(),
        figures={"cycles_per_sample": 1234, "simulator": "Icarus Verilog 12.0"},
    )


def circuit(trace, inputs, close_flips=3, outside=(), wrong_decision=False, name="memory unit 0"):
    """A circuit: states flipped in the margin, and those of ``outside`` (sample, step, unit) outside it."""
    rng = np.random.default_rng(5)
    states = copied(trace)
    state = states["memory"]["state"]
    layer = trace.layers["memory"]
    lower, upper = layer.thresholds
    distance = np.minimum(np.abs(layer.drive - lower), np.abs(layer.drive - upper))
    close = distance <= 6
    spots = np.argwhere(close)
    for spot in spots[rng.choice(len(spots), close_flips, replace=False)]:
        state[tuple(spot)] ^= 1
    for spot in outside:
        close[spot] = False
        state[spot] = 1 - layer.states["state"][spot]
    decisions = trace.decisions.copy()
    if wrong_decision:
        decisions[3] = (decisions[3] + 1) % 10
    step_s, steps = 2e-3, inputs.shape[1]
    time = np.linspace(0, step_s * (steps + 0.499), 3000)
    index = np.clip(((time - step_s / 2) / step_s).astype(int), 0, steps - 1)

    def settle(levels, delay):
        blend = 1 - np.exp(-(((time - step_s / 2) % step_s) / delay))
        return levels[np.maximum(index - 1, 0)] * (1 - blend) + levels[index] * blend

    waves = [
        Waveform(name=f"input {j}", group="input currents", unit="A", time_s=time,
                 values=settle(inputs[0, :, j] / 16 * 1e-9, 2e-5))
        for j in range(8)
    ] + [
        Waveform(name=name if u == 0 else f"memory unit {u}", group="memory cell outputs", unit="A", time_s=time,
                 values=settle(layer.outputs[0, :, u] / 8 * 1e-9, 1.2e-4))
        for u in range(4)
    ] + [
        Waveform(name=str(k), group="readout currents", unit="A", time_s=time,
                 values=settle(trace.layers["readout"].outputs[0, :, k] / 64 * 1e-9, 2e-4))
        for k in range(10)
    ]  # fmt: skip
    up, down = 1.1e-9, 0.5e-9
    ramp = np.linspace(0, 1.8e-9, 300)
    sweeps = [
        {"unit": "memory unit 3", "direction": "up", "input_a": ramp.tolist(),
         "output_a": (0.8e-9 / (1 + np.exp(-(ramp - up * 1.01) / 6e-12))).tolist()},
        {"unit": "memory unit 3", "direction": "down", "input_a": ramp[::-1].tolist(),
         "output_a": (0.8e-9 / (1 + np.exp(-(ramp[::-1] - down * 0.98) / 6e-12))).tolist()},
    ]  # fmt: skip
    for sweep in sweeps:
        sweep |= {"threshold_up_a": up, "threshold_down_a": down}
    return Measurement(
        states=states,
        decisions=decisions,
        in_margin={"memory": {"state": close}},
        figures={
            "technology": "generic180",
            "simulator": "ngspice 39.3",
            "power_w": 3.42e-8,
            "power_scope": "core with bias, simulated, no pads",
            "energy_j_per_sample": 5.5e-10,
            "devices": 412,
            "step_s": step_s,
            "start_s": step_s / 2,
            "hysteresis": sweeps,
            "mapping": [
                {"parameter": f"memory.weight[{u},{j}]", "value": u - j, "element": f"xmemory.xw{u}_{j}.m1",
                 "fingers": abs(u - j), "current_a": abs(u - j) / 8 * 1e-9}
                for u in range(16) for j in range(8)
            ],
        },
        waveforms=tuple(waves),
    )  # fmt: skip


def page(tmp_path, *results):
    return report.write(results, tmp_path / "report.html").read_text(encoding="utf-8")


def text_of(html):
    """What a reader sees, on one line."""
    parts: list[str] = []
    skipped = {"style", "script"}

    class Reader(HTMLParser):
        tag = ""

        def handle_starttag(self, tag, attrs):
            self.tag = tag

        def handle_data(self, data):
            if self.tag not in skipped:
                parts.append(data)

        def handle_endtag(self, tag):
            self.tag = ""

    Reader().feed(html)
    return re.sub(r"\s+", " ", " ".join(parts))


@pytest.fixture(scope="module")
def both():
    return (
        result(bmru_network(), {"spice": circuit, "verilog": rtl}),
        result(src_network(), {"verilog": rtl}),
    )


def test_every_part_is_there(both, tmp_path):
    html = page(tmp_path, *both)
    text = text_of(html)
    for part in ("State by state", "Signals", "Decisions", "Resources", "Seeds", "Versions", "Training record",
                 "input currents", "memory cell outputs", "readout currents", "hysteresis of the memory cell",
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


def test_a_wrong_spike_is_in_the_raster(tmp_path):
    network = src_network()
    clean = result(network, {"verilog": rtl})
    sample, step, unit = np.argwhere(clean.trace.layers["hidden"].outputs)[0]
    found = result(network, {"verilog": lambda t, i: rtl(t, i, [("hidden", "h", sample, step, unit, 511)])})
    text = text_of(page(tmp_path, found))
    assert f"spikes of sample {sample}" in text
    assert "1 only in the twin, 0 only in the RTL" in text
    assert "1 state differs" in text
    assert "there is no margin, all must be equal" in text


def test_a_switching_peak_does_not_flatten_the_levels():
    time = np.linspace(0, 1e-2, 5000)
    values = np.where(time > 5e-3, 1e-9, 0.0)
    values[2500:2504] = 60e-9
    wave = Waveform(name="x", group="memory cell outputs", unit="A", time_s=time, values=values)
    (plot,) = waveforms.waveform_plots(Measurement(states={}, decisions=np.zeros(0, int), waveforms=(wave,)), "t")
    assert "Short peaks, up to 60 nA, are cut off" in plot.caption
    quiet = dataclasses.replace(wave, values=np.minimum(values, 1e-9))
    (plot,) = waveforms.waveform_plots(Measurement(states={}, decisions=np.zeros(0, int), waveforms=(quiet,)), "t")
    assert "cut off" not in plot.caption


def test_spikes_are_read_off_the_states():
    network = src_network()
    found = result(network, {})
    trace = found.trace.layers["hidden"]
    assert trace.outputs.any()
    before = trace.states["h"].copy()
    np.testing.assert_array_equal(raster.spikes(network.layers[0], trace.states), trace.outputs > 0)
    np.testing.assert_array_equal(trace.states["h"], before)


HOSTILE = "</svg></script><script>alert(1)</script><img src=x onerror=alert(2)> \"'&$\\frac{$ \n\x00"


def test_hostile_names_stay_text(tmp_path):
    def evil(trace, inputs):
        measured = circuit(trace, inputs, name=HOSTILE)
        figures = dict(measured.figures)
        figures["mapping"] = [{"parameter": HOSTILE, "value": HOSTILE, "element": HOSTILE, "fingers": None,
                               "current_a": HOSTILE}]  # fmt: skip
        figures["hysteresis"] = [dict(curve, unit=HOSTILE) for curve in figures["hysteresis"]] + [HOSTILE, {}]
        figures |= {"technology": HOSTILE, "power_scope": HOSTILE, HOSTILE: 3, "versions": {HOSTILE: HOSTILE}}
        waves = [dataclasses.replace(w, group=HOSTILE if "input" in w.group else w.group) for w in measured.waveforms]
        return dataclasses.replace(measured, figures=figures, waveforms=tuple(waves))

    found = result(bmru_network(training={HOSTILE: HOSTILE, "seed": HOSTILE}), {"spice": evil, HOSTILE: rtl})
    html = page(tmp_path, found)
    assert html.count("<script") == 1
    assert html.count("</script") == 1
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
    assert not re.search(r"https?:|//[a-z]|\bsrc\s*=|@import|<link|<iframe|<object", html)
    assert all(link.startswith("#") for link in re.findall(r'href="([^"]*)"', html))
    assert not re.search(r"url\((?!#)", html)
    assert "default-src 'none'" in html


def test_ids_are_unique_and_links_lead_somewhere(both, tmp_path):
    html = page(tmp_path, *both)
    ids = re.findall(r'\bid="([^"]*)"', html)
    assert len(ids) == len(set(ids))
    for target in re.findall(r'href="#([^"]*)"|url\(#([^)]*)\)', html):
        assert (target[0] or target[1]) in ids


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


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (0, "W", "0 W"),
        (1.24e-8, "W", "12.4 nW"),
        (1e-9, "A", "1 nA"),
        (-2.5e-7, "A", "-250 nA"),
        (9.999e-10, "A", "1 nA"),
        (1e-3, "s", "1 ms"),
        (12.5, "s", "12.5 s"),
        (3e-17, "A", "0.03 fA"),
        (1e6, "Hz", "1 MHz"),
        (float("nan"), "A", "nan A"),
    ],
)
def test_si(value, unit, expected):
    assert words.si(value, unit) == expected


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [(10, 10, "100 %"), (0, 10, "0.0 %"), (9999, 10000, "99.99 %"), (999_999_9, 10_000_000, "above 99.999 %"),
     (1, 3, "33.3 %"), (1, 100_000_000, "below 0.001 %"), (0, 0, "-")],
)  # fmt: skip
def test_percent_rounds_to_all_or_none_only_when_it_is(part, whole, expected):
    assert words.percent(part, whole) == expected


def test_a_power_without_a_scope_says_so():
    found = result(
        src_network(),
        {"verilog": lambda t, i: dataclasses.replace(rtl(t, i), figures={"power_w": 0.1, "fmax_mhz": 52.25, "lut": 9})},
    )
    _, rows = facts.resources(found)
    assert rows == [
        ("Mean power", ["100 mW"], ["scope not stated"]),
        ("Look-up tables", ["9"], [""]),
        ("Fmax", ["52.25 MHz"], [""]),
        ("Wall time of the simulation", ["12.5 s"], [""]),
    ]


def test_state_map_paths_are_runs_of_steps():
    found = result(src_network(), {"verilog": lambda t, i: rtl(t, i, [("hidden", "i", 1, k, 2, 9999) for k in (4, 5)])})
    (drawn,) = statemap.state_maps(found, found.targets["verilog"])
    assert drawn.tiles[0].sample == 1
    assert drawn.tiles[0].differs == "M4 2h2v1h-2z"
    assert drawn.tiles[0].text == "2 differ"
    assert drawn.strip[1] == ("bad", "sample 1: 2 differ")
    assert drawn.summary == "11 of 12 samples agree in every state, 1 differs"


@pytest.mark.full
def test_a_browser_opens_it_without_complaint(both, tmp_path):
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.skip("needs Chromium")
    page(tmp_path, *both)
    done = subprocess.run(
        [chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
         "--disable-background-networking", "--disable-component-update", "--disable-sync", "--enable-logging=stderr",
         f"--user-data-dir={tmp_path / 'profile'}", "--dump-dom", (tmp_path / "report.html").as_uri()],
        capture_output=True, text=True, timeout=120, check=True,
    )  # fmt: skip
    assert "CONSOLE" not in done.stderr
    assert "</footer>" in done.stdout
