"""What the simplification of the SRC costs: its full form against it, on MNIST with 55 frames.

    python scripts/src_full_study.py             # trains six networks (6 minutes on one core), writes the study
    python scripts/src_full_study.py --cost      # only the LUTs and flip-flops of both, into the stored study

Both forms are trained with the recipe of models/mnist-src-55, for the same seeds; only the kind of the cell and its
attributes differ. ``weight_shift`` and ``z_hyp`` were chosen on the validation images with two epochs, as ``z_max`` was
for the simplified form. All accuracies are of the integer twin on the 5,000 validation images, never the test set.
The study is stored beside the cell, codesign/cells/src_full/study.json.
"""

import argparse
import json
import tempfile
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
from amaranth.back import rtlil
from numpy.typing import NDArray

from codesign import cells, checkpoint, data, resources, tools, twin
from codesign.cells.src_full.functions import functions
from codesign.coding import encode
from codesign.digital import Options
from codesign.digital.interval import Interval
from codesign.digital.streams import Bundle
from codesign.files import write_json
from codesign.network import Layer, Network, Tensor
from codesign.training import read_recipe
from codesign.training.loop import deterministic, fit
from codesign.training.model import Model
from codesign.training.recipe import Recipe, checked
from codesign.training.record import accuracy, twin_scores

MODEL = resources.folder("models") / "mnist-src-55"
STORED = resources.folder("codesign") / "cells" / "src_full" / "study.json"
SEEDS = (1, 2, 3)
FORMS: dict[str, dict[str, int]] = {
    "src": {"z_max": 820},
    "src_full": {"weight_shift": 6, "z_hyp": 820, "largest_error": 32},
}
OPTIONS = {"weight_bits": 5}
LANES = (2, 6)
ERRORS = (1, 8, 32, 64)


