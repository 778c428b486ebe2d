"""Studies: real trainings of seconds, run by run; what is interrupted goes on, what is changed is run again."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

pytest.importorskip("torch")

from codesign import checkpoint, fingerprint, resources, studies
from codesign.errors import InputError
from codesign.jobs import Workers
from codesign.studies import curves, summary, table
from codesign.studies.network import build, learned, width
from codesign.studies.run import Run, run_study
from codesign.studies.trainers import checked_study, trainer

SHIPPED = sorted((resources.folder("models") / "studies").glob("**/*.yaml"))
HERE = Workers(count=0)
STUDY: dict[str, Any] = {
    "version": 1,
    "name": "tiny",
    "title": "Digits, seconds",
    "task": "digits",
    "coding": {"kind": "current_rows", "parameters": {"levels": 16, "steps_per_unit": 8}},
    "decision": "mean_readout",
    "structure": {"blocks": 1},
    "parameters": 600,
    "seeds": [1, 2],
    "training": {"updates": 40, "batch": 32, "learning_rate": 0.02, "logit_scale": 0.5, "points": 4},
    "mismatch": {"deviations": [0.02, 0.5], "draws": 2, "samples": 100},
    "verification": {"target": "verilog", "samples": 1},
    "variants": {
        "fq": {"cell": "fq_bmru", "relu": True, "mismatch": True},
        "hybrid": {"cell": ["min_gru", "lru"]},
    },
}


def written(path: Path, **changes: Any) -> Path:
    path.write_text(yaml.safe_dump(STUDY | changes))
    return path


def study(tmp_path: Path, **changes: Any) -> studies.Study:
    return studies.read_study(written(tmp_path / "study.yaml", **changes))


def contents(folder: Path) -> dict[str, bytes]:
    """All files but the logs, which hold times."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".log")
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def test_a_study_from_one_file_and_again(tmp_path: Path) -> None:
    written(tmp_path / "tiny.yaml")

    def train(*arguments: str) -> Any:
        return subprocess.run(
            [sys.executable, "-m", "codesign.cli", "train", "tiny.yaml", *arguments],
            cwd=tmp_path, env=os.environ, capture_output=True, text=True, timeout=300, check=False,
        )  # fmt: skip

    done = train("--json", "first.json")
    assert done.returncode == 0, done.stderr
    assert "### Digits, seconds" in done.stdout
    assert "tiny: 4 of 4 runs, 0 of them done before" in done.stdout
    folder = tmp_path / "build" / "studies" / "tiny"
    found = summary.read_summary(folder / "tiny.json")
    assert found["variants"]["fq"]["seeds"] == [1, 2]
    for variant in found["variants"].values():
        assert all(0.15 < accuracy < 1 for accuracy in variant["test"]["test"]), "better than chance"
        assert variant["updates"] == [10, 20, 30, 40]
        assert all(seed[-1] < seed[0] for seed in variant["loss"]), "it learned"
    off = found["variants"]["fq"]["mismatch"]
    assert sum(off["50"]) < sum(off["2"]), "half off is worse than a fiftieth"
    before = contents(folder)
    again = train("--json", "second.json", "--jobs", "1")
    assert again.returncode == 0, again.stderr
    assert "tiny: 4 of 4 runs, 4 of them done before" in again.stdout
    assert contents(folder) == before
    assert json.loads((tmp_path / "second.json").read_text())["reused"] == 4
    # In one process and not in two: the same bytes.
    runs = run_study(study(tmp_path), tmp_path / "other", workers=HERE)
    assert summary.text(summary.summary(study(tmp_path), runs)) == (folder / "tiny.json").read_text()
    assert curves.svg(found) == (folder / "tiny.svg").read_text()


def test_a_run_of_other_cells_or_data_is_none_of_this_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run = Run(study=study(tmp_path), variant="fq", seed=1)
    data = tmp_path / "mine" / "data" / "recorded.npy"
    data.parent.mkdir(parents=True)
    monkeypatch.setenv("CODESIGN_EXTENSIONS", str(tmp_path / "mine"))
    keys = []
    for content in (b"", b"recorded", b"recorded again"):
        data.write_bytes(content)
        fingerprint.of_training.cache_clear()
        keys.append(run.key)
    moved = tmp_path / "elsewhere"
    (tmp_path / "mine").rename(moved)
    monkeypatch.setenv("CODESIGN_EXTENSIONS", str(moved))
    fingerprint.of_training.cache_clear()
    assert run.key == keys[-1], "wherever it lies"
    fingerprint.of_training.cache_clear()
    assert len(set(keys)) == 3


