"""How power grows with the number of units: predicted from the parameters, and measured on transistors.

    python scripts/power_study.py                  # draws what is stored again: build/power.json, build/power.svg
    python scripts/power_study.py --measure        # first measures and predicts anew, which takes minutes
    python scripts/power_study.py --measure 4 8    # of the measurements only those of these sizes
    python scripts/power_study.py --predict        # none of them

It is stored with the model that has this shape, models/keyword-bmru/studies/power.json.

The networks are of the published shape (arXiv 2605.15216), 13 -> d -> two blocks with skip -> 10, with d = 4 to 64
units and the same statistics at every size: half of the weights are not 0, their magnitudes 1 to 8 fingers, both signs
alike; biases put the median drive of every memory cell into the middle of its hysteresis. Their inputs are spoken
digits of the test set. The prediction (codesign.analog.power) is taken over whole clips and several networks to fit the
law: recurrent power linear in d, feed-forward power quadratic. It is compared with ngspice on the first steps of one
clip (with 64 units in one settled step), for the network whose recurrent power is the median of its size.
"""

import argparse
import json
import shutil
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from codesign import checkpoint, coding, data, resources, twin
from codesign.analog import sample, simulator, testbench, writer
from codesign.analog import technology as technologies
from codesign.analog.decisions import variant
from codesign.analog.devices import TOP, flatten
from codesign.analog.export import write_into
from codesign.analog.netlist import Instance
from codesign.analog.power import predict
from codesign.analog.rules import require
from codesign.analog.technology import Technology
from codesign.files import write_file, write_json
from codesign.network import Choice, Layer, Network, Quantisation, Tensor
from codesign.twin import LayerTrace

TECHNOLOGY = "generic180"
MEASURED = {4: 12, 8: 10, 16: 8, 32: 4, 64: 0}
"""Units -> steps of the clip that are simulated; 0: one step, settled. With 12,000 transistors the edges of the inputs
and the switching of the cells would take hours."""
SETTLED_STEP = 2
PREDICTED = (4, 6, 8, 12, 16, 24, 32, 48, 64)
SEEDS = range(15)
CLIPS = 20
FIRST_STEP = 10
"""Before it, a clip is mostly silence."""
MODELS = ("keyword-bmru", "spoken-digits-bmru", "spoken-digits-bmru-32")
"""Trained ones, predicted beside them."""
LAW = {
    "vddm": "recurrent: memory cells, a x d + b",
    "vdd": "feed-forward: ports, weights, skip connections, a x d^2 + b x d + c",
}
STORED = resources.folder("models") / "keyword-bmru" / "studies" / "power.json"

SIGNED = Quantisation(bits=7, scale=Fraction(1, 8), signed=True)
UNSIGNED = Quantisation(bits=6, scale=Fraction(1, 8), signed=False)


def weights(random: np.random.Generator, outputs: int, inputs: int) -> NDArray[np.int32]:
    """(outputs, inputs): the statistics that are the same at every size."""
    magnitudes = random.integers(1, 9, (outputs, inputs)) * random.integers(0, 2, (outputs, inputs))
    return np.asarray(magnitudes * random.choice([-1, 1], (outputs, inputs)), dtype=np.int32)


def linear(random: np.random.Generator, name: str, outputs: int, inputs: int, skip: str = "") -> Layer:
    """A layer of weights; rectified, but for the readout."""
    return Layer(
        name=name,
        kind="linear",
        tensors={
            "weight": Tensor(weights(random, outputs, inputs), SIGNED),
            "bias": Tensor(random.integers(-4, 5, outputs).astype(np.int32), SIGNED),
        },
        attributes={"relu": int(name != "readout")},
        skip=skip,
    )


def memory(random: np.random.Generator, name: str, units: int) -> Layer:
    """A layer of memory cells, its bias still 0."""
    return Layer(
        name=name,
        kind="fq_bmru",
        tensors={
            "weight": Tensor(weights(random, units, units), SIGNED),
            "bias": Tensor(np.zeros(units, dtype=np.int32), SIGNED),
            "threshold": Tensor(random.integers(4, 13, units).astype(np.int32), UNSIGNED),
            "width": Tensor(random.integers(4, 13, units).astype(np.int32), UNSIGNED),
            "gain": Tensor(np.full(units, 8, dtype=np.int32), UNSIGNED),
        },
    )


