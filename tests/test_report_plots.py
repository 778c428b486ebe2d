"""The drawings of the report: waveforms, spikes, maps of states, the chain of layers."""

import dataclasses
import re
from importlib.resources import files
from itertools import combinations

import numpy as np
import pytest
from report_samples import page, result, rtl, src_network, text_of

from codesign.measurement import Measurement, Waveform
from codesign.report import raster, statemap, waveforms
from codesign.report.plots.style import COLOURS


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


def test_state_map_paths_are_runs_of_steps():
    found = result(src_network(), {"verilog": lambda t, i: rtl(t, i, [("hidden", "i", 1, k, 2, 9999) for k in (4, 5)])})
    (drawn,) = statemap.state_maps(found, found.targets["verilog"])
    assert drawn.tiles[0].sample == 1
    assert drawn.tiles[0].differs == "M4 2h2v1h-2z"
    assert drawn.tiles[0].text == "2 differ"
    assert drawn.strip[1] == ("bad", "sample 1: 2 differ")
    assert drawn.summary == "11 of 12 samples agree in every state, 1 differs"


def test_steps_that_the_rtl_leaves_out_are_shown_as_in_the_twin(tmp_path):
    """As black frames are, which every model of MNIST begins with."""
    network, left_out = src_network(), 3

    def late(trace, inputs):
        measured = rtl(trace, inputs, [("hidden", "i", 1, 5, 2, 9999)])
        states = {"hidden": {name: values[:, left_out:] for name, values in measured.states["hidden"].items()}}
        return dataclasses.replace(measured, states=states, first_step=left_out)

    found = result(network, {"verilog": late})
    (drawn,) = statemap.state_maps(found, found.targets["verilog"])
    assert drawn.steps == found.inputs.shape[1]
    assert drawn.tiles[0].differs == "M5 2h1v1h-1z"
    plot = raster.raster_plot(found, "verilog", "1 verilog")
    assert (plot.twin_only, plot.target_only) == (0, 0)
    assert plot.both == (found.trace.layers["hidden"].outputs[plot.sample] > 0).sum()
    assert "The first 3 steps are shown as in the twin" in text_of(page(tmp_path, found))


SEEN = (
    np.eye(3),
    [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
)
"""Linear RGB as it is seen with full colour vision, without green and without red cones (Machado and others, 2009)."""


def lab(colour, seen):
    """CIE L*a*b* of "#rrggbb"."""
    given = np.array([int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)])
    linear = np.where(given <= 0.04045, given / 12.92, ((given + 0.055) / 1.055) ** 2.4)
    mixed = [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
    x = np.array(mixed) @ np.clip(np.array(seen) @ linear, 0, 1) / [0.9505, 1.0, 1.089]
    f = np.where(x > 0.008856, np.cbrt(x), 7.787 * x + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def palettes():
    """Of papers, and of the page, light and dark."""
    style = files("codesign.report").joinpath("style", "colours.css").read_text()
    page = re.findall(r"--s\d: light-dark\((#\w+), (#\w+)\)", style)
    return {"papers": COLOURS, **dict(zip(("light", "dark"), zip(*page, strict=True), strict=True))}


@pytest.mark.parametrize("name", ["papers", "light", "dark"])
def test_colours_are_apart_for_the_colour_blind(name):
    colours = palettes()[name]
    assert len(colours) == 6
    for seen in SEEN:
        assert min(np.linalg.norm(lab(a, seen) - lab(b, seen)) for a, b in combinations(colours, 2)) > 20


def test_colours_of_papers_are_apart_in_grey():
    assert np.diff(sorted(lab(colour, SEEN[0])[0] for colour in COLOURS)).min() > 6
