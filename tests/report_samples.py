"""What the tests of the report share: results of real runs of the twin; targets are the twin with planted noise."""

import re
from dataclasses import replace
from fractions import Fraction
from html.parser import HTMLParser

import numpy as np
from networks import bmru_network as small_bmru_network
from networks import fq_layer, linear_layer

from codesign import coding, report
from codesign.measurement import Measurement, Waveform
from codesign.network import Choice, Layer, Network, Quantisation, Tensor
from codesign.twin import simulate
from codesign.verify.compare import compare
from codesign.verify.run import TargetResult, VerifyResult

HOSTILE = "</svg></script><script>alert(1)</script><img src=x onerror=alert(2)> \"'&$\\frac{$ \n\x00"
"""Breaks out of whatever does not escape it."""

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


def hostile(trace, inputs):
    """A circuit whose every name tries to break out of the page."""
    measured = circuit(trace, inputs, name=HOSTILE)
    figures = dict(measured.figures)
    figures["mapping"] = [{"parameter": HOSTILE, "value": HOSTILE, "element": HOSTILE, "fingers": None,
                           "current_a": HOSTILE}]  # fmt: skip
    figures["hysteresis"] = [dict(curve, unit=HOSTILE) for curve in figures["hysteresis"]] + [HOSTILE, {}]
    figures |= {"technology": HOSTILE, "power_scope": HOSTILE, HOSTILE: 3, "versions": {HOSTILE: HOSTILE}}
    waves = [replace(w, group=HOSTILE if "input" in w.group else w.group) for w in measured.waveforms]
    return replace(measured, figures=figures, waveforms=tuple(waves))


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


def chip_network():
    """Small enough for ngspice in seconds, and with all a chip has: memory cells, a skip connection, a decision."""
    layers = (
        linear_layer("input", weight=[[4, 0] * 4, [0, 4] * 4], bias=[0, 0], relu=1),
        fq_layer(weight=[[8, 0], [0, 8]], bias=[0, 0], threshold=[4, 8], width=[4, 8], gain=[8, 8]),
        replace(linear_layer("mix", weight=[[8, -4], [-4, 8]], bias=[0, 0], relu=1), skip="input"),
        linear_layer(weight=np.random.default_rng(3).integers(-4, 5, (10, 2)), bias=np.zeros(10, int)),
    )
    training = {"accuracy_test": 0.5, "balanced_accuracy_test": 0.25, "balanced_accuracy_mismatch_5_percent": 0.2}
    return small_bmru_network(layers, name="tiny-chip", training=training)