def network(units: int, seed: int, clips: NDArray[np.int64]) -> Network:
    """The network of that size and seed; ``clips`` (clips, steps, 13) are what its biases are fitted to."""
    random = np.random.Generator(np.random.PCG64([units, seed]))
    layers = [linear(random, "input", units, clips.shape[2])]
    for block in (1, 2):
        layers.append(memory(random, f"memory{block}", units))
        layers.append(linear(random, f"mix{block}", units, units, skip=layers[2 * block - 2].name))
    layers.append(linear(random, "readout", 10, units))
    for position, layer in enumerate(layers):
        if layer.kind == "fq_bmru":
            layers[position] = centred(layer, whole(layers), clips)
    return whole(layers)


def whole(layers: list[Layer]) -> Network:
    """The layers as a network."""
    return Network(
        name=f"power-{layers[0].outputs}",
        task="spoken_digits",
        classes=tuple(str(digit) for digit in range(10)),
        coding=Choice(kind="current_rows", parameters={"levels": 64, "steps_per_unit": 32}),
        layers=tuple(layers),
        decision=Choice(kind="mean_readout"),
    )


def centred(layer: Layer, chain: Network, clips: NDArray[np.int64]) -> Layer:
    """``layer`` with biases that put its median drive into the middle of its hysteresis, as far as 32 fingers reach."""
    trace = twin.simulate(chain, clips).layers[layer.name]
    assert trace.drive is not None
    assert trace.drive_scale is not None
    median = np.median(trace.drive, axis=(0, 1)) * float(trace.drive_scale) * 8
    bias = np.rint(layer["threshold"] + layer["width"] / 2 - median)
    bias = np.minimum(np.clip(bias, -32, 32), layer["threshold"] + layer["width"] - 1).astype(np.int32)
    return replace(layer, tensors={**layer.tensors, "bias": Tensor(bias, SIGNED)})


def measured(built: Network, inputs: NDArray[np.int64], technology: Technology) -> dict[str, Any]:
    """Supply currents in ngspice over ``inputs`` (steps, inputs), in watts, and what it took."""
    circuit = require(built, technology)
    began = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="codesign-power-") as name:
        write_into(Path(name), built, circuit, technology)
        found = sample.simulate(
            Path(name), "power", built, circuit, technology, inputs, chip="", time_limit_s=3600, drawn=False
        )
    states = simulated(built, inputs)
    agree = [int((found.states[layer] == states[layer].states["state"][0]).sum()) for layer in found.states]
    return {
        "transistors": sum(device.kind == "m" for device in flatten(circuit, technology)),
        "steps": len(inputs),
        "wall_s": round(time.perf_counter() - began, 1),
        "states": sum(values.size for values in found.states.values()),
        "states_agree": sum(agree),
        "measured_w": {supply: value * technology.supply_v for supply, value in found.supply_a.items()},
        "predicted_w": watts(built, inputs[None], technology),
    }


