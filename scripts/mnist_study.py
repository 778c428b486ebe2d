"""What accuracy on MNIST costs: events and cycles per digit, frames, neurons and bits of a weight.

    python scripts/mnist_study.py              # trains and counts what is not stored yet
    python scripts/mnist_study.py --recount    # counts all cycles anew, with the engines as they are now

A network for every point of GRID, all trained alike and shorter than the shipped ones, scored on the 5,000 validation
images; the test images are not looked at. It is stored point by point with the fastest model that is shipped,
models/mnist-src-fast/studies/accuracy.json; the networks stay in build/mnist_study. A quarter of an hour on one core,
if nothing is stored. Two bits are ternary weights: -1, 0 and 1.
"""

import argparse
import json
import sys
from dataclasses import asdict, dataclass
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import torch

from codesign import checkpoint, coding, data, digital, resources
from codesign.data import Examples
from codesign.digital.options import ENGINES
from codesign.files import write_json
from codesign.network import Network
from codesign.training.events import SpikeTable
from codesign.training.loop import deterministic, fit
from codesign.training.model import Model
from codesign.training.recipe import Recipe, checked, read_recipe
from codesign.training.record import accuracy

MODELS = resources.folder("models")
STORED = MODELS / "mnist-src-fast" / "studies" / "accuracy.json"
NETWORKS = Path("build/mnist_study")
CYCLE_IMAGES = 20
"""Validation images whose cycles are counted, one behind the other."""
BATCH = 500


@dataclass(frozen=True, kw_only=True)
class Point:
    """A network of the study. ``frames`` are those of the published notation: for Bernoulli coding with the black
    ones, for one-shot coding without the reset."""

    coding: str
    frames: int
    hidden: int
    weight_bits: int

    @property
    def name(self) -> str:
        return f"{self.coding}-{self.frames}-{self.hidden}-{self.weight_bits}"


BERNOULLI_FRAMES = (22, 44, 55, 110)
BASES = {
    ("one_shot", 7): "mnist-src-fast",
    ("one_shot", 22): "mnist-src-oneshot-100",
    **{("bernoulli", frames): "mnist-src-55" for frames in BERNOULLI_FRAMES},
}
"""Coding and frames -> the shipped model whose recipe is varied."""
EPOCHS = {"one_shot": 8, "bernoulli": 4}
RANGES = {2: 1.4, 3: 2.0, 4: 2.5, 5: 3.0}
"""Bits -> what the largest weight stands for, in rms: the fewer steps, the sooner it must be clipped."""
GRID = (
    *(
        Point(coding="one_shot", frames=frames, hidden=hidden, weight_bits=bits)
        for frames, hidden, bits in product((7, 22), (100, 200), RANGES)
    ),
    *(
        Point(coding="bernoulli", frames=frames, hidden=100, weight_bits=bits)
        for frames, bits in product(BERNOULLI_FRAMES, (2, 5))
    ),
)


_KEYS = tuple(asdict(GRID[0]))


def recipe(point: Point) -> Recipe:
    """How the network of a point is trained."""
    value = read_recipe(MODELS / BASES[point.coding, point.frames]).model_dump()
    layer, parameters = value["layers"][0], value["coding"]["parameters"]
    if point.coding == "bernoulli":
        parameters |= {"black_frames": point.frames // 11, "active_frames": point.frames - point.frames // 11}
    layer["outputs"] = point.hidden
    layer["options"] |= {
        "weight_bits": point.weight_bits, "weight_range": RANGES[point.weight_bits], "sensitive": True,
    }  # fmt: skip
    value["name"] = point.name
    value["training"] |= {"epochs": EPOCHS[point.coding], "distortion": 0.04}
    return checked(Recipe, value, point.name)


def trained(point: Point, examples: Examples, validation: Examples) -> tuple[Network, dict[str, Any]]:
    """The network of a point, and what it does with the validation images."""
    wanted = recipe(point)
    with deterministic(wanted.training.seed):
        model = Model(wanted)
        fit(model, examples)
        table = SpikeTable(model.coding, validation.images)
        scores, spikes, events = [], 0, 0
        for start in range(0, len(validation.images), BATCH):
            images = validation.images[start : start + BATCH]
            with torch.no_grad():
                run = model(table.batch(images))
            scores.append(run.scores.numpy())
            spikes += int(run.layers[wanted.layers[0].name].outputs.sum())
            events += int(coding.encode(model.coding.kind, model.coding.parameters, images).sum())
    found = {
        **asdict(point),
        "epochs": wanted.training.epochs,
        "accuracy_validation": accuracy(np.concatenate(scores), validation.labels),
        "events": round(events / len(validation.images), 1),
        "hidden_spikes": round(spikes / len(validation.images), 1),
    }
    return model.network(), found


def cycles(network: Network, validation: Examples) -> dict[str, float]:
    """Clock cycles per digit of each engine."""
    kind, parameters = network.coding.kind, network.coding.parameters
    inputs = list(coding.encode(kind, parameters, validation.images[:CYCLE_IMAGES]))
    return {
        name: round(digital.predicted_cycles(network, inputs, options) / len(inputs), 1)
        for name, options in ENGINES.items()
    }


def study(*, recount: bool) -> None:
    """Fill in what STORED lacks, and store after each point."""
    stored = json.loads(STORED.read_text())["points"] if STORED.is_file() else []
    known = {tuple(found[key] for key in _KEYS): found for found in stored}
    validation = data.load("mnist", "validation")
    examples: Examples | None = None
    for point in GRID:
        key, path = tuple(asdict(point).values()), NETWORKS / f"{point.name}.safetensors"
        found = known.get(key)
        if found is not None and "cycles" in found and not recount:
            continue
        if found is None or not path.is_file():
            examples = examples or data.load("mnist", "train")
            network, found = trained(point, examples, validation)
            path.parent.mkdir(parents=True, exist_ok=True)
            checkpoint.save(network, path)
        known[key] = {**found, "cycles": cycles(checkpoint.load(path), validation)}
        print(json.dumps(known[key]), file=sys.stderr, flush=True)
        write_json(STORED, {
            "study": "accuracy",
            "task": "mnist",
            "validation_images": len(validation.images),
            "cycle_images": CYCLE_IMAGES,
            "points": [known[key] for key in (tuple(asdict(point).values()) for point in GRID) if key in known],
            "command": "python scripts/mnist_study.py",
        })  # fmt: skip


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--recount", action="store_true", help="count all cycles anew")
    study(recount=parser.parse_args().recount)


if __name__ == "__main__":
    main()