def main() -> None:
    """Train, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cost", action="store_true", help="only measure LUTs and flip-flops again")
    parser.add_argument("--output", type=Path, default=STORED)
    arguments = parser.parse_args()
    study = json.loads(STORED.read_text()) if arguments.cost else accuracies()
    study["cost_per_lane"] = {kind: lane_cost(kind) for kind in FORMS}
    study["cost_from"] = f"yosys {tools.version('yosys')}, synth_ecp5, ({LANES[1]} lanes - {LANES[0]} lanes) / n"
    write_json(arguments.output, study)


def accuracies() -> dict[str, Any]:
    """Of both forms, trained and swapped."""
    validation = data.load("mnist", "validation")

    def score(network: Network) -> float:
        return accuracy(twin_scores(network, validation.images), validation.labels)

    runs = []
    for seed in SEEDS:
        trained = {kind: train(kind, seed) for kind in FORMS}
        run: dict[str, Any] = {"seed": seed}
        for kind, network in trained.items():
            other = next(name for name in FORMS if name != kind)
            run[kind] = {
                "validation": score(network),
                f"in_the_cell_{other}": score(in_cell(network, other)),
                "spikes_per_digit": spikes_per_digit(network, validation.images[:1000]),
            }
        full = trained["src_full"]
        run["src_full"]["by_largest_error"] = {
            str(error): score(in_cell(full, "src_full", largest_error=error)) for error in ERRORS
        }
        run["src_full"]["in_floating_point"] = float_accuracy(full, validation.images, validation.labels)
        runs.append(run)
    return {
        "model": "mnist-src-55",
        "command": "python scripts/src_full_study.py",
        "training": read_recipe(MODEL).training.model_dump(),
        "options": OPTIONS,
        "forms": FORMS,
        "runs": runs,
        "mean_validation": {
            kind: round(float(np.mean([run[kind]["validation"] for run in runs])), 6) for kind in FORMS
        },
    }


def train(kind: str, seed: int) -> Network:
    """The network of the recipe with another cell."""
    value = read_recipe(MODEL).model_dump()
    value["layers"] = [{**value["layers"][0], "kind": kind, "attributes": FORMS[kind], "options": OPTIONS}]
    value["training"] = {**value["training"], "seed": seed}
    recipe = checked(Recipe, value, f"recipe with {kind}")
    with deterministic(seed):
        model = Model(recipe)
        fit(model, data.load("mnist", "train"))
    return model.network()


def in_cell(network: Network, kind: str, **changes: int) -> Network:
    """The same weights in another cell."""
    layer = network.layers[0]
    replaced = Layer(name=layer.name, kind=kind, tensors=layer.tensors, attributes={**FORMS[kind], **changes})
    return Network(
        name=network.name,
        task=network.task,
        classes=network.classes,
        coding=network.coding,
        layers=(replaced,),
        decision=network.decision,
    )


def lane_cost(kind: str) -> dict[str, Any]:
    """Of one neuron lane with its states in registers, by the difference between two numbers of lanes."""
    network = checkpoint.load(MODEL)
    layer = in_cell(network, kind).layers[0]
    found: dict[str, Any] = {}
    for name, options in (("with multipliers", ""), ("without multipliers", "-nodsp")):
        few, many = (cells_of(layer, lanes, options) for lanes in LANES)
        found[name] = {"LUT": per_lane("LUT4", few, many) + 2 * per_lane("CCU2C", few, many)}
        found[name] |= {cell: per_lane(cell, few, many) for cell in ("TRELLIS_FF", "MULT18X18D")}
    found["stages"] = units_of(layer, 1).stages
    if kind == "src_full":
        found["LUT without multipliers by largest_error"] = {
            str(error): luts_without_multipliers(in_cell(network, kind, largest_error=error).layers[0])
            for error in ERRORS
        }
        chosen = functions(layer.attributes)
        found["functions"] = {name: getattr(chosen, name).json() for name in ("drive", "tanh", "slow")}
    return found


def per_lane(cell: str, few: dict[str, int], many: dict[str, int]) -> float:
    """Cells of one kind that a lane more needs."""
    return (many.get(cell, 0) - few.get(cell, 0)) / (LANES[1] - LANES[0])


def luts_without_multipliers(layer: Layer) -> float:
    """Per lane; a carry cell is two."""
    few, many = (cells_of(layer, lanes, "-nodsp") for lanes in LANES)
    return per_lane("LUT4", few, many) + 2 * per_lane("CCU2C", few, many)


def units_of(layer: Layer, lanes: int) -> Any:
    """The units of a layer of ``lanes`` neurons that are all updated at once."""
    weight = Tensor(layer["weight"][:lanes], layer.tensors["weight"].quantisation)
    part = replace(layer, tensors={"weight": weight})
    source = Bundle(signal="spike", ranges=(Interval(0, 1),) * layer.inputs, scale=Fraction(1), lanes=1)
    return cells.part(layer.kind, "rtl").build(part, source, Options(units_per_cycle=lanes)).units


def cells_of(layer: Layer, lanes: int, options: str) -> dict[str, int]:
    """Cells of an ECP5, by kind."""
    with tempfile.TemporaryDirectory(prefix="codesign-") as name:
        folder = Path(name)
        (folder / "units.il").write_text(rtlil.convert(units_of(layer, lanes), name="units", emit_src=False))
        script = f"read_rtlil units.il; synth_ecp5 {options} -top units; tee -o stat.json stat -json"
        tools.run("yosys", ["-q", "-p", script], folder=folder, time_limit_s=600)
        found: dict[str, int] = json.loads((folder / "stat.json").read_text())["design"]["num_cells_by_type"]
    return found


def spikes_per_digit(network: Network, images: NDArray[np.int64]) -> float:
    """Of the hidden layer, mean."""
    inputs = encode(network.coding.kind, network.coding.parameters, images)
    return round(float(twin.simulate(network, inputs).layers[network.layers[0].name].outputs.sum() / len(images)), 1)


def float_accuracy(network: Network, images: NDArray[np.int64], labels: NDArray[np.int64]) -> float:
    """Of the cell in floating point, with the same whole weights and the same leak."""
    layer = network.layers[0]
    step, rho, bias, z_hyp, z_dep = (
        (1 << layer.attributes["weight_shift"]) / 1024,
        *(layer.attributes[name] / 1024 for name in ("rho", "bias", "z_hyp", "z_dep")),
    )
    weight = layer["weight"].T * step
    votes = np.arange(layer.outputs)[:, None] % 10 == np.arange(10)
    scores = []
    for start in range(0, len(images), 500):
        inputs = encode(network.coding.kind, network.coding.parameters, images[start : start + 500])
        i = np.zeros((len(inputs), layer.outputs))
        h, hs, count = np.zeros_like(i), np.zeros_like(i), np.zeros_like(i)
        for frame in range(1, inputs.shape[1]):
            i = 0.90625 * i + inputs[:, frame] @ weight
            z = z_hyp + (z_dep - z_hyp) / (1 + np.exp(-10 * (h - 0.5)))
            v = rho * np.tanh(i / rho) + 2 * h - 7 * hs + bias
            h, hs = np.tanh(v), z * hs + (1 - z) * h
            count += h > 0.5
        scores.append(count @ np.where(votes, 10, -1))
    return accuracy(np.concatenate(scores).astype(np.float32), labels)


if __name__ == "__main__":
    main()
