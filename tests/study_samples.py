"""What the real writers of studies write of small circuits, and who writes which kind."""

import dataclasses
import importlib.util
import json
import sys
from pathlib import Path

import numpy as np
import pytest
import yaml
from report_samples import chip_network, src_network

from codesign import checkpoint
from codesign.analog import characterise
from codesign.analog import technology as technologies
from codesign.analog.montecarlo import Beside, montecarlo
from codesign.digital import energy
from codesign.digital.energy.activity import Activity, Switching
from codesign.digital.energy.estimate import counted
from codesign.digital.energy.netlist import Memory, Netlist
from codesign.digital.options import ENGINES
from codesign.files import write_json
from codesign.jobs import Workers
from codesign.verify import conditions as study_of_conditions
from codesign.verify import encoded_test_samples

__all__ = ["SCRIPTS", "WRITERS", "script_of"]

SCRIPTS = Path(__file__).parents[1] / "scripts"


def conditions_json(folder):
    """Typical, a die, and a supply that the technology is not specified for."""
    rows = study_of_conditions.conditions(technologies.load("generic180"), {"decision": "readout"}, dies=1)
    typical, die = rows[0], rows[-1]
    wrong = dataclasses.replace(
        typical, name="5V", varied="supply", options=dataclasses.replace(typical.options, supply_v=5.0)
    )
    return study_of_conditions.study(chip_network(), [typical, die, wrong], samples=1, workers=Workers(count=0)).figures


def montecarlo_json(folder):
    network = chip_network()
    inputs, labels = encoded_test_samples(network, 20)
    found = montecarlo(
        network, inputs, labels, technology=technologies.load("generic180"), runs=30,
        beside_it=Beside(dies=2, samples=1), state=folder / "state", workers=Workers(count=0),
    )  # fmt: skip
    return found.figures


def characterise_json(folder):
    """Three dies, two corners and two temperatures, of static thresholds; one limit is not met."""
    sheet = {
        "version": 1,
        "cell": "memory_cell",
        "title": "a reduced datasheet",
        "conditions": {"corner": ["tt", "ff"], "temperature_c": [27, 60], "supply_v": [1.0], "unit_current_a": [1e-9]},
        "mismatch": {"dies": 3, "seed": 1},
        "measurements": {
            "hysteresis": {
                "stimulus": {"settings": [{"threshold": 8, "width": 8, "gain": 8}]},
                "vary": [["corner", "temperature_c"]],
                "mismatch": True,
            }
        },
        "limits": {
            "threshold_up_error": {"all": {"minimum": -20, "maximum": 20}},
            "width_error": {"typical": {"minimum": 90}},
        },
    }
    path = folder / "sheet.yaml"
    path.write_text(yaml.safe_dump(sheet))
    technology = technologies.load("generic180")
    datasheet = characterise.load(technology, str(path))
    return characterise.characterise(datasheet, technology, workers=Workers(count=0)).json()


def script_of(name):
    """A script as a module."""
    spec = importlib.util.spec_from_file_location(name, SCRIPTS / f"{name}.py")
    script = importlib.util.module_from_spec(spec)
    sys.modules[name] = script
    spec.loader.exec_module(script)
    return script


def accuracy_json(folder):
    """The script of the study itself, for a few small networks, over images that are no digits."""
    pytest.importorskip("torch")
    script = script_of("mnist_study")
    images = np.random.default_rng(3).integers(0, 256, (40, 28, 28))
    examples = script.data.Examples(images=images, labels=np.arange(40) % 10)
    shapes = (("one_shot", 7, 20, 2), ("one_shot", 7, 20, 4), ("bernoulli", 22, 10, 5))
    grid = tuple(script.Point(coding=c, frames=f, hidden=h, weight_bits=b) for c, f, h, b in shapes)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(script, "GRID", grid)
        patch.setattr(script, "EPOCHS", {"one_shot": 1, "bernoulli": 1})
        patch.setattr(script, "CYCLE_IMAGES", 2)
        patch.setattr(script, "STORED", folder / "accuracy.json")
        patch.setattr(script, "NETWORKS", folder / "networks")
        patch.setattr(script.data, "load", lambda task, split: examples)
        script.study(recount=False)
        first = (folder / "accuracy.json").read_bytes()
        # What is stored stays; what is missing comes back the same.
        content = json.loads(first)
        del content["points"][1]
        write_json(folder / "accuracy.json", content)
        (folder / "networks" / f"{grid[1].name}.safetensors").unlink()
        script.study(recount=False)
        script.study(recount=True)
        assert (folder / "accuracy.json").read_bytes() == first
    ternary = checkpoint.load(folder / "networks" / f"{grid[0].name}.safetensors").layers[0]["weight"]
    assert set(np.unique(ternary)) == {-1, 0, 1}
    return json.loads(first)


def power_json(folder):
    """The script of the study itself, for two small sizes, over clips that are no sound."""
    script = script_of("power_study")
    clips = np.random.default_rng(2).integers(0, 65, (3, 14, 13))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(script, "PREDICTED", (4, 6, 8))
        patch.setattr(script, "SEEDS", range(1))
        patch.setattr(script, "MEASURED", {4: 2, 6: 2, 8: 2})
        patch.setattr(script, "MODELS", ())
        patch.setattr(script, "STORED", folder / "stored.json")
        patch.setattr(
            script.data, "load", lambda task, split: script.data.Examples(images=clips, labels=np.zeros(3, int))
        )
        return script.study([4, 6, 8])


def energy_json(folder):
    """Of a network with made-up activity: the simulator has its own test."""
    netlist = Netlist(
        sinks={"logic": {("a", None): 2}, "register": {("b", 0): 1}}, registers=3, ports=(Memory(width=8),),
        memory_bits=64,
    )  # fmt: skip
    switching = {("a", None): Switching(high=4, changes=9), ("b", 0): Switching(high=2, changes=5)}
    found = counted(netlist, Activity(bits=switching, cycles=40), samples=2)
    return energy.study(src_network(), found, engine="balanced", options=ENGINES["balanced"])


WRITERS = {
    "accuracy": accuracy_json,
    "characterise": characterise_json,
    "conditions": conditions_json,
    "energy": energy_json,
    "montecarlo": montecarlo_json,
    "power": power_json,
}