def test_an_interrupted_study_goes_on(tmp_path: Path) -> None:
    asked = study(tmp_path)

    def interrupt(done: int, total: int, doing: str) -> None:
        if done == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run_study(asked, tmp_path / "out", workers=HERE, progress=interrupt)
    before = contents(tmp_path / "out")
    assert len(before) == 3
    runs = run_study(asked, tmp_path / "out", workers=HERE)
    assert (runs.reused, len(runs.results)) == (3, 4)
    after = contents(tmp_path / "out")
    assert {name: after[name] for name in before} == before


def test_a_changed_recipe_runs_what_the_change_touches(tmp_path: Path) -> None:
    first = study(tmp_path, seeds=[1])
    run_study(first, tmp_path / "out", workers=HERE)
    changed = {**STUDY["variants"], "hybrid": {"cell": ["min_gru", "lru"], "learning_rate": 0.01}}
    assert run_study(study(tmp_path, seeds=[1], variants=changed), tmp_path / "out", workers=HERE).reused == 1
    # The words around a study decide nothing, one more seed is one more run.
    said = study(tmp_path, seeds=[1], variants=changed, title="Other words", notes="and more of them")
    assert run_study(said, tmp_path / "out", workers=HERE).reused == 2
    longer = {**STUDY["training"], "updates": 41}
    assert (
        run_study(study(tmp_path, seeds=[1], training=longer), tmp_path / "out", only=["fq"], workers=HERE).reused == 0
    )


def test_a_run_that_fails_is_reported_and_the_rest_finishes(tmp_path: Path) -> None:
    asked = study(tmp_path, seeds=[1])
    (tmp_path / "out" / f"{Run(study=asked, variant='fq', seed=1).name}.json").mkdir(parents=True)
    runs = run_study(asked, tmp_path / "out", workers=HERE)
    assert list(runs.results) == [("hybrid", 1)]
    assert list(runs.failures) == [("fq", 1)]
    failure = runs.failures["fq", 1]
    assert "is a folder; name a file" in failure.error
    assert failure.log == tmp_path / "out" / "logs" / "runs" / "fq" / "1.log"
    assert "* failed: fq, seed 1: " in table.markdown(summary.summary(asked, runs))


@pytest.mark.full
def test_a_process_that_dies_costs_its_run_a_second_try(tmp_path: Path) -> None:
    asked = study(tmp_path, seeds=[1, 2, 3])
    killed: list[int] = []

    def kill(done: int, total: int, doing: str) -> None:
        if not killed:
            children = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text().split()
            killed.append(int(children[-1]))
            os.kill(killed[0], signal.SIGKILL)

    runs = run_study(asked, tmp_path / "out", workers=Workers(count=2), progress=kill)
    assert len(killed) == 1
    assert not runs.failures
    assert len(runs.results) == 6


