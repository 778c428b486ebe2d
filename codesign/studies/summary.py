"""What a study found, all seeds of all variants, as the JSON that is shipped: no times, the same bytes every time."""

import hashlib
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from codesign.errors import InputError
from codesign.studies.recipe import Study
from codesign.studies.run import Runs
from codesign.studies.trainers import trainer

__all__ = ["read_summary", "recipe_hash", "summary", "text"]

_FORMAT = "codesign-study"
_NUMBERS = re.compile(r"\[[-+.0-9eE,\snul]*\]")


def recipe_hash(study: Study) -> str:
    """SHA-256 of the recipe, without regard to comments and order of keys."""
    return hashlib.sha256(json.dumps(study.model_dump(mode="json"), sort_keys=True).encode()).hexdigest()


def summary(study: Study, runs: Runs) -> dict[str, Any]:
    """Plain JSON. Lists in a variant have an entry for each of its seeds."""
    found = trainer(study.trainer)
    return {
        "format": _FORMAT,
        "study": study.name,
        "title": study.title,
        "notes": study.notes,
        "recipe": recipe_hash(study),
        "task": study.task,
        "score": found.SCORE,
        "curve": found.CURVE,
        "wanted_parameters": study.parameters,
        "training": study.training.model_dump(mode="json"),
        "mismatch": study.mismatch.model_dump(mode="json"),
        "left_out": dict(study.left_out),
        "failed": {f"{name}, seed {seed}": failure.error for (name, seed), failure in sorted(runs.failures.items())},
        "variants": {
            name: _variant(study, name, rows)
            for name in study.variants
            if (rows := [runs.results[name, seed] for seed in study.seeds if (name, seed) in runs.results])
        },
    }


def _variant(study: Study, name: str, rows: list[Mapping[str, Any]]) -> dict[str, Any]:
    variant = study.variants[name]
    found = {
        "cell": variant.cell,
        "quantised": variant.quantised,
        "reference": variant.reference,
        "learning_rate": variant.learning_rate or study.training.learning_rate,
        "units": rows[0]["units"],
        "parameters": rows[0]["parameters"],
        "seeds": [row["seed"] for row in rows],
        "updates": rows[0]["curve"]["updates"],
        "validation": [row["curve"]["validation"] for row in rows],
        "loss": [row["curve"]["loss"] for row in rows],
        "test": _by_name([row["test"] for row in rows]),
        "mismatch": _by_name([row["mismatch"] for row in rows]),
        "notes": [row["notes"] for row in rows],
    }
    if variant.quantised:
        found["integer"] = [row["integer"] for row in rows]
        found["verify"] = [row["verify"] for row in rows if "verify" in row]
    return found


def _by_name(rows: list[Mapping[str, float]]) -> dict[str, list[float]]:
    return {name: [row[name] for row in rows] for name in rows[0]}


def text(found: Mapping[str, Any]) -> str:
    """The JSON that is shipped, with lists of numbers on one line each."""
    indented = json.dumps(found, indent=2, allow_nan=False, ensure_ascii=False)
    return _NUMBERS.sub(lambda match: " ".join(match[0].split()).replace("[ ", "[").replace(" ]", "]"), indented) + "\n"


def read_summary(path: Path) -> dict[str, Any]:
    """Read it again; raises InputError for anything else."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: no results of a study ({error})") from None
    if not isinstance(found, dict) or found.get("format") != _FORMAT:
        raise InputError(f"{path}: no results of a study; 'codesign train STUDY.yaml' writes them")
    return found