def settled(built: Network, clip: NDArray[np.int64], step: int, technology: Technology) -> dict[str, Any]:
    """The same in one step of ``clip`` (steps, inputs) that begins with the states in which the twin ends it: nothing
    switches, and the currents are the mean of the second half."""
    circuit = require(built, technology)
    states = {name: layer.states["state"][0, step] for name, layer in simulated(built, clip).items() if layer.states}
    currents = clip[step] * float(coding.scale(built.coding.kind, built.coding.parameters)) * technology.unit_current_a
    high_v = technology.supply_v - 0.02
    probes = {layer: [testbench.probe_vector(p.element) for p in found] for layer, found in circuit.probes.items()}
    saved = [*(f"i(v{supply})" for supply in circuit.supplies), *(name for names in probes.values() for name in names)]
    step_s = technology.step_s
    lines = [
        "* one settled step",
        writer.include(f"{built.name}.cir"),
        *(f"V{supply} {supply} 0 {technology.supply_v}" for supply in circuit.supplies),
        "Vrst rst 0 0",
        *(f"Iin{j} 0 {name} {writer.number(float(currents[j]))}" for j, name in enumerate(circuit.inputs)),
        *variant(circuit.decision).loads(circuit, technology),
        writer.instance(Instance(name="network", nodes=circuit.top.ports, subcircuit="network")),
        ".options " + " ".join(f"{name}={value}" for name, value in technology.simulator.options.items()),
        f".temp {technology.temperature_c}",
        *(
            f".ic v({TOP}.x{layer}.xu{unit}.x)={high_v if state else 0.02}"
            for layer, found in states.items()
            for unit, state in enumerate(found)
        ),
        f".tran {step_s / 10} {step_s} 0 {step_s / 10}",
        *(f".save {name}" for name in saved),
        ".end",
    ]
    began = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="codesign-power-") as name:
        write_into(Path(name), built, circuit, technology)
        deck = Path(name) / "settled.cir"
        deck.write_text("\n".join(lines) + "\n")
        values = simulator.analyse(deck, ["time", *saved], time_limit_s=3600)
    half = values["time"] >= step_s / 2
    at = values["time"][half]
    mean_a = {
        supply: float(np.trapezoid(-values[f"i(v{supply})"][half], at) / (at[-1] - at[0]))
        for supply in circuit.supplies
    }
    level_a = {layer: [probe.level_a for probe in found] for layer, found in circuit.probes.items()}
    agree = [
        (np.abs([values[name][-1] for name in probes[layer]]) > level_a[layer]) == found.astype(bool)
        for layer, found in states.items()
    ]
    power = predict(built, clip[None], technology)
    return {
        "transistors": sum(device.kind == "m" for device in flatten(circuit, technology)),
        "steps": 1,
        "settled": True,
        "wall_s": round(time.perf_counter() - began, 1),
        "states": sum(found.size for found in states.values()),
        "states_agree": int(sum(found.sum() for found in agree)),
        "measured_w": {supply: value * technology.supply_v for supply, value in mean_a.items()},
        "predicted_w": {s: float(found[0, step]) * power.watts_per_unit for s, found in power.currents.items()},
    }


def simulated(built: Network, clip: NDArray[np.int64]) -> Mapping[str, LayerTrace]:
    """The twin on one clip."""
    return twin.simulate(built, clip[None]).layers


def watts(built: Network, inputs: NDArray[np.int64], technology: Technology) -> dict[str, float]:
    """The predicted power of each supply."""
    power = predict(built, inputs, technology)
    return {supply: power.mean_w(supply) for supply in power.currents}


def trained(technology: Technology) -> dict[str, Any]:
    """The shipped models of spoken words, predicted over their test clips."""
    found = {}
    for name in MODELS:
        folder = resources.folder("models") / name
        if (folder / "checkpoint.safetensors").is_file():
            model = checkpoint.load(folder)
            clips = data.load(model.task, "test").images[:CLIPS]
            inputs = coding.encode(model.coding.kind, model.coding.parameters, clips)
            found[name] = {"units": model.layers[0].outputs, "predicted_w": watts(model, inputs, technology)}
    return found


def fit(power_w: dict[str, float], powers: tuple[int, ...]) -> dict[str, Any]:
    """Least squares of the relative error over units -> watts: the coefficient of each d^power, the largest relative
    error, and the exponent of the one power of d that fits best."""
    d, y = np.array([float(units) for units in power_w]), np.array(list(power_w.values()))
    matrix = np.stack([d**power for power in powers], axis=1)
    coefficients = np.linalg.lstsq(matrix / y[:, None], np.ones(len(y)), rcond=None)[0]
    error = float(np.abs(matrix @ coefficients / y - 1).max())
    slope = float(np.polyfit(np.log(d), np.log(y), 1)[0])
    names = {f"d{power}": float(value) for power, value in zip(powers, coefficients, strict=True)}
    return {"watts_per": names, "largest_error": error, "exponent": slope}


