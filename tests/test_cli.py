"""The real command line: exit statuses, one sentence per fault, nothing half-written, JSON as documented."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from networks import bmru_network, rows_network, src_network
from spoilt import SPOILT, Change, changed

from codesign import checkpoint, tools

MODELS = Path(__file__).parents[1] / "models"
RECIPE: dict[str, Any] = {
    "version": 1,
    "name": "tiny",
    "task": "digits",
    "classes": [str(k) for k in range(10)],
    "inputs": 8,
    "coding": {"kind": "current_rows", "parameters": {"levels": 16, "steps_per_unit": 8}},
    "layers": [
        {"name": "memory", "kind": "fq_bmru", "outputs": 2},
        {"name": "readout", "kind": "linear", "outputs": 10},
    ],
    "decision": {"kind": "mean_readout"},
    "training": {"seed": 1, "epochs": 1, "batch": 64, "learning_rate": 0.02, "logit_scale": 0.5},
}


def codesign(*arguments: object, folder: Path, environment: dict[str, str] | None = None) -> Any:
    return subprocess.run(
        [sys.executable, "-m", "codesign.cli", *map(str, arguments)],
        cwd=folder,
        env={**os.environ, **(environment or {})},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def refused(*arguments: object, folder: Path, status: int = 2, environment: dict[str, str] | None = None) -> str:
    """Run a command that must fail; the one sentence it says. Nothing may be written, nothing else be printed."""
    before = tree(folder)
    done = codesign(*arguments, folder=folder, environment=environment)
    assert done.returncode == status, done.stderr
    assert tree(folder) == before
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    assert done.stderr.startswith("codesign: ")
    assert done.stderr.count("\n") == 1
    return done.stderr.removeprefix("codesign: ").rstrip("\n")


@pytest.fixture
def model(tmp_path: Path) -> Path:
    checkpoint.save(bmru_network(), tmp_path / "small" / "checkpoint.safetensors")
    return Path("small")


@pytest.mark.parametrize("change", SPOILT, ids=lambda change: change.__name__)
def test_a_spoilt_checkpoint_is_refused_by_export(change: Change, tmp_path: Path):
    changed(tmp_path / "a.safetensors", change)
    said = refused("export", "a.safetensors", "--target", "spice", "--output", "out", folder=tmp_path)
    assert said == f"a.safetensors: {SPOILT[change]}"


@pytest.mark.parametrize("command", ["inspect", "simulate", "verify", "report"])
def test_a_truncated_checkpoint_is_refused_by_every_command(command: str, tmp_path: Path, model: Path):
    path = tmp_path / model / "checkpoint.safetensors"
    path.write_bytes(path.read_bytes()[:-7])
    assert "it may be truncated, copy it again" in refused(command, model, folder=tmp_path)


@pytest.mark.parametrize("target", ["spice", "verilog"])
def test_an_output_folder_that_is_a_file_is_refused(target: str, tmp_path: Path, model: Path):
    (tmp_path / "out").write_text("mine")
    said = refused("export", model, "--target", target, "--output", "out", folder=tmp_path)
    assert said == "the output folder 'out' is a file; name a folder, or one that does not exist yet"
    said = refused("export", model, "--target", target, "--output", "out/deep", folder=tmp_path)
    assert said == "the output path 'out/deep' runs through a file; name another folder"


@pytest.mark.parametrize("target", ["spice", "verilog"])
def test_an_output_folder_of_somebody_else_is_refused(target: str, tmp_path: Path, model: Path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "thesis.tex").write_text("years of work")
    said = refused("export", model, "--target", target, "--output", "out", folder=tmp_path)
    assert said == "the output folder 'out' holds files that codesign did not write; name another one"


def test_result_files_are_checked_before_the_work(tmp_path: Path, model: Path):
    (tmp_path / "folder").mkdir()
    for option in ("--json", "--report"):
        said = refused("verify", model, option, "folder", folder=tmp_path)
        assert said == "the output file 'folder' is a folder; name a file"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["export", "small", "--target", "verilgo"], "unknown target 'verilgo'; did you mean 'verilog'?"),
        (["export", "small", "--target", "spice", "--technology", "../x"], None),
        (["export", "small", "--target", "spice", "--technology", "generic18"], None),
        (["verify", "small", "--target", "spcie"], "unknown target 'spcie'; did you mean 'spice'?"),
        (["verify", "small", "--samples", "0"], "samples must be 1..360 (the test set of 'digits'), not 0"),
        (["simulate", "small", "--samples", "361"], "samples must be 1..360 (the test set of 'digits'), not 361"),
        (["inspect", "nowhere"],
         "no checkpoint at 'nowhere', and none of this name comes with codesign (allowed: "
         f"{', '.join(sorted(path.parent.name for path in MODELS.glob('*/checkpoint.safetensors')))}"
         "); name a .safetensors file or a folder that holds checkpoint.safetensors"),
        (["inspect", "digit-bmru"],
         "no checkpoint at 'digit-bmru', and none of this name comes with codesign (did you mean 'digits-bmru'?); "
         "name a .safetensors file or a folder that holds checkpoint.safetensors"),
        (["inspect", "no/where"],
         "no checkpoint at 'no/where'; name a .safetensors file or a folder that holds checkpoint.safetensors"),
        (["train", "nowhere.yaml"],
         "no recipe at 'nowhere.yaml'; name a YAML file or a folder that holds recipe.yaml"),
    ],
)  # fmt: skip
def test_wrong_use_is_refused(arguments: list[str], message: str | None, tmp_path: Path, model: Path):
    said = refused(*arguments, folder=tmp_path)
    assert message is None or said == message


def test_a_network_without_transistors_has_no_netlist(tmp_path: Path):
    checkpoint.save(src_network(), tmp_path / "a.safetensors")
    for command in (["export", "a.safetensors", "--output", "out"], ["verify", "a.safetensors"]):
        said = refused(*command, "--target", "spice", folder=tmp_path)
        assert said == "cell 'src' has no transistor circuit; cells that have one: fq_bmru, linear"


def test_a_task_that_fits_no_data_set_is_refused(tmp_path: Path):
    checkpoint.save(bmru_network(task="words"), tmp_path / "a.safetensors")
    said = refused("simulate", "a.safetensors", folder=tmp_path)
    assert said.startswith("small-bmru has no test set: its task 'words' is no data set of codesign.data; give exampl")


def recipe(path: Path, **changes: Any) -> Path:
    path.write_text(yaml.safe_dump({**RECIPE, **changes}))
    return path


@pytest.mark.parametrize(
    ("changes", "part"),
    [
        ({"trainnig": {}}, "unknown key 'trainnig'; did you mean 'training'?"),
        ({"training": {**RECIPE["training"], "epoch": 3}}, "training: unknown key 'epoch'; did you mean 'epochs'?"),
        ({"layers": [{**RECIPE["layers"][0], "kind": "fq_brmu"}, RECIPE["layers"][1]]},
         "unknown cell 'fq_brmu'; did you mean 'fq_bmru'?"),
        ({"layers": [{**RECIPE["layers"][0], "name": "memory\n.control"}, RECIPE["layers"][1]]},
         r"not 'memory\n.control'"),
        ({"task": "digits\nshell"}, r"not 'digits\nshell'"),
        ({"task": ".control"}, "not '.control'"),
        ({"name": "../../x"}, "not '../../x'"),
    ],
)  # fmt: skip
def test_a_wrong_recipe_is_refused(changes: dict[str, Any], part: str, tmp_path: Path):
    recipe(tmp_path / "recipe.yaml", **changes)
    said = refused("train", "recipe.yaml", folder=tmp_path)
    assert said.startswith("recipe.yaml: ")
    assert said.endswith(part)


def test_a_recipe_that_is_no_yaml_is_refused(tmp_path: Path):
    (tmp_path / "recipe.yaml").write_text("a: [1\nb: {")
    assert refused("train", "recipe.yaml", folder=tmp_path).startswith("recipe.yaml: no readable YAML (")


def test_a_pickle_that_runs_code_is_refused(tmp_path: Path):
    pytest.importorskip("torch")
    import pickle

    class Evil:
        def __reduce__(self) -> tuple[Any, ...]:
            return (os.system, ("touch owned",))

    (tmp_path / "evil.pt").write_bytes(pickle.dumps(Evil(), protocol=2))
    recipe(tmp_path / "recipe.yaml")
    refused("convert", "evil.pt", "recipe.yaml", "--output", "a.safetensors", folder=tmp_path)
    assert not (tmp_path / "owned").exists()


def test_usage_errors_have_status_2(tmp_path: Path):
    for arguments in (
        ["exprot"],
        ["export", "a"],
        ["verify", "a", "--samples", "many"],
        ["inspect", "a", "--jsn", "b"],
    ):
        done = codesign(*arguments, folder=tmp_path)
        assert done.returncode == 2
        assert "Traceback" not in done.stderr


def test_a_missing_tool_has_status_3(tmp_path: Path):
    checkpoint.save(rows_network(), tmp_path / "a.safetensors")
    done = codesign(
        "verify", "a.safetensors", "--target", "spice", "--samples", "1", "--json", "v.json", folder=tmp_path,
        environment={"CODESIGN_NGSPICE": "/nowhere/ngspice"},
    )  # fmt: skip
    assert done.returncode == 3
    assert done.stderr.splitlines()[-1] == (  # after the progress
        "codesign: CODESIGN_NGSPICE='/nowhere/ngspice' names no program that can be run; correct or unset it"
    )
    assert sorted(tree(tmp_path)) == ["a.safetensors"]


def test_doctor_names_what_is_missing(tmp_path: Path):
    done = codesign("doctor", "--json", "d.json", folder=tmp_path, environment={"CODESIGN_IVERILOG": "/nowhere"})
    assert done.returncode == 3
    assert "missing: iverilog" in done.stdout
    found = json.loads((tmp_path / "d.json").read_text())
    assert found["missing"] == ["iverilog"]
    states = {tool["name"]: tool["state"] for tool in found["tools"]}
    needed = [name for name, tool in tools.TOOLS.items() if not tool.optional]
    assert {name: states[name] for name in needed} == {**dict.fromkeys(needed, "ok"), "iverilog": "missing"}
    assert all(tool["install"] for tool in found["tools"])


def test_inspect_says_what_a_checkpoint_holds(tmp_path: Path, model: Path):
    done = codesign("inspect", model, "--json", "out/i.json", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    found = json.loads((tmp_path / "out" / "i.json").read_text())
    network = bmru_network()
    assert found["model"] == "small-bmru"
    assert found["model_hash"] == network.hash
    assert found["parameters"] == network.parameters
    assert [(layer["name"], layer["kind"], layer["shape"]) for layer in found["layers"]] == [
        ("memory", "fq_bmru", [3, 2]),
        ("readout", "linear", [10, 3]),
    ]
    assert found["layers"][0]["bits"] == {"weight": 7, "bias": 7, "threshold": 7, "width": 7, "gain": 7}
    assert found["accuracy"] == 0.5
    assert network.hash in done.stdout


def test_simulate_shows_what_the_twin_decides(tmp_path: Path):
    checkpoint.save(src_network(), tmp_path / "a.safetensors")
    done = codesign("simulate", "a.safetensors", "--samples", "4", "--json", "s.json", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    found = json.loads((tmp_path / "s.json").read_text())
    assert len(found["scores"]) == len(found["labels"]) == 4
    assert found["decisions"] == [scores.index(max(scores)) for scores in found["scores"]]


def test_training_is_repeatable_and_leaves_the_shipped_checkpoint_alone(tmp_path: Path):
    pytest.importorskip("torch")
    recipe(tmp_path / "recipe.yaml")
    done = codesign("train", "recipe.yaml", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    first = tmp_path / "build" / "tiny" / "checkpoint.safetensors"
    shutil.copy(first, tmp_path / "checkpoint.safetensors")
    done = codesign("train", "recipe.yaml", "--output", "b.safetensors", "--json", "t.json", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "the same bytes as checkpoint.safetensors" in done.stdout
    assert json.loads((tmp_path / "t.json").read_text())["reproduced"] is True
    assert (tmp_path / "b.safetensors").read_bytes() == first.read_bytes()


def test_training_another_size(tmp_path: Path):
    pytest.importorskip("torch")
    recipe(tmp_path / "recipe.yaml")
    (tmp_path / "checkpoint.safetensors").write_bytes(b"that of the recipe's own size")
    done = codesign("train", "recipe.yaml", "--units", "3", "--epochs", "2", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    network = checkpoint.load(tmp_path / "build" / "tiny-3")
    assert [layer.outputs for layer in network.layers] == [3, 10]
    assert network.training["epochs"] == 2
    assert "the same bytes" not in done.stdout
    assert refused("train", "recipe.yaml", "--epochs", "2", folder=tmp_path).startswith("--epochs goes with --units")
    said = refused("train", "recipe.yaml", "--units", "0", folder=tmp_path)
    assert said.startswith("recipe 'tiny' with 0 units: layers.0.outputs: input should be greater than")


def test_inspect_shows_skips_and_balanced_accuracies(tmp_path: Path):
    done = codesign("inspect", MODELS / "keyword-bmru", "--json", "i.json", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    found = json.loads((tmp_path / "i.json").read_text())
    assert [layer["skip"] for layer in found["layers"]] == ["", "", "input", "", "mix1", ""]
    assert found["balanced_accuracy"] == found["training"]["balanced_accuracy_test"]
    assert f"balanced accuracy measured at training, test: {100 * found['balanced_accuracy']:.2f} %" in done.stdout
    assert "balanced accuracy measured at training, mismatch 5 percent: " in done.stdout
    assert "linear + input" in done.stdout


def test_help_and_version_import_nothing_heavy(tmp_path: Path):
    check = (
        "import sys\n"
        "from codesign.cli import main\n"
        "try:\n"
        "    main()\n"
        "except SystemExit as end:\n"
        "    assert not end.code, end.code\n"
        "heavy = {'numpy', 'torch', 'sklearn', 'amaranth', 'scipy', 'matplotlib', 'PySpice', 'cocotb'}\n"
        "found = heavy & set(sys.modules)\n"
        "assert not found, found\n"
    )
    commands = ["doctor", "train", "convert", "inspect", "export", "simulate", "verify", "report"]
    for arguments in (["--help"], ["--version"], *([command, "--help"] for command in commands)):
        done = subprocess.run(
            [sys.executable, "-c", check, *arguments], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        assert done.stdout