def test_a_quantised_variant_ends_in_its_twin_and_its_rtl(tmp_path: Path) -> None:
    variants = {
        "bmru": {"cell": "bmru"},
        "bmru-quantised": {"cell": "bmru", "quantised": True, "reference": "bmru"},
    }
    asked = study(tmp_path, seeds=[1], variants=variants)
    runs = run_study(asked, tmp_path / "out", workers=HERE)
    assert not runs.failures
    result = runs.results["bmru-quantised", 1]
    assert result["integer"] == {"test": result["test"]["test"], "differ": 0, "samples": 360}
    assert result["verify"]["passed"]
    assert result["verify"]["states"] == result["verify"]["states_agree"] == 8 * result["units"]
    network = checkpoint.load(tmp_path / "out" / "runs" / "bmru-quantised" / "1.safetensors")
    assert (network.name, network.hash) == ("tiny-bmru-quantised-1", result["model_hash"])
    _, body = table.rows(summary.summary(asked, runs))
    assert body[1][-1] == f"{8 * result['units']} of {8 * result['units']} states"


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"task": "digit"}, "unknown task 'digit'; did you mean 'digits'?"),
        ({"coding": None}, "study 'tiny': the trainer 'classification' needs a coding"),
        ({"trainer": "classify"}, "unknown trainer 'classify'; "),
        ({"task_parameters": {"length": 3}}, "study 'tiny': task_parameters: unknown key 'length'; "),
        ({"variants": {"a": {"cell": "gru", "options": {"eps": 1.0}}}}, "study 'tiny': variant 'a': "),
    ],
)
def test_what_a_trainer_cannot_do_is_refused_before_any_run(
    tmp_path: Path, changes: dict[str, Any], message: str
) -> None:
    with pytest.raises(InputError) as refused:
        run_study(study(tmp_path, **changes), tmp_path / "out")
    assert message in str(refused.value)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"seed": [1]}, "unknown key 'seed'; did you mean 'seeds'?"),
        ({"seeds": [1, 1]}, "seeds: they are different whole numbers of 0..4294967295, not [1, 1]"),
        ({"variants": {"a": {"cell": "grv"}}}, "variants.a: cell: unknown cell 'grv'; cells that can be trained: "),
        ({"variants": {"a": {"cell": "gru", "quantised": True}}},
         "variants.a: quantised: the cell 'gru' only exists in software"),
        ({"variants": {"a/b": {"cell": "gru"}}}, "the name of a variant must be "),
        ({"variants": {"a": {"cell": "bmru", "quantised": True, "reference": "b"}}},
         "variants.a.reference: 'b' is no variant in floating point"),
        ({"variants": {"a": {"cell": ["gru", "lru"], "options": {"noise": 0.1}}}},
         "variants.a: options: they are those of one cell, but several are named"),
        ({"decision": "last"}, "decision: input should be 'last_readout' or 'mean_readout', not 'last'"),
    ],
)  # fmt: skip
def test_a_wrong_study_is_refused_in_one_sentence(tmp_path: Path, changes: dict[str, Any], message: str) -> None:
    with pytest.raises(InputError) as refused:
        study(tmp_path, **changes)
    assert str(refused.value).startswith(str(tmp_path / "study.yaml"))
    assert message in str(refused.value)


def test_options_of_the_other_kind_of_recipe_are_refused(tmp_path: Path) -> None:
    written(tmp_path / "tiny.yaml")
    model = resources.folder("models") / "digits-bmru"

    def said(*arguments: object) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "codesign.cli", "train", *map(str, arguments)],
            cwd=tmp_path, env=os.environ, capture_output=True, text=True, timeout=300, check=False,
        )  # fmt: skip
        assert done.returncode == 2
        return done.stderr

    assert "--units and --epochs are for the recipe of a model" in said("tiny.yaml", "--units", "4")
    assert "--only, --jobs, --scheduler, --job-limit and --no-resume are for a study" in said(model, "--only", "fq")
    assert "has no variant 'fk'; allowed: fq, hybrid" in said("tiny.yaml", "--only", "fk")


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_shipped_study_can_be_built_at_equal_parameters(path: Path) -> None:
    shipped = studies.read_study(path)
    checked_study(shipped)
    inputs, outputs = trainer(shipped.trainer).shape(shipped)
    for name, variant in shipped.variants.items():
        units = width(shipped, variant, inputs=inputs, outputs=outputs)
        counts = {
            near: learned(build(shipped, variant, inputs=inputs, outputs=outputs, units=near).parameters())
            for near in (units - 1, units, units + 1)
            if near
        }
        off = {near: abs(count - shipped.parameters) for near, count in counts.items()}
        assert off[units] == min(off.values()), name
        assert off[units] <= 0.1 * shipped.parameters, (name, counts)


def test_the_table_in_the_readme_is_what_the_results_say() -> None:
    models = resources.folder("models")
    text = (models / "README.md").read_text(encoding="utf-8")
    assert table.replaced(text, table.section(models / "studies")) == text


def test_results_shipped_are_those_of_their_recipes() -> None:
    for path in (resources.folder("models") / "studies").glob("*.json"):
        found = summary.read_summary(path)
        shipped = studies.read_study(path.with_suffix(".yaml"))
        assert found["recipe"] == summary.recipe_hash(shipped), path
        assert curves.svg(found) == path.with_suffix(".svg").read_text(encoding="utf-8"), path
        complete = {name: list(shipped.seeds) for name in shipped.variants}
        assert {name: variant["seeds"] for name, variant in found["variants"].items()} == complete, path