def study(sizes: list[int]) -> dict[str, Any]:
    """Predictions and, of networks of these sizes, measurements; other measurements stay as they are stored."""
    technology = technologies.load(TECHNOLOGY).at(choice={"decision": "readout"})
    clips = data.load("spoken_digits", "test").images[:CLIPS]
    predicted: dict[str, Any] = {}
    middle: dict[int, int] = {}
    for units in PREDICTED:
        found = [watts(network(units, seed, clips), clips, technology) for seed in SEEDS]
        predicted[str(units)] = {supply: float(np.mean([item[supply] for item in found])) for supply in found[0]}
        middle[units] = int(np.argsort([item["vddm"] for item in found])[len(found) // 2])
    runs: dict[str, Any] = json.loads(STORED.read_text())["runs"] if STORED.is_file() else {}
    for units in sizes:
        built = network(units, SEEDS[middle[units]], clips)
        clip = clips[0, FIRST_STEP:]
        runs[str(units)] = (
            measured(built, clip[: MEASURED[units]], technology)
            if MEASURED[units]
            else settled(built, clip[: SETTLED_STEP + 1], SETTLED_STEP, technology)
        )
        print(f"d = {units}: {json.dumps(runs[str(units)])}", file=sys.stderr, flush=True)
    supplies = {"vddm": (1, 0), "vdd": (2, 1, 0)}
    law = {s: fit({u: item[s] for u, item in predicted.items()}, powers) for s, powers in supplies.items()}
    on_chip = {s: fit({u: item["measured_w"][s] for u, item in runs.items()}, powers) for s, powers in supplies.items()}
    return {
        "study": "power",
        "conditions": technology.conditions,
        "law": LAW,
        "clips": CLIPS,
        "seeds": len(SEEDS),
        "runs": runs,
        "predicted_w": predicted,
        "fit_predicted": law,
        "fit_measured": on_chip,
        "trained": trained(technology),
    }


def drawing(result: dict[str, Any]) -> str:
    """The plot as SVG: points measured, crosses predicted on the same steps, lines the law."""
    from matplotlib import rcParams
    from matplotlib.figure import Figure

    rcParams.update({"svg.hashsalt": "power", "svg.fonttype": "none", "font.size": 9})
    figure = Figure(figsize=(6.4, 4.2), layout="constrained")
    axes = figure.add_subplot()
    axes.set_xscale("log", base=2)
    axes.set_yscale("log")
    d = np.geomspace(4, 64, 50)
    for supply, colour in (("vdd", "tab:blue"), ("vddm", "tab:orange")):
        law = result["fit_predicted"][supply]["watts_per"]
        line = sum(value * d ** int(name[1:]) for name, value in law.items())
        axes.plot(d, line * 1e9, color=colour, linewidth=1, label=f"law of the prediction: {result['law'][supply]}")
        sizes = [int(units) for units in result["runs"]]
        for key, marker, text in (("measured_w", "o", "ngspice"), ("predicted_w", "x", "predicted, same steps")):
            values = [result["runs"][str(units)][key][supply] * 1e9 for units in sizes]
            axes.plot(sizes, values, marker, color=colour, fillstyle="none", label=text)
    axes.set_xticks([4, 8, 16, 32, 64], ["4", "8", "16", "32", "64"])
    axes.set_xlabel("units d")
    axes.set_ylabel("power, nW")
    axes.set_ylim(1, 60_000)
    axes.legend(fontsize=7, frameon=False, loc="upper left")
    path = Path(tempfile.mkdtemp(prefix="codesign-power-")) / "power.svg"
    figure.savefig(path, metadata={"Date": None, "Creator": None})
    text = path.read_text()
    shutil.rmtree(path.parent)
    return text


def main() -> None:
    """Measure or predict if asked to, then draw."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--measure", nargs="*", type=int, choices=list(MEASURED), metavar="UNITS")
    parser.add_argument("--predict", action="store_true")
    asked = parser.parse_args()
    if asked.measure is not None or asked.predict:
        sizes = [] if asked.measure is None else asked.measure or list(MEASURED)
        write_json(STORED, study(sizes))
    result = json.loads(STORED.read_text())
    write_json(Path("build/power.json"), result)
    write_file(Path("build/power.svg"), drawing(result))
    for supply, meaning in result["law"].items():
        for name in ("fit_predicted", "fit_measured"):
            print(f"{meaning}; {name}: {json.dumps(result[name][supply])}")


if __name__ == "__main__":
    main()
