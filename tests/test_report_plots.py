"""The drawings of the report: waveforms, spikes, maps of states, the chain of layers."""

import dataclasses

import numpy as np
from report_samples import page, result, rtl, src_network, text_of

from codesign.measurement import Measurement, Waveform
from codesign.report import raster, statemap, waveforms


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
